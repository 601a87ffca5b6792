package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.ConditionOperator.AFTER;
import static io.github.feedback4j.survey.ConditionOperator.BEFORE;
import static io.github.feedback4j.survey.ConditionOperator.CONTAINS;
import static io.github.feedback4j.survey.ConditionOperator.ENDS_WITH;
import static io.github.feedback4j.survey.ConditionOperator.EQ;
import static io.github.feedback4j.survey.ConditionOperator.GE;
import static io.github.feedback4j.survey.ConditionOperator.GT;
import static io.github.feedback4j.survey.ConditionOperator.LE;
import static io.github.feedback4j.survey.ConditionOperator.LT;
import static io.github.feedback4j.survey.ConditionOperator.NE;
import static io.github.feedback4j.survey.ConditionOperator.STARTS_WITH;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Conditions of every shape, and attributes that often answer them. */
final class ConditionArbitraries {

  /** Few names and values, so that conditions and attributes meet. */
  private static final List<String> NAMES = List.of("a", "b", "c", "A.1_x-y");

  private static final AttributeValue EMPTY = new AttributeValue.Text("");

  private ConditionArbitraries() {}

  /** Conditions up to four levels deep. */
  static Arbitrary<Condition> conditions() {
    return conditions(3);
  }

  private static Arbitrary<Condition> conditions(int levelsBelow) {
    if (levelsBelow == 0) {
      return leaves();
    }
    Arbitrary<Condition> below = conditions(levelsBelow - 1);
    Arbitrary<List<Condition>> several = below.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaves(),
        several.map(Condition.All::new),
        several.map(Condition.Any::new),
        below.map(Condition::not));
  }

  private static Arbitrary<Condition> leaves() {
    Arbitrary<AttributeValue> looked = texts().filter(each -> !each.equals(EMPTY));
    return Arbitraries.oneOf(
        Combinators.combine(names(), Arbitraries.of(true, false))
            .as(AttributeCondition.Presence::new),
        comparisons(Arbitraries.oneOf(texts(), numbers(), bools()), EQ, NE),
        comparisons(numbers(), LT, LE, GT, GE),
        comparisons(looked, CONTAINS, STARTS_WITH, ENDS_WITH),
        comparisons(times(), BEFORE, AFTER),
        ranges(),
        memberships(texts()),
        memberships(numbers()));
  }

  static Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  private static Arbitrary<Condition> comparisons(
      Arbitrary<AttributeValue> values, ConditionOperator... operators) {
    return Combinators.combine(names(), Arbitraries.of(operators), values)
        .as(AttributeCondition.Comparison::new);
  }

  /** Ranges of numbers and of times, with the lesser end first. */
  static Arbitrary<Condition> ranges() {
    Arbitrary<Condition> ofNumbers = Combinators.combine(names(), numbers(), numbers())
        .as((name, one, other) -> range(name, one, other, number(one).compareTo(number(other))));
    Arbitrary<Condition> ofTimes = Combinators.combine(names(), times(), times())
        .as((name, one, other) -> range(name, one, other, time(one).compareTo(time(other))));
    return Arbitraries.oneOf(ofNumbers, ofTimes);
  }

  private static Condition range(String name, AttributeValue one, AttributeValue other, int order) {
    return order <= 0
        ? new AttributeCondition.Range(name, one, other)
        : new AttributeCondition.Range(name, other, one);
  }

  private static BigDecimal number(AttributeValue value) {
    return ((AttributeValue.Numeric) value).number();
  }

  private static Instant time(AttributeValue value) {
    return ((AttributeValue.Time) value).instant();
  }

  private static Arbitrary<Condition> memberships(Arbitrary<AttributeValue> values) {
    return Combinators.combine(
            names(), values.list().ofMinSize(1).ofMaxSize(4), Arbitraries.of(true, false))
        .as(AttributeCondition.Membership::new);
  }

  static Arbitrary<Attributes> attributes() {
    Arbitrary<AttributeValue> lists = Arbitraries.of(new AttributeValue.Texts(List.of("x", "1")));
    return Arbitraries.maps(names(), Arbitraries.oneOf(texts(), numbers(), bools(), times(), lists))
        .ofMaxSize(NAMES.size())
        .map(ConditionArbitraries::attributes);
  }

  private static Attributes attributes(Map<String, AttributeValue> values) {
    Attributes attributes = Attributes.none();
    for (Map.Entry<String, AttributeValue> each : values.entrySet()) {
      attributes = attributes.with(each.getKey(), each.getValue());
    }
    return attributes;
  }

  private static Arbitrary<AttributeValue> times() {
    return Arbitraries.oneOf(
            Arbitraries.of(Instant.EPOCH, Instant.EPOCH.plusNanos(1), Instant.MIN, Instant.MAX),
            SurveyArbitraries.instants())
        .map(AttributeValue.Time::new);
  }

  private static Arbitrary<AttributeValue> texts() {
    return Arbitraries.oneOf(Arbitraries.of("x", "1", "true", ""), TextArbitraries.texts())
        .map(AttributeValue.Text::new);
  }

  private static Arbitrary<AttributeValue> bools() {
    return Arbitraries.of(true, false).map(AttributeValue.Bool::new);
  }

  private static Arbitrary<AttributeValue> numbers() {
    BigDecimal longest = new BigDecimal("-0." + "1234567890".repeat(40));
    Arbitrary<BigDecimal> special = Arbitraries.of(
            longest, new BigDecimal("1E+400"), new BigDecimal("-1E-400"))
        .map(each -> each);
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, 2).map(BigDecimal::valueOf),
            Arbitraries.longs().map(BigDecimal::valueOf),
            Arbitraries.doubles().between(-1e300, 1e300).map(BigDecimal::valueOf),
            Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30))
                .map(BigDecimal::new),
            special)
        .map(AttributeValue.Numeric::new);
  }
}
