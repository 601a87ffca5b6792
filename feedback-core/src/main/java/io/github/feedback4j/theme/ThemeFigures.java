package io.github.feedback4j.theme;

/**
 * How well a pack finds one theme, in numbers of labelled comments.
 *
 * @param theme the id of the theme
 * @param correct comments that are about the theme and were found
 * @param wrong comments that are not about it and were found
 * @param missed comments that are about it and were not found
 * @param unknown comments that were found and of which nobody knows whether they are about it; they
 *     are in none of the other numbers
 * @since 0.1
 */
public record ThemeFigures(String theme, int correct, int wrong, int missed, int unknown) {

  /** Returns which share of the comments that were found is about the theme. */
  public Proportion precision() {
    return new Proportion(correct, correct + wrong);
  }

  /** Returns which share of the comments about the theme was found. */
  public Proportion recall() {
    return new Proportion(correct, correct + missed);
  }

  /** Returns the harmonic mean of precision and recall, 0 to 1; 0 if no comment is about the theme. */
  public double f1() {
    return correct == 0 ? 0 : 2.0 * correct / (2.0 * correct + wrong + missed);
  }

  /** Returns whether some comment is about the theme. */
  public boolean isLabelled() {
    return correct + missed > 0;
  }
}
