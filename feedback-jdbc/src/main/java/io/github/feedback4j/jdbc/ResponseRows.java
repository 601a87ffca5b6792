package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.survey.Attributes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads responses with their answers and tags, in one statement so that all are of one moment. */
final class ResponseRows {

  private static final String JOINED = """
      SELECT r.*, a.question, a.place AS answer_place, a.kind, a.rating, a.words, a.choice, a.consent, a.minutes,
        a.empty_answer, p.part, p.place AS part_place, p.rating AS part_rating,
        t.theme, t.place AS tag_place, t.polarity, t.score, t.starts_at, t.ends_at, t.more_spans,
        t.negation_starts_at, t.negation_ends_at, t.origin, t.pack, t.engine, t.language, t.item, t.rule,
        c.theme AS ruled_theme, c.place AS ruled_place, c.polarity AS ruled_polarity, c.starts_at AS ruled_from,
        c.ends_at AS ruled_until, c.actor, c.made_at, c.made_nano
      FROM ${responses} r
        LEFT JOIN ${prefix}answer a ON a.response = r.id
        LEFT JOIN ${prefix}answer_part p ON p.response = a.response AND p.question = a.question
        LEFT JOIN ${prefix}tag t ON t.response = a.response AND t.question = a.question
        LEFT JOIN ${prefix}tag_correction c ON c.response = a.response AND c.question = a.question
      ORDER BY r.answered_at DESC, r.answered_nano DESC, r.id, a.place, p.place, t.place, c.place""";

  private ResponseRows() {}

  static @Nullable AcceptedResponse find(Session session, UUID id) throws SQLException {
    List<AcceptedResponse> found =
        read(session, "(SELECT * FROM ${prefix}response WHERE id = ?)", id);
    return found.isEmpty() ? null : found.get(0);
  }

  static List<AcceptedResponse> newest(Session session, Conditions where, int limit)
      throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(where.values());
    values.add(limit);
    return read(session, """
        (SELECT * FROM ${prefix}response %s
          ORDER BY answered_at DESC, answered_nano DESC, id FETCH FIRST ? ROWS ONLY)""".formatted(where.sql()), values.toArray());
  }

  /** Returns some responses, newest first among each thousand. */
  static List<AcceptedResponse> find(Session session, List<UUID> ids) throws SQLException {
    List<AcceptedResponse> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += Session.MOST_VALUES) {
      List<UUID> some = ids.subList(from, Math.min(ids.size(), from + Session.MOST_VALUES));
      found.addAll(read(
          session,
          "(SELECT * FROM ${prefix}response WHERE id IN (" + Conditions.marks(some.size()) + "))",
          some.toArray()));
    }
    return List.copyOf(found);
  }

  /** Returns the conditions that a response in table {@code response} meets which has a comment. */
  static Conditions comments(CommentFilter filter) {
    Conditions where = Conditions.ofResponses(filter.responses()).and("themes IS NOT NULL");
    CommentFilter.Rated rated = filter.rated();
    if (rated != null) {
      where.and(
          "EXISTS (SELECT 1 FROM ${prefix}answer a WHERE a.response = ${prefix}response.id"
              + " AND a.question = ? AND a.rating BETWEEN ? AND ?)",
          rated.question(),
          rated.from(),
          rated.to());
    }
    String theme = filter.theme();
    if (theme != null) {
      // With a space inside it could be the end of one theme and the beginning of the next.
      where.and("POSITION(? IN themes) > 0", RollUpCell.written(List.of(theme.replace(' ', '?'))));
    }
    CommentFilter.Position before = filter.before();
    if (before != null) {
      where.after(before);
    }
    return where;
  }

  private static List<AcceptedResponse> read(
      Session session, String responses, @Nullable Object... values) throws SQLException {
    Map<UUID, Rebuilt> rebuilt = new LinkedHashMap<>();
    session.query(
        JOINED.replace("${responses}", responses),
        row -> {
          UUID id = row.id("id");
          Rebuilt one = rebuilt.get(id);
          if (one == null) {
            one = new Rebuilt(row);
            rebuilt.put(id, one);
          }
          one.add(row);
          return id;
        },
        values);
    List<AcceptedResponse> found = new ArrayList<>();
    for (Rebuilt each : rebuilt.values()) {
      found.add(each.toResponse());
    }
    return List.copyOf(found);
  }

  /** A response whose answers and tags arrive row by row, in order. */
  private static final class Rebuilt {

    private final UUID id;
    private final int revision;
    private final boolean complete;
    private final Invitation invitation;
    private final Instant answeredAt;
    private final boolean late;
    private final @Nullable String locale;
    private final String redactions;
    private final StoredTags tags;
    private final StoredCorrections corrections = new StoredCorrections();
    private final Map<String, StoredAnswer> answers = new LinkedHashMap<>();

    Rebuilt(Row row) throws SQLException {
      id = row.id("id");
      revision = row.integer("revision");
      complete = row.truth("complete");
      invitation = invitation(row);
      answeredAt = row.time("answered");
      late = row.truth("late");
      locale = row.textOrNull("locale");
      redactions = row.text("redactions");
      tags = new StoredTags(row);
    }

    void add(Row row) throws SQLException {
      String question = row.textOrNull("question");
      if (question == null) {
        return;
      }
      StoredAnswer answer = answers.get(question);
      if (answer == null) {
        answer = new StoredAnswer(row, question);
        answers.put(question, answer);
      }
      answer.addPart(row);
      tags.add(row, question);
      corrections.add(row, question);
    }

    AcceptedResponse toResponse() throws SQLException {
      List<Answer> all = new ArrayList<>();
      for (StoredAnswer each : answers.values()) {
        all.add(each.toAnswer());
      }
      return AcceptedResponse.restored(
          id,
          revision,
          complete,
          invitation,
          answeredAt,
          late,
          StoredLocale.fromStored(locale),
          all,
          tags.toTaggings(),
          corrections.toList(),
          redactions(redactions));
    }
  }

  private static Invitation invitation(Row row) throws SQLException {
    String subject = row.textOrNull("subject");
    String attributes = row.textOrNull("invitation_attributes");
    return new Invitation(
        row.id("invitation"),
        row.text("survey"),
        row.integer("survey_version"),
        new RespondentKey(row.text("respondent")),
        row.text("event"),
        subject == null ? null : new Subject(subject, row.integer("resolution")),
        row.time("invited"),
        row.time("expires"),
        row.real("probability"),
        accountability(row),
        StoredLocale.fromStored(row.textOrNull("invitation_locale")),
        attributes == null ? Attributes.none() : Attributes.fromJson(attributes));
  }

  private static Accountability accountability(Row row) throws SQLException {
    Accountability accountable = Accountability.none();
    for (String each : Accountability.DIMENSIONS) {
      String value = row.textOrNull(each);
      if (value != null) {
        accountable = accountable.with(each, value);
      }
    }
    Instant openedAt = row.timeOrNull("opened");
    if (openedAt != null) {
      accountable = accountable.openedAt(openedAt);
    }
    Instant closedAt = row.timeOrNull("closed");
    return closedAt == null ? accountable : accountable.closedAt(closedAt);
  }

  /** Returns how much was redacted as text, such as {@code EMAIL=2 PHONE=1}. */
  static String redactions(Map<Redaction.Kind, Integer> counts) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(counts)
        .forEach((kind, count) ->
            text.append(text.isEmpty() ? "" : " ").append(kind).append('=').append(count));
    return text.toString();
  }

  private static Map<Redaction.Kind, Integer> redactions(String text) {
    Map<Redaction.Kind, Integer> counts = new EnumMap<>(Redaction.Kind.class);
    for (String each : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      int equals = each.indexOf('=');
      counts.put(
          Redaction.Kind.valueOf(each.substring(0, equals)),
          Integer.valueOf(each.substring(equals + 1)));
    }
    return counts;
  }
}
