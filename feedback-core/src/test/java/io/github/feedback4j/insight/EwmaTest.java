package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EwmaTest {

  // NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.4: mean 50, standard deviation
  // 2.0539, λ = 0.3.
  @Test
  void followsTheExampleOfTheNistHandbook() {
    double[] data = {
      52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8,
      51.2, 52.6, 52.4, 53.6, 52.1
    };
    double[] averages = {
      50.60, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52,
      50.05, 49.38, 49.92, 50.73, 51.23, 51.94, 51.99
    };

    Ewma ewma = Ewma.start(0.3, 3);
    for (int t = 0; t < data.length; t++) {
      ewma = ewma.next((data[t] - 50) / 2.0539);

      assertThat(50 + 2.0539 * ewma.value()).isCloseTo(averages[t], within(0.0051));
      assertThat(ewma.isHigh() || ewma.isLow()).isFalse();
    }
    assertThat(50 + 2.0539 * ewma.limit()).isCloseTo(52.5884, within(0.0001));
  }

  // Montgomery, Introduction to Statistical Quality Control, example 9.2: λ = 0.1, L = 2.7, mean
  // 10.
  @Test
  void itsFirstLimitsAreExact() {
    Ewma first = Ewma.start(0.1, 2.7).next(-0.55);
    Ewma second = first.next(-2.01);

    assertThat(10 + first.value()).isCloseTo(9.945, within(1e-12));
    assertThat(10 + second.value()).isCloseTo(9.7495, within(1e-12));
    assertThat(10 + first.limit()).isCloseTo(10.27, within(1e-9));
    assertThat(10 + second.limit()).isCloseTo(10.36, within(0.005));
  }

  @Test
  void hasNoLimitsBeforeTheFirstReading() {
    assertThat(Ewma.start().limit()).isZero();
    assertThat(Ewma.start(1, 3).limit()).isZero();
    assertThat(Ewma.start(1, 3).next(2).limit()).isEqualTo(3);
  }

  @Test
  void saysWhichSideItLeft() {
    assertThat(Ewma.start(1, 3).next(3.1).isHigh()).isTrue();
    assertThat(Ewma.start(1, 3).next(-3.1).isLow()).isTrue();
    assertThat(Ewma.start(1, 3).next(-3.1).isHigh()).isFalse();
    assertThat(Ewma.start(1, 3).next(3).isHigh()).isFalse();
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ewma.start(0, 3))
        .withMessage("lambda must be above 0 and at most 1, but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ewma.start(0.2, Double.NaN))
        .withMessage("width must be above 0 and at most 10, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ewma.start().next(Double.POSITIVE_INFINITY))
        .withMessage("reading must be finite, but was Infinity");
    assertThatIllegalArgumentException().isThrownBy(() -> new Ewma(0.2, 3, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Ewma(0.2, 3, 1, Double.NaN));
  }
}
