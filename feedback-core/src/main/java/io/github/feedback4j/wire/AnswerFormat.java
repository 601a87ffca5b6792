package io.github.feedback4j.wire;

import io.github.feedback4j.response.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

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

  static void write(JsonGenerator out, Answer answer) {
    out.writeStartObject();
    out.writeStringProperty("question", answer.question());
    if (answer instanceof Answer.Rating rating) {
      type(out, Type.RATING);
      out.writeNumber(rating.value());
    } else if (answer instanceof Answer.Text text) {
      type(out, Type.TEXT);
      out.writeString(text.text());
    } else if (answer instanceof Answer.Choice choice) {
      type(out, Type.CHOICE);
      out.writeString(choice.choice());
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
      out.writeBoolean(consent.given());
    } else if (answer instanceof Answer.LostTime lostTime) {
      type(out, Type.LOST_TIME);
      out.writeNumber(lostTime.minutes());
    }
    out.writeEndObject();
  }

  private static void type(JsonGenerator out, Type type) {
    out.writeStringProperty("type", TYPES.of(type));
    out.writeName("value");
  }

  private static void other(JsonGenerator out, @Nullable String words) {
    if (words != null) {
      out.writeStringProperty("other", words);
    }
  }

  private static void texts(JsonGenerator out, List<String> texts) {
    out.writeStartArray();
    for (String each : texts) {
      out.writeString(each);
    }
    out.writeEndArray();
  }

  /** Writes a list, because the rows have an order and the names of an object have none. */
  private static void points(JsonGenerator out, Map<String, Integer> points) {
    out.writeStartArray();
    for (Map.Entry<String, Integer> each : points.entrySet()) {
      out.writeStartObject();
      out.writeStringProperty("row", each.getKey());
      out.writeNumberProperty("value", each.getValue());
      out.writeEndObject();
    }
    out.writeEndArray();
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
