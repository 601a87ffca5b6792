package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.survey.Pacing;
import io.github.feedback4j.survey.Per;
import io.github.feedback4j.survey.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The laws of pacing, whatever the calendar. */
class PacingBudgetProperties {

  @Provide
  Arbitrary<Pacing> pacings() {
    Arbitrary<Integer> answers = Arbitraries.oneOf(
        Arbitraries.integers().between(1, 100),
        Arbitraries.integers().between(1, Quota.MAX_ANSWERS));
    Arbitrary<ZoneId> zones = Arbitraries.of(
            "UTC",
            "Europe/Paris",
            "America/St_Johns",
            "Pacific/Apia",
            "Africa/Casablanca",
            "+14:00")
        .map(ZoneId::of);
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay);
    return Combinators.combine(
            answers, Arbitraries.of(Per.DAY, Per.WEEK, Per.MONTH), zones, times, times)
        .as((number, per, zone, one, other) ->
            new Pacing(number, per, zone, one, one.isBefore(other) ? other : LocalTime.MIDNIGHT));
  }

  /** Days with leap years, with changes of the clock, and with Apia's missing 30 December 2011. */
  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 20 * 366)
        .map(days -> LocalDate.of(2011, 12, 1).plusDays(days));
  }

  @Property
  void theBudgetsOfAPeriodAddUpToItsNumber(
      @ForAll("pacings") Pacing pacing, @ForAll("days") LocalDate day) {
    PacingBudget budget = new PacingBudget("csat", pacing);
    long used = 0;
    for (LocalDate each : period(pacing, day)) {
      long today = budget.budget(each, used);
      assertThat(today).isNotNegative();
      used += today;
    }
    assertThat(used).isEqualTo(pacing.answers());
  }

  @Property
  void ifEveryDayUsesItsBudgetNoTwoDaysDifferByMoreThanOne(
      @ForAll("pacings") Pacing pacing, @ForAll("days") LocalDate day) {
    PacingBudget budget = new PacingBudget("csat", pacing);
    List<Long> budgets = new ArrayList<>();
    long used = 0;
    for (LocalDate each : period(pacing, day)) {
      budgets.add(budget.budget(each, used));
      used += budgets.get(budgets.size() - 1);
    }
    long least = budgets.stream().mapToLong(each -> each).min().orElseThrow();
    long most = budgets.stream().mapToLong(each -> each).max().orElseThrow();

    assertThat(most - least).isLessThanOrEqualTo(1);
  }

  @Property
  void whatIsCarriedOverNeverExceedsThePeriodAndTheLastDayHasAllThatIsLeft(
      @ForAll("pacings") Pacing pacing,
      @ForAll("days") LocalDate day,
      @ForAll @Size(31) List<@IntRange(min = 0, max = 100) Integer> percents) {
    PacingBudget budget = new PacingBudget("csat", pacing);
    List<LocalDate> period = period(pacing, day);
    long used = 0;
    for (int i = 0; i < period.size(); i++) {
      long today = budget.budget(period.get(i), used);
      assertThat(used + today).isLessThanOrEqualTo(pacing.answers());
      if (i == period.size() - 1) {
        assertThat(used + today).isEqualTo(pacing.answers());
      }
      used += today * percents.get(i) / 100;
    }
  }

  @Property
  void aSurveyThatStartsLateMakesNoBurst(
      @ForAll("pacings") Pacing pacing, @ForAll("days") LocalDate day) {
    PacingBudget budget = new PacingBudget("csat", pacing);
    List<LocalDate> left =
        period(pacing, day).stream().filter(each -> !each.isBefore(day)).toList();
    long evenly = (pacing.answers() + left.size() - 1L) / left.size();

    assertThat(budget.budget(day, 0)).isLessThanOrEqualTo(evenly + 1);
  }

  @Property
  void withinADayTheLimitOnlyRisesFromNothingToItsBudget(
      @ForAll("pacings") Pacing pacing,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(min = 0, max = 86_398) int one,
      @ForAll @IntRange(min = 0, max = 86_398) int other) {
    PacingBudget budget = new PacingBudget("csat", pacing);
    Instant start = day.atStartOfDay(pacing.zone()).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(pacing.zone()).toInstant();
    if (!LocalDate.ofInstant(start, pacing.zone()).equals(day)) {
      return; // the day that Apia left out
    }
    Instant earlier = start.plusSeconds(Math.min(one, other));
    Instant later = start.plusSeconds(Math.max(one, other));
    long whole = budget.budget(day, 0);

    boolean isSecond = pacing.until().equals(LocalTime.of(0, 0, 1));
    assertThat(budget.limit(Count.NONE, start)).isEqualTo(isSecond ? whole : 0);
    if (later.isBefore(end)) {
      assertThat(budget.limit(Count.NONE, earlier)).isBetween(0L, budget.limit(Count.NONE, later));
      assertThat(budget.limit(Count.NONE, later)).isLessThanOrEqualTo(whole);
    }
    assertThat(budget.limit(Count.NONE, end.minusSeconds(1))).isEqualTo(whole);
  }

  @Property
  void theNextUnitIsThereWhenItIsSaidAndNoSooner(
      @ForAll("pacings") Pacing pacing,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(min = 0, max = 82_000) int second) {
    PacingBudget budget = new PacingBudget("csat", pacing);
    Instant now = day.atStartOfDay(pacing.zone()).toInstant().plusSeconds(second);
    Count count = used(budget, now);

    Instant next = Objects.requireNonNull(budget.nextUnit(count, now));

    assertThat(next).isAfter(now);
    assertThat(left(budget, count, now, now)).isZero();
    assertThat(left(budget, count, now, next)).isPositive();
    Instant justBefore = next.minusSeconds(1);
    if (justBefore.isAfter(now)) {
      assertThat(left(budget, count, now, justBefore)).isZero();
    }
  }

  @Property
  void aPeriodThatIsSpentHasItsNextUnitInTheNextOne(
      @ForAll("pacings") Pacing pacing,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(min = 0, max = 82_000) int second) {
    PacingBudget budget = new PacingBudget("csat", pacing);
    Instant now = day.atStartOfDay(pacing.zone()).toInstant().plusSeconds(second);
    Count count = budget.noted(Count.NONE, now).take(pacing.answers());

    Instant next = Objects.requireNonNull(budget.nextUnit(count, now));

    assertThat(next).isAfterOrEqualTo(budget.counter(now).until());
    assertThat(budget.limit(Count.NONE, next)).isPositive();
  }

  @Property
  void eachHourOfTheWindowGetsItsShare(
      @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 2_000) int answers) {
    Pacing pacing = Pacing.perDay(answers).between(LocalTime.of(8, 0), LocalTime.of(18, 0));
    PacingBudget budget = new PacingBudget("csat", pacing);
    Instant opening = day.atTime(8, 0).atZone(pacing.zone()).toInstant();
    for (int hour = 0; hour < 10; hour++) {
      long released = budget.limit(Count.NONE, opening.plus(Duration.ofHours(hour + 1)))
          - budget.limit(Count.NONE, opening.plus(Duration.ofHours(hour)));
      assertThat(released).isBetween((long) answers / 10 - 1, (long) answers / 10 + 2);
    }
  }

  /** Returns how many units there are at a time, after a count that was kept at an earlier time. */
  private static long left(PacingBudget budget, Count count, Instant kept, Instant at) {
    Count then = budget.counter(at).equals(budget.counter(kept)) ? count : Count.NONE;
    return Math.max(0, budget.limit(then, at) - then.taken());
  }

  /** Returns the count after everything was used that is released by this time. */
  private static Count used(PacingBudget budget, Instant now) {
    Count noted = budget.noted(Count.NONE, now);
    return noted.take((int) (budget.limit(noted, now) - noted.taken()));
  }

  private static List<LocalDate> period(Pacing pacing, LocalDate day) {
    LocalDate first = pacing.per().first(day);
    return first.datesUntil(Objects.requireNonNull(pacing.per().next(first))).toList();
  }
}
