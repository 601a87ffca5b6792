package io.github.feedback4j;

import io.github.feedback4j.Scoring.Asked;
import io.github.feedback4j.insight.BernoulliCusum;
import io.github.feedback4j.insight.ChannelConsistency;
import io.github.feedback4j.insight.DailySeries;
import io.github.feedback4j.insight.Difference;
import io.github.feedback4j.insight.Drivers;
import io.github.feedback4j.insight.SlaGap;
import io.github.feedback4j.insight.Teams;
import io.github.feedback4j.insight.TrendChart;
import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is to find in the answers to one query, as it may be shown to people, all of it counted at
 * one moment.
 *
 * <p>{@link Insights} says what is shown and what is hidden. What is asked of the store besides the counts
 * is the time before ({@link #change}) and the themes ({@link #drivers}). Used by one thread.
 *
 * @since 0.1
 */
public final class Findings {

  /** What the tickets of an SLA that was met and missed are called in {@code Accountability}. */
  private static final String MET = "met";

  private static final String MISSED = "missed";

  /** The shares of unhappy answers between which a doubling can be watched for. */
  private static final double LEAST_USUAL = 0.01;

  private static final double MOST_USUAL = 0.45;

  private final Scoring scoring;
  private final Discretion discretion;
  private final Asked asked;
  private final Query query;
  private final MetricDefinition metric;
  private final Cells cells;

  Findings(Scoring scoring, Discretion discretion, Asked asked, Cells cells) {
    this.scoring = scoring;
    this.discretion = discretion;
    this.asked = asked;
    this.query = asked.query();
    this.metric = asked.rating().metric();
    this.cells = cells;
  }

  /**
   * Returns the score against the time of the same length before it, or empty if one of them may not be
   * shown or the query has no beginning.
   */
  public Optional<Difference> change() {
    Instant from = asked.filter().from();
    if (from == null || !cells.isShown()) {
      return Optional.empty();
    }
    Instant end =
        asked.filter().until() == null ? scoring.now() : asked.filter().until();
    Duration length = Duration.between(from, end);
    if (length.isZero() || length.isNegative()) {
      return Optional.empty();
    }
    Asked earlier = scoring.asked(query.between(from.minus(length), from));
    Cells before = Cells.of(scoring, discretion, earlier, List.of(), null);
    return before.isShown()
        ? Optional.of(Difference.between(
            Score.of(before.all().tally()), Score.of(cells.all().tally()), query.level()))
        : Optional.empty();
  }

  /**
   * Returns the values of a dimension, such as all teams, each against the rest. What the query says of
   * that dimension does not count; nothing is shown if it filters for something else that may not be.
   *
   * @throws IllegalArgumentException if the answers were not counted by this dimension
   */
  public Teams teams(String dimension) {
    Map<String, Tally> shown =
        cells.mayFilter(dimension) ? cells.table(dimension).shown() : Map.of();
    return Teams.compare(metric, shown, query.level());
  }

  /**
   * Returns how consistent channels are, with the mix of services of all answers.
   *
   * @throws IllegalArgumentException if there are more than {@link ChannelConsistency#MAX_CHANNELS}
   *     channels, or the answers were not counted by channel and service
   */
  public ChannelConsistency channels() {
    Set<String> shown = cells.mayFilter("") ? cells.table("channel").shown().keySet() : Set.of();
    Map<String, Map<String, Tally>> answers = new TreeMap<>();
    Map<String, Double> mix = new TreeMap<>();
    cells.crossed("channel", "service").forEach((channel, services) -> {
      if (shown.contains(channel)) {
        Map<String, Tally> tallies = tallies(services);
        answers.put(channel, tallies);
        tallies.forEach((service, tally) -> mix.merge(service, (double) tally.n(), Double::sum));
      }
    });
    return ChannelConsistency.of(answers, mix, query.level());
  }

  /**
   * Returns whether answers about tickets with the SLA met are happier than the others, altogether and
   * for each service. The dimension {@code sla} says {@code met} or {@code missed}.
   *
   * @throws IllegalArgumentException if the answers were not counted by service and SLA
   */
  public Insights.Agreements agreements() {
    Map<String, Tally> shown = cells.mayFilter("") ? cells.table("sla").shown() : Map.of();
    boolean both = shown.containsKey(MET) && shown.containsKey(MISSED);
    SlaGap all = gap(both ? shown : Map.of());
    if (!both) {
      return new Insights.Agreements(all, List.of());
    }
    SortedMap<String, SortedMap<String, Cells.Members>> crossed = cells.crossed("service", "sla");
    // A service is as small as the smaller of its sides.
    SortedMap<String, Cells.Members> smaller = new TreeMap<>();
    crossed.forEach((service, sides) -> {
      Cells.Members met = sides.get(MET);
      Cells.Members missed = sides.get(MISSED);
      if (met != null && missed != null) {
        boolean metIsSmaller = met.persons().size() <= missed.persons().size();
        smaller.put(service, metIsSmaller ? met : missed);
      }
    });
    Set<String> hidden = cells.hidden(smaller);
    List<Insights.ServiceGap> services = new ArrayList<>();
    smaller.keySet().forEach(service -> {
      if (!hidden.contains(service)) {
        Map<String, Tally> sides = tallies(crossed.getOrDefault(service, new TreeMap<>()));
        services.add(new Insights.ServiceGap(service, gap(sides)));
      }
    });
    return new Insights.Agreements(all, services);
  }

  private SlaGap gap(Map<String, Tally> sides) {
    Tally none = Tally.empty(metric);
    return SlaGap.of(
        sides.getOrDefault(MET, none),
        sides.getOrDefault(MISSED, none),
        Insights.unhappyClasses(metric));
  }

  private static Map<String, Tally> tallies(Map<String, Cells.Members> members) {
    Map<String, Tally> tallies = new TreeMap<>();
    members.forEach((value, each) -> tallies.put(value, each.tally()));
    return tallies;
  }

  /**
   * Returns which themes cost or earn points among the responses with a text. A theme takes part if
   * enough people mention it and enough do not.
   */
  public Drivers drivers() {
    if (!cells.isShown()) {
      return Drivers.of(Tally.empty(metric), Map.of(), query.level());
    }
    List<RatingGroup> groups =
        scoring
            .store()
            .ratingsByThemes(cells.shownOf(asked.filter()), asked.rating().id())
            .stream()
            .filter(each -> scoring.measuresTheSame(asked, each.surveyVersion()))
            .toList();
    Set<String> themes = new HashSet<>();
    List<RatingCount> counts = new ArrayList<>();
    for (RatingGroup each : groups) {
      themes.addAll(each.values());
      counts.addAll(each.ratings());
    }
    Map<String, Tally> mentioning = new TreeMap<>();
    for (String theme : themes) {
      List<RatingCount> ratings = new ArrayList<>();
      PersonSketch mention = PersonSketch.none();
      PersonSketch others = PersonSketch.none();
      for (RatingGroup each : groups) {
        if (each.values().contains(theme)) {
          ratings.addAll(each.ratings());
          mention = mention.plus(each.persons());
        } else {
          others = others.plus(each.persons());
        }
      }
      if (discretion.guard().isEnough(mention) && discretion.guard().isEnough(others)) {
        mentioning.put(theme, scoring.tally(asked, ratings));
      }
    }
    return Drivers.of(scoring.tally(asked, counts), mentioning, query.level());
  }

  /**
   * Returns the course of the unhappy by weeks, and the alarms that would have been given on the way.
   *
   * @throws IllegalArgumentException if the query has no beginning
   */
  public Insights.Course course() {
    if (asked.filter().from() == null) {
      throw new IllegalArgumentException("a course needs a query with a beginning: use Query.last");
    }
    Set<String> unhappy = Insights.unhappyClasses(metric);
    DailySeries series = DailySeries.empty();
    if (cells.isShown()) {
      // Of a week with too few people nothing is shown, and so none of its days takes part.
      Set<LocalDate> weeks = cells.shownPeriods(Findings::monday);
      for (Map.Entry<LocalDate, Tally> each : cells.byPeriod().entrySet()) {
        if (weeks.contains(monday(each.getKey()))) {
          Tally tally = each.getValue();
          long count = unhappy.stream().mapToLong(tally::count).sum();
          series = series.with(each.getKey(), count, tally.n());
        }
      }
    }
    return course(series);
  }

  private static Insights.Course course(DailySeries series) {
    TrendChart chart = TrendChart.of(series, TrendChart.Step.WEEK);
    if (series.answers() == 0) {
      return new Insights.Course(Optional.empty(), chart, List.of(), Optional.empty());
    }
    double usual = usualShare(series);
    BernoulliCusum cusum =
        BernoulliCusum.watchingForDoubling(Math.min(MOST_USUAL, Math.max(LEAST_USUAL, usual)));
    return new Insights.Course(
        Optional.of(usual),
        chart,
        cusum.alarms(series),
        Optional.of(cusum.expectedAnswersToAlarm(cusum.usualShare())));
  }

  private static double usualShare(DailySeries series) {
    long unhappy = 0;
    long answers = 0;
    for (DailySeries.Day each : series.days()) {
      if (2 * answers < series.answers()) {
        unhappy += each.unhappy();
        answers += each.answers();
      }
    }
    return (double) unhappy / answers;
  }

  private static LocalDate monday(LocalDate day) {
    return day.minusDays(day.getDayOfWeek().getValue() - 1L);
  }
}
