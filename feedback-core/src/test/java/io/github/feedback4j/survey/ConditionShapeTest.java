package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.Condition.absent;
import static io.github.feedback4j.survey.Condition.after;
import static io.github.feedback4j.survey.Condition.all;
import static io.github.feedback4j.survey.Condition.any;
import static io.github.feedback4j.survey.Condition.before;
import static io.github.feedback4j.survey.Condition.between;
import static io.github.feedback4j.survey.Condition.contains;
import static io.github.feedback4j.survey.Condition.endsWith;
import static io.github.feedback4j.survey.Condition.eq;
import static io.github.feedback4j.survey.Condition.ge;
import static io.github.feedback4j.survey.Condition.gt;
import static io.github.feedback4j.survey.Condition.in;
import static io.github.feedback4j.survey.Condition.le;
import static io.github.feedback4j.survey.Condition.lt;
import static io.github.feedback4j.survey.Condition.ne;
import static io.github.feedback4j.survey.Condition.not;
import static io.github.feedback4j.survey.Condition.notIn;
import static io.github.feedback4j.survey.Condition.present;
import static io.github.feedback4j.survey.Condition.startsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.AttributeCondition.Comparison;
import io.github.feedback4j.survey.AttributeCondition.Membership;
import io.github.feedback4j.survey.AttributeCondition.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What conditions may be built, and how they are written. */
class ConditionShapeTest {

  private static final Condition LEAF = present("a");

  @ParameterizedTest
  @MethodSource
  void isWrittenAsInASurveyFile(Condition condition, String definition) {
    assertThat(condition.definition()).isEqualTo(definition);
  }

  static Stream<Arguments> isWrittenAsInASurveyFile() {
    return Stream.of(
        argumentSet("text", eq("priority", "high"), "{attribute: priority, eq: high}"),
        argumentSet("yes or no", eq("vip", true), "{attribute: vip, eq: true}"),
        argumentSet(
            "text that looks like yes", eq("vip", "true"), "{attribute: vip, eq: \"true\"}"),
        argumentSet(
            "text that looks like nothing", eq("a", "Null"), "{attribute: a, eq: \"Null\"}"),
        argumentSet("text that looks like a number", eq("a", "1.0"), "{attribute: a, eq: \"1.0\"}"),
        argumentSet("empty text", eq("a", ""), "{attribute: a, eq: \"\"}"),
        argumentSet("text with a comma", eq("a", "b, c"), "{attribute: a, eq: \"b, c\"}"),
        argumentSet("text with quotes", eq("a", "5\" \\"), "{attribute: a, eq: \"5\\\" \\\\\"}"),
        argumentSet("number", eq("a", 3), "{attribute: a, eq: 3}"),
        argumentSet("large round number", gt("a", 1000), "{attribute: a, gt: 1000}"),
        argumentSet("small number", gt("a", 1e-9), "{attribute: a, gt: 0.000000001}"),
        argumentSet("texts", in("p", "high", "on hold"), "{attribute: p, in: [high, \"on hold\"]}"),
        argumentSet("numbers", in("p", 1, 2.5), "{attribute: p, in: [1, 2.5]}"),
        argumentSet("other text", ne("p", "low"), "{attribute: p, ne: low}"),
        argumentSet("other yes or no", ne("p", true), "{attribute: p, ne: true}"),
        argumentSet("less", lt("a", 3), "{attribute: a, lt: 3}"),
        argumentSet("at most", le("a", 3), "{attribute: a, le: 3}"),
        argumentSet("at least", ge("a", 3), "{attribute: a, ge: 3}"),
        argumentSet("between numbers", between("a", 1, 5), "{attribute: a, between: [1, 5]}"),
        argumentSet(
            "between times",
            between("t", Instant.EPOCH, Instant.parse("2026-03-29T01:00:00Z")),
            "{attribute: t, between: [\"1970-01-01T00:00:00Z\", \"2026-03-29T01:00:00Z\"]}"),
        argumentSet(
            "before",
            before("t", Instant.EPOCH),
            "{attribute: t, before: \"1970-01-01T00:00:00Z\"}"),
        argumentSet(
            "after", after("t", Instant.EPOCH), "{attribute: t, after: \"1970-01-01T00:00:00Z\"}"),
        argumentSet("contains", contains("a", "vpn"), "{attribute: a, contains: vpn}"),
        argumentSet("starts with", startsWith("a", "INC-"), "{attribute: a, startsWith: INC-}"),
        argumentSet("ends with", endsWith("a", ".org"), "{attribute: a, endsWith: \".org\"}"),
        argumentSet(
            "none of texts", notIn("p", "low", "x y"), "{attribute: p, notIn: [low, \"x y\"]}"),
        argumentSet("none of numbers", notIn("p", 1, 2), "{attribute: p, notIn: [1, 2]}"),
        argumentSet("a value that stands twice", in("p", 1, 1.0), "{attribute: p, in: [1]}"),
        argumentSet("present", present("p"), "{attribute: p, present: true}"),
        argumentSet("absent", absent("p"), "{attribute: p, absent: true}"),
        argumentSet(
            "nested",
            all(eq("a", 1), not(any(LEAF, LEAF))),
            "{all: [{attribute: a, eq: 1}, "
                + "{not: {any: [{attribute: a, present: true}, {attribute: a, present: true}]}}]}"));
  }

  @Test
  void countsItsLevels() {
    assertThat(LEAF.depth()).isEqualTo(1);
    assertThat(not(LEAF).depth()).isEqualTo(2);
    assertThat(all(LEAF, any(LEAF, not(LEAF))).depth()).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource
  void isAtMostEightDeep(UnaryOperator<Condition> wrap) {
    Condition deepest = Stream.iterate(LEAF, wrap).skip(7).findFirst().orElseThrow();

    assertThat(deepest.depth()).isEqualTo(Condition.MAX_DEPTH);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrap.apply(deepest))
        .withMessage("conditions must be nested at most 8 deep; join levels of 'all' or 'any'");
  }

  static Stream<Arguments> isAtMostEightDeep() {
    UnaryOperator<Condition> not = Condition::not;
    UnaryOperator<Condition> all = each -> all(LEAF, each);
    UnaryOperator<Condition> any = each -> any(each, LEAF);
    return Stream.of(argumentSet("not", not), argumentSet("all", all), argumentSet("any", any));
  }

  @Test
  void joinsUpToOneHundredConditions() {
    List<Condition> most = Collections.nCopies(100, LEAF);

    assertThat(new Condition.All(most).conditions()).hasSize(100);
    assertThat(new Condition.Any(most).conditions()).hasSize(100);
  }

  @Test
  void comparesWithUpToOneHundredValues() {
    assertThat(in("a", texts(100)).evaluate(Attributes.none().with("a", "t99")))
        .isEqualTo(Truth.TRUE);
  }

  @ParameterizedTest
  @MethodSource
  void refuses(Runnable make, String message) {
    assertThatIllegalArgumentException().isThrownBy(make::run).withMessage(message);
  }

  static Stream<Arguments> refuses() {
    AttributeValue text = new AttributeValue.Text("x");
    AttributeValue number = AttributeValue.Numeric.of(1);
    AttributeValue time = new AttributeValue.Time(Instant.EPOCH);
    List<Condition> tooMany = Collections.nCopies(101, LEAF);
    return Stream.of(
        refusal("an empty all", () -> all(), "'all' must have 1 to 100 entries, but has 0"),
        refusal("an empty any", () -> any(), "'any' must have 1 to 100 entries, but has 0"),
        refusal(
            "an empty in",
            () -> in("a", new String[0]),
            "'in' must have 1 to 100 entries, but has 0"),
        refusal(
            "too wide an all",
            () -> new Condition.All(tooMany),
            "'all' must have 1 to 100 entries, but has 101"),
        refusal(
            "too wide an any",
            () -> new Condition.Any(tooMany),
            "'any' must have 1 to 100 entries, but has 101"),
        refusal(
            "too wide an in",
            () -> in("a", texts(101)),
            "'in' must have 1 to 100 entries, but has 101"),
        refusal(
            "a name with a space",
            () -> present("my a"),
            "attribute must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was 'my a'"),
        refusal(
            "gt with a text",
            () -> new Comparison("a", ConditionOperator.GT, text),
            "condition on 'a': gt needs a number"),
        refusal(
            "eq with an instant",
            () -> new Comparison("a", ConditionOperator.EQ, time),
            "condition on 'a': eq needs a text, a number, true or false"),
        refusal(
            "eq with a list",
            () -> new Comparison("a", ConditionOperator.EQ, new AttributeValue.Texts(List.of("x"))),
            "condition on 'a': eq needs a text, a number, true or false"),
        refusal(
            "in with two types",
            () -> new Membership("a", List.of(text, number), true),
            "condition on 'a': in needs only texts or only numbers"),
        refusal(
            "in with yes or no",
            () -> new Membership("a", List.of(new AttributeValue.Bool(true)), true),
            "condition on 'a': in needs only texts or only numbers"),
        refusal(
            "notIn with two types",
            () -> new Membership("a", List.of(text, number), false),
            "condition on 'a': notIn needs only texts or only numbers"),
        refusal(
            "ne with an instant",
            () -> new Comparison("a", ConditionOperator.NE, time),
            "condition on 'a': ne needs a text, a number, true or false"),
        refusal(
            "before with a text",
            () -> new Comparison("a", ConditionOperator.BEFORE, text),
            "condition on 'a': before needs a point in time"),
        refusal(
            "contains nothing",
            () -> contains("a", ""),
            "condition on 'a': contains needs a text that is not empty"),
        refusal(
            "startsWith with a number",
            () -> new Comparison("a", ConditionOperator.STARTS_WITH, number),
            "condition on 'a': startsWith needs a text that is not empty"),
        refusal(
            "between with two types",
            () -> new Range("a", number, time),
            "condition on 'a': between needs two numbers or two points in time"),
        refusal(
            "between with texts",
            () -> new Range("a", text, text),
            "condition on 'a': between needs two numbers or two points in time"),
        refusal(
            "between the wrong way round",
            () -> between("a", 5, 1),
            "condition on 'a': between needs the lesser value first"),
        refusal(
            "between times the wrong way round",
            () -> between("a", Instant.EPOCH.plusNanos(1), Instant.EPOCH),
            "condition on 'a': between needs the lesser value first"),
        refusal(
            "a number that is none",
            () -> gt("a", Double.NaN),
            "number must be finite, but was NaN"),
        refusal(
            "half a surrogate pair",
            () -> eq("a", "x\uD83D"),
            "condition on 'a' must have whole characters only, but has half a surrogate pair (U+D83D) at index 1"),
        refusal(
            "half a surrogate pair in a list",
            () -> in("a", "x", "\uDE00"),
            "condition on 'a' must have whole characters only, but has half a surrogate pair (U+DE00) at index 0"));
  }

  @Test
  void doesNotSeeLaterChangesOfAList() {
    List<Condition> conditions = new ArrayList<>(List.of(LEAF));
    Condition.All all = new Condition.All(conditions);

    conditions.add(LEAF);

    assertThat(all.conditions()).containsExactly(LEAF);
  }

  private static String[] texts(int size) {
    return IntStream.range(0, size).mapToObj(i -> "t" + i).toArray(String[]::new);
  }

  private static Arguments refusal(String name, Runnable make, String message) {
    return argumentSet(name, make, message);
  }
}
