package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML or JSON as a stream of tokens into {@linkplain PackNode nodes with places}.
 *
 * <p>Data binding would lose the places, and so the line numbers of mistakes. Aliases are refused,
 * not expanded, and depth and number of nodes are bounded, so no file can cost much.
 */
final class PackNodeReader {

  private static final int MAX_DEPTH = 16;
  private static final int MAX_NODES = 250_000;

  private final PackTokens tokens;
  private final PackMistakes mistakes;
  private final Source source;
  private int nodes;

  private PackNodeReader(PackTokens tokens, Source source, PackMistakes mistakes) {
    this.tokens = tokens;
    this.source = source;
    this.mistakes = mistakes;
  }

  /** Returns the only document of a file, or null after having noted why there is none. */
  static @Nullable PackNode read(Source source, boolean json, PackMistakes mistakes) {
    try (PackTokens tokens = json ? new JsonTokens(source.text()) : new YamlTokens(source.text())) {
      return new PackNodeReader(tokens, source, mistakes).document();
    } catch (Unreadable e) {
      e.noteIn(mistakes);
      return null;
    }
  }

  private @Nullable PackNode document() {
    PackTokens.Kind first = tokens.next();
    if (first == PackTokens.Kind.END) {
      mistakes.add(0, "the file is empty", "start with 'pack:' and the name of the pack");
      return null;
    }
    PackNode root = node(first, 0);
    if (tokens.next() != PackTokens.Kind.END) {
      mistakes.add(tokens.at(), "a second document starts here", "write one pack per file");
    }
    return root;
  }

  private PackNode node(PackTokens.Kind kind, int depth) {
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

  private PackNode mapping(int depth) {
    int at = tokens.at();
    Map<String, PackNode.Entry> entries = new LinkedHashMap<>();
    while (tokens.next() != PackTokens.Kind.MAPPING_END) {
      PackNode.Scalar name = tokens.name();
      PackNode value = node(tokens.next(), depth + 1);
      PackNode.Entry first = entries.putIfAbsent(name.text(), new PackNode.Entry(name, value));
      if (first != null) {
        mistakes.add(
            name,
            "'" + name.text() + "' stands twice",
            "the first one is in line " + source.line(first.name().at()) + "; make one of them");
      }
    }
    return new PackNode.Mapping(at, entries);
  }

  private PackNode items(int depth) {
    int at = tokens.at();
    List<PackNode> items = new ArrayList<>();
    for (PackTokens.Kind kind = tokens.next();
        kind != PackTokens.Kind.LIST_END;
        kind = tokens.next()) {
      items.add(node(kind, depth + 1));
    }
    return new PackNode.Items(at, items);
  }

  private PackNode alias() {
    PackNode.Scalar alias = tokens.scalar();
    mistakes.add(
        alias,
        "'*" + alias.text() + "' is an alias of YAML, which packs do not have",
        "put it in quotes if it is a rule, or write the value out");
    return alias;
  }

  private Unreadable tooLarge(String what) {
    return new Unreadable(tokens.at(), what, "a pack needs far less; simplify the file");
  }
}
