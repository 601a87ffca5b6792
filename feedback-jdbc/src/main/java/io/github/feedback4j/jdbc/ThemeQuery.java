package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.response.Breakdown;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.response.RatingGroups;
import io.github.feedback4j.response.ResponseFilter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts ratings by the themes that are mentioned beside them.
 *
 * <p>There is a row for each theme of a response, those of one response together, so that one response is
 * in memory at a time.
 */
final class ThemeQuery {

  private final RatingGroups groups = new RatingGroups(Breakdown.none());
  private @Nullable UUID response;
  private @Nullable RatingCount rating;
  private @Nullable String respondent;
  private List<String> themes = new ArrayList<>();

  private ThemeQuery() {}

  static List<RatingGroup> groups(Session session, ResponseFilter filter, String question)
      throws SQLException {
    Conditions where = Conditions.ofResponses(filter)
        .and("a.question = ?", question)
        .and("a.rating IS NOT NULL")
        .and(
            "EXISTS (SELECT 1 FROM ${prefix}answer w WHERE w.response = r.id AND w.words IS NOT NULL)");
    ThemeQuery query = new ThemeQuery();
    session.read("""
        SELECT DISTINCT r.id, survey_version, rating, probability, respondent, theme
        FROM ${prefix}response r
        JOIN ${prefix}answer a ON a.response = r.id
        LEFT JOIN ${prefix}mention m ON m.response = r.id
        %s
        ORDER BY r.id""".formatted(where.sql()), query::read, where.values().toArray());
    query.finish();
    return query.groups.toList();
  }

  private void read(Row row) throws SQLException {
    UUID id = row.id("id");
    if (!id.equals(response)) {
      finish();
      response = id;
      rating = new RatingCount(
          row.integer("survey_version"), row.integer("rating"), row.real("probability"), 1);
      respondent = row.text("respondent");
    }
    String theme = row.textOrNull("theme");
    if (theme != null) {
      themes.add(theme);
    }
  }

  private void finish() {
    if (rating != null && respondent != null) {
      groups.add(
          themes.stream().sorted().toList(),
          Instant.EPOCH,
          rating,
          PersonSketch.of(List.of(new RespondentKey(respondent))));
    }
    themes = new ArrayList<>();
    rating = null;
  }
}
