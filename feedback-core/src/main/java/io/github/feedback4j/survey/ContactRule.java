package io.github.feedback4j.survey;

import java.time.Duration;

/**
 * One cell of the contact matrix: how long a person is left alone after an event.
 *
 * @param scope whose events start the clock
 * @param since which event starts the clock
 * @param gap how long nobody asks after it, more than zero and at most 730 days
 * @since 0.1
 */
public record ContactRule(ContactScope scope, Since since, Duration gap) {

  /** The longest gap, and the longest stretch that a limit looks back over. */
  public static final Duration LONGEST = Duration.ofDays(730);

  /** Which event starts the clock. */
  public enum Since {
    /** The person was chosen to be asked. */
    INVITED("invited"),
    /** The question was on the person's screen. */
    SHOWN("shown"),
    /** The person answered, at least in part. */
    ANSWERED("answered"),
    /** The person closed the question without an answer. */
    DISMISSED("dismissed");

    private final String word;

    Since(String word) {
      this.word = word;
    }

    /** Returns the word of survey files. */
    public String word() {
      return word;
    }
  }

  /** Checks the gap. */
  public ContactRule {
    requireLength("gap", gap);
  }

  static void requireLength(String what, Duration length) {
    if (length.isZero() || length.isNegative() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          what + " must be more than zero and at most 730 days, but was " + length);
    }
  }

  /** Returns the rule as a survey file writes it, such as {@code any: {invited: 30d}}. */
  @Override
  public String toString() {
    String cell = "{%s: %s}".formatted(since.word(), Durations.format(gap));
    return scope.kind() == ContactScope.Kind.GROUP
        ? "groups: {%s: %s}".formatted(scope.group(), cell)
        : scope + ": " + cell;
  }
}
