package io.github.feedback4j.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import tools.jackson.databind.node.ObjectNode;

class CsrfTokensTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final ObjectNode json = Json.object();

  @Test
  void handsOutTheTokenOfSpringSecurity() {
    request.setAttribute(
        CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "abc"));

    CsrfTokens.of(CsrfTokensTest.class.getClassLoader()).put(request, json);

    assertThat(json.at("/csrf/header").stringValue()).isEqualTo("X-CSRF-TOKEN");
    assertThat(json.at("/csrf/token").stringValue()).isEqualTo("abc");
  }

  @Test
  void handsOutNothingWhereTheFilterDidNotRun() {
    CsrfTokens.of(CsrfTokensTest.class.getClassLoader()).put(request, json);

    assertThat(json.get("csrf").isNull()).isTrue();
  }

  @Test
  void needsNoSpringSecurity() {
    CsrfTokens.of(new FilteredClassLoader(CsrfToken.class)).put(request, json);

    assertThat(json.get("csrf").isNull()).isTrue();
  }
}
