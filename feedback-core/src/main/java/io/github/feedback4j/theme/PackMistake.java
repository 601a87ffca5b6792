package io.github.feedback4j.theme;

import java.io.Serializable;

/**
 * Something wrong in a pack file, with its place and the way out.
 *
 * @param file the name of the file as it was given to the reader
 * @param line the line, from 1
 * @param column the column in characters, from 1
 * @param message what is wrong
 * @param advice what to do about it, or an empty text if the message says it all
 * @since 0.1
 */
public record PackMistake(String file, int line, int column, String message, String advice)
    implements Serializable {

  /** Returns one line in the form that editors make a link of: {@code file:line:column: message}. */
  @Override
  public String toString() {
    String place = file + ":" + line + ":" + column + ": " + message;
    return advice.isEmpty() ? place : place + "; " + advice;
  }
}
