package io.github.feedback4j.survey;

/**
 * The whole numbers that a rating may take, from {@code min} to {@code max}, both included.
 *
 * @param min the lowest point, 0 to 10
 * @param max the highest point; the scale has 2 to 11 points
 * @since 0.1
 */
public record Scale(int min, int max) {

  /** The greatest number of points, that of the 0 to 10 scale. */
  public static final int MAX_POINTS = 11;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if the scale has fewer than 2 or more than 11 points, or {@code
   *     min} is not 0 to 10
   */
  public Scale {
    if (min < 0 || min > 10) {
      throw new IllegalArgumentException("scale min must be between 0 and 10, but was " + min);
    }
    long points = (long) max - min + 1;
    if (points < 2 || points > MAX_POINTS) {
      throw new IllegalArgumentException(
          "scale must have 2 to 11 points, but " + min + " to " + max + " has " + points);
    }
  }

  /**
   * Returns the scale from {@code min} to {@code max}.
   *
   * @throws IllegalArgumentException if the scale has fewer than 2 or more than 11 points
   */
  public static Scale of(int min, int max) {
    return new Scale(min, max);
  }

  /** Returns the number of points, 2 to 11. */
  public int points() {
    return max - min + 1;
  }

  /** Returns whether {@code value} is a point of this scale. */
  public boolean contains(int value) {
    return value >= min && value <= max;
  }

  /** Returns the scale as people write it, such as {@code 1–5}. */
  @Override
  public String toString() {
    return min + "–" + max;
  }
}
