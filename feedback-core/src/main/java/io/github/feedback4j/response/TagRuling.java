package io.github.feedback4j.response;

import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tag.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of one theme of one text, whatever a pack finds there.
 *
 * @param question the id of the question that the text answers
 * @param theme the id of the theme, 1 to 64 lower-case letters, digits and dashes
 * @param polarity how the text speaks of it, or null if it does not
 * @param place where it does, in UTF-16 units of the kept text; null for where the pack finds it, else for
 *     the whole text
 * @since 0.1
 */
public record TagRuling(
    String question,
    String theme,
    @Nullable Polarity polarity,
    @Nullable Span place) {

  /**
   * Checks the theme.
   *
   * @throws IllegalArgumentException if the id has other characters than a theme's, or a place is given
   *     where nothing is
   */
  public TagRuling {
    if (!theme.matches("[a-z0-9-]{1,64}")) {
      throw new IllegalArgumentException("theme must match [a-z0-9-]{1,64}, but was '%s'"
          .formatted(theme.length() <= 80 ? theme : theme.substring(0, 80) + "…"));
    }
    if (polarity == null && place != null) {
      throw new IllegalArgumentException(
          "place must be null where the theme is not spoken of; it is taken away everywhere");
    }
  }

  /** Returns that the text speaks of a theme, and how. */
  public static TagRuling is(String question, String theme, Polarity polarity) {
    return new TagRuling(question, theme, polarity, null);
  }

  /** Returns that the text does not speak of a theme. */
  public static TagRuling isNot(String question, String theme) {
    return new TagRuling(question, theme, null, null);
  }

  /** Returns this ruling with the place that it is about, in UTF-16 units, the end exclusive. */
  public TagRuling at(int start, int end) {
    return new TagRuling(question, theme, polarity, new Span(start, end));
  }

  /** Returns whether this takes the place of another ruling. */
  boolean isAboutTheSameAs(TagRuling other) {
    return question.equals(other.question) && theme.equals(other.theme);
  }
}
