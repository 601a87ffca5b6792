package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.response.CommentFilter.Position;
import io.github.feedback4j.spring.http.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** A place in the list of comments as a parameter of a link: second, nanosecond and id. */
final class Cursor {

  private Cursor() {}

  static String write(Position position) {
    Instant at = position.answeredAt();
    return at.getEpochSecond() + "_" + at.getNano() + "_" + position.id();
  }

  /**
   * Returns the place that {@link #write} wrote.
   *
   * @throws Problem with status 400 if it is another text
   */
  static Position read(String text) {
    String[] parts = text.split("_", -1);
    if (parts.length == 3) {
      try {
        return new Position(
            Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1])),
            UUID.fromString(parts[2]));
      } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
        // Told below.
      }
    }
    throw Problem.of(400, "bad-cursor", "'before' must be what 'next' of another answer was");
  }
}
