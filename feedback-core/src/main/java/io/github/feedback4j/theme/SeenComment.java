package io.github.feedback4j.theme;

import java.util.List;

/**
 * A comment and what a pack finds in it.
 *
 * @param number a number of its own, lower for newer ones
 * @param comment what was written
 * @param isRecent whether it is of the later of two times
 * @param themes the ids of the themes, each once
 */
record SeenComment(int number, LabelledComment comment, boolean isRecent, List<String> themes) {

  boolean isUntagged() {
    return themes.isEmpty();
  }

  /** Returns who wrote it; nobody else if that is unknown. */
  String author() {
    String person = comment.person();
    return person == null ? "#" + number : "@" + person;
  }
}
