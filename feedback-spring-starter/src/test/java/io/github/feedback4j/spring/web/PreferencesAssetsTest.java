package io.github.feedback4j.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.github.feedback4j.spring.http.Assets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page pays for {@code <feedback-preferences>}, and what it says. */
class PreferencesAssetsTest {

  private static final String ENGLISH = "preferences.en.js";
  private static final String FRENCH = "preferences.fr.js";

  @Test
  void theModuleHasAtMostThreeKilobytesOfBrotliAndEachLanguageOne() throws IOException {
    assertThat(compressed("preferences.js")).isLessThanOrEqualTo(3 * 1024);
    assertThat(compressed(ENGLISH)).isLessThanOrEqualTo(1024);
    assertThat(compressed(FRENCH)).isLessThanOrEqualTo(1024);
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(keys(ENGLISH)).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(keys(FRENCH)).isEqualTo(keys(ENGLISH));
  }

  @Test
  void frenchHasItsSpaces() {
    assertThat(entries(FRENCH)).allSatisfy(line -> {
      String text = line.substring(line.indexOf('\'')).replace("\\u00a0", "\u00a0");
      assertThat(text).doesNotContainPattern("[^\u00a0][?!:;»]|«[^\u00a0]|\\w'\\w");
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"preferences.js", ENGLISH, FRENCH})
  void nothingInItNeedsAnExceptionFromAStrictPolicy(String name) {
    assertThat(text(name))
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function")
        .doesNotContain("document.cookie", "localStorage", "http://", "https://")
        .doesNotContain("confirm(", "alert(");
  }

  private static List<String> keys(String name) {
    return entries(name).stream()
        .map(line -> line.substring(0, line.indexOf(':')))
        .toList();
  }

  private static List<String> entries(String name) {
    return text(name).lines().filter(line -> line.startsWith("  ")).toList();
  }

  private static String text(String name) {
    return new String(Assets.load(AssetController.class, name), StandardCharsets.UTF_8);
  }

  private static int compressed(String name) throws IOException {
    Brotli4jLoader.ensureAvailability();
    byte[] content = Assets.load(AssetController.class, name);
    return Encoder.compress(content, new Encoder.Parameters().setQuality(11)).length;
  }
}
