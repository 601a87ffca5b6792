package io.github.feedback4j.spring.web;

import io.github.feedback4j.response.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answers of a response, and nothing that merely looks like one: 1.5, "4" and true are
 * mistakes of the sender where a number is meant.
 */
final class AnswerJson {

  private static final List<String> KINDS =
      List.of("rating", "text", "choice", "choices", "rows", "ranking", "consent", "minutes");

  private AnswerJson() {}

  /**
   * Returns the answer that an object is.
   *
   * @throws IllegalArgumentException that says what is expected, without quoting what came
   */
  static Answer read(JsonNode node) {
    JsonNode question = node.path("question");
    if (!question.isString()) {
      throw new IllegalArgumentException("each answer must name its 'question'");
    }
    String id = question.stringValue();
    List<String> kinds = KINDS.stream().filter(node::has).toList();
    if (kinds.size() != 1) {
      throw new IllegalArgumentException("each answer must have exactly one of "
          + KINDS.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", ")));
    }
    return switch (kinds.get(0)) {
      case "rating" -> new Answer.Rating(id, integer(node.path("rating"), "rating"));
      case "text" -> new Answer.Text(id, text(node.path("text"), "text"));
      case "choice" -> new Answer.Choice(id, text(node.path("choice"), "choice"), other(node));
      case "choices" -> new Answer.Choices(id, texts(node.path("choices"), "choices"), other(node));
      case "rows" -> new Answer.Matrix(id, rows(node.path("rows")));
      case "ranking" -> new Answer.Ranking(id, texts(node.path("ranking"), "ranking"));
      case "consent" -> new Answer.Consent(id, truth(node.path("consent")));
      default -> new Answer.LostTime(id, integer(node.path("minutes"), "minutes"));
    };
  }

  /** Takes whole numbers only. */
  static int integer(JsonNode value, String name) {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw new IllegalArgumentException("'" + name + "' must be a whole number");
    }
    return value.intValue();
  }

  private static String text(JsonNode value, String name) {
    if (!value.isString()) {
      throw new IllegalArgumentException("'" + name + "' must be a text");
    }
    return value.stringValue();
  }

  private static @Nullable String other(JsonNode node) {
    JsonNode other = node.path("other");
    return other.isMissingNode() || other.isNull() ? null : text(other, "other");
  }

  private static List<String> texts(JsonNode value, String name) {
    if (!value.isArray()) {
      throw new IllegalArgumentException("'" + name + "' must be a list of texts");
    }
    List<String> texts = new ArrayList<>();
    value.forEach(each -> texts.add(text(each, name)));
    return texts;
  }

  private static Map<String, Integer> rows(JsonNode value) {
    if (!value.isObject()) {
      throw new IllegalArgumentException("'rows' must be an object from row to rating");
    }
    Map<String, Integer> rows = new LinkedHashMap<>();
    value.properties().forEach(each -> rows.put(each.getKey(), integer(each.getValue(), "rows")));
    return rows;
  }

  private static boolean truth(JsonNode value) {
    if (!value.isBoolean()) {
      throw new IllegalArgumentException("'consent' must be true or false");
    }
    return value.booleanValue();
  }
}
