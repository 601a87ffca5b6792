package io.github.feedback4j.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.node.ObjectNode;

/** Where the application's CSRF token comes from, if it has one. */
@FunctionalInterface
interface CsrfTokens {

  /** Puts header name and token of this request's session under {@code csrf}, or null. */
  void put(HttpServletRequest request, ObjectNode prompt);

  /** Returns the source for an application without such tokens. */
  static CsrfTokens none() {
    return (request, prompt) -> prompt.putNull("csrf");
  }
}
