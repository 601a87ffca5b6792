package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  private final Tokens tokens;
  private final Mistakes mistakes;
  private int nodes;

  private NodeReader(Tokens tokens, Mistakes mistakes) {
    this.tokens = tokens;
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
    try (Tokens tokens = json ? new JsonTokens(text) : new YamlTokens(text)) {
      return new NodeReader(tokens, mistakes).document();
    } catch (Unreadable e) {
      e.noteIn(mistakes);
      return null;
    }
  }

  private @Nullable Node document() {
    Tokens.Kind first = tokens.next();
    if (first == Tokens.Kind.END) {
      mistakes.add(1, 1, "the file is empty", "start with 'survey:' and the key of the survey");
      return null;
    }
    Node root = node(first, 0);
    if (tokens.next() != Tokens.Kind.END) {
      mistakes.add(
          tokens.line(),
          tokens.column(),
          "a second document starts here",
          "write one survey per file");
    }
    return root;
  }

  private Node node(Tokens.Kind kind, int depth) {
    if (depth > MAX_DEPTH) {
      throw tooLarge("nested more than " + MAX_DEPTH + " deep");
    }
    if (++nodes > MAX_NODES) {
      throw tooLarge("more than " + MAX_NODES + " values");
    }
    return switch (kind) {
      case MAPPING -> mapping(depth);
      case LIST -> items(depth);
      case ALIAS -> alias();
      default -> tokens.scalar();
    };
  }

  private Node mapping(int depth) {
    int line = tokens.line();
    int column = tokens.column();
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (tokens.next() != Tokens.Kind.MAPPING_END) {
      Node.Scalar name = tokens.name();
      Node value = node(tokens.next(), depth + 1);
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

  private Node items(int depth) {
    int line = tokens.line();
    int column = tokens.column();
    List<Node> items = new ArrayList<>();
    for (Tokens.Kind kind = tokens.next(); kind != Tokens.Kind.LIST_END; kind = tokens.next()) {
      items.add(node(kind, depth + 1));
    }
    return new Node.Items(line, column, items);
  }

  private Node alias() {
    Node.Scalar alias = tokens.scalar();
    mistakes.add(
        alias,
        "alias '*" + alias.text() + "' is not expanded in survey files",
        "write the value out");
    return alias;
  }

  private Unreadable tooLarge(String what) {
    return new Unreadable(
        tokens.line(), tokens.column(), what, "a survey needs far less; simplify the file");
  }
}
