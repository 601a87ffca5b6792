package io.github.feedback4j.spring.http;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.http.MediaType;

/** Who may call: a signed-in user, from a page of the same origin. */
public final class Guard {

  /** A header that no form and no image can send, so another site's page cannot call us. */
  public static final String OWN_HEADER = "X-Feedback4j";

  private Guard() {}

  /**
   * Returns the signed-in user.
   *
   * @throws Problem with status 401 if nobody is signed in
   */
  public static Principal requireUser(HttpServletRequest request) {
    Principal user = request.getUserPrincipal();
    if (user == null || user.getName() == null || user.getName().isBlank()) {
      throw Problem.of(401, "not-signed-in", "sign in to the application first");
    }
    return user;
  }

  /**
   * Checks that a script of a page of the same origin calls.
   *
   * @throws Problem with status 403 if it does not look like it
   */
  public static void requireOwnPage(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (request.getHeader(OWN_HEADER) == null || (site != null && !site.equals("same-origin"))) {
      throw Problem.of(
          403,
          "not-same-origin",
          "call from a page of the same origin, with the header " + OWN_HEADER);
    }
  }

  /**
   * Checks that a write comes from a script of a page of the same origin, as JSON.
   *
   * @throws Problem with status 403 or 415
   */
  public static void requireOwnJson(HttpServletRequest request) {
    requireOwnPage(request);
    String type = request.getContentType();
    String json = MediaType.APPLICATION_JSON_VALUE;
    if (type == null || !type.regionMatches(true, 0, json, 0, json.length())) {
      throw Problem.of(415, "not-json", "send application/json");
    }
  }
}
