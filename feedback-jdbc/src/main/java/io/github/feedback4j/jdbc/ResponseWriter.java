package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.Retagged;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.theme.Tagging;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a response, its answers and its tags; the transaction is the caller's. */
final class ResponseWriter {

  private static final List<String> COLUMNS = columns();

  private static final String INSERT = "INSERT INTO ${prefix}response (id, "
      + String.join(", ", COLUMNS)
      + ") VALUES (?, "
      + String.join(", ", Collections.nCopies(COLUMNS.size(), "?"))
      + ")";

  private static final String UPDATE =
      "UPDATE ${prefix}response SET " + String.join(" = ?, ", COLUMNS) + " = ? WHERE id = ?";

  private ResponseWriter() {}

  /** Returns false if there is a response with this id, or to this invitation, already. */
  static boolean insert(Session session, AcceptedResponse response) throws SQLException {
    List<@Nullable Object> values = values(response);
    values.add(0, response.id());
    if (!session.insertUnlessThere(INSERT, values.toArray())) {
      return false;
    }
    insertAnswers(session, List.of(response));
    return true;
  }

  /** Inserts responses that were not there a moment ago, in the order of their ids. */
  static void insertAll(Session session, List<AcceptedResponse> responses) throws SQLException {
    List<AcceptedResponse> sorted = new ArrayList<>(responses);
    sorted.sort(Comparator.comparing(AcceptedResponse::id, UuidOrder.INSTANCE));
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (AcceptedResponse each : sorted) {
      List<@Nullable Object> values = values(each);
      values.add(0, each.id());
      rows.add(values.toArray());
    }
    session.insertAll(INSERT, rows);
    insertAnswers(session, sorted);
  }

  /** Puts responses in the place of lower revisions, whose rows the caller has locked. */
  static void replace(Session session, List<AcceptedResponse> responses) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (AcceptedResponse each : responses) {
      List<@Nullable Object> values = values(each);
      values.add(each.id());
      rows.add(values.toArray());
    }
    session.updateAll(UPDATE, rows);
    session.updateAll("DELETE FROM ${prefix}answer WHERE response = ?", ids(responses));
    insertAnswers(session, responses);
  }

  /** Removes responses whose rows the caller has locked. */
  static void delete(Session session, List<AcceptedResponse> responses) throws SQLException {
    session.updateAll("DELETE FROM ${prefix}response WHERE id = ?", ids(responses));
  }

  private static List<@Nullable Object[]> ids(List<AcceptedResponse> responses) {
    return responses.stream().map(each -> new @Nullable Object[] {each.id()}).toList();
  }

  /** Writes other tags of responses whose rows the caller has locked, as far as they are others. */
  static void retag(Session session, List<Retagged.Change> changes) throws SQLException {
    List<@Nullable Object[]> responses = new ArrayList<>();
    List<@Nullable Object[]> answers = new ArrayList<>();
    List<@Nullable Object[]> gone = new ArrayList<>();
    List<@Nullable Object[]> tags = new ArrayList<>();
    List<@Nullable Object[]> corrections = new ArrayList<>();
    List<@Nullable Object[]> corrected = new ArrayList<>();
    for (Retagged.Change each : changes) {
      AcceptedResponse after = each.after();
      UUID id = after.id();
      if (!after.corrections().equals(each.before().corrections())) {
        corrected.add(new @Nullable Object[] {id});
        corrections.addAll(StoredCorrections.rows(after));
      }
      responses.add(new @Nullable Object[] {
        after.themePack(), after.themeEngine(), RollUpCell.themes(after), id
      });
      for (Answer answer : after.answers()) {
        String question = answer.question();
        Tagging was = each.before().taggings().get(question);
        Tagging is = after.taggings().get(question);
        Boolean wasEmpty = was == null ? null : was.isEmptyAnswer();
        Boolean isEmpty = is == null ? null : is.isEmptyAnswer();
        if (!Objects.equals(wasEmpty, isEmpty)) {
          answers.add(new @Nullable Object[] {isEmpty, id, question});
        }
        List<@Nullable Object[]> old = StoredTags.rows(id, question, was);
        List<@Nullable Object[]> now = StoredTags.rows(id, question, is);
        if (!Arrays.deepEquals(old.toArray(), now.toArray())) {
          gone.add(new @Nullable Object[] {id, question});
          tags.addAll(now);
        }
      }
    }
    session.updateAll(
        "UPDATE ${prefix}response SET theme_pack = ?, theme_engine = ?, themes = ? WHERE id = ?",
        responses);
    session.updateAll(
        "UPDATE ${prefix}answer SET empty_answer = ? WHERE response = ? AND question = ?", answers);
    session.updateAll("DELETE FROM ${prefix}tag WHERE response = ? AND question = ?", gone);
    session.updateAll(StoredTags.INSERT, tags);
    session.updateAll("DELETE FROM ${prefix}tag_correction WHERE response = ?", corrected);
    session.updateAll(StoredCorrections.INSERT, corrections);
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of(
        "invitation",
        "survey",
        "survey_version",
        "respondent",
        "revision",
        "complete",
        "late",
        "answered_at",
        "answered_nano",
        "locale",
        "theme_pack",
        "theme_engine",
        "themes",
        "redactions",
        "event",
        "subject",
        "resolution",
        "invited_at",
        "invited_nano",
        "expires_at",
        "expires_nano",
        "probability",
        "opened_at",
        "opened_nano",
        "closed_at",
        "closed_nano",
        "invitation_locale",
        "invitation_attributes"));
    columns.addAll(Accountability.DIMENSIONS);
    return List.copyOf(columns);
  }

  /** Returns what belongs into the columns, in their order. */
  private static List<@Nullable Object> values(AcceptedResponse response) {
    Invitation invitation = response.invitation();
    Accountability accountable = invitation.accountability();
    Subject subject = invitation.subject();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(invitation.id());
    values.add(invitation.survey());
    values.add(invitation.surveyVersion());
    values.add(invitation.respondent().value());
    values.add(response.revision());
    values.add(response.isComplete());
    values.add(response.isLate());
    StoredTime.add(values, response.answeredAt());
    values.add(StoredLocale.toStored(response.locale()));
    values.add(response.themePack());
    values.add(response.themeEngine());
    values.add(RollUpCell.themes(response));
    values.add(ResponseRows.redactions(response.redactions()));
    values.add(invitation.event());
    values.add(subject == null ? null : subject.id());
    values.add(subject == null ? null : subject.resolution());
    StoredTime.add(values, invitation.invitedAt());
    StoredTime.add(values, invitation.expiresAt());
    values.add(invitation.inclusionProbability());
    StoredTime.add(values, accountable.openedAt());
    StoredTime.add(values, accountable.closedAt());
    values.add(StoredLocale.toStored(invitation.locale()));
    Attributes attributes = invitation.attributes();
    values.add(attributes.asMap().isEmpty() ? null : attributes.toJson());
    for (String each : Accountability.DIMENSIONS) {
      values.add(accountable.get(each));
    }
    return values;
  }

  private static void insertAnswers(Session session, List<AcceptedResponse> responses)
      throws SQLException {
    List<@Nullable Object[]> answers = new ArrayList<>();
    List<@Nullable Object[]> parts = new ArrayList<>();
    List<@Nullable Object[]> tags = new ArrayList<>();
    List<@Nullable Object[]> corrections = new ArrayList<>();
    for (AcceptedResponse response : responses) {
      UUID id = response.id();
      int place = 0;
      for (Answer each : response.answers()) {
        Tagging tagging = response.taggings().get(each.question());
        answers.add(StoredAnswer.values(
            id, each, place++, tagging == null ? null : tagging.isEmptyAnswer()));
        StoredAnswer.addParts(id, each, parts);
      }
      response
          .taggings()
          .forEach((question, each) -> tags.addAll(StoredTags.rows(id, question, each)));
      corrections.addAll(StoredCorrections.rows(response));
    }
    session.updateAll(StoredAnswer.INSERT, answers);
    session.updateAll(StoredAnswer.INSERT_PART, parts);
    session.updateAll(StoredTags.INSERT, tags);
    session.updateAll(StoredCorrections.INSERT, corrections);
  }
}
