package io.github.feedback4j.privacy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    PHONE,
    /** An IP address, of version 4 or 6. */
    IP,
    /** An address of the web or of a file. */
    URL,
    /** An international bank account number. */
    IBAN,
    /** The number of a payment card. */
    CARD,
    /** The id of an employee, in a form that the application gave. */
    EMPLOYEE,
    /** The tag of a device, in a form that the application gave. */
    ASSET,
    /** A name that the application gave. */
    NAME;

    // Stored texts have them, so neither names nor tokens ever change.
    private final String token = "<" + name() + ">";

    /** Returns what stands in place of a piece of this kind, such as {@code <EMAIL>}. */
    public String token() {
      return token;
    }

    /** Returns the kind whose token stands at {@code index} of a text, or null. */
    static @Nullable Kind tokenAt(String text, int index) {
      for (Kind each : values()) {
        if (text.startsWith(each.token, index)) {
          return each;
        }
      }
      return null;
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
