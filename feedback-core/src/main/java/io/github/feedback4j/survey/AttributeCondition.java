package io.github.feedback4j.survey;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one attribute, without others nested in it; made with the factories of {@link
 * Condition}.
 *
 * @since 0.1
 */
public sealed interface AttributeCondition extends Condition {

  /** Returns the name of the attribute. */
  String attribute();

  /** Returns what the attribute must be for this condition to be known, such as {@code a number}. */
  String needed();

  /**
   * Returns the truth of this condition for one value.
   *
   * @param actual the value of the {@link #attribute}, or null if there is none
   */
  Truth holds(@Nullable AttributeValue actual);

  @Override
  default Truth evaluate(Attributes attributes) {
    return holds(attributes.get(attribute()));
  }

  @Override
  default @Nullable Unknown unknown(Attributes attributes) {
    if (evaluate(attributes) != Truth.UNKNOWN) {
      return null;
    }
    AttributeValue actual = attributes.get(attribute());
    return new Unknown(attribute(), needed(), actual == null ? null : actual.kind());
  }

  /**
   * An attribute against one value.
   *
   * @param attribute the attribute's name
   * @param operator how the two are compared
   * @param value of a type that the operator knows
   */
  record Comparison(String attribute, ConditionOperator operator, AttributeValue value)
      implements AttributeCondition {

    /** Checks that the operator knows the type of the value. */
    public Comparison {
      Ids.requireName("attribute", attribute);
      operator.requireValue(attribute, value);
      requireWritable(attribute, value);
    }

    @Override
    public Truth holds(@Nullable AttributeValue actual) {
      return actual == null ? Truth.UNKNOWN : operator.compare(actual, value);
    }

    @Override
    public String needed() {
      return operator.needed(value);
    }
  }

  /** An attribute against several values of one type. Immutable. */
  final class Membership implements AttributeCondition {

    private final String attribute;
    private final boolean inside;
    private final Set<AttributeValue> values;
    private final AttributeValue first;

    /**
     * Creates a condition on one attribute.
     *
     * @param attribute the attribute's name
     * @param values 1 to {@value Condition#MAX_WIDTH} texts, or as many numbers; each counts once,
     *     and their order does not matter
     * @param inside whether the attribute is to be one of them, or none
     */
    public Membership(
        String attribute, Collection<? extends AttributeValue> values, boolean inside) {
      this.attribute = Ids.requireName("attribute", attribute);
      this.inside = inside;
      // Set.copyOf would shuffle them, and files keep the order in which they were written.
      this.values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
      ConditionBounds.requireWidth(inside ? "in" : "notIn", this.values.size());
      this.first = this.values.iterator().next();
      boolean oneType = values.stream().allMatch(each -> each.getClass() == first.getClass());
      if (!oneType
          || !(first instanceof AttributeValue.Text || first instanceof AttributeValue.Numeric)) {
        throw new IllegalArgumentException("condition on '%s': %s needs only texts or only numbers"
            .formatted(attribute, inside ? "in" : "notIn"));
      }
      values.forEach(each -> requireWritable(attribute, each));
    }

    @Override
    public String attribute() {
      return attribute;
    }

    /** Returns the values, each once. */
    public Set<AttributeValue> values() {
      return values;
    }

    /** Returns whether the attribute is to be one of the values, or none. */
    public boolean inside() {
      return inside;
    }

    @Override
    public Truth holds(@Nullable AttributeValue actual) {
      return actual == null || actual.getClass() != first.getClass()
          ? Truth.UNKNOWN
          : Truth.of(values.contains(actual) == inside);
    }

    @Override
    public String needed() {
      return first.kind();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Membership that
          && attribute.equals(that.attribute)
          && inside == that.inside
          && values.equals(that.values);
    }

    @Override
    public int hashCode() {
      return Objects.hash(attribute, values, inside);
    }

    @Override
    public String toString() {
      return definition();
    }
  }

  /**
   * An attribute between two values, both included.
   *
   * @param attribute the attribute's name
   * @param low a number or a point in time
   * @param high of the same type, not less than {@code low}
   */
  record Range(String attribute, AttributeValue low, AttributeValue high)
      implements AttributeCondition {

    /** Checks the types and the order of the two. */
    public Range {
      Ids.requireName("attribute", attribute);
      if (low.getClass() != high.getClass()
          || !(low instanceof AttributeValue.Numeric || low instanceof AttributeValue.Time)) {
        throw new IllegalArgumentException(
            "condition on '%s': between needs two numbers or two points in time"
                .formatted(attribute));
      }
      if (!isOrdered(low, high)) {
        throw new IllegalArgumentException(
            "condition on '%s': between needs the lesser value first".formatted(attribute));
      }
    }

    @Override
    public Truth holds(@Nullable AttributeValue actual) {
      if (actual == null || actual.getClass() != low.getClass()) {
        return Truth.UNKNOWN;
      }
      return Truth.of(isOrdered(low, actual) && isOrdered(actual, high));
    }

    @Override
    public String needed() {
      return low.kind();
    }

    private static boolean isOrdered(AttributeValue one, AttributeValue other) {
      if (one instanceof AttributeValue.Time earlier
          && other instanceof AttributeValue.Time later) {
        return !earlier.instant().isAfter(later.instant());
      }
      return one instanceof AttributeValue.Numeric less
          && other instanceof AttributeValue.Numeric more
          && less.number().compareTo(more.number()) <= 0;
    }
  }

  /**
   * Whether there is such an attribute.
   *
   * @param attribute the attribute's name
   * @param present whether there is to be one, or none
   */
  record Presence(String attribute, boolean present) implements AttributeCondition {

    /** Checks the name. */
    public Presence {
      Ids.requireName("attribute", attribute);
    }

    @Override
    public Truth holds(@Nullable AttributeValue actual) {
      return Truth.of((actual != null) == present);
    }

    @Override
    public String needed() {
      return "of any type";
    }
  }

  private static void requireWritable(String attribute, AttributeValue value) {
    if (value instanceof AttributeValue.Text text) {
      LocalizedText.requireWholeCharacters("condition on '" + attribute + "'", text.text());
    }
  }
}
