package io.github.feedback4j.insight;

import static io.github.feedback4j.insight.Groups.csat;
import static io.github.feedback4j.insight.Groups.csatScore;
import static io.github.feedback4j.insight.Groups.drawn;
import static io.github.feedback4j.insight.Groups.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.insight.ConfidenceSequence.Look;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.IntervalMethod;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfidenceSequenceTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final int RUNS = 1000;
  private static final int DAYS = 150;
  private static final int PER_DAY = 8;

  static Stream<List<String>> reference() {
    return ReferenceRows.of("confidence-sequences.csv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithIndependentPackages(List<String> row) {
    ConfidenceSequence sequence =
        new ConfidenceSequence(Double.parseDouble(row.get(0)), Double.parseDouble(row.get(1)));
    double n = Double.parseDouble(row.get(4));

    ConfidenceInterval interval = sequence
        .interval(
            Score.of(ReferenceRows.tally("csat", row.get(2))),
            Score.of(ReferenceRows.tally("csat", row.get(3))))
        .orElseThrow();

    assertThat(sequence.halfWidth(1, n)).isCloseTo(Double.parseDouble(row.get(5)), within(1e-9));
    assertThat(interval.low()).isCloseTo(Double.parseDouble(row.get(6)), within(1e-9));
    assertThat(interval.high()).isCloseTo(Double.parseDouble(row.get(7)), within(1e-9));
    assertThat(interval.method()).isEqualTo(IntervalMethod.CONFIDENCE_SEQUENCE);
  }

  @Test
  void isTheFormulaOfTheMeanForManyAnswers() {
    ConfidenceSequence sequence = ConfidenceSequence.tightestAt(100_000);

    ConfidenceInterval interval = sequence
        .interval(csatScore(30_000, 100_000), csatScore(50_000, 100_000))
        .orElseThrow();

    double deviation = 100 * Math.sqrt(0.3 * 0.7 + 0.5 * 0.5);
    assertThat(interval.halfWidth())
        .isCloseTo(sequence.halfWidth(deviation, 100_000), within(1e-3));
  }

  @Test
  void isWiderThanTheIntervalForOneLookAndNarrowestWhereAsked() {
    ConfidenceSequence sequence = ConfidenceSequence.tightestAt(400);

    assertThat(sequence.multiplier(400)).isBetween(3.0, 3.1);
    // As seen from 400 answers, no other choice would be narrower.
    for (double other : new double[] {100, 200, 350, 450, 800, 1600}) {
      assertThat(ConfidenceSequence.tightestAt(other).multiplier(400))
          .isGreaterThan(sequence.multiplier(400) - 2e-3);
    }
  }

  @ParameterizedTest
  @CsvSource({"24, 1000", "1000, 24", "0, 0"})
  void startsAtTwentyFiveAnswersPerGroup(long one, long other) {
    assertThat(ConfidenceSequence.tightestAt(100).interval(csatScore(0, one), csatScore(0, other)))
        .isEmpty();
    assertThat(ConfidenceSequence.tightestAt(100).interval(csatScore(0, 25), csatScore(0, 25)))
        .isPresent();
  }

  @Test
  void twentyFiveWhoAllAgreeAreNoCertainty() {
    ConfidenceInterval interval = ConfidenceSequence.tightestAt(200)
        .interval(csatScore(1980, 2000), csatScore(25, 25))
        .orElseThrow();

    assertThat(interval.contains(0)).isTrue();
    assertThat(interval.low()).isLessThan(-20);
  }

  @Test
  void followsBothGroupsDayByDay() {
    TreeMap<LocalDate, Tally> reference = new TreeMap<>();
    reference.put(MONDAY, csat(10, 20));
    reference.put(MONDAY.plusDays(2), csat(5, 10));
    TreeMap<LocalDate, Tally> compared = new TreeMap<>();
    compared.put(MONDAY.plusDays(1), csat(28, 30));
    compared.put(MONDAY.plusDays(3), csat(400, 410));

    List<Look> looks = ConfidenceSequence.tightestAt(100).follow(reference, compared);

    assertThat(looks.stream().map(each -> each.day().getDayOfMonth())).containsExactly(2, 3, 4, 5);
    assertThat(looks.get(1).interval()).isNull();
    assertThat(looks.get(1).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(looks.get(2).reference().tally()).isEqualTo(csat(15, 30));
    assertThat(looks.get(2).interval()).isNotNull();
    assertThat(looks.get(3).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(ConfidenceSequence.tightestAt(1).follow(new TreeMap<>(), new TreeMap<>()))
        .isEmpty();
    assertThat(ConfidenceSequence.tightestAt(1).follow(csat(1, 2), new TreeMap<>()))
        .isEmpty();
  }

  @Test
  void doesNotFollowDifferentSeries() {
    TreeMap<LocalDate, Tally> days = new TreeMap<>();
    days.put(MONDAY, nps(1, 1, 1));

    assertThatThrownBy(() -> ConfidenceSequence.tightestAt(1).follow(csat(1, 2), days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same series");
  }

  @Test
  void boundsAreChecked() {
    assertThatThrownBy(() -> ConfidenceSequence.tightestAt(0))
        .hasMessage("tightestAt must be above 0, but was 0.0");
    assertThatThrownBy(() -> new ConfidenceSequence(1, 1))
        .hasMessageContaining("level must be between 0 and 1");
    assertThatThrownBy(() -> ConfidenceSequence.tightestAt(1).multiplier(0))
        .hasMessage("n must be above 0, but was 0.0");
    assertThatThrownBy(() -> ConfidenceSequence.tightestAt(1).halfWidth(-1, 5))
        .hasMessage("deviation must be at least 0, but was -1.0");
  }

  // Seeded simulations of a change that does nothing, looked at every day for 150 days. The rate of
  // false alarms has a standard error below 0.7 points; it may exceed 5 % by none at all, and it
  // does
  // not come near, since a sequence that is valid for ever is seen for a while only.
  @ParameterizedTest
  @CsvSource({"0.5, 400", "0.8, 400", "0.95, 400", "0.98, 2000", "0.8, 60"})
  void lookingDailyAtACompleteTimeBeforeAlarmsRarely(double share, int before) {
    FalseAlarms alarms = new FalseAlarms();
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom random = new SplittableRandom(run);
      alarms.count(drawn(share, before, random), false, share, random);
    }

    assertThat(alarms.ofSequence()).isLessThanOrEqualTo(0.05);
    assertThat(alarms.ofFixedInterval()).isGreaterThan(0.10);
  }

  @ParameterizedTest
  @CsvSource({"0.5", "0.8", "0.95"})
  void lookingDailyAtTwoGroupsAlarmsRarely(double share) {
    FalseAlarms alarms = new FalseAlarms();
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom random = new SplittableRandom(run);
      alarms.count(drawn(share, PER_DAY, random), true, share, random);
    }

    assertThat(alarms.ofSequence()).isLessThanOrEqualTo(0.05);
    assertThat(alarms.ofFixedInterval()).isGreaterThan(0.15);
  }

  /** Counts in how many runs each kind of interval excluded the truth, no difference, on some day. */
  private static final class FalseAlarms {

    private final ConfidenceSequence sequence = ConfidenceSequence.tightestAt(400);
    private int runs;
    private int sequenceAlarms;
    private int fixedAlarms;

    void count(Tally reference, boolean grows, double share, SplittableRandom random) {
      Tally first = reference;
      Tally second = Tally.empty(reference.metric());
      boolean sequenceAlarm = false;
      boolean fixedAlarm = false;
      for (int day = 0; day < DAYS; day++) {
        first = grows ? first.plus(drawn(share, PER_DAY, random)) : first;
        second = second.plus(drawn(share, PER_DAY, random));
        Score one = Score.of(first);
        Score other = Score.of(second);
        ConfidenceInterval interval = sequence.interval(one, other).orElse(null);
        if (interval != null) {
          sequenceAlarm |= !interval.contains(0);
          fixedAlarm |= Difference.between(one, other).verdict() != Verdict.CANNOT_TELL;
        }
      }
      runs++;
      sequenceAlarms += sequenceAlarm ? 1 : 0;
      fixedAlarms += fixedAlarm ? 1 : 0;
    }

    double ofSequence() {
      return (double) sequenceAlarms / runs;
    }

    double ofFixedInterval() {
      return (double) fixedAlarms / runs;
    }
  }
}
