package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FalseDiscoveryTest {

  // Section 3.2 of the paper: thrombolysis after a heart attack, 15 questions, of which four stand.
  @Test
  void findsTheFourOfBenjaminiAndHochberg1995() {
    double[] adjusted = FalseDiscovery.adjusted(
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0000);

    assertThat(Arrays.stream(adjusted).filter(each -> each <= 0.05)).hasSize(4);
    assertThat(adjusted[3]).isCloseTo(0.035625, within(1e-12));
  }

  static Stream<List<String>> reference() {
    return ReferenceRows.of("false-discoveries.csv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithStatsmodels(List<String> row) {
    double[] expected = ReferenceRows.numbers(row.get(1));

    double[] adjusted = FalseDiscovery.adjusted(ReferenceRows.numbers(row.get(0)));

    assertThat(adjusted).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(adjusted[i]).isCloseTo(expected[i], within(1e-12 * expected[i]));
    }
  }

  @Test
  void noQuestionsHaveNoAnswers() {
    assertThat(FalseDiscovery.adjusted()).isEmpty();
  }

  @Test
  void namesThePValueThatIsNone() {
    assertThatThrownBy(() -> FalseDiscovery.adjusted(0.5, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("p-value 1 must be between 0 and 1, but was 1.5");
    assertThatThrownBy(() -> FalseDiscovery.adjusted(Double.NaN)).hasMessageContaining("p-value 0");
  }
}
