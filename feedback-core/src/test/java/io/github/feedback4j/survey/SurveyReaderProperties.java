package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a file contains, the reader answers with a survey or with mistakes. */
class SurveyReaderProperties {

  /** Generous: this catches what hangs, not what is slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Replaces {@code length} characters, beginning at a share of the text, with something else. */
  record Edit(double position, int length, String replacement) {

    String applyTo(String text) {
      int from = (int) (position * text.length());
      int to = Math.min(text.length(), from + length);
      return text.substring(0, from) + replacement + text.substring(to);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void takesOrRefusesAnyText(@ForAll("texts") String text) {
    readsOrReports("a.yaml", text);
    readsOrReports("a.json", text);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void takesOrRefusesABrokenYamlFile(@ForAll("edits") List<Edit> edits) {
    readsOrReports("a.yaml", broken(SurveyFiles.content("maximal.yaml"), edits));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void takesOrRefusesABrokenJsonFile(@ForAll("edits") List<Edit> edits) {
    readsOrReports("a.json", broken(SurveyFiles.content("maximal.json"), edits));
  }

  private static String broken(String text, List<Edit> edits) {
    String broken = text;
    for (Edit each : edits) {
      broken = each.applyTo(broken);
    }
    return broken;
  }

  private static void readsOrReports(String name, String content) {
    assertTimeoutPreemptively(PATIENCE, () -> {
      try {
        Survey survey = SurveyReader.read(name, content);
        assertThat(SurveyReader.read("again.json", SurveyWriter.json(survey))).isEqualTo(survey);
      } catch (SurveyFormatException e) {
        // One more than the line ends of a text: a place may be behind its last character.
        long lines = content
                .chars()
                .filter(each -> "\n\r\u0085\u2028\u2029".indexOf(each) >= 0)
                .count()
            + 1;
        assertThat(e.mistakes())
            .isNotEmpty()
            .hasSizeLessThanOrEqualTo(Mistakes.MAX)
            .allSatisfy(each -> {
              assertThat(each.file()).isEqualTo(name);
              assertThat(each.line()).isBetween(1, (int) lines);
              assertThat(each.column()).isBetween(1, content.length() + 1);
              assertThat(each.message()).isNotBlank().doesNotContain("Source:");
            });
      }
    });
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(200);
    Arbitrary<String> pieces = snippets().list().ofMaxSize(60).map(each -> String.join("", each));
    return Arbitraries.oneOf(anything, pieces, TextArbitraries.texts());
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1),
            Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 12)),
                Tuple.of(1, Arbitraries.integers().between(0, 5_000))),
            Arbitraries.oneOf(Arbitraries.just(""), snippets(), TextArbitraries.texts()))
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  /** What the two syntaxes are made of, words of the format, and values at the edge of its types. */
  private static Arbitrary<String> snippets() {
    return Arbitraries.of(
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        ":",
        ": ",
        ",",
        "- ",
        "-",
        "? ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "|",
        ">",
        "#",
        " #",
        "&a ",
        "*a",
        "!!int ",
        "!!binary ",
        "!!str ",
        "!x ",
        "<<: *a",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "%TAG ! x\n",
        "\\",
        "\\u",
        "\\ud83d",
        "\\x",
        "\u0000",
        "\uFEFF",
        "\uD83D",
        "\uDE00",
        "😀",
        "null",
        "~",
        "true",
        "False",
        "0",
        "-1",
        "1e999999999",
        "1e99999999999",
        "1e-999999999",
        ".inf",
        ".nan",
        "NaN",
        "0x",
        "1_0",
        "12:30",
        "PT",
        "30d",
        "999999999d",
        "P99999999999D",
        "2026-01-31T25:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "survey: a\n",
        "survey",
        "questions:\n",
        "questions",
        "id: q\n",
        "type: rating\n",
        "metric",
        "csat",
        "nps",
        "labels: {1: a}\n",
        "text: a\n",
        "all",
        "any",
        "not",
        "attribute",
        "present",
        "on: ",
        "people: ",
        "classes: []\n",
        "choices: []\n",
        "defaultLocale: fr\n",
        "scale: {min: ");
  }
}
