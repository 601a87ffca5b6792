package io.github.feedback4j.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Writes texts so that every database gives them back unchanged.
 *
 * <p>No database takes every Java string: PostgreSQL refuses U+0000, and half a surrogate pair, which
 * a text field may cut an emoji to, has no UTF-8. Both are kept as the noncharacter U+FDD0 and four
 * hexadecimal digits, and so is that noncharacter itself. Different texts stay different, so equality
 * can be left to the database.
 */
final class StoredText {

  private static final char ESCAPE = '\ufdd0';
  private static final int DIGITS = 4;

  private StoredText() {}

  static @Nullable String toStored(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int first = firstOdd(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder stored = new StringBuilder(text.length() + DIGITS).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (isOdd(text, i)) {
        stored.append(ESCAPE).append("%04x".formatted((int) unit));
      } else {
        stored.append(unit);
      }
    }
    return stored.toString();
  }

  static @Nullable String fromStored(@Nullable String stored) {
    if (stored == null || stored.indexOf(ESCAPE) < 0) {
      return stored;
    }
    StringBuilder text = new StringBuilder(stored.length());
    for (int i = 0; i < stored.length(); i++) {
      char unit = stored.charAt(i);
      if (unit == ESCAPE) {
        text.append((char) Integer.parseInt(stored.substring(i + 1, i + 1 + DIGITS), 16));
        i += DIGITS;
      } else {
        text.append(unit);
      }
    }
    return text.toString();
  }

  private static int firstOdd(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isOdd(text, i)) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isOdd(String text, int i) {
    char unit = text.charAt(i);
    if (unit == 0 || unit == ESCAPE) {
      return true;
    }
    if (Character.isHighSurrogate(unit)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(unit)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
