package io.github.feedback4j.response;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which responses with a {@linkplain AcceptedResponse#hasComment() comment} a store is asked for.
 *
 * @param responses what they must have in common
 * @param rated the ratings that they must have given, or null if that does not matter
 * @param theme the id of a theme that a text must mention, or null for all
 * @param before the last response that is known already, so that the next ones are wanted; or null to
 *     begin with the newest
 * @since 0.1
 */
public record CommentFilter(
    ResponseFilter responses,
    @Nullable Rated rated,
    @Nullable String theme,
    @Nullable Position before) {

  /**
   * Neighbouring ratings of one question.
   *
   * @param question the id of the question
   * @param from the lowest rating
   * @param to the highest rating
   */
  public record Rated(String question, int from, int to) {}

  /**
   * A place in the list of responses, newest first and by id within the same instant.
   *
   * @param answeredAt when the response was given
   * @param id its id
   */
  public record Position(Instant answeredAt, UUID id) {

    /** Returns the place of a response. */
    public static Position of(AcceptedResponse response) {
      return new Position(response.answeredAt(), response.id());
    }

    /** Returns whether a response comes after this place in the list, so is older. */
    boolean isBefore(AcceptedResponse response) {
      int byTime = response.answeredAt().compareTo(answeredAt);
      return byTime < 0 || (byTime == 0 && compare(response.id(), id) > 0);
    }
  }

  /** Returns a filter for every response with a comment. */
  public static CommentFilter of(ResponseFilter responses) {
    return new CommentFilter(responses, null, null, null);
  }

  /** Returns this filter for the responses that gave such a rating. */
  public CommentFilter rated(String question, int from, int to) {
    return new CommentFilter(responses, new Rated(question, from, to), theme, before);
  }

  /** Returns this filter for the responses of which a text mentions this theme. */
  public CommentFilter theme(String theme) {
    return new CommentFilter(responses, rated, theme, before);
  }

  /** Returns this filter for what comes after this place in the list, so for what is older. */
  public CommentFilter before(Position before) {
    return new CommentFilter(responses, rated, theme, before);
  }

  /** Returns whether a response has a comment and everything else that is wanted. */
  public boolean matches(AcceptedResponse response) {
    return responses.matches(response.invitation(), response.answeredAt())
        && response.hasComment()
        && (rated == null || isRated(response, rated))
        && (theme == null || response.themes().containsKey(theme))
        && (before == null || before.isBefore(response));
  }

  private static boolean isRated(AcceptedResponse response, Rated rated) {
    return response.answer(rated.question()) instanceof Answer.Rating rating
        && rating.value() >= rated.from()
        && rating.value() <= rated.to();
  }

  /** Compares ids as databases do, by their unsigned bytes, which is not what UUID does. */
  static int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }
}
