package io.github.feedback4j.examples.warehouse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyWriter;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class EventParserTest {

  private static final Instant NOW = SampleAnswer.START.plus(Duration.ofDays(1));
  private static final String FILE = "file:/events.ndjson";

  private List<Survey> surveys = List.of(Surveys.csat("csat"));
  private Asked asked = Asked.everything(5);

  private List<Row> parsed(String... lines) {
    List<Row> rows = new ArrayList<>();
    for (String each : lines) {
      rows.add(RowFactory.create(each.getBytes(UTF_8), FILE, 0L, true));
    }
    return parsed(rows);
  }

  private List<Row> parsed(List<Row> rows) {
    KnownSurveys known =
        new KnownSurveys(List.of(), surveys.stream().map(SurveyWriter::json).toList());
    List<Row> events = new ArrayList<>();
    new EventParser(known, asked, NOW).call(rows.iterator()).forEachRemaining(events::add);
    return events;
  }

  private static Object value(Row row, String name) {
    return row.get(EventParser.EVENT.fieldIndex(name));
  }

  private static List<Object> pairs(Row row, String name) {
    List<Object> pairs = new ArrayList<>();
    for (Row each : (Row[]) value(row, name)) {
      pairs.add(each.get(0) + "=" + each.get(1));
    }
    return pairs;
  }

  @Test
  void keepsOfAResponseWhatFiguresNeedAndNoWords() {
    asked = asked.by("team", "channel").every(7);

    Row row = parsed(SampleAnswer.line(
            SampleAnswer.to("csat", "anna", 4).drawnWith(0.25).at(3).told()))
        .get(0);

    assertThat(value(row, "kind")).isEqualTo(EventParser.RESPONSE);
    assertThat(value(row, "code")).isNull();
    assertThat(value(row, "at")).hasToString("[1767600180,0]");
    assertThat(value(row, "probability")).isEqualTo(0.25);
    assertThat(pairs(row, "ratings")).containsExactly("satisfaction=4");
    assertThat(pairs(row, "groups"))
        .containsExactly("=", "team=network", "channel=", "period=2026-01-05");
    assertThat(row.toString()).doesNotContain("Zoe");
  }

  @Test
  void tellsFileAndLineOfWhatIsNoEvent() {
    String event = SampleAnswer.line(SampleAnswer.to("csat", "anna", 4).told());

    List<Row> rows = parsed(event, "", "{\"specversion\":", event + "," + event, "[]");

    assertThat(rows)
        .extracting(each -> value(each, "code"))
        .containsExactly(null, "not-json", "not-json", "malformed");
    assertThat(rows).extracting(each -> value(each, "line")).containsExactly(null, 3L, 4L, 5L);
    assertThat(value(rows.get(1), "file")).isEqualTo(FILE);
    assertThat(value(rows.get(1), "detail")).isEqualTo("a line must be one event as JSON in UTF-8");
  }

  @Test
  void tellsTheIdOfAnEventWithAFlawAndNeverWhatStandsThere() {
    String event = SampleAnswer.line(SampleAnswer.to("csat", "anna", 4).told());

    Row row = parsed(event.replace("\"value\":4", "\"value\":\"four\"")).get(0);

    assertThat(value(row, "detail"))
        .asString()
        .startsWith("event " + SampleAnswer.to("csat", "anna", 4).told().id())
        .contains("/data/answers/0/value must be")
        .doesNotContain("four");
  }

  @Test
  void wrongBytesAreNotMended() {
    byte[] latin = SampleAnswer.line(SampleAnswer.to("csat", "anna", 4).told())
        .replace("Zoe", "Zoé")
        .getBytes(ISO_8859_1);

    Row row = parsed(List.of(RowFactory.create(latin, FILE, 0L, true))).get(0);

    assertThat(value(row, "code")).isEqualTo("not-json");
  }

  @Test
  void aLineDeepInALongFileIsToldFromWhereLinesWereCounted() {
    assertThat(EventLine.place(FILE, 0, 7)).isEqualTo(FILE + ", line 7");
    assertThat(EventLine.place(FILE, 134_217_728, 7))
        .isEqualTo(FILE + ", line 7 from byte 134217728 on");
    assertThat(EventLine.place("file:/events.parquet/part-0", 0, 0))
        .isEqualTo("file:/events.parquet/part-0");
  }

  @Test
  void linesAreCountedAnewInEachFile() {
    List<Row> rows = parsed(List.of(
        RowFactory.create("1".getBytes(UTF_8), "a", 0L, true),
        RowFactory.create("2".getBytes(UTF_8), "a", 0L, true),
        RowFactory.create("3".getBytes(UTF_8), "b", 0L, true)));

    assertThat(rows).extracting(each -> value(each, "line")).containsExactly(1L, 2L, 1L);
  }

  @Test
  void anEmptyRowOfParquetIsAMistakeAndABlankLineIsNone() {
    assertThat(parsed(" \t", "")).isEmpty();
    assertThat(parsed(List.of(RowFactory.create(null, FILE, 0L, false)))).hasSize(1);
  }

  @Test
  void passesOverContactsAndDefinitions() {
    assertThat(parsed(
            SampleAnswer.line(SampleAnswer.to("csat", "anna", 4).contact(Outcome.SHOWN)),
            SampleAnswer.line(SampleAnswer.described(Surveys.csat("csat"), 0))))
        .isEmpty();
  }

  @Test
  void refusesWhatACollectorRefuses() {
    List<Row> rows = parsed(
        SampleAnswer.line(SampleAnswer.to("unheard-of", "anna", 4).told()),
        SampleAnswer.line(SampleAnswer.to("csat", "ben", 9).told()));

    assertThat(rows)
        .extracting(each -> value(each, "code"))
        .containsExactly("unknown-survey", "not-valid");
    assertThat(value(rows.get(1), "detail")).asString().startsWith("question 'satisfaction': ");
    assertThat(value(rows.get(0), "detail"))
        .isEqualTo(
            "survey 'unheard-of' v1 is described by no event; hand it over with --survey FILE");
  }

  @Test
  void countsNoRatingThatMeasuresSomethingElseThanTheCurrentVersion() {
    Question sevenPoints = Question.rating(
        "satisfaction", LocalizedText.of("en", "How was it?"), MetricDefinition.csat(7));
    surveys = List.of(Surveys.csat("csat"), Survey.of("csat", sevenPoints).withVersion(2));

    Row row =
        parsed(SampleAnswer.line(SampleAnswer.to("csat", "anna", 4).told())).get(0);

    assertThat(value(row, "code")).isNull();
    assertThat(pairs(row, "ratings")).isEmpty();
  }

  @Test
  void countsNothingThatPeopleOpenedThemselves() {
    surveys = List.of(Surveys.csat("csat").withOnDemand(true));

    Row row = parsed(
            SampleAnswer.line(SampleAnswer.to("csat", "anna", 4).onDemand().told()))
        .get(0);

    assertThat(value(row, "code")).isNull();
    assertThat(pairs(row, "ratings")).isEmpty();
  }

  @Test
  void countsOnlyTheDaysThatAreAskedFor() {
    String line = SampleAnswer.line(SampleAnswer.to("csat", "anna", 4).told());
    LocalDate day = LocalDate.of(2026, 1, 5);

    asked = asked.between(day, day.plusDays(1));
    assertThat(pairs(parsed(line).get(0), "ratings")).hasSize(1);
    asked = asked.between(day.plusDays(1), null);
    assertThat(pairs(parsed(line).get(0), "ratings")).isEmpty();
    asked = asked.between(null, day);
    assertThat(pairs(parsed(line).get(0), "ratings")).isEmpty();
  }

  @Test
  void aClockThatIsAheadErasesNothingThatIsStillToBeSaid() {
    Row row =
        parsed(SampleAnswer.line(SampleAnswer.erased("anna", 60 * 24 * 365))).get(0);

    assertThat(value(row, "at")).hasToString("[" + NOW.getEpochSecond() + ",0]");
  }

  @Test
  void nobodyCannotBeErased() {
    Row row =
        parsed(SampleAnswer.line(SampleAnswer.erased("feedback4j.nobody", 1))).get(0);

    assertThat(value(row, "code")).isEqualTo("not-valid");
  }
}
