package io.github.feedback4j.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one element of a batch, and always to its end, so that the next one can be read.
 *
 * <p>Data binding would stop at the first value that does not fit. Here a value that is too deep, too
 * much or there twice is left out and noted, and the rest of the element is still read.
 */
final class PartReader {

  /** How deep values may be nested: those of a survey 32, inside of data and definition. */
  static final int DEPTH = 40;

  /** How many values an event may have; a survey has 20,000 at most. */
  static final int VALUES = 200_000;

  /** How many characters a number may have. */
  static final int DIGITS = 1_000;

  private static final String TOO_DEEP = "an event must not be nested more than " + DEPTH + " deep";

  private final JsonParser in;
  private int values;
  private @Nullable Flaw flaw;

  private PartReader(JsonParser in) {
    this.in = in;
  }

  /** What was read, and the first flaw of it, if any. */
  record Element(Part part, @Nullable Flaw flaw) {}

  /** Returns the value at the parser's token, and leaves the parser at its last one. */
  static Element read(JsonParser in) {
    PartReader reader = new PartReader(in);
    Object value = reader.value(0);
    return new Element(Part.root(value == null ? Part.Nothing.NOTHING : value), reader.flaw);
  }

  /** Returns a value, or null for one that is left out. */
  private @Nullable Object value(int depth) {
    JsonToken token = in.currentToken();
    // Depth 1 has the id, which must be found however much stands before it.
    if (++values > VALUES && (depth > 1 || token.isStructStart())) {
      return leftOut("an event must have at most " + VALUES + " values");
    }
    return switch (token) {
      case START_OBJECT -> mapping(depth);
      case START_ARRAY -> list(depth);
      case VALUE_STRING -> in.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> number(true);
      case VALUE_NUMBER_FLOAT -> number(false);
      default -> Part.Nothing.NOTHING;
    };
  }

  private @Nullable Object mapping(int depth) {
    if (depth == DEPTH) {
      return leftOut(TOO_DEEP);
    }
    int start = offset();
    Map<String, Object> parts = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      in.nextToken();
      Object value = value(depth + 1);
      if (value == null) {
        continue;
      }
      if (parts.putIfAbsent(name, value) != null) {
        note(EventReader.MALFORMED, "no name must stand twice in one object");
      }
    }
    parts.values().removeIf(each -> each == Part.Nothing.NOTHING);
    return new Part.Mapping(parts, start, offset() + 1);
  }

  private @Nullable Object list(int depth) {
    if (depth == DEPTH) {
      return leftOut(TOO_DEEP);
    }
    List<Object> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(depth + 1);
      if (value != null) {
        list.add(value);
      }
    }
    return list;
  }

  private @Nullable Object number(boolean isWhole) {
    if (in.getStringLength() > DIGITS) {
      return leftOut("a number must have at most " + DIGITS + " characters");
    }
    return new Part.Digits(in.getString(), isWhole);
  }

  private @Nullable Object leftOut(String rule) {
    note(EventReader.TOO_LARGE, rule);
    in.skipChildren();
    return null;
  }

  /** Notes a flaw with its character, because the names on the way there may be anybody's. */
  private void note(String code, String rule) {
    if (flaw == null) {
      flaw = new Flaw(code, "at character %d of the batch: %s".formatted(offset(), rule));
    }
  }

  private int offset() {
    return (int) in.currentTokenLocation().getCharOffset();
  }
}
