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

  private final ResponseFilter filter;
  private final String question;
  private final String ofDay;
  private final String ofAnswer;
  private final List<String> parts = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  /**
   * Creates a query.
   *
   * @param ofDay what is read of a row of the roll-up
   * @param ofAnswer the same of an answer
   * @param dimensions what is kept apart
   */
  private RatingQuery(
      ResponseFilter filter,
      String question,
      String ofDay,
      String ofAnswer,
      List<String> dimensions) {
    this.filter = filter;
    this.question = question;
    this.ofDay = ofDay;
    this.ofAnswer = ofAnswer;
    WholeDays.cut(filter, dimensions, "answered", this::raw, this);
  }

  /** Returns all ratings that a filter lets through. */
  static List<RatingCount> all(Session session, ResponseFilter filter, String question)
      throws SQLException {
    String kind = "survey_version, rating, probability, ";
    RatingQuery query =
        new RatingQuery(filter, question, kind + "responses", kind + "1 AS responses", List.of());
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
    String kind = dimensions.stream().map(each -> each + ", ").collect(Collectors.joining())
        + "survey_version, rating, probability, ";
    RatingQuery query = new RatingQuery(
        since(filter, breakdown.periods()),
        question,
        kind
            + "utc_day * %d AS answer_second, responses, persons, CAST(NULL AS VARCHAR) AS respondent"
                .formatted(RollUpCell.SECONDS_PER_DAY),
        kind
            + "answered_at AS answer_second, 1 AS responses, CAST(NULL AS %s) AS persons, respondent"
                .formatted(session.dialect().bytes()),
        dimensions);
    RatingGroups groups = new RatingGroups(breakdown);
    int first = dimensions.size() + 1;
    session.read(
        query.sql(),
        row -> {
          String[] group = new String[dimensions.size()];
          for (int i = 0; i < group.length; i++) {
            String value = row.textOrNull(i + 1);
            group[i] = value == null ? "" : value;
          }
          RatingCount ratings = new RatingCount(
              row.integer(first),
              row.integer(first + 1),
              row.real(first + 2),
              row.number(first + 4));
          String respondent = row.textOrNull(first + 6);
          groups.add(
              List.of(group),
              Instant.ofEpochSecond(row.number(first + 3)),
              ratings,
              respondent == null
                  ? PersonSketch.fromBytes(row.bytes(first + 5))
                  : PersonSketch.of(List.of(new RespondentKey(respondent))));
        },
        query.values.toArray());
    return groups.toList();
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
    parts.add("SELECT " + ofDay + " FROM ${prefix}rating_rollup " + where.sql());
    values.addAll(where.values());
  }

  private Conditions raw() {
    return new Conditions()
        .survey(filter)
        .and("question = ?", question)
        .and("rating IS NOT NULL")
        .dimensions(filter.dimensions());
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
