package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.Condition.absent;
import static io.github.feedback4j.survey.Condition.all;
import static io.github.feedback4j.survey.Condition.not;
import static io.github.feedback4j.survey.Condition.present;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.survey.AttributeCondition.Comparison;
import io.github.feedback4j.survey.AttributeCondition.Membership;
import io.github.feedback4j.survey.AttributeCondition.Range;
import io.github.feedback4j.survey.Condition.All;
import io.github.feedback4j.survey.Condition.Any;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of Kleene's strong logic of indeterminacy (Kleene 1952, section 64). */
class ConditionProperties {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void twoNegationsCancel(
      @ForAll("conditions") Condition condition, @ForAll("attributes") Attributes attributes) {
    assertThat(not(not(condition)).evaluate(attributes)).isEqualTo(condition.evaluate(attributes));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void deMorganHolds(
      @ForAll("several") List<Condition> conditions, @ForAll("attributes") Attributes attributes) {
    List<Condition> negated = conditions.stream().map(Condition::not).toList();

    assertThat(not(new All(conditions)).evaluate(attributes))
        .isEqualTo(new Any(negated).evaluate(attributes));
    assertThat(not(new Any(conditions)).evaluate(attributes))
        .isEqualTo(new All(negated).evaluate(attributes));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theOrderDoesNotMatter(
      @ForAll("several") List<Condition> conditions,
      @ForAll("attributes") Attributes attributes,
      @ForAll long seed) {
    List<Condition> shuffled = new ArrayList<>(conditions);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(new All(shuffled).evaluate(attributes))
        .isEqualTo(new All(conditions).evaluate(attributes));
    assertThat(new Any(shuffled).evaluate(attributes))
        .isEqualTo(new Any(conditions).evaluate(attributes));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void nestingDoesNotMatter(
      @ForAll("several") List<Condition> conditions, @ForAll("attributes") Attributes attributes) {
    List<Condition> head = conditions.subList(0, 1);
    List<Condition> tail = conditions.subList(1, conditions.size());

    assertThat(new All(List.of(new All(head), new All(tail))).evaluate(attributes))
        .isEqualTo(new All(conditions).evaluate(attributes));
    assertThat(new Any(List.of(new Any(head), new Any(tail))).evaluate(attributes))
        .isEqualTo(new Any(conditions).evaluate(attributes));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void namesAnAttributeOnlyWhenUnknown(
      @ForAll("conditions") Condition condition, @ForAll("attributes") Attributes attributes) {
    boolean unknown = condition.evaluate(attributes) == Truth.UNKNOWN;

    assertThat(condition.unknownAttribute(attributes) != null).isEqualTo(unknown);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theDefinitionReadsBackAsTheCondition(@ForAll("conditions") Condition condition) {
    String file =
        SurveyFiles.content("minimal.yaml") + "audience: " + condition.definition() + "\n";

    assertThat(SurveyReader.read("a.yaml", file).audience()).isEqualTo(condition);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void neIsNotEq(
      @ForAll("conditions") Condition condition, @ForAll("attributes") Attributes attributes) {
    for (Condition leaf : leaves(condition)) {
      if (leaf instanceof Comparison eq && eq.operator() == ConditionOperator.EQ) {
        Condition ne = new Comparison(eq.attribute(), ConditionOperator.NE, eq.value());
        assertThat(ne.evaluate(attributes)).isEqualTo(not(eq).evaluate(attributes));
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void notInIsNotIn(
      @ForAll("conditions") Condition condition, @ForAll("attributes") Attributes attributes) {
    for (Condition leaf : leaves(condition)) {
      if (leaf instanceof Membership in) {
        Condition turned = new Membership(in.attribute(), in.values(), !in.inside());
        assertThat(turned.evaluate(attributes)).isEqualTo(not(in).evaluate(attributes));
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void inIsAnyOfEq(
      @ForAll("conditions") Condition condition, @ForAll("attributes") Attributes attributes) {
    for (Condition leaf : leaves(condition)) {
      if (leaf instanceof Membership in && in.inside()) {
        List<Condition> equals = in.values().stream()
            .<Condition>map(each -> new Comparison(in.attribute(), ConditionOperator.EQ, each))
            .toList();
        assertThat(in.evaluate(attributes)).isEqualTo(new Any(equals).evaluate(attributes));
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void absentIsNotPresentAndBothAreKnown(
      @ForAll("names") String name, @ForAll("attributes") Attributes attributes) {
    Truth present = present(name).evaluate(attributes);

    assertThat(present).isNotEqualTo(Truth.UNKNOWN);
    assertThat(absent(name).evaluate(attributes)).isEqualTo(present.not());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void betweenIsFromAndTo(
      @ForAll("ranges") Condition condition, @ForAll("attributes") Attributes attributes) {
    Range range = (Range) condition;
    Condition both = range.low() instanceof AttributeValue.Numeric
        ? all(
            new Comparison(range.attribute(), ConditionOperator.GE, range.low()),
            new Comparison(range.attribute(), ConditionOperator.LE, range.high()))
        : all(
            not(new Comparison(range.attribute(), ConditionOperator.BEFORE, range.low())),
            not(new Comparison(range.attribute(), ConditionOperator.AFTER, range.high())));

    assertThat(range.evaluate(attributes)).isEqualTo(both.evaluate(attributes));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void lessIsNotGreaterOrEqual(
      @ForAll("conditions") Condition condition, @ForAll("attributes") Attributes attributes) {
    for (Condition leaf : leaves(condition)) {
      if (leaf instanceof Comparison it && it.value() instanceof AttributeValue.Numeric) {
        Truth less = with(it, ConditionOperator.LT).evaluate(attributes);
        Truth greater = with(it, ConditionOperator.GT).evaluate(attributes);
        Truth equal = with(it, ConditionOperator.EQ).evaluate(attributes);
        assertThat(with(it, ConditionOperator.GE).evaluate(attributes)).isEqualTo(less.not());
        assertThat(with(it, ConditionOperator.LE).evaluate(attributes)).isEqualTo(greater.not());
        assertThat(less.or(greater)).isEqualTo(equal.not());
      }
    }
  }

  private static Condition with(Comparison comparison, ConditionOperator operator) {
    return new Comparison(comparison.attribute(), operator, comparison.value());
  }

  private static List<Condition> leaves(Condition condition) {
    if (condition instanceof All all) {
      return all.conditions().stream().flatMap(each -> leaves(each).stream()).toList();
    }
    if (condition instanceof Any any) {
      return any.conditions().stream().flatMap(each -> leaves(each).stream()).toList();
    }
    return condition instanceof Condition.Not not ? leaves(not.condition()) : List.of(condition);
  }

  @Provide
  Arbitrary<String> names() {
    return ConditionArbitraries.names();
  }

  @Provide
  Arbitrary<Condition> ranges() {
    return ConditionArbitraries.ranges();
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return ConditionArbitraries.conditions();
  }

  @Provide
  Arbitrary<List<Condition>> several() {
    return ConditionArbitraries.conditions().list().ofMinSize(2).ofMaxSize(4);
  }

  @Provide
  Arbitrary<Attributes> attributes() {
    return ConditionArbitraries.attributes();
  }
}
