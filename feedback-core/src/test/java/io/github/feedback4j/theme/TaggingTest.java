package io.github.feedback4j.theme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaggingTest {

  private static final RuleTagger TAGGER = RulePacks.tagger(RulePacks.CAPABILITIES);
  private static final Tag.Source SOURCE =
      new Tag.Source(Tag.Origin.MANUAL, "p:1:00000000", "1", "en", "vpn", "vpn");

  private static Tag tag(String theme, Polarity polarity, int score) {
    return new Tag(theme, polarity, score, List.of(new Tag.Span(0, 3)), null, SOURCE);
  }

  /**
   * Shows that the same pack and comment give the same bytes on every machine.
   *
   * <p>Where the file has to change, tags that are stored have changed their meaning, too: then {@link
   * RuleTagger#ENGINE} gets a new number.
   */
  @Test
  void theSamePackAndCommentsGiveTheSameBytes() throws IOException {
    StringBuilder golden = new StringBuilder();
    for (Capabilities.Row each : Capabilities.rows()) {
      golden.append(new String(TAGGER.tags(each.text(), each.locale()).toBytes(), UTF_8));
    }

    assertThat(golden.toString()).isEqualTo(Capabilities.read("capabilities.golden.tsv"));
  }

  @Test
  void theLocaleOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));

      RuleTagger turkish = RulePacks.tagger(RulePacks.CAPABILITIES);
      assertThat(turkish.tags("THE PRINTER IS TERRIBLE, 12 TIMES", null).toText())
          .isEqualTo(TAGGER.tags("THE PRINTER IS TERRIBLE, 12 TIMES", null).toText());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writesOneLineForEachTag() {
    assertThat(TAGGER.tags("No VPN problems", Locale.ENGLISH).toText()).isEqualTo("""
        tags\t1\ttest:1:00000000\tcomment
        network\tPOSITIVE\t80\t3-6\t0-2\tRULE\ten\tvpn\tvpn
        """);
    assertThat(TAGGER.tags("n/a", null).toText()).isEqualTo("tags\t1\ttest:1:00000000\tempty\n");
  }

  @Test
  void summarisesEachTheme() {
    Tagging tagging = new Tagging(
        "p",
        "1",
        false,
        List.of(
            tag("a", Polarity.POSITIVE, 1),
            tag("a", Polarity.NEGATIVE, -1),
            tag("a", Polarity.NEUTRAL, 0),
            tag("b", Polarity.NEUTRAL, 0),
            tag("b", Polarity.NEGATIVE, -100),
            tag("c", Polarity.NEUTRAL, 0)));

    assertThat(tagging.themes())
        .isEqualTo(
            new TreeMap<>(Map.of("a", Stance.MIXED, "b", Stance.NEGATIVE, "c", Stance.NEUTRAL)));
  }

  @Test
  void otherTaggersGiveTagsOfTheirMentions() {
    ThemeTagger words = new ThemeTagger() {
      @Override
      public List<Mention> tag(String text, @Nullable Locale locale) {
        return List.of(new Mention("all", 0, text.length(), Polarity.NEGATIVE, "*"));
      }

      @Override
      public String packId() {
        return "words";
      }
    };

    Tagging tagging = words.tags("vpn", null);

    assertThat(tagging.packId()).isEqualTo("words");
    assertThat(tagging.mentions()).isEqualTo(words.tag("vpn", null));
  }

  @Test
  void aTagChecksItself() {
    assertThatThrownBy(() -> tag("a", Polarity.POSITIVE, 101))
        .hasMessage("score must be between -100 and 100, but was 101");
    assertThatThrownBy(() -> tag("a", Polarity.NEGATIVE, 5))
        .hasMessage("score must have the sign of NEGATIVE, but was 5");
    assertThatThrownBy(() -> new Tag("a", Polarity.NEUTRAL, 0, List.of(), null, SOURCE))
        .hasMessage("spans must not be empty");
    assertThatThrownBy(() -> new Tag.Span(3, 3))
        .hasMessage("span must have 0 <= start < end, but was 3 to 3");
    assertThatThrownBy(() -> tag("A", Polarity.NEUTRAL, 0))
        .hasMessage("theme must match [a-z0-9-]{1,64}, but was 'A'");
  }
}
