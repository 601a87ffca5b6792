package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.response.ResponseFilter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the ratings in a window: whole days from the roll-up, the rest from the answers.
 *
 * <p>All parts are one statement and so see the same moment. A query by agent or change, which the
 * roll-up does not know, counts answers only, and so does everything that is about people.
 */
final class RatingQuery {

  private final ResponseFilter filter;
  private final String question;
  private final Grouping grouping;
  private final List<String> parts = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  /** What tells groups apart: expressions of ours over the roll-up and over the responses. */
  private record Grouping(String ofRollUp, String ofResponses, boolean isInRollUp) {}

  private RatingQuery(ResponseFilter filter, String question, Grouping grouping) {
    this.filter = filter;
    this.question = question;
    this.grouping = grouping;
    Instant from = filter.from();
    Instant until = filter.until();
    long firstDay = from == null ? Long.MIN_VALUE : firstWholeDay(from);
    long endDay = until == null ? Long.MAX_VALUE : day(until);
    if (firstDay >= endDay
        || !grouping.isInRollUp
        || !RollUpCell.DIMENSIONS.containsAll(filter.dimensions().keySet())) {
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

  /** Returns all ratings that a filter lets through. */
  static List<RatingCount> all(Session session, ResponseFilter filter, String question)
      throws SQLException {
    RatingQuery query = new RatingQuery(filter, question, new Grouping("0", "0", true));
    return session.query(
        query.counts() + " ORDER BY survey_version, rating, probability",
        RatingQuery::count,
        query.values.toArray());
  }

  /** Returns them apart for each value of a dimension, the name of which is checked already. */
  static List<RatingGroup> byDimension(
      Session session, ResponseFilter filter, String question, String dimension)
      throws SQLException {
    String value = "COALESCE(" + dimension + ", '')";
    Grouping grouping = new Grouping(value, value, RollUpCell.DIMENSIONS.contains(dimension));
    return new RatingQuery(filter, question, grouping).groups(session, row -> row.text("part"));
  }

  /** Returns them apart for each period. */
  static List<RatingGroup> byPeriod(
      Session session, ResponseFilter filter, String question, Periods periods)
      throws SQLException {
    long firstDay = periods.first().toEpochDay();
    long firstSecond = Math.multiplyExact(firstDay, RollUpCell.SECONDS_PER_DAY);
    Instant start = Instant.ofEpochSecond(firstSecond);
    Instant from = filter.from();
    ResponseFilter since = from != null && from.isAfter(start)
        ? filter
        : new ResponseFilter(
            filter.survey(), start, filter.until(), filter.dimensions(), filter.onDemand());
    // Nothing is before the first period, so a division that cuts off rounds down.
    Grouping grouping = new Grouping(
        "(utc_day - %d) / %d".formatted(firstDay, periods.days()),
        "(answered_at - %d) / %d"
            .formatted(firstSecond, periods.days() * RollUpCell.SECONDS_PER_DAY),
        true);
    return new RatingQuery(since, question, grouping)
        .groups(session, row -> periods.start(row.number("part")).toString());
  }

  private List<RatingGroup> groups(Session session, Session.Reader<String> value)
      throws SQLException {
    Conditions everybody = raw().from("answered", filter.from()).until("answered", filter.until());
    values.addAll(everybody.values());
    String sql =
        """
        SELECT part, survey_version, rating, probability, responses, CAST(NULL AS VARCHAR) AS respondent
        FROM (%s) counted
        UNION ALL
        SELECT part, survey_version, 0, 0, 0, respondent
        FROM (
          SELECT part, survey_version, respondent,
            ROW_NUMBER() OVER (PARTITION BY part, survey_version ORDER BY respondent) AS place
          FROM (
            SELECT DISTINCT %s AS part, survey_version, respondent
            FROM ${prefix}response r JOIN ${prefix}answer a ON a.response = r.id
            %s
          ) persons
        ) numbered
        WHERE place <= %d""".formatted(counts(), grouping.ofResponses, everybody.sql(), RatingGroup.MAX_PERSONS);
    SortedMap<Key, Members> groups =
        new TreeMap<>(Comparator.comparing(Key::value).thenComparingInt(Key::surveyVersion));
    session.query(
        sql,
        row -> {
          Key key = new Key(value.read(row), row.integer("survey_version"));
          Members members =
              groups.computeIfAbsent(key, each -> new Members(new ArrayList<>(), new HashSet<>()));
          String respondent = row.textOrNull("respondent");
          return respondent == null
              ? members.ratings.add(count(row))
              : members.persons.add(new RespondentKey(respondent));
        },
        values.toArray());
    List<RatingGroup> result = new ArrayList<>();
    groups.forEach((key, members) -> result.add(
        new RatingGroup(key.value, key.surveyVersion, members.ratings, members.persons)));
    return result;
  }

  private record Key(String value, int surveyVersion) {}

  private record Members(List<RatingCount> ratings, Set<RespondentKey> persons) {}

  private static RatingCount count(Row row) throws SQLException {
    return new RatingCount(
        row.integer("survey_version"),
        row.integer("rating"),
        row.real("probability"),
        row.number("responses"));
  }

  private String counts() {
    return """
        SELECT part, survey_version, rating, probability, SUM(responses) AS responses
        FROM (%s) counts
        GROUP BY part, survey_version, rating, probability""".formatted(String.join(" UNION ALL ", parts));
  }

  private void days(long firstDay, long endDay) {
    Conditions where = new Conditions()
        .and("survey = ?", Series.of(filter))
        .and("question = ?", question)
        .and("utc_day >= ?", firstDay)
        .and("utc_day < ?", endDay)
        .dimensions(filter.dimensions());
    parts.add(
        "SELECT %s AS part, survey_version, rating, probability, responses FROM ${prefix}rating_rollup %s"
            .formatted(grouping.ofRollUp, where.sql()));
    values.addAll(where.values());
  }

  private Conditions raw() {
    return new Conditions()
        .survey(filter)
        .and("question = ?", question)
        .and("rating IS NOT NULL")
        .dimensions(filter.dimensions());
  }

  private void answers(Conditions where) {
    parts.add("""
        SELECT %s AS part, survey_version, rating, probability, 1 AS responses
        FROM ${prefix}response r JOIN ${prefix}answer a ON a.response = r.id
        %s""".formatted(grouping.ofResponses, where.sql()));
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
