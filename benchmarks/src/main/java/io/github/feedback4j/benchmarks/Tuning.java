package io.github.feedback4j.benchmarks;

import io.github.feedback4j.theme.Discovery;
import io.github.feedback4j.theme.LabelledComment;
import io.github.feedback4j.theme.NewTheme;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemeLabels;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemeTuner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Tunes packs and looks for new themes, as somebody would who accepts all that is suggested. */
final class Tuning {

  private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");

  /** A term is good if so many of the comments that have it are about the theme. */
  private static final double GOOD = 0.5;

  private static final int MOST_THEMES = 10;

  private Tuning() {}

  /** Returns the pack with everything that the labels suggest, and without what they speak against. */
  static ThemePack tuned(ThemePack pack, List<Labelled> labels, Locale locale) {
    ThemeTuner tuner = ThemeTuner.of(pack);
    List<LabelledComment> comments = labels.stream()
        .map(each -> LabelledComment.of(each.text(), locale)
            .withLabels(ThemeLabels.complete(each.themes().keySet())))
        .toList();
    return tuner.accept(tuner.suggest(comments).all());
  }

  /**
   * Returns whether a theme that a pack does not know is found, when few of the recent comments are
   * about it and none of the earlier ones: among the first {@value #MOST_THEMES} terms is one of which at
   * least half of the comments that have it are about the theme.
   *
   * @param recent how many recent comments there are
   * @param planted how many of them are about the theme
   */
  static boolean discovers(
      LabelledSet set, ThemePack pack, String theme, int recent, int planted, long seed) {
    List<Labelled> about = new ArrayList<>();
    List<Labelled> others = new ArrayList<>();
    for (Labelled each : set.train()) {
      (each.themes().containsKey(theme) ? about : others).add(each);
    }
    Collections.shuffle(about, new Random(seed));
    Collections.shuffle(others, new Random(seed + 1));
    List<LabelledComment> comments = new ArrayList<>();
    int size = 0;
    for (Labelled each : about.subList(0, planted)) {
      comments.add(at(each, set.locale(), Duration.ofHours(size++)));
    }
    for (Labelled each : others) {
      boolean isRecent = size < recent;
      comments.add(at(each, set.locale(), Duration.ofHours(isRecent ? size : -size)));
      size++;
    }
    Discovery discovery =
        ThemeTuner.of(without(pack, theme)).discover(comments, SINCE, MOST_THEMES);
    return discovery.themes().stream()
        .flatMap(each -> each.terms().stream())
        .limit(MOST_THEMES)
        .anyMatch(each -> isGood(each, set, theme));
  }

  private static LabelledComment at(Labelled comment, Locale locale, Duration behind) {
    return LabelledComment.of(comment.text(), locale).withTime(SINCE.plus(behind));
  }

  private static ThemePack without(ThemePack pack, String theme) {
    List<Theme> others =
        pack.themes().stream().filter(each -> !each.id().equals(theme)).toList();
    return ThemePack.of(pack.name(), pack.version(), pack.sets(), others);
  }

  private static boolean isGood(NewTheme.Term term, LabelledSet set, String theme) {
    String words = Folded.of(term.text());
    int right = 0;
    int all = 0;
    for (Labelled each : set.train()) {
      if (Folded.of(each.text()).contains(words)) {
        all++;
        right += each.themes().containsKey(theme) ? 1 : 0;
      }
    }
    return all > 0 && right >= GOOD * all;
  }

  /** Returns the themes of which there are enough comments to plant. */
  static List<String> plantable(LabelledSet set, Set<String> themes, int planted) {
    return themes.stream()
        .filter(theme -> set.train().stream()
                .filter(each -> each.themes().containsKey(theme))
                .count()
            >= planted)
        .toList();
  }
}
