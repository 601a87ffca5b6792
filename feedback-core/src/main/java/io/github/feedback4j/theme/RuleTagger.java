package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Finds the items of a pack, all of them in one pass. */
final class RuleTagger implements ThemeTagger {

  /** The version of what the rules mean; it changes when the same pack gives other tags. */
  static final String ENGINE = "1";

  /** Room for a longer text is not kept. */
  static final int MOST_KEPT = 1 << 15;

  private static final int MOST_WORKSPACES = 128;

  /** Far enough apart that two threads do not share a line of the processor's cache. */
  private static final int STRIDE = 16;

  private static final Comparator<Mention> MENTIONS = Comparator.comparingInt(Mention::start)
      .thenComparingInt(Mention::end)
      .thenComparing(Mention::theme);

  private static final Comparator<Tag> TAGS = Comparator.comparingInt(
          (Tag each) -> each.place().start())
      .thenComparingInt(each -> each.place().end())
      .thenComparing(Tag::theme);

  private final String packId;
  private final @Nullable ThemePack pack;
  private final List<Theme> themes;
  private final Program program;
  private final AtomicReferenceArray<@Nullable Workspace> free;
  private final int mask;

  private RuleTagger(String packId, @Nullable ThemePack pack, List<Theme> themes, Program program) {
    this.packId = packId;
    this.pack = pack;
    this.themes = themes;
    this.program = program;
    int slots = Integer.highestOneBit(
        Math.min(MOST_WORKSPACES, 4 * Runtime.getRuntime().availableProcessors()));
    free = new AtomicReferenceArray<>(slots * STRIDE);
    mask = slots - 1;
  }

  /**
   * Compiles a tagger.
   *
   * @throws IllegalArgumentException as for {@link ThemeTagger#of}
   */
  static RuleTagger of(String packId, Collection<Theme> themes, Collection<Item> items) {
    return of(packId, null, themes, items);
  }

  /** Compiles a pack. */
  static RuleTagger of(ThemePack pack) {
    return of(pack.id(), pack, pack.themes(), pack.items());
  }

  private static RuleTagger of(
      String packId, @Nullable ThemePack pack, Collection<Theme> themes, Collection<Item> items) {
    List<String> ids = themes.stream().map(Theme::id).toList();
    return new RuleTagger(
        packId, pack, List.copyOf(themes), RuleCompiler.compile(packId, ids, List.copyOf(items)));
  }

  @Override
  public String packId() {
    return packId;
  }

  @Override
  public List<Theme> themes() {
    return themes;
  }

  @Override
  public @Nullable ThemePack pack() {
    return pack;
  }

  @Override
  public List<Mention> tag(String text, @Nullable Locale locale) {
    Workspace workspace = take();
    try {
      workspace.tag(text, declared(locale));
      if (workspace.chosen == 0) {
        return List.of();
      }
      List<Mention> mentions = new ArrayList<>(workspace.chosen);
      for (int i = 0; i < workspace.chosen; i++) {
        workspace.judge(i, 0);
        Branch branch = workspace.branchOf(workspace.branch[i]);
        mentions.add(new Mention(
            program.themes.get(branch.theme()),
            workspace.start(i),
            workspace.end(i),
            polarity(workspace.score),
            branch.source().item()));
      }
      mentions.sort(MENTIONS);
      return Collections.unmodifiableList(mentions);
    } finally {
      giveBack(workspace);
    }
  }

  @Override
  public Tagging tags(String text, @Nullable Locale locale, Polarity rating) {
    Workspace workspace = take();
    try {
      workspace.tag(text, declared(locale));
      List<Tag> tags = new ArrayList<>(workspace.chosen);
      addTags(tags, workspace, sign(rating));
      tags.sort(TAGS);
      return new Tagging(packId, ENGINE, ThemeTagger.isEmptyAnswer(text), tags);
    } finally {
      giveBack(workspace);
    }
  }

  /** Adds the tags of one branch after the other, so that conditions are looked up once for each. */
  private void addTags(List<Tag> tags, Workspace workspace, int rating) {
    workspace.sortByBranch();
    int conditions = 0;
    for (int i = 0; i < workspace.chosen; i++) {
      int place = workspace.byBranch(i);
      int number = workspace.branch[place];
      if (i == 0 || number != workspace.branch[workspace.byBranch(i - 1)]) {
        Branch branch = workspace.branchOf(number);
        Node tree = branch.tree();
        conditions = tree == null ? 0 : workspace.places.findConditions(tree, branch.theme());
      }
      tags.add(tag(workspace, place, conditions, rating));
    }
  }

  private Tag tag(Workspace workspace, int place, int conditions, int rating) {
    workspace.judge(place, rating);
    int score = workspace.score;
    int negation = workspace.negation - 1;
    Branch branch = workspace.branchOf(workspace.branch[place]);
    Matches matches = workspace.matches;
    List<Tag.Span> spans = new ArrayList<>();
    spans.add(new Tag.Span(workspace.start(place), workspace.end(place)));
    for (int i = 0; i < conditions; i++) {
      long found = workspace.places.condition(i, workspace.from[place]);
      if (found >= 0) {
        spans.add(span(matches.tokens, Places.from(found), Places.to(found)));
      }
    }
    Tag.Span negated = negation < 0
        ? null
        : span(matches.tokens, matches.roleFrom[negation], matches.roleTo[negation]);
    return new Tag(
        program.themes.get(branch.theme()),
        polarity(score),
        score,
        spans,
        negated,
        branch.source());
  }

  private static Tag.Span span(Tokens tokens, int from, int to) {
    return new Tag.Span(tokens.start[from], tokens.end[to]);
  }

  private static Polarity polarity(int score) {
    return score > 0 ? Polarity.POSITIVE : score < 0 ? Polarity.NEGATIVE : Polarity.NEUTRAL;
  }

  private static int sign(Polarity polarity) {
    return switch (polarity) {
      case POSITIVE -> 1;
      case NEGATIVE -> -1;
      case NEUTRAL -> 0;
    };
  }

  /** Returns the place of the language among those of the pack, or -1. */
  private int declared(@Nullable Locale locale) {
    return locale == null ? -1 : program.languages.indexOf(locale.getLanguage());
  }

  /** Counts the steps that a text takes, to show that they grow in proportion to it. */
  long steps(String text, @Nullable Locale locale) {
    Workspace workspace = new Workspace(program);
    workspace.tag(text, declared(locale));
    return workspace.matches.steps;
  }

  /** Counts the steps of a text's tags in every language. */
  long stepsOfTags(String text) {
    Workspace workspace = new Workspace(program);
    workspace.tag(text, -1);
    addTags(new ArrayList<>(), workspace, 0);
    return workspace.matches.steps;
  }

  private Workspace take() {
    Workspace kept = free.getAndSet(slot(), null);
    return kept == null ? new Workspace(program) : kept;
  }

  private void giveBack(Workspace workspace) {
    // Room for a very long text would otherwise stay for good.
    if (workspace.isSmall()) {
      free.setRelease(slot(), workspace);
    }
  }

  private int slot() {
    return ((int) Thread.currentThread().getId() & mask) * STRIDE;
  }
}
