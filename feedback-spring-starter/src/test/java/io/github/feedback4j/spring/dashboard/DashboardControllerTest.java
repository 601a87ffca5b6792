package io.github.feedback4j.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.spring.dashboard.DashboardProperties.Access;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Release;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Verbatims;
import io.github.feedback4j.spring.dashboard.FeedbackAccess.Capability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DashboardControllerTest {

  private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final Door door = new Door(
      new DashboardProperties(
          true, Access.AUTHORITY, Verbatims.AUTHORITY, 5, Release.LIVE, 1, List.of()),
      new SecurityProperties("SEE", "READ", "CHANGE"),
      (capability, each) -> capabilities.contains(capability),
      "/feedback4j/dashboard");
  private final DashboardController controller = new DashboardController(door, true);

  @Test
  void eachPageLeadsToTheOtherInItsOwnLanguage() throws IOException {
    capabilities.addAll(EnumSet.of(Capability.VIEW, Capability.MANAGE));

    assertThat(dashboard("en")).contains("<a href=\"themes?lang=en\">Themes</a>");
    assertThat(dashboard("fr")).contains("<a href=\"themes?lang=fr\">Thèmes</a>");
    assertThat(themes("en")).contains("<a href=\"dashboard?lang=en\">Dashboard</a>");
    assertThat(themes("fr")).contains("<a href=\"dashboard?lang=fr\">Tableau de bord</a>");
  }

  @Test
  void noPageLeadsWhereOneMayNotGo() throws IOException {
    capabilities.add(Capability.VIEW);
    assertThat(dashboard("en")).doesNotContain("themes?lang", "${");
    assertThat(controller.themes(request, response)).isNull();
    assertThat(response.getStatus()).isEqualTo(401);

    capabilities.clear();
    capabilities.add(Capability.MANAGE);
    assertThat(themes("en")).doesNotContain("dashboard?lang", "${");
  }

  @Test
  void leadsBackToAnApplicationWhereThereIsOne() throws IOException {
    capabilities.addAll(EnumSet.of(Capability.VIEW, Capability.MANAGE));
    DashboardController collector = new DashboardController(door, false);

    assertThat(dashboard("en")).contains("<a id=\"home\" href=\"/\">");
    assertThat(themes("en")).contains("<a id=\"home\" href=\"/\">");
    assertThat(body(collector.dashboard(request, response)))
        .contains("<a id=\"home\" href=\"/\" hidden>");
    assertThat(body(collector.themes(request, response)))
        .contains("<a id=\"home\" href=\"/\" hidden>");
  }

  private String dashboard(String lang) throws IOException {
    request.setParameter("lang", lang);
    return body(controller.dashboard(request, response));
  }

  private String themes(String lang) throws IOException {
    request.setParameter("lang", lang);
    return body(controller.themes(request, response));
  }

  private static String body(@Nullable ResponseEntity<byte[]> answer) {
    byte[] body = Objects.requireNonNull(Objects.requireNonNull(answer).getBody());
    return new String(body, StandardCharsets.UTF_8);
  }
}
