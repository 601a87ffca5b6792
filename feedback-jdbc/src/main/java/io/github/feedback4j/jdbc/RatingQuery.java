package io.github.feedback4j.jdbc;

import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.ResponseFilter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the ratings in a window: whole days from the roll-up, the rest from the answers.
 *
 * <p>All parts are one statement and so see the same moment. A filter by agent or change, which the
 * roll-up does not know, counts answers only.
 */
final class RatingQuery {

  private final String survey;
  private final String question;
  private final Map<String, Set<String>> dimensions;
  private final List<String> parts = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  RatingQuery(ResponseFilter filter, String question) {
    this.survey = filter.survey();
    this.question = question;
    this.dimensions = filter.dimensions();
    Instant from = filter.from();
    Instant until = filter.until();
    long firstDay = from == null ? Long.MIN_VALUE : firstWholeDay(from);
    long endDay = until == null ? Long.MAX_VALUE : day(until);
    if (firstDay >= endDay || !RollUpCell.DIMENSIONS.containsAll(dimensions.keySet())) {
      answers(raw().from("answered", from).until("answered", until));
      return;
    }
    days(firstDay, endDay);
    if (from != null && day(from) != firstDay) {
      answers(
          raw().from("answered", from).until("answered", firstDay * RollUpCell.SECONDS_PER_DAY, 0));
    }
    if (until != null && firstWholeDay(until) != endDay) {
      answers(
          raw().from("answered", endDay * RollUpCell.SECONDS_PER_DAY, 0).until("answered", until));
    }
  }

  List<RatingCount> run(Session session) throws SQLException {
    String sql = """
        SELECT survey_version, rating, probability, SUM(responses) AS responses
        FROM (%s) counts
        GROUP BY survey_version, rating, probability
        ORDER BY survey_version, rating, probability""".formatted(String.join(" UNION ALL ", parts));
    return session.query(
        sql,
        row -> new RatingCount(
            row.integer("survey_version"),
            row.integer("rating"),
            row.real("probability"),
            row.number("responses")),
        values.toArray());
  }

  private void days(long firstDay, long endDay) {
    Conditions where = new Conditions()
        .and("survey = ?", survey)
        .and("question = ?", question)
        .and("utc_day >= ?", firstDay)
        .and("utc_day < ?", endDay)
        .dimensions(dimensions);
    parts.add("SELECT survey_version, rating, probability, responses FROM ${prefix}rating_rollup "
        + where.sql());
    values.addAll(where.values());
  }

  private Conditions raw() {
    return new Conditions()
        .and("survey = ?", survey)
        .and("question = ?", question)
        .and("rating IS NOT NULL")
        .dimensions(dimensions);
  }

  private void answers(Conditions where) {
    parts.add("""
        SELECT survey_version, rating, probability, COUNT(*) AS responses
        FROM ${prefix}response r JOIN ${prefix}answer a ON a.response = r.id
        %s GROUP BY survey_version, rating, probability""".formatted(where.sql()));
    values.addAll(where.values());
  }

  private static long day(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), RollUpCell.SECONDS_PER_DAY);
  }

  /** Returns the first day that is not before a time in any part. */
  private static long firstWholeDay(Instant time) {
    boolean atMidnight = time.getNano() == 0
        && Math.floorMod(time.getEpochSecond(), RollUpCell.SECONDS_PER_DAY) == 0;
    return atMidnight ? day(time) : day(time) + 1;
  }
}
