package io.github.feedback4j.spring.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import tools.jackson.databind.node.ObjectNode;

/** Takes the token from Spring Security's filter, masked as the filter hands it out. */
final class SecurityCsrfTokens implements CsrfTokens {

  @Override
  public void put(HttpServletRequest request, ObjectNode into) {
    Object found = request.getAttribute(CsrfToken.class.getName());
    if (found instanceof CsrfToken token) {
      into.putObject("csrf").put("header", token.getHeaderName()).put("token", token.getToken());
    } else {
      into.putNull("csrf");
    }
  }
}
