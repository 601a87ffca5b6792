package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScaleTest {

  @Test
  void countsBothEnds() {
    assertThat(Scale.of(1, 5).points()).isEqualTo(5);
    assertThat(Scale.of(0, 10).points()).isEqualTo(Scale.MAX_POINTS);
    assertThat(Scale.of(10, 20).points()).isEqualTo(11);
  }

  @Test
  void containsItsEndsAndNothingBeyond() {
    Scale scale = Scale.of(1, 5);

    assertThat(scale.contains(0)).isFalse();
    assertThat(scale.contains(1)).isTrue();
    assertThat(scale.contains(5)).isTrue();
    assertThat(scale.contains(6)).isFalse();
  }

  @Test
  void readsAsPeopleWriteIt() {
    assertThat(Scale.of(1, 5)).hasToString("1–5");
  }

  @ParameterizedTest
  @MethodSource
  void refuses(int min, int max, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> Scale.of(min, max)).withMessage(message);
  }

  static Stream<Arguments> refuses() {
    return Stream.of(
        argumentSet("one point", 3, 3, "scale must have 2 to 11 points, but 3 to 3 has 1"),
        argumentSet(
            "ends the wrong way round", 5, 1, "scale must have 2 to 11 points, but 5 to 1 has -3"),
        argumentSet("twelve points", 0, 11, "scale must have 2 to 11 points, but 0 to 11 has 12"),
        argumentSet("a negative start", -1, 5, "scale min must be between 0 and 10, but was -1"),
        argumentSet("a start beyond ten", 11, 12, "scale min must be between 0 and 10, but was 11"),
        argumentSet(
            "more points than an int can count",
            10,
            Integer.MIN_VALUE,
            "scale must have 2 to 11 points, but 10 to -2147483648 has -2147483657"));
  }
}
