package io.github.feedback4j;

import io.github.feedback4j.Scoring.Asked;
import io.github.feedback4j.insight.BernoulliCusum;
import io.github.feedback4j.insight.ChannelConsistency;
import io.github.feedback4j.insight.ConfidenceSequence;
import io.github.feedback4j.insight.Difference;
import io.github.feedback4j.insight.Drivers;
import io.github.feedback4j.insight.Initiative;
import io.github.feedback4j.insight.InitiativeEffect;
import io.github.feedback4j.insight.SlaGap;
import io.github.feedback4j.insight.Teams;
import io.github.feedback4j.insight.TrendChart;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

  /** What the strata are called together of which too few people answered. */
  private static final String OTHERS = "others";

  private final Scoring scoring;
  private final Discretion discretion;

  Insights(Scoring scoring, Discretion discretion) {
    scoring.store();
    this.scoring = scoring;
    this.discretion = discretion;
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
    return read(scoring.asked(query), List.of(), null).change();
  }

  /**
   * Reads what there is to find in the answers to a query, once for all kinds of findings: by team,
   * service, channel and SLA, and by day if the query has a beginning.
   *
   * @throws IllegalArgumentException if there is no such survey or rating
   */
  public Findings findings(Query query) {
    Asked asked = scoring.asked(query);
    return read(asked, List.of("team", "service", "channel", "sla"), days(asked));
  }

  /**
   * Returns the values of a dimension, such as all teams, each against the rest. What the query says of
   * that dimension does not count; nothing is shown if it filters for something else that may not be.
   *
   * @param dimension one of {@code Accountability.DIMENSIONS}
   * @throws IllegalArgumentException if there is no such survey, rating or dimension
   */
  public Teams teams(Query query, String dimension) {
    return read(scoring.asked(query), List.of(dimension), null).teams(dimension);
  }

  /**
   * Returns how consistent channels are, with the mix of services of all answers.
   *
   * @throws IllegalArgumentException if there is no such survey or rating, or there are more than {@link
   *     ChannelConsistency#MAX_CHANNELS} channels
   */
  public ChannelConsistency channels(Query query) {
    return read(scoring.asked(query), List.of("channel", "service"), null).channels();
  }

  /**
   * Returns whether answers about tickets with the SLA met are happier than the others, altogether and
   * for each service. The dimension {@code sla} says {@code met} or {@code missed}.
   *
   * @throws IllegalArgumentException if there is no such survey or rating
   */
  public Agreements agreements(Query query) {
    return read(scoring.asked(query), List.of("service", "sla"), null).agreements();
  }

  /**
   * Returns which themes cost or earn points among the responses with a text. A theme takes part if
   * enough people mention it and enough do not.
   *
   * @throws IllegalArgumentException if there is no such survey or rating
   */
  public Drivers drivers(Query query) {
    return read(scoring.asked(query), List.of(), null).drivers();
  }

  /**
   * Returns the course of the unhappy by weeks, and the alarms that would have been given on the way.
   *
   * @throws IllegalArgumentException if there is no such survey or rating, or the query has no beginning
   */
  public Course course(Query query) {
    Asked asked = scoring.asked(query);
    return read(asked, List.of(), days(asked)).course();
  }

  private static @Nullable Periods days(Asked asked) {
    Instant from = asked.filter().from();
    return from == null ? null : new Periods(day(from), 1);
  }

  private Findings read(Asked asked, List<String> dimensions, @Nullable Periods days) {
    return new Findings(scoring, discretion, asked, cells(asked, dimensions, days));
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
    if (!discretion.guard().isEnough(before.persons())
        || !discretion.guard().isEnough(after.persons())
        || !cells.isShown()) {
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
    SortedMap<LocalDate, Tally> byDay =
        cells.byPeriod().subMap(initiative.start(), initiative.until());
    List<ConfidenceSequence.Look> looks =
        initiative.watch(new ConfidenceSequence(before.n(), level), before, byDay);
    return looks.isEmpty() ? null : looks.get(looks.size() - 1);
  }

  private Cells cells(Asked asked, List<String> wanted, @Nullable Periods periods) {
    return Cells.of(scoring, discretion, asked, wanted, periods);
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
