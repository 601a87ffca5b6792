package io.github.feedback4j.survey;

import java.time.Instant;

/**
 * How an attribute is compared with one value.
 *
 * @since 0.1
 */
public enum ConditionOperator {
  /** Equal, for texts, numbers and yes or no. */
  EQ("eq"),
  /** Not equal, for texts, numbers and yes or no. */
  NE("ne"),
  /** Less than, for numbers. */
  LT("lt"),
  /** Less than or equal, for numbers. */
  LE("le"),
  /** Greater than, for numbers. */
  GT("gt"),
  /** Greater than or equal, for numbers. */
  GE("ge"),
  /** Has this text in it: a text anywhere, a list of texts as one of its entries. */
  CONTAINS("contains"),
  /** Begins with this text. */
  STARTS_WITH("startsWith"),
  /** Ends with this text. */
  ENDS_WITH("endsWith"),
  /** Earlier than this point in time. */
  BEFORE("before"),
  /** Later than this point in time. */
  AFTER("after");

  private final String word;

  ConditionOperator(String word) {
    this.word = word;
  }

  /** Returns the word of survey files. */
  public String word() {
    return word;
  }

  /** Checks that this operator compares with a value of this type. */
  void requireValue(String attribute, AttributeValue value) {
    boolean fits = switch (this) {
      case EQ, NE ->
        value instanceof AttributeValue.Text
            || value instanceof AttributeValue.Numeric
            || value instanceof AttributeValue.Bool;
      case LT, LE, GT, GE -> value instanceof AttributeValue.Numeric;
      // Every text contains the empty one, so it can only be a slip.
      case CONTAINS, STARTS_WITH, ENDS_WITH ->
        value instanceof AttributeValue.Text text && !text.text().isEmpty();
      case BEFORE, AFTER -> value instanceof AttributeValue.Time;
    };
    if (!fits) {
      throw new IllegalArgumentException("condition on '%s': %s needs %s"
          .formatted(
              attribute,
              word,
              switch (this) {
                case EQ, NE -> "a text, a number, true or false";
                case LT, LE, GT, GE -> "a number";
                case CONTAINS, STARTS_WITH, ENDS_WITH -> "a text that is not empty";
                case BEFORE, AFTER -> "a point in time";
              }));
    }
  }

  /** Returns what an attribute must be to be compared with this value, as words. */
  String needed(AttributeValue value) {
    return this == CONTAINS ? "a text or a list of texts" : value.kind();
  }

  /** Compares; unknown if {@code actual} is of a type that cannot be compared with {@code value}. */
  Truth compare(AttributeValue actual, AttributeValue value) {
    return switch (this) {
      case EQ -> equal(actual, value);
      case NE -> equal(actual, value).not();
      case LT, LE, GT, GE -> order(actual, value);
      case CONTAINS, STARTS_WITH, ENDS_WITH -> look(actual, value);
      case BEFORE, AFTER -> time(actual, value);
    };
  }

  private static Truth equal(AttributeValue actual, AttributeValue value) {
    return actual.getClass() == value.getClass() ? Truth.of(actual.equals(value)) : Truth.UNKNOWN;
  }

  private Truth order(AttributeValue actual, AttributeValue value) {
    if (!(actual instanceof AttributeValue.Numeric left)
        || !(value instanceof AttributeValue.Numeric right)) {
      return Truth.UNKNOWN;
    }
    int order = left.number().compareTo(right.number());
    return Truth.of(
        switch (this) {
          case LT -> order < 0;
          case LE -> order <= 0;
          case GT -> order > 0;
          default -> order >= 0;
        });
  }

  private Truth look(AttributeValue actual, AttributeValue value) {
    if (!(value instanceof AttributeValue.Text wanted)) {
      return Truth.UNKNOWN;
    }
    if (this == CONTAINS && actual instanceof AttributeValue.Texts list) {
      return Truth.of(list.texts().contains(wanted.text()));
    }
    if (!(actual instanceof AttributeValue.Text text)) {
      return Truth.UNKNOWN;
    }
    return Truth.of(
        switch (this) {
          case CONTAINS -> text.text().contains(wanted.text());
          case STARTS_WITH -> text.text().startsWith(wanted.text());
          default -> text.text().endsWith(wanted.text());
        });
  }

  private Truth time(AttributeValue actual, AttributeValue value) {
    if (!(actual instanceof AttributeValue.Time left)
        || !(value instanceof AttributeValue.Time right)) {
      return Truth.UNKNOWN;
    }
    Instant instant = left.instant();
    return Truth.of(
        this == BEFORE ? instant.isBefore(right.instant()) : instant.isAfter(right.instant()));
  }
}
