package io.github.feedback4j.wire;

import io.github.feedback4j.response.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers in the data of a response, each with question, type and value. */
final class AnswerFormat {

  /** The greatest number of answers; a survey has 50 questions at most. */
  static final int ANSWERS = 1_000;

  /** The greatest number of choices or rows; a question has 50 at most. */
  static final int CHOICES = 1_000;

  private static final Words<Type> TYPES = new Words<>(Type.class);

  /** What the type of an answer may be; the words are kept for ever. */
  private enum Type {
    RATING,
    TEXT,
    CHOICE,
    CHOICES,
    MATRIX,
    RANKING,
    CONSENT,
    LOST_TIME
  }

  private AnswerFormat() {}

  static void write(EventJson out, Answer answer) {
    out.object();
    out.text(Field.QUESTION, answer.question());
    if (answer instanceof Answer.Rating rating) {
      type(out, Type.RATING);
      out.number(rating.value());
    } else if (answer instanceof Answer.Text text) {
      type(out, Type.TEXT);
      out.text(text.text());
    } else if (answer instanceof Answer.Choice choice) {
      type(out, Type.CHOICE);
      out.text(choice.choice());
      other(out, choice.other());
    } else if (answer instanceof Answer.Choices choices) {
      type(out, Type.CHOICES);
      texts(out, choices.choices());
      other(out, choices.other());
    } else if (answer instanceof Answer.Matrix matrix) {
      type(out, Type.MATRIX);
      points(out, matrix.points());
    } else if (answer instanceof Answer.Ranking ranking) {
      type(out, Type.RANKING);
      texts(out, ranking.choices());
    } else if (answer instanceof Answer.Consent consent) {
      type(out, Type.CONSENT);
      out.truth(consent.given());
    } else if (answer instanceof Answer.LostTime lostTime) {
      type(out, Type.LOST_TIME);
      out.number(lostTime.minutes());
    }
    out.endObject();
  }

  private static void type(EventJson out, Type type) {
    out.word(Field.TYPE, TYPES.json(type));
    out.name(Field.VALUE);
  }

  private static void other(EventJson out, @Nullable String words) {
    if (words != null) {
      out.text(Field.OTHER, words);
    }
  }

  private static void texts(EventJson out, List<String> texts) {
    out.array();
    for (String each : texts) {
      out.text(each);
    }
    out.endArray();
  }

  /** Writes a list, because the rows have an order and the names of an object have none. */
  private static void points(EventJson out, Map<String, Integer> points) {
    out.array();
    for (Map.Entry<String, Integer> each : points.entrySet()) {
      out.object();
      out.text(Field.ROW, each.getKey());
      out.number(Field.VALUE, each.getValue());
      out.endObject();
    }
    out.endArray();
  }

  static Answer read(Part part) {
    String question = part.get("question").name();
    Type type = part.get("type").word(TYPES);
    Part value = part.get("value");
    return switch (type) {
      case RATING -> new Answer.Rating(question, value.whole(Integer.MIN_VALUE));
      case TEXT -> new Answer.Text(question, value.text(Part.TEXT));
      case CHOICE -> new Answer.Choice(question, value.name(), other(part));
      case CHOICES -> new Answer.Choices(question, value.list(CHOICES, Part::name), other(part));
      case MATRIX -> new Answer.Matrix(question, points(value));
      case RANKING -> new Answer.Ranking(question, value.list(CHOICES, Part::name));
      case CONSENT -> new Answer.Consent(question, value.truth());
      case LOST_TIME -> new Answer.LostTime(question, value.whole(Integer.MIN_VALUE));
    };
  }

  private static @Nullable String other(Part answer) {
    Part other = answer.find("other");
    return other == null ? null : other.text(Part.TEXT);
  }

  private static Map<String, Integer> points(Part value) {
    Map<String, Integer> points = new LinkedHashMap<>();
    value.list(CHOICES, each -> {
      int point = each.get("value").whole(Integer.MIN_VALUE);
      if (points.put(each.get("row").name(), point) != null) {
        throw each.malformed("must not be a row that is there already");
      }
      return each;
    });
    return points;
  }
}
