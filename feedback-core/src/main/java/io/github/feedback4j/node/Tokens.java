package io.github.feedback4j.node;

/** A file as a stream of tokens that know where they stand, whatever its syntax is. */
interface Tokens extends AutoCloseable {

  /** What a token is. */
  enum Kind {
    MAPPING,
    MAPPING_END,
    LIST,
    LIST_END,
    SCALAR,
    ALIAS,
    END
  }

  /**
   * Moves to the next token and returns what it is; after the last one it is {@link Kind#END}.
   *
   * @throws Unreadable if the file breaks the rules of its syntax here
   */
  Kind next();

  /** Returns where the current token begins. */
  Place place();

  /**
   * Returns the current token as the name of a property.
   *
   * @throws Unreadable if it cannot be one
   */
  Node.Scalar name();

  /** Returns the current token as a value; that of an alias is its name. */
  Node.Scalar scalar();

  @Override
  default void close() {}
}
