package io.github.feedback4j.theme;

import java.util.List;

/**
 * The new and growing themes of some comments.
 *
 * @param packId which pack does or does not know them
 * @param recent how many recent comments were looked at, without empty answers
 * @param earlier how many earlier comments they were compared with
 * @param untagged in how many recent comments the pack finds nothing
 * @param leftOut how many older comments were left out, since there were more than {@link
 *     ThemeTuner#MAX_COMMENTS}
 * @param themes what was found, the clearest first
 * @param isWhole whether every n-gram was counted; if not, there were more than a million, and those
 *     that only older comments have were left out
 * @since 0.1
 */
public record Discovery(
    String packId,
    int recent,
    int earlier,
    int untagged,
    int leftOut,
    List<NewTheme> themes,
    boolean isWhole) {

  /** Copies the list. */
  public Discovery {
    themes = List.copyOf(themes);
  }
}
