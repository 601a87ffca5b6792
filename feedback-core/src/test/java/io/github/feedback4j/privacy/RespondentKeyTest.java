package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RespondentKeyTest {

  @Test
  void keysOfOneValueAreEqual() {
    assertThat(new RespondentKey("Zk3abc"))
        .isEqualTo(new RespondentKey("Zk3abc"))
        .isNotEqualTo(new RespondentKey("zk3abc"));
  }

  @Test
  void acceptsUpTo256Characters() {
    assertThat(new RespondentKey("é".repeat(256)).value()).hasSize(256);
  }

  @Test
  void refusesOtherLengthsWithoutRepeatingTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RespondentKey(""))
        .withMessage("respondent key must have 1 to 256 characters, but has 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RespondentKey("secret".repeat(43)))
        .withMessage("respondent key must have 1 to 256 characters, but has 258");
  }

  @Test
  void refusesControlCharactersWithoutRepeatingTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RespondentKey("secret\nsecret"))
        .withMessage("respondent key must not have a control character, but has U+000A at index 6");
  }

  @ParameterizedTest
  @CsvSource({
    "Zk3UsBxJPW2xL6t1V0aQ7g, Zk3…",
    "user-17, u…",
    "jane@example.org, jan…",
    "abc, …",
    "a, …",
    "😀😀😀😀😀, 😀…"
  })
  void showsAFewCharactersAtMost(String value, String shown) {
    assertThat(new RespondentKey(value)).hasToString("RespondentKey[" + shown + "]");
  }
}
