package io.github.feedback4j.prompt;

/**
 * What the respondent is asked about, such as a ticket.
 *
 * @param id the application's own key, 1 to {@value #MAX_LENGTH} characters
 * @param resolution counts up each time the same thing is finished again, from 1
 * @since 0.1
 */
public record Subject(String id, int resolution) {

  /** The greatest length of an id. */
  public static final int MAX_LENGTH = 200;

  /** Checks the id and the resolution. */
  public Subject {
    if (id.isBlank() || id.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "subject must have 1 to " + MAX_LENGTH + " characters, but has " + id.length());
    }
    if (resolution < 1) {
      throw new IllegalArgumentException("resolution must be at least 1, but was " + resolution);
    }
  }
}
