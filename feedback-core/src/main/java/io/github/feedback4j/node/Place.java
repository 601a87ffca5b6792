package io.github.feedback4j.node;

import java.io.Serializable;

/**
 * Where something stands in a file.
 *
 * @param line the line, from 1
 * @param column the column as the parser counts it, from 1
 * @param offset the place in the text, in UTF-16 units, for whoever looks inside a value
 */
public record Place(int line, int column, int offset) implements Serializable {

  /** Where a file begins. */
  public static final Place START = new Place(1, 1, 0);
}
