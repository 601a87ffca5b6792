package io.github.feedback4j.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question about attributes that is answered true, false or unknown.
 *
 * <p>Conditions are data: they are compared, written to survey files and read back. Evaluating one
 * allocates nothing, does no I/O and never throws. A missing attribute and a value of another type
 * are unknown, also under {@code ne} and {@code not}; only {@code present} is always known.
 *
 * @since 0.1
 */
public sealed interface Condition {

  /** How deep conditions may be nested. */
  int MAX_DEPTH = 8;

  /** The greatest number of conditions in one {@code all} or {@code any}, and of values in one {@code in}. */
  int MAX_WIDTH = 100;

  /** Returns the truth of this condition for {@code attributes}. */
  Truth evaluate(Attributes attributes);

  /**
   * Returns the attribute that left this condition {@linkplain Truth#UNKNOWN unknown}, or null if it
   * is known.
   */
  @Nullable
  String unknownAttribute(Attributes attributes);

  /** Returns this condition as a survey file writes it, such as {@code {attribute: vip, eq: true}}. */
  default String definition() {
    return ConditionFormat.flow(ConditionFormat.write(this));
  }

  /** Returns how many levels of conditions are nested here, at least 1. */
  default int depth() {
    return 1;
  }

  /** Returns a condition that holds when the attribute is this text, to the letter. */
  static Condition eq(String attribute, String value) {
    return new Comparison(attribute, Operator.EQ, new AttributeValue.Text(value));
  }

  /** Returns a condition that holds when the attribute is this number. */
  static Condition eq(String attribute, Number value) {
    return new Comparison(attribute, Operator.EQ, AttributeValue.Numeric.of(value));
  }

  /** Returns a condition that holds when the attribute is this yes or no. */
  static Condition eq(String attribute, boolean value) {
    return new Comparison(attribute, Operator.EQ, new AttributeValue.Bool(value));
  }

  /** Returns a condition that holds when the attribute is a number greater than {@code value}. */
  static Condition gt(String attribute, Number value) {
    return new Comparison(attribute, Operator.GT, AttributeValue.Numeric.of(value));
  }

  /** Returns a condition that holds when the attribute is one of these texts. */
  static Condition in(String attribute, String... values) {
    return new Membership(
        attribute,
        Arrays.stream(values).<AttributeValue>map(AttributeValue.Text::new).toList());
  }

  /** Returns a condition that holds when the attribute is one of these numbers. */
  static Condition in(String attribute, Number... values) {
    return new Membership(
        attribute,
        Arrays.stream(values).<AttributeValue>map(AttributeValue.Numeric::of).toList());
  }

  /** Returns a condition that holds when there is such an attribute, of whatever type. */
  static Condition present(String attribute) {
    return new Presence(attribute);
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

  /** How an attribute is compared with a value. */
  enum Operator {
    /** Equal, for texts, numbers and yes or no. */
    EQ,
    /** Greater than, for numbers. */
    GT
  }

  /**
   * An attribute against one value.
   *
   * @param attribute the attribute's name
   * @param operator how the two are compared
   * @param value a text, number or yes or no; a number with {@link Operator#GT}
   */
  record Comparison(String attribute, Operator operator, AttributeValue value)
      implements Condition {

    /** Checks that the operator knows the type of the value. */
    public Comparison {
      Ids.requireName("attribute", attribute);
      boolean fits = operator == Operator.GT
          ? value instanceof AttributeValue.Numeric
          : !(value instanceof AttributeValue.Texts || value instanceof AttributeValue.Time);
      if (!fits) {
        throw new IllegalArgumentException("condition on '%s': %s needs %s"
            .formatted(
                attribute,
                operator == Operator.GT ? "gt" : "eq",
                operator == Operator.GT ? "a number" : "a text, a number, true or false"));
      }
      requireWritable(attribute, value);
    }

    @Override
    public Truth evaluate(Attributes attributes) {
      AttributeValue actual = attributes.get(attribute);
      if (actual == null || actual.getClass() != value.getClass()) {
        return Truth.UNKNOWN;
      }
      if (actual instanceof AttributeValue.Numeric left
          && value instanceof AttributeValue.Numeric right) {
        int order = left.number().compareTo(right.number());
        return Truth.of(operator == Operator.GT ? order > 0 : order == 0);
      }
      return Truth.of(actual.equals(value));
    }

    @Override
    public @Nullable String unknownAttribute(Attributes attributes) {
      return evaluate(attributes) == Truth.UNKNOWN ? attribute : null;
    }
  }

  /**
   * An attribute against several values of one type.
   *
   * @param attribute the attribute's name
   * @param values 1 to {@value Condition#MAX_WIDTH} texts, or as many numbers
   */
  record Membership(String attribute, List<AttributeValue> values) implements Condition {

    /** Checks that the values are of one type. */
    public Membership {
      Ids.requireName("attribute", attribute);
      values = List.copyOf(values);
      requireWidth("in", values.size());
      Set<Class<?>> types = values.stream().map(Object::getClass).collect(Collectors.toSet());
      if (types.size() > 1
          || !(values.get(0) instanceof AttributeValue.Text
              || values.get(0) instanceof AttributeValue.Numeric)) {
        throw new IllegalArgumentException(
            "condition on '" + attribute + "': in needs only texts or only numbers");
      }
      values.forEach(each -> requireWritable(attribute, each));
    }

    @Override
    public Truth evaluate(Attributes attributes) {
      AttributeValue actual = attributes.get(attribute);
      if (actual == null || actual.getClass() != values.get(0).getClass()) {
        return Truth.UNKNOWN;
      }
      return Truth.of(values.contains(actual));
    }

    @Override
    public @Nullable String unknownAttribute(Attributes attributes) {
      return evaluate(attributes) == Truth.UNKNOWN ? attribute : null;
    }
  }

  /**
   * Whether there is such an attribute.
   *
   * @param attribute the attribute's name
   */
  record Presence(String attribute) implements Condition {

    /** Checks the name. */
    public Presence {
      Ids.requireName("attribute", attribute);
    }

    @Override
    public Truth evaluate(Attributes attributes) {
      return Truth.of(attributes.get(attribute) != null);
    }

    @Override
    public @Nullable String unknownAttribute(Attributes attributes) {
      return null;
    }
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
    public @Nullable String unknownAttribute(Attributes attributes) {
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
    public @Nullable String unknownAttribute(Attributes attributes) {
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
    public @Nullable String unknownAttribute(Attributes attributes) {
      return condition.unknownAttribute(attributes);
    }

    @Override
    public int depth() {
      return 1 + condition.depth();
    }
  }

  private static void requireWritable(String attribute, AttributeValue value) {
    if (value instanceof AttributeValue.Text text) {
      LocalizedText.requireWholeCharacters("condition on '" + attribute + "'", text.text());
    }
  }

  private static int depthOf(List<Condition> conditions) {
    return 1 + conditions.stream().mapToInt(Condition::depth).max().orElse(0);
  }

  private static @Nullable String firstUnknown(List<Condition> conditions, Attributes attributes) {
    for (Condition each : conditions) {
      String attribute = each.unknownAttribute(attributes);
      if (attribute != null) {
        return attribute;
      }
    }
    return null;
  }

  private static List<Condition> requireNested(String word, List<Condition> conditions) {
    requireWidth(word, conditions.size());
    if (depthOf(conditions) > MAX_DEPTH) {
      throw new IllegalArgumentException("conditions must be nested at most " + MAX_DEPTH
          + " deep; join levels of 'all' or 'any'");
    }
    return List.copyOf(conditions);
  }

  private static void requireWidth(String word, int size) {
    if (size < 1 || size > MAX_WIDTH) {
      throw new IllegalArgumentException(
          "'%s' must have 1 to %d entries, but has %d".formatted(word, MAX_WIDTH, size));
    }
  }
}
