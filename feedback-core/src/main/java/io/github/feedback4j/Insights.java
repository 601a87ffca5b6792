package io.github.feedback4j;

import io.github.feedback4j.Scoring.Asked;
import io.github.feedback4j.insight.BernoulliCusum;
import io.github.feedback4j.insight.ChannelConsistency;
import io.github.feedback4j.insight.ConfidenceSequence;
import io.github.feedback4j.insight.DailySeries;
import io.github.feedback4j.insight.Difference;
import io.github.feedback4j.insight.Drivers;
import io.github.feedback4j.insight.Initiative;
import io.github.feedback4j.insight.InitiativeEffect;
import io.github.feedback4j.insight.SlaGap;
import io.github.feedback4j.insight.Teams;
import io.github.feedback4j.insight.TrendChart;
import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to do about the scores, as it may be shown to people: whether a change helped, who stands out, what
 * costs the most points, and whether the SLA tells how people feel.
 *
 * <p>As on a {@link Scoreboard}, nothing is shown of fewer people than the {@link SmallGroupGuard} asks
 * for, nor what would give them away: groups that a scoreboard hides take no part here, and neither do
 * the answers of one side of a comparison without enough people on both. The formulas are those of the
 * package {@code insight}. Days are those of UTC. Safe for use by several threads; every call asks the
 * store.
 *
 * @since 0.1
 */
public final class Insights {

  /** What the tickets of an SLA that was met and missed are called in {@code Accountability}. */
  private static final String MET = "met";

  private static final String MISSED = "missed";

  /** What the strata are called together of which too few people answered. */
  private static final String OTHERS = "others";

  private static final int WEEK = 7;

  /** The shares of unhappy answers between which a doubling can be watched for. */
  private static final double LEAST_USUAL = 0.01;

  private static final double MOST_USUAL = 0.45;

  private final Scoring scoring;
  private final SmallGroupGuard guard;

  Insights(Scoring scoring, SmallGroupGuard guard) {
    scoring.store();
    this.scoring = scoring;
    this.guard = guard;
  }

  /**
   * A gap of one service.
   *
   * @param service the value of the dimension, an empty text for the answers that have none
   * @param gap what the SLA tells about it
   */
  public record ServiceGap(String service, SlaGap gap) {}

  /**
   * Whether kept agreements mean happy people.
   *
   * @param all all answers together; its finding is {@code NOT_ENOUGH_DATA} where it may not be shown
   * @param services the services of which enough people answered on both sides, by name
   */
  public record Agreements(SlaGap all, List<ServiceGap> services) {

    /** Copies the services. */
    public Agreements {
      services = List.copyOf(services);
    }
  }

  /**
   * The course of the unhappy.
   *
   * @param usualShare the share of unhappy answers that counts as usual, 0 to 1: that of the first half
   *     of the answers; empty without answers
   * @param chart the weeks, the limits of chance, and which weeks are outside of them
   * @param alarms when a doubling of the usual share was noticed, and since when it seems to be so
   * @param answersToFalseAlarm after how many answers there is an alarm on average though nothing has
   *     changed; empty if nothing is watched for
   */
  public record Course(
      Optional<Double> usualShare,
      TrendChart chart,
      List<BernoulliCusum.Alarm> alarms,
      Optional<Double> answersToFalseAlarm) {

    /** Copies the alarms. */
    public Course {
      alarms = List.copyOf(alarms);
    }
  }

  /**
   * What became of an initiative so far.
   *
   * @param initiative what was declared
   * @param state whether there is something to be seen: {@code HIDDEN} if too few people answered before
   *     or after
   * @param before the score before; null unless the state is {@code SHOWN}
   * @param after the score after; null unless the state is {@code SHOWN}
   * @param effect the change and its parts; null unless the state is {@code SHOWN}
   * @param lookedAtToday what may be said today by somebody who looks every day; null if there is
   *     nothing yet, or the horizon is over
   */
  public record Progress(
      Initiative initiative,
      Scoreboard.State state,
      @Nullable Score before,
      @Nullable Score after,
      @Nullable InitiativeEffect effect,
      ConfidenceSequence.@Nullable Look lookedAtToday) {}

  /**
   * Returns the classes of a metric that count as unhappy: those in the worst third of its scores, such as
   * the unsatisfied of CSAT, the detractors of NPS, and the points 1 and 2 of a mean of 1 to 5.
   */
  public static Set<String> unhappyClasses(MetricDefinition metric) {
    boolean higherIsBetter = metric.direction() == Direction.HIGHER_IS_BETTER;
    double span = metric.highest() - metric.lowest();
    return metric.classes().stream()
        .filter(each -> {
          double value = metric.offset() + (double) metric.factor() * each.score();
          double aboveWorst = higherIsBetter ? value - metric.lowest() : metric.highest() - value;
          return aboveWorst <= span / 3;
        })
        .map(ScoreClass::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns the score of a query against the time of the same length before it, or empty if one of them
   * may not be shown or the query has no beginning.
   *
   * @throws IllegalArgumentException if there is no such survey or rating
   */
  public Optional<Difference> change(Query query) {
    Asked now = scoring.asked(query);
    Instant from = now.filter().from();
    if (from == null) {
      return Optional.empty();
    }
    Instant end = now.filter().until() == null ? scoring.now() : now.filter().until();
    Duration length = Duration.between(from, end);
    if (length.isZero() || length.isNegative()) {
      return Optional.empty();
    }
    Asked before = scoring.asked(query.between(from.minus(length), from));
    Optional<Tally> reference = whole(before);
    Optional<Tally> compared = whole(now);
    return reference.isEmpty() || compared.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Difference.between(Score.of(reference.get()), Score.of(compared.get()), query.level()));
  }

  private Optional<Tally> whole(Asked asked) {
    Cells cells = cells(asked, List.of(), null);
    return isShown(cells) ? Optional.of(cells.all().tally()) : Optional.empty();
  }

  private static boolean isShown(Cells cells) {
    Map<String, Cells.Table> tables = new TreeMap<>();
    cells.dimensions().forEach(each -> tables.put(each, cells.table(each)));
    return cells.state(tables) == Scoreboard.State.SHOWN;
  }

  /**
   * Returns the values of a dimension, such as all teams, each against the rest. What the query says of
   * that dimension does not count; nothing is shown if it filters for something else that may not be.
   *
   * @param dimension one of {@code Accountability.DIMENSIONS}
   * @throws IllegalArgumentException if there is no such survey, rating or dimension
   */
  public Teams teams(Query query, String dimension) {
    Asked asked = scoring.asked(query);
    Cells cells = cells(asked, List.of(dimension), null);
    Map<String, Tally> shown =
        cells.mayFilter(dimension) ? cells.table(dimension).shown() : Map.of();
    return Teams.compare(asked.rating().metric(), shown, query.level());
  }

  /**
   * Returns how consistent channels are, with the mix of services of all answers.
   *
   * @throws IllegalArgumentException if there is no such survey or rating, or there are more than {@link
   *     ChannelConsistency#MAX_CHANNELS} channels
   */
  public ChannelConsistency channels(Query query) {
    Asked asked = scoring.asked(query);
    Cells cells = cells(asked, List.of("channel", "service"), null);
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
   * @throws IllegalArgumentException if there is no such survey or rating
   */
  public Agreements agreements(Query query) {
    Asked asked = scoring.asked(query);
    Cells cells = cells(asked, List.of("service", "sla"), null);
    MetricDefinition metric = asked.rating().metric();
    Map<String, Tally> shown = cells.mayFilter("") ? cells.table("sla").shown() : Map.of();
    boolean both = shown.containsKey(MET) && shown.containsKey(MISSED);
    SlaGap all = gap(both ? shown : Map.of(), metric);
    if (!both) {
      return new Agreements(all, List.of());
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
    List<ServiceGap> services = new ArrayList<>();
    smaller.keySet().forEach(service -> {
      if (!hidden.contains(service)) {
        Map<String, Tally> sides = tallies(crossed.getOrDefault(service, new TreeMap<>()));
        services.add(new ServiceGap(service, gap(sides, metric)));
      }
    });
    return new Agreements(all, services);
  }

  private static SlaGap gap(Map<String, Tally> sides, MetricDefinition metric) {
    Tally none = Tally.empty(metric);
    return SlaGap.of(
        sides.getOrDefault(MET, none), sides.getOrDefault(MISSED, none), unhappyClasses(metric));
  }

  private static Map<String, Tally> tallies(Map<String, Cells.Members> members) {
    Map<String, Tally> tallies = new TreeMap<>();
    members.forEach((value, each) -> tallies.put(value, each.tally()));
    return tallies;
  }

  /**
   * Returns which themes cost or earn points among the responses with a text. A theme takes part if
   * enough people mention it and enough do not.
   *
   * @throws IllegalArgumentException if there is no such survey or rating
   */
  public Drivers drivers(Query query) {
    Asked asked = scoring.asked(query);
    Tally all = Tally.empty(asked.rating().metric());
    if (!isShown(cells(asked, List.of(), null))) {
      return Drivers.of(all, Map.of(), query.level());
    }
    List<RatingGroup> groups =
        scoring.store().ratingsByThemes(asked.filter(), asked.rating().id()).stream()
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
      if (guard.isEnough(mention) && guard.isEnough(others)) {
        mentioning.put(theme, scoring.tally(asked, ratings));
      }
    }
    return Drivers.of(scoring.tally(asked, counts), mentioning, query.level());
  }

  /**
   * Returns the course of the unhappy by weeks, and the alarms that would have been given on the way.
   *
   * @throws IllegalArgumentException if there is no such survey or rating, or the query has no beginning
   */
  public Course course(Query query) {
    Asked asked = scoring.asked(query);
    Instant from = asked.filter().from();
    if (from == null) {
      throw new IllegalArgumentException("a course needs a query with a beginning: use Query.last");
    }
    LocalDate first = day(from);
    Set<String> unhappy = unhappyClasses(asked.rating().metric());
    Cells weeks = cells(asked, List.of(), new Periods(first.minusDays(WEEK - 1L), 1));
    DailySeries series = DailySeries.empty();
    if (isShown(weeks)) {
      // Of a week with too few people nothing is shown, and so none of its days takes part.
      Cells byWeek = cells(asked, List.of(), new Periods(monday(first), WEEK));
      for (String each : byWeek.overTime().shown().keySet()) {
        LocalDate monday = LocalDate.parse(each);
        for (LocalDate day = monday; day.isBefore(monday.plusDays(WEEK)); day = day.plusDays(1)) {
          Tally tally = weeks.between(day, day.plusDays(1)).tally();
          if (tally.n() > 0) {
            long count = unhappy.stream().mapToLong(tally::count).sum();
            series = series.with(day, count, tally.n());
          }
        }
      }
    }
    return course(series);
  }

  private static Course course(DailySeries series) {
    TrendChart chart = TrendChart.of(series, TrendChart.Step.WEEK);
    if (series.answers() == 0) {
      return new Course(Optional.empty(), chart, List.of(), Optional.empty());
    }
    double usual = usualShare(series);
    BernoulliCusum cusum =
        BernoulliCusum.watchingForDoubling(Math.min(MOST_USUAL, Math.max(LEAST_USUAL, usual)));
    return new Course(
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

  /**
   * Returns what became of an initiative until now: the answers to a rating in its scope before and
   * after its start, adjusted for the mix of services, or of channels where its scope is a service.
   * Those of which too few people answered count as one, called {@code others}.
   *
   * @param survey the survey and the rating that measure it; only these and the level count
   * @throws IllegalArgumentException if there is no such survey or rating, its metric is not the one
   *     that was declared, or the scope names something that is no dimension
   */
  public Progress progress(Initiative initiative, Query survey) {
    Query query = Query.of(survey.survey())
        .question(survey.question())
        .level(survey.level())
        .between(start(initiative.beforeFrom()), start(initiative.until()));
    for (Map.Entry<String, String> each : initiative.scope().entrySet()) {
      query = query.where(each.getKey(), each.getValue());
    }
    Asked asked = scoring.asked(query);
    if (!asked.rating().metric().equals(initiative.metric())) {
      throw new IllegalArgumentException(
          "initiative '%s' was declared for %s, but the rating '%s' measures %s; declare it for that one, or ask for another rating"
              .formatted(
                  initiative.name(),
                  named(initiative.metric()),
                  asked.rating().id(),
                  named(asked.rating().metric())));
    }
    String stratum = initiative.scope().containsKey("service") ? "channel" : "service";
    Cells cells = cells(asked, List.of(stratum), new Periods(initiative.beforeFrom(), 1));
    Cells.Members before = cells.between(initiative.beforeFrom(), initiative.start());
    Cells.Members after = cells.between(initiative.start(), initiative.until());
    if (before.tally().n() == 0 || after.tally().n() == 0) {
      return nothing(initiative, Scoreboard.State.NO_ANSWERS);
    }
    if (!guard.isEnough(before.persons()) || !guard.isEnough(after.persons()) || !isShown(cells)) {
      return nothing(initiative, Scoreboard.State.HIDDEN);
    }
    SortedMap<String, Cells.Members> strataBefore =
        cells.between(initiative.beforeFrom(), initiative.start(), stratum);
    SortedMap<String, Cells.Members> strataAfter =
        cells.between(initiative.start(), initiative.until(), stratum);
    Set<String> small = new HashSet<>(cells.hidden(strataBefore));
    small.addAll(cells.hidden(strataAfter));
    InitiativeEffect effect = InitiativeEffect.of(
        initiative,
        joined(strataBefore, small, initiative.metric()),
        joined(strataAfter, small, initiative.metric()),
        survey.level());
    return new Progress(
        initiative,
        Scoreboard.State.SHOWN,
        Score.of(before.tally()),
        Score.of(after.tally()),
        effect,
        look(initiative, cells, before.tally(), survey.level()));
  }

  private static String named(MetricDefinition metric) {
    return metric.id() + " (" + metric.scale() + ")";
  }

  /** Returns the tallies of strata, with the small ones as a single one. */
  private static Map<String, Tally> joined(
      Map<String, Cells.Members> strata, Set<String> small, MetricDefinition metric) {
    Map<String, Tally> tallies = new TreeMap<>();
    Tally others = Tally.empty(metric);
    for (Map.Entry<String, Cells.Members> each : strata.entrySet()) {
      if (small.contains(each.getKey())) {
        others = others.plus(each.getValue().tally());
      } else {
        tallies.put(each.getKey(), each.getValue().tally());
      }
    }
    if (others.n() > 0) {
      tallies.merge(OTHERS, others, Tally::plus);
    }
    return tallies;
  }

  private static Progress nothing(Initiative initiative, Scoreboard.State state) {
    return new Progress(initiative, state, null, null, null, null);
  }

  private ConfidenceSequence.@Nullable Look look(
      Initiative initiative, Cells cells, Tally before, double level) {
    if (initiative.isOver(day(scoring.now()))) {
      return null;
    }
    SortedMap<LocalDate, Tally> byDay = new TreeMap<>();
    for (LocalDate each = initiative.start();
        each.isBefore(initiative.until());
        each = each.plusDays(1)) {
      Tally tally = cells.between(each, each.plusDays(1)).tally();
      if (tally.n() > 0) {
        byDay.put(each, tally);
      }
    }
    List<ConfidenceSequence.Look> looks =
        initiative.watch(new ConfidenceSequence(before.n(), level), before, byDay);
    return looks.isEmpty() ? null : looks.get(looks.size() - 1);
  }

  private Cells cells(Asked asked, List<String> wanted, @Nullable Periods periods) {
    return Cells.of(scoring, guard, asked, wanted, periods);
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static LocalDate monday(LocalDate day) {
    return day.minusDays(day.getDayOfWeek().getValue() - 1L);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
