package io.github.feedback4j.node;

import java.util.List;
import java.util.Map;

/** A piece of a file that knows where it stands. */
public sealed interface Node {

  /** Returns where it begins. */
  Place place();

  /** What a person would call it, with its article. */
  String kind();

  /** Names and values, in the file's order. */
  record Mapping(Place place, Map<String, Entry> entries) implements Node {
    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** A name with its place, and the value behind it. */
  record Entry(Scalar name, Node value) {}

  /** Values in a row. */
  record Items(Place place, List<Node> nodes) implements Node {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A single value, as it stands in the file. */
  record Scalar(Place place, Type type, String text) implements Node {

    /** What the file's syntax says about a value. */
    public enum Type {
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
