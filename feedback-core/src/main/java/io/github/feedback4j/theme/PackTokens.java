package io.github.feedback4j.theme;

/** A pack file as a stream of tokens that know where they stand, whatever its syntax is. */
interface PackTokens extends AutoCloseable {

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

  /** The place of the current token in the text, in UTF-16 units. */
  int at();

  /**
   * Returns the current token as the name of a property.
   *
   * @throws Unreadable if it cannot be one
   */
  PackNode.Scalar name();

  /** Returns the current token as a value; that of an alias is its name. */
  PackNode.Scalar scalar();

  @Override
  default void close() {}
}
