package io.github.feedback4j.theme;

/** What a word of a text must have in common with a word of an item. */
enum TermKind {
  /** The folded letters. */
  SURFACE,
  /** The English stem. */
  ENGLISH,
  /** The French stem. */
  FRENCH,
  /** The first letters. */
  PREFIX,
  /** The folded letters, and then case and accents. */
  EXACT;

  /** Returns the kind that compares stems of a language, or the letters if it has no stemmer. */
  static TermKind stemOf(String language) {
    return switch (language) {
      case "en" -> ENGLISH;
      case "fr" -> FRENCH;
      default -> SURFACE;
    };
  }
}
