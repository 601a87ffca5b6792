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
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the ratings in a window: whole days from the roll-up, the rest from the answers.
 *
 * <p>All parts are one statement and so see the same moment. A query by agent, change, location or
 * priority, which the roll-up does not know, counts answers only.
 */
final class RatingQuery implements WholeDays.Parts {

  /** What is read of a row of the roll-up where it is kept apart, and how many columns that is. */
  private static final String OF_DAY =
      "survey_version, rating, probability, utc_day * %d AS answered_at, responses, persons, CAST(NULL AS VARCHAR) AS respondent"
          .formatted(RollUpCell.SECONDS_PER_DAY);

  private static final int COMMON = 7;

  private final ResponseFilter filter;
  private final String question;
  private final boolean besideText;
  private final String ofDay;
  private final String ofAnswer;
  private final List<String> parts = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  /**
   * Creates a query.
   *
   * @param besideText whether only those count that have a comment beside them
   * @param ofDay what is read of a row of the roll-up
   * @param ofAnswer the same of an answer
   * @param dimensions what is kept apart
   */
  private RatingQuery(
      ResponseFilter filter,
      String question,
      boolean besideText,
      String ofDay,
      String ofAnswer,
      List<String> dimensions) {
    this.filter = filter;
    this.question = question;
    this.besideText = besideText;
    this.ofDay = ofDay;
    this.ofAnswer = ofAnswer;
    WholeDays.cut(filter, dimensions, "answered", this::raw, this);
  }

  /** Returns all ratings that a filter lets through. */
  static List<RatingCount> all(Session session, ResponseFilter filter, String question)
      throws SQLException {
    String kind = "survey_version, rating, probability, ";
    RatingQuery query = new RatingQuery(
        filter, question, false, kind + "responses", kind + "1 AS responses", List.of());
    String sql = """
        SELECT survey_version, rating, probability, SUM(responses) AS responses
        FROM (%s) counts
        GROUP BY survey_version, rating, probability
        ORDER BY survey_version, rating, probability""".formatted(query.sql());
    return session.query(sql, RatingQuery::count, query.values.toArray());
  }

  /** Returns them apart, with the people behind them. */
  static List<RatingGroup> groups(
      Session session, ResponseFilter filter, String question, Breakdown breakdown)
      throws SQLException {
    List<String> dimensions = breakdown.dimensions();
    RatingGroups groups = new RatingGroups(breakdown);
    String names = dimensions.stream().map(each -> ", " + each).collect(Collectors.joining());
    RatingQuery query = new RatingQuery(
        since(filter, breakdown.periods()),
        question,
        false,
        OF_DAY + names,
        ofAnswer(session) + names,
        dimensions);
    query.read(session, groups, row -> {
      String[] group = new String[dimensions.size()];
      for (int i = 0; i < group.length; i++) {
        String value = row.textOrNull(COMMON + 1 + i);
        group[i] = value == null ? "" : value;
      }
      return Arrays.asList(group);
    });
    return groups.toList();
  }

  /** Returns those beside a text apart by the themes that it mentions, with the people behind them. */
  static List<RatingGroup> byThemes(Session session, ResponseFilter filter, String question)
      throws SQLException {
    RatingGroups groups = new RatingGroups(Breakdown.none());
    RatingQuery query = new RatingQuery(
        filter, question, true, OF_DAY + ", themes", ofAnswer(session) + ", themes", List.of());
    query.read(
        session,
        groups,
        row -> RollUpCell.read(row.text(COMMON + 1)).stream().sorted().toList());
    return groups.toList();
  }

  private static String ofAnswer(Session session) {
    return "survey_version, rating, probability, answered_at, 1 AS responses, CAST(NULL AS %s) AS persons, respondent"
        .formatted(session.dialect().bytes());
  }

  /** What a row is kept apart by. */
  private interface Names {
    List<String> of(Row row) throws SQLException;
  }

  private void read(Session session, RatingGroups groups, Names names) throws SQLException {
    session.read(
        sql(),
        row -> {
          byte[] persons = row.bytesOrNull(6);
          groups.add(
              names.of(row),
              Instant.ofEpochSecond(row.number(4)),
              new RatingCount(row.integer(1), row.integer(2), row.real(3), row.number(5)),
              persons != null
                  ? PersonSketch.fromBytes(persons)
                  : PersonSketch.of(List.of(new RespondentKey(row.text(COMMON)))));
        },
        values.toArray());
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

  private static RatingCount count(Row row) throws SQLException {
    return new RatingCount(
        row.integer("survey_version"),
        row.integer("rating"),
        row.real("probability"),
        row.number("responses"));
  }

  private String sql() {
    return String.join(" UNION ALL ", parts);
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
    parts.add("SELECT " + ofDay + " FROM ${prefix}rating_rollup " + where.sql());
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
        + where.sql());
    values.addAll(where.values());
  }
}
