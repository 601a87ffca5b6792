package io.github.feedback4j.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.github.feedback4j.spring.http.Assets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the editor of the theme pack costs over the wire, and what it may never contain. */
class ThemesAssetsTest {

  private static final String ENGLISH = "themes.en.js";
  private static final String FRENCH = "themes.fr.js";

  private static final List<String> FILES =
      List.of("themes.html", "themes.css", "themes.js", "themes-parts.js", ENGLISH, FRENCH);

  private static final int MAX_BYTES = 12 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {ENGLISH, FRENCH})
  void besideTheStylesOfTheDashboardItHasAtMostTwelveKilobytesOfBrotli(String words)
      throws IOException {
    Brotli4jLoader.ensureAvailability();
    int bytes = 0;
    for (String name : FILES) {
      if (name.equals(words) || !name.matches("themes\\...\\.js")) {
        byte[] content = Assets.load(DashboardController.class, name);
        bytes += Encoder.compress(content, new Encoder.Parameters().setQuality(11)).length;
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
  void whatThePageSaysHasWordsAndNoWordIsIdle() {
    Set<String> written = new TreeSet<>(keys(ENGLISH));
    Set<String> quoted = Pattern.compile("'([A-Za-z0-9_]+)'")
        .matcher(text("themes.js") + text("themes-parts.js"))
        .results()
        .map((MatchResult each) -> each.group(1))
        .collect(Collectors.toSet());
    Set<String> said = Pattern.compile("say\\('([A-Za-z0-9_]+)'")
        .matcher(text("themes.js") + text("themes-parts.js"))
        .results()
        .map((MatchResult each) -> each.group(1))
        .collect(Collectors.toSet());

    assertThat(written).containsAll(said);
    // Names of verdicts and of polarities come from the server, those of explanations are put
    // together.
    assertThat(written)
        .filteredOn(each -> !quoted.contains(each)
            && !each.matches("[A-Z_]+")
            && !(each.endsWith("Why") && quoted.contains(each.substring(0, each.length() - 3))))
        .isEmpty();
  }

  @Test
  void frenchHasItsSpaces() {
    assertThat(entries(FRENCH)).allSatisfy(line -> {
      String text = line.substring(line.indexOf(": '") + 3).replace("\\u00a0", "\u00a0");
      assertThat(text).doesNotContainPattern("[^\u00a0][?!:;%»]|«[^\u00a0]|\\w'\\w");
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"themes.html", "themes.css", "themes.js", "themes-parts.js", ENGLISH, FRENCH})
  void nothingInItNeedsAnExceptionFromAStrictPolicy(String name) {
    assertThat(text(name))
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function")
        .doesNotContain(" style=", "<style", " onclick=", "<script>")
        .doesNotContain("document.cookie", "localStorage", "sessionStorage", "https://")
        .doesNotContain("confirm(", "alert(");
  }

  private static List<String> keys(String name) {
    return entries(name).stream()
        .map(line -> line.substring(2, line.indexOf(": '")))
        .toList();
  }

  private static List<String> entries(String name) {
    return text(name).lines().filter(line -> line.startsWith("  ")).toList();
  }

  private static String text(String name) {
    return new String(Assets.load(DashboardController.class, name), StandardCharsets.UTF_8);
  }
}
