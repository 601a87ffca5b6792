package io.github.feedback4j.theme;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a tagger, each by itself: the literals of a pack, and the whole work without the
 * mentions that it gives back.
 *
 * <p>It stands in the tagger's package because those ways are nobody else's. Used by one thread.
 */
@NullMarked
public final class TaggerStages {

  private static final long EVERY_LANGUAGE = -1;

  private final Program program;
  private final Matches matches;
  private final Workspace workspace;

  private TaggerStages(Program program) {
    this.program = program;
    this.matches = new Matches(program);
    this.workspace = new Workspace(program);
  }

  /** Returns the stages of these items, of which each is of the theme {@code any}. */
  public static TaggerStages of(List<Item> items) {
    return new TaggerStages(RuleCompiler.compile("bench:1:00000000", List.of("any"), items));
  }

  /** Returns the stages of a pack. */
  public static TaggerStages of(ThemePack pack) {
    List<String> ids = pack.themes().stream().map(Theme::id).toList();
    return new TaggerStages(RuleCompiler.compile(pack.id(), ids, pack.items()));
  }

  /** Returns how many places the phrases have in a text, overlapping ones too. */
  public int literals(String text) {
    matches.read(text, false);
    matches.find(EVERY_LANGUAGE);
    return matches.candidates;
  }

  /** Tags and judges a text, and returns how many mentions it would give back. */
  public int work(String text, Locale locale) {
    workspace.tag(text, program.languages.indexOf(locale.getLanguage()));
    for (int i = 0; i < workspace.chosen; i++) {
      workspace.judge(i, 0);
    }
    return workspace.chosen;
  }

  /** Returns the steps that a text takes, which are the same on every machine. */
  public long steps(String text, @Nullable Locale locale) {
    Workspace counted = new Workspace(program);
    counted.tag(text, locale == null ? -1 : program.languages.indexOf(locale.getLanguage()));
    return counted.matches.steps;
  }
}
