package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogOddsTest {

  // Computed with forty decimals from equations 16, 20 and 22 of Monroe, Colaresi and Quinn (2008).
  @ParameterizedTest
  @CsvSource({
    "20, 5, 1000, 1000, 100, 2.71974404755441",
    "5, 20, 1000, 1000, 100, -2.7197440475544",
    "8, 0, 500, 5000, 550, 3.48634611296260",
    "3, 3, 100, 100, 10, 0"
  })
  void standardErrorsAreThoseOfTheFormula(
      double inFirst, double inSecond, double first, double second, double strength, double z) {
    assertThat(new LogOdds(first, second, strength).z(inFirst, inSecond))
        .isCloseTo(z, within(1e-9));
  }
}
