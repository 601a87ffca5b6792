package io.github.feedback4j.survey;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Attributes as a JSON object, as ledgers and stores keep those that an invitation froze.
 *
 * <p>Texts, numbers, true, false and lists of texts are what JSON has; a time is {@code {"time":
 * "2026-01-31T08:00:00Z"}}. What was written must be readable for ever.
 */
final class AttributesJson {

  private static final TokenStreamFactory JSON = JsonFactory.builder().build();

  private AttributesJson() {}

  static String write(Map<String, AttributeValue> values) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      values.forEach((name, value) -> {
        out.writeName(name);
        write(out, value);
      });
      out.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, AttributeValue value) {
    if (value instanceof AttributeValue.Text text) {
      out.writeString(text.text());
    } else if (value instanceof AttributeValue.Numeric numeric) {
      out.writeNumber(numeric.number());
    } else if (value instanceof AttributeValue.Bool bool) {
      out.writeBoolean(bool.value());
    } else if (value instanceof AttributeValue.Time time) {
      out.writeStartObject();
      out.writeName("time");
      out.writeString(time.instant().toString());
      out.writeEndObject();
    } else if (value instanceof AttributeValue.Texts texts) {
      out.writeStartArray();
      texts.texts().forEach(out::writeString);
      out.writeEndArray();
    }
  }

  static Attributes read(String json) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
      expect(in.nextToken() == JsonToken.START_OBJECT);
      Attributes attributes = Attributes.none();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        attributes = attributes.with(name, value(in, in.nextToken()));
      }
      expect(in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null);
      return attributes;
    } catch (JacksonException | DateTimeException | ArithmeticException e) {
      throw notWritten();
    }
  }

  private static AttributeValue value(JsonParser in, JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> new AttributeValue.Text(in.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
        new AttributeValue.Numeric(new BigDecimal(in.getString()));
      case VALUE_TRUE -> new AttributeValue.Bool(true);
      case VALUE_FALSE -> new AttributeValue.Bool(false);
      case START_OBJECT -> time(in);
      case START_ARRAY -> texts(in);
      default -> throw notWritten();
    };
  }

  private static AttributeValue time(JsonParser in) {
    expect(in.nextToken() == JsonToken.PROPERTY_NAME && "time".equals(in.currentName()));
    expect(in.nextToken() == JsonToken.VALUE_STRING);
    Instant instant = Instant.parse(in.getString());
    expect(in.nextToken() == JsonToken.END_OBJECT);
    return new AttributeValue.Time(instant);
  }

  private static AttributeValue texts(JsonParser in) {
    List<String> texts = new ArrayList<>();
    while (in.nextToken() == JsonToken.VALUE_STRING) {
      texts.add(in.getString());
    }
    expect(in.currentToken() == JsonToken.END_ARRAY);
    return new AttributeValue.Texts(texts);
  }

  private static void expect(boolean holds) {
    if (!holds) {
      throw notWritten();
    }
  }

  /** The values may be personal, so no message quotes them, and none has a cause that does. */
  private static IllegalArgumentException notWritten() {
    return new IllegalArgumentException("attributes must be what toJson wrote, but are not");
  }
}
