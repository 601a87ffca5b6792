package io.github.feedback4j.theme;

/**
 * A piece of the text of a rule.
 *
 * @param kind what it is
 * @param at where it starts in the text, in UTF-16 units
 * @param raw how it stands there
 * @param text what it says: words without quotes, star and sign; a name or a distance
 */
record RuleToken(Kind kind, int at, String raw, String text) {

  /** What a token is. */
  enum Kind {
    WORD,
    QUOTED,
    FORM,
    EXACT,
    PREFIX,
    SET,
    OPEN,
    CLOSE,
    OR,
    AND,
    NEAR,
    THEN,
    SCOPE,
    END
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Returns whether this is a plain word that may be an operator, such as {@code not}. */
  boolean isWord(String word) {
    return kind == Kind.WORD && raw.equals(word);
  }
}
