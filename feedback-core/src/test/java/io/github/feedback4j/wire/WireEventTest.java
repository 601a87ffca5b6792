package io.github.feedback4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WireEventTest {

  private static final EventData DATA = new RespondentErased(Events.RESPONDENT);
  private static final Instant TIME = Instant.parse("2026-01-31T08:00:00Z");

  @Test
  void theSourceMustBeAShortUriReferenceInAscii() {
    assertThat(event("/desk", null, TIME).source()).hasToString("/desk");
    assertThat(event("x".repeat(500), null, TIME).source().toString()).hasSize(500);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> event("", null, TIME))
        .withMessage("source must have 1 to 500 characters, but has 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> event("x".repeat(501), null, TIME))
        .withMessage("source must have 1 to 500 characters, but has 501");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> event("/\u00e9t\u00e9", null, TIME))
        .withMessage("source must have ASCII characters only; percent-encode the others");
  }

  @Test
  void aSubjectMustHaveOneTo200Characters() {
    assertThat(event("/", "x".repeat(200), TIME).subject()).hasSize(200);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> event("/", "", TIME))
        .withMessage("subject must have 1 to 200 characters, but has 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> event("/", "x".repeat(201), TIME))
        .withMessage("subject must have 1 to 200 characters, but has 201");
  }

  @Test
  void theTimeMustHaveAYearOfFourDigits() {
    assertThat(event("/", null, Instant.parse("0000-01-01T00:00:00Z")).time()).isNotNull();
    assertThat(event("/", null, Instant.parse("9999-12-31T23:59:59.999999999Z")).time())
        .isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> event("/", null, Instant.parse("-0001-12-31T23:59:59Z")))
        .withMessage("time must be in the years 0 to 9999, but was -0001-12-31T23:59:59Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> event("/", null, Instant.parse("+10000-01-01T00:00:00Z")))
        .withMessage("time must be in the years 0 to 9999, but was +10000-01-01T00:00:00Z");
  }

  @Test
  void everyDataHasItsType() {
    assertThat(EventWriterTest.events().map(each -> each.data().type()).distinct())
        .containsExactlyInAnyOrder(EventType.values());
    assertThat(Arrays.stream(EventType.values()).map(EventType::text))
        .containsExactly(
            "io.github.feedback4j.response.v1",
            "io.github.feedback4j.contact.v1",
            "io.github.feedback4j.erasure.v1",
            "io.github.feedback4j.survey.v1");
  }

  @Test
  void toStringTellsNeitherSubjectNorPerson() {
    assertThat(Events.usual())
        .hasToString(
            "WireEvent[019c11d2-7d3b-7c66-8000-000000000001, io.github.feedback4j.response.v1]");
    assertThat(EventWriterTest.events().map(each -> each.data().toString()))
        .noneMatch(each -> each.contains("kind") || each.contains(Events.RESPONDENT.value()));
  }

  private static WireEvent event(String source, String subject, Instant time) {
    return new WireEvent(Events.uuid(1), URI.create(source), subject, time, DATA);
  }
}
