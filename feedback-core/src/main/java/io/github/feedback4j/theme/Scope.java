package io.github.feedback4j.theme;

import java.util.Locale;

/**
 * How far apart the parts of a rule may stand in a comment.
 *
 * @since 0.1
 */
public enum Scope {
  /** Within one clause: "fast but dropping" has two. */
  CLAUSE,
  /** Within one sentence, which is what counts where a rule says nothing. */
  SENTENCE,
  /** Anywhere in the comment. */
  COMMENT;

  /** Returns the word that stands before the colon in the text of a rule. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
