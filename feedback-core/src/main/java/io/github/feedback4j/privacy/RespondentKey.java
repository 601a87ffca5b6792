package io.github.feedback4j.privacy;

/**
 * The name under which a respondent is known behind the door, usually a pseudonym.
 *
 * <p>Equal keys are the same respondent. {@code toString} shows a few first characters at most.
 *
 * @param value 1 to {@value #MAX_LENGTH} UTF-16 units, none of them a control character
 * @since 0.1
 */
public record RespondentKey(String value) {

  /** The greatest length of a key, in UTF-16 units. */
  public static final int MAX_LENGTH = 256;

  private static final int SHOWN = 3;

  /**
   * Checks the length and the characters.
   *
   * @throws IllegalArgumentException if the value is empty, too long or has a control character;
   *     the message does not repeat the value
   */
  public RespondentKey {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("respondent key must have 1 to %d characters, but has %d"
          .formatted(MAX_LENGTH, value.length()));
    }
    int length = value.length();
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      // The first comparison lets all printable ASCII pass, which is what keys are made of.
      if ((char) (c - ' ') >= 0x7f - ' ' && (c < ' ' || c <= 0x9f)) {
        throw hasControl(c, i);
      }
    }
  }

  /** Apart from the check, which runs for every decision and is small enough to be inlined so. */
  private static IllegalArgumentException hasControl(char c, int index) {
    return new IllegalArgumentException(
        "respondent key must not have a control character, but has U+%04X at index %d"
            .formatted((int) c, index));
  }

  /** Returns text for a log: at most three characters, and less than a quarter, of the value. */
  @Override
  public String toString() {
    int points = value.codePointCount(0, value.length());
    // An identified key may be as short as an initial, so a short value shows less.
    int shown = Math.min(SHOWN, (points - 1) / 4);
    return "RespondentKey[" + value.substring(0, value.offsetByCodePoints(0, shown)) + "…]";
  }
}
