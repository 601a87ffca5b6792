package io.github.feedback4j.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import tools.jackson.databind.node.ObjectNode;

/** Takes the token from Spring Security's filter, masked as the filter hands it out. */
final class SecurityCsrfTokens implements CsrfTokens {

  @Override
  public void put(HttpServletRequest request, ObjectNode prompt) {
    Object found = request.getAttribute(CsrfToken.class.getName());
    if (found instanceof CsrfToken token) {
      prompt.putObject("csrf").put("header", token.getHeaderName()).put("token", token.getToken());
    } else {
      prompt.putNull("csrf");
    }
  }
}
