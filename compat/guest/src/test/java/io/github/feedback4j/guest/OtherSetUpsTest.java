package io.github.feedback4j.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.guest.Browser.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The guest where its owner set something that moves our paths or our beans. */
class OtherSetUpsTest {

  static Stream<Arguments> setUps() {
    return Stream.of(
        argumentSet("lazy", "spring.main.lazy-initialization=true", ""),
        argumentSet("context path", "server.servlet.context-path=/desk", "/desk"),
        argumentSet("servlet path", "spring.mvc.servlet.path=/mvc", "/mvc"));
  }

  @ParameterizedTest
  @MethodSource("setUps")
  void theMainPathWorksOverTheDataSourceOfTheApplication(String property, String below) {
    ConfigurableApplicationContext application =
        SpringApplication.run(
            GuestApplication.class,
            "--server.port=0",
            "--spring.flyway.enabled=false",
            "--" + property);
    try {
      // Whatever else is lazy: a mistake of ours has to stop the start, not the first request.
      assertThat(application.getBeanFactory().containsSingleton("feedback4jStores")).isTrue();
      int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      Browser anna = new Browser(port, below, "anna");

      MainPath.isWalked(anna, application.getBean(Feedback.class), "INC-1");

      Answer widget = anna.send(anna.request("assets/widget.js").GET());
      assertThat(widget.status()).isEqualTo(200);
      assertThat(widget.body()).contains("feedback-prompt");
    } finally {
      application.close();
    }
  }
}
