package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.response.Breakdown;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.response.RatingGroups;
import io.github.feedback4j.response.ResponseFilter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the ratings in a window: whole days from the roll-up, the rest from the answers.
 *
 * <p>All parts are one statement and so see the same moment. A query by agent, change, location or
 * priority, which the roll-up does not know, counts answers only.
 */
final class RatingQuery implements WholeDays.Parts {

  /** What is read of a row of the roll-up where it is kept apart: all but the first four is packed. */
  private static final String OF_DAY =
      "utc_day * %d AS answered_at, responses, persons, CAST(NULL AS VARCHAR) AS respondent, counted, CAST(NULL AS INTEGER) AS survey_version, CAST(NULL AS INTEGER) AS rating, CAST(NULL AS DOUBLE PRECISION) AS probability"
          .formatted(RollUpCell.SECONDS_PER_DAY);

  private static final int COMMON = 8;

  /** So many rows show that a group is not small, unless the same people answer again and again. */
  private static final int ROWS_FOR_PERSONS = 500;

  private static final Comparator<RatingCount> BY_KIND = Comparator.comparingInt(
          RatingCount::surveyVersion)
      .thenComparingInt(RatingCount::value)
      .thenComparingDouble(RatingCount::inclusionProbability);

  private final ResponseFilter filter;
  private final String question;
  private final boolean besideText;
  private final String ofDay;
  private final String ofAnswer;
  private final String end;
  private final List<String> parts = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  /**
   * Creates a query.
   *
   * @param besideText whether only those count that have a comment beside them
   * @param ofDay what is read of a row of the roll-up
   * @param ofAnswer the same of an answer
   * @param end what stands behind the conditions of each part
   * @param dimensions what is kept apart
   */
  private RatingQuery(
      ResponseFilter filter,
      String question,
      boolean besideText,
      String ofDay,
      String ofAnswer,
      String end,
      List<String> dimensions) {
    this.filter = filter;
    this.question = question;
    this.besideText = besideText;
    this.ofDay = ofDay;
    this.ofAnswer = ofAnswer;
    this.end = end;
    WholeDays.cut(filter, dimensions, "answered", this::raw, this);
  }

  /** Returns all ratings that a filter lets through. */
  static List<RatingCount> all(Session session, ResponseFilter filter, String question)
      throws SQLException {
    RatingQuery query = sums(filter, question, "");
    Map<RatingCount, Long> counts = new TreeMap<>(BY_KIND);
    session.read(query.sql(), row -> addTo(counts, row), query.values.toArray());
    return counted(counts);
  }

  /** Adds up in the database, part by part: a sum over parts together would first be written down. */
  private static RatingQuery sums(ResponseFilter filter, String question, String more) {
    String kind = "survey_version, rating, probability, ";
    return new RatingQuery(
        filter,
        question,
        false,
        kind + "SUM(responses) AS responses" + more,
        kind + "COUNT(*) AS responses" + more,
        " GROUP BY survey_version, rating, probability",
        List.of());
  }

  private static void addTo(Map<RatingCount, Long> counts, Row row) throws SQLException {
    RatingCount kind = new RatingCount(row.integer(1), row.integer(2), row.real(3), 0);
    counts.merge(kind, row.number(4), Long::sum);
  }

  private static List<RatingCount> counted(Map<RatingCount, Long> counts) {
    List<RatingCount> counted = new ArrayList<>();
    counts.forEach((kind, count) -> counted.add(
        new RatingCount(kind.surveyVersion(), kind.value(), kind.inclusionProbability(), count)));
    return counted;
  }

  /** Returns them apart, with the people behind them. */
  static List<RatingGroup> groups(
      Session session, ResponseFilter filter, String question, Breakdown breakdown)
      throws SQLException {
    List<String> dimensions = breakdown.dimensions();
    if (dimensions.isEmpty() && breakdown.periods() == null) {
      List<RatingGroup> totals = totals(session, filter, question);
      if (totals != null) {
        return totals;
      }
    }
    int[] places = dimensions.stream().mapToInt(RollUpCell.DIMENSIONS::indexOf).toArray();
    RatingQuery query = new RatingQuery(
        since(filter, breakdown.periods()),
        question,
        false,
        OF_DAY + ", NULL".repeat(dimensions.size()),
        ofAnswer(session)
            + dimensions.stream().map(each -> ", " + each).collect(Collectors.joining()),
        "",
        dimensions);
    RatingGroups groups = new RatingGroups(breakdown);
    // One list for all rows: the groups keep no more than its values.
    String[] values = new String[dimensions.size()];
    List<String> names = Arrays.asList(values);
    query.read(
        session,
        groups,
        counted -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = counted.dimension(places[i]);
          }
          return names;
        },
        row -> {
          for (int i = 0; i < values.length; i++) {
            String value = row.textOrNull(COMMON + 1 + i);
            values[i] = value == null ? "" : value;
          }
          return names;
        });
    return groups.toList();
  }

  /**
   * Returns the totals of each version, added up in the database, or null if it takes all rows to know who is
   * behind them.
   *
   * <p>A full sketch is full whoever is in it, and a few rows fill it unless the same people answer again and
   * again.
   */
  private static @Nullable List<RatingGroup> totals(
      Session session, ResponseFilter filter, String question) throws SQLException {
    String noBytes = "CAST(NULL AS " + session.dialect().bytes() + ")";
    RatingQuery sums = sums(filter, question, ", " + noBytes + ", CAST(NULL AS VARCHAR)");
    String kind = "survey_version, rating, probability, ";
    RatingQuery people = new RatingQuery(
        filter,
        question,
        false,
        kind + "0, persons, CAST(NULL AS VARCHAR)",
        kind + "0, " + noBytes + ", respondent",
        " FETCH FIRST " + ROWS_FOR_PERSONS + " ROWS ONLY",
        List.of());
    List<@Nullable Object> values = new ArrayList<>(sums.values);
    values.addAll(people.values);
    Map<RatingCount, Long> counts = new TreeMap<>(BY_KIND);
    Map<Integer, PersonSketch> persons = new HashMap<>();
    session.read(
        sums.sql() + " UNION ALL " + people.sql(),
        row -> {
          if (row.number(4) > 0) {
            addTo(counts, row);
          } else {
            persons.merge(row.integer(1), persons(row, 5), PersonSketch::plus);
          }
        },
        values.toArray());
    SortedMap<Integer, List<RatingCount>> versions = new TreeMap<>();
    for (RatingCount each : counted(counts)) {
      versions
          .computeIfAbsent(each.surveyVersion(), version -> new ArrayList<>())
          .add(each);
    }
    List<RatingGroup> totals = new ArrayList<>();
    for (Map.Entry<Integer, List<RatingCount>> each : versions.entrySet()) {
      PersonSketch some = persons.getOrDefault(each.getKey(), PersonSketch.none());
      if (!some.isFull()) {
        return null;
      }
      totals.add(new RatingGroup(List.of(), null, each.getKey(), each.getValue(), some));
    }
    return totals;
  }

  /** Returns those beside a text apart by the themes that it mentions, with the people behind them. */
  static List<RatingGroup> byThemes(Session session, ResponseFilter filter, String question)
      throws SQLException {
    RatingQuery query = new RatingQuery(
        filter, question, true, OF_DAY + ", NULL", ofAnswer(session) + ", themes", "", List.of());
    RatingGroups groups = new RatingGroups(Breakdown.none());
    Map<String, List<String>> read = new HashMap<>();
    query.read(
        session,
        groups,
        counted -> read.computeIfAbsent(Objects.requireNonNull(counted.themes()), RollUpCell::read),
        row -> RollUpCell.read(row.text(COMMON + 1)).stream().sorted().toList());
    return groups.toList();
  }

  private static String ofAnswer(Session session) {
    String noBytes = "CAST(NULL AS " + session.dialect().bytes() + ")";
    return "answered_at, 1 AS responses, %1$s AS persons, respondent, %1$s AS counted, survey_version, rating, probability"
        .formatted(noBytes);
  }

  /** What a row of the answers is kept apart by. */
  private interface Names {
    List<String> of(Row row) throws SQLException;
  }

  private void read(
      Session session, RatingGroups groups, Function<Counted, List<String>> ofDays, Names ofAnswers)
      throws SQLException {
    Counted counted = new Counted();
    session.read(
        sql(),
        row -> {
          Instant answeredAt = Instant.ofEpochSecond(row.number(1));
          byte[] packed = row.bytesOrNull(5);
          if (packed == null) {
            groups.add(
                ofAnswers.of(row),
                answeredAt,
                new RatingCount(row.integer(6), row.integer(7), row.real(8), 1),
                persons(row, 3));
            return;
          }
          counted.read(packed);
          groups.add(
              ofDays.apply(counted),
              answeredAt,
              new RatingCount(
                  counted.surveyVersion(), counted.rating(), counted.probability(), row.number(2)),
              persons(row, 3));
        },
        values.toArray());
  }

  /** Returns the people of a row of the roll-up, or the person of an answer, whose column comes next. */
  private static PersonSketch persons(Row row, int place) throws SQLException {
    byte[] persons = row.bytesOrNull(place);
    return persons != null
        ? PersonSketch.fromBytes(persons)
        : PersonSketch.of(List.of(new RespondentKey(row.text(place + 1))));
  }

  /** Nothing from before the first period is wanted, so it need not be read. */
  private static ResponseFilter since(ResponseFilter filter, @Nullable Periods periods) {
    if (periods == null) {
      return filter;
    }
    Instant start = periods.first().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant from = filter.from();
    Instant until = filter.until();
    if (from != null && from.isAfter(start)) {
      return filter;
    }
    return new ResponseFilter(
        filter.survey(), start, until, filter.dimensions(), filter.onDemand());
  }

  private String sql() {
    return "(" + String.join(") UNION ALL (", parts) + ")";
  }

  @Override
  public void days(long firstDay, long endDay) {
    Conditions where = new Conditions()
        .and("survey = ?", Series.of(filter))
        .and("question = ?", question)
        .and("utc_day >= ?", firstDay)
        .and("utc_day < ?", endDay)
        .dimensions(filter.dimensions());
    if (besideText) {
      where.and("themes IS NOT NULL");
    }
    parts.add("SELECT " + ofDay + " FROM ${prefix}rating_rollup " + where.sql() + end);
    values.addAll(where.values());
  }

  private Conditions raw() {
    Conditions where = new Conditions()
        .survey(filter)
        .and("question = ?", question)
        .and("rating IS NOT NULL")
        .dimensions(filter.dimensions());
    return besideText ? where.and("themes IS NOT NULL") : where;
  }

  @Override
  public void rows(Conditions where) {
    parts.add("SELECT "
        + ofAnswer
        + " FROM ${prefix}response r JOIN ${prefix}answer a ON a.response = r.id "
        + where.sql()
        + end);
    values.addAll(where.values());
  }
}
