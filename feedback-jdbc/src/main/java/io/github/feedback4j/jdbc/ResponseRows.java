package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.theme.Mention;
import io.github.feedback4j.theme.Polarity;
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

/** Reads responses with their answers and mentions, in one statement so that all are of one moment. */
final class ResponseRows {

  private static final String JOINED = """
      SELECT r.*, a.question, a.place AS answer_place, a.rating, a.words, a.choice,
        m.theme, m.place AS mention_place, m.starts_at, m.ends_at, m.polarity, m.phrase
      FROM ${responses} r
        LEFT JOIN ${prefix}answer a ON a.response = r.id
        LEFT JOIN ${prefix}mention m ON m.response = a.response AND m.question = a.question
      ORDER BY r.answered_at DESC, r.answered_nano DESC, r.id, a.place, m.place""";

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

  /** Returns the conditions that a response in table {@code response} meets which has a text. */
  static Conditions comments(CommentFilter filter) {
    Conditions where = Conditions.of(filter.responses(), "answered")
        .and("EXISTS (SELECT 1 FROM ${prefix}answer a WHERE a.response = ${prefix}response.id"
            + " AND a.words IS NOT NULL)");
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
      where.and(
          "EXISTS (SELECT 1 FROM ${prefix}mention m WHERE m.response = ${prefix}response.id"
              + " AND m.theme = ?)",
          theme);
    }
    CommentFilter.Position before = filter.before();
    if (before != null) {
      Instant answeredAt = before.answeredAt();
      long second = answeredAt.getEpochSecond();
      int nano = answeredAt.getNano();
      where.and(
          "answered_at <= ? AND (answered_at < ? OR answered_nano < ?"
              + " OR (answered_nano = ? AND id > ?))",
          second,
          second,
          nano,
          nano,
          before.id());
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
    return rebuilt.values().stream().map(Rebuilt::toResponse).toList();
  }

  /** A response whose answers and mentions arrive row by row, in order. */
  private static final class Rebuilt {

    private final UUID id;
    private final int revision;
    private final boolean complete;
    private final Invitation invitation;
    private final Instant answeredAt;
    private final boolean late;
    private final @Nullable String locale;
    private final String themePack;
    private final String redactions;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<String, List<Mention>> mentions = new LinkedHashMap<>();

    Rebuilt(Row row) throws SQLException {
      id = row.id("id");
      revision = row.integer("revision");
      complete = row.truth("complete");
      invitation = invitation(row);
      answeredAt = row.time("answered");
      late = row.truth("late");
      locale = row.textOrNull("locale");
      themePack = row.text("theme_pack");
      redactions = row.text("redactions");
    }

    void add(Row row) throws SQLException {
      String question = row.textOrNull("question");
      if (question == null) {
        return;
      }
      if (!answers.containsKey(question)) {
        answers.put(question, answer(row, question));
      }
      String theme = row.textOrNull("theme");
      if (theme != null) {
        mentions
            .computeIfAbsent(question, key -> new ArrayList<>())
            .add(new Mention(
                theme,
                row.integer("starts_at"),
                row.integer("ends_at"),
                Polarity.valueOf(row.text("polarity")),
                row.text("phrase")));
      }
    }

    AcceptedResponse toResponse() {
      return AcceptedResponse.restored(
          id,
          revision,
          complete,
          invitation,
          answeredAt,
          late,
          StoredLocale.fromStored(locale),
          List.copyOf(answers.values()),
          mentions,
          themePack,
          redactions(redactions));
    }
  }

  private static Answer answer(Row row, String question) throws SQLException {
    Integer rating = row.integerOrNull("rating");
    if (rating != null) {
      return new Answer.Rating(question, rating);
    }
    String words = row.textOrNull("words");
    return words != null
        ? new Answer.Text(question, words)
        : new Answer.Choice(question, row.text("choice"));
  }

  private static Invitation invitation(Row row) throws SQLException {
    String subject = row.textOrNull("subject");
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
        StoredLocale.fromStored(row.textOrNull("invitation_locale")));
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
