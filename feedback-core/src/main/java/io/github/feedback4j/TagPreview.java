package io.github.feedback4j;

import io.github.feedback4j.RetagReport.Change;
import io.github.feedback4j.theme.Tag;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What another pack would change in the tags of comments.
 *
 * @param fromPack the pack that tags now, such as {@code it-service:3:ab12cd34}
 * @param toPack the pack that would
 * @param comments how many responses with a comment were tried
 * @param changed how many of them would speak of other themes, or say something else of them
 * @param themes what would be gained and lost, by theme; only themes that would
 * @since 0.1
 */
public record TagPreview(
    String fromPack, String toPack, int comments, int changed, SortedMap<String, Effect> themes) {

  /** The greatest number of examples of what a theme gains, and as many of what it loses and changes. */
  public static final int MAX_EXAMPLES = 5;

  /** Copies the themes. */
  public TagPreview {
    themes = Collections.unmodifiableSortedMap(new TreeMap<>(themes));
  }

  /**
   * What would become of one theme.
   *
   * @param change in how many responses
   * @param gained the newest that would gain it
   * @param lost the newest that would lose it
   * @param restated the newest that would say something else of it
   */
  public record Effect(
      Change change, List<Example> gained, List<Example> lost, List<Example> restated) {

    /** Copies the examples. */
    public Effect {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
      restated = List.copyOf(restated);
    }
  }

  /**
   * A text with what both packs say of one theme there.
   *
   * @param response the id of the response
   * @param question the id of the question that the text answers
   * @param text the redacted text
   * @param before the tags of the theme now
   * @param after those that there would be
   */
  public record Example(
      UUID response, String question, String text, List<Tag> before, List<Tag> after) {

    /** Copies the tags. */
    public Example {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    /** Returns the response and the question, not the words. */
    @Override
    public String toString() {
      return "Example[" + response + ", " + question + "]";
    }
  }
}
