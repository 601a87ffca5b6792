package io.github.feedback4j.spring.web;

import io.github.feedback4j.prompt.Touchpoint;
import java.security.Principal;
import java.util.Optional;

/**
 * Decides what a browser may ask about: turns the names that a page gives into a touchpoint.
 *
 * <p>A bean of this type looks the subject up, checks that it is the signed-in user's, and supplies
 * team, service, SLA result and attributes. Without one only requested touchpoints are asked, see
 * {@code Feedback.request}. The touchpoint's respondent must be the name of the user.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TouchpointSource {

  /**
   * Returns the touchpoint, or empty if there is no such subject or it is not this user's to rate.
   *
   * @param event the name of the event, as the page gave it; {@code Invitation.ON_DEMAND} if the user
   *     opened a survey themselves: empty then means that nothing is known, and a page that named a
   *     subject gets nothing
   * @param subject the id of the subject, as the page gave it, or an empty text
   * @param user the signed-in user
   */
  Optional<Touchpoint> resolve(String event, String subject, Principal user);
}
