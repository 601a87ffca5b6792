package io.github.feedback4j.survey;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML or JSON as a stream of tokens into {@linkplain Node nodes with places}.
 *
 * <p>Data binding would lose the places, and so the line numbers of mistakes. Aliases are refused,
 * not expanded, and size, depth and number of nodes are bounded, so no file can cost much.
 */
final class NodeReader {

  static final int MAX_CHARACTERS = 1_000_000;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NODES = 20_000;

  private static final TokenStreamFactory YAML = YAMLFactory.builder().build();
  private static final TokenStreamFactory JSON = JsonFactory.builder().build();
  private static final Pattern YAML_PLACE = Pattern.compile("line (\\d+), column (\\d+)");

  /** What YAML 1.2 reads as nothing, true or false, but Jackson as a text. */
  private static final Map<String, Node.Scalar.Type> CORE_WORDS = Map.of(
      "", Node.Scalar.Type.NULL,
      "~", Node.Scalar.Type.NULL,
      "Null", Node.Scalar.Type.NULL,
      "NULL", Node.Scalar.Type.NULL,
      "True", Node.Scalar.Type.BOOLEAN,
      "TRUE", Node.Scalar.Type.BOOLEAN,
      "False", Node.Scalar.Type.BOOLEAN,
      "FALSE", Node.Scalar.Type.BOOLEAN);

  private final JsonParser parser;
  private final Mistakes mistakes;
  private int nodes;

  private NodeReader(JsonParser parser, Mistakes mistakes) {
    this.parser = parser;
    this.mistakes = mistakes;
  }

  /** Returns the only document of {@code content}, or null after having noted why there is none. */
  static @Nullable Node read(String content, boolean json, Mistakes mistakes) {
    if (content.length() > MAX_CHARACTERS) {
      mistakes.add(
          1, 1, "a survey file must have at most " + MAX_CHARACTERS + " characters", "split it");
      return null;
    }
    // Some editors put a byte order mark first, which YAML passes over and JSON does not know.
    String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
    if (!json && noteForbidden(text, mistakes)) {
      return null;
    }
    try (JsonParser parser =
        (json ? JSON : YAML).createParser(ObjectReadContext.empty(), new Sips(text))) {
      try {
        return new NodeReader(parser, mistakes).document();
      } catch (JacksonException e) {
        noteSyntax(e, parser.currentLocation(), json, mistakes);
        return null;
      }
    } catch (TooLarge e) {
      mistakes.add(e.line, e.column, e.what, "a survey needs far less; simplify the file");
      return null;
    }
  }

  /** Notes the first character that YAML forbids; the parser would not say where it stands. */
  private static boolean noteForbidden(String text, Mistakes mistakes) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (!isPrintable(character)) {
        mistakes.add(
            line,
            column,
            "character U+%04X is not allowed in YAML".formatted(character),
            "delete it; nothing was read");
        return true;
      }
      line += character == '\n' ? 1 : 0;
      column = character == '\n' ? 1 : column + 1;
    }
    return false;
  }

  /** Returns whether YAML 1.2 allows a character (production 1, {@code c-printable}). */
  private static boolean isPrintable(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || character == 0x85
        || (character >= 0x20 && character <= 0x7E)
        || (character >= 0xA0 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  /** Returns whether a character may stand as it is in a YAML text, and is no kind of line end. */
  static boolean isText(int character) {
    return isPrintable(character)
        && !Character.isISOControl(character)
        && character != 0x2028
        && character != 0x2029
        && character != 0xFEFF;
  }

  private @Nullable Node document() {
    if (parser.nextToken() == null) {
      mistakes.add(1, 1, "the file is empty", "start with 'survey:' and the key of the survey");
      return null;
    }
    Node root = node(0);
    if (parser.nextToken() != null) {
      mistakes.add(line(), column(), "a second document starts here", "write one survey per file");
    }
    return root;
  }

  private Node node(int depth) {
    int line = line();
    int column = column();
    if (depth > MAX_DEPTH) {
      throw new TooLarge(line, column, "nested more than " + MAX_DEPTH + " deep");
    }
    if (++nodes > MAX_NODES) {
      throw new TooLarge(line, column, "more than " + MAX_NODES + " values");
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(line, column, depth);
      case START_ARRAY -> items(line, column, depth);
      default -> scalar(token);
    };
  }

  private Node mapping(int line, int column, int depth) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Node.Scalar name =
          new Node.Scalar(line(), column(), Node.Scalar.Type.TEXT, parser.getString());
      parser.nextToken();
      Node value = node(depth + 1);
      Node.Entry first = entries.putIfAbsent(name.text(), new Node.Entry(name, value));
      if (first != null) {
        mistakes.add(
            name,
            "property '" + name.text() + "' stands twice",
            "the first one is in line " + first.name().line() + "; keep one of them");
      }
    }
    return new Node.Mapping(line, column, entries);
  }

  private Node items(int line, int column, int depth) {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Node.Items(line, column, items);
  }

  private Node scalar(JsonToken token) {
    Node.Scalar.Type type = switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.Scalar.Type.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> Node.Scalar.Type.BOOLEAN;
      case VALUE_NULL -> Node.Scalar.Type.NULL;
      default -> Node.Scalar.Type.TEXT;
    };
    String text = parser.getString();
    Node.Scalar.Type core = CORE_WORDS.get(text);
    if (core != null && parser instanceof YAMLParser && isUnquoted(text)) {
      type = core;
    }
    Node.Scalar scalar = new Node.Scalar(line(), column(), type, text);
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      mistakes.add(
          scalar,
          "alias '*" + scalar.text() + "' is not expanded in survey files",
          "write the value out");
    }
    return scalar;
  }

  private boolean isUnquoted(String text) {
    return parser.currentLocation().getCharOffset()
            - parser.currentTokenLocation().getCharOffset()
        == text.length();
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private int column() {
    return parser.currentTokenLocation().getColumnNr();
  }

  private static void noteSyntax(
      JacksonException e, TokenStreamLocation reached, boolean json, Mistakes mistakes) {
    String text = String.valueOf(e.getOriginalMessage());
    TokenStreamLocation location = e.getLocation() == null ? reached : e.getLocation();
    int line = Math.max(1, location.getLineNr());
    int column = Math.max(1, location.getColumnNr());
    // YAML messages quote the source under each place; the last place is where reading stopped.
    Matcher place = YAML_PLACE.matcher(text);
    while (place.find()) {
      line = Integer.parseInt(place.group(1));
      column = Integer.parseInt(place.group(2));
    }
    String said = text.lines()
        .filter(each -> !each.isBlank() && !each.startsWith(" "))
        .collect(Collectors.joining(", "))
        .replaceAll(" \\([A-Za-z ]+ at \\[Source: .*?]\\)", "");
    mistakes.add(
        line,
        column,
        (json ? "not JSON: " : "not YAML: ") + said,
        json
            ? "nothing after this place was read"
            : "check indentation (spaces, no tabs), quotes and brackets; nothing after this place was read");
  }

  /**
   * Hands out less than anybody's buffer holds: snakeyaml-engine 3.0.1 fails when its full buffer
   * ends between the two halves of a surrogate pair.
   */
  private static final class Sips extends StringReader {
    private static final int MOST = 512;

    Sips(String text) {
      super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      return super.read(buffer, offset, Math.min(length, MOST));
    }
  }

  /** Ends the reading of a file that is larger than a survey can be. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;
    private final String what;

    TooLarge(int line, int column, String what) {
      super(what, null, false, false);
      this.line = line;
      this.column = column;
      this.what = what;
    }
  }
}
