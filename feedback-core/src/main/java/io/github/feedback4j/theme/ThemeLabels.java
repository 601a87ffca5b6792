package io.github.feedback4j.theme;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What people say a comment is about.
 *
 * <p>A theme is known to be there, known not to be there, or unknown. Somebody who corrected the tags
 * of a comment has looked at them all: the labels are complete, and whatever is not {@code present}
 * is not there. Factors ticked in a survey are partial: a factor that was not ticked is no proof that
 * the comment does not speak of it, so it stays unknown.
 *
 * <p>Immutable.
 *
 * @param present the ids of the themes that the comment speaks of, in alphabetical order
 * @param absent the ids of the themes that it does not speak of, beside those that follow from {@code
 *     isComplete}, in alphabetical order
 * @param isComplete whether every theme that is not present is absent
 * @since 0.1
 */
public record ThemeLabels(Set<String> present, Set<String> absent, boolean isComplete) {

  private static final ThemeLabels NONE = new ThemeLabels(Set.of(), Set.of(), false);

  /**
   * Sorts and copies the ids.
   *
   * @throws IllegalArgumentException if an id has other characters than a theme's, or a theme is both
   *     present and absent
   */
  public ThemeLabels {
    present = sorted(present);
    absent = sorted(absent);
    for (String each : present) {
      if (absent.contains(each)) {
        throw new IllegalArgumentException(
            "theme '%s' must be present or absent, but is both; take it out of one of them"
                .formatted(each));
      }
    }
  }

  private static SortedSet<String> sorted(Collection<String> ids) {
    SortedSet<String> sorted = new TreeSet<>();
    ids.forEach(each -> sorted.add(Labels.requireId("theme", each)));
    return Collections.unmodifiableSortedSet(sorted);
  }

  /** Returns the labels of a comment that nobody has looked at. */
  public static ThemeLabels none() {
    return NONE;
  }

  /**
   * Returns the labels of a comment that somebody has looked at for every theme, such as those of a
   * manual correction; without themes, the comment is about none of them.
   *
   * @throws IllegalArgumentException if an id has other characters than a theme's
   */
  public static ThemeLabels complete(String... themes) {
    return complete(List.of(themes));
  }

  /**
   * Returns the labels of a comment that somebody has looked at for every theme.
   *
   * @throws IllegalArgumentException if an id has other characters than a theme's
   */
  public static ThemeLabels complete(Collection<String> themes) {
    return new ThemeLabels(new TreeSet<>(themes), Set.of(), true);
  }

  /**
   * Returns the labels of a comment whose author ticked these factors, and may have left out others.
   *
   * @throws IllegalArgumentException if an id has other characters than a theme's
   */
  public static ThemeLabels ticked(String... themes) {
    return ticked(List.of(themes));
  }

  /**
   * Returns the labels of a comment whose author ticked these factors, and may have left out others.
   *
   * @throws IllegalArgumentException if an id has other characters than a theme's
   */
  public static ThemeLabels ticked(Collection<String> themes) {
    return new ThemeLabels(new TreeSet<>(themes), Set.of(), false);
  }

  /**
   * Returns these labels with themes that are known not to be there, such as tags that somebody
   * removed; they are no longer present.
   *
   * @throws IllegalArgumentException if an id has other characters than a theme's
   */
  public ThemeLabels without(String... themes) {
    Set<String> fewer = new TreeSet<>(present);
    Set<String> more = new TreeSet<>(absent);
    Arrays.asList(themes).forEach(fewer::remove);
    more.addAll(Arrays.asList(themes));
    return new ThemeLabels(fewer, more, isComplete);
  }

  /** Returns whether nothing is known. */
  public boolean isEmpty() {
    return present.isEmpty() && absent.isEmpty() && !isComplete;
  }
}
