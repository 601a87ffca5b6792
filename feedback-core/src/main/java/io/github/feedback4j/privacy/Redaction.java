package io.github.feedback4j.privacy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A text after redaction, with how many pieces were taken out of it but never the pieces.
 *
 * @param text the text with a {@linkplain Kind#token token} in place of each redacted piece
 * @param counts how many pieces of each kind were taken out, at least 1; other kinds are absent
 * @since 0.1
 */
public record Redaction(String text, Map<Kind, Integer> counts) {

  /** What can be taken out of a text. */
  public enum Kind {
    /** An e-mail address. */
    EMAIL,
    /** A phone number, with its extension. */
    PHONE;

    /** Returns what stands in place of a piece of this kind, such as {@code <EMAIL>}. */
    public String token() {
      return "<" + name() + ">";
    }
  }

  /**
   * Checks and copies the counts.
   *
   * @throws IllegalArgumentException if a count is less than 1
   */
  public Redaction {
    Map<Kind, Integer> copy = new EnumMap<>(Kind.class);
    counts.forEach((kind, count) -> {
      if (count < 1) {
        throw new IllegalArgumentException(
            "count of %s must be at least 1, but was %d".formatted(kind, count));
      }
      copy.put(kind, count);
    });
    counts = Collections.unmodifiableMap(copy);
  }

  /** Returns how many pieces of this kind were taken out, 0 or more. */
  public int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** Returns the counts and the length of the text; the text itself does not belong into a log. */
  @Override
  public String toString() {
    return "Redaction[" + text.length() + " characters, " + counts + "]";
  }
}
