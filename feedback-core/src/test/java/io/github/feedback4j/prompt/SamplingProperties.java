package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.CalendarPeriod;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Sampling.Segment;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.DoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The laws of sampling. */
class SamplingProperties {

  private static final Condition VIP = Condition.eq("vip", true);

  @Property
  void raisingARateUnselectsNobodyInAnyMode(
      @ForAll("modes") DoubleFunction<Sampling> mode,
      @ForAll("people") String person,
      @ForAll @IntRange(min = 0, max = 100) int days,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    Moment moment = moment(person, EngineFixture.START.plusSeconds(days * 86_400L));

    boolean atLow = passes(mode.apply(Math.min(one, other)), moment);
    boolean atHigh = passes(mode.apply(Math.max(one, other)), moment);

    assertThat(!atLow || atHigh).isTrue();
  }

  @Property
  void zeroAsksNobodyAndOneEverybodyInTheirTurn(
      @ForAll("modes") DoubleFunction<Sampling> mode, @ForAll("people") String person) {
    Sampling nobody = mode.apply(0);
    Moment moment = moment(person, EngineFixture.START);

    assertThat(passes(nobody, moment)).isFalse();
    boolean turn =
        !(nobody instanceof Sampling.Rotating rotating) || passes(rotating.withRate(1), moment);
    assertThat(passes(mode.apply(1), moment)).isEqualTo(turn);
  }

  @Property
  void theProbabilityThatIsRecordedIsTheRateThatWasApplied(
      @ForAll("modes") DoubleFunction<Sampling> mode,
      @ForAll("people") String person,
      @ForAll @DoubleRange(min = 0.01, max = 1) double rate) {
    SamplingGate gate = gate(mode.apply(rate));
    Moment moment = moment(person, EngineFixture.START);

    assertThat(gate.probability(moment)).isEqualTo(rate);
  }

  @Property
  void theSaltKeepsThePeopleOfARenamedSurveyInAnyMode(
      @ForAll("modes") DoubleFunction<Sampling> mode,
      @ForAll("people") String person,
      @ForAll @DoubleRange(min = 0, max = 1) double rate) {
    Moment moment = moment(person, EngineFixture.START);
    Sampling sampling = mode.apply(rate);
    Sampling salted = sampling instanceof Sampling.Layer ? sampling : sampling.withSalt("csat");
    Survey renamed = Surveys.csat("csat-2027").withSampling(salted);

    assertThat(gate(renamed).judge(moment) == null).isEqualTo(passes(sampling, moment));
  }

  @Property
  void rotatingAsksEverybodyInExactlyOnePeriodOfACycle(
      @ForAll @IntRange(min = 1, max = 13) int panels,
      @ForAll("periods") CalendarPeriod period,
      @ForAll("zones") ZoneId zone,
      @ForAll("people") String person,
      @ForAll @IntRange(min = 17_000, max = 40_000) int epochDay) {
    SamplingGate gate = gate(Sampling.rotating(panels, period).withZone(zone));
    long first = period.number(LocalDate.ofEpochDay(epochDay));

    int turns = 0;
    for (long number = first; number < first + panels; number++) {
      Instant begin = period.first(number).atStartOfDay(zone).toInstant();
      Instant end = period.first(number + 1).atStartOfDay(zone).toInstant();
      boolean turn = gate.judge(moment(person, begin)) == null;
      assertThat(gate.judge(moment(person, end.minusNanos(1))) == null).isEqualTo(turn);
      turns += turn ? 1 : 0;
    }
    assertThat(turns).isEqualTo(1);
  }

  @Property
  void whoIsOutOfTurnIsEligibleWhenTheirNextPeriodBegins(
      @ForAll @IntRange(min = 2, max = 13) int panels,
      @ForAll("periods") CalendarPeriod period,
      @ForAll("zones") ZoneId zone,
      @ForAll("people") String person,
      @ForAll @IntRange(min = 1_500_000_000, max = 2_000_000_000) int second) {
    SamplingGate gate = gate(Sampling.rotating(panels, period).withZone(zone));
    Decision.Skip skip = gate.judge(moment(person, Instant.ofEpochSecond(second)));
    if (skip == null) {
      return;
    }

    Instant eligibleAt = skip.eligibleAt();
    assertThat(eligibleAt).isAfter(Instant.ofEpochSecond(second));
    assertThat(gate.judge(moment(person, eligibleAt))).isNull();
    Decision.Skip before = gate.judge(moment(person, eligibleAt.minusNanos(1)));
    assertThat(before).isNotNull().isEqualTo(skip);
  }

  @Property
  void aSegmentIsAnotherThresholdOnTheSameDraw(
      @ForAll("people") String person,
      @ForAll boolean vip,
      @ForAll @DoubleRange(min = 0, max = 1) double rate,
      @ForAll @DoubleRange(min = 0, max = 1) double otherwise) {
    Moment moment = moment(person, EngineFixture.START, vip);

    assertThat(passes(Sampling.segments(otherwise, new Segment(VIP, rate)), moment))
        .isEqualTo(SamplingPosition.of("csat", person) < (vip ? rate : otherwise));
  }

  @Property
  void nobodyIsInTwoSlotsOfALayerAndEverybodyInOneOfSlotsThatFillIt(
      @ForAll("people") String person, @ForAll @IntRange(min = 1, max = 99) int cut) {
    Sampling left = Sampling.layer("q4", 0, cut / 100.0);
    Sampling right = Sampling.layer("q4", cut / 100.0, (100 - cut) / 100.0);
    Moment moment = moment(person, EngineFixture.START);

    assertThat(passes(left, moment)).isNotEqualTo(passes(right, moment));
  }

  @Property
  void aHigherBaseOrMoreThatIsDueNeverLowersTheRateOfAGroup(
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other,
      @ForAll @IntRange(min = 0, max = 100) int answers,
      @ForAll @IntRange(min = 0, max = 100) int due,
      @ForAll @IntRange(min = 0, max = 100) int more) {
    double low = CoverageCounts.rate(Math.min(one, other), answers, due);
    double high = CoverageCounts.rate(Math.max(one, other), answers, due);

    assertThat(low).isBetween(Math.min(one, other), 1.0).isLessThanOrEqualTo(high);
    assertThat(CoverageCounts.rate(one, answers, due + more))
        .isGreaterThanOrEqualTo(CoverageCounts.rate(one, answers, due));
    assertThat(CoverageCounts.rate(one, answers + more, due))
        .isLessThanOrEqualTo(CoverageCounts.rate(one, answers, due));
  }

  private static boolean passes(Sampling sampling, Moment moment) {
    return gate(sampling).judge(moment) == null;
  }

  private static SamplingGate gate(Sampling sampling) {
    return gate(Surveys.csat("csat").withSampling(sampling));
  }

  /** A gate whose groups, if it has any, are on schedule. */
  private static SamplingGate gate(Survey survey) {
    CoverageCounts counts = survey.sampling() instanceof Sampling.Coverage coverage
        ? new CoverageCounts(
            survey.key(),
            coverage,
            new InMemorySurveyCounters(),
            new TroubleLog(() -> EngineFixture.START))
        : null;
    return SamplingGate.of(survey, counts, new Numbering(List.of(survey)));
  }

  private static Moment moment(String person, Instant now) {
    return moment(person, now, true);
  }

  private static Moment moment(String person, Instant now, boolean vip) {
    return Moment.of(
        new Numbering(List.of()),
        Touchpoint.of("ticket.closed", "x").subject("INC-1").attribute("vip", vip),
        new RespondentKey(person),
        ContactHistory.EMPTY,
        now);
  }

  @Provide
  Arbitrary<DoubleFunction<Sampling>> modes() {
    return Arbitraries.of(
        Sampling::people,
        Sampling::touchpoints,
        rate -> Sampling.rotating(3, CalendarPeriod.month()).withRate(rate),
        rate -> Sampling.segments(0, new Segment(VIP, rate)),
        rate -> Sampling.segments(rate, new Segment(Condition.present("other"), 1)),
        rate -> Sampling.coverage(rate, 1, CalendarPeriod.year()),
        rate -> Sampling.layer("q4", 0, rate));
  }

  @Provide
  Arbitrary<String> people() {
    return Arbitraries.longs().map(Long::toHexString);
  }

  @Provide
  Arbitrary<CalendarPeriod> periods() {
    return Arbitraries.of("day", "week", "month", "quarter", "half-year", "year", "P10D", "P5M")
        .map(CalendarPeriod::parse);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    // With clocks that change at midnight, by half an hour, and never.
    return Arbitraries.of(
            "UTC",
            "Europe/Paris",
            "America/New_York",
            "America/Sao_Paulo",
            "Asia/Beirut",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "-03:30")
        .map(ZoneId::of);
  }
}
