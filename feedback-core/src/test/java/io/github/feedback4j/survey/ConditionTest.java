package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.Condition.all;
import static io.github.feedback4j.survey.Condition.any;
import static io.github.feedback4j.survey.Condition.eq;
import static io.github.feedback4j.survey.Condition.gt;
import static io.github.feedback4j.survey.Condition.in;
import static io.github.feedback4j.survey.Condition.not;
import static io.github.feedback4j.survey.Condition.present;
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
    assertThat(eq("n", 3).unknownAttribute(attributes)).isEqualTo("n");
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
