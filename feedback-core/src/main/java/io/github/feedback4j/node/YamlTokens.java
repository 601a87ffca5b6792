package io.github.feedback4j.node;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The tokens of a YAML 1.2 text, as SnakeYAML Engine parses them.
 *
 * <p>Only its parser is used: nothing is composed or constructed, so aliases stay names, and a tag
 * says at most whether a value is a text, a number, true, false or nothing.
 */
final class YamlTokens implements Tokens {

  private static final Map<String, Node.Scalar.Type> WORDS = Map.ofEntries(
      Map.entry("", Node.Scalar.Type.NULL),
      Map.entry("~", Node.Scalar.Type.NULL),
      Map.entry("null", Node.Scalar.Type.NULL),
      Map.entry("Null", Node.Scalar.Type.NULL),
      Map.entry("NULL", Node.Scalar.Type.NULL),
      Map.entry("true", Node.Scalar.Type.BOOLEAN),
      Map.entry("True", Node.Scalar.Type.BOOLEAN),
      Map.entry("TRUE", Node.Scalar.Type.BOOLEAN),
      Map.entry("false", Node.Scalar.Type.BOOLEAN),
      Map.entry("False", Node.Scalar.Type.BOOLEAN),
      Map.entry("FALSE", Node.Scalar.Type.BOOLEAN));

  /** Numbers as JSON has them; what only YAML takes for one, such as 007 or 0x1F, stays a text. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]*)?([eE][-+]?[0-9]+)?|-?\\.inf|\\.nan");

  private static final Map<String, Node.Scalar.Type> TAGS = Map.of(
      Tag.BOOL.getValue(), Node.Scalar.Type.BOOLEAN,
      Tag.INT.getValue(), Node.Scalar.Type.NUMBER,
      Tag.FLOAT.getValue(), Node.Scalar.Type.NUMBER,
      Tag.NULL.getValue(), Node.Scalar.Type.NULL);

  private final String text;
  private final FileKind fileKind;
  private final Parser parser;
  private int knownIndex;
  private int knownOffset;
  private Event event = new StreamStartEvent();

  YamlTokens(String text, FileKind fileKind) {
    this.text = text;
    this.fileKind = fileKind;
    refuseForbidden(text);
    // The whole text fits into the buffer. With a smaller one the engine copies what it has of a
    // value whenever it reads on, and 3.0.1 fails where a full one ends within a surrogate pair.
    LoadSettings settings =
        LoadSettings.builder().setBufferSize(text.length() + 1).build();
    parser = new ParserImpl(settings, new StreamReader(settings, text));
  }

  /** Refuses the first character that YAML forbids; the parser would not say where it stands. */
  private static void refuseForbidden(String text) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (!YamlCharacters.isPrintable(character)) {
        throw new Unreadable(
            new Place(line, column, i),
            "character U+%04X is not allowed in YAML".formatted(character),
            "delete it; nothing was read");
      }
      line += character == '\n' ? 1 : 0;
      column = character == '\n' ? 1 : column + 1;
    }
  }

  @Override
  public Kind next() {
    Kind kind;
    do {
      event = parse();
      kind = kind(event);
    } while (kind == null);
    return kind;
  }

  /** Returns what an event is to us, or null for the frame around the values. */
  private static @Nullable Kind kind(Event event) {
    return switch (event.getEventId()) {
      case MappingStart -> Kind.MAPPING;
      case MappingEnd -> Kind.MAPPING_END;
      case SequenceStart -> Kind.LIST;
      case SequenceEnd -> Kind.LIST_END;
      case Scalar -> Kind.SCALAR;
      case Alias -> Kind.ALIAS;
      case StreamEnd -> Kind.END;
      case StreamStart, DocumentStart, DocumentEnd, Comment -> null;
    };
  }

  @Override
  public Place place() {
    return place(event.getStartMark());
  }

  @Override
  public Node.Scalar name() {
    if (event instanceof ScalarEvent scalar) {
      return new Node.Scalar(place(), Node.Scalar.Type.TEXT, scalar.getValue());
    }
    throw fileKind.noName(
        place(),
        unreadable(
            event.getEndMark(),
            "Expected a property name (Scalar value in YAML), got this instead: " + event));
  }

  @Override
  public Node.Scalar scalar() {
    if (event instanceof AliasEvent alias) {
      return new Node.Scalar(place(), Node.Scalar.Type.TEXT, alias.getAlias().getValue());
    }
    ScalarEvent scalar = (ScalarEvent) event;
    return new Node.Scalar(place(), type(scalar), scalar.getValue());
  }

  private static Node.Scalar.Type type(ScalarEvent scalar) {
    String text = scalar.getValue();
    Optional<String> tag = scalar.getTag();
    if (tag.isPresent()) {
      return tagged(tag.get(), text);
    }
    if (!scalar.isPlain()) {
      return Node.Scalar.Type.TEXT;
    }
    Node.Scalar.Type word = WORDS.get(text);
    if (word != null) {
      return word;
    }
    return NUMBER.matcher(text).matches() ? Node.Scalar.Type.NUMBER : Node.Scalar.Type.TEXT;
  }

  /** A tag only claims: whether there is a number behind it is checked where one is wanted. */
  private static Node.Scalar.Type tagged(String tag, String text) {
    boolean lies = tag.equals(Tag.BOOL.getValue()) && WORDS.get(text) != Node.Scalar.Type.BOOLEAN;
    return lies ? Node.Scalar.Type.TEXT : TAGS.getOrDefault(tag, Node.Scalar.Type.TEXT);
  }

  private Event parse() {
    try {
      return parser.next();
    } catch (MarkedYamlEngineException e) {
      throw unreadable(
          e.getProblemMark().or(e::getContextMark),
          Stream.concat(Stream.ofNullable(e.getContext()), Stream.ofNullable(e.getProblem()))
              .collect(Collectors.joining("\n")));
    } catch (YamlEngineException e) {
      throw unreadable(event.getEndMark(), Objects.toString(e.getMessage(), "it cannot be read"));
    } catch (NumberFormatException e) {
      // Engine 3.0.1 lets escapes such as \UFFFFFFFF, and ones without a digit, fall through.
      throw unreadable(event.getEndMark(), "an escape such as \\u0041 names no character");
    }
  }

  private Unreadable unreadable(Optional<Mark> at, String said) {
    return new Unreadable(
        place(at),
        // What the engine quotes may contain line ends.
        "not YAML: "
            + said.lines().filter(each -> !each.isBlank()).collect(Collectors.joining(", ")),
        fileKind.yamlAdvice() + "; nothing after this place was read");
  }

  private Place place(Optional<Mark> at) {
    return at.map(
            mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1, offset(mark.getIndex())))
        .orElse(Place.START);
  }

  /** Returns the offset of a mark, which counts characters, not UTF-16 units. */
  private int offset(int index) {
    // Marks mostly move forwards, so counting goes on from the last one.
    if (index < knownIndex) {
      knownIndex = 0;
      knownOffset = 0;
    }
    while (knownIndex < index && knownOffset < text.length()) {
      knownOffset += Character.charCount(text.codePointAt(knownOffset));
      knownIndex++;
    }
    return knownOffset;
  }
}
