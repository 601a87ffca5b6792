package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SurveyReaderTest {

  private static final String MINIMAL = SurveyFiles.content("minimal.yaml");

  @TempDir
  Path folder;

  @Test
  void aMinimalFileHasTheDefaults() {
    assertThat(SurveyReader.read("minimal.yaml", MINIMAL))
        .isEqualTo(Survey.of(
            "pulse", Question.text("comment", LocalizedText.of("en", "What could be better?"))));
  }

  @Test
  void readsEveryPropertyOfYaml() {
    assertThat(SurveyReader.read("maximal.yaml", SurveyFiles.content("maximal.yaml")))
        .isEqualTo(MaximalSurvey.survey());
  }

  @Test
  void readsEveryPropertyOfJson() {
    assertThat(SurveyReader.read("maximal.JSON", SurveyFiles.content("maximal.json")))
        .isEqualTo(MaximalSurvey.survey());
  }

  @Test
  void aRatingHasFivePointsUnlessToldOtherwise() {
    assertThat(withQuestion("{id: q, type: rating, text: Hi, metric: csat}"))
        .isEqualTo(Question.rating("q", LocalizedText.of("en", "Hi"), MetricDefinition.csat(5)));
  }

  static Stream<Arguments> metricsWithOneScale() {
    return Stream.of(
            MetricDefinition.nps(),
            MetricDefinition.enps(),
            MetricDefinition.tnps(),
            MetricDefinition.ces(),
            MetricDefinition.cesMean(),
            MetricDefinition.ces1(),
            MetricDefinition.nsat(),
            MetricDefinition.stars(),
            MetricDefinition.starsMean(),
            MetricDefinition.thumbs())
        .map(each -> argumentSet(each.id(), each));
  }

  @ParameterizedTest
  @MethodSource("metricsWithOneScale")
  void aMetricWithOneScaleNeedsNoMoreThanItsName(MetricDefinition metric) {
    assertThat(withQuestion("{id: q, type: rating, text: Hi, metric: " + metric.id() + "}"))
        .isEqualTo(Question.rating("q", LocalizedText.of("en", "Hi"), metric));
  }

  @Test
  void aMetricOfOnesOwnHasDefaultsToo() {
    Question question = withQuestion(
        "{id: q, type: rating, text: Hi, metric: {id: m, scale: {min: 1, max: 2}, classes: "
            + "[{name: a, from: 1, to: 1, score: 0}, {name: b, from: 2, to: 2, score: 1}]}}");

    assertThat(question)
        .isEqualTo(Question.rating(
            "q",
            LocalizedText.of("en", "Hi"),
            new MetricDefinition(
                "m",
                1,
                Scale.of(1, 2),
                Direction.HIGHER_IS_BETTER,
                1,
                0,
                List.of(new ScoreClass("a", 1, 1, 0), new ScoreClass("b", 2, 2, 1)))));
  }

  @Test
  void halfASnoozeKeepsTheOtherHalf() {
    Survey survey = SurveyReader.read("a.yaml", MINIMAL + "contact: {snooze: {atMost: 0}}");

    assertThat(survey.contactRules())
        .isEqualTo(ContactRules.none().withSnooze(ContactRules.DEFAULT_SNOOZE, 0));
  }

  @Test
  void wordsMayBeInCapitals() {
    assertThat(SurveyReader.read("a.yaml", MINIMAL + "status: Paused").status())
        .isEqualTo(SurveyStatus.PAUSED);
  }

  @Test
  void oneTriggerNeedsNoList() {
    assertThat(SurveyReader.read("a.yaml", MINIMAL + "on: ticket.closed").triggers())
        .containsExactly(Trigger.on("ticket.closed"));
  }

  @ParameterizedTest
  @MethodSource
  void takesTextsWithoutQuotesAsTheyStand(String written, String text) {
    Question question = withQuestion("{id: q, type: text, text: " + written + "}");

    assertThat(question.text()).isEqualTo(LocalizedText.of("en", text));
  }

  static Stream<Arguments> takesTextsWithoutQuotesAsTheyStand() {
    return Stream.of(
        argumentSet("yes", "yes", "yes"),
        argumentSet("true", "true", "true"),
        argumentSet("decimal", "1.0", "1.0"),
        argumentSet("large number", "12345678901234567890123", "12345678901234567890123"),
        argumentSet("date", "2026-01-31", "2026-01-31"),
        argumentSet("quoted tilde", "'~'", "~"),
        argumentSet("quoted null", "\"null\"", "null"));
  }

  @ParameterizedTest
  @MethodSource
  void takesValuesOfConditionsAsYamlMeansThem(String written, Condition expected) {
    Survey survey =
        SurveyReader.read("a.yaml", MINIMAL + "audience: {attribute: a, eq: " + written + "}");

    assertThat(survey.audience()).isEqualTo(expected);
  }

  static Stream<Arguments> takesValuesOfConditionsAsYamlMeansThem() {
    return Stream.of(
        argumentSet("text", "high", Condition.eq("a", "high")),
        argumentSet("quoted number", "'3'", Condition.eq("a", "3")),
        argumentSet("number", "3", Condition.eq("a", 3)),
        argumentSet("number with a fraction", "3.00", Condition.eq("a", 3)),
        argumentSet("true", "true", Condition.eq("a", true)),
        argumentSet("True", "True", Condition.eq("a", true)),
        argumentSet("FALSE", "FALSE", Condition.eq("a", false)),
        argumentSet("quoted True", "'True'", Condition.eq("a", "True")),
        argumentSet("yes, a text since YAML 1.2", "yes", Condition.eq("a", "yes")),
        argumentSet("quoted nothing", "''", Condition.eq("a", "")),
        argumentSet("quoted number with the tag of numbers", "!!int '3'", Condition.eq("a", 3)),
        argumentSet("number with the tag of texts", "!!str 3", Condition.eq("a", "3")),
        argumentSet("number with an unknown tag", "!!com.sun.Rowset 3", Condition.eq("a", "3")),
        argumentSet("False with its tag", "!!bool False", Condition.eq("a", false)),
        argumentSet("True with a name that nobody uses", "&x True", Condition.eq("a", true)),
        argumentSet("octal, a text to JSON", "007", Condition.eq("a", "007")),
        argumentSet("hexadecimal, a text to JSON", "0x1F", Condition.eq("a", "0x1F")),
        argumentSet("merge key of YAML 1.1", "<<", Condition.eq("a", "<<")),
        argumentSet("variable of the environment", "'${HOME}'", Condition.eq("a", "${HOME}")));
  }

  @ParameterizedTest
  @MethodSource
  void readsHoweverAnEditorSaves(String content) {
    assertThat(SurveyReader.read("a.yaml", content))
        .isEqualTo(SurveyReader.read("a.yaml", MINIMAL));
  }

  static Stream<Arguments> readsHoweverAnEditorSaves() {
    return Stream.of(
        argumentSet("with a byte order mark", "\uFEFF" + MINIMAL),
        argumentSet("with the line ends of Windows", MINIMAL.replace("\n", "\r\n")),
        argumentSet("without a last line end", MINIMAL.strip()),
        argumentSet("as a YAML document", "%YAML 1.2\n---\n" + MINIMAL + "...\n"));
  }

  @ParameterizedTest
  @MethodSource
  void readsAnEmojiWhereverItStands(String name, String before, String after) {
    for (int blanks = 1_000; blanks < 1_060; blanks++) {
      String content = " ".repeat(blanks) + before + "😀" + after;

      assertThat(SurveyReader.read(name, content).title()).isEqualTo(LocalizedText.of("en", "😀"));
    }
  }

  static Stream<Arguments> readsAnEmojiWhereverItStands() {
    String questions = "[{\"id\": \"q\", \"type\": \"text\", \"text\": \"Hi\"}]";
    String before = "{\"survey\": \"a\", \"title\": \"";
    String after = "\", \"questions\": " + questions + "}";
    return Stream.of(
        argumentSet("in YAML", "a.yaml", before, after),
        argumentSet("in JSON", "a.json", before, after));
  }

  @Test
  void readsATextAsLongAsAFile() {
    String text = "😀".repeat(400_000);

    assertThat(SurveyFiles.report("a.yaml", MINIMAL + "status: " + text))
        .startsWith("a.yaml:6:9: unknown status '😀");
  }

  @Test
  void readsJsonWithAByteOrderMark() {
    assertThat(SurveyReader.read("a.json", "\uFEFF" + SurveyFiles.content("maximal.json")))
        .isEqualTo(MaximalSurvey.survey());
  }

  @Test
  void readsFilesInTheirOrder() throws IOException {
    Path pulse = write("pulse.yaml", MINIMAL);
    Path csat = write("csat.json", SurveyWriter.json(Surveys.csat("csat")));

    assertThat(SurveyReader.readAll(List.of(pulse, csat)))
        .extracting(Survey::key)
        .containsExactly("pulse", "csat");
    assertThat(SurveyReader.read(csat)).isEqualTo(Surveys.csat("csat"));
  }

  @Test
  void reportsTheMistakesOfAllFilesTogether() throws IOException {
    Path status = write("status.yaml", "version: 1.5\n" + MINIMAL + "status: activ\n");
    Path good = write("good.yaml", MINIMAL);
    Path bytes = folder.resolve("bytes.yaml");
    Files.write(bytes, MINIMAL.replace("better", "être").getBytes(StandardCharsets.ISO_8859_1));
    Path syntax = write("syntax.json", "{");

    assertThatExceptionOfType(SurveyFormatException.class)
        .isThrownBy(() -> SurveyReader.readAll(List.of(status, good, bytes, syntax)))
        .withMessage("""
            4 mistakes in the surveys:
              %1$s/status.yaml:1:10: 'version' must be a whole number, but is '1.5'
              %1$s/status.yaml:7:9: unknown status 'activ'; did you mean 'active'?
              %1$s/bytes.yaml:1:1: the file is not UTF-8; save it as UTF-8 in your editor
              %1$s/syntax.json:1:2: not JSON: Unexpected end-of-input: expected close marker for Object; nothing after this place was read""".formatted(folder));
  }

  @Test
  void reportsAFileThatIsTooLargeWithoutReadingIt() throws IOException {
    Path large = write("large.yaml", "#".repeat(4_000_001));

    assertThatExceptionOfType(SurveyFormatException.class)
        .isThrownBy(() -> SurveyReader.read(large))
        .withMessage(
            "1 mistake in the surveys:\n  %s:1:1: the file must have at most 4000000 bytes", large);
  }

  @Test
  void aMissingFileIsNotAMistakeOfItsAuthor() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> SurveyReader.read(folder.resolve("missing.yaml")));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Question withQuestion(String question) {
    return SurveyReader.read("a.yaml", "survey: a\nquestions:\n  - " + question)
        .questions()
        .get(0);
  }
}
