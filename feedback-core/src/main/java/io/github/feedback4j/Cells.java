package io.github.feedback4j;

import io.github.feedback4j.Scoring.Asked;
import io.github.feedback4j.privacy.BatchRelease;
import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.response.Breakdown;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.score.TallyCounter;
import io.github.feedback4j.survey.MetricDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a query, counted apart by dimensions and periods at once, so that all of it is of one
 * moment; and which parts of it must not be shown.
 *
 * <p>Besides the dimensions that are wanted it has those that the query filters for: whether a filter may
 * be used depends on its neighbours.
 */
final class Cells {

  private final Discretion discretion;
  private final Asked asked;
  private final LocalDate today;
  private final @Nullable Periods periods;
  private final List<String> dimensions;
  private final List<RatingGroup> groups;
  private final Map<String, Table> tables = new HashMap<>();
  private @Nullable Sum all;

  /** One dimension: its groups, and which of them must not be shown. */
  record Table(SortedMap<String, Members> groups, Set<String> hidden) {

    /** Returns the answers of the groups that may be shown. */
    SortedMap<String, Tally> shown() {
      SortedMap<String, Tally> shown = new TreeMap<>();
      groups.forEach((value, members) -> {
        if (!hidden.contains(value)) {
          shown.put(value, members.tally);
        }
      });
      return shown;
    }
  }

  /** The answers of one group and how many people are behind them. */
  record Members(Tally tally, PersonSketch persons) {}

  private Cells(
      Discretion discretion,
      Asked asked,
      LocalDate today,
      @Nullable Periods periods,
      List<String> dimensions,
      List<RatingGroup> groups) {
    this.discretion = discretion;
    this.asked = asked;
    this.today = today;
    this.periods = periods;
    this.dimensions = dimensions;
    this.groups = groups;
  }

  static Cells of(
      Scoring scoring,
      Discretion discretion,
      Asked asked,
      Collection<String> wanted,
      @Nullable Periods periods) {
    Set<String> names = new TreeSet<>(wanted);
    names.addAll(asked.filter().dimensions().keySet());
    List<String> dimensions = List.copyOf(names);
    ResponseFilter everywhere = asked.filter();
    for (String each : dimensions) {
      everywhere = everywhere.without(each);
    }
    List<RatingGroup> counted = scoring
        .store()
        .ratingsBy(
            everywhere,
            asked.rating().id(),
            new Breakdown(dimensions, counted(discretion, asked, periods)));
    return new Cells(
        discretion,
        asked,
        LocalDate.ofInstant(scoring.now(), ZoneOffset.UTC),
        periods,
        dimensions,
        counted.stream()
            .filter(each -> scoring.measuresTheSame(asked, each.surveyVersion()))
            .toList());
  }

  /** Returns how time is cut in the counts: into days where these are released in batches. */
  private static @Nullable Periods counted(
      Discretion discretion, Asked asked, @Nullable Periods periods) {
    if (discretion.batches() == null) {
      return periods;
    }
    Instant from = asked.filter().from();
    LocalDate first = from == null ? LocalDate.EPOCH : LocalDate.ofInstant(from, ZoneOffset.UTC);
    return new Periods(periods == null ? first : periods.first(), 1);
  }

  List<String> dimensions() {
    return dimensions;
  }

  /** Returns the groups of a dimension; what the query says of that dimension does not count. */
  Table table(String dimension) {
    Table known = tables.get(dimension);
    if (known == null) {
      known = guarded(grouped(dimension, value(dimension)));
      tables.put(dimension, known);
    }
    return known;
  }

  /** Returns the groups of the periods. */
  Table overTime() {
    Periods cut = Objects.requireNonNull(periods);
    return over(each -> {
      long passed = ChronoUnit.DAYS.between(cut.first(), each);
      return cut.start(passed / cut.days());
    });
  }

  /** Returns the longer periods, by the day with which they start, of which enough people answered. */
  Set<LocalDate> shownPeriods(UnaryOperator<LocalDate> start) {
    Set<LocalDate> shown = new HashSet<>();
    over(start).shown().keySet().forEach(each -> shown.add(LocalDate.parse(each)));
    return shown;
  }

  private Table over(UnaryOperator<LocalDate> start) {
    Map<LocalDate, Sum> sums = new HashMap<>();
    forEach(
        "",
        each ->
            sums.computeIfAbsent(start.apply(period(each)), value -> newSum()).add(each));
    SortedMap<String, Members> members = new TreeMap<>();
    sums.forEach((first, each) -> members.put(first.toString(), each.members()));
    return guarded(members);
  }

  /** Returns the answers of each period that belong to what is shown of the whole. */
  SortedMap<LocalDate, Tally> byPeriod() {
    LocalDate end = whole().shownUntil();
    Map<LocalDate, Sum> sums = new HashMap<>();
    forEach("", each -> {
      if (period(each).isBefore(end)) {
        sums.computeIfAbsent(period(each), value -> new Sum(metric(), null, today))
            .add(each);
      }
    });
    SortedMap<LocalDate, Tally> tallies = new TreeMap<>();
    sums.forEach((period, each) -> tallies.put(period, each.members().tally));
    return tallies;
  }

  /** Returns everything that the query lets through. */
  Members all() {
    return whole().members();
  }

  private Sum whole() {
    if (all == null) {
      Sum sum = newSum();
      forEach("", sum::add);
      all = sum;
    }
    return all;
  }

  /** Returns a filter for those responses that belong to what is shown of the whole. */
  ResponseFilter shownOf(ResponseFilter filter) {
    // Texts without a rating beside them are in no batch.
    if (discretion.batches() == null || whole().isEmpty()) {
      return filter;
    }
    Instant shownUntil = whole().shownUntil().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant until = filter.until();
    return until != null && !shownUntil.isBefore(until)
        ? filter
        : new ResponseFilter(
            filter.survey(), filter.from(), shownUntil, filter.dimensions(), filter.onDemand());
  }

  /** Returns what the query lets through on some days of the periods. */
  Members between(LocalDate from, LocalDate until) {
    Sum sum = newSum();
    forEach("", each -> {
      if (isBetween(each, from, until)) {
        sum.add(each);
      }
    });
    return sum.members();
  }

  /** Returns what the query lets through on some days of the periods, by dimension. */
  SortedMap<String, Members> between(LocalDate from, LocalDate until, String dimension) {
    Function<RatingGroup, String> name = value(dimension);
    Map<String, Sum> sums = new HashMap<>();
    forEach("", each -> {
      if (isBetween(each, from, until)) {
        add(sums, name.apply(each), each);
      }
    });
    return members(sums);
  }

  /** Returns what the query lets through, by two dimensions: first by {@code outer}, then by {@code inner}. */
  SortedMap<String, SortedMap<String, Members>> crossed(String outer, String inner) {
    Function<RatingGroup, String> outside = value(outer);
    Function<RatingGroup, String> inside = value(inner);
    Map<String, Map<String, Sum>> sums = new TreeMap<>();
    forEach(
        "",
        each -> sums.computeIfAbsent(outside.apply(each), value -> new HashMap<>())
            .computeIfAbsent(inside.apply(each), value -> newSum())
            .add(each));
    SortedMap<String, SortedMap<String, Members>> crossed = new TreeMap<>();
    sums.forEach((value, parts) -> crossed.put(value, members(parts)));
    return crossed;
  }

  /**
   * Returns whether what the query filters for may be shown, what it says of {@code butFor} aside: where
   * it may not, neither may the groups that it is made of.
   */
  boolean mayFilter(String butFor) {
    return asked.filter().dimensions().entrySet().stream()
        .filter(each -> !each.getKey().equals(butFor))
        .noneMatch(
            each -> each.getValue().stream().anyMatch(table(each.getKey()).hidden::contains));
  }

  /** Returns whether the whole may be shown. */
  boolean isShown() {
    return state() == Scoreboard.State.SHOWN;
  }

  /** Returns what there is to see of the whole. */
  Scoreboard.State state() {
    if (!mayFilter("")) {
      return Scoreboard.State.HIDDEN;
    }
    if (whole().isEmpty()) {
      return Scoreboard.State.NO_ANSWERS;
    }
    return discretion.guard().isEnough(all().persons)
        ? Scoreboard.State.SHOWN
        : Scoreboard.State.HIDDEN;
  }

  /** Returns which groups must not be shown beside each other and their total. */
  Set<String> hidden(Map<String, Members> members) {
    List<SmallGroupGuard.Group> guarded = new ArrayList<>();
    members.forEach((value, each) ->
        guarded.add(new SmallGroupGuard.Group(value, each.persons, each.tally.n())));
    return discretion.guard().hidden(guarded);
  }

  private Table guarded(SortedMap<String, Members> members) {
    return new Table(members, hidden(members));
  }

  private Function<RatingGroup, String> value(String dimension) {
    int place = dimensions.indexOf(dimension);
    if (place < 0) {
      throw new IllegalArgumentException(
          "the answers were counted by %s, not by '%s'".formatted(dimensions, dimension));
    }
    return each -> each.values().get(place);
  }

  /** Passes over what the query lets through, what it says of {@code butFor} aside. */
  private void forEach(String butFor, Consumer<RatingGroup> action) {
    List<Set<String>> wanted = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    asked.filter().dimensions().forEach((dimension, values) -> {
      if (!dimension.equals(butFor)) {
        wanted.add(values);
        places.add(dimensions.indexOf(dimension));
      }
    });
    for (RatingGroup each : groups) {
      boolean isLetThrough = true;
      for (int i = 0; i < wanted.size() && isLetThrough; i++) {
        isLetThrough = wanted.get(i).contains(each.values().get(places.get(i)));
      }
      if (isLetThrough) {
        action.accept(each);
      }
    }
  }

  private SortedMap<String, Members> grouped(String butFor, Function<RatingGroup, String> name) {
    Map<String, Sum> sums = new HashMap<>();
    forEach(butFor, each -> add(sums, name.apply(each), each));
    return members(sums);
  }

  private void add(Map<String, Sum> sums, String name, RatingGroup group) {
    sums.computeIfAbsent(name, value -> newSum()).add(group);
  }

  private static <K> SortedMap<K, Members> members(Map<K, Sum> sums) {
    SortedMap<K, Members> members = new TreeMap<>();
    sums.forEach((key, sum) -> members.put(key, sum.members()));
    return members;
  }

  private static LocalDate period(RatingGroup group) {
    return Objects.requireNonNull(group.period());
  }

  private static boolean isBetween(RatingGroup group, LocalDate from, LocalDate until) {
    LocalDate period = period(group);
    return !period.isBefore(from) && period.isBefore(until);
  }

  private MetricDefinition metric() {
    return asked.rating().metric();
  }

  private Sum newSum() {
    return new Sum(metric(), discretion.batches(), today);
  }

  /** Adds groups up, and with batches leaves out those of the last days. */
  private static final class Sum {
    private final MetricDefinition metric;
    private final @Nullable BatchRelease batches;
    private final LocalDate today;
    private final TallyCounter answers;
    private final SortedMap<LocalDate, Sum> days = new TreeMap<>();
    private PersonSketch persons = PersonSketch.none();
    private @Nullable Members members;

    Sum(MetricDefinition metric, @Nullable BatchRelease batches, LocalDate today) {
      this.metric = metric;
      this.batches = batches;
      this.today = today;
      this.answers = new TallyCounter(metric);
    }

    void add(RatingGroup group) {
      if (batches != null) {
        days.computeIfAbsent(period(group), day -> new Sum(metric, null, today)).add(group);
        return;
      }
      for (RatingCount each : group.ratings()) {
        answers.add(each.value(), each.inclusionProbability(), each.count());
      }
      persons = persons.plus(group.persons());
    }

    /** Returns whether there are no answers, not even such as wait. */
    boolean isEmpty() {
      return days.isEmpty() && members().tally.n() == 0;
    }

    /** Returns the first day that is not shown, or the last day of all if all are. */
    LocalDate shownUntil() {
      if (batches == null) {
        return LocalDate.MAX;
      }
      List<BatchRelease.Day> counted = new ArrayList<>();
      days.forEach((day, sum) ->
          counted.add(new BatchRelease.Day(day, sum.members().tally.n(), sum.members().persons)));
      return batches.shownUntil(counted, today).orElse(LocalDate.MIN);
    }

    Members members() {
      if (members == null) {
        Tally tally = answers.snapshot();
        PersonSketch all = persons;
        if (batches != null) {
          for (Sum each : days.headMap(shownUntil()).values()) {
            tally = tally.plus(each.members().tally);
            all = all.plus(each.members().persons);
          }
        }
        members = new Members(tally, all);
      }
      return members;
    }
  }
}
