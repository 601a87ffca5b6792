package io.github.feedback4j.benchmarks;

import io.github.feedback4j.score.ClusteredTally;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.IntervalMethod;
import io.github.feedback4j.score.LostTime;
import io.github.feedback4j.score.Moments;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.score.TallyCounter;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.Scale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * Tells how often intervals hold the truth that they say they hold 95 % of the time.
 *
 * <p>NPS and shares are not simulated but enumerated: every table of n answers has its interval, and a
 * distribution gives each table its probability. What has too many tables for that is simulated with a
 * seed, so the same build prints the same figures everywhere.
 */
final class CoverageReport {

  private static final double LEVEL = 0.95;
  private static final long SEED = 20261126;

  /** Rounding must not decide whether a limit that is the truth holds it. */
  private static final double LAST_BITS = 1e-9;

  /** In steps of 4 %. */
  private static final int STEPS = 25;

  private static final List<IntervalMethod> OF_NPS = List.of(
      IntervalMethod.SCORE,
      IntervalMethod.ADJUSTED_WALD,
      IntervalMethod.STUDENT_T,
      IntervalMethod.WALD);

  private static final List<IntervalMethod> OF_SHARES = List.of(
      IntervalMethod.SCORE,
      IntervalMethod.JEFFREYS,
      IntervalMethod.AGRESTI_COULL,
      IntervalMethod.CLOPPER_PEARSON,
      IntervalMethod.WALD);

  private static final List<IntervalMethod> OF_MEANS =
      List.of(IntervalMethod.SCORE, IntervalMethod.STUDENT_T, IntervalMethod.WALD);

  private final Figures figures;
  private final int replications;
  private final List<Integer> sizes;
  private final StringBuilder page = new StringBuilder();

  private CoverageReport(Figures figures, int replications, List<Integer> sizes) {
    this.figures = figures;
    this.replications = replications;
    this.sizes = sizes;
  }

  /** Returns the tables, and puts the worst and the mean of each method of NPS among the figures. */
  static String page(Figures figures, boolean smoke) {
    CoverageReport report = new CoverageReport(
        figures, smoke ? 100 : 20_000, smoke ? List.of(10) : List.of(5, 10, 20, 50, 100));
    report.npsOverDistributions(true);
    report.npsOverDistributions(false);
    report.npsOfSome();
    report.shares();
    report.means();
    report.weights();
    report.respondents();
    report.minutes();
    return report.page.toString();
  }

  private void title(String text) {
    page.append("\n").append(text).append("\n");
  }

  private static boolean holds(Optional<ConfidenceInterval> interval, double truth) {
    return interval
        .filter(each -> each.low() - LAST_BITS <= truth && truth <= each.high() + LAST_BITS)
        .isPresent();
  }

  /** Every table of n answers to NPS, and its intervals. */
  private static final class NpsTables {
    private final int n;
    private final double[] logFactorials;
    private final ConfidenceInterval[][][] intervals;

    NpsTables(int n, IntervalMethod method) {
      this.n = n;
      this.logFactorials = logFactorials(n);
      this.intervals = new ConfidenceInterval[n + 1][n + 1][];
      for (int detractors = 0; detractors <= n; detractors++) {
        for (int promoters = 0; promoters + detractors <= n; promoters++) {
          Tally tally = Tally.of(
              MetricDefinition.nps(),
              Map.of(
                  0, (long) detractors, 8, (long) n - detractors - promoters, 9, (long) promoters));
          intervals[detractors][promoters] =
              Score.of(tally).interval(method, LEVEL).stream().toArray(ConfidenceInterval[]::new);
        }
      }
    }

    /** Returns how often, in percent, the interval holds the truth with these shares. */
    double coverage(double detractor, double promoter) {
      double truth = 100 * (promoter - detractor);
      double passive = Math.max(0, 1 - detractor - promoter);
      double sum = 0;
      for (int d = 0; d <= n; d++) {
        for (int p = 0; p + d <= n; p++) {
          ConfidenceInterval[] interval = intervals[d][p];
          if (interval.length > 0 && holds(Optional.of(interval[0]), truth)) {
            int m = n - d - p;
            sum += Math.exp(logFactorials[n]
                - logFactorials[d]
                - logFactorials[m]
                - logFactorials[p]
                + logPower(detractor, d)
                + logPower(passive, m)
                + logPower(promoter, p));
          }
        }
      }
      return 100 * sum;
    }
  }

  /** Returns the logarithm of a share to the power of a count, where 0 to the power of 0 is 1. */
  private static double logPower(double share, int count) {
    return count == 0 ? 0 : count * Math.log(share < LAST_BITS ? 0 : share);
  }

  private static double[] logFactorials(int n) {
    double[] logs = new double[n + 1];
    for (int i = 1; i <= n; i++) {
      logs[i] = logs[i - 1] + Math.log(i);
    }
    return logs;
  }

  private void npsOverDistributions(boolean interior) {
    title(
        interior
            ? "NPS, enumerated over the distributions with at least 4 % in each class, steps of 4 %"
            : "NPS, the same, and also those in which classes are empty");
    page.append("%5s %-16s %8s %8s %8s   %s%n"
        .formatted(
            "n", "method", "worst", "mean", "best", "worst at detractors/passives/promoters"));
    int least = interior ? 1 : 0;
    for (int n : sizes) {
      for (IntervalMethod method : OF_NPS) {
        NpsTables tables = new NpsTables(n, method);
        double worst = 100;
        double best = 0;
        double sum = 0;
        int count = 0;
        String where = "";
        for (int d = least; d <= STEPS - 2 * least; d++) {
          for (int p = least; p + d <= STEPS - least; p++) {
            double coverage = tables.coverage((double) d / STEPS, (double) p / STEPS);
            if (coverage < worst) {
              worst = coverage;
              where = "%d/%d/%d %%".formatted(4 * d, 4 * (STEPS - d - p), 4 * p);
            }
            best = Math.max(best, coverage);
            sum += coverage;
            count++;
          }
        }
        page.append("%5d %-16s %7.2f%% %7.2f%% %7.2f%%   %s%n"
            .formatted(n, method, worst, sum / count, best, where));
        String label = (interior ? "nps, n = %d, %s" : "any nps, n = %d, %s").formatted(n, method);
        figures.put(label + ", worst", worst, "%");
        figures.put(label + ", mean", sum / count, "%");
      }
    }
  }

  private void npsOfSome() {
    title("NPS, enumerated, some distributions: coverage in percent");
    List<double[]> some = List.of(
        new double[] {0.04, 0.64},
        new double[] {0.2, 0.4},
        new double[] {0.48, 0.48},
        new double[] {0.04, 0.04},
        new double[] {0.6, 0.1},
        new double[] {0.01, 0.9});
    page.append("%5s %-16s".formatted("n", "method"));
    for (double[] each : some) {
      page.append(" %11s"
          .formatted("%.0f/%.0f/%.0f"
              .formatted(100 * each[0], 100 * (1 - each[0] - each[1]), 100 * each[1])));
    }
    page.append("\n");
    for (int n : sizes) {
      for (IntervalMethod method : OF_NPS) {
        NpsTables tables = new NpsTables(n, method);
        page.append("%5d %-16s".formatted(n, method));
        for (double[] each : some) {
          page.append(" %11.2f".formatted(tables.coverage(each[0], each[1])));
        }
        page.append("\n");
      }
    }
  }

  private void shares() {
    title("CSAT %, enumerated over shares of 4 % to 96 % in steps of 4 %");
    page.append("%5s %-16s %8s %8s %8s%n".formatted("n", "method", "worst", "mean", "width"));
    for (int n : sizes) {
      for (IntervalMethod method : OF_SHARES) {
        page.append(shares(n, method));
      }
    }
  }

  private static String shares(int n, IntervalMethod method) {
    double[] logs = logFactorials(n);
    ConfidenceInterval[] intervals = new ConfidenceInterval[n + 1];
    for (int x = 0; x <= n; x++) {
      Tally tally = Tally.of(MetricDefinition.csat(), Map.of(1, (long) n - x, 5, (long) x));
      intervals[x] = Score.of(tally).interval(method, LEVEL).orElseThrow();
    }
    double worst = 100;
    double sum = 0;
    double width = 0;
    for (int step = 1; step < STEPS; step++) {
      double share = (double) step / STEPS;
      double coverage = 0;
      for (int x = 0; x <= n; x++) {
        double chance = Math.exp(
            logs[n] - logs[x] - logs[n - x] + x * Math.log(share) + (n - x) * Math.log(1 - share));
        coverage += holds(Optional.of(intervals[x]), 100 * share) ? 100 * chance : 0;
        width += chance * 2 * intervals[x].halfWidth();
      }
      worst = Math.min(worst, coverage);
      sum += coverage;
    }
    return "%5d %-16s %7.2f%% %7.2f%% %8.1f%n"
        .formatted(n, method, worst, sum / (STEPS - 1), width / (STEPS - 1));
  }

  /** A distribution of answers, from the lowest point upwards. */
  private record Answers(String name, MetricDefinition metric, List<Double> shares) {

    static Answers of(String name, MetricDefinition metric, double... shares) {
      return new Answers(name, metric, DoubleStream.of(shares).boxed().toList());
    }

    double truth() {
      double sum = 0;
      for (int i = 0; i < shares.size(); i++) {
        int score = metric.scoreOf(metric.scale().min() + i);
        sum += shares.get(i) * (metric.offset() + metric.factor() * score);
      }
      return sum;
    }

    int draw(SplittableRandom random) {
      double rest = random.nextDouble();
      int i = 0;
      while (i < shares.size() - 1 && rest >= shares.get(i)) {
        rest -= shares.get(i);
        i++;
      }
      return metric.scale().min() + i;
    }
  }

  private void means() {
    title("Means, %d replications: coverage in percent".formatted(replications));
    MetricDefinition five = MetricDefinition.csatMean(5);
    MetricDefinition eleven =
        MetricDefinition.mean("rating", Scale.of(0, 10), Direction.HIGHER_IS_BETTER);
    List<Answers> some = List.of(
        Answers.of("1-5 even", five, 0.2, 0.2, 0.2, 0.2, 0.2),
        Answers.of("1-5 happy", five, 0.03, 0.05, 0.12, 0.3, 0.5),
        Answers.of("1-5 very happy", five, 0.02, 0.02, 0.03, 0.13, 0.8),
        Answers.of("1-5 divided", five, 0.4, 0.05, 0.05, 0.1, 0.4),
        Answers.of(
            "0-10 happy", eleven, 0.02, 0.01, 0.01, 0.02, 0.02, 0.05, 0.07, 0.15, 0.25, 0.2, 0.2));
    header(some.stream().map(Answers::name).toList());
    for (int n : sizes) {
      for (IntervalMethod method : OF_MEANS) {
        page.append("%5d %-16s".formatted(n, method));
        for (Answers each : some) {
          SplittableRandom random = new SplittableRandom(SEED);
          page.append(" %15.2f"
              .formatted(share(
                  each.truth(), () -> Score.of(draw(each, n, random)).interval(method, LEVEL))));
        }
        page.append("\n");
      }
    }
  }

  private void header(List<String> names) {
    page.append("%5s %-16s".formatted("n", "method"));
    names.forEach(each -> page.append(" %15s".formatted(each)));
    page.append("\n");
  }

  private static Tally draw(Answers answers, int n, SplittableRandom random) {
    TallyCounter counter = new TallyCounter(answers.metric());
    for (int i = 0; i < n; i++) {
      counter.add(answers.draw(random), 1);
    }
    return counter.snapshot();
  }

  private double share(double truth, Supplier<Optional<ConfidenceInterval>> experiment) {
    int held = 0;
    for (int i = 0; i < replications; i++) {
      held += holds(experiment.get(), truth) ? 1 : 0;
    }
    return 100.0 * held / replications;
  }

  /** Half of the people are asked always, half with a lower probability, and these are unhappier. */
  private void weights() {
    title("NPS of a drawn sample, %d replications: coverage in percent".formatted(replications));
    Answers often = Answers.of("", MetricDefinition.nps(), 0.1, 0, 0, 0, 0, 0, 0, 0, 0.3, 0, 0.6);
    Answers rarely = Answers.of("", MetricDefinition.nps(), 0.4, 0, 0, 0, 0, 0, 0, 0, 0.3, 0, 0.3);
    double truth = (often.truth() + rarely.truth()) / 2;
    page.append(
        "%5s %12s %12s %12s %12s%n".formatted("n", "probability", "Kish", "design", "unweighted"));
    for (int n : sizes) {
      for (double probability : new double[] {0.5, 0.1}) {
        int[] held = new int[3];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < replications; i++) {
          TallyCounter counter = new TallyCounter(MetricDefinition.nps());
          TallyCounter unweighted = new TallyCounter(MetricDefinition.nps());
          for (int answer = 0; answer < n; answer++) {
            boolean rare = random.nextDouble() < probability / (1 + probability);
            int point = (rare ? rarely : often).draw(random);
            counter.add(point, rare ? probability : 1);
            unweighted.add(point, 1);
          }
          Score score = Score.of(counter.snapshot());
          held[0] += holds(score.interval(), truth) ? 1 : 0;
          held[1] += holds(score.designBased().interval(), truth) ? 1 : 0;
          held[2] += holds(Score.of(unweighted.snapshot()).interval(), truth) ? 1 : 0;
        }
        page.append("%5d %12s %12.2f %12.2f %12.2f%n"
            .formatted(
                n,
                probability,
                100.0 * held[0] / replications,
                100.0 * held[1] / replications,
                100.0 * held[2] / replications));
      }
    }
  }

  /** People with one to six tickets each, of whom each is mostly of one mind. */
  private void respondents() {
    title("NPS of people with one to six tickets each, %d replications: coverage in percent"
        .formatted(replications));
    page.append("%8s %12s %12s%n".formatted("people", "clustered", "as if one"));
    Answers happy = Answers.of("", MetricDefinition.nps(), 0.05, 0, 0, 0, 0, 0, 0, 0, 0.15, 0, 0.8);
    Answers unhappy = Answers.of("", MetricDefinition.nps(), 0.7, 0, 0, 0, 0, 0, 0, 0, 0.2, 0, 0.1);
    double truth = 0.7 * happy.truth() + 0.3 * unhappy.truth();
    for (int people : sizes) {
      SplittableRandom random = new SplittableRandom(SEED);
      int clustered = 0;
      int plain = 0;
      for (int i = 0; i < replications; i++) {
        ClusteredTally tally = ClusteredTally.empty(MetricDefinition.nps());
        for (int person = 0; person < people; person++) {
          Answers mind = random.nextDouble() < 0.7 ? happy : unhappy;
          tally = tally.withRespondent(draw(mind, random.nextInt(1, 7), random));
        }
        clustered += holds(Score.of(tally).interval(), truth) ? 1 : 0;
        plain += holds(Score.of(tally.tally()).interval(), truth) ? 1 : 0;
      }
      page.append("%8d %12.2f %12.2f%n"
          .formatted(people, 100.0 * clustered / replications, 100.0 * plain / replications));
    }
  }

  /** Minutes as people give them: most lost none or few, some a day. */
  private void minutes() {
    title(
        "Mean of lost minutes (0 40 %%, 5 20 %%, 15 20 %%, 30 10 %%, 60 7 %%, 480 3 %%), %d replications"
            .formatted(replications));
    int[] minutes = {0, 5, 15, 30, 60, 480};
    double[] upTo = {0.4, 0.6, 0.8, 0.9, 0.97, 1};
    double truth = 0.2 * 5 + 0.2 * 15 + 0.1 * 30 + 0.07 * 60 + 0.03 * 480;
    page.append("%5s %12s%n".formatted("n", "STUDENT_T"));
    for (int n : sizes) {
      SplittableRandom random = new SplittableRandom(SEED);
      double share = share(truth, () -> {
        long[] counts = new long[minutes.length];
        for (int i = 0; i < n; i++) {
          double place = random.nextDouble();
          int k = 0;
          while (place >= upTo[k]) {
            k++;
          }
          counts[k]++;
        }
        Moments moments = Moments.none();
        for (int k = 0; k < minutes.length; k++) {
          moments = moments.with(minutes[k], counts[k]);
        }
        return new LostTime(moments).interval(LEVEL);
      });
      page.append("%5d %12.2f%n".formatted(n, share));
    }
  }
}
