package io.github.feedback4j.survey;

import io.github.feedback4j.survey.Condition.Comparison;
import io.github.feedback4j.survey.Condition.Membership;
import io.github.feedback4j.survey.Condition.Operator;
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
    Arbitrary<String> names = Arbitraries.of(NAMES);
    return Arbitraries.oneOf(
        names.map(Condition::present),
        Combinators.combine(names, Arbitraries.oneOf(texts(), numbers(), bools()))
            .as((name, value) -> new Comparison(name, Operator.EQ, value)),
        Combinators.combine(names, numbers())
            .as((name, value) -> new Comparison(name, Operator.GT, value)),
        Combinators.combine(names, texts().list().ofMinSize(1).ofMaxSize(4)).as(Membership::new),
        Combinators.combine(names, numbers().list().ofMinSize(1).ofMaxSize(4)).as(Membership::new));
  }

  static Arbitrary<Attributes> attributes() {
    Arbitrary<AttributeValue> times = Arbitraries.of(new AttributeValue.Time(Instant.EPOCH));
    Arbitrary<AttributeValue> lists = Arbitraries.of(new AttributeValue.Texts(List.of("x", "1")));
    return Arbitraries.maps(
            Arbitraries.of(NAMES), Arbitraries.oneOf(texts(), numbers(), bools(), times, lists))
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
