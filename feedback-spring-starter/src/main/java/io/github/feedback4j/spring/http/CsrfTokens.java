package io.github.feedback4j.spring.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.node.ObjectNode;

/** Where the application's CSRF token comes from, if it has one. */
@FunctionalInterface
public interface CsrfTokens {

  /** Puts header name and token of this request's session under {@code csrf}, or null. */
  void put(HttpServletRequest request, ObjectNode into);

  /** Returns the source for an application without such tokens. */
  static CsrfTokens none() {
    return (request, into) -> into.putNull("csrf");
  }

  /** Returns the source for an application with these classes: Spring Security's filter, or none. */
  static CsrfTokens of(@Nullable ClassLoader classes) {
    return ClassUtils.isPresent("org.springframework.security.web.csrf.CsrfToken", classes)
        ? new SecurityCsrfTokens()
        : none();
  }
}
