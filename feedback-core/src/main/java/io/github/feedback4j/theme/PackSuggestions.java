package io.github.feedback4j.theme;

import java.util.List;
import java.util.stream.Stream;

/**
 * What labelled comments suggest to change in a pack, and what to expect of it.
 *
 * <p>{@link ThemeTuner#accept} makes the pack that has some or all of it; {@link PackDiff#between}
 * shows the difference.
 *
 * @param packId which pack it is for
 * @param labelled how many labelled comments spoke
 * @param leftOut how many older labelled comments were left out, since there were more than {@link
 *     ThemeTuner#MAX_LABELLED}
 * @param removals items to remove, by theme in the order of the pack, worst first
 * @param additions items to add, by theme in the order of the pack, in the order in which they were
 *     found, which is the order of their numbers
 * @param now how well the pack finds each theme, on all labelled comments
 * @param expected how well it would with the suggestions, on comments that did not take part in
 *     making them: five times they are made from four fifths of the comments and measured on the rest;
 *     how much evidence an item needs is chosen so that this is best, so it is a little hopeful
 * @param unknownThemes ids that labels have and the pack does not, in alphabetical order
 * @param unusedLanguages languages of labelled comments in which the pack has no item, so that nothing
 *     is suggested for them: add one item by hand first
 * @param isWhole whether every n-gram was counted; if not, there were more than a million, and those
 *     that only older comments have were left out
 * @since 0.1
 */
public record PackSuggestions(
    String packId,
    int labelled,
    int leftOut,
    List<ItemSuggestion> removals,
    List<ItemSuggestion> additions,
    List<ThemeFigures> now,
    List<ThemeFigures> expected,
    List<String> unknownThemes,
    List<String> unusedLanguages,
    boolean isWhole) {

  /** Copies the lists. */
  public PackSuggestions {
    removals = List.copyOf(removals);
    additions = List.copyOf(additions);
    now = List.copyOf(now);
    expected = List.copyOf(expected);
    unknownThemes = List.copyOf(unknownThemes);
    unusedLanguages = List.copyOf(unusedLanguages);
  }

  /** Returns the removals, then the additions. */
  public List<ItemSuggestion> all() {
    return Stream.concat(removals.stream(), additions.stream()).toList();
  }

  /** Returns the mean F1 of the pack over the themes that some comment is about, 0 to 1. */
  public double macroF1Now() {
    return ItemReport.macroF1(now);
  }

  /** Returns the mean F1 to expect with all suggestions on new comments, 0 to 1. */
  public double macroF1Expected() {
    return ItemReport.macroF1(expected);
  }
}
