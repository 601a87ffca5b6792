package io.github.feedback4j.insight;

import io.github.feedback4j.insight.StratifiedMean.Stratum;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether people fare the same on every channel, once each channel has the same mix of tickets.
 *
 * <p>The phone that gets the hard tickets is not worse for it. So each channel is given one standard
 * mix, Σ share(stratum) · mean(channel, stratum) (direct standardisation; Keiding &amp; Clayton 2014),
 * by default the mix of all answers together. Only strata in which every channel has answers can
 * be compared; {@link #covered} says how much of the mix they are. The interval of a channel is that of
 * its strata by MOVER (Zou &amp; Donner 2008), and so is that of each pair.
 *
 * <p>Of m pairs the worst one is picked, which would look bad by chance alone. So the intervals of
 * the pairs are simultaneous, each at the level 1 − (1 − level)/m (Bonferroni): all of them hold at
 * once with the level asked for, and so does that of the spread, from the greatest lower limit of any
 * pair to the greatest upper one. Channels with fewer than {@value #MIN_ANSWERS} answers are left
 * out. Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class ChannelConsistency {

  /** The number of answers that a channel must have, 5. */
  public static final int MIN_ANSWERS = 5;

  /** The greatest number of channels. */
  public static final int MAX_CHANNELS = 50;

  private final List<Channel> channels;
  private final List<String> tooFew;
  private final List<Pair> pairs;
  private final double covered;

  private ChannelConsistency(
      List<Channel> channels, List<String> tooFew, List<Pair> pairs, double covered) {
    this.channels = List.copyOf(channels);
    this.tooFew = List.copyOf(tooFew);
    this.pairs = List.copyOf(pairs);
    this.covered = covered;
  }

  /** What the answers say about the channels. */
  public enum Finding {
    /** At least one pair clearly differs. */
    DIFFERENT,
    /** No pair clearly differs, which does not prove that all are alike: see the spread's limits. */
    CANNOT_TELL,
    /** There are not two channels with answers in a common stratum. */
    NOT_ENOUGH_DATA
  }

  /**
   * One channel.
   *
   * @param name the channel
   * @param crude the score of all its answers, as they came
   * @param standardised the score with the standard mix
   */
  public record Channel(String name, Score crude, Estimate standardised) {}

  /**
   * Two channels.
   *
   * @param higher the channel with the higher standardised score
   * @param lower the other one
   * @param difference by how much, at least 0, with a simultaneous interval
   */
  public record Pair(String higher, String lower, Estimate difference) {}

  /**
   * Returns the consistency of channels with the mix of all answers, at 95 %.
   *
   * @param answers by channel, then by stratum such as the type of ticket
   * @throws IllegalArgumentException if there are too many channels, or answers of different series
   */
  public static ChannelConsistency of(Map<String, Map<String, Tally>> answers) {
    Map<String, Double> mix = new TreeMap<>();
    for (Map<String, Tally> strata : answers.values()) {
      strata.forEach((stratum, tally) -> mix.merge(stratum, expanded(tally), Double::sum));
    }
    return of(answers, mix, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the consistency of channels.
   *
   * @param answers by channel, then by stratum such as the type of ticket
   * @param mix how much each stratum counts, such as its number of tickets; at least 0 and finite,
   *     need not add up to 1; a stratum that is not in it does not count
   * @param level the level of the intervals, between 0 and 1, both excluded
   * @throws IllegalArgumentException that names the value which is out of bounds, or if the answers are
   *     of different series
   */
  public static ChannelConsistency of(
      Map<String, Map<String, Tally>> answers, Map<String, Double> mix, double level) {
    StandardNormal.quantile(level);
    if (answers.size() > MAX_CHANNELS) {
      throw new IllegalArgumentException(
          "channels must be at most %d, but were %d".formatted(MAX_CHANNELS, answers.size()));
    }
    SortedMap<String, Double> shares = Shares.of("mix", mix);
    requireSameSeries(answers.values());
    SortedMap<String, Map<String, Tally>> compared = new TreeMap<>();
    List<String> tooFew = new ArrayList<>();
    new TreeMap<>(answers).forEach((channel, strata) -> {
      long n = strata.values().stream().mapToLong(Tally::n).sum();
      if (n >= MIN_ANSWERS) {
        compared.put(channel, strata);
      } else {
        tooFew.add(channel);
      }
    });
    SortedMap<String, Double> common = common(shares, compared.values());
    double covered = common.values().stream().mapToDouble(each -> each).sum();
    if (compared.size() < 2 || !(covered > 0)) {
      List<String> all = new ArrayList<>(new TreeMap<>(answers).keySet());
      return new ChannelConsistency(List.of(), all, List.of(), 0);
    }
    List<Channel> channels = new ArrayList<>();
    List<StratifiedMean> means = new ArrayList<>();
    compared.forEach((channel, strata) -> {
      List<Stratum> parts = new ArrayList<>();
      common.forEach((stratum, share) ->
          parts.add(new Stratum(share / covered, Score.of(tallyOf(strata, stratum)))));
      StratifiedMean mean = new StratifiedMean(parts);
      means.add(mean);
      channels.add(new Channel(channel, Score.of(all(strata.values())), mean.estimate(level)));
    });
    return new ChannelConsistency(channels, tooFew, pairs(channels, means, level), covered);
  }

  private static Tally tallyOf(Map<String, Tally> strata, String stratum) {
    return Objects.requireNonNull(strata.get(stratum));
  }

  private static boolean hasAnswers(@Nullable Tally tally) {
    return tally != null && tally.n() > 0;
  }

  private static double expanded(Tally tally) {
    return tally.cells().stream()
        .mapToDouble(each -> each.count() / each.inclusionProbability())
        .sum();
  }

  private static void requireSameSeries(Collection<Map<String, Tally>> channels) {
    Tally sum = null;
    for (Map<String, Tally> strata : channels) {
      for (Tally each : strata.values()) {
        sum = sum == null ? each : sum.plus(each); // throws what is wrong
      }
    }
  }

  private static Tally all(Collection<Tally> tallies) {
    return tallies.stream().reduce(Tally::plus).orElseThrow();
  }

  private static SortedMap<String, Double> common(
      SortedMap<String, Double> shares, Collection<Map<String, Tally>> channels) {
    SortedMap<String, Double> common = new TreeMap<>();
    shares.forEach((stratum, share) -> {
      boolean everywhere = channels.stream().allMatch(each -> hasAnswers(each.get(stratum)));
      if (share > 0 && everywhere) {
        common.put(stratum, share);
      }
    });
    return common;
  }

  private static List<Pair> pairs(
      List<Channel> channels, List<StratifiedMean> means, double level) {
    int count = channels.size() * (channels.size() - 1) / 2;
    double ofEach = 1 - (1 - level) / count;
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      for (int j = i + 1; j < channels.size(); j++) {
        boolean inOrder = means.get(i).value() >= means.get(j).value();
        int high = inOrder ? i : j;
        int low = inOrder ? j : i;
        pairs.add(new Pair(
            channels.get(high).name(),
            channels.get(low).name(),
            difference(means.get(high), means.get(low), ofEach)));
      }
    }
    pairs.sort((a, b) -> Double.compare(b.difference().value(), a.difference().value()));
    return pairs;
  }

  private static Estimate difference(StratifiedMean high, StratifiedMean low, double level) {
    ConfidenceInterval interval =
        SquareAndAdd.difference(high.part(level), low.part(level), 0, level, high.range());
    OptionalDouble error = high.standardError();
    OptionalDouble other = low.standardError();
    return new Estimate(
        high.value() - low.value(),
        high.n() + low.n(),
        error.isPresent() && other.isPresent()
            ? OptionalDouble.of(Math.hypot(error.getAsDouble(), other.getAsDouble()))
            : OptionalDouble.empty(),
        interval);
  }

  /** Returns the channels that are compared, in alphabetical order. */
  public List<Channel> channels() {
    return channels;
  }

  /** Returns the channels that are not compared. */
  public List<String> tooFew() {
    return tooFew;
  }

  /** Returns all pairs, the greatest difference first. */
  public List<Pair> pairs() {
    return pairs;
  }

  /** Returns the pair with the greatest difference, or empty without enough data. */
  public Optional<Pair> worstPair() {
    return pairs.stream().findFirst();
  }

  /**
   * Returns the distance from the lowest to the highest channel, or empty without enough data.
   *
   * <p>It is never below 0 and so, where all channels are alike, too great by chance; its interval is
   * not.
   */
  public Optional<Estimate> spread() {
    return worstPair().map(worst -> {
      double low = 0;
      double high = 0;
      for (Pair each : pairs) {
        low = Math.max(low, each.difference().interval().low());
        high = Math.max(high, each.difference().interval().high());
      }
      ConfidenceInterval interval = worst.difference().interval();
      return new Estimate(
          worst.difference().value(),
          channels.stream().mapToLong(each -> each.standardised().n()).sum(),
          worst.difference().standardError(),
          new ConfidenceInterval(low, high, interval.level(), interval.method()));
    });
  }

  /** Returns which share of the mix the common strata are, 0 to 1. */
  public double covered() {
    return covered;
  }

  /** Returns what follows. */
  public Finding finding() {
    if (pairs.isEmpty()) {
      return Finding.NOT_ENOUGH_DATA;
    }
    boolean differs = pairs.stream().anyMatch(each -> each.difference().isClear());
    return differs ? Finding.DIFFERENT : Finding.CANNOT_TELL;
  }
}
