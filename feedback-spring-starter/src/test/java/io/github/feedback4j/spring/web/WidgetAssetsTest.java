package io.github.feedback4j.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every page that embeds the widget pays for it, and what it may never contain. */
class WidgetAssetsTest {

  private static final int MAX_BYTES = 8 * 1024;
  private static final List<String> MODULES =
      List.of("widget.js", "outbox.js", "widget-words.js", "questions.js", "flow.js");

  @Test
  void theEntryModuleHasAtMostEightKilobytesOfBrotli() throws IOException {
    assertThat(compressed("widget.js")).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void whatEveryPromptAddsHasAtMostEightMore() throws IOException {
    assertThat(compressed("outbox.js") + compressed("widget-words.js"))
        .isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void whatTheRarerQuestionsAddHasAtMostEightMore() throws IOException {
    assertThat(compressed("questions.js") + compressed("flow.js")).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void nothingInItNeedsAnExceptionFromAStrictPolicy() throws IOException {
    for (String name : MODULES) {
      assertThat(new String(read(name), StandardCharsets.UTF_8))
          .as(name)
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function")
          .doesNotContain("document.cookie", "http://localhost", "https://");
    }
  }

  private static int compressed(String name) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return Encoder.compress(read(name), new Encoder.Parameters().setQuality(11)).length;
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = WidgetAssetsTest.class.getResourceAsStream("assets/" + name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
