package io.github.feedback4j.response;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which responses with a text a store is asked for.
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
  }

  /** Returns a filter for every response with a text. */
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

  /** Returns whether a response has a text and everything else that is wanted. */
  public boolean matches(AcceptedResponse response) {
    return responses.matches(response.invitation(), response.answeredAt())
        && response.answers().stream().anyMatch(each -> each.words() != null)
        && (rated == null || isRated(response, rated))
        && (theme == null || mentions(response, theme))
        && (before == null || comesAfter(response, before));
  }

  private static boolean isRated(AcceptedResponse response, Rated rated) {
    return response.answer(rated.question()) instanceof Answer.Rating rating
        && rating.value() >= rated.from()
        && rating.value() <= rated.to();
  }

  private static boolean mentions(AcceptedResponse response, String theme) {
    return response.mentions().values().stream()
        .flatMap(each -> each.stream())
        .anyMatch(each -> each.theme().equals(theme));
  }

  private static boolean comesAfter(AcceptedResponse response, Position position) {
    int byTime = response.answeredAt().compareTo(position.answeredAt());
    return byTime < 0 || (byTime == 0 && compare(response.id(), position.id()) > 0);
  }

  /** Compares ids as databases do, by their unsigned bytes, which is not what UUID does. */
  static int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }
}
