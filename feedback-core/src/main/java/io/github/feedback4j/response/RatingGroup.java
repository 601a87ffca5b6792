package io.github.feedback4j.response;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.privacy.SmallGroupGuard;
import java.util.List;
import java.util.Set;

/**
 * The ratings of one part of the organisation or of the time, and the people behind them.
 *
 * @param value the value of the dimension, or an empty text for the answers that have none; the first
 *     day of a period as {@code 2026-01-05}
 * @param surveyVersion the version of the survey that was answered
 * @param ratings how often each rating was given, at least one
 * @param persons who gave them: everybody, or {@value #MAX_PERSONS} of them if there are more
 * @since 0.1
 */
public record RatingGroup(
    String value, int surveyVersion, List<RatingCount> ratings, Set<RespondentKey> persons) {

  /** How many people of a group are named at most: enough to know that it is not a small one. */
  public static final int MAX_PERSONS = SmallGroupGuard.MAX_MIN_PERSONS;

  /** Copies ratings and people. */
  public RatingGroup {
    ratings = List.copyOf(ratings);
    persons = Set.copyOf(persons);
  }
}
