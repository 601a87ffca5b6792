package io.github.feedback4j.response;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.theme.PackStore;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
   * Returns the responses with a {@linkplain AcceptedResponse#hasComment() comment} that a filter lets
   * through, newest first, and in the order of their ids' unsigned bytes where they were given at the
   * same instant.
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
   * Returns the ratings of the responses with a {@linkplain AcceptedResponse#hasComment() comment}, apart
   * for each set of themes that is mentioned in one response and each version of the survey, by themes
   * and version. The group with no values has those in which no theme was found.
   */
  List<RatingGroup> ratingsByThemes(ResponseFilter filter, String question);

  /** Returns how many responses a filter lets through. */
  long count(RetagFilter filter);

  /**
   * Gives responses other tags, all of this batch or none, and takes the old themes out of every count in
   * the same step.
   *
   * <p>Several nodes may do this at once, and while responses come in: of each response the highest
   * revision is tagged, and one that another node has tagged meanwhile is left out.
   *
   * @param filter which ones, newest first as in {@link #comments}
   * @param limit the greatest number, 1 to {@value Retagged#MAX_BATCH}
   * @param tagger returns a response with other tags; what else it changes is not kept. It may be called
   *     more than once for a response, and holds up who wants to write one of the batch
   */
  Retagged retag(RetagFilter filter, int limit, UnaryOperator<AcceptedResponse> tagger);

  /**
   * Gives one response other tags and corrections, and takes the old themes out of every count in the
   * same step.
   *
   * @param tagger returns the response with other tags; what else it changes is not kept. It may be
   *     called more than once
   * @return what was changed, or null if there is no such response
   */
  Retagged.@Nullable Change retag(UUID id, UnaryOperator<AcceptedResponse> tagger);

  /** Returns what became of the invitations that a filter lets through by the time of invitation. */
  ContactCounts contacts(ResponseFilter filter);

  /** Returns how many responses of a person are kept, partial ones included. */
  int count(RespondentKey respondent);

  /**
   * Returns where theme packs are kept that are activated at run time: beside the responses, so that
   * whoever shares these shares the packs that tag them. Always the same object; does no I/O.
   */
  PackStore packs();
}
