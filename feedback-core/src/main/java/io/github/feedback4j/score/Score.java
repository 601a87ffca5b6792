package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The value of a metric, with its confidence interval, the number of answers and the response rate.
 *
 * <p>The value is the metric's {@code offset + factor × mean(score)} over the answers. Where
 * respondents were chosen with different probabilities p, each answer weighs 1/p (Horvitz &amp;
 * Thompson 1952) and the interval uses the effective number of answers (Kish 1965). The interval is
 * the score interval, see {@link IntervalMethod#SCORE}. Without answers there is neither value nor
 * interval, and never a 0; with one answer, or when all agree, the interval is a real one with a
 * width.
 *
 * <p>Immutable and safe for use by several threads. Two scores are equal if they have the same
 * answers, formula, response counts and level.
 *
 * @since 0.1
 */
public final class Score {

  /** The number of answers below which {@link #fewAnswers} warns, 30. */
  public static final int FEW_ANSWERS = 30;

  private static final int MAX_DECIMALS = 15;
  private static final double MAX_Z = 1e9;

  private final Tally tally;

  // The tally, or what has weights or respondents besides.
  private final Object evidence;
  private final ResponseCounts responses;
  private final double level;
  private final @Nullable CategoryShares categories;
  private final @Nullable ConfidenceInterval interval;

  private Score(
      Tally tally,
      Object evidence,
      ResponseCounts responses,
      double level,
      @Nullable CategoryShares categories) {
    this.tally = tally;
    this.evidence = evidence;
    this.responses = responses;
    this.level = ConfidenceInterval.requireLevel(level);
    this.categories = categories;
    this.interval = categories == null ? null : ScoreInterval.of(categories, level);
  }

  /** Returns the score of these answers with a 95 % interval, and without a response rate. */
  public static Score of(Tally tally) {
    return of(tally, ResponseCounts.none(), ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the score of these answers.
   *
   * @param responses what became of the invitations behind the answers
   * @param level the level of the interval, between 0 and 1, both excluded
   * @throws IllegalArgumentException if the level is out of bounds
   */
  public static Score of(Tally tally, ResponseCounts responses, double level) {
    ConfidenceInterval.requireLevel(level);
    CategoryShares categories = tally.n() == 0 ? null : CategoryShares.of(tally);
    return new Score(tally, tally, responses, level, categories);
  }

  /**
   * Returns the score of answers with weights of their own, with a 95 % interval, and without a
   * response rate.
   *
   * @throws IllegalArgumentException if there are answers, but all of them weigh 0
   */
  public static Score of(WeightedTally tally) {
    return of(tally, ResponseCounts.none(), ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the score of answers with weights of their own: mean = Σ w v / Σ w, with the effective n of
   * Kish (1965), (Σ w)²/Σ w².
   *
   * @param responses what became of the invitations behind the answers
   * @param level the level of the interval, between 0 and 1, both excluded
   * @throws IllegalArgumentException if the level is out of bounds, or if there are answers, but all
   *     of them weigh 0
   */
  public static Score of(WeightedTally tally, ResponseCounts responses, double level) {
    ConfidenceInterval.requireLevel(level);
    tally.requireWeight();
    CategoryShares categories = tally.n() == 0 ? null : CategoryShares.of(tally);
    return new Score(tally.counts(), tally, responses, level, categories);
  }

  /**
   * Returns the score of respondents with several answers each, with a 95 % interval, and without a
   * response rate.
   */
  public static Score of(ClusteredTally tally) {
    return of(tally, ResponseCounts.none(), ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the score of respondents with several answers each: the mean over the answers, with the
   * variance over the respondents, see {@link ClusteredTally}.
   *
   * <p>The effective n is min(n, s²/v · (z/t)²), with s² the variance of the answers and t of
   * Student's distribution with one degree of freedom less than there are respondents (Korn &amp;
   * Graubard 1998). Where v is 0, or with one respondent, it is n²/Σ m², in which all answers of a
   * respondent are one voice.
   *
   * @param responses what became of the invitations behind the answers
   * @param level the level of the interval, between 0 and 1, both excluded
   * @throws IllegalArgumentException if the level is out of bounds
   */
  public static Score of(ClusteredTally tally, ResponseCounts responses, double level) {
    ConfidenceInterval.requireLevel(level);
    CategoryShares categories = tally.n() == 0 ? null : CategoryShares.of(tally);
    return new Score(tally.tally(), tally, responses, level, categories);
  }

  /**
   * Returns this score with an effective n that follows from its {@link #standardError}, min(n, s²/v ·
   * (z/t)²), with s² the variance of the answers, v the square of the standard error, and n − 1
   * degrees of freedom (Korn &amp; Graubard 1998), instead of that of Kish.
   *
   * <p>Kish's assumes that weights have nothing to do with answers; this one does not, so take it where
   * they do and answers are many. It is not the default because with few answers of very different
   * weights its variance is often too small: {@code benchmarks/run coverage} has the figures. With
   * equal weights its interval is somewhat wider than the default. Where the standard error is 0 or
   * there is none, nothing changes.
   */
  public Score designBased() {
    return categories == null
        ? this
        : new Score(tally, evidence, responses, level, categories.designBased());
  }

  /** Returns the metric that was answered. */
  public MetricDefinition metric() {
    return tally.metric();
  }

  /** Returns the answers behind the score, such as for a chart of their distribution. */
  public Tally tally() {
    return tally;
  }

  /** Returns the number of answers, at least 0. */
  public long n() {
    return tally.n();
  }

  /**
   * Returns how many independent answers of equal weight would be as informative: {@link #n} where
   * all weigh the same, else fewer, by (Σw)²/Σw² (Kish 1965); 0 without answers.
   *
   * <p>That of a {@link #designBased} score and of a {@link ClusteredTally} depends a little on the
   * level, and is given for the level of this score.
   */
  public double effectiveN() {
    return categories == null ? 0 : categories.effectiveN(level);
  }

  /** Returns the value in units of the metric, or empty without answers. */
  public OptionalDouble value() {
    return categories == null ? OptionalDouble.empty() : OptionalDouble.of(categories.mean);
  }

  /** Returns the values that the answers do not rule out, or empty without answers. */
  public Optional<ConfidenceInterval> interval() {
    return Optional.ofNullable(interval);
  }

  /**
   * Returns the interval at another level, or empty without answers.
   *
   * @param level between 0 and 1, both excluded
   * @throws IllegalArgumentException if the level is out of bounds
   */
  public Optional<ConfidenceInterval> interval(double level) {
    ConfidenceInterval.requireLevel(level);
    return Optional.ofNullable(categories).map(each -> ScoreInterval.of(each, level));
  }

  /**
   * Returns the interval that a method gives, at the level of this score.
   *
   * @return empty without answers, and of {@link IntervalMethod#STUDENT_T} also with one answer or
   *     where all agree
   * @throws IllegalArgumentException if the method is not for this metric; the message says what is
   */
  public Optional<ConfidenceInterval> interval(IntervalMethod method) {
    return interval(method, level);
  }

  /**
   * Returns the interval that a method gives.
   *
   * @param level between 0 and 1, both excluded
   * @return empty without answers, and of {@link IntervalMethod#STUDENT_T} also with one answer or
   *     where all agree
   * @throws IllegalArgumentException if the level is out of bounds, or the method is not for this
   *     metric; the message says what is
   */
  public Optional<ConfidenceInterval> interval(IntervalMethod method, double level) {
    ConfidenceInterval.requireLevel(level);
    return NamedInterval.of(method, metric(), categories, level);
  }

  /**
   * Returns the interval for the mean of a population that is known and finite, such as all tickets
   * that were closed in March, at the level of this score; empty without answers.
   *
   * <p>It is the score interval with n* = n (N − 1)/(N − n) for the effective n (the correction for
   * finite populations, Cochran 1977), and has no width once everybody has answered. It describes
   * what these very people experienced, an enumerative use (Deming 1953). Comparing two months or
   * two teams asks about what made the answers, which is not finite; so comparisons take a score, and
   * there is no score with this correction.
   *
   * @param population N, how many could have answered, at least {@link #n}
   * @throws IllegalArgumentException if the population is smaller than the number of answers
   */
  public Optional<ConfidenceInterval> intervalWithin(long population) {
    if (population < n()) {
      throw new IllegalArgumentException(
          "population must be at least the number of answers, %d, but was %d"
              .formatted(n(), population));
    }
    return Optional.ofNullable(categories).map(each -> within(population, each));
  }

  private ConfidenceInterval within(long population, CategoryShares shares) {
    if (population == shares.n) {
      return new ConfidenceInterval(shares.mean, shares.mean, level, IntervalMethod.SCORE);
    }
    double more = (population - 1.0) / (population - shares.n);
    return ScoreInterval.of(shares, shares.effectiveN(level) * more, level, IntervalMethod.SCORE);
  }

  /**
   * Returns how far the interval reaches from the value, in units of the metric, or empty without
   * answers: for building intervals of differences and of weighted sums.
   *
   * <p>A positive {@code z} asks for the distance to the upper limit, a negative one for that to the
   * lower limit. The interval at the level 95 % is that of z = ±1.96; levels so near 1 that a double
   * cannot hold them have a z all the same, and the distance keeps its digits where a limit loses
   * them.
   *
   * @param z the number of standard errors that are plausible, −1e9 to 1e9
   * @throws IllegalArgumentException if {@code z} is out of bounds
   */
  public OptionalDouble reach(double z) {
    if (!(Math.abs(z) <= MAX_Z)) {
      throw new IllegalArgumentException("z must be between -1e9 and 1e9, but was " + z);
    }
    return categories == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(ScoreInterval.reach(categories, z));
  }

  /**
   * Returns the standard error of the value in units of the metric, or empty with fewer than two
   * answers.
   *
   * <p>It is √v, where v = n/(n − 1) · Σ w² (value − mean)² / (Σ w)² over the answers: s/√n where all
   * weigh the same, and the linearised variance of a ratio (Särndal, Swensson &amp; Wretman 1992)
   * where they do not. That of a {@link ClusteredTally} is taken over the respondents, and empty with
   * fewer than two of them. Where all answers agree it is 0; an {@link #interval()} then has a width
   * all the same.
   */
  public OptionalDouble standardError() {
    return categories == null || Double.isNaN(categories.standardError)
        ? OptionalDouble.empty()
        : OptionalDouble.of(categories.standardError);
  }

  /** Returns the level that was asked for, between 0 and 1. */
  public double level() {
    return level;
  }

  /** Returns what became of the invitations behind the answers. */
  public ResponseCounts responses() {
    return responses;
  }

  /** Returns how many people were invited, at least 0; 0 if that is not known. */
  public long asked() {
    return responses.invited();
  }

  /**
   * Returns how many of the invitations were answered, at least 0.
   *
   * <p>This can differ from {@link #n}, which counts the answers to one question by the time of the
   * answer.
   */
  public long answered() {
    return responses.answered();
  }

  /** Returns the share of the invitations that were answered, or empty if nobody was asked. */
  public OptionalDouble responseRate() {
    return asked() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) answered() / asked());
  }

  /** Returns whether there are fewer than {@link #FEW_ANSWERS} answers. */
  public boolean fewAnswers() {
    return n() < FEW_ANSWERS;
  }

  /**
   * Returns how the score was computed: metric, version, scale and kind of interval, such as {@code
   * csat/1:1-5:score-interval}, followed by {@code :weighted} if the answers weigh differently,
   * {@code :clustered} if they come from respondents with several, or {@code :design} if that was
   * asked for.
   */
  public String formula() {
    String formula = tally.series() + ':' + IntervalMethod.SCORE.id();
    return categories == null ? formula : formula + categories.basis.suffix;
  }

  /**
   * Returns the value for display, rounded half away from zero, or empty without answers.
   *
   * <p>Where all answers weigh the same it is rounded from the counts, not from a floating-point
   * number. So swapping promoters and detractors changes nothing but the sign: 2 promoters, 17
   * passives and 5 detractors give −13, because −12.5 is exact.
   *
   * @param decimals the number of decimals, 0 to 15
   * @throws IllegalArgumentException if {@code decimals} is out of bounds
   */
  public Optional<BigDecimal> rounded(int decimals) {
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "decimals must be between 0 and " + MAX_DECIMALS + ", but was " + decimals);
    }
    if (categories == null) {
      return Optional.empty();
    }
    if (categories.weighted) {
      return Optional.of(ConfidenceInterval.round(categories.mean, decimals));
    }
    BigInteger sum = BigInteger.ZERO;
    for (Tally.Cell each : tally.cells()) {
      long value = metric().offset() + (long) metric().factor() * metric().scoreOf(each.point());
      sum = sum.add(BigInteger.valueOf(value).multiply(BigInteger.valueOf(each.count())));
    }
    return Optional.of(
        new BigDecimal(sum).divide(BigDecimal.valueOf(n()), decimals, RoundingMode.HALF_UP));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Score that
        && evidence.equals(that.evidence)
        && formula().equals(that.formula())
        && responses.equals(that.responses)
        && level == that.level;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * evidence.hashCode() + responses.hashCode()) + Double.hashCode(level);
  }

  /**
   * Returns the score as people read it, such as {@code csat 82 % (95 % interval 75 to 88, n =
   * 134)} or {@code csat: not enough data}.
   *
   * <p>Percentages and points are whole numbers, means have two decimals.
   */
  @Override
  public String toString() {
    if (interval == null || categories == null) {
      return metric().id() + ": not enough data";
    }
    int decimals = metric().unit().decimals();
    StringBuilder text = new StringBuilder(metric().id()).append(' ');
    text.append(rounded(decimals).orElseThrow().toPlainString());
    text.append(metric().unit() == Unit.PERCENT ? " % (" : " (");
    text.append(percent(level)).append(" % interval ");
    text.append(interval.roundedLow(decimals).toPlainString()).append(" to ");
    text.append(interval.roundedHigh(decimals).toPlainString());
    text.append(", n = ").append(n());
    if (categories.basis != CategoryShares.Basis.PLAIN) {
      text.append(", effective n = ")
          .append(ConfidenceInterval.round(effectiveN(), 0).toPlainString());
    }
    return text.append(fewAnswers() ? ", few answers)" : ")").toString();
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
