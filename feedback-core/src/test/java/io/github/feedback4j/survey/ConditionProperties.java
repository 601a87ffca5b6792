package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.Condition.not;
import static org.assertj.core.api.Assertions.assertThat;

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
