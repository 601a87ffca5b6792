package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.node.PropertyReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The properties of one mapping of a survey file, by name and type. */
final class Fields extends PropertyReader {

  private static final int MAX_DIGITS = 1_000;

  private final Mistakes mistakes;

  private Fields(Node.Mapping node, String what, Mistakes mistakes) {
    super(node, what, mistakes);
    this.mistakes = mistakes;
  }

  /** Returns the properties of {@code node}, or null after having noted that it is no mapping. */
  static @Nullable Fields of(@Nullable Node node, String what, Mistakes mistakes) {
    Node.Mapping mapping = mapping(node, what, mistakes);
    return mapping == null ? null : new Fields(mapping, what, mistakes);
  }

  @Nullable
  String text(@Nullable Node value, String name) {
    Node.Scalar scalar = scalar(value, name, "a text");
    if (scalar == null) {
      return null;
    }
    if (scalar.type() != Node.Scalar.Type.TEXT) {
      mistakes.add(
          scalar,
          "'%s' must be a text, but is %s".formatted(name, scalar.kind()),
          scalar.type() == Node.Scalar.Type.NULL
              ? "give one or delete the line"
              : "put it in quotes: \"" + scalar.text() + "\"");
      return null;
    }
    return scalar.text();
  }

  @Nullable
  Integer integer(String name) {
    Node value = take(name);
    Node.Scalar scalar = scalar(value, name, "a whole number");
    if (scalar == null) {
      return null;
    }
    BigDecimal number = parse(scalar);
    try {
      if (number != null) {
        return number.intValueExact();
      }
    } catch (ArithmeticException e) {
      // Falls through to the message, which is the same for every way of not being a whole number.
    }
    mistakes.add(
        scalar, "'%s' must be a whole number, but is '%s'".formatted(name, scalar.text()), "");
    return null;
  }

  @Nullable
  Double number(@Nullable Node value, String name) {
    BigDecimal decimal = decimal(value, name);
    return decimal == null ? null : (Double) decimal.doubleValue();
  }

  @Nullable
  BigDecimal decimal(@Nullable Node value, String name) {
    Node.Scalar scalar = scalar(value, name, "a number");
    if (scalar == null) {
      return null;
    }
    BigDecimal number = parse(scalar);
    if (number != null) {
      return number;
    }
    String percent = scalar.text().endsWith("%") ? "write 25 % as 0.25" : "";
    mistakes.add(
        scalar, "'%s' must be a number, but is '%s'".formatted(name, scalar.text()), percent);
    return null;
  }

  private static @Nullable BigDecimal parse(Node.Scalar scalar) {
    // Parsing takes the square of the length, so a file full of digits must not get that far.
    if (scalar.type() != Node.Scalar.Type.NUMBER || scalar.text().length() > MAX_DIGITS) {
      return null;
    }
    try {
      return new BigDecimal(scalar.text());
    } catch (NumberFormatException e) {
      // '.inf' and '.nan' are numbers to YAML, but not to us.
      return null;
    }
  }

  @Nullable
  Boolean bool(String name) {
    Node value = take(name);
    Node.Scalar scalar = scalar(value, name, "true or false");
    if (scalar == null) {
      return null;
    }
    if (scalar.type() != Node.Scalar.Type.BOOLEAN) {
      mistakes.add(
          scalar, "'%s' must be true or false, but is '%s'".formatted(name, scalar.text()), "");
      return null;
    }
    return Boolean.valueOf(scalar.text());
  }

  @Nullable
  Duration duration(String name) {
    return duration(take(name), name);
  }

  @Nullable
  Duration duration(@Nullable Node value, String name) {
    Node.Scalar scalar = scalar(value, name, "a duration such as 30d");
    return scalar == null ? null : mistakes.attempt(scalar, () -> Durations.parse(scalar.text()));
  }

  @Nullable
  Instant instant(String name) {
    return instant(take(name), name);
  }

  @Nullable
  Instant instant(@Nullable Node value, String name) {
    Node.Scalar scalar = scalar(value, name, "a point in time");
    if (scalar == null) {
      return null;
    }
    try {
      return Instant.parse(scalar.text());
    } catch (DateTimeParseException e) {
      mistakes.add(
          scalar,
          "'%s' must be a point in time, but is '%s'".formatted(name, scalar.text()),
          "write it with its zone, such as 2026-01-31T08:00:00Z");
      return null;
    }
  }

  @Nullable
  ZoneId zone(String name) {
    Node value = take(name);
    Node.Scalar scalar = scalar(value, name, "a time zone");
    if (scalar == null) {
      return null;
    }
    try {
      return ZoneId.of(scalar.text());
    } catch (DateTimeException e) {
      mistakes.add(
          scalar,
          "'%s' must be a time zone, but is '%s'".formatted(name, scalar.text()),
          "write its name, such as Europe/Paris or UTC");
      return null;
    }
  }

  /** Returns the constant whose word stands in the file, or null. */
  <E extends Enum<E>> @Nullable E constant(String name, Class<E> type, Function<E, String> word) {
    Node value = take(name);
    String text = text(value, name);
    if (value == null || text == null) {
      return null;
    }
    List<E> constants = Arrays.asList(type.getEnumConstants());
    for (E each : constants) {
      if (word.apply(each).equalsIgnoreCase(text)) {
        return each;
      }
    }
    mistakes.add(
        value,
        "unknown %s '%s'".formatted(name, text),
        Mistakes.suggest(text, constants.stream().map(word).collect(Collectors.toList())));
    return null;
  }

  /** Returns the entries of a list, none if the property is absent or is no list. */
  List<Node> list(@Nullable Node value, String name) {
    if (value instanceof Node.Items items) {
      return items.nodes();
    }
    if (value != null) {
      mistakes.add(
          value,
          "'%s' must be a list, but is %s".formatted(name, value.kind()),
          "start each entry with '- '");
    }
    return List.of();
  }

  /** Reports the properties that nobody took. */
  void done() {
    reportUnknown(name -> Mistakes.suggest(name, known()));
  }

  private Node.@Nullable Scalar scalar(@Nullable Node value, String name, String expected) {
    if (value == null || value instanceof Node.Scalar) {
      return (Node.Scalar) value;
    }
    mistakes.add(value, "'%s' must be %s, but is %s".formatted(name, expected, value.kind()), "");
    return null;
  }
}
