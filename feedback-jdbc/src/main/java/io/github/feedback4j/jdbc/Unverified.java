package io.github.feedback4j.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Marks responses that nobody could check, because their survey is not known. */
final class Unverified {

  /** The greatest number of responses to one version of a survey, so that all can be checked in one go. */
  static final int MOST = 10_000;

  private Unverified() {}

  static long count(Session session, SurveyVersion survey) throws SQLException {
    return Objects.requireNonNull(session.first(
        "SELECT COUNT(*) AS found FROM ${prefix}unverified WHERE survey = ? AND survey_version = ?",
        row -> row.number("found"),
        survey.key(),
        survey.version()));
  }

  static List<UUID> of(Session session, SurveyVersion survey) throws SQLException {
    return session.query(
        "SELECT response FROM ${prefix}unverified WHERE survey = ? AND survey_version = ?",
        row -> row.id("response"),
        survey.key(),
        survey.version());
  }

  /** Marks responses that are there. */
  static void mark(Session session, Collection<UUID> responses, SurveyVersion survey)
      throws SQLException {
    unmark(session, responses);
    session.insertAll(
        "INSERT INTO ${prefix}unverified (response, survey, survey_version) VALUES (?, ?, ?)",
        responses.stream()
            .map(each -> new @Nullable Object[] {each, survey.key(), survey.version()})
            .toList());
  }

  static void unmark(Session session, Collection<UUID> responses) throws SQLException {
    session.updateAll(
        "DELETE FROM ${prefix}unverified WHERE response = ?",
        responses.stream().map(each -> new @Nullable Object[] {each}).toList());
  }
}
