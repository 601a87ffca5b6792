package io.github.feedback4j.survey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What an attribute of a touchpoint may be: a text, a number, a yes or no, an instant, or texts.
 *
 * @since 0.1
 */
public sealed interface AttributeValue {

  /** The greatest length of a text, in UTF-16 units. */
  int MAX_TEXT = 500;

  /** The greatest number of texts in a list. */
  int MAX_TEXTS = 50;

  /** Returns what a person would call this type, with its article, such as {@code a number}. */
  String kind();

  /**
   * A text.
   *
   * @param text at most {@value AttributeValue#MAX_TEXT} characters
   */
  record Text(String text) implements AttributeValue {
    /** Checks the length. */
    public Text {
      requireShort(text);
    }

    @Override
    public String kind() {
      return "a text";
    }
  }

  /**
   * A number; numbers are equal when their values are, so 3, 3L and 3.00 are the same.
   *
   * @param number without trailing zeros
   */
  record Numeric(BigDecimal number) implements AttributeValue {
    /** Normalises the number so that equal values are equal records. */
    public Numeric {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      if (Math.abs((long) number.scale()) > 400 || number.precision() > 400) {
        throw new IllegalArgumentException("number must have at most 400 digits");
      }
    }

    /**
     * Returns a number value.
     *
     * @throws IllegalArgumentException if {@code number} is infinite or not a number
     */
    public static Numeric of(Number number) {
      if (number instanceof Double || number instanceof Float) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
          throw new IllegalArgumentException("number must be finite, but was " + value);
        }
      }
      return new Numeric(new BigDecimal(number.toString()));
    }

    @Override
    public String kind() {
      return "a number";
    }
  }

  /**
   * A yes or no.
   *
   * @param value the truth
   */
  record Bool(boolean value) implements AttributeValue {
    @Override
    public String kind() {
      return "true or false";
    }
  }

  /**
   * A point in time.
   *
   * @param instant the time
   */
  record Time(Instant instant) implements AttributeValue {
    @Override
    public String kind() {
      return "a point in time";
    }
  }

  /**
   * Several texts, such as labels.
   *
   * @param texts at most {@value AttributeValue#MAX_TEXTS}
   */
  record Texts(List<String> texts) implements AttributeValue {
    /** Copies and checks the texts. */
    public Texts {
      texts = List.copyOf(texts);
      if (texts.size() > MAX_TEXTS) {
        throw new IllegalArgumentException(
            "a list must have at most " + MAX_TEXTS + " texts, but has " + texts.size());
      }
      texts.forEach(AttributeValue::requireShort);
    }

    @Override
    public String kind() {
      return "a list of texts";
    }
  }

  private static void requireShort(String text) {
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "text must have at most " + MAX_TEXT + " characters, but has " + text.length());
    }
  }
}
