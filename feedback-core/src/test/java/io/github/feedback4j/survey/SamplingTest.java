package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 1e-9, 0.1, 0.5, 1})
  void takesEveryShare(double rate) {
    assertThat(((Sampling.People) Sampling.people(rate)).rate()).isEqualTo(rate);
    assertThat(((Sampling.Touchpoints) Sampling.touchpoints(rate)).rate()).isEqualTo(rate);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        -Double.MIN_VALUE,
        -0.1,
        1.0000001,
        25,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY
      })
  void refusesWhatIsNoShare(double rate) {
    String message = "rate must be between 0 and 1, but was " + rate;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.people(rate))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.touchpoints(rate))
        .withMessage(message);
  }

  @Test
  void takesNegativeZeroForZero() {
    assertThat(Sampling.people(-0.0)).isEqualTo(Sampling.people(0.0));
    assertThat(Sampling.touchpoints(-0.0)).isEqualTo(Sampling.touchpoints(0.0));
  }

  @Test
  void everybodyIsAllPeople() {
    assertThat(Sampling.everybody()).isEqualTo(Sampling.people(1));
  }

  @Test
  void drawsPeopleAndTouchpointsApart() {
    assertThat(Sampling.people(0.5)).isNotEqualTo(Sampling.touchpoints(0.5));
  }

  @Test
  void usesTheKeyOfTheSurveyUnlessSalted() {
    assertThat(Sampling.people(0.5).salt()).isNull();
    assertThat(Sampling.touchpoints(0.5).salt()).isNull();
  }

  @Test
  void aSaltLeavesKindAndRateAlone() {
    assertThat(Sampling.people(0.5).withSalt("old-key"))
        .isEqualTo(new Sampling.People(0.5, "old-key"));
    assertThat(Sampling.touchpoints(0.5).withSalt("old-key"))
        .isEqualTo(new Sampling.Touchpoints(0.5, "old-key"));
  }

  @Test
  void refusesASaltThatNoSurveyCouldHaveAsKey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.people(0.5).withSalt("old key"))
        .withMessage("salt must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was 'old key'");
  }
}
