package io.github.feedback4j.theme;

import java.util.List;

/**
 * One change of a pack that labelled comments speak for.
 *
 * <p>The numbers are of the comments whose tags the change touches: for an item to add, those that
 * neither the pack nor the suggestions before it find; for one to remove, those that nothing else of
 * the theme finds once the removals before it are accepted. Its {@code toString} tells no comment.
 *
 * @param kind whether to add or to remove the item
 * @param item the item as its theme has it, or would have it
 * @param correct the touched comments that are about the theme
 * @param wrong the touched comments that are not about it
 * @param unknown the touched comments of which nobody knows
 * @param examples up to three of the touched comments, right ones first for an item to add and wrong
 *     ones first for one to remove, each cut after 300 characters
 * @since 0.1
 */
public record ItemSuggestion(
    Kind kind, Item item, int correct, int wrong, int unknown, List<String> examples) {

  /** What to do with an item. */
  public enum Kind {
    /** Add it to its theme. */
    ADD,
    /** Remove it from its theme. */
    REMOVE
  }

  /** Copies the examples. */
  public ItemSuggestion {
    examples = List.copyOf(examples);
  }

  /** Returns how many more labelled comments have the right tag if it is accepted. */
  public int gain() {
    return kind == Kind.ADD ? correct - wrong : wrong - correct;
  }

  /** Returns kind, theme, language, rule and numbers. */
  @Override
  public String toString() {
    return "%s %s (%s): %s, %d correct, %d wrong, %d unknown"
        .formatted(kind, item.theme(), item.language(), item.text(), correct, wrong, unknown);
  }
}
