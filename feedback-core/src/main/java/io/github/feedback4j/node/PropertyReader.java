package io.github.feedback4j.node;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one mapping: takes them by name, notes which are missing, and in the end reports
 * those that nobody asked for.
 */
public class PropertyReader {

  private final Node.Mapping node;
  private final String what;
  private final Diagnostics<?> diagnostics;
  private final Set<String> known = new LinkedHashSet<>();

  protected PropertyReader(Node.Mapping node, String what, Diagnostics<?> diagnostics) {
    this.node = node;
    this.what = what;
    this.diagnostics = diagnostics;
  }

  /** Returns a node as a mapping, or null after having noted that it is none. */
  protected static Node.@Nullable Mapping mapping(
      @Nullable Node node, String what, Diagnostics<?> diagnostics) {
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    if (node != null) {
      diagnostics.add(
          node,
          what + " must be a mapping, but is " + node.kind(),
          "write it as 'name: value' lines");
    }
    return null;
  }

  public final Node.Mapping node() {
    return node;
  }

  /** Returns the value of a property, or null if it is absent or has nothing behind it. */
  public final @Nullable Node take(String name) {
    boolean first = known.add(name);
    Node.Entry entry = node.entries().get(name);
    if (entry == null) {
      return null;
    }
    if (entry.value() instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.NULL) {
      if (first) {
        diagnostics.add(
            entry.name(),
            diagnostics.kind().property(name) + " has no value",
            "give one or delete the line");
      }
      return null;
    }
    return entry.value();
  }

  /** Returns whether the property stands in the file, even with nothing behind it. */
  public final boolean has(String name) {
    return node.entries().containsKey(name);
  }

  /** Returns the value of a property, or null after having noted that it is missing. */
  public final @Nullable Node require(String name, String example) {
    Node value = take(name);
    if (!has(name)) {
      diagnostics.add(node, what + " lacks the property '" + name + "'", "add " + example);
    }
    return value;
  }

  /** Returns the names that were asked for. */
  protected final Set<String> known() {
    return Collections.unmodifiableSet(known);
  }

  /** Reports the properties that nobody took, with advice for the name of each. */
  protected final void reportUnknown(UnaryOperator<String> advice) {
    node.entries().forEach((name, entry) -> {
      if (!known.contains(name) && !diagnostics.isFull()) {
        diagnostics.add(
            entry.name(), "unknown property '" + name + "' of " + what, advice.apply(name));
      }
    });
  }
}
