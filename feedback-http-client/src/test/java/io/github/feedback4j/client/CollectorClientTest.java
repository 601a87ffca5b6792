package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorClientTest {

  private static CollectorClient.Builder to(String collector) {
    return CollectorClient.builder(URI.create(collector), Samples.SOURCE)
        .spool(SpoolOptions.memory());
  }

  @ParameterizedTest
  @CsvSource({
    "https://feedback.example.com, /feedback4j, https://feedback.example.com/feedback4j/v1/events",
    "https://feedback.example.com/, /feedback4j, https://feedback.example.com/feedback4j/v1/events",
    "http://localhost:8080/desk, /feedback4j, http://localhost:8080/desk/feedback4j/v1/events",
    "http://localhost:8080/desk/, /fb, http://localhost:8080/desk/fb/v1/events",
    "http://[::1]:8080, '', http://[::1]:8080/v1/events"
  })
  void sendsToTheEventsOfTheCollector(String collector, String basePath, String expected) {
    try (CollectorClient client = to(collector).basePath(basePath).build()) {
      assertThat(client).hasToString("CollectorClient[" + expected + ", SENDING]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.com", "feedback.example.com", "/relative", "urn:a:b"})
  void theCollectorMustBeAnAddressOfTheWeb(String collector) {
    assertThatThrownBy(() -> to(collector).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("collector must be an http or https address with a host");
  }

  @Test
  void aPasswordInTheAddressIsRefusedAndNotRepeated() {
    assertThatThrownBy(() -> to("https://anna:s3cret@example.com").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use token(…) or http(…)")
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com?a=b", "https://example.com#part"})
  void theAddressHasNoQueryAndNoFragment(String collector) {
    assertThatThrownBy(() -> to(collector).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("collector must have no query and no fragment");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    CollectorClient.Builder builder = CollectorClient.builder(
            URI.create("nowhere"), URI.create("desk"))
        .basePath("feedback/")
        .batch(0, 1 << 30)
        .linger(Duration.ofMillis(-1))
        .callTimeout(Duration.ZERO);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("collector must be")
        .hasMessageContaining("basePath must be")
        .hasMessageContaining("source must be an absolute URI")
        .hasMessageContaining("batch records must be between 1 and 10000, but was 0")
        .hasMessageContaining("batch bytes must be between 1 and 16777216, but was 1073741824")
        .hasMessageContaining("linger in milliseconds must be between 0 and 3600000, but was -1")
        .hasMessageContaining(
            "callTimeout in milliseconds must be between 1 and 3600000, but was 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"desk", "urn:example:büro"})
  void theSourceIsAnAbsoluteUriInAscii(String source) {
    CollectorClient.Builder builder =
        CollectorClient.builder(URI.create("https://example.com"), URI.create(source));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("source must be");
  }

  @Test
  void aBuilderBuildsOneClient() {
    CollectorClient.Builder builder = to("https://example.com");
    builder.build().close();

    assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void everyReasonOfARefusalHasACodeAndAWayOut() {
    for (Appended.Reason each : Appended.Reason.values()) {
      DeliveryException refused = new DeliveryException(each);

      assertThat(refused.code()).matches("[a-z-]+");
      assertThat(refused.getMessage()).contains(";");
    }
  }
}
