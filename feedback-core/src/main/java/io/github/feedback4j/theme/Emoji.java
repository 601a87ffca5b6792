package io.github.feedback4j.theme;

/**
 * Pictures and typed faces: which there are, and where one ends.
 *
 * <p>The ranges are this library's own, not the runtime's, so that every Java version agrees.
 */
final class Emoji {

  static final int SMILE = 0x1F642;
  static final int FROWN = 0x1F641;
  static final int DOUBT = 0x1F615;
  static final int LAUGH = 0x1F600;
  static final int WINK = 0x1F609;
  static final int HEART = 0x2764;
  static final int BROKEN_HEART = 0x1F494;

  private static final int JOINER = 0x200D;

  private Emoji() {}

  /** Returns whether a code point is a picture that may stand as a token. */
  static boolean is(int codePoint) {
    return (codePoint >= 0x1F300 && codePoint <= 0x1FAFF && !isSkin(codePoint))
        || (codePoint >= 0x2600 && codePoint <= 0x27BF)
        || codePoint == 0x2B50
        || codePoint == 0x2B55
        || codePoint == 0x2B06
        || codePoint == 0x2B07
        || codePoint == 0x231A
        || codePoint == 0x231B
        || codePoint == 0x23F0
        || codePoint == 0x23F3;
  }

  /** Returns where the picture ends that starts at {@code at}, with its skin and what it joins. */
  static int end(CharSequence text, int at, int limit) {
    int end = at + Character.charCount(Character.codePointAt(text, at));
    while (end < limit) {
      int next = Character.codePointAt(text, end);
      int size = Character.charCount(next);
      if (next == JOINER && end + 1 < limit && is(Character.codePointAt(text, end + 1))) {
        end += 1 + Character.charCount(Character.codePointAt(text, end + 1));
      } else if (isSkin(next) || next == 0xFE0F || next == 0xFE0E || next == 0x20E3) {
        end += size;
      } else {
        return end;
      }
    }
    return end;
  }

  private static boolean isSkin(int codePoint) {
    return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
  }

  /**
   * Returns the length of the typed face at a place, such as {@code :-)}, or 0 if there is none.
   *
   * <p>{@link #typed} tells which picture it stands for.
   */
  static int typedLength(CharSequence text, int at, int limit) {
    char eyes = text.charAt(at);
    if (eyes == '<') {
      if (at + 1 < limit && text.charAt(at + 1) == '3' && endsAt(text, at + 2, limit)) {
        return 2;
      }
      return at + 2 < limit
              && text.charAt(at + 1) == '/'
              && text.charAt(at + 2) == '3'
              && endsAt(text, at + 3, limit)
          ? 3
          : 0;
    }
    if (eyes != ':' && eyes != ';' && eyes != '=') {
      return 0;
    }
    int mouth = at + 1;
    if (mouth < limit && (text.charAt(mouth) == '-' || text.charAt(mouth) == '\'')) {
      mouth++;
    }
    if (mouth >= limit) {
      return 0;
    }
    return switch (text.charAt(mouth)) {
      case ')', '(' -> mouth + 1 - at;
      case 'D', 'P', 'p', '/', '\\', '|' -> endsAt(text, mouth + 1, limit) ? mouth + 1 - at : 0;
      default -> 0;
    };
  }

  /** Returns the picture that the typed face of this length stands for. */
  static int typed(CharSequence text, int at, int length) {
    if (text.charAt(at) == '<') {
      return length == 2 ? HEART : BROKEN_HEART;
    }
    return switch (text.charAt(at + length - 1)) {
      case '(' -> FROWN;
      case 'D' -> LAUGH;
      case '/', '\\', '|' -> DOUBT;
      case 'P', 'p' -> WINK;
      default -> text.charAt(at) == ';' ? WINK : SMILE;
    };
  }

  private static boolean endsAt(CharSequence text, int at, int limit) {
    return at >= limit || text.charAt(at) <= ' ' || ".,!?)".indexOf(text.charAt(at)) >= 0;
  }
}
