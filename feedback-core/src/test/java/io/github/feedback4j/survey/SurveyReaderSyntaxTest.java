package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader says about files that are no YAML or JSON, or more than a survey can be. */
class SurveyReaderSyntaxTest {

  private static final String MINIMAL = SurveyFiles.content("minimal.yaml");
  private static final String TOO_LARGE = "; a survey needs far less; simplify the file";

  @ParameterizedTest
  @MethodSource
  void reportsWhatIsNoYaml(String content, String place, String said) {
    assertThat(SurveyFiles.report("a.yaml", content))
        .isEqualTo(
            "a.yaml:%s: not YAML: %s; check indentation (spaces, no tabs), quotes and brackets; nothing after this place was read",
            place, said);
  }

  static Stream<Arguments> reportsWhatIsNoYaml() {
    return Stream.of(
        argumentSet(
            "indentation with a tab",
            "survey: a\nquestions:\n\t- id: q\n",
            "3:1",
            "while scanning for the next token, found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
        argumentSet(
            "an unclosed bracket",
            "survey: a\nquestions: [\n  {id: q}\n",
            "4:1",
            "while parsing a flow sequence, expected ',' or ']', but got <stream end>"),
        argumentSet(
            "an unclosed quote",
            "survey: \"a\nquestions: []\n",
            "3:1",
            "while scanning a quoted scalar, found unexpected end of stream"),
        argumentSet(
            "a colon in a text without quotes",
            "survey: a\ntitle: Please: help\n",
            "2:14",
            "mapping values are not allowed here"),
        argumentSet(
            "a list within a line",
            "survey: - a\n",
            "1:9",
            "sequence entries are not allowed here"),
        argumentSet(
            "an escape that is no character",
            "survey: a\ntitle: \"\\UFFFFFFFF\"\n",
            "2:6",
            "an escape such as \\u0041 names no character"),
        argumentSet(
            "an alias as a name",
            "survey: &a b\n*a : c\n",
            "2:3",
            "Expected a property name (Scalar value in YAML), got this instead: =ALI *a"),
        argumentSet(
            "a list as a name",
            "survey: a\n? [b]\n: c\n",
            "2:4",
            "Expected a property name (Scalar value in YAML), got this instead: +SEQ []"));
  }

  @ParameterizedTest
  @MethodSource
  void reportsWhatIsNoJson(String content, String place, String said) {
    assertThat(SurveyFiles.report("a.json", content))
        .isEqualTo("a.json:%s: not JSON: %s; nothing after this place was read", place, said);
  }

  static Stream<Arguments> reportsWhatIsNoJson() {
    return Stream.of(
        argumentSet(
            "a missing colon",
            "{\"survey\": \"a\",\n \"on\" \"b\"}",
            "2:7",
            "Unexpected character ('\"' (code 34)): was expecting a colon to separate property name and value"),
        argumentSet(
            "a cut-off file",
            "{\"survey\": \"a\",\n \"on\": ",
            "2:8",
            "Unexpected end-of-input within/between Object entries"),
        argumentSet(
            "a number with more digits than any survey needs",
            "{\"version\": " + "1".repeat(1_001) + "}",
            "1:1014",
            "Number value length (1001) exceeds the maximum allowed (1000, from `StreamReadConstraints.getMaxNumberLength()`)"));
  }

  @ParameterizedTest
  @MethodSource
  void reportsAnEmptyFile(String name, String content) {
    assertThat(SurveyFiles.report(name, content))
        .isEqualTo(
            name + ":1:1: the file is empty; start with 'survey:' and the key of the survey");
  }

  static Stream<Arguments> reportsAnEmptyFile() {
    return Stream.of(
        argumentSet("YAML without a character", "a.yaml", ""),
        argumentSet("YAML with a comment only", "a.yaml", "# nothing\n"),
        argumentSet("JSON with spaces only", "a.json", " \n "));
  }

  @Test
  void reportsASecondDocument() {
    String second = "a second document starts here; write one survey per file";
    String json = SurveyWriter.json(Surveys.csat("csat"));

    assertThat(SurveyFiles.report("a.yaml", MINIMAL + "---\n" + MINIMAL))
        .isEqualTo("a.yaml:7:1: " + second);
    assertThat(SurveyFiles.report("a.json", json + "\n" + json)).isEqualTo("a.json:2:1: " + second);
  }

  @Test
  void reportsAPropertyThatStandsTwice() {
    assertThat(SurveyFiles.report("a.yaml", MINIMAL + "version: 1\nversion: 2\n"))
        .isEqualTo(
            "a.yaml:7:1: property 'version' stands twice; the first one is in line 6; keep one of them");
    assertThat(SurveyFiles.report("a.json", "{\"a\": 1,\n \"a\": 2}"))
        .contains(
            "a.json:2:2: property 'a' stands twice; the first one is in line 1; keep one of them");
  }

  @Test
  void refusesAliasesInsteadOfLaughingABillionTimes() {
    StringBuilder laughs = new StringBuilder(MINIMAL).append("title: &a {en: ha}\n");
    for (char name = 'b'; name <= 'z'; name++) {
      String nine = String.join(", ", Collections.nCopies(9, "*" + (char) (name - 1)));
      laughs.append("%s: &%s [%s]\n".formatted(name, name, nine));
    }

    assertThat(SurveyFiles.report("a.yaml", laughs.toString()).lines())
        .contains("a.yaml:7:8: alias '*a' is not expanded in survey files; write the value out")
        .hasSize(Mistakes.MAX);
  }

  @Test
  void reportsACharacterThatYamlForbids() {
    assertThat(SurveyFiles.report("a.yaml", MINIMAL + "title: 😀\u0007\n"))
        .isEqualTo(
            "a.yaml:6:9: character U+0007 is not allowed in YAML; delete it; nothing was read");
    assertThat(SurveyFiles.report("a.yaml", MINIMAL + "title: \uDE00\n"))
        .isEqualTo(
            "a.yaml:6:8: character U+DE00 is not allowed in YAML; delete it; nothing was read");
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatIsLargerThanASurvey(String name, String content, String report) {
    assertThat(SurveyFiles.report(name, content)).isEqualTo(report);
  }

  static Stream<Arguments> refusesWhatIsLargerThanASurvey() {
    return Stream.of(
        argumentSet(
            "YAML of too many characters",
            "a.yaml",
            "#".repeat(1_000_001),
            "a.yaml:1:1: a survey file must have at most 1000000 characters; split it"),
        argumentSet(
            "JSON of too many characters",
            "a.json",
            " ".repeat(1_000_001),
            "a.json:1:1: a survey file must have at most 1000000 characters; split it"),
        argumentSet(
            "YAML that is nested too deep",
            "a.yaml",
            "[".repeat(100_000),
            "a.yaml:1:34: nested more than 32 deep" + TOO_LARGE),
        argumentSet(
            "YAML that is indented too deep",
            "a.yaml",
            "- ".repeat(100_000),
            "a.yaml:1:67: nested more than 32 deep" + TOO_LARGE),
        argumentSet(
            "JSON that is nested too deep",
            "a.json",
            "[".repeat(100_000),
            "a.json:1:34: nested more than 32 deep" + TOO_LARGE),
        argumentSet(
            "YAML of too many values",
            "a.yaml",
            "[" + "1,".repeat(20_000) + "]",
            "a.yaml:1:40000: more than 20000 values" + TOO_LARGE),
        argumentSet(
            "JSON of too many values",
            "a.json",
            "[" + "1,".repeat(19_999) + "1]",
            "a.json:1:40000: more than 20000 values" + TOO_LARGE));
  }

  @Test
  void aNumberAsLongAsAFileCostsLittle() {
    assertThat(SurveyFiles.report("a.yaml", MINIMAL + "version: " + "1".repeat(500_000)))
        .isEqualTo(
            "a.yaml:6:10: 'version' must be a whole number, but is '%s…",
            "1".repeat(500 - "'version' must be a whole number, but is '".length()));
  }

  @Test
  void stopsReportingAtOneHundredMistakes() {
    assertThat(SurveyFiles.report("a.yaml", MINIMAL + "x: 1\n".repeat(500)).lines())
        .hasSize(Mistakes.MAX);
  }
}
