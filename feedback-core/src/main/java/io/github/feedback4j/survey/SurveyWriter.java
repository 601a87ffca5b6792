package io.github.feedback4j.survey;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes surveys as YAML or JSON that {@link SurveyReader} reads back as equal surveys.
 *
 * @since 0.1
 */
public final class SurveyWriter {

  private static final TokenStreamFactory JSON = JsonFactory.builder().build();

  private SurveyWriter() {}

  /** Returns the survey as YAML. */
  public static String yaml(Survey survey) {
    return YamlWriter.write(SurveyFormat.write(survey));
  }

  /** Returns the survey as JSON in one line. */
  public static String json(Survey survey) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(out, SurveyFormat.write(survey));
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Object value) {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      map.forEach((name, inner) -> {
        out.writeName(name.toString());
        write(out, inner);
      });
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      list.forEach(inner -> write(out, inner));
      out.writeEndArray();
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof Integer number) {
      out.writeNumber(number);
    } else if (value instanceof Double number) {
      out.writeNumber(BigDecimal.valueOf(number));
    } else if (value instanceof BigDecimal number) {
      out.writeNumber(number);
    } else {
      out.writeString(value.toString());
    }
  }
}
