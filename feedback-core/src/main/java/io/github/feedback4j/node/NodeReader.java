package io.github.feedback4j.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML or JSON as a stream of tokens into {@linkplain Node nodes with places}.
 *
 * <p>Data binding would lose the places, and so the line numbers of mistakes. Aliases are refused,
 * not expanded, and depth and number of nodes are bounded, so no file can cost much.
 */
public final class NodeReader {

  private final Tokens tokens;
  private final FileKind kind;
  private final Diagnostics<?> diagnostics;
  private int nodes;

  private NodeReader(Tokens tokens, Diagnostics<?> diagnostics) {
    this.tokens = tokens;
    this.kind = diagnostics.kind();
    this.diagnostics = diagnostics;
  }

  /**
   * Returns the only document of a file, or null after having noted why there is none.
   *
   * @param name a name that ends in {@code .json} makes it JSON, any other YAML
   * @param text {@linkplain #withoutMark without a byte order mark}
   */
  public static @Nullable Node read(String name, String text, Diagnostics<?> diagnostics) {
    boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
    try (Tokens tokens = json ? new JsonTokens(text) : new YamlTokens(text, diagnostics.kind())) {
      return new NodeReader(tokens, diagnostics).document();
    } catch (Unreadable e) {
      e.noteIn(diagnostics);
      return null;
    }
  }

  /** Returns a text without the byte order mark that some editors put first. */
  public static String withoutMark(String text) {
    // YAML passes over it, JSON does not know it.
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private @Nullable Node document() {
    Tokens.Kind first = tokens.next();
    if (first == Tokens.Kind.END) {
      diagnostics.add(Place.START, "the file is empty", kind.start());
      return null;
    }
    Node root = node(first, 0);
    if (tokens.next() != Tokens.Kind.END) {
      diagnostics.add(
          tokens.place(),
          "a second document starts here",
          "write one " + kind.noun() + " per file");
    }
    return root;
  }

  private Node node(Tokens.Kind token, int depth) {
    if (depth > kind.maxDepth()) {
      throw tooLarge("nested more than " + kind.maxDepth() + " deep");
    }
    if (++nodes > kind.maxNodes()) {
      throw tooLarge("more than " + kind.maxNodes() + " values");
    }
    return switch (token) {
      case MAPPING -> mapping(depth);
      case LIST -> items(depth);
      case ALIAS -> alias();
      default -> tokens.scalar();
    };
  }

  private Node mapping(int depth) {
    Place place = tokens.place();
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (tokens.next() != Tokens.Kind.MAPPING_END) {
      Node.Scalar name = tokens.name();
      Node value = node(tokens.next(), depth + 1);
      Node.Entry first = entries.putIfAbsent(name.text(), new Node.Entry(name, value));
      if (first != null) {
        diagnostics.add(
            name,
            kind.property(name.text()) + " stands twice",
            "the first one is in line " + first.name().place().line() + "; " + kind.unite());
      }
    }
    return new Node.Mapping(place, entries);
  }

  private Node items(int depth) {
    Place place = tokens.place();
    List<Node> items = new ArrayList<>();
    for (Tokens.Kind token = tokens.next(); token != Tokens.Kind.LIST_END; token = tokens.next()) {
      items.add(node(token, depth + 1));
    }
    return new Node.Items(place, items);
  }

  private Node alias() {
    Node.Scalar alias = tokens.scalar();
    diagnostics.add(alias, kind.alias(alias.text()), kind.unalias());
    return alias;
  }

  private Unreadable tooLarge(String what) {
    return new Unreadable(
        tokens.place(), what, "a " + kind.noun() + " needs far less; simplify the file");
  }
}
