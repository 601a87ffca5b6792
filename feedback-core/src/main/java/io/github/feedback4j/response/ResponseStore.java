package io.github.feedback4j.response;

import io.github.feedback4j.privacy.RespondentKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sink that can be asked again: finds, counts and erases what it keeps.
 *
 * <p>Counts are exact: an update or an erasure takes the old contribution out. {@code
 * ResponseStoreContract} in the testkit is the test that each implementation must pass.
 *
 * @since 0.1
 */
public interface ResponseStore extends ResponseSink {

  /** Returns the highest revision of a response, or null if there is none. */
  @Nullable
  AcceptedResponse find(UUID id);

  /**
   * Returns the responses that a filter lets through by the time of their answer, newest first.
   *
   * @param limit the greatest number, at least 1
   */
  List<AcceptedResponse> newest(ResponseFilter filter, int limit);

  /**
   * Returns the responses with a text, be it beside an open option, that a filter lets through,
   * newest first, and in the order of their ids' unsigned bytes where they were given at the same instant.
   *
   * @param limit the greatest number, at least 1
   */
  List<AcceptedResponse> comments(CommentFilter filter, int limit);

  /**
   * Returns how often each rating was given to a question, partial responses included, by the time of
   * the answer.
   */
  List<RatingCount> ratings(ResponseFilter filter, String question);

  /**
   * Returns the same ratings apart for each combination of values, period and version of the survey, in
   * this order, with how many people are behind them. Groups without ratings are left out.
   */
  List<RatingGroup> ratingsBy(ResponseFilter filter, String question, Breakdown breakdown);

  /**
   * Returns the ratings of the responses with a text, apart for each set of themes that is mentioned in
   * one response and each version of the survey, by themes and version. The group with no values has
   * those in which no theme was found.
   */
  List<RatingGroup> ratingsByThemes(ResponseFilter filter, String question);

  /** Returns what became of the invitations that a filter lets through by the time of invitation. */
  ContactCounts contacts(ResponseFilter filter);

  /** Returns how many responses of a person are kept, partial ones included. */
  int count(RespondentKey respondent);
}
