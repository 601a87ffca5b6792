package io.github.feedback4j.theme;

import java.util.List;

/**
 * What every item and every theme of a pack is worth on some comments.
 *
 * <p>It does not depend on the order in which the comments were given.
 *
 * @param packId which pack it is of
 * @param comments how many comments were looked at
 * @param labelled how many of them have labels, complete or partial
 * @param leftOut how many older comments were left out, since there were more than {@link
 *     ThemeTuner#MAX_COMMENTS}
 * @param items every item, in the order of the pack
 * @param themes every theme, in the order of the pack; a comment on a theme is one on those above it
 * @param unknownThemes ids that labels have and the pack does not, in alphabetical order: add the
 *     theme, or correct the labels
 * @since 0.1
 */
public record ItemReport(
    String packId,
    int comments,
    int labelled,
    int leftOut,
    List<ItemFigures> items,
    List<ThemeFigures> themes,
    List<String> unknownThemes) {

  /** Copies the lists. */
  public ItemReport {
    items = List.copyOf(items);
    themes = List.copyOf(themes);
    unknownThemes = List.copyOf(unknownThemes);
  }

  /** Returns the items that were wrong more often than not, in the order of the pack. */
  public List<ItemFigures> flagged() {
    return items.stream().filter(ItemFigures::isFlagged).toList();
  }

  /** Returns the items that found nothing, in the order of the pack. */
  public List<ItemFigures> neverFound() {
    return items.stream()
        .filter(each -> each.verdict() == ItemFigures.Verdict.NEVER_FOUND)
        .toList();
  }

  /** Returns the mean F1 of the themes that some comment is about, 0 to 1; 0 if there is none. */
  public double macroF1() {
    return macroF1(themes);
  }

  static double macroF1(List<ThemeFigures> themes) {
    return themes.stream()
        .filter(ThemeFigures::isLabelled)
        .mapToDouble(ThemeFigures::f1)
        .average()
        .orElse(0);
  }
}
