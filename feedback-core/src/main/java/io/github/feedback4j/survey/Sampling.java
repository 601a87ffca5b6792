package io.github.feedback4j.survey;

import org.jspecify.annotations.Nullable;

/**
 * Which share of the possible askings takes place.
 *
 * <p>Sampling is deterministic: the same unit is always in or always out, on every node and after
 * every restart, and a higher rate only ever adds units. The draw depends on the salt, which is the
 * survey's key unless set, so two surveys sample independently of each other.
 *
 * @since 0.1
 */
public sealed interface Sampling {

  /** Returns the probability with which a unit is in, 0 to 1. */
  double rate();

  /** Returns what the draw depends on beside the unit, or null for the survey's key. */
  @Nullable
  String salt();

  /** Returns this sampling with another salt, such as the old key of a renamed survey. */
  Sampling withSalt(String salt);

  /** Returns a sampling that keeps everybody. */
  static Sampling everybody() {
    return people(1);
  }

  /**
   * Returns a sampling that keeps this share of the people, always the same ones.
   *
   * @throws IllegalArgumentException if {@code rate} is not between 0 and 1
   */
  static Sampling people(double rate) {
    return new People(rate, null);
  }

  /**
   * Returns a sampling that keeps this share of the touchpoints: a person is asked about some of
   * their tickets, and about the same ticket always or never.
   *
   * @throws IllegalArgumentException if {@code rate} is not between 0 and 1
   */
  static Sampling touchpoints(double rate) {
    return new Touchpoints(rate, null);
  }

  /**
   * Draws people.
   *
   * @param rate the share that is asked, 0 to 1
   * @param salt what the draw depends on, or null for the survey's key
   */
  record People(double rate, @Nullable String salt) implements Sampling {

    /** Checks the rate and the salt. */
    public People {
      rate = requireRate(rate);
      requireSalt(salt);
    }

    @Override
    public Sampling withSalt(String salt) {
      return new People(rate, salt);
    }
  }

  /**
   * Draws (respondent, subject, resolution).
   *
   * @param rate the share that is asked, 0 to 1
   * @param salt what the draw depends on, or null for the survey's key
   */
  record Touchpoints(double rate, @Nullable String salt) implements Sampling {

    /** Checks the rate and the salt. */
    public Touchpoints {
      rate = requireRate(rate);
      requireSalt(salt);
    }

    @Override
    public Sampling withSalt(String salt) {
      return new Touchpoints(rate, salt);
    }
  }

  private static double requireRate(double rate) {
    // Written so that NaN fails too.
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate must be between 0 and 1, but was " + rate);
    }
    // −0.0 becomes 0.0, or a survey would not equal its copy read from a file.
    return rate + 0.0;
  }

  private static void requireSalt(@Nullable String salt) {
    if (salt != null) {
      Ids.requireName("salt", salt);
    }
  }
}
