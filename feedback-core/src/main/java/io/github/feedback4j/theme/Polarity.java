package io.github.feedback4j.theme;

/**
 * Whether a mention speaks well or badly of its theme.
 *
 * @since 0.1
 */
public enum Polarity {
  /** The mention praises: "very stable". */
  POSITIVE,
  /** The mention complains: "kept dropping". */
  NEGATIVE,
  /** The mention only names the theme: "VPN". */
  NEUTRAL
}
