package io.github.feedback4j.spring.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class SetUpTest {

  private static final String DESK = "feedback4j.collector.applications.desk.";
  private static final String PORTAL = "feedback4j.collector.applications.portal.";
  private static final String HASH = "ab".repeat(32);
  private static final String OTHER_HASH = "cd".repeat(32);

  private final Map<String, String> properties =
      new HashMap<>(Map.of(DESK + "source", "urn:example:desk", DESK + "token-hashes[0]", HASH));

  private CollectorProperties bound() {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("feedback4j.collector", CollectorProperties.class);
  }

  private CollectorSetUpException refused() {
    return catchThrowableOfType(
        CollectorSetUpException.class, () -> SetUp.senders(bound(), () -> 0));
  }

  @Test
  void isOffWithLimitsThatSuitASender() {
    properties.clear();

    assertThat(bound())
        .hasToString("CollectorProperties[enabled=false, applications={}, unknownSurveys=REJECT, "
            + "maxBody=1048576B, maxInflated=8388608B, maxEvents=1000, maxConcurrent=8, "
            + "rateLimit=RateLimit[batches=1200, within=PT1M]]");
  }

  @Test
  void anApplicationHasASourceAndTokensOfItsOwn() {
    properties.put(DESK + "token-hashes[1]", OTHER_HASH);

    assertThat(SetUp.senders(bound(), () -> 0).count()).isEqualTo(1);
    assertThat(bound().applications().get("desk"))
        .hasToString("Application[urn:example:desk, 2 tokens]");
  }

  @Test
  void aCollectorForNobodyIsRefused() {
    properties.clear();

    assertThat(refused().mistakes())
        .containsExactly("feedback4j.collector.applications must name who may send, such as "
            + "feedback4j.collector.applications.desk.source=urn:example:desk and "
            + "feedback4j.collector.applications.desk.token-hashes[0]");
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnceAndInOrder() {
    properties.remove(DESK + "source");
    properties.remove(DESK + "token-hashes[0]");
    properties.put(PORTAL + "token-hashes[0]", HASH);
    properties.put("feedback4j.collector.max-body", "100B");
    properties.put("feedback4j.collector.max-inflated", "65MB");
    properties.put("feedback4j.collector.max-events", "0");
    properties.put("feedback4j.collector.max-concurrent", "257");
    properties.put("feedback4j.collector.rate-limit.batches", "-1");
    properties.put("feedback4j.collector.rate-limit.within", "0s");

    assertThat(refused().mistakes())
        .containsExactly(
            "feedback4j.collector.max-body must be between 1024B and 67108864B, but was 100B",
            "feedback4j.collector.max-inflated must be between 100B and 67108864B, but was 68157440B",
            "feedback4j.collector.max-events must be between 1 and 5000, but was 0",
            "feedback4j.collector.max-concurrent must be between 1 and 256, but was 257",
            "feedback4j.collector.rate-limit.batches must be between 0 and 1000000, but was -1",
            "feedback4j.collector.rate-limit.within must be between 1s and 1d, but was PT0S",
            PORTAL + "source must be the URI that the application's events name as their source, "
                + "such as urn:example:desk, of 1 to 500 characters, but has 0");
  }

  @Test
  void aHashThatIsNoneIsRefusedAndNotRepeatedForItMayBeTheToken() {
    properties.put(DESK + "token-hashes[0]", "fb4j_00000000000000000000000000000000");

    CollectorSetUpException refused = refused();
    FailureAnalysis analysis = new CollectorSetUpFailureAnalyzer().analyze(refused);

    assertThat(refused.mistakes())
        .containsExactly(
            DESK + "token-hashes[0] must be a SHA-256 hash in 64 hexadecimal digits or in Base64, "
                + "but is 37 other characters");
    assertThat(analysis.getDescription())
        .contains(DESK + "token-hashes[0] must be a SHA-256 hash")
        .doesNotContain("fb4j_0");
    assertThat(analysis.getAction()).contains("openssl rand", "openssl dgst -sha256");
  }

  @Test
  void twoApplicationsMayShareNeitherSourceNorToken() {
    properties.put(PORTAL + "source", "urn:example:desk");
    properties.put(PORTAL + "token-hashes[0]", HASH);

    assertThat(refused().mistakes())
        .containsExactly(
            PORTAL + "source must be its own, but 'desk' has the same",
            PORTAL + "token-hashes[0] must be of a token of its own, but 'desk' has the same");
  }
}
