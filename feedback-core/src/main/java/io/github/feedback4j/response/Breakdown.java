package io.github.feedback4j.response;

import io.github.feedback4j.prompt.Accountability;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ratings are counted apart by: the values of dimensions, periods of time, or both at once.
 *
 * @param dimensions some of {@link Accountability#DIMENSIONS}, each at most once; may be empty
 * @param periods the periods, or null for all of the time together; what is before the first of them is
 *     left out
 * @since 0.1
 */
public record Breakdown(List<String> dimensions, @Nullable Periods periods) {

  private static final Breakdown NONE = new Breakdown(List.of(), null);

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if there is no such dimension, or one is named twice
   */
  public Breakdown {
    dimensions = List.copyOf(dimensions);
    dimensions.forEach(Accountability::requireDimension);
    if (Set.copyOf(dimensions).size() < dimensions.size()) {
      throw new IllegalArgumentException("a dimension must be named once, but was: " + dimensions);
    }
  }

  /** Returns the breakdown that keeps nothing apart. */
  public static Breakdown none() {
    return NONE;
  }

  /**
   * Returns a breakdown by dimensions.
   *
   * @throws IllegalArgumentException if there is no such dimension, or one is named twice
   */
  public static Breakdown by(String... dimensions) {
    return new Breakdown(List.of(dimensions), null);
  }

  /** Returns this breakdown by periods, too. */
  public Breakdown over(Periods periods) {
    return new Breakdown(dimensions, periods);
  }
}
