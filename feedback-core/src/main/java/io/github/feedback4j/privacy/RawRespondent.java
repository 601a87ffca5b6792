package io.github.feedback4j.privacy;

/** The rule for the respondent id that an application hands in. */
final class RawRespondent {

  private RawRespondent() {}

  /** Returns the id unchanged, or throws if there is nothing in it. */
  static String requireNotBlank(String rawRespondent) {
    if (rawRespondent.isBlank()) {
      throw new IllegalArgumentException("respondent must not be blank");
    }
    return rawRespondent;
  }
}
