package io.github.feedback4j;

import io.github.feedback4j.Scoring.Asked;
import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.response.Breakdown;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.score.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a query, counted apart by dimensions and periods at once, so that all of it is of one
 * moment; and which parts of it must not be shown.
 *
 * <p>Besides the dimensions that are wanted it has those that the query filters for: whether a filter may
 * be used depends on its neighbours.
 */
final class Cells {

  private final SmallGroupGuard guard;
  private final Scoring scoring;
  private final Asked asked;
  private final List<String> dimensions;
  private final List<RatingGroup> groups;

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
      Scoring scoring,
      SmallGroupGuard guard,
      Asked asked,
      List<String> dimensions,
      List<RatingGroup> groups) {
    this.scoring = scoring;
    this.guard = guard;
    this.asked = asked;
    this.dimensions = dimensions;
    this.groups = groups;
  }

  static Cells of(
      Scoring scoring,
      SmallGroupGuard guard,
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
        .ratingsBy(everywhere, asked.rating().id(), new Breakdown(dimensions, periods));
    return new Cells(
        scoring,
        guard,
        asked,
        dimensions,
        counted.stream()
            .filter(each -> scoring.measuresTheSame(asked, each.surveyVersion()))
            .toList());
  }

  List<String> dimensions() {
    return dimensions;
  }

  /** Returns the groups of a dimension; what the query says of that dimension does not count. */
  Table table(String dimension) {
    return guarded(grouped(each -> isLetThrough(each, dimension), value(dimension)));
  }

  /** Returns the groups of the periods. */
  Table overTime() {
    return guarded(grouped(
        each -> isLetThrough(each, ""),
        each -> Objects.requireNonNull(each.period()).toString()));
  }

  /** Returns everything that the query lets through. */
  Members all() {
    return sum(each -> isLetThrough(each, ""));
  }

  /** Returns what the query lets through on some days of the periods. */
  Members between(LocalDate from, LocalDate until) {
    return sum(each -> {
      LocalDate period = Objects.requireNonNull(each.period());
      return isLetThrough(each, "") && !period.isBefore(from) && period.isBefore(until);
    });
  }

  /** Returns what the query lets through on some days of the periods, by dimension. */
  SortedMap<String, Members> between(LocalDate from, LocalDate until, String dimension) {
    return grouped(
        each -> {
          LocalDate period = Objects.requireNonNull(each.period());
          return isLetThrough(each, "") && !period.isBefore(from) && period.isBefore(until);
        },
        value(dimension));
  }

  /** Returns what the query lets through, by two dimensions: first by {@code outer}, then by {@code inner}. */
  SortedMap<String, SortedMap<String, Members>> crossed(String outer, String inner) {
    SortedMap<String, SortedMap<String, Members>> crossed = new TreeMap<>();
    Function<RatingGroup, String> outside = value(outer);
    grouped(each -> isLetThrough(each, ""), outside)
        .keySet()
        .forEach(name -> crossed.put(
            name,
            grouped(
                each -> isLetThrough(each, "") && outside.apply(each).equals(name), value(inner))));
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
  Scoreboard.State state(Map<String, Table> tables) {
    for (Map.Entry<String, Table> each : tables.entrySet()) {
      Set<String> chosen = asked.filter().dimensions().get(each.getKey());
      if (chosen != null && chosen.stream().anyMatch(each.getValue().hidden::contains)) {
        return Scoreboard.State.HIDDEN;
      }
    }
    Members members = all();
    if (members.tally.n() == 0) {
      return Scoreboard.State.NO_ANSWERS;
    }
    return guard.isEnough(members.persons) ? Scoreboard.State.SHOWN : Scoreboard.State.HIDDEN;
  }

  /** Returns which groups must not be shown beside each other and their total. */
  Set<String> hidden(Map<String, Members> members) {
    List<SmallGroupGuard.Group> guarded = new ArrayList<>();
    members.forEach((value, each) ->
        guarded.add(new SmallGroupGuard.Group(value, each.persons, each.tally.n())));
    return guard.hidden(guarded);
  }

  private Table guarded(SortedMap<String, Members> members) {
    return new Table(members, hidden(members));
  }

  private Function<RatingGroup, String> value(String dimension) {
    int place = dimensions.indexOf(dimension);
    return each -> each.values().get(place);
  }

  private boolean isLetThrough(RatingGroup group, String butFor) {
    Map<String, Set<String>> filters = asked.filter().dimensions();
    for (int i = 0; i < dimensions.size(); i++) {
      String dimension = dimensions.get(i);
      Set<String> wanted = dimension.equals(butFor) ? null : filters.get(dimension);
      if (wanted != null && !wanted.contains(group.values().get(i))) {
        return false;
      }
    }
    return true;
  }

  private Members sum(Predicate<RatingGroup> condition) {
    Members found = grouped(condition, each -> "").get("");
    return found == null
        ? new Members(Tally.empty(asked.rating().metric()), PersonSketch.none())
        : found;
  }

  private SortedMap<String, Members> grouped(
      Predicate<RatingGroup> condition, Function<RatingGroup, String> name) {
    Map<String, List<RatingGroup>> parts =
        groups.stream().filter(condition).collect(Collectors.groupingBy(name));
    SortedMap<String, Members> members = new TreeMap<>();
    parts.forEach((value, part) -> {
      List<RatingCount> ratings = new ArrayList<>();
      PersonSketch persons = PersonSketch.none();
      for (RatingGroup each : part) {
        ratings.addAll(each.ratings());
        persons = persons.plus(each.persons());
      }
      members.put(value, new Members(scoring.tally(asked, ratings), persons));
    });
    return members;
  }
}
