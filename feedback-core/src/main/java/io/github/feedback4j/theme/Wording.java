package io.github.feedback4j.theme;

/** What the words of rules are made of, long before anything is compared with a comment. */
final class Wording {

  private static final String SENTENCE_ENDS = "!?…‼⁇⁈⁉。！？؟";

  private static final String PUNCTUATION = ".,;:'·¡¿\"`´" + SENTENCE_ENDS;

  private Wording() {}

  /** Returns a word without the punctuation around it, or throws why it cannot be one. */
  static String require(String word) {
    String trimmed = trim(word);
    if (!isSeen(trimmed)) {
      throw new IllegalArgumentException("a word must have a letter, digit or emoji");
    }
    if (trimmed.codePoints().anyMatch(each -> isSpace(each) || isForbidden(each) || each == '"')) {
      throw new IllegalArgumentException(
          "a word must have no space, control character or '\"' inside; make it a phrase");
    }
    if (hasInnerEnd(trimmed)) {
      throw new IllegalArgumentException("a word must have no sentence end inside");
    }
    return trimmed;
  }

  /** Returns the text without punctuation at its ends, perhaps nothing. */
  static String trim(String text) {
    int start = 0;
    while (start < text.length() && isPunctuation(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    int end = text.length();
    while (end > start && isPunctuation(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /** Returns whether there is something to look for: a letter, a digit or an emoji. */
  static boolean isSeen(String text) {
    return text.codePoints().anyMatch(each -> Character.isLetterOrDigit(each) || Emoji.is(each));
  }

  static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  /** Returns whether a character has no business in one line of text. */
  static boolean isForbidden(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** Returns whether a sentence ends in the punctuation behind a word, or in mere punctuation. */
  static boolean endsSentence(String text) {
    String word = trim(text);
    String behind = word.isEmpty() ? text : text.substring(text.lastIndexOf(word) + word.length());
    return behind.codePoints().anyMatch(each -> each == '.' || isSentenceEnd(each));
  }

  private static boolean hasInnerEnd(String word) {
    for (int i = 0; i < word.length(); i++) {
      char each = word.charAt(i);
      // Between two letters a dot is "3.5" or "node.js".
      if (isSentenceEnd(each) || (each == '.' && !(isWord(word, i - 1) && isWord(word, i + 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String text, int at) {
    // Half of a pair is half of a rare letter, or of an emoji, which no dot joins anyway.
    char each = text.charAt(at);
    return Character.isLetterOrDigit(each)
        || Character.getType(each) == Character.NON_SPACING_MARK
        || Character.isSurrogate(each);
  }

  private static boolean isSentenceEnd(int codePoint) {
    return SENTENCE_ENDS.indexOf(codePoint) >= 0;
  }

  private static boolean isPunctuation(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION -> true;
      default -> PUNCTUATION.indexOf(codePoint) >= 0;
    };
  }
}
