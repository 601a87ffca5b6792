package io.github.feedback4j.insight;

import static io.github.feedback4j.insight.ExpectedValues.csat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.insight.ChannelConsistency.Channel;
import io.github.feedback4j.insight.ChannelConsistency.Finding;
import io.github.feedback4j.insight.ChannelConsistency.Pair;
import io.github.feedback4j.insight.ExpectedValues.Row;
import io.github.feedback4j.score.Tally;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelConsistencyTest {

  // Satisfied of all, as in benchmarks/reference/trend.py.
  private static final Map<String, Map<String, Tally>> ANSWERS = Map.of(
      "chat", Map.of("how-to", csat(10, 30), "fault", csat(8, 12), "order", csat(21, 9)),
      "mail", Map.of("how-to", csat(40, 50), "fault", csat(30, 20), "order", csat(9, 3)),
      "phone", Map.of("how-to", csat(0, 5), "fault", csat(50, 10), "order", csat(160, 40)));

  static Stream<Row> reference() {
    return ExpectedValues.of("channels.csv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithTheFormulas(Row row) {
    ChannelConsistency consistency = ChannelConsistency.of(ANSWERS);

    Estimate actual = row.has("other")
        ? consistency.pairs().stream()
            .filter(each ->
                each.higher().equals(row.text("channel")) && each.lower().equals(row.text("other")))
            .map(Pair::difference)
            .findFirst()
            .orElseThrow()
        : consistency.channels().stream()
            .filter(each -> each.name().equals(row.text("channel")))
            .map(Channel::standardised)
            .findFirst()
            .orElseThrow();

    assertThat(actual.value()).isCloseTo(row.number("value"), within(1e-9));
    assertThat(actual.standardError().orElseThrow())
        .isCloseTo(row.number("standard error"), within(1e-9));
    assertThat(actual.interval().low()).isCloseTo(row.number("low"), within(1e-9));
    assertThat(actual.interval().high()).isCloseTo(row.number("high"), within(1e-9));
  }

  // Phone gets the hard tickets: 55 % against 75 %, and yet within each type it is as good as mail.
  @Test
  void theChannelWithTheHardTicketsIsNotWorseForIt() {
    Map<String, Map<String, Tally>> answers = Map.of(
        "mail", Map.of("easy", csat(40, 160), "hard", csat(20, 20)),
        "phone", Map.of("easy", csat(8, 32), "hard", csat(100, 100)));

    ChannelConsistency consistency = ChannelConsistency.of(answers);

    assertThat(consistency.channels())
        .extracting(each -> Math.round(each.crude().value().orElseThrow()))
        .containsExactly(75L, 55L);
    assertThat(consistency.spread().orElseThrow().value()).isCloseTo(0, within(1e-9));
    assertThat(consistency.finding()).isEqualTo(Finding.CANNOT_TELL);
    assertThat(consistency.covered()).isCloseTo(1, within(1e-12));
  }

  @Test
  void findsTheWeakChannel() {
    Map<String, Map<String, Tally>> answers = Map.of(
        "chat", Map.of("easy", csat(20, 180)),
        "mail", Map.of("easy", csat(80, 120)),
        "phone", Map.of("easy", csat(22, 178)));

    ChannelConsistency consistency = ChannelConsistency.of(answers);
    Pair worst = consistency.worstPair().orElseThrow();

    assertThat(worst.higher()).isEqualTo("chat");
    assertThat(worst.lower()).isEqualTo("mail");
    assertThat(worst.difference().value()).isCloseTo(30, within(1e-9));
    assertThat(worst.difference().interval().level()).isCloseTo(1 - 0.05 / 3, within(1e-12));
    assertThat(consistency.finding()).isEqualTo(Finding.DIFFERENT);
    Estimate spread = consistency.spread().orElseThrow();
    assertThat(spread.value()).isEqualTo(worst.difference().value());
    assertThat(spread.interval().low()).isPositive();
    assertThat(spread.n()).isEqualTo(600);
  }

  @Test
  void twoEqualChannelsHaveNoSpreadAndStillAnInterval() {
    ChannelConsistency consistency = ChannelConsistency.of(
        Map.of("chat", Map.of("easy", csat(0, 9)), "mail", Map.of("easy", csat(0, 9))));

    Estimate spread = consistency.spread().orElseThrow();
    assertThat(spread.value()).isZero();
    assertThat(spread.interval().low()).isZero();
    assertThat(spread.interval().high()).isGreaterThan(10);
    assertThat(consistency.finding()).isEqualTo(Finding.CANNOT_TELL);
  }

  @Test
  void comparesOnlyStrataWithAnswersOnEveryChannel() {
    ChannelConsistency consistency = ChannelConsistency.of(
        Map.of(
            "chat", Map.of("easy", csat(2, 8), "hard", csat(5, 5)),
            "mail", Map.of("easy", csat(3, 7)),
            "walk-in", Map.of("hard", csat(1, 3))),
        Map.of("easy", 60.0, "hard", 40.0, "never asked", 20.0),
        0.95);

    assertThat(consistency.tooFew()).containsExactly("walk-in");
    assertThat(consistency.covered()).isCloseTo(0.5, within(1e-12));
    assertThat(consistency.channels().get(0).standardised().value()).isCloseTo(80, within(1e-9));
    assertThat(consistency.channels().get(0).standardised().n()).isEqualTo(10);
  }

  @Test
  void aStratumWithOneAnswerHasNoStandardErrorButAnInterval() {
    ChannelConsistency consistency = ChannelConsistency.of(Map.of(
        "chat", Map.of("easy", csat(2, 8), "hard", csat(1, 0)),
        "mail", Map.of("easy", csat(3, 7), "hard", csat(2, 2))));

    assertThat(consistency.channels().get(0).standardised().standardError()).isEmpty();
    assertThat(consistency.channels().get(1).standardised().standardError()).isPresent();
    assertThat(consistency.spread().orElseThrow().interval().halfWidth()).isPositive();
  }

  @Test
  void oneChannelOrNoCommonStratumIsNotEnough() {
    ChannelConsistency one = ChannelConsistency.of(Map.of("chat", Map.of("easy", csat(3, 9))));
    ChannelConsistency apart = ChannelConsistency.of(
        Map.of("chat", Map.of("easy", csat(3, 9)), "mail", Map.of("hard", csat(3, 9))));

    for (ChannelConsistency each :
        new ChannelConsistency[] {one, apart, ChannelConsistency.of(Map.of())}) {
      assertThat(each.finding()).isEqualTo(Finding.NOT_ENOUGH_DATA);
      assertThat(each.spread()).isEmpty();
      assertThat(each.worstPair()).isEmpty();
      assertThat(each.channels()).isEmpty();
    }
    assertThat(apart.tooFew()).containsExactly("chat", "mail");
  }

  @Test
  void refusesAMixThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelConsistency.of(ANSWERS, Map.of("fault", -1.0), 0.95))
        .withMessage("mix of stratum 'fault' must be at least 0 and finite, but was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelConsistency.of(ANSWERS, Map.of("fault", Double.NaN), 0.95));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelConsistency.of(ANSWERS, Map.of("fault", 1.0), 0));
  }

  @Test
  void comparesFiftyChannelsAtMost() {
    Map<String, Map<String, Tally>> many = new TreeMap<>();
    for (int i = 0; i <= ChannelConsistency.MAX_CHANNELS; i++) {
      many.put("c" + i, Map.of());
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChannelConsistency.of(many))
        .withMessage("channels must be at most 50, but were 51");
  }
}
