package io.github.feedback4j.insight;

import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the answers were scored that mention the same set of themes: all that {@link Drivers} need.
 *
 * <p>There are at most {@value #MAX_THEMES} themes, named beforehand, hence at most 4096 sets and a
 * tally for each; whatever else an answer mentions does not matter here. A "theme" is any yes-or-no
 * mark of an answer, so {@code waiting-time:negative} and {@code waiting-time:positive} can be two.
 * Patterns of the same themes and metric add and subtract exactly, in any order. Immutable and safe
 * for use by several threads.
 *
 * @since 0.1
 */
public final class ThemePatterns {

  /** The greatest number of themes. */
  public static final int MAX_THEMES = 12;

  private final MetricDefinition metric;
  private final List<String> themes;

  // By set of themes: bit j stands for theme j. No empty tallies, so equal patterns have equal
  // maps.
  private final SortedMap<Integer, Tally> tallies;

  private ThemePatterns(
      MetricDefinition metric, List<String> themes, SortedMap<Integer, Tally> tallies) {
    this.metric = metric;
    this.themes = themes;
    this.tallies = Collections.unmodifiableSortedMap(tallies);
  }

  /**
   * Returns the patterns without answers.
   *
   * @param themes 1 to {@value #MAX_THEMES} names, no two of them equal
   * @throws IllegalArgumentException if there are too few or too many
   */
  public static ThemePatterns empty(MetricDefinition metric, Set<String> themes) {
    if (themes.isEmpty() || themes.size() > MAX_THEMES) {
      throw new IllegalArgumentException(
          "themes must be 1 to %d, but were %d; take those with the most mentions"
              .formatted(MAX_THEMES, themes.size()));
    }
    return new ThemePatterns(metric, List.copyOf(new TreeSet<>(themes)), new TreeMap<>());
  }

  /**
   * Returns these patterns with some more answers.
   *
   * @param mentioned what the answers mention; names that are not among {@link #themes} are left out
   * @param answers how they were scored
   * @throws IllegalArgumentException if they are of another series
   */
  public ThemePatterns with(Set<String> mentioned, Tally answers) {
    SortedMap<Integer, Tally> sums = new TreeMap<>(tallies);
    add(sums, patternOf(mentioned), answers);
    return new ThemePatterns(metric, themes, sums);
  }

  /**
   * Returns the answers of both patterns.
   *
   * @throws IllegalArgumentException if the other ones are of other themes or another series
   */
  public ThemePatterns plus(ThemePatterns other) {
    requireSameThemes(other);
    SortedMap<Integer, Tally> sums = new TreeMap<>(tallies);
    other.tallies.forEach((pattern, tally) -> add(sums, pattern, tally));
    return new ThemePatterns(metric, themes, sums);
  }

  /**
   * Returns the answers of these patterns without those of the other ones, which must be among them.
   *
   * @throws IllegalArgumentException if they are not, or are of other themes or another series
   */
  public ThemePatterns minus(ThemePatterns other) {
    requireSameThemes(other);
    SortedMap<Integer, Tally> rest = new TreeMap<>(tallies);
    other.tallies.forEach((pattern, tally) -> {
      Tally left = rest.getOrDefault(pattern, Tally.empty(metric)).minus(tally);
      if (left.n() == 0) {
        rest.remove(pattern);
      } else {
        rest.put(pattern, left);
      }
    });
    return new ThemePatterns(metric, themes, rest);
  }

  private void add(SortedMap<Integer, Tally> sums, int pattern, Tally answers) {
    Tally sum = sums.getOrDefault(pattern, Tally.empty(metric)).plus(answers);
    if (sum.n() > 0) {
      sums.put(pattern, sum);
    }
  }

  private void requireSameThemes(ThemePatterns other) {
    if (!themes.equals(other.themes)) {
      throw new IllegalArgumentException(
          "patterns must be of the same themes, but are of " + themes + " and " + other.themes);
    }
  }

  private int patternOf(Set<String> mentioned) {
    int pattern = 0;
    for (int j = 0; j < themes.size(); j++) {
      if (mentioned.contains(themes.get(j))) {
        pattern |= 1 << j;
      }
    }
    return pattern;
  }

  /** Returns the metric that was answered. */
  public MetricDefinition metric() {
    return metric;
  }

  /** Returns the themes in alphabetical order. */
  public List<String> themes() {
    return themes;
  }

  /** Returns all answers, whatever they mention. */
  public Tally all() {
    return sum(0);
  }

  /**
   * Returns the answers that mention a theme.
   *
   * @throws IllegalArgumentException that lists the themes if it is none of them
   */
  public Tally mentioning(String theme) {
    return sum(1 << indexOf(theme));
  }

  /** Returns the answers whose patterns have all of these bits. */
  private Tally sum(int bits) {
    List<Tally.Cell> cells = new ArrayList<>();
    tallies.forEach((pattern, tally) -> {
      if ((pattern & bits) == bits) {
        cells.addAll(tally.cells());
      }
    });
    return Tally.ofCells(metric, cells);
  }

  /**
   * One row of the patterns, for a store to keep.
   *
   * @param mentioned the themes that all of these answers mention, and no others of the list
   * @param answers how they were scored; at least one
   */
  public record Pattern(SortedSet<String> mentioned, Tally answers) {}

  /** Returns the rows, no two of them with the same set of themes. */
  public List<Pattern> patterns() {
    List<Pattern> patterns = new ArrayList<>();
    tallies.forEach((pattern, tally) -> {
      SortedSet<String> mentioned = new TreeSet<>();
      for (int j = 0; j < themes.size(); j++) {
        if ((pattern & (1 << j)) != 0) {
          mentioned.add(themes.get(j));
        }
      }
      patterns.add(new Pattern(Collections.unmodifiableSortedSet(mentioned), tally));
    });
    return patterns;
  }

  /** Returns the position of a theme. */
  int indexOf(String theme) {
    int index = themes.indexOf(theme);
    if (index < 0) {
      throw new IllegalArgumentException(
          "theme must be one of " + themes + ", but was '" + theme + "'");
    }
    return index;
  }

  /** Returns the tallies by set of themes, where bit j stands for theme j. */
  SortedMap<Integer, Tally> tallies() {
    return tallies;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThemePatterns that
        && metric.equals(that.metric)
        && themes.equals(that.themes)
        && tallies.equals(that.tallies);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * metric.hashCode() + themes.hashCode()) + tallies.hashCode();
  }

  @Override
  public String toString() {
    return "ThemePatterns[" + themes + ", " + tallies.size() + " patterns, n = "
        + all().n() + "]";
  }
}
