package io.github.feedback4j.theme;

import java.util.List;
import java.util.Map;

/** A piece of a pack file that knows where it stands. */
sealed interface PackNode {

  /** The place in the text of the file, in UTF-16 units. */
  int at();

  /** What a person would call it, with its article. */
  String kind();

  /** Names and values, in the file's order. */
  record Mapping(int at, Map<String, Entry> entries) implements PackNode {
    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** A name with its place, and the value behind it. */
  record Entry(Scalar name, PackNode value) {}

  /** Values in a row. */
  record Items(int at, List<PackNode> nodes) implements PackNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A single value, as it stands in the file. */
  record Scalar(int at, Type type, String text) implements PackNode {

    /** What the file's syntax says about a value. */
    enum Type {
      TEXT("a text"),
      NUMBER("a number"),
      BOOLEAN("true or false"),
      NULL("nothing");

      private final String kind;

      Type(String kind) {
        this.kind = kind;
      }
    }

    @Override
    public String kind() {
      return type.kind;
    }
  }
}
