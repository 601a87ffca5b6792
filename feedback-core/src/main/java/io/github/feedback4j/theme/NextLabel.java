package io.github.feedback4j.theme;

import java.util.List;

/**
 * A comment that is worth a person's look, and why.
 *
 * @param comment the comment, as it was handed in
 * @param reason what its labels would help with
 * @param themes the ids of the themes in question, in alphabetical order; none if it is untagged
 * @param items the items in question, as texts of rules; none unless it is in conflict
 * @since 0.1
 */
public record NextLabel(
    LabelledComment comment, Reason reason, List<String> themes, List<String> items) {

  /** Copies the lists. */
  public NextLabel {
    themes = List.copyOf(themes);
    items = List.copyOf(items);
  }

  /** What a label would help with. */
  public enum Reason {
    /** The pack finds a theme that is known to be absent: an item, or the label, is wrong. */
    FOUND_BUT_ABSENT,
    /** The pack does not find a theme that was ticked: an item is missing, or the tick means more. */
    TICKED_BUT_NOT_FOUND,
    /** Items praise and blame the same theme. */
    PRAISE_AND_BLAME,
    /** A theme rests on items alone that were wrong more often than not. */
    WEAK_ITEM,
    /** It may be about a theme that few labelled comments are about. */
    RARE_THEME,
    /** The pack finds nothing in it, and others say the like. */
    UNTAGGED
  }
}
