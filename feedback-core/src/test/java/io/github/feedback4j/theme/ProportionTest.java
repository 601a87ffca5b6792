package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

  // The three that Newcombe (1998), "Two-sided confidence intervals for the single proportion",
  // lists
  // for method 3 come first: 0.2553 to 0.3662, 0.0624 to 0.1605, 0 to 0.1611. All were computed
  // with
  // forty decimals, from the formula with shares in place of numbers.
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.255288519878, 0.366209576982",
    "15, 148, 0.062386399530, 0.160487241723",
    "0, 20, 0, 0.161125158052",
    "20, 20, 0.838874841947, 1",
    "0, 1, 0, 0.793450685622",
    "1, 1, 0.206549314377, 1",
    "1, 2, 0.094531205734, 0.905468794265",
    "3, 10, 0.107791267406, 0.603221852538",
    "7, 10, 0.396778147461, 0.892208732593",
    "29, 30, 0.833296090085, 0.994091409618",
    "500, 1000, 0.469069600368, 0.530930399631"
  })
  void limitsAreThoseOfWilson(int some, int all, double low, double high) {
    Proportion proportion = new Proportion(some, all);

    assertThat(proportion.low()).isCloseTo(low, within(1e-9));
    assertThat(proportion.high()).isCloseTo(high, within(1e-9));
    assertThat(proportion.value()).isEqualTo((double) some / all);
  }

  @Test
  void withoutACaseEverythingIsPossible() {
    Proportion nothing = new Proportion(0, 0);

    assertThat(nothing.value()).isNaN();
    assertThat(nothing.low()).isZero();
    assertThat(nothing.high()).isOne();
  }

  @Test
  void moreThanAllIsRefused() {
    assertThatThrownBy(() -> new Proportion(3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("some must be between 0 and all, but was 3 of 2");
  }
}
