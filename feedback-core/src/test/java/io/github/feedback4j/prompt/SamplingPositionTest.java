package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingPositionTest {

  @ParameterizedTest
  @CsvSource({
    // Collet's reference implementation and its ports publish these.
    "'', 0, EF46DB3751D8E999",
    "a, 0, D24EC4F1A98C6E5B",
    "abc, 0, 44BC2CF5AD770999",
    "xxhash, 20141025, B559B98D844E0635",
    "Nobody inspects the spammish repetition, 0, FBCEA83C8A378BF1"
  })
  void hashesAsXxh64IsPublished(String text, long seed, String expected) {
    assertThat(SamplingPosition.xxh64(text.getBytes(StandardCharsets.UTF_8), seed))
        .isEqualTo(Long.parseUnsignedLong(expected, 16));
  }

  @Test
  void hashesEveryLengthAsAnotherImplementationDoes() {
    byte[] data = new byte[101];
    long folded = 0;
    for (int length = 0; length <= 100; length++) {
      data[length] = (byte) (length * 37 + 11);
      folded =
          Long.rotateLeft(folded, 1) ^ SamplingPosition.xxh64(Arrays.copyOf(data, length), length);
    }

    assertThat(Long.toHexString(folded)).isEqualTo("3a47af0ea24d20b7");
  }

  @Test
  void hashesUtf8ByDefinition() {
    String text = "Zoé, \u007f\u0080\u07ff\u0800\ufffe, \ud800\udc00\udbff\udfff";

    assertThat(SamplingPosition.unitHash(text))
        .isEqualTo(SamplingPosition.xxh64(text.getBytes(StandardCharsets.UTF_8), 0));
  }

  @Test
  void hashesALoneSurrogateAsTheReplacementCharacter() {
    assertThat(SamplingPosition.of("s", "a\ud83db"))
        .isEqualTo(SamplingPosition.of("s", "a\ufffdb"));
    assertThat(SamplingPosition.of("s", "a\ude80")).isEqualTo(SamplingPosition.of("s", "a\ufffd"));
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(SamplingPosition.ofParts("s", "ab", "c"))
        .isNotEqualTo(SamplingPosition.ofParts("s", "a", "bc"));
    assertThat(SamplingPosition.ofParts("s", "", "abc"))
        .isNotEqualTo(SamplingPosition.ofParts("s", "abc", ""));
  }

  @ParameterizedTest
  @CsvSource({
    // Golden, and computed by another implementation in another language: a change of any of these
    // would move people in and out of running surveys.
    "ticket-csat, user-17, 0.6863331940999482",
    "ticket-csat, '', 0.12834930452878202",
    "ticket-nps, user-17, 0.19125227227525432",
    "ticket-csat, Zoé, 0.36245505291146496"
  })
  void positionsAreGolden(String salt, String unit, double expected) {
    assertThat(SamplingPosition.of(salt, unit)).isEqualTo(expected);
  }

  @Test
  void thePositionOfSeveralPartsIsGolden() {
    assertThat(SamplingPosition.ofParts("ticket-csat", "user-17", "INC-1234", "1"))
        .isEqualTo(0.5206181173680757);
  }

  @ParameterizedTest
  @CsvSource({
    // Golden too, and from the same other implementation.
    "user-17, 4, 0",
    "user-17, 1, 0",
    "Zoé, 12, 10",
    "'', 1000, 268"
  })
  void panelsAreGolden(String unit, int panels, int expected) {
    assertThat(SamplingPosition.panel("advisory", unit, panels)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"user-17, 0.6279248157876461", "Zoé, 0.4840890338380933"})
  void placesOnLayersAreGolden(String unit, double expected) {
    assertThat(SamplingPosition.onLayer("q4", unit)).isEqualTo(expected);
  }

  @Test
  void refusesToDealIntoNoPanels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SamplingPosition.panel("advisory", "user-17", 0))
        .withMessage("panels must be at least 1, but was 0");
  }

  @Test
  void theLastPositionIsInTheLastPanelForEveryNumberOfPanels() {
    double last = 1 - 0x1.0p-53;
    for (int panels = 1; panels <= 1_000; panels++) {
      assertThat((int) (last * panels)).isEqualTo(panels - 1);
    }
  }
}
