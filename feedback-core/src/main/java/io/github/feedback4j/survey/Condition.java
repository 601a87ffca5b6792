package io.github.feedback4j.survey;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question about attributes that is answered true, false or unknown.
 *
 * <p>Conditions are data: they are compared, written to survey files and read back. What they compare
 * with is parsed once, when they are made; evaluating one does no I/O, never throws, and allocates
 * nothing unless it compares numbers of more than 18 digits. A missing attribute and a value of
 * another type are unknown, also under {@code ne}, {@code notIn} and {@code not}; only {@code
 * present} and {@code absent} are always known.
 *
 * @since 0.1
 */
public sealed interface Condition
    permits AttributeCondition, Condition.All, Condition.Any, Condition.Not {

  /** How deep conditions may be nested. */
  int MAX_DEPTH = 8;

  /** The greatest number of conditions in one {@code all} or {@code any}, and of values in one {@code in}. */
  int MAX_WIDTH = 100;

  /** Returns the truth of this condition for {@code attributes}. */
  Truth evaluate(Attributes attributes);

  /**
   * Returns what left this condition {@linkplain Truth#UNKNOWN unknown}, or null if it is known; of
   * several causes the first.
   */
  @Nullable
  Unknown unknown(Attributes attributes);

  /** Returns the attribute that left this condition unknown, or null if it is known. */
  default @Nullable String unknownAttribute(Attributes attributes) {
    Unknown unknown = unknown(attributes);
    return unknown == null ? null : unknown.attribute();
  }

  /** Returns this condition as a survey file writes it, such as {@code {attribute: vip, eq: true}}. */
  default String definition() {
    return ConditionFormat.flow(ConditionFormat.write(this));
  }

  /** Returns how many levels of conditions are nested here, at least 1. */
  default int depth() {
    return 1;
  }

  /**
   * Why a condition is unknown.
   *
   * @param attribute the attribute's name
   * @param needed what it would have to be, such as {@code a number}
   * @param found what it is instead, such as {@code a text}; null if there is none
   */
  record Unknown(String attribute, String needed, @Nullable String found) {}

  /** Returns a condition that holds when the attribute is this text, to the letter. */
  static Condition eq(String attribute, String value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.EQ, new AttributeValue.Text(value));
  }

  /** Returns a condition that holds when the attribute is this number. */
  static Condition eq(String attribute, Number value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.EQ, AttributeValue.Numeric.of(value));
  }

  /** Returns a condition that holds when the attribute is this yes or no. */
  static Condition eq(String attribute, boolean value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.EQ, new AttributeValue.Bool(value));
  }

  /** Returns a condition that holds when the attribute is another text. */
  static Condition ne(String attribute, String value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.NE, new AttributeValue.Text(value));
  }

  /** Returns a condition that holds when the attribute is another number. */
  static Condition ne(String attribute, Number value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.NE, AttributeValue.Numeric.of(value));
  }

  /** Returns a condition that holds when the attribute is the other of yes and no. */
  static Condition ne(String attribute, boolean value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.NE, new AttributeValue.Bool(value));
  }

  /** Returns a condition that holds when the attribute is a number less than {@code value}. */
  static Condition lt(String attribute, Number value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.LT, AttributeValue.Numeric.of(value));
  }

  /** Returns a condition that holds when the attribute is a number of at most {@code value}. */
  static Condition le(String attribute, Number value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.LE, AttributeValue.Numeric.of(value));
  }

  /** Returns a condition that holds when the attribute is a number greater than {@code value}. */
  static Condition gt(String attribute, Number value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.GT, AttributeValue.Numeric.of(value));
  }

  /** Returns a condition that holds when the attribute is a number of at least {@code value}. */
  static Condition ge(String attribute, Number value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.GE, AttributeValue.Numeric.of(value));
  }

  /** Returns a condition that holds when the attribute is a number from {@code low} to {@code high}. */
  static Condition between(String attribute, Number low, Number high) {
    return new AttributeCondition.Range(
        attribute, AttributeValue.Numeric.of(low), AttributeValue.Numeric.of(high));
  }

  /** Returns a condition that holds when the attribute is a time from {@code low} to {@code high}. */
  static Condition between(String attribute, Instant low, Instant high) {
    return new AttributeCondition.Range(
        attribute, new AttributeValue.Time(low), new AttributeValue.Time(high));
  }

  /** Returns a condition that holds when the attribute is a time before this one. */
  static Condition before(String attribute, Instant value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.BEFORE, new AttributeValue.Time(value));
  }

  /** Returns a condition that holds when the attribute is a time after this one. */
  static Condition after(String attribute, Instant value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.AFTER, new AttributeValue.Time(value));
  }

  /**
   * Returns a condition that holds when the attribute is a text with this one in it, or a list that
   * has this text as an entry; to the letter.
   */
  static Condition contains(String attribute, String value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.CONTAINS, new AttributeValue.Text(value));
  }

  /** Returns a condition that holds when the attribute is a text that begins with this one. */
  static Condition startsWith(String attribute, String value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.STARTS_WITH, new AttributeValue.Text(value));
  }

  /** Returns a condition that holds when the attribute is a text that ends with this one. */
  static Condition endsWith(String attribute, String value) {
    return new AttributeCondition.Comparison(
        attribute, ConditionOperator.ENDS_WITH, new AttributeValue.Text(value));
  }

  /** Returns a condition that holds when the attribute is one of these texts. */
  static Condition in(String attribute, String... values) {
    return new AttributeCondition.Membership(attribute, texts(values), true);
  }

  /** Returns a condition that holds when the attribute is one of these numbers. */
  static Condition in(String attribute, Number... values) {
    return new AttributeCondition.Membership(attribute, numbers(values), true);
  }

  /** Returns a condition that holds when the attribute is a text, but none of these. */
  static Condition notIn(String attribute, String... values) {
    return new AttributeCondition.Membership(attribute, texts(values), false);
  }

  /** Returns a condition that holds when the attribute is a number, but none of these. */
  static Condition notIn(String attribute, Number... values) {
    return new AttributeCondition.Membership(attribute, numbers(values), false);
  }

  /** Returns a condition that holds when there is such an attribute, of whatever type. */
  static Condition present(String attribute) {
    return new AttributeCondition.Presence(attribute, true);
  }

  /** Returns a condition that holds when there is no such attribute. */
  static Condition absent(String attribute) {
    return new AttributeCondition.Presence(attribute, false);
  }

  /** Returns a condition that holds when all of these do. */
  static Condition all(Condition... conditions) {
    return new All(List.of(conditions));
  }

  /** Returns a condition that holds when at least one of these does. */
  static Condition any(Condition... conditions) {
    return new Any(List.of(conditions));
  }

  /** Returns a condition that holds when this one is known not to. */
  static Condition not(Condition condition) {
    return new Not(condition);
  }

  /**
   * Holds when every condition holds.
   *
   * @param conditions 1 to {@value Condition#MAX_WIDTH}
   */
  record All(List<Condition> conditions) implements Condition {

    /** Copies and checks the conditions. */
    public All {
      conditions = requireNested("all", conditions);
    }

    @Override
    public Truth evaluate(Attributes attributes) {
      Truth truth = Truth.TRUE;
      for (int i = 0; i < conditions.size() && truth != Truth.FALSE; i++) {
        truth = truth.and(conditions.get(i).evaluate(attributes));
      }
      return truth;
    }

    @Override
    public @Nullable Unknown unknown(Attributes attributes) {
      return evaluate(attributes) == Truth.UNKNOWN ? firstUnknown(conditions, attributes) : null;
    }

    @Override
    public int depth() {
      return depthOf(conditions);
    }
  }

  /**
   * Holds when at least one condition holds.
   *
   * @param conditions 1 to {@value Condition#MAX_WIDTH}
   */
  record Any(List<Condition> conditions) implements Condition {

    /** Copies and checks the conditions. */
    public Any {
      conditions = requireNested("any", conditions);
    }

    @Override
    public Truth evaluate(Attributes attributes) {
      Truth truth = Truth.FALSE;
      for (int i = 0; i < conditions.size() && truth != Truth.TRUE; i++) {
        truth = truth.or(conditions.get(i).evaluate(attributes));
      }
      return truth;
    }

    @Override
    public @Nullable Unknown unknown(Attributes attributes) {
      return evaluate(attributes) == Truth.UNKNOWN ? firstUnknown(conditions, attributes) : null;
    }

    @Override
    public int depth() {
      return depthOf(conditions);
    }
  }

  /**
   * Holds when the condition is known not to hold.
   *
   * @param condition the condition to turn round
   */
  record Not(Condition condition) implements Condition {

    /** Checks the depth. */
    public Not {
      requireNested("not", List.of(condition));
    }

    @Override
    public Truth evaluate(Attributes attributes) {
      return condition.evaluate(attributes).not();
    }

    @Override
    public @Nullable Unknown unknown(Attributes attributes) {
      return condition.unknown(attributes);
    }

    @Override
    public int depth() {
      return 1 + condition.depth();
    }
  }

  private static int depthOf(List<Condition> conditions) {
    return 1 + conditions.stream().mapToInt(Condition::depth).max().orElse(0);
  }

  private static @Nullable Unknown firstUnknown(List<Condition> conditions, Attributes attributes) {
    for (Condition each : conditions) {
      Unknown unknown = each.unknown(attributes);
      if (unknown != null) {
        return unknown;
      }
    }
    return null;
  }

  private static Set<AttributeValue> texts(String... values) {
    return Arrays.stream(values)
        .map(AttributeValue.Text::new)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<AttributeValue> numbers(Number... values) {
    return Arrays.stream(values)
        .map(AttributeValue.Numeric::of)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Condition> requireNested(String word, List<Condition> conditions) {
    ConditionBounds.requireWidth(word, conditions.size());
    if (depthOf(conditions) > MAX_DEPTH) {
      throw new IllegalArgumentException("conditions must be nested at most " + MAX_DEPTH
          + " deep; join levels of 'all' or 'any'");
    }
    return List.copyOf(conditions);
  }
}
