package io.github.feedback4j.theme;

/** What stands between a letter and the letter before it; a later one outweighs an earlier one. */
enum Gap {
  /** Nothing that ends a word: the letters belong to one word. */
  NONE,
  /** One hyphen: "wi-fi". */
  HYPHEN,
  /** An apostrophe that ends a word: "l'accès", "the agent's". */
  APOSTROPHE,
  /** Space, or punctuation within a sentence. */
  SPACE,
  /** The end of a sentence, a line or the text. */
  BREAK
}
