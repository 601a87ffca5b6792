package io.github.feedback4j.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.guest.Browser.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The editor of the theme pack over real HTTP, behind the application's own security chain. */
class ThemesTest {

  private static ConfigurableApplicationContext application;
  private static int port;

  @BeforeAll
  static void start() {
    application =
        new SpringApplicationBuilder(GuestApplication.class)
            .run("--server.port=0", "--feedback4j.store=memory");
    port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void isForManagersAlone() {
    for (String path : List.of("themes", "api/v1/themes", "api/v1/themes/retag")) {
      assertThat(new Browser(port, null).get(path).status()).as(path).isEqualTo(401);
      assertThat(new Browser(port, "mona").get(path).status()).as(path).isEqualTo(403);
      assertThat(tess().get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(tess().get("api/v1/verbatims").status()).isEqualTo(403);
  }

  @Test
  void thePageHasTheStrictPolicyAndEveryFileIsThere() {
    Answer page = tess().get("themes?lang=fr");

    assertThat(page.body()).contains("<html lang=\"fr\"").doesNotContain("${");
    assertThat(page.headers().get("content-security-policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "trusted-types 'none'");
    for (String name :
        List.of("themes.css", "themes.js", "themes-parts.js", "themes.en.js", "themes.fr.js")) {
      assertThat(tess().get("assets/" + name).status()).as(name).isEqualTo(200);
    }
  }

  @Test
  void aDraftIsCheckedActivatedAndTakenBack() {
    Browser tess = tess();
    Answer first = tess.themes();
    String old = first.json().get("yaml").stringValue();
    String draft = old.replaceFirst("version: \\d+", "version: 99");

    JsonNode checked = tess.post("api/v1/themes/check", yaml(draft)).json();
    Answer blind = tess.post("api/v1/themes/activate", yaml(draft));
    Answer done = tess.activate(yaml(draft), tag(first));
    Answer stale = tess.activate(yaml(draft), tag(first));
    Answer back = tess.activate(yaml(old), tag(done));

    assertThat(checked.get("mistakes")).isEmpty();
    assertThat(checked.at("/diff/empty").booleanValue()).isTrue();
    assertThat(blind.status()).isEqualTo(428);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.json().at("/pack/version").intValue()).isEqualTo(99);
    assertThat(done.json().get("actor").stringValue()).isEqualTo("tess");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.headers().get("content-type")).containsExactly("application/problem+json");
    assertThat(back.status()).isEqualTo(200);
  }

  @Test
  void taggingAgainComesToItsEnd() {
    Browser tess = tess();
    tess.themes();

    assertThat(tess.post("api/v1/themes/retag", "{}").status()).isEqualTo(202);

    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    JsonNode state = tess.get("api/v1/themes/retag").json();
    while (state.get("running").booleanValue() && Instant.now().isBefore(end)) {
      state = tess.get("api/v1/themes/retag").json();
    }
    assertThat(state.get("running").booleanValue()).isFalse();
    assertThat(state.get("outdated").intValue()).isZero();
    assertThat(application.getBean(Feedback.class).tags().retagState().isRunning()).isFalse();
  }

  @Test
  void aWriteWithoutTheTokenOfTheApplicationIsRefused() {
    assertThat(tess().post("api/v1/themes/retag", "{}").status()).isEqualTo(403);
  }

  private static Browser tess() {
    return new Browser(port, "tess");
  }

  private static String tag(Answer answer) {
    return answer.headers().get("etag").get(0);
  }

  private static String yaml(String yaml) {
    JsonMapper json = JsonMapper.builder().build();
    return json.createObjectNode().put("yaml", yaml).toString();
  }
}
