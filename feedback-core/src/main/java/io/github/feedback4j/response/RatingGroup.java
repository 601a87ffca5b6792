package io.github.feedback4j.response;

import io.github.feedback4j.privacy.PersonSketch;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ratings of one part of the organisation or of the time, and how many people are behind them.
 *
 * @param values the value of each dimension of the {@link Breakdown}, in its order; an empty text where
 *     the answers have none. Where ratings are counted by themes: those themes, sorted
 * @param period the first day of the period, or null if the breakdown has no periods
 * @param surveyVersion the version of the survey that was answered
 * @param ratings how often each rating was given, at least one
 * @param persons who gave them
 * @since 0.1
 */
public record RatingGroup(
    List<String> values,
    @Nullable LocalDate period,
    int surveyVersion,
    List<RatingCount> ratings,
    PersonSketch persons) {

  /** Copies values and ratings. */
  public RatingGroup {
    values = List.copyOf(values);
    ratings = List.copyOf(ratings);
  }

  /**
   * Returns the value of the only dimension.
   *
   * @throws IllegalStateException if there are several, or none
   */
  public String value() {
    if (values.size() != 1) {
      throw new IllegalStateException("one value was asked for, but there are " + values.size());
    }
    return values.get(0);
  }
}
