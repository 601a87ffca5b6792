package io.github.feedback4j.spring.dashboard;

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

/** What the dashboard costs over the wire, and what it may never contain. */
class DashboardAssetsTest {

  private static final String ENGLISH = "words.en.js";
  private static final String FRENCH = "words.fr.js";

  private static final List<String> FILES = List.of(
      "dashboard.html",
      "dashboard.css",
      "dashboard.js",
      "insights.js",
      "charts.js",
      "words.js",
      ENGLISH,
      FRENCH);

  /** What dashboard and wallboard may have together. */
  private static final int MAX_BYTES = 20 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {ENGLISH, FRENCH})
  void allThatAPageLoadsHasAtMostTwentyKilobytesOfBrotli(String words) throws IOException {
    Brotli4jLoader.ensureAvailability();
    int bytes = 0;
    for (String name : FILES) {
      if (name.equals(words) || !name.matches("words\\...\\.js")) {
        bytes += Encoder.compress(load(name), new Encoder.Parameters().setQuality(11)).length;
      }
    }

    assertThat(bytes).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(keys(ENGLISH)).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    assertThat(keys(FRENCH)).isEqualTo(keys(ENGLISH));
  }

  @Test
  void frenchHasItsSpaces() {
    assertThat(entries(FRENCH)).allSatisfy(line -> {
      String text = line.substring(line.indexOf(": '") + 3).replace("\\u00a0", "\u00a0");
      assertThat(text).doesNotContainPattern("[^\u00a0][?!:;%»]|«[^\u00a0]|\\w'\\w");
    });
  }

  @Test
  void scriptsAreServedWithoutTheirTypesAndOtherwiseAsTheyAre() {
    String script = new String(load("charts.js"), StandardCharsets.UTF_8);

    assertThat(script)
        .doesNotContain("/**", "@param", "*/")
        .contains("export function trend(", "const scoreOf = (i = 0) => (buckets[i].score);");
  }

  @Test
  void nothingInItNeedsAnExceptionFromAStrictPolicy() {
    for (String name : FILES) {
      assertThat(new String(load(name), StandardCharsets.UTF_8))
          .as(name)
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function")
          .doesNotContain(" style=", "<style", " onclick=", "<script>")
          .doesNotContain("document.cookie", "localStorage", "sessionStorage", "https://");
    }
  }

  private static List<String> keys(String name) {
    return entries(name).stream()
        .map(line -> line.substring(0, line.indexOf(": '")))
        .toList();
  }

  private static List<String> entries(String name) {
    return new String(load(name), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("  "))
        .toList();
  }

  private static byte[] load(String name) {
    return Assets.load(DashboardController.class, name);
  }
}
