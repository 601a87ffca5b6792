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
public record ContactRule(Scope scope, Since since, Duration gap) {

  private static final Duration LONGEST = Duration.ofDays(730);

  /** Whose events start the clock. */
  public enum Scope {
    /** Only events of the survey that wants to ask. */
    THIS_SURVEY("this"),
    /** Events of any survey. */
    ANY_SURVEY("any");

    private final String word;

    Scope(String word) {
      this.word = word;
    }

    /** Returns the word of survey files. */
    public String word() {
      return word;
    }
  }

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
    if (gap.isZero() || gap.isNegative() || gap.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "gap must be more than zero and at most 730 days, but was " + gap);
    }
  }

  /** Returns the rule as a survey file writes it, such as {@code any: {invited: 30d}}. */
  @Override
  public String toString() {
    return "%s: {%s: %s}".formatted(scope.word(), since.word(), Durations.format(gap));
  }
}
