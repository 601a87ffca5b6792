package io.github.feedback4j.spring.web;

import io.github.feedback4j.spring.http.CsrfTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the widget needs to send something: the application's CSRF token, and whose outbox it is.
 *
 * <p>It comes with a prompt, and in a header when there is nothing to ask, so that an answer which
 * waits in the browser can leave from any page.
 */
final class SessionJson {

  private final CsrfTokens csrf;

  SessionJson(CsrfTokens csrf) {
    this.csrf = csrf;
  }

  ObjectNode write(HttpServletRequest request, Principal user, ObjectNode into) {
    csrf.put(request, into);
    return into.put("user", outbox(user.getName()));
  }

  /** Names the outbox of a user in a browser that several people may share. */
  private static String outbox(String user) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(("feedback4j outbox:" + user).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
