package io.github.feedback4j.jdbc;

import io.github.feedback4j.response.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One answer in the table {@code answer}, with its parts in {@code answer_part}. */
final class StoredAnswer {

  static final String INSERT = """
      INSERT INTO ${prefix}answer (response, question, place, kind, rating, words, choice, consent, minutes,
        empty_answer)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  static final String INSERT_PART =
      "INSERT INTO ${prefix}answer_part (response, question, place, part, rating) VALUES (?, ?, ?, ?, ?)";

  /** What the column {@code kind} may say; the words are kept for ever. */
  private enum Kind {
    RATING,
    TEXT,
    CHOICE,
    CHOICES,
    MATRIX,
    RANKING,
    CONSENT,
    LOST_TIME;

    static Kind of(Answer answer) {
      if (answer instanceof Answer.Rating) {
        return RATING;
      } else if (answer instanceof Answer.Text) {
        return TEXT;
      } else if (answer instanceof Answer.Choice) {
        return CHOICE;
      } else if (answer instanceof Answer.Choices) {
        return CHOICES;
      } else if (answer instanceof Answer.Matrix) {
        return MATRIX;
      } else if (answer instanceof Answer.Ranking) {
        return RANKING;
      } else if (answer instanceof Answer.Consent) {
        return CONSENT;
      }
      return LOST_TIME;
    }
  }

  private final String question;
  private final Kind kind;
  private final @Nullable Integer rating;
  private final @Nullable String words;
  private final @Nullable String choice;
  private final boolean consent;
  private final @Nullable Integer minutes;
  private final List<String> parts = new ArrayList<>();
  private final List<@Nullable Integer> partRatings = new ArrayList<>();

  /** Reads the row of an answer, which is joined with one of its parts at most. */
  StoredAnswer(Row row, String question) throws SQLException {
    this.question = question;
    kind = Kind.valueOf(row.text("kind"));
    rating = row.integerOrNull("rating");
    words = row.textOrNull("words");
    choice = row.textOrNull("choice");
    consent = row.truth("consent");
    minutes = row.integerOrNull("minutes");
  }

  /** Adds the part of a row unless there is none, or it was seen beside another tag. */
  void addPart(Row row) throws SQLException {
    String part = row.textOrNull("part");
    if (part != null && row.integer("part_place") == parts.size()) {
      parts.add(part);
      partRatings.add(row.integerOrNull("part_rating"));
    }
  }

  Answer toAnswer() throws SQLException {
    return switch (kind) {
      case RATING -> new Answer.Rating(question, required(rating, "rating"));
      case TEXT -> new Answer.Text(question, required(words, "words"));
      case CHOICE -> new Answer.Choice(question, required(choice, "choice"), words);
      case CHOICES -> new Answer.Choices(question, parts, words);
      case MATRIX -> matrix();
      case RANKING -> new Answer.Ranking(question, parts);
      case CONSENT -> new Answer.Consent(question, consent);
      case LOST_TIME -> new Answer.LostTime(question, required(minutes, "minutes"));
    };
  }

  private Answer matrix() throws SQLException {
    Map<String, Integer> points = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      points.put(parts.get(i), required(partRatings.get(i), "part_rating"));
    }
    return new Answer.Matrix(question, points);
  }

  private static <T> T required(@Nullable T value, String column) throws SQLException {
    if (value == null) {
      throw new SQLException("column " + column + " is null", "22004");
    }
    return value;
  }

  /**
   * Returns the values of {@link #INSERT}.
   *
   * @param isEmpty whether tagged words say that there is nothing to say, or null if none were tagged
   */
  static @Nullable Object[] values(
      UUID response, Answer answer, int place, @Nullable Boolean isEmpty) {
    return new @Nullable Object[] {
      response,
      answer.question(),
      place,
      Kind.of(answer).name(),
      answer instanceof Answer.Rating rating ? rating.value() : null,
      answer.words(),
      answer instanceof Answer.Choice choice ? choice.choice() : null,
      answer instanceof Answer.Consent consent ? consent.given() : null,
      answer instanceof Answer.LostTime lostTime ? lostTime.minutes() : null,
      isEmpty
    };
  }

  /** Adds the values of {@link #INSERT_PART} for each part of an answer. */
  static void addParts(UUID response, Answer answer, List<@Nullable Object[]> rows) {
    List<String> parts = List.of();
    if (answer instanceof Answer.Choices choices) {
      parts = choices.choices();
    } else if (answer instanceof Answer.Ranking ranking) {
      parts = ranking.choices();
    } else if (answer instanceof Answer.Matrix matrix) {
      parts = List.copyOf(matrix.points().keySet());
    }
    for (int place = 0; place < parts.size(); place++) {
      String part = parts.get(place);
      rows.add(new @Nullable Object[] {
        response,
        answer.question(),
        place,
        part,
        answer instanceof Answer.Matrix matrix ? matrix.points().get(part) : null
      });
    }
  }
}
