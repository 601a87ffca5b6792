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
import static io.github.feedback4j.survey.Truth.FALSE;
import static io.github.feedback4j.survey.Truth.TRUE;
import static io.github.feedback4j.survey.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionTest {

  private static final Attributes TICKET = Attributes.none()
      .with("priority", "high")
      .with("reopened", 3)
      .with("vip", true)
      .with("closed", Instant.EPOCH)
      .with("labels", List.of("vpn"));

  private static final Instant EPOCH = Instant.EPOCH;
  private static final Condition HOLDS = eq("vip", true);
  private static final Condition FAILS = eq("vip", false);
  private static final Condition UNCLEAR = eq("missing", true);

  @ParameterizedTest
  @MethodSource
  void compares(Condition condition, Truth expected) {
    assertThat(condition.evaluate(TICKET)).isEqualTo(expected);
  }

  static Stream<Arguments> compares() {
    return Stream.of(
        argumentSet("equal text", eq("priority", "high"), TRUE),
        argumentSet("other text", eq("priority", "low"), FALSE),
        argumentSet("text in other letters", eq("priority", "High"), FALSE),
        argumentSet("text, but there is none", eq("missing", "high"), UNKNOWN),
        argumentSet("text with a number", eq("reopened", "3"), UNKNOWN),
        argumentSet("text with yes or no", eq("vip", "true"), UNKNOWN),
        argumentSet("text with an instant", eq("closed", "1970-01-01T00:00:00Z"), UNKNOWN),
        argumentSet("text with a list", eq("labels", "vpn"), UNKNOWN),
        argumentSet("equal number", eq("reopened", 3), TRUE),
        argumentSet("other number", eq("reopened", 4), FALSE),
        argumentSet("number, but there is none", eq("missing", 3), UNKNOWN),
        argumentSet("number with a text", eq("priority", 3), UNKNOWN),
        argumentSet("equal yes", eq("vip", true), TRUE),
        argumentSet("other yes", eq("vip", false), FALSE),
        argumentSet("yes or no, but there is none", eq("missing", true), UNKNOWN),
        argumentSet("yes or no with a text", eq("priority", true), UNKNOWN),
        argumentSet("greater than less", gt("reopened", 2.9), TRUE),
        argumentSet("greater than the same", gt("reopened", 3), FALSE),
        argumentSet("greater than more", gt("reopened", 3.1), FALSE),
        argumentSet("greater, but there is none", gt("missing", 2), UNKNOWN),
        argumentSet("greater with a text", gt("priority", 2), UNKNOWN),
        argumentSet("one of texts", in("priority", "critical", "high"), TRUE),
        argumentSet("none of texts", in("priority", "low"), FALSE),
        argumentSet("one of texts, but there is none", in("missing", "low"), UNKNOWN),
        argumentSet("one of texts with a number", in("reopened", "3"), UNKNOWN),
        argumentSet("one of numbers", in("reopened", 1, 3.00), TRUE),
        argumentSet("none of numbers", in("reopened", 1, 2), FALSE),
        argumentSet("one of numbers with a text", in("priority", 1), UNKNOWN),
        argumentSet("not equal to the same text", ne("priority", "high"), FALSE),
        argumentSet("not equal to another text", ne("priority", "low"), TRUE),
        argumentSet("not equal, but there is none", ne("missing", "low"), UNKNOWN),
        argumentSet("not equal to a text, with a number", ne("reopened", "3"), UNKNOWN),
        argumentSet("not equal to another number", ne("reopened", 4), TRUE),
        argumentSet("not equal to the same number", ne("reopened", 3.0), FALSE),
        argumentSet("not equal to a number, with a text", ne("priority", 4), UNKNOWN),
        argumentSet("not equal to yes", ne("vip", true), FALSE),
        argumentSet("not equal to no", ne("vip", false), TRUE),
        argumentSet("less than more", lt("reopened", 3.1), TRUE),
        argumentSet("less than the same", lt("reopened", 3), FALSE),
        argumentSet("less than less", lt("reopened", 2.9), FALSE),
        argumentSet("less, but there is none", lt("missing", 2), UNKNOWN),
        argumentSet("less with a text", lt("priority", 2), UNKNOWN),
        argumentSet("at most more", le("reopened", 3.1), TRUE),
        argumentSet("at most the same", le("reopened", 3), TRUE),
        argumentSet("at most less", le("reopened", 2.9), FALSE),
        argumentSet("at most with yes or no", le("vip", 1), UNKNOWN),
        argumentSet("at least less", ge("reopened", 2.9), TRUE),
        argumentSet("at least the same", ge("reopened", 3), TRUE),
        argumentSet("at least more", ge("reopened", 3.1), FALSE),
        argumentSet("at least with an instant", ge("closed", 0), UNKNOWN),
        argumentSet("at the low end of a range", between("reopened", 3, 5), TRUE),
        argumentSet("at the high end of a range", between("reopened", 1, 3), TRUE),
        argumentSet("below a range", between("reopened", 3.1, 5), FALSE),
        argumentSet("above a range", between("reopened", 1, 2.9), FALSE),
        argumentSet("in a range of one value", between("reopened", 3, 3), TRUE),
        argumentSet("a range, but there is none", between("missing", 3, 3), UNKNOWN),
        argumentSet("a range of numbers with a text", between("priority", 3, 3), UNKNOWN),
        argumentSet("a range of numbers with an instant", between("closed", 0, 3), UNKNOWN),
        argumentSet("in a range of times", between("closed", EPOCH, EPOCH), TRUE),
        argumentSet(
            "out of a range of times", between("closed", EPOCH.plusNanos(1), Instant.MAX), FALSE),
        argumentSet("a range of times with a number", between("reopened", EPOCH, EPOCH), UNKNOWN),
        argumentSet("before a later time", before("closed", EPOCH.plusNanos(1)), TRUE),
        argumentSet("before the same time", before("closed", EPOCH), FALSE),
        argumentSet("before, but there is none", before("missing", EPOCH), UNKNOWN),
        argumentSet("before with a text", before("priority", EPOCH), UNKNOWN),
        argumentSet("after an earlier time", after("closed", EPOCH.minusNanos(1)), TRUE),
        argumentSet("after the same time", after("closed", EPOCH), FALSE),
        argumentSet("after with a number", after("reopened", EPOCH), UNKNOWN),
        argumentSet("a text in a text", contains("priority", "ig"), TRUE),
        argumentSet("a text not in a text", contains("priority", "IG"), FALSE),
        argumentSet("an entry of a list", contains("labels", "vpn"), TRUE),
        argumentSet("a part of an entry of a list", contains("labels", "vp"), FALSE),
        argumentSet("contains, but there is none", contains("missing", "x"), UNKNOWN),
        argumentSet("contains with a number", contains("reopened", "3"), UNKNOWN),
        argumentSet("the beginning of a text", startsWith("priority", "hi"), TRUE),
        argumentSet("not the beginning of a text", startsWith("priority", "gh"), FALSE),
        argumentSet("begins with, but there is none", startsWith("missing", "x"), UNKNOWN),
        argumentSet("begins with, in a list", startsWith("labels", "vpn"), UNKNOWN),
        argumentSet("the end of a text", endsWith("priority", "gh"), TRUE),
        argumentSet("not the end of a text", endsWith("priority", "hi"), FALSE),
        argumentSet("ends with, of a number", endsWith("reopened", "3"), UNKNOWN),
        argumentSet("in none of the texts", notIn("priority", "low"), TRUE),
        argumentSet("in one of the texts after all", notIn("priority", "low", "high"), FALSE),
        argumentSet("in none of the texts, but there is none", notIn("missing", "low"), UNKNOWN),
        argumentSet("in none of the texts, but a number", notIn("reopened", "low"), UNKNOWN),
        argumentSet("in none of the numbers", notIn("reopened", 1, 2), TRUE),
        argumentSet("in one of the numbers after all", notIn("reopened", 1, 3.00), FALSE),
        argumentSet("in none of the numbers, but a text", notIn("priority", 1), UNKNOWN),
        argumentSet("absent, but is there", absent("priority"), FALSE),
        argumentSet("absent", absent("missing"), TRUE),
        argumentSet("present text", present("priority"), TRUE),
        argumentSet("present list", present("labels"), TRUE),
        argumentSet("present, but is not", present("missing"), FALSE));
  }

  @ParameterizedTest
  @MethodSource
  void joinsAsKleeneDoes(Condition one, Condition other, Truth all, Truth any) {
    assertThat(all(one, other).evaluate(TICKET)).isEqualTo(all);
    assertThat(any(one, other).evaluate(TICKET)).isEqualTo(any);
  }

  static Stream<Arguments> joinsAsKleeneDoes() {
    return Stream.of(
        argumentSet("true, true", HOLDS, HOLDS, TRUE, TRUE),
        argumentSet("true, unknown", HOLDS, UNCLEAR, UNKNOWN, TRUE),
        argumentSet("true, false", HOLDS, FAILS, FALSE, TRUE),
        argumentSet("unknown, true", UNCLEAR, HOLDS, UNKNOWN, TRUE),
        argumentSet("unknown, unknown", UNCLEAR, UNCLEAR, UNKNOWN, UNKNOWN),
        argumentSet("unknown, false", UNCLEAR, FAILS, FALSE, UNKNOWN),
        argumentSet("false, true", FAILS, HOLDS, FALSE, TRUE),
        argumentSet("false, unknown", FAILS, UNCLEAR, FALSE, UNKNOWN),
        argumentSet("false, false", FAILS, FAILS, FALSE, FALSE));
  }

  @Test
  void notTurnsRoundWhatIsKnown() {
    assertThat(not(HOLDS).evaluate(TICKET)).isEqualTo(FALSE);
    assertThat(not(FAILS).evaluate(TICKET)).isEqualTo(TRUE);
    assertThat(not(UNCLEAR).evaluate(TICKET)).isEqualTo(UNKNOWN);
  }

  @Test
  void absenceIsKnown() {
    assertThat(not(present("missing")).evaluate(TICKET)).isEqualTo(TRUE);
    assertThat(not(present("vip")).evaluate(TICKET)).isEqualTo(FALSE);
  }

  @ParameterizedTest
  @MethodSource("threes")
  void comparesNumbersWhateverTheirJavaType(Number three) {
    Attributes attributes = Attributes.none().with("n", three);

    assertThat(eq("n", 3).evaluate(attributes)).isEqualTo(TRUE);
    assertThat(eq("reopened", three).evaluate(TICKET)).isEqualTo(TRUE);
    assertThat(in("n", 2, 3).evaluate(attributes)).isEqualTo(TRUE);
    assertThat(gt("n", 2).evaluate(attributes)).isEqualTo(TRUE);
    assertThat(between("n", three, three).evaluate(TICKET.with("n", 3))).isEqualTo(TRUE);
    assertThat(notIn("n", three).evaluate(attributes)).isEqualTo(FALSE);
  }

  static Stream<Number> threes() {
    return Stream.of(
        (byte) 3,
        (short) 3,
        3,
        3L,
        3f,
        3.0,
        BigInteger.valueOf(3),
        new BigDecimal("3.000"),
        new AtomicLong(3));
  }

  @Test
  void comparesDecimalsAsTheyAreWritten() {
    assertThat(eq("n", 0.1).evaluate(Attributes.none().with("n", new BigDecimal("0.10"))))
        .isEqualTo(TRUE);
  }

  @Test
  void aNumberGivenAsTextIsNotGuessed() {
    Attributes attributes = Attributes.none().with("n", "3");

    assertThat(eq("n", 3).evaluate(attributes)).isEqualTo(UNKNOWN);
    assertThat(gt("n", 2).evaluate(attributes)).isEqualTo(UNKNOWN);
    assertThat(in("n", 3).evaluate(attributes)).isEqualTo(UNKNOWN);
    assertThat(ne("n", 4).evaluate(attributes)).isEqualTo(UNKNOWN);
    assertThat(notIn("n", 4).evaluate(attributes)).isEqualTo(UNKNOWN);
    assertThat(between("n", 1, 5).evaluate(attributes)).isEqualTo(UNKNOWN);
    assertThat(eq("n", 3).unknownAttribute(attributes)).isEqualTo("n");
  }

  @ParameterizedTest
  @MethodSource
  void saysWhatAnAttributeIsAndWhatItWouldHaveToBe(
      Condition condition, String needed, @Nullable String found) {
    String attribute = ((AttributeCondition) condition).attribute();

    assertThat(condition.unknown(TICKET))
        .isEqualTo(new Condition.Unknown(attribute, needed, found));
  }

  static Stream<Arguments> saysWhatAnAttributeIsAndWhatItWouldHaveToBe() {
    return Stream.of(
        argumentSet("missing", gt("missing", 1), "a number", null),
        argumentSet("a text, not a number", gt("priority", 1), "a number", "a text"),
        argumentSet("a number, not a text", eq("reopened", "3"), "a text", "a number"),
        argumentSet("yes or no, not one of texts", in("vip", "a"), "a text", "true or false"),
        argumentSet("a text, not yes or no", ne("priority", true), "true or false", "a text"),
        argumentSet("a list, not a text", startsWith("labels", "v"), "a text", "a list of texts"),
        argumentSet(
            "an instant, to look into",
            contains("closed", "v"),
            "a text or a list of texts",
            "a point in time"),
        argumentSet("a text, not a time", before("priority", EPOCH), "a point in time", "a text"),
        argumentSet(
            "a number, not in a range of times",
            between("reopened", EPOCH, EPOCH),
            "a point in time",
            "a number"));
  }

  @Nested
  class UnknownAttribute {

    @ParameterizedTest
    @MethodSource("io.github.feedback4j.survey.ConditionTest#unknowns")
    void isNamed(Condition condition, String attribute) {
      assertThat(condition.unknownAttribute(TICKET)).isEqualTo(attribute);
    }

    @ParameterizedTest
    @MethodSource("io.github.feedback4j.survey.ConditionTest#knowns")
    void isNoneWhenTheConditionIsKnown(Condition condition) {
      assertThat(condition.evaluate(TICKET)).isNotEqualTo(UNKNOWN);
      assertThat(condition.unknownAttribute(TICKET)).isNull();
    }
  }

  static Stream<Arguments> unknowns() {
    return Stream.of(
        argumentSet("missing under eq", eq("missing", 1), "missing"),
        argumentSet("missing under gt", gt("missing", 1), "missing"),
        argumentSet("missing under in", in("missing", "a"), "missing"),
        argumentSet("missing under not", not(eq("missing", 1)), "missing"),
        argumentSet("of another type", eq("priority", 1), "priority"),
        argumentSet("behind a known one", all(HOLDS, UNCLEAR), "missing"),
        argumentSet("the first of two", any(eq("b", 1), eq("a", 1)), "b"),
        argumentSet(
            "not one of a branch that is known", all(any(eq("a", 1), HOLDS), UNCLEAR), "missing"),
        argumentSet("deep inside", not(all(HOLDS, any(FAILS, not(UNCLEAR)))), "missing"));
  }

  static Stream<Arguments> knowns() {
    return Stream.of(
        argumentSet("true", HOLDS),
        argumentSet("false", FAILS),
        argumentSet("present", present("missing")),
        argumentSet("all with a false one", all(UNCLEAR, FAILS)),
        argumentSet("any with a true one", any(UNCLEAR, HOLDS)),
        argumentSet("not", not(all(UNCLEAR, FAILS))));
  }
}
