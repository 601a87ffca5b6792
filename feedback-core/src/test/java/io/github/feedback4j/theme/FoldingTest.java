package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "é, e", "Œ, oe", "æ, ae", "ß, ss", "ﬁ, fi", "İ, i", "ı, i", "ø, o", "ｆ, f", "𝐬, s", "ς, σ"
  })
  void givesLettersWithoutCaseAndAccent(String letter, String folded) {
    assertThat(Folding.of(letter.codePointAt(0))).isEqualTo(folded);
  }

  @Test
  void givesTheSameOnEveryJavaVersion() {
    // The sum over all code points, computed on Java 17 and 25. Another one on a newer Java means
    // that
    // Unicode has grown: what is new belongs to NewCharacters.
    CRC32 sum = new CRC32();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      Folding.of(codePoint).chars().forEach(each -> {
        sum.update(each >> 8);
        sum.update(each);
      });
      sum.update(Folding.isMark(codePoint) ? 1 : 0);
      sum.update(Folding.isLetter(codePoint) ? 1 : 0);
      sum.update(Folding.isInvisible(codePoint) ? 1 : 0);
      sum.update(Folding.hasFrenchAccent(codePoint) ? 1 : 0);
    }

    assertThat(Long.toHexString(sum.getValue())).isEqualTo("926d415b");
  }
}
