package io.github.feedback4j.theme;

/**
 * What a whole comment says of one theme.
 *
 * @since 0.1
 */
public enum Stance {
  /** Only praise. */
  POSITIVE,
  /** Only complaints. */
  NEGATIVE,
  /** Praise and complaints. */
  MIXED,
  /** The theme is only named. */
  NEUTRAL;

  /** Returns what the comment says when it says this as well. */
  Stance and(Polarity polarity) {
    return switch (polarity) {
      case NEUTRAL -> this;
      case POSITIVE -> this == NEGATIVE || this == MIXED ? MIXED : POSITIVE;
      case NEGATIVE -> this == POSITIVE || this == MIXED ? MIXED : NEGATIVE;
    };
  }
}
