package io.github.feedback4j.theme;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one mapping: takes them by name and type, notes what does not fit, and in the
 * end reports those that nobody asked for.
 */
final class Fields {

  private static final int MAX_DIGITS = 10;

  private final PackNode.Mapping node;
  private final String what;
  private final PackMistakes mistakes;
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(PackNode.Mapping node, String what, PackMistakes mistakes) {
    this.node = node;
    this.what = what;
    this.mistakes = mistakes;
  }

  /** Returns the properties of {@code node}, or null after having noted that it is no mapping. */
  static @Nullable Fields of(@Nullable PackNode node, String what, PackMistakes mistakes) {
    if (node instanceof PackNode.Mapping mapping) {
      return new Fields(mapping, what, mistakes);
    }
    if (node != null) {
      mistakes.add(
          node,
          what + " must be a mapping, but is " + node.kind(),
          "write it as 'name: value' lines");
    }
    return null;
  }

  PackNode.Mapping node() {
    return node;
  }

  /** Returns the value of a property, or null if it is absent or has nothing behind it. */
  @Nullable
  PackNode take(String name) {
    known.add(name);
    PackNode.Entry entry = node.entries().get(name);
    if (entry == null) {
      return null;
    }
    if (entry.value() instanceof PackNode.Scalar scalar
        && scalar.type() == PackNode.Scalar.Type.NULL) {
      mistakes.add(entry.name(), "'" + name + "' has no value", "give one or delete the line");
      return null;
    }
    return entry.value();
  }

  /** Returns the value of a property, or null after having noted that it is missing. */
  @Nullable
  PackNode require(String name, String example) {
    PackNode value = take(name);
    if (!node.entries().containsKey(name)) {
      mistakes.add(node, what + " lacks the property '" + name + "'", "add " + example);
    }
    return value;
  }

  /** Returns a value as a text, or null after having noted that it is none. */
  static PackNode.@Nullable Scalar text(
      @Nullable PackNode value, String name, PackMistakes mistakes) {
    if (value instanceof PackNode.Scalar scalar && scalar.type() == PackNode.Scalar.Type.TEXT) {
      return scalar;
    }
    if (value != null) {
      mistakes.add(
          value,
          "'%s' must be a text, but is %s".formatted(name, value.kind()),
          value instanceof PackNode.Scalar scalar && scalar.type() != PackNode.Scalar.Type.NULL
              ? "put it in quotes: \"" + scalar.text() + "\""
              : "write one text");
    }
    return null;
  }

  /** Returns a value as a whole number of at least 1, or null after having noted that it is none. */
  @Nullable
  Integer count(@Nullable PackNode value, String name) {
    if (value == null) {
      return null;
    }
    if (value instanceof PackNode.Scalar scalar
        && scalar.type() == PackNode.Scalar.Type.NUMBER
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
                value instanceof PackNode.Scalar scalar ? "'" + scalar.text() + "'" : value.kind()),
        "count it up when the pack changes");
    return null;
  }

  private static boolean isCount(long number) {
    return number >= 1 && number <= Integer.MAX_VALUE;
  }

  /** Reports the properties that nobody took. */
  void done(String... suggested) {
    Set<String> names = new LinkedHashSet<>(known);
    names.addAll(List.of(suggested));
    for (Map.Entry<String, PackNode.Entry> each : node.entries().entrySet()) {
      if (!known.contains(each.getKey()) && !mistakes.isFull()) {
        mistakes.add(
            each.getValue().name(),
            "unknown property '" + each.getKey() + "' of " + what,
            Suggestion.of(each.getKey(), names));
      }
    }
  }
}
