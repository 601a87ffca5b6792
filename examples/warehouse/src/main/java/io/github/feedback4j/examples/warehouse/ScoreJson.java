package io.github.feedback4j.examples.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Score;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Prints scores for programs: one JSON object in each line, for all answers to a question and for each group. */
final class ScoreJson {

  private static final JsonFactory JSON = JsonFactory.builder().build();

  private ScoreJson() {}

  static void print(WarehouseScores scores, PrintStream out) {
    for (QuestionScores each : scores.questions()) {
      out.println(line(each, null, each.all()));
      each.tables()
          .forEach(
              (table, groups) -> groups.forEach(group -> out.println(line(each, table, group))));
    }
  }

  private static String line(
      QuestionScores question, @Nullable String table, QuestionScores.Figure figure) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("survey", question.survey());
      json.writeStringProperty("question", question.question());
      json.writeStringProperty("metric", question.metric().id());
      if (table != null) {
        json.writeStringProperty("by", table);
        json.writeName("value");
        if (figure.value().isEmpty()) {
          json.writeNull();
        } else {
          json.writeString(figure.value());
        }
      }
      json.writeStringProperty("state", figure.state().name().toLowerCase(Locale.ROOT));
      Score score = figure.score();
      if (score != null) {
        score(json, score);
      }
      json.writeEndObject();
    }
    return bytes.toString(UTF_8);
  }

  /** Writes all digits; whoever shows them rounds them. */
  private static void score(JsonGenerator json, Score score) {
    ConfidenceInterval interval = score.interval().orElseThrow();
    json.writeNumberProperty("score", score.value().orElseThrow());
    json.writeNumberProperty("low", interval.low());
    json.writeNumberProperty("high", interval.high());
    json.writeNumberProperty("level", interval.level());
    json.writeNumberProperty("n", score.n());
    json.writeNumberProperty("effectiveN", score.effectiveN());
    json.writeBooleanProperty("few", score.fewAnswers());
    json.writeStringProperty("formula", score.formula());
    json.writeObjectPropertyStart("counts");
    score
        .tally()
        .counts()
        .forEach((point, count) -> json.writeNumberProperty(String.valueOf(point), count));
    json.writeEndObject();
  }
}
