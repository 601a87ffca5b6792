package io.github.feedback4j.node;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** The tokens of a JSON text, as Jackson reads them. */
final class JsonTokens implements Tokens {

  private static final TokenStreamFactory JSON = JsonFactory.builder().build();

  private final JsonParser parser;

  JsonTokens(String text) {
    parser = JSON.createParser(ObjectReadContext.empty(), text);
  }

  @Override
  public Kind next() {
    JsonToken token = read(parser::nextToken);
    if (token == null) {
      return Kind.END;
    }
    return switch (token) {
      case START_OBJECT -> Kind.MAPPING;
      case END_OBJECT -> Kind.MAPPING_END;
      case START_ARRAY -> Kind.LIST;
      case END_ARRAY -> Kind.LIST_END;
      default -> Kind.SCALAR;
    };
  }

  @Override
  public Place place() {
    return place(parser.currentTokenLocation());
  }

  @Override
  public Node.Scalar name() {
    return scalar();
  }

  @Override
  public Node.Scalar scalar() {
    Node.Scalar.Type type = switch (parser.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.Scalar.Type.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> Node.Scalar.Type.BOOLEAN;
      case VALUE_NULL -> Node.Scalar.Type.NULL;
      default -> Node.Scalar.Type.TEXT;
    };
    // Jackson reads the rest of a text only when it is asked for, so this may find a mistake, too.
    String text = read(parser::getString);
    return new Node.Scalar(place(), type, text == null ? "" : text);
  }

  @Override
  public void close() {
    parser.close();
  }

  private <T extends @Nullable Object> T read(Supplier<T> step) {
    try {
      return step.get();
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      String said = String.valueOf(e.getOriginalMessage())
          .lines()
          .filter(each -> !each.isBlank() && !each.startsWith(" "))
          .collect(Collectors.joining(", "))
          .replaceAll(" \\([A-Za-z ]+ at \\[Source: .*?]\\)", "");
      throw new Unreadable(place(at), "not JSON: " + said, "nothing after this place was read");
    }
  }

  private static Place place(TokenStreamLocation at) {
    return new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), (int)
        Math.max(0, at.getCharOffset()));
  }
}
