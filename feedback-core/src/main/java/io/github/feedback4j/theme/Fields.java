package io.github.feedback4j.theme;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.node.PropertyReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of one mapping of a pack file, by name and type. */
final class Fields extends PropertyReader {

  private static final int MAX_DIGITS = 10;

  private final PackMistakes mistakes;

  private Fields(Node.Mapping node, String what, PackMistakes mistakes) {
    super(node, what, mistakes);
    this.mistakes = mistakes;
  }

  /** Returns the properties of {@code node}, or null after having noted that it is no mapping. */
  static @Nullable Fields of(@Nullable Node node, String what, PackMistakes mistakes) {
    Node.Mapping mapping = mapping(node, what, mistakes);
    return mapping == null ? null : new Fields(mapping, what, mistakes);
  }

  /** Returns a value as a text, or null after having noted that it is none. */
  static Node.@Nullable Scalar text(@Nullable Node value, String name, PackMistakes mistakes) {
    if (value instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.TEXT) {
      return scalar;
    }
    if (value != null) {
      mistakes.add(
          value,
          "'%s' must be a text, but is %s".formatted(name, value.kind()),
          value instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL
              ? "put it in quotes: \"" + scalar.text() + "\""
              : "write one text");
    }
    return null;
  }

  /** Returns a value as a whole number of at least 1, or null after having noted that it is none. */
  @Nullable
  Integer count(@Nullable Node value, String name) {
    if (value == null) {
      return null;
    }
    if (value instanceof Node.Scalar scalar
        && scalar.type() == Node.Scalar.Type.NUMBER
        && scalar.text().length() <= MAX_DIGITS
        && scalar.text().chars().allMatch(each -> each >= '0' && each <= '9')
        && isCount(Long.parseLong(scalar.text()))) {
      return Integer.valueOf(scalar.text());
    }
    mistakes.add(
        value,
        "'%s' must be a whole number of 1 to %d, but is %s"
            .formatted(
                name,
                Integer.MAX_VALUE,
                value instanceof Node.Scalar scalar ? "'" + scalar.text() + "'" : value.kind()),
        "count it up when the pack changes");
    return null;
  }

  private static boolean isCount(long number) {
    return number >= 1 && number <= Integer.MAX_VALUE;
  }

  /** Reports the properties that nobody took; advice names the suggested ones, too. */
  void done(String... suggested) {
    Set<String> names = new LinkedHashSet<>(known());
    names.addAll(List.of(suggested));
    reportUnknown(name -> Suggestion.of(name, names));
  }
}
