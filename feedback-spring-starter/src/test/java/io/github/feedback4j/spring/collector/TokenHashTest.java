package io.github.feedback4j.spring.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHashTest {

  // printf %s 'fb4j_0123456789abcdef0123456789abcdef' | openssl dgst -sha256 [-binary | base64]
  private static final String TOKEN = "fb4j_0123456789abcdef0123456789abcdef";
  private static final String HEX =
      "dad2ffd54deac8831503cfef42bce73ce2223f136ebbb30a52464432ef0ab560";
  private static final String BASE64 = "2tL/1U3qyIMVA8/vQrznPOIiPxNuu7MKUkZEMu8KtWA=";

  @Test
  void isWhatOpensslMakesOfTheToken() {
    assertThat(TokenHash.parse(HEX)).isEqualTo(TokenHash.of(TOKEN));
  }

  @Test
  void mayBeWrittenInEitherCaseAndInBase64WithOrWithoutItsEnd() {
    assertThat(TokenHash.parse(HEX.toUpperCase(Locale.ROOT))).isEqualTo(TokenHash.parse(HEX));
    assertThat(TokenHash.parse(BASE64)).isEqualTo(TokenHash.parse(HEX));
    assertThat(TokenHash.parse(BASE64.replace("=", ""))).isEqualTo(TokenHash.parse(HEX));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fb4j_0123456789abcdef0123456789abcdef", "AAAA", "not base 64"})
  void nothingElseIsOne(String text) {
    assertThat(TokenHash.parse(text)).isNull();
  }

  @Test
  void anotherTokenHasAnotherHash() {
    assertThat(TokenHash.of(TOKEN + "0")).isNotEqualTo(TokenHash.of(TOKEN));
  }

  @Test
  void showsNothingOfItself() {
    assertThat(TokenHash.of(TOKEN)).hasToString("TokenHash");
  }
}
