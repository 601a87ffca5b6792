package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.Sampling.Segment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sampling and conditions as people write them, with what they leave out. */
class SamplingFormatTest {

  @ParameterizedTest
  @MethodSource
  void reads(String lines, Sampling expected) {
    assertThat(read(lines).sampling()).isEqualTo(expected);
  }

  static Stream<Arguments> reads() {
    return Stream.of(
        argumentSet("nothing", "", Sampling.everybody()),
        argumentSet("people", "sampling: {people: 0.25}", Sampling.people(0.25)),
        argumentSet(
            "touchpoints with a salt",
            "sampling: {touchpoints: 1e-2, salt: old}",
            Sampling.touchpoints(0.01).withSalt("old")),
        argumentSet(
            "turns",
            "sampling: {rotating: {panels: 2, period: half-year}}",
            Sampling.rotating(2, CalendarPeriod.halfYear())),
        argumentSet(
            "turns with everything",
            """
            sampling:
              rotating: {panels: 12, period: P2W, zone: Europe/Paris, rate: 0.5}
              salt: old
            """,
            Sampling.rotating(12, CalendarPeriod.ofDays(14))
                .withZone(ZoneId.of("Europe/Paris"))
                .withRate(0.5)
                .withSalt("old")),
        argumentSet(
            "segments",
            """
            sampling:
              segments:
                - {when: {attribute: vip, eq: true}, rate: 1}
                - when: {attribute: days, gt: 5}
                  rate: 0.5
              otherwise: 0.1
            """,
            Sampling.segments(
                0.1,
                new Segment(Condition.eq("vip", true), 1),
                new Segment(Condition.gt("days", 5), 0.5))),
        argumentSet(
            "coverage",
            "sampling: {coverage: {rate: 0.1, minPerGroup: 30, period: quarter}}",
            Sampling.coverage(0.1, 30, CalendarPeriod.quarter())),
        argumentSet(
            "coverage with everything",
            "sampling: {coverage: {rate: 0.1, minPerGroup: 30, period: P6M, group: service, zone: Asia/Kathmandu}, salt: old}",
            Sampling.coverage(0.1, 30, CalendarPeriod.halfYear())
                .withGroup("service")
                .withZone(ZoneId.of("Asia/Kathmandu"))
                .withSalt("old")),
        argumentSet(
            "layer",
            "sampling: {layer: {name: q4, from: 0.2, share: 0.3}}",
            Sampling.layer("q4", 0.2, 0.3)));
  }

  @Test
  void timesOfConditionsMayHaveAnyOffset() {
    assertThat(read("audience: {attribute: opened, before: 2026-01-31T09:00:00+01:00}")
            .audience())
        .isEqualTo(Condition.before("opened", Instant.parse("2026-01-31T08:00:00Z")));
    assertThat(
            read("audience: {attribute: opened, between: [2026-01-31T08:00:00Z, 2026-02-01T08:00:00Z]}")
                .audience())
        .isEqualTo(Condition.between(
            "opened",
            Instant.parse("2026-01-31T08:00:00Z"),
            Instant.parse("2026-02-01T08:00:00Z")));
  }

  private static Survey read(String lines) {
    return SurveyReader.read("a.yaml", SurveyFiles.content("minimal.yaml") + lines + "\n");
  }
}
