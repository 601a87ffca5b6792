package io.github.feedback4j.survey;

/**
 * The outcome of a condition in Kleene's three-valued logic (Kleene 1952).
 *
 * <p>{@code UNKNOWN} means that an attribute is missing or has another type than the condition
 * compares it with. An audience that is unknown is not asked.
 *
 * @since 0.1
 */
public enum Truth {
  /** The condition does not hold. */
  FALSE,
  /** The attributes do not tell. */
  UNKNOWN,
  /** The condition holds. */
  TRUE;

  /** Returns the truth of a plain boolean. */
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Returns the lesser of the two, with false less than unknown less than true. */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Returns the greater of the two, with false less than unknown less than true. */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Returns the opposite; the opposite of unknown is unknown. */
  public Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }
}
