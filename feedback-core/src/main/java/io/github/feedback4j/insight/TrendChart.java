package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The share of unhappy answers period by period, with limits that say which periods stand out: the p′
 * chart of Laney (2002), and a moving average for small changes that last.
 *
 * <p>An ordinary p chart takes the binomial standard deviation {@code σ(i) = √(p̄(1 − p̄)/n(i))} for the
 * whole truth; with many answers nearly every period is then outside. The p′ chart measures how much
 * the periods really vary: {@code z(i) = (p(i) − p̄)/σ(i)}, {@code σz = mean |z(i) − z(i − 1)| / (2/√π)},
 * and the limits are {@code p̄ ± 3 σ(i) σz}, between 0 and 100 %. {@code z(i)/σz} then goes into an
 * {@link Ewma}.
 *
 * <p>A period without answers is in the chart, without limits; it says nothing, so neighbours are the
 * periods before and after it. There are no limits at all before two periods with answers, and where
 * nothing varies (nobody unhappy, everybody unhappy, the same z each time); limits from fewer than
 * twenty periods are rough. Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class TrendChart {

  /** How many standard deviations the limits are away from the centre. */
  public static final double WIDTH = 3;

  /** The mean distance of two standard normal values, 2/√π (Laney rounds it to 1.128). */
  private static final double MEAN_RANGE = 2 / Math.sqrt(Math.PI);

  private final List<Period> periods;
  private final OptionalDouble centre;
  private final OptionalDouble sigmaZ;

  private TrendChart(List<Period> periods, OptionalDouble centre, OptionalDouble sigmaZ) {
    this.periods = List.copyOf(periods);
    this.centre = centre;
    this.sigmaZ = sigmaZ;
  }

  /** How long a period is. */
  public enum Step {
    /** One day. */
    DAY,
    /** From Monday to Sunday (ISO 8601). */
    WEEK,
    /** A month of the calendar. */
    MONTH;

    LocalDate startOf(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }

    LocalDate after(LocalDate start) {
      return switch (this) {
        case DAY -> start.plusDays(1);
        case WEEK -> start.plusWeeks(1);
        case MONTH -> start.plusMonths(1);
      };
    }
  }

  /**
   * One point of the chart.
   *
   * @param first its first day
   * @param last its last day, included
   * @param unhappy how many answers were unhappy
   * @param answers how many there were
   * @param limits where the point should be, or null if that is not known
   */
  public record Period(
      LocalDate first,
      LocalDate last,
      long unhappy,
      long answers,
      @Nullable Limits limits) {

    /** Returns the share of unhappy answers in percent, or empty without answers. */
    public OptionalDouble share() {
      return answers == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * unhappy / answers);
    }

    /** Returns the shares in percent that the answers do not rule out, or empty without answers. */
    public Optional<ConfidenceInterval> interval() {
      return answers == 0
          ? Optional.empty()
          : Optional.of(ConfidenceInterval.ofShare(
              (double) unhappy / answers, answers, ConfidenceInterval.DEFAULT_LEVEL));
    }

    /** Returns whether the share is outside of its limits. */
    public boolean isOutside() {
      return limits != null && Math.abs(limits.z) > WIDTH;
    }
  }

  /**
   * Where a point should be.
   *
   * @param low the lower limit of the share in percent, at least 0
   * @param high the upper limit of the share in percent, at most 100
   * @param z how many of its standard deviations the point is above the centre, z(i)/σz
   * @param ewma the moving average of z up to here
   */
  public record Limits(double low, double high, double z, Ewma ewma) {}

  /** Returns the chart whose centre and limits come from the whole series. */
  public static TrendChart of(DailySeries series, Step step) {
    return of(series, step, LocalDate.MAX);
  }

  /**
   * Returns the chart whose centre and limits come from the periods before a day.
   *
   * <p>So a change cannot hide by moving the centre. The day is that of the change, or the first one
   * that is to be watched; a period that it cuts is watched.
   *
   * @param baselineEnd the first day that does not belong to the baseline
   */
  public static TrendChart of(DailySeries series, Step step, LocalDate baselineEnd) {
    List<Period> periods = periods(series, step);
    List<Period> baseline = periods.stream()
        .filter(each -> each.answers() > 0 && each.last().isBefore(baselineEnd))
        .toList();
    if (baseline.isEmpty()) {
      return new TrendChart(periods, OptionalDouble.empty(), OptionalDouble.empty());
    }
    long unhappy = baseline.stream().mapToLong(Period::unhappy).sum();
    long answers = baseline.stream().mapToLong(Period::answers).sum();
    double centre = (double) unhappy / answers;
    double sigmaZ = sigmaZ(baseline, unhappy, answers);
    if (!(sigmaZ > 0)) {
      return new TrendChart(periods, OptionalDouble.of(100 * centre), OptionalDouble.empty());
    }
    List<Period> limited = new ArrayList<>();
    Ewma ewma = Ewma.start();
    for (Period each : periods) {
      if (each.answers() == 0) {
        limited.add(each);
        continue;
      }
      double z = z(each, unhappy, answers) / sigmaZ;
      ewma = ewma.next(z);
      double reach = WIDTH * sigmaZ * Math.sqrt(centre * (1 - centre) / each.answers());
      Limits limits =
          new Limits(100 * Math.max(0, centre - reach), 100 * Math.min(1, centre + reach), z, ewma);
      limited.add(new Period(each.first(), each.last(), each.unhappy(), each.answers(), limits));
    }
    return new TrendChart(limited, OptionalDouble.of(100 * centre), OptionalDouble.of(sigmaZ));
  }

  private static List<Period> periods(DailySeries series, Step step) {
    List<Period> periods = new ArrayList<>();
    List<DailySeries.Day> days = series.days();
    int next = 0;
    while (next < days.size()) {
      LocalDate first = periods.isEmpty()
          ? step.startOf(days.get(0).date())
          : periods.get(periods.size() - 1).last().plusDays(1);
      LocalDate end = step.after(first);
      long unhappy = 0;
      long answers = 0;
      while (next < days.size() && days.get(next).date().isBefore(end)) {
        unhappy += days.get(next).unhappy();
        answers += days.get(next).answers();
        next++;
      }
      periods.add(new Period(first, end.minusDays(1), unhappy, answers, null));
    }
    return periods;
  }

  /** Returns σz of the baseline, or NaN or 0 where it has none. */
  private static double sigmaZ(List<Period> baseline, long unhappy, long answers) {
    if (baseline.size() < 2 || unhappy == 0 || unhappy == answers) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 1; i < baseline.size(); i++) {
      sum +=
          Math.abs(z(baseline.get(i), unhappy, answers) - z(baseline.get(i - 1), unhappy, answers));
    }
    return sum / (baseline.size() - 1) / MEAN_RANGE;
  }

  private static double z(Period period, long unhappy, long answers) {
    double centre = (double) unhappy / answers;
    // Multiplied out, so that a period at the centre is at 0 and not a rounding error beside it.
    double excess = BigInteger.valueOf(period.unhappy())
            .multiply(BigInteger.valueOf(answers))
            .subtract(BigInteger.valueOf(period.answers()).multiply(BigInteger.valueOf(unhappy)))
            .doubleValue()
        / answers;
    return excess / Math.sqrt(period.answers() * centre * (1 - centre));
  }

  /** Returns the periods from the first to the last answer, without a gap. */
  public List<Period> periods() {
    return periods;
  }

  /** Returns the share of unhappy answers in the baseline in percent, or empty without answers. */
  public OptionalDouble centre() {
    return centre;
  }

  /**
   * Returns how much more the periods vary than a binomial would: 1 is not at all, and empty is not
   * known.
   */
  public OptionalDouble sigmaZ() {
    return sigmaZ;
  }

  /** Returns the periods outside of their limits, in ascending order. */
  public List<Period> outside() {
    return periods.stream().filter(Period::isOutside).toList();
  }
}
