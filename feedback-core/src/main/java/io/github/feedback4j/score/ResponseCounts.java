package io.github.feedback4j.score;

/**
 * What became of a group of invitations: the base of the response rate.
 *
 * <p>Adds up over groups. All counts are about the same invitations, so each of the other three is
 * normally no greater than {@code invited}; that is not enforced, because a link in a mail can be
 * answered without ever being reported as shown.
 *
 * @param invited how many invitations were made, at least 0
 * @param shown how many of them were on a screen, at least 0
 * @param answered how many of them were answered, at least 0
 * @param dismissed how many of them were closed without an answer, at least 0
 * @since 0.1
 */
public record ResponseCounts(long invited, long shown, long answered, long dismissed) {

  private static final ResponseCounts NONE = new ResponseCounts(0, 0, 0, 0);

  /**
   * Checks that nothing is negative.
   *
   * @throws IllegalArgumentException that names the count which is
   */
  public ResponseCounts {
    Counts.require("invited", invited);
    Counts.require("shown", shown);
    Counts.require("answered", answered);
    Counts.require("dismissed", dismissed);
  }

  /** Returns the counts of a group without invitations. */
  public static ResponseCounts none() {
    return NONE;
  }

  /**
   * Returns the counts of both groups together.
   *
   * @throws ArithmeticException if a sum is greater than a long can hold
   */
  public ResponseCounts plus(ResponseCounts other) {
    return new ResponseCounts(
        Counts.sum("invited", invited, other.invited),
        Counts.sum("shown", shown, other.shown),
        Counts.sum("answered", answered, other.answered),
        Counts.sum("dismissed", dismissed, other.dismissed));
  }
}
