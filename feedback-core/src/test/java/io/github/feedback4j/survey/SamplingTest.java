package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.Sampling.Layer;
import io.github.feedback4j.survey.Sampling.Segment;
import io.github.feedback4j.survey.Sampling.Segments;
import java.time.ZoneId;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 1e-9, 0.1, 0.5, 1})
  void takesEveryShare(double rate) {
    assertThat(((Sampling.People) Sampling.people(rate)).rate()).isEqualTo(rate);
    assertThat(((Sampling.Touchpoints) Sampling.touchpoints(rate)).rate()).isEqualTo(rate);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        -Double.MIN_VALUE,
        -0.1,
        1.0000001,
        25,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY
      })
  void refusesWhatIsNoShare(double rate) {
    String message = "rate must be between 0 and 1, but was " + rate;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.people(rate))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.touchpoints(rate))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.rotating(2, CalendarPeriod.month()).withRate(rate))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Segment(Condition.present("a"), rate))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.segments(rate, new Segment(Condition.present("a"), 1)))
        .withMessage("otherwise must be between 0 and 1, but was " + rate);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.coverage(rate, 30, CalendarPeriod.month()))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.layer("q4", rate, 0))
        .withMessage("from must be between 0 and 1, but was " + rate);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.layer("q4", 0, rate))
        .withMessage("share must be between 0 and 1, but was " + rate);
  }

  @ParameterizedTest
  @MethodSource
  void isWrittenAsInASurveyFile(Sampling sampling, String definition) {
    assertThat(sampling.definition()).isEqualTo(definition);
  }

  static Stream<Arguments> isWrittenAsInASurveyFile() {
    return Stream.of(
        argumentSet("people", Sampling.people(0.25), "{people: 0.25}"),
        argumentSet("salted", Sampling.people(0.25).withSalt("old"), "{people: 0.25, salt: old}"),
        argumentSet("touchpoints", Sampling.touchpoints(1), "{touchpoints: 1.0}"),
        argumentSet(
            "rotating",
            Sampling.rotating(4, CalendarPeriod.quarter()).withZone(ZoneId.of("Europe/Paris")),
            "{rotating: {panels: 4, period: quarter, zone: Europe/Paris, rate: 1.0}}"),
        argumentSet(
            "segments",
            Sampling.segments(0.1, new Segment(Condition.eq("vip", true), 1)),
            "{segments: [{when: {attribute: vip, eq: true}, rate: 1.0}], otherwise: 0.1}"),
        argumentSet(
            "coverage",
            Sampling.coverage(0.1, 30, CalendarPeriod.ofDays(14)),
            "{coverage: {rate: 0.1, minPerGroup: 30, period: P14D, group: team, zone: UTC}}"),
        argumentSet(
            "layer", Sampling.layer("q4", 0, 0.2), "{layer: {name: q4, from: 0.0, share: 0.2}}"));
  }

  @Test
  void rotatesAThousandPanelsAtMost() {
    assertThat(Sampling.rotating(1_000, CalendarPeriod.day()).panels()).isEqualTo(1_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.rotating(1_001, CalendarPeriod.day()))
        .withMessage("panels must be between 1 and 1000, but was 1001");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.rotating(0, CalendarPeriod.day()))
        .withMessage("panels must be between 1 and 1000, but was 0");
  }

  @Test
  void hasFiftySegmentsAtMost() {
    Segment segment = new Segment(Condition.present("a"), 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.segments(0))
        .withMessage("'segments' must have 1 to 50 entries, but has 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Segments(Collections.nCopies(51, segment), 0, null))
        .withMessage("'segments' must have 1 to 50 entries, but has 51");
  }

  @Test
  void coversTheDimensionsOfAnAccountabilityOnly() {
    Sampling.Coverage coverage = Sampling.coverage(0.1, 30, CalendarPeriod.month());

    assertThat(coverage.group()).isEqualTo("team");
    assertThat(coverage.withGroup("service").group()).isEqualTo("service");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coverage.withGroup("ticket"))
        .withMessage(
            "group must be one of agent, change, channel, location, priority, service, sla, team, but was 'ticket'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.coverage(0.1, 0, CalendarPeriod.month()))
        .withMessage("minPerGroup must be between 1 and 10000, but was 0");
  }

  @Test
  void aSlotEndsWhereItEndsOnPaper() {
    Layer first = new Layer("q4", 0.1, 0.2);
    Layer second = new Layer("q4", 0.3, 0.7);

    assertThat(first.end()).isEqualTo(0.3);
    assertThat(second.end()).isEqualTo(1);
    assertThat(first.overlaps(second)).isFalse();
    assertThat(first.overlaps(new Layer("q4", 0.29, 0.1))).isTrue();
    assertThat(first.overlaps(new Layer("q3", 0.1, 0.2))).isFalse();
    assertThat(first.overlaps(new Layer("q4", 0.15, 0))).as("with nobody").isFalse();
  }

  @Test
  void aSlotMustNotEndBeyondItsLayer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.layer("q4", 0.9, 0.2))
        .withMessage("from and share must be at most 1 together, but were 0.9 and 0.2");
  }

  @Test
  void theSaltOfALayerIsItsName() {
    assertThat(Sampling.layer("q4", 0, 0.2).salt()).isEqualTo("q4");
    assertThat(Sampling.layer("q4", 0, 0.2).withSalt("q1")).isEqualTo(Sampling.layer("q1", 0, 0.2));
  }

  @Test
  void takesNegativeZeroForZero() {
    assertThat(Sampling.people(-0.0)).isEqualTo(Sampling.people(0.0));
    assertThat(Sampling.touchpoints(-0.0)).isEqualTo(Sampling.touchpoints(0.0));
  }

  @Test
  void everybodyIsAllPeople() {
    assertThat(Sampling.everybody()).isEqualTo(Sampling.people(1));
  }

  @Test
  void drawsPeopleAndTouchpointsApart() {
    assertThat(Sampling.people(0.5)).isNotEqualTo(Sampling.touchpoints(0.5));
  }

  @Test
  void usesTheKeyOfTheSurveyUnlessSalted() {
    assertThat(Sampling.people(0.5).salt()).isNull();
    assertThat(Sampling.touchpoints(0.5).salt()).isNull();
  }

  @Test
  void aSaltLeavesKindAndRateAlone() {
    assertThat(Sampling.people(0.5).withSalt("old-key"))
        .isEqualTo(new Sampling.People(0.5, "old-key"));
    assertThat(Sampling.touchpoints(0.5).withSalt("old-key"))
        .isEqualTo(new Sampling.Touchpoints(0.5, "old-key"));
    assertThat(Sampling.rotating(2, CalendarPeriod.year()).withRate(0.5).withSalt("old-key"))
        .isEqualTo(
            new Sampling.Rotating(2, CalendarPeriod.year(), ZoneId.of("UTC"), 0.5, "old-key"));
    assertThat(
            Sampling.coverage(0.5, 9, CalendarPeriod.year()).withSalt("old-key").salt())
        .isEqualTo("old-key");
  }

  @Test
  void refusesASaltThatNoSurveyCouldHaveAsKey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.people(0.5).withSalt("old key"))
        .withMessage("salt must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was 'old key'");
  }
}
