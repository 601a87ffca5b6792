package io.github.feedback4j.theme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A theme found at one place of a comment, with the evidence for it.
 *
 * @param theme the id of the theme
 * @param polarity whether the comment speaks well or badly of it there
 * @param score how clearly, from -100 to 100; its sign agrees with {@code polarity}
 * @param spans where the matched words stand in the original text: first the place, then what else
 *     the rule asked for
 * @param negation where the word stands that turned the polarity round, or null
 * @param source what made the tag
 * @since 0.1
 */
public record Tag(
    String theme,
    Polarity polarity,
    int score,
    List<Span> spans,
    @Nullable Span negation,
    Source source) {

  /**
   * Checks the bounds and copies the spans.
   *
   * @throws IllegalArgumentException if the id has other characters than a theme's, the score is out
   *     of bounds or contradicts the polarity, or there is no span
   */
  public Tag {
    Labels.requireId("theme", theme);
    if (score < -100 || score > 100) {
      throw new IllegalArgumentException("score must be between -100 and 100, but was " + score);
    }
    int sign = switch (polarity) {
      case POSITIVE -> 1;
      case NEGATIVE -> -1;
      case NEUTRAL -> 0;
    };
    if (Integer.signum(score) != sign) {
      throw new IllegalArgumentException(
          "score must have the sign of %s, but was %d".formatted(polarity, score));
    }
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("spans must not be empty");
    }
    spans = List.copyOf(spans);
  }

  /**
   * A part of a text.
   *
   * @param start in UTF-16 units, 0 or more
   * @param end exclusive, more than {@code start}
   */
  public record Span(int start, int end) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if it is empty or starts before the text
     */
    public Span {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException(
            "span must have 0 <= start < end, but was %d to %d".formatted(start, end));
      }
    }
  }

  /** Who says so. */
  public enum Origin {
    /** An item of a pack. */
    RULE,
    /** A person. */
    MANUAL,
    /** A suggestion that nobody has accepted yet. */
    CANDIDATE
  }

  /**
   * What made a tag.
   *
   * @param origin who says so
   * @param packId the pack with its version and hash, such as {@code it-service:1:ab12cd34}
   * @param engine the version of the rules' meaning, such as {@code 1}
   * @param language the language of the item
   * @param item the item as the pack lists it
   * @param rule the alternative of the item that was found
   */
  public record Source(
      Origin origin, String packId, String engine, String language, String item, String rule) {}

  /** Returns the tag of a mention that tells nothing else. */
  static Tag of(Mention mention, String packId) {
    int score = switch (mention.polarity()) {
      case POSITIVE -> 100;
      case NEGATIVE -> -100;
      case NEUTRAL -> 0;
    };
    return new Tag(
        mention.theme(),
        mention.polarity(),
        score,
        List.of(new Span(mention.start(), mention.end())),
        null,
        new Source(Origin.RULE, packId, "none", "und", mention.phrase(), mention.phrase()));
  }

  /** Returns where the theme is spoken of. */
  public Span place() {
    return spans.get(0);
  }

  /** Returns the place as a mention. */
  public Mention mention() {
    return new Mention(theme, place().start(), place().end(), polarity, source.item());
  }
}
