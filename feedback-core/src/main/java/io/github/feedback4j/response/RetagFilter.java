package io.github.feedback4j.response;

import io.github.feedback4j.response.CommentFilter.Position;
import org.jspecify.annotations.Nullable;

/**
 * Which responses have texts that another theme pack or engine tagged than the one that tags now.
 *
 * @param responses what they must have in common
 * @param packId the pack that tags now, as {@link AcceptedResponse#themePack}
 * @param engine the engine that tags now, as {@link AcceptedResponse#themeEngine}
 * @param before the last response that was tried already, so that the next ones are wanted; or null to
 *     begin with the newest
 * @since 0.1
 */
public record RetagFilter(
    ResponseFilter responses,
    String packId,
    String engine,
    @Nullable Position before) {

  /** Returns this filter for what comes after this place in the list, so for what is older. */
  public RetagFilter before(Position before) {
    return new RetagFilter(responses, packId, engine, before);
  }

  /** Returns whether a response has texts that were tagged, and tagged otherwise. */
  public boolean matches(AcceptedResponse response) {
    String pack = response.themePack();
    return pack != null
        && !(pack.equals(packId) && engine.equals(response.themeEngine()))
        && responses.matches(response.invitation(), response.answeredAt())
        && (before == null || before.isBefore(response));
  }
}
