package io.github.feedback4j.survey;

/**
 * How often one person meets one survey, whatever its subjects are.
 *
 * <p>The contact rules say how long somebody is left alone; this says when a survey has had its
 * chance. What it counts is never forgotten, unless the person is erased.
 *
 * @since 0.1
 */
public sealed interface Display {

  /** Returns the display of a survey that asks about each subject: no limit, the default. */
  static Display always() {
    return new Always();
  }

  /** Returns the display of a survey to which a person is invited once. */
  static Display once() {
    return atMost(1);
  }

  /** Returns the display of a survey to which a person is invited at most so many times. */
  static Display atMost(int invitations) {
    return new AtMost(invitations);
  }

  /**
   * Returns the display of a survey that is put before a person until they answer, and at most so many
   * times; an open invitation is not presented again after that either.
   */
  static Display untilAnswered(int maxShows) {
    return new UntilAnswered(maxShows);
  }

  /** No limit. */
  record Always() implements Display {}

  /**
   * A number of invitations.
   *
   * @param invitations the greatest number, 1 to 1,000
   */
  record AtMost(int invitations) implements Display {

    /** Checks the number. */
    public AtMost {
      requireNumber("atMost", invitations);
    }
  }

  /**
   * Until there is an answer.
   *
   * @param maxShows the greatest number of times that the survey is on the person's screen, 1 to 1,000;
   *     what happens within half an hour is one time
   */
  record UntilAnswered(int maxShows) implements Display {

    /** Checks the number. */
    public UntilAnswered {
      requireNumber("untilAnswered", maxShows);
    }
  }

  private static void requireNumber(String word, int number) {
    if (number < 1 || number > 1_000) {
      throw new IllegalArgumentException(word + " must be between 1 and 1000, but was " + number);
    }
  }
}
