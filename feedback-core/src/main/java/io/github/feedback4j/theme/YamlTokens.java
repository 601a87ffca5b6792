package io.github.feedback4j.theme;

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
final class YamlTokens implements PackTokens {

  private static final Map<String, PackNode.Scalar.Type> WORDS = Map.ofEntries(
      Map.entry("", PackNode.Scalar.Type.NULL),
      Map.entry("~", PackNode.Scalar.Type.NULL),
      Map.entry("null", PackNode.Scalar.Type.NULL),
      Map.entry("Null", PackNode.Scalar.Type.NULL),
      Map.entry("NULL", PackNode.Scalar.Type.NULL),
      Map.entry("true", PackNode.Scalar.Type.BOOLEAN),
      Map.entry("True", PackNode.Scalar.Type.BOOLEAN),
      Map.entry("TRUE", PackNode.Scalar.Type.BOOLEAN),
      Map.entry("false", PackNode.Scalar.Type.BOOLEAN),
      Map.entry("False", PackNode.Scalar.Type.BOOLEAN),
      Map.entry("FALSE", PackNode.Scalar.Type.BOOLEAN));

  /** Numbers as JSON has them; what only YAML takes for one, such as 007 or 0x1F, stays a text. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]*)?([eE][-+]?[0-9]+)?|-?\\.inf|\\.nan");

  private static final Map<String, PackNode.Scalar.Type> TAGS = Map.of(
      Tag.BOOL.getValue(), PackNode.Scalar.Type.BOOLEAN,
      Tag.INT.getValue(), PackNode.Scalar.Type.NUMBER,
      Tag.FLOAT.getValue(), PackNode.Scalar.Type.NUMBER,
      Tag.NULL.getValue(), PackNode.Scalar.Type.NULL);

  private final String text;
  private final Parser parser;
  private int knownIndex;
  private int knownAt;
  private Event event = new StreamStartEvent();

  YamlTokens(String text) {
    this.text = text;
    refuseForbidden(text);
    // The whole text fits into the buffer. With a smaller one the engine copies what it has of a
    // value whenever it reads on, and 3.0.1 fails where a full one ends within a surrogate pair.
    LoadSettings settings =
        LoadSettings.builder().setBufferSize(text.length() + 1).build();
    parser = new ParserImpl(settings, new StreamReader(settings, text));
  }

  /** Refuses the first character that YAML forbids; the parser would not say where it stands. */
  private static void refuseForbidden(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (!isPrintable(character)) {
        throw new Unreadable(
            i,
            "character U+%04X is not allowed in YAML".formatted(character),
            "delete it; nothing was read");
      }
    }
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
  public int at() {
    return at(event.getStartMark());
  }

  @Override
  public PackNode.Scalar name() {
    if (event instanceof ScalarEvent scalar) {
      return new PackNode.Scalar(at(), PackNode.Scalar.Type.TEXT, scalar.getValue());
    }
    throw new Unreadable(
        at(event.getStartMark()),
        "not YAML as a pack has it: the name of a property is a single word",
        "check braces, brackets and quotes; nothing after this place was read");
  }

  @Override
  public PackNode.Scalar scalar() {
    if (event instanceof AliasEvent alias) {
      return new PackNode.Scalar(
          at(), PackNode.Scalar.Type.TEXT, alias.getAlias().getValue());
    }
    ScalarEvent scalar = (ScalarEvent) event;
    return new PackNode.Scalar(at(), type(scalar), scalar.getValue());
  }

  private static PackNode.Scalar.Type type(ScalarEvent scalar) {
    String text = scalar.getValue();
    Optional<String> tag = scalar.getTag();
    if (tag.isPresent()) {
      return tagged(tag.get(), text);
    }
    if (!scalar.isPlain()) {
      return PackNode.Scalar.Type.TEXT;
    }
    PackNode.Scalar.Type word = WORDS.get(text);
    if (word != null) {
      return word;
    }
    return NUMBER.matcher(text).matches() ? PackNode.Scalar.Type.NUMBER : PackNode.Scalar.Type.TEXT;
  }

  /** A tag only claims: whether there is a number behind it is checked where one is wanted. */
  private static PackNode.Scalar.Type tagged(String tag, String text) {
    boolean lies =
        tag.equals(Tag.BOOL.getValue()) && WORDS.get(text) != PackNode.Scalar.Type.BOOLEAN;
    return lies ? PackNode.Scalar.Type.TEXT : TAGS.getOrDefault(tag, PackNode.Scalar.Type.TEXT);
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

  private Unreadable unreadable(Optional<Mark> place, String said) {
    return new Unreadable(
        at(place),
        // What the engine quotes may contain line ends.
        "not YAML: "
            + said.lines().filter(each -> !each.isBlank()).collect(Collectors.joining(", ")),
        "check indentation (spaces, no tabs), quotes and brackets, and put rules that begin with a"
            + " sign such as @ in quotes; nothing after this place was read");
  }

  /** Returns the place of a mark, which counts characters, not UTF-16 units. */
  private int at(Optional<Mark> place) {
    int index = place.map(Mark::getIndex).orElse(0);
    // Marks mostly move forwards, so counting goes on from the last one.
    if (index < knownIndex) {
      knownIndex = 0;
      knownAt = 0;
    }
    while (knownIndex < index && knownAt < text.length()) {
      knownAt += Character.charCount(text.codePointAt(knownAt));
      knownIndex++;
    }
    return knownAt;
  }
}
