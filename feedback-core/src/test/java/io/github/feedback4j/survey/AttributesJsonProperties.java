package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributesJsonProperties {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void readsBackEqual(@ForAll("attributes") Attributes attributes) {
    assertThat(Attributes.fromJson(attributes.toJson())).isEqualTo(attributes);
  }

  /** Ledgers and stores are full of this, so it must be readable for ever. */
  @Example
  void readsWhatTheFirstVersionWrote() {
    Attributes attributes = Attributes.none()
        .with("priority", "high \"1\"\n")
        .with("hours", new BigDecimal("1.50"))
        .with("huge", new BigDecimal("1e30"))
        .with("vip", true)
        .with("opened", Instant.parse("2026-01-31T08:00:00.5Z"))
        .with("tags", List.of("a", "é"));
    String json = "{\"priority\":\"high \\\"1\\\"\\n\",\"hours\":1.5,\"huge\":1E+30,\"vip\":true,"
        + "\"opened\":{\"time\":\"2026-01-31T08:00:00.500Z\"},\"tags\":[\"a\",\"é\"]}";

    assertThat(attributes.toJson()).isEqualTo(json);
    assertThat(Attributes.fromJson(json)).isEqualTo(attributes);
  }

  @Property(tries = 1)
  void refusesEverythingElseWithoutQuotingIt() {
    for (String each : List.of(
        "",
        "[]",
        "null",
        "{",
        "{}{}",
        "{\"a\":null}",
        "{\"a\":{\"b\":\"c\"}}",
        "{\"a\":[1]}",
        "{\"a\":{\"time\":\"secret\"}}",
        "{\"a\":\"b\"",
        "{\"a\":[\"b\"}")) {
      assertThatIllegalArgumentException()
          .as(each)
          .isThrownBy(() -> Attributes.fromJson(each))
          .withMessage("attributes must be what toJson wrote, but are not");
    }
  }

  @Provide
  Arbitrary<Attributes> attributes() {
    Arbitrary<String> texts = TextArbitraries.texts();
    Arbitrary<AttributeValue> values = Arbitraries.oneOf(
        texts.map(AttributeValue.Text::new),
        Arbitraries.bigDecimals().map(AttributeValue.Numeric::new),
        Arbitraries.of(true, false).map(AttributeValue.Bool::new),
        Arbitraries.longs()
            .between(-1_000_000_000_000L, 1_000_000_000_000L)
            .map(each -> new AttributeValue.Time(Instant.ofEpochSecond(each, each & 0xffff))),
        texts.list().ofMaxSize(4).map(AttributeValue.Texts::new));
    return Arbitraries.maps(SurveyArbitraries.names(), values).ofMaxSize(5).map(map -> {
      Attributes attributes = Attributes.none();
      for (Map.Entry<String, AttributeValue> each : map.entrySet()) {
        attributes = attributes.with(each.getKey(), each.getValue());
      }
      return attributes;
    });
  }
}
