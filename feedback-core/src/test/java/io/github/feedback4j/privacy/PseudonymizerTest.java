package io.github.feedback4j.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymizerTest {

  private static final byte[] KEY = "0123456789abcdef".getBytes(UTF_8);

  @Nested
  class WithAKey {

    private final Pseudonymizer pseudonymizer = Pseudonymizer.hmacSha256(KEY);

    /** The test cases of RFC 4231, section 4, whose key is long enough and whose data is text. */
    static Stream<Arguments> rfc4231() {
      return Stream.of(
          argumentSet(
              "test case 1",
              filled(20, 0x0b),
              "Hi There",
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
          argumentSet(
              "test case 6",
              filled(131, 0xaa),
              "Test Using Larger Than Block-Size Key - Hash Key First",
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
          argumentSet(
              "test case 7",
              filled(131, 0xaa),
              "This is a test using a larger than block-size key and a larger than block-size data."
                  + " The key needs to be hashed before being used by the HMAC algorithm.",
              "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"));
    }

    private static byte[] filled(int length, int value) {
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) value);
      return bytes;
    }

    @ParameterizedTest
    @MethodSource("rfc4231")
    void agreesWithRfc4231(byte[] key, String data, String code) {
      byte[] first16 = Arrays.copyOf(HexFormat.of().parseHex(code), 16);

      assertThat(Pseudonymizer.hmacSha256(key).pseudonymize(data).value())
          .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(first16));
    }

    @Test
    void givesTwentyTwoCharactersThatAreSafeInAnAddress() {
      assertThat(pseudonymizer.pseudonymize("zoé@example.org").value())
          .matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void givesTheSameKeyForTheSameIdOnly() {
      assertThat(pseudonymizer.pseudonymize("user-17"))
          .isEqualTo(Pseudonymizer.hmacSha256(KEY).pseudonymize("user-17"))
          .isNotEqualTo(pseudonymizer.pseudonymize("user-18"));
    }

    @Test
    void givesOtherKeysUnderAnotherSecret() {
      assertThat(pseudonymizer.pseudonymize("user-17"))
          .isNotEqualTo(Pseudonymizer.hmacSha256(filled(16, 1)).pseudonymize("user-17"));
    }

    @Test
    void keepsItsSecretWhenTheCallerWipesTheArray() {
      byte[] mine = KEY.clone();
      Pseudonymizer copied = Pseudonymizer.hmacSha256(mine);

      Arrays.fill(mine, (byte) 0);

      assertThat(copied.pseudonymize("user-17")).isEqualTo(pseudonymizer.pseudonymize("user-17"));
    }

    @Test
    void severalThreadsGetTheSameKeys() {
      List<RespondentKey> parallel = IntStream.range(0, 2_000)
          .parallel()
          .mapToObj(i -> pseudonymizer.pseudonymize("user-17"))
          .toList();

      assertThat(parallel)
          .isEqualTo(Collections.nCopies(2_000, pseudonymizer.pseudonymize("user-17")));
    }

    @Test
    void refusesAShortSecretWithoutRepeatingIt() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Pseudonymizer.hmacSha256("secret".getBytes(UTF_8)))
          .withMessage("key must have at least 16 bytes, but has 6");
    }

    @Test
    void doesNotShowItsSecret() {
      assertThat(pseudonymizer).hasToString("Pseudonymizer[HmacSHA256]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void refusesBlankIds(String raw) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pseudonymizer.pseudonymize(raw))
          .withMessage("respondent must not be blank");
    }
  }

  @Nested
  class Identified {

    private final Pseudonymizer pseudonymizer = Pseudonymizer.identified();

    @Test
    void keepsTheIdAsItIs() {
      assertThat(pseudonymizer.pseudonymize("Jane.Doe@example.org").value())
          .isEqualTo("Jane.Doe@example.org");
    }

    @Test
    void refusesBlankIds() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pseudonymizer.pseudonymize(" "))
          .withMessage("respondent must not be blank");
    }
  }
}
