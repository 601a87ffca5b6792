package io.github.feedback4j.theme;

/**
 * One place of a comment that speaks of a theme.
 *
 * @param theme the id of the theme
 * @param start where the place starts in the original text, in UTF-16 units, 0 or more
 * @param end where it ends, exclusive, more than {@code start}
 * @param polarity whether the comment speaks well or badly of the theme there
 * @param phrase the phrase as the pack lists it, which may be spelled otherwise in the text
 * @since 0.1
 */
public record Mention(String theme, int start, int end, Polarity polarity, String phrase) {

  /**
   * Checks the theme's id, the bounds and the phrase.
   *
   * @throws IllegalArgumentException if the id has other characters than a theme's, the place is
   *     empty or starts before the text, or the phrase is blank
   */
  public Mention {
    Labels.requireId("theme", theme);
    if (start < 0) {
      throw new IllegalArgumentException("start must be 0 or more, but was " + start);
    }
    if (end <= start) {
      throw new IllegalArgumentException(
          "end must be more than start (%d), but was %d".formatted(start, end));
    }
    if (phrase.isBlank()) {
      throw new IllegalArgumentException("phrase must not be blank");
    }
  }
}
