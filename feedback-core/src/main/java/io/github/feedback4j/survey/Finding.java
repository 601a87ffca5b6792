package io.github.feedback4j.survey;

/**
 * What {@link Linter} has to say about a survey, with its place and the way out.
 *
 * @param severity whether the survey is unusable
 * @param source the name of the file, or key and version of a survey that was built in Java
 * @param line the line in the file, from 1, or 0 where there is no file
 * @param column the column in the file, from 1, or 0 where there is no file
 * @param place where in the survey, such as {@code question 'q', label 1}; empty for a mistake that
 *     only a file can have
 * @param message what is wrong
 * @param advice what to do about it, or an empty text if the message says it all
 * @since 0.1
 */
public record Finding(
    Severity severity,
    String source,
    int line,
    int column,
    String place,
    String message,
    String advice) {

  /** Whether a survey is unusable. */
  public enum Severity {
    /** The survey cannot be loaded. */
    ERROR,
    /** The survey works, but will not measure well or not be understood by everybody. */
    WARNING
  }

  /** Returns one line, with {@code file:line:column} in front where there is a file. */
  @Override
  public String toString() {
    String at = line == 0 ? source : source + ":" + line + ":" + column;
    String where = place.isEmpty() ? "" : place + ": ";
    return at + ": " + where + message + (advice.isEmpty() ? "" : "; " + advice);
  }
}
