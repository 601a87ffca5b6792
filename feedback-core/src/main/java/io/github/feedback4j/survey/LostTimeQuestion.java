package io.github.feedback4j.survey;

/**
 * A question that is answered with the working time, in whole minutes, that somebody lost.
 *
 * @param id the question's id
 * @param text what is asked
 * @param rules when it is shown, when it is required, and what comes next
 * @param min the least number of minutes, not negative
 * @param max the greatest number of minutes, at most {@value #MAX_MINUTES}
 * @since 0.1
 */
public record LostTimeQuestion(String id, LocalizedText text, QuestionRules rules, int min, int max)
    implements Question {

  /** The greatest number of minutes unless said otherwise: a working week of 40 hours. */
  public static final int DEFAULT_MAX = 2_400;

  /** The greatest number of minutes that a question may allow: a year. */
  public static final int MAX_MINUTES = 525_600;

  /** Checks the bounds. */
  public LostTimeQuestion {
    Ids.requireId("question id", id);
    if (min < 0 || max <= min || max > MAX_MINUTES) {
      throw new IllegalArgumentException(
          "question '%s': minutes must be from 0 to %d with min below max, but were %d to %d"
              .formatted(id, MAX_MINUTES, min, max));
    }
  }

  /** Returns this question with other bounds, in minutes. */
  public LostTimeQuestion withBounds(int min, int max) {
    return new LostTimeQuestion(id, text, rules, min, max);
  }

  @Override
  public LostTimeQuestion withRules(QuestionRules rules) {
    return new LostTimeQuestion(id, text, rules, min, max);
  }
}
