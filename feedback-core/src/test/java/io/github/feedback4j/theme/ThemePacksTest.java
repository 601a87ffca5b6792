package io.github.feedback4j.theme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemePacksTest {

  private static final ThemePack PACK = ThemePacks.itService();
  private static final ThemeTagger TAGGER = ThemePacks.itServiceTagger();

  /** A labelled comment: themes with their polarities, such as {@code speed=positive}. */
  private record Example(String language, String comment, Set<String> expected) {

    Set<String> found() {
      return TAGGER.tag(comment, Locale.forLanguageTag(language)).stream()
          .map(each -> each.theme() + "=" + each.polarity().name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void itServiceHasEighteenThemesInEnglishAndFrenchAlike() {
    assertThat(PACK.themes()).hasSize(18).allSatisfy(theme -> {
      assertThat(theme.titles()).containsOnlyKeys("en", "fr");
      Map<String, Long> items = PACK.items().stream()
          .filter(each -> each.theme().equals(theme.id()) && !each.hides())
          .collect(Collectors.groupingBy(Item::language, Collectors.counting()));
      assertThat(items).containsOnlyKeys("en", "fr");
      assertThat(items.values()).allMatch(each -> each >= 25);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void itServiceFindsTheThemesOfItsExamples(String language) throws IOException {
    List<Example> examples = examples("it-service-examples.tsv", language);

    assertThat(examples).hasSizeGreaterThan(450);
    assertThat(macroF1(examples)).isGreaterThan(0.95);
    assertThat(rightPolarity(examples)).isGreaterThan(0.85);
  }

  /** In another voice than the examples', so that a line that only fits an example gains nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void itServiceFindsMostThemesOfCommentsThatItIsNotTunedTo(String language) throws IOException {
    List<Example> heldOut = examples("it-service-heldout.tsv", language);

    assertThat(heldOut).hasSizeGreaterThan(150);
    assertThat(macroF1(heldOut)).isGreaterThan(0.5);
    assertThat(rightPolarity(heldOut)).isGreaterThan(0.5);
  }

  @Test
  void theTaggerOfItServiceIsThatOfThePack() throws IOException {
    ThemeTagger compiled = ThemeTagger.phrases(PACK);

    assertThat(TAGGER).isSameAs(ThemePacks.itServiceTagger());
    assertThat(TAGGER.packId()).isEqualTo(compiled.packId());
    assertThat(TAGGER.themes()).isEqualTo(compiled.themes());
    for (Example each : examples("it-service-examples.tsv", "en")) {
      assertThat(TAGGER.tags(each.comment(), Locale.ENGLISH, Polarity.NEGATIVE))
          .isEqualTo(compiled.tags(each.comment(), Locale.ENGLISH, Polarity.NEGATIVE));
    }
  }

  /** Returns the mean over all themes of F1, whatever the polarity. */
  private static double macroF1(List<Example> examples) {
    double sum = 0;
    for (Theme theme : PACK.themes()) {
      int hits = 0;
      int wrong = 0;
      int missed = 0;
      for (Example each : examples) {
        boolean wanted = themes(each.expected).contains(theme.id());
        boolean found = themes(each.found()).contains(theme.id());
        hits += wanted && found ? 1 : 0;
        wrong += !wanted && found ? 1 : 0;
        missed += wanted && !found ? 1 : 0;
      }
      sum += 2.0 * hits / (2.0 * hits + wrong + missed);
    }
    return sum / PACK.themes().size();
  }

  /** Returns the share of themes that were found with the polarities that were expected. */
  private static double rightPolarity(List<Example> examples) {
    int right = 0;
    int all = 0;
    for (Example each : examples) {
      Map<String, Set<String>> expected = byTheme(each.expected);
      Map<String, Set<String>> found = byTheme(each.found());
      for (Map.Entry<String, Set<String>> theme : expected.entrySet()) {
        if (found.containsKey(theme.getKey())) {
          all++;
          right += theme.getValue().equals(found.get(theme.getKey())) ? 1 : 0;
        }
      }
    }
    return (double) right / all;
  }

  private static Set<String> themes(Set<String> labels) {
    return byTheme(labels).keySet();
  }

  private static Map<String, Set<String>> byTheme(Set<String> labels) {
    Map<String, Set<String>> themes = new TreeMap<>();
    for (String each : labels) {
      int equals = each.indexOf('=');
      themes
          .computeIfAbsent(each.substring(0, equals), theme -> new TreeSet<>())
          .add(each.substring(equals + 1));
    }
    return themes;
  }

  private static List<Example> examples(String file, String language) throws IOException {
    try (InputStream in = ThemePacksTest.class.getResourceAsStream(file)) {
      List<Example> examples = new ArrayList<>();
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      for (String line : text.lines().skip(1).toList()) {
        String[] fields = line.split("\t", -1);
        if (fields[0].equals(language)) {
          Set<String> labels = fields[2].isEmpty()
              ? Set.of()
              : new TreeSet<>(Arrays.asList(fields[2].split(",", -1)));
          examples.add(new Example(fields[0], fields[1], labels));
        }
      }
      return examples;
    }
  }
}
