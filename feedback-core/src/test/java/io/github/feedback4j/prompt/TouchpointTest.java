package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.AttributeValue;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application hands in: touchpoints, subjects, accountability. */
class TouchpointTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  static Stream<Arguments> refused() {
    return Stream.of(
        row(
            "a blank event",
            () -> Touchpoint.of(" ", "anna"),
            "event must have 1 to 64 characters, but has 1"),
        row(
            "a long event",
            () -> Touchpoint.of("e".repeat(65), "anna"),
            "event must have 1 to 64 characters, but has 65"),
        row(
            "a blank respondent",
            () -> Touchpoint.of("e", ""),
            "respondent must have 1 to 256 characters, but has 0"),
        row(
            "a long respondent",
            () -> Touchpoint.of("e", "r".repeat(257)),
            "respondent must have 1 to 256 characters, but has 257"),
        row(
            "a blank subject",
            () -> new Subject(" ", 1),
            "subject must have 1 to 200 characters, but has 1"),
        row(
            "a long subject",
            () -> new Subject("s".repeat(201), 1),
            "subject must have 1 to 200 characters, but has 201"),
        row("resolution 0", () -> new Subject("s", 0), "resolution must be at least 1, but was 0"),
        row(
            "a blank team",
            () -> Accountability.none().team(" "),
            "team must have 1 to 200 characters, but has 1"),
        row(
            "a long team",
            () -> Accountability.none().team("t".repeat(201)),
            "team must have 1 to 200 characters, but has 201"),
        row(
            "an unknown dimension",
            () -> Accountability.none().with("squad", "x"),
            "dimension must be one of agent, change, channel, location, priority, service, sla, team, but was 'squad'"),
        row(
            "an infinite number",
            () -> Touchpoint.of("e", "r").attribute("n", Double.POSITIVE_INFINITY),
            "number must be finite, but was Infinity"));
  }

  private static Arguments row(String name, ThrowingCallable call, String message) {
    return argumentSet(name, call, message);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void acceptsTheGreatestLengths() {
    Touchpoint touchpoint = Touchpoint.of("e".repeat(64), "r".repeat(256)).subject("s".repeat(200));

    assertThat(touchpoint.respondent()).hasSize(256);
    assertThat(Accountability.none().team("t".repeat(200)).get("team")).hasSize(200);
  }

  @Test
  void attributesAreTyped() {
    Touchpoint touchpoint = Touchpoint.of("e", "r")
        .attribute("text", "x")
        .attribute("number", 3)
        .attribute("bool", true)
        .attribute("time", NOON)
        .attribute("texts", List.of("a", "b"));

    assertThat(touchpoint.attributes().get("text")).isEqualTo(new AttributeValue.Text("x"));
    assertThat(touchpoint.attributes().get("number")).isEqualTo(AttributeValue.Numeric.of(3.0));
    assertThat(touchpoint.attributes().get("bool")).isEqualTo(new AttributeValue.Bool(true));
    assertThat(touchpoint.attributes().get("time")).isEqualTo(new AttributeValue.Time(NOON));
    assertThat(touchpoint.attributes().get("texts"))
        .isEqualTo(new AttributeValue.Texts(List.of("a", "b")));
  }

  @Test
  void everyDimensionIsKeptUnderItsName() {
    Accountability full = Accountability.none()
        .team("1")
        .agent("2")
        .service("3")
        .channel("4")
        .location("5")
        .priority("6")
        .change("7")
        .slaMet(false)
        .openedAt(NOON)
        .closedAt(NOON.plusSeconds(1));

    assertThat(full.dimensions().keySet()).containsExactlyElementsOf(Accountability.DIMENSIONS);
    assertThat(full.dimensions().values())
        .containsExactly("2", "7", "4", "5", "6", "3", "missed", "1");
    assertThat(full.openedAt()).isEqualTo(NOON);
    assertThat(full.closedAt()).isEqualTo(NOON.plusSeconds(1));
    assertThat(full).isEqualTo(full.team("1")).isNotEqualTo(full.team("x"));
    assertThat(full).isNotEqualTo(full.openedAt(NOON.plusSeconds(9)));
    assertThat(full.hashCode()).isEqualTo(full.team("1").hashCode());
  }

  @Test
  void saysUnderWhichCircumstancesItCameAbout() {
    Touchpoint touchpoint = Touchpoint.of("ticket.closed", "anna")
        .subject("INC-1")
        .parent("MAJOR-7", 2)
        .occurredAt(NOON)
        .memberSince(NOON.minusSeconds(1))
        .closedBy("ben")
        .zone(ZoneId.of("Europe/Paris"))
        .flag(Touchpoint.Flag.SPAM)
        .flag(Touchpoint.Flag.MERGED)
        .flag(Touchpoint.Flag.SPAM);

    assertThat(touchpoint.subject()).isEqualTo(new Subject("INC-1", 1));
    assertThat(touchpoint.parent()).isEqualTo(new Subject("MAJOR-7", 2));
    assertThat(touchpoint.about()).isEqualTo(new Subject("MAJOR-7", 2));
    assertThat(touchpoint.occurredAt()).isEqualTo(NOON);
    assertThat(touchpoint.memberSince()).isEqualTo(NOON.minusSeconds(1));
    assertThat(touchpoint.closedBy()).isEqualTo("ben");
    assertThat(touchpoint.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(touchpoint.flags()).containsExactly(Touchpoint.Flag.MERGED, Touchpoint.Flag.SPAM);
    assertThat(Touchpoint.of("ticket.closed", "anna").flags()).isEmpty();
  }

  @Test
  void aTimeOutsideOfHistoryIsRefused() {
    Touchpoint plain = Touchpoint.of("ticket.closed", "anna");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> plain.occurredAt(Instant.MAX))
        .withMessage("occurredAt must be in the years 1900 to 9998, but was " + Instant.MAX);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plain.memberSince(Instant.EPOCH.minus(Duration.ofDays(50_000))))
        .withMessageStartingWith("memberSince must be in the years 1900 to 9998, but was 1833");
  }

  @Test
  void noTextShowsAPerson() {
    Touchpoint touchpoint = Touchpoint.of("ticket.closed", "anna.durand")
        .subject("INC-1")
        .attribute("name", "Durand")
        .accountable(a -> a.agent("b.martin").team("Network"));

    assertThat(touchpoint).hasToString("Touchpoint[ticket.closed INC-1]");
    assertThat(touchpoint.accountability()).hasToString("Accountability{team=Network}");
    assertThat(touchpoint.attributes()).hasToString("Attributes[name]");
    Invitation invitation = new EngineFixture(
            ContactRules.none(), Surveys.csat("csat").on("ticket.closed"))
        .invite(touchpoint);
    assertThat(invitation.toString()).doesNotContain("anna").contains("csat v1");
  }
}
