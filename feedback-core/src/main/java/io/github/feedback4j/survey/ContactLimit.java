package io.github.feedback4j.survey;

import java.time.Duration;

/**
 * How many invitations a person gets at most within a stretch of time that moves along with the clock.
 *
 * @param scope whose invitations are counted
 * @param times the greatest number of invitations, 1 to {@value #MAX_TIMES}
 * @param within how far the count looks back, more than zero and at most 730 days
 * @since 0.1
 */
public record ContactLimit(ContactScope scope, int times, Duration within) {

  /** The greatest number of invitations that a limit can allow. */
  public static final int MAX_TIMES = 1_000;

  /** Checks the number and the length. */
  public ContactLimit {
    if (times < 1 || times > MAX_TIMES) {
      throw new IllegalArgumentException(
          "times must be between 1 and %d, but was %d".formatted(MAX_TIMES, times));
    }
    ContactRule.requireLength("within", within);
  }

  /** Returns the limit as a survey file writes it. */
  @Override
  public String toString() {
    String cell = "{atMost: {times: %d, within: %s}}".formatted(times, Durations.format(within));
    return scope.kind() == ContactScope.Kind.GROUP
        ? "groups: {%s: %s}".formatted(scope.group(), cell)
        : scope + ": " + cell;
  }
}
