package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

  @Test
  void keepsAValueOfEveryType() {
    Instant closed = Instant.parse("2026-01-31T08:00:00Z");

    Attributes attributes = Attributes.none()
        .with("priority", "high")
        .with("reopened", 2)
        .with("vip", true)
        .with("closed", closed)
        .with("labels", List.of("vpn", "laptop"));

    assertThat(attributes.get("priority")).isEqualTo(new AttributeValue.Text("high"));
    assertThat(attributes.get("reopened")).isEqualTo(AttributeValue.Numeric.of(2));
    assertThat(attributes.get("vip")).isEqualTo(new AttributeValue.Bool(true));
    assertThat(attributes.get("closed")).isEqualTo(new AttributeValue.Time(closed));
    assertThat(attributes.get("labels"))
        .isEqualTo(new AttributeValue.Texts(List.of("vpn", "laptop")));
  }

  @Test
  void hasNothingUnderAnUnknownName() {
    assertThat(Attributes.none().get("priority")).isNull();
  }

  @Test
  void theLastValueOfANameStays() {
    Attributes attributes = Attributes.none().with("priority", "low").with("priority", 1);

    assertThat(attributes.asMap())
        .containsOnlyKeys("priority")
        .containsEntry("priority", AttributeValue.Numeric.of(1));
  }

  @Test
  void additionsLeaveTheOriginalAlone() {
    Attributes before = Attributes.none().with("a", 1);

    assertThat(before.with("b", 2)).isNotEqualTo(before);
    assertThat(before.asMap()).containsOnlyKeys("a");
    assertThat(Attributes.none().asMap()).isEmpty();
  }

  @Test
  void areEqualWhateverTheOrder() {
    Attributes one = Attributes.none().with("a", 1).with("b", "x");
    Attributes other = Attributes.none().with("b", "x").with("a", 1);

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void cannotBeChangedThroughTheirMap() {
    var map = Attributes.none().with("a", 1).asMap();

    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
  }

  @Test
  void doNotSeeLaterChangesOfAList() {
    List<String> labels = new ArrayList<>(List.of("vpn"));
    Attributes attributes = Attributes.none().with("labels", labels);

    labels.add("laptop");

    assertThat(attributes.get("labels")).isEqualTo(new AttributeValue.Texts(List.of("vpn")));
  }

  @Test
  void showNamesButNoValues() {
    assertThat(Attributes.none().with("manager", "Jane Doe").with("vip", true))
        .hasToString("Attributes[manager, vip]");
  }

  @Test
  void areAtMost32() {
    Attributes full = numbered(Attributes.MAX_SIZE);

    assertThat(full.asMap()).hasSize(32);
    assertThat(full.with("a0", "replaced").asMap()).hasSize(32);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> full.with("extra", 1))
        .withMessage("a touchpoint must have at most 32 attributes; 'extra' is one too many");
  }

  @Test
  void refuseANameThatNoConditionCouldUse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.none().with("first name", "x"))
        .withMessage("attribute must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was 'first name'");
  }

  @ParameterizedTest
  @MethodSource
  void numbersAreEqualWhateverTheirJavaType(Number number) {
    assertThat(AttributeValue.Numeric.of(number))
        .isEqualTo(AttributeValue.Numeric.of(300))
        .hasSameHashCodeAs(AttributeValue.Numeric.of(300));
  }

  static Stream<Arguments> numbersAreEqualWhateverTheirJavaType() {
    return Stream.of(
        argumentSet("short", (short) 300),
        argumentSet("long", 300L),
        argumentSet("float", 300f),
        argumentSet("double", 300.0),
        argumentSet("big integer", BigInteger.valueOf(300)),
        argumentSet("with trailing zeros", new BigDecimal("300.00")),
        argumentSet("with an exponent", new BigDecimal("3E2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0", "-0.0", "0E+9", "0E-9"})
  void zeroIsZero(String zero) {
    assertThat(new AttributeValue.Numeric(new BigDecimal(zero)))
        .isEqualTo(AttributeValue.Numeric.of(0));
    assertThat(AttributeValue.Numeric.of(-0.0)).isEqualTo(AttributeValue.Numeric.of(0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refuseANumberThatIsNotFinite(double number) {
    String message = "number must be finite, but was " + number;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.none().with("n", number))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.none().with("n", (float) number))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+401", "1E-401"})
  void refuseANumberThatWouldTakePagesToWrite(String number) {
    BigDecimal tooLong = new BigDecimal(number);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.none().with("n", tooLong))
        .withMessage("number must have at most 400 digits");
  }

  @Test
  void takeTextsOfUpTo500Characters() {
    String longest = "x".repeat(500);

    assertThat(Attributes.none().with("t", longest).get("t"))
        .isEqualTo(new AttributeValue.Text(longest));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.none().with("t", longest + "x"))
        .withMessage("text must have at most 500 characters, but has 501");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.none().with("t", List.of("short", longest + "x")))
        .withMessage("text must have at most 500 characters, but has 501");
  }

  @Test
  void takeListsOfUpTo50Texts() {
    List<String> most = Collections.nCopies(50, "x");
    List<String> tooMany = Collections.nCopies(51, "x");

    assertThat(Attributes.none().with("t", most).get("t"))
        .isEqualTo(new AttributeValue.Texts(most));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.none().with("t", tooMany))
        .withMessage("a list must have at most 50 texts, but has 51");
  }

  private static Attributes numbered(int size) {
    return IntStream.range(0, size)
        .boxed()
        .reduce(Attributes.none(), (all, i) -> all.with("a" + i, i), (one, other) -> other);
  }
}
