package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SurveySchemaTest {

  private static final String STRANGER = "completely-unheard-of";

  private static final Pattern KNOWN =
      Pattern.compile("unknown property '" + STRANGER + "' of (.*); use one of (.*)");

  @Test
  void isOfTheDraftThatEditorsKnow() {
    assertThat(SurveySchema.json().get("$schema").stringValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/resources/surveys/maximal.yaml",
        "src/test/resources/surveys/maximal.json",
        "src/test/resources/surveys/minimal.yaml",
        "../examples/plain-java/src/main/resources/examples/ticket-csat.yaml",
        "../examples/service-desk/src/main/resources/feedback4j/ticket-csat.yaml",
        "../compat/empty/src/test/resources/feedback4j/ticket.yaml",
        "../feedback-spring-starter/src/test/resources/surveys/portal.yaml",
        "../feedback-spring-starter/src/test/resources/linted/twofold.yaml"
      })
  void everyFileOfTheProjectFits(String file) throws IOException {
    String content = Files.readString(Path.of(file));

    assertThat(SurveySchema.validate(file, content)).isEmpty();
    assertThat(SurveyReader.read(file, content).questions()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("readyMade")
  void everyReadyMadeSurveyFits(Survey survey) {
    assertThat(SurveySchema.validate("a.yaml", SurveyWriter.yaml(survey))).isEmpty();
  }

  static Stream<Survey> readyMade() {
    return Stream.of(
        Surveys.csat("k"),
        Surveys.nps("k"),
        Surveys.ces("k"),
        Surveys.thumbs("k"),
        Surveys.lostTime("k"));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        survey("an unknown property", "colour: red"),
        survey("a version of zero", "version: 0"),
        survey("a version in words", "version: two"),
        survey("an unknown status", "status: actve"),
        survey("no language", "defaultLocale: english language"),
        survey("a rate above one", "sampling: {people: 25}"),
        survey("two ways of sampling", "sampling: {people: 0.1, touchpoints: 0.1}"),
        survey("no way of sampling", "sampling: {salt: a}"),
        survey("a duration without unit", "expiresAfter: 14"),
        survey("a duration in weeks", "expiresAfter: 2 weeks"),
        survey("a time without zone", "from: 2026-01-01"),
        survey("a priority beyond all", "priority: 1001"),
        survey("an unknown anonymity", "anonymity: secret"),
        survey("a display in two ways", "display: {atMost: 2, every: month}"),
        survey("a display in no way", "display: {zone: UTC}"),
        survey("a zone of a number", "display: {atMost: 2, zone: UTC}"),
        survey("a display every now and then", "display: {every: now and then}"),
        survey("on demand in words", "onDemand: often"),
        survey("an event of ours", "on: [feedback4j.on-demand]"),
        survey("a trigger of ours", "on: [{event: feedback4j.on-demand}]"),
        survey("another way for missing texts", "missingLocale: ignore"),
        survey("an unknown clock", "contact: {any: {asked: 7d}}"),
        survey("an unknown scope", "contact: {all: {invited: 7d}}"),
        survey("eleven snoozes", "contact: {snooze: {atMost: 11}}"),
        survey("an exemption from everything", "contact: {exempt: [all]}"),
        survey("a quota of nothing", "quota: {answers: 0, per: day}"),
        survey("a quota without period", "quota: {answers: 5}"),
        survey("pacing in all", "pacing: {answers: 5, per: total}"),
        survey("pacing at eight", "pacing: {answers: 5, per: day, from: 8}"),
        survey("a trigger without event", "on: [{when: {attribute: a, eq: 1}}]"),
        survey("an event with a space", "on: [ticket closed]"),
        survey("a condition without comparison", "audience: {attribute: a}"),
        survey("a condition with two comparisons", "audience: {attribute: a, eq: 1, gt: 2}"),
        survey("a condition in two ways", "audience: {all: [], any: []}"),
        survey("texts and numbers together", "audience: {attribute: a, in: [1, b]}"),
        survey("a number in words", "audience: {attribute: a, gt: two}"),
        survey("present or not", "audience: {attribute: a, present: false}"),
        survey("an unknown operator", "audience: {attribute: a, like: b}"),
        argumentSet("no questions", "survey: a\nquestions: []"),
        argumentSet("no questions at all", "survey: a"),
        argumentSet("no key", "questions: [{id: q, type: text, text: Hi}]"),
        argumentSet(
            "a key with a space", "survey: a b\nquestions: [{id: q, type: text, text: Hi}]"),
        question("no id", "type: text, text: Hi"),
        question("an id with a space", "id: a b, type: text, text: Hi"),
        question("the id end", "id: end, type: text, text: Hi"),
        question("no type", "id: q, text: Hi"),
        question("an unknown type", "id: q, type: slider, text: Hi"),
        question("no text", "id: q, type: text"),
        question("an empty text", "id: q, type: text, text: ''"),
        question("a text in no language", "id: q, type: text, text: {the language: Hi}"),
        question("a property of another type", "id: q, type: consent, text: Hi, maxLength: 5"),
        question("required in words", "id: q, type: text, text: Hi, required: always"),
        question("no length", "id: q, type: text, text: Hi, maxLength: 0"),
        question("a length below zero", "id: q, type: text, text: Hi, minLength: -1"),
        question("an unknown size", "id: q, type: text, text: Hi, size: huge"),
        question("no metric", "id: q, type: rating, text: Hi"),
        question("an unknown metric", "id: q, type: rating, text: Hi, metric: happiness"),
        question("points of NPS", "id: q, type: rating, text: Hi, metric: nps, points: 5"),
        question("twelve points", "id: q, type: rating, text: Hi, metric: csat-mean, points: 12"),
        question(
            "an unknown look", "id: q, type: rating, text: Hi, metric: nps, presentation: cats"),
        question(
            "a label in words", "id: q, type: rating, text: Hi, metric: nps, labels: {low: No}"),
        question(
            "a metric without classes",
            "id: q, type: rating, text: Hi, metric: {id: m, scale: {min: 1, max: 2}}"),
        question("one choice", "id: q, type: singleChoice, text: Hi, choices: [{id: a, text: A}]"),
        question(
            "one of several choices",
            "id: q, type: multiChoice, text: Hi, choices: [{id: a, text: A}]"),
        question(
            "a choice without text",
            "id: q, type: singleChoice, text: Hi, choices: [{id: a}, {id: b, text: B}]"),
        question("choices without ids", "id: q, type: singleChoice, text: Hi, choices: [A, B]"),
        question(
            "no selection",
            "id: q, type: multiChoice, text: Hi, atLeast: 0, choices: [{id: a, text: A}, {id: b, text: B}]"),
        question(
            "shuffle in words",
            "id: q, type: multiChoice, text: Hi, shuffle: often, choices: [{id: a, text: A}, {id: b, text: B}]"),
        question(
            "an open ranking",
            "id: q, type: ranking, text: Hi, other: Else, choices: [{id: a, text: A}, {id: b, text: B}]"),
        question("no rows", "id: q, type: matrix, text: Hi, metric: nps, rows: []"),
        question("negative minutes", "id: q, type: lostTime, text: Hi, min: -5"),
        question("more than a year", "id: q, type: lostTime, text: Hi, max: 525601"),
        question(
            "factors of nothing",
            "id: q, type: factors, text: Hi, bands: [{from: 1, to: 2, choices: [{id: a, text: A}]}]"),
        question(
            "an empty band",
            "id: q, type: factors, text: Hi, of: r, bands: [{from: 1, to: 2, choices: []}]"),
        question("a required statement", "id: q, type: statement, text: Hi, required: true"),
        question(
            "a link to a script",
            "id: q, type: statement, text: Hi, links: [{text: A, url: 'javascript:x'}]"),
        question(
            "a link to a file",
            "id: q, type: statement, text: Hi, links: [{text: A, url: /etc/passwd}]"),
        question("a jump to nowhere", "id: q, type: text, text: Hi, next: [{from: 1, to: 2}]"),
        question(
            "half a band",
            "id: q, type: rating, metric: nps, text: Hi, next: [{from: 1, go: end}]"),
        question(
            "a jump after both",
            "id: q, type: rating, metric: nps, text: Hi, next: [{choice: a, from: 1, to: 2, go: end}]"),
        question("a condition that is none", "id: q, type: text, text: Hi, visibleWhen: always"));
  }

  private static Arguments survey(String name, String property) {
    return argumentSet(
        name, "survey: a\n" + property + "\nquestions: [{id: q, type: text, text: Hi}]");
  }

  private static Arguments question(String name, String question) {
    return argumentSet(name, "survey: a\nquestions: [{" + question + "}]");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void schemaAndReaderRefuseAlike(String file) {
    assertThat(SurveySchema.validate("a.yaml", file)).as("the schema").isNotEmpty();
    assertThat(SurveyFiles.report("a.yaml", file)).as("the reader").isNotEmpty();
  }

  @Test
  void everyPropertyThatTheReaderKnowsIsInTheSchemaAndNoOther() {
    JsonNode schema = SurveySchema.json();
    Map<String, Set<String>> expected = new TreeMap<>();
    JsonNode defs = schema.get("$defs");
    expected.put("a survey", properties(schema));
    expected.put("a condition", properties(defs.get("condition")));
    expected.put("a trigger", properties(defs.at("/trigger/anyOf/1")));
    expected.put("'sampling'", properties(defs.get("sampling")));
    // Known beside segments only, and the maximal file draws touchpoints.
    expected.get("'sampling'").remove("otherwise");
    expected.put("'contact'", properties(defs.get("contact")));
    expected.put("'any'", properties(defs.get("gaps")));
    expected.put("'this'", properties(defs.get("gaps")));
    expected.put("group 'tickets'", properties(defs.get("gaps")));
    expected.put("group 'it'", properties(defs.get("gaps")));
    expected.put("'atMost'", properties(defs.get("limit")));
    expected.put("'display'", properties(defs.at("/display/anyOf/1")));
    expected.put("'snooze'", properties(defs.at("/contact/properties/snooze")));
    expected.put("'quota'", properties(defs.get("quota")));
    expected.put("'pacing'", properties(defs.get("pacing")));
    expected.put("a metric", properties(defs.at("/metric/anyOf/1")));
    expected.put("a scale", properties(defs.get("scale")));
    expected.put("a class", properties(defs.get("scoreClass")));
    expected.put("a choice", properties(defs.get("choice")));
    expected.put("a row", properties(defs.get("choice")));
    expected.put("a band", properties(defs.get("band")));
    expected.put("a link", properties(defs.get("link")));
    expected.put("a jump", properties(defs.get("jump")));
    for (JsonNode each : defs.at("/question/properties/type/enum")) {
      String type = each.stringValue();
      expected.put("a question of type " + type, properties(defs.get(type + "Question")));
    }

    assertThat(known()).isEqualTo(expected);
  }

  private static Set<String> properties(JsonNode schema) {
    return new TreeSet<>(schema.get("properties").propertyNames());
  }

  /**
   * Returns what the reader knows in each place of the maximal file: it is asked about a property of
   * which it has never heard, and lists those of which it has.
   */
  private static Map<String, Set<String>> known() {
    Map<String, Set<String>> known = new TreeMap<>();
    Object root =
        SurveySchema.plain(SurveySchema.read("maximal.yaml", SurveyFiles.content("maximal.yaml")));
    List<Map<String, Object>> mappings = new ArrayList<>();
    collect(root, mappings);
    for (Map<String, Object> each : mappings) {
      each.put(STRANGER, "x");
      Mistakes mistakes = new Mistakes("maximal.yaml");
      SurveyFormat.read(SurveySchema.read("maximal.yaml", YamlWriter.write(root)), mistakes);
      each.remove(STRANGER);
      for (Mistake mistake : mistakes.sorted()) {
        Matcher matcher = KNOWN.matcher(mistake.message() + "; " + mistake.advice());
        if (matcher.matches()) {
          String place = matcher.group(1);
          String name = place.equals("a question") ? place + " of type " + each.get("type") : place;
          known
              .computeIfAbsent(name, key -> new TreeSet<>())
              .addAll(List.of(matcher.group(2).split(", ", -1)));
        }
      }
    }
    return known;
  }

  @SuppressWarnings("unchecked")
  private static void collect(Object tree, List<Map<String, Object>> mappings) {
    if (tree instanceof LinkedHashMap<?, ?> map) {
      mappings.add((Map<String, Object>) map);
      map.values().forEach(each -> collect(each, mappings));
    } else if (tree instanceof List<?> list) {
      list.forEach(each -> collect(each, mappings));
    }
  }
}
