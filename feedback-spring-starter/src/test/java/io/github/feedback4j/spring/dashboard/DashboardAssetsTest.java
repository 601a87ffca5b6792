package io.github.feedback4j.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.github.feedback4j.spring.http.Assets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the dashboard costs over the wire, and what it may never contain. */
class DashboardAssetsTest {

  private static final List<String> FILES =
      List.of("dashboard.html", "dashboard.css", "dashboard.js", "charts.js", "words.js");

  /** Of the 20 KB that dashboard and wallboard may have together. */
  private static final int MAX_BYTES = 16 * 1024;

  @Test
  void allOfItHasAtMostSixteenKilobytesOfBrotli() throws IOException {
    Brotli4jLoader.ensureAvailability();
    int bytes = 0;
    for (String name : FILES) {
      bytes += Encoder.compress(load(name), new Encoder.Parameters().setQuality(11)).length;
    }

    assertThat(bytes).isLessThanOrEqualTo(MAX_BYTES);
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

  private static byte[] load(String name) {
    return Assets.load(DashboardController.class, name);
  }
}
