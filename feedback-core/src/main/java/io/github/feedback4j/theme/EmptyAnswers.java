package io.github.feedback4j.theme;

import java.util.Set;

/** What people write into a comment field when they have no comment. */
final class EmptyAnswers {

  private static final int LONGEST = 40;

  /** Folded, one space between words. */
  private static final Set<String> ANSWERS = Set.of(
      "n a",
      "na",
      "nil",
      "no",
      "none",
      "none at all",
      "non applicable",
      "not applicable",
      "nope",
      "nothing",
      "nothing to add",
      "nothing to say",
      "nothing else",
      "no comment",
      "no comments",
      "no further comments",
      "no other comments",
      "no remarks",
      "null",
      "no feedback",
      "nc",
      "n c",
      "x",
      "xx",
      "xxx",
      "ras",
      "r a s",
      "rien a signaler",
      "rien",
      "rien a ajouter",
      "rien a dire",
      "neant",
      "non",
      "aucun",
      "aucune",
      "aucun commentaire",
      "aucune remarque",
      "sans objet",
      "s o",
      "so",
      "sans commentaire",
      "sans",
      "pas de commentaire",
      "pas de commentaires",
      "pas de remarque",
      "pas de remarques",
      "sans avis",
      "sans reponse",
      "rien de special",
      "rien de particulier",
      "nothing special",
      "no answer");

  private EmptyAnswers() {}

  static boolean has(String text) {
    StringBuilder folded = new StringBuilder();
    boolean isApart = false;
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int codePoint = text.codePointAt(at);
      next = at + Character.charCount(codePoint);
      if (Emoji.is(codePoint) || Emoji.typedLength(text, at, text.length()) > 0) {
        return false;
      }
      String letters = Folding.of(codePoint);
      if (!letters.isEmpty()) {
        if (isApart && folded.length() > 0) {
          folded.append(' ');
        }
        isApart = false;
        folded.append(letters);
        if (folded.length() > LONGEST) {
          return false;
        }
      } else if (!Folding.isMark(codePoint)) {
        isApart = true;
      }
    }
    return folded.length() == 0 || ANSWERS.contains(folded.toString());
  }
}
