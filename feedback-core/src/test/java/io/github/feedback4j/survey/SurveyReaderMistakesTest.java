package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader says about values that a survey cannot have, and where. */
class SurveyReaderMistakesTest {

  @Test
  void reportsTenMistakesOfTenKindsAtOnce() {
    assertThat(SurveyFiles.report("ten-mistakes.yaml", SurveyFiles.content("ten-mistakes.yaml")))
        .isEqualTo("""
            ten-mistakes.yaml:3:1: unknown property 'titel' of a survey; did you mean 'title'?
            ten-mistakes.yaml:4:9: unknown status 'activ'; did you mean 'active'?
            ten-mistakes.yaml:6:8: until (2026-01-01T00:00:00Z) must be after from (2026-06-01T00:00:00Z)
            ten-mistakes.yaml:7:15: duration must be written like 30d, 12h, 45 min or PT12H, but was 'two weeks'
            ten-mistakes.yaml:13:11: the condition compares with nothing; add one of eq, ne, lt, le, gt, ge, contains, startsWith, endsWith, before, after, between, in, notIn, present, absent
            ten-mistakes.yaml:15:11: 'people' must be a number, but is '25%'; write 25 % as 0.25
            ten-mistakes.yaml:20:13: unknown metric 'csta'; did you mean 'csat'?
            ten-mistakes.yaml:27:7: label 8 must be on the scale 1–7; move it to a point of the scale or delete it
            ten-mistakes.yaml:30:11: 'text' must have a text in the default language 'en', but has [fr]; add en: …
            ten-mistakes.yaml:34:5: question id 'reason' stands twice; the first one is in line 31; ids are never reused""");
  }

  @ParameterizedTest
  @MethodSource
  void reportsAMistakeOfASurvey(String lines, String report) {
    String content = "survey: a\nquestions: [{id: q, type: text, text: Hi}]\n" + lines;

    assertThat(SurveyFiles.report("f", content)).isEqualTo(report);
  }

  static Stream<Arguments> reportsAMistakeOfASurvey() {
    return Stream.of(
        mistake(
            "a rate above one",
            "sampling: {people: 1.5}",
            "f:3:20: rate must be between 0 and 1, but was 1.5"),
        mistake(
            "a negative rate",
            "sampling: {touchpoints: -1}",
            "f:3:25: rate must be between 0 and 1, but was -1.0"),
        mistake(
            "a rate that is no number",
            "sampling: {people: .nan}",
            "f:3:20: 'people' must be a number, but is '.nan'"),
        mistake(
            "two rates",
            "sampling: {people: 1, touchpoints: 1}",
            "f:3:11: 'sampling' must have exactly one of people, touchpoints, rotating, segments, coverage, layer; write sampling: {people: 0.25}"),
        mistake(
            "no rate",
            "sampling: {}",
            "f:3:11: 'sampling' must have exactly one of people, touchpoints, rotating, segments, coverage, layer; write sampling: {people: 0.25}"),
        mistake(
            "a rate without its property",
            "sampling: 0.25",
            "f:3:11: 'sampling' must be a mapping, but is a number; write it as 'name: value' lines"),
        mistake(
            "a salt with a space",
            "sampling: {people: 1, salt: a b}",
            "f:3:29: salt must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was 'a b'"),
        mistake(
            "a salt that is a number",
            "sampling: {people: 1, salt: 7}",
            "f:3:29: 'salt' must be a text, but is a number; put it in quotes: \"7\""),
        mistake(
            "no panels",
            "sampling: {rotating: {period: month}}",
            "f:3:22: 'rotating' lacks the property 'panels'; add panels: 4"),
        mistake(
            "no panel",
            "sampling: {rotating: {panels: 0, period: month}}",
            "f:3:31: panels must be between 1 and 1000, but was 0"),
        mistake(
            "a period that is none",
            "sampling: {rotating: {panels: 2, period: fortnight}}",
            "f:3:42: period must be one of day, week, month, quarter, half-year, year, or like P2W or P18M, but was 'fortnight'"),
        mistake(
            "a period of months and days",
            "sampling: {rotating: {panels: 2, period: P1M1D}}",
            "f:3:42: period must be 1 to 120 months or 1 to 3660 days, but was 1 months and 1 days"),
        mistake(
            "a rate of a rotation above one",
            "sampling: {rotating: {panels: 2, period: month, rate: 2}}",
            "f:3:55: rate must be between 0 and 1, but was 2.0"),
        mistake(
            "a rotation in no zone",
            "sampling: {rotating: {panels: 2, period: month, zone: Paris}}",
            "f:3:55: 'zone' must be a time zone, but is 'Paris'; write its name, such as Europe/Paris or UTC"),
        mistake(
            "segments without the others",
            "sampling: {segments: [{when: {attribute: a, present: true}, rate: 1}]}",
            "f:3:22: 'segments' lack the rate of everybody else; add otherwise: 0.1 beside them"),
        mistake(
            "no segments",
            "sampling: {segments: [], otherwise: 1}",
            "f:3:22: 'segments' must have 1 to 50 entries, but has 0"),
        mistake(
            "a segment without condition and with too high a rate",
            "sampling: {segments: [{rate: 1}, {when: {attribute: a, eq: 1}, rate: 2}], otherwise: 1}",
            "f:3:23: a segment lacks the property 'when'; add when: {attribute: vip, eq: true}\n"
                + "f:3:70: rate must be between 0 and 1, but was 2.0"),
        mistake(
            "too high a rate for the others",
            "sampling: {segments: [{when: {attribute: a, eq: 1}, rate: 1}], otherwise: .nan}",
            "f:3:75: 'otherwise' must be a number, but is '.nan'"),
        mistake(
            "others without segments",
            "sampling: {people: 1, otherwise: 1}",
            "f:3:23: unknown property 'otherwise' of 'sampling'; use one of people, touchpoints, rotating, segments, coverage, layer, salt"),
        mistake(
            "coverage of nothing",
            "sampling: {coverage: {rate: 0.1, period: month}}",
            "f:3:22: 'coverage' lacks the property 'minPerGroup'; add minPerGroup: 30"),
        mistake(
            "coverage of a group that is none",
            "sampling: {coverage: {rate: 0.1, minPerGroup: 30, period: month, group: ticket}}",
            "f:3:73: group must be one of agent, change, channel, location, priority, service, sla, team, but was 'ticket'"),
        mistake(
            "coverage with too high a number",
            "sampling: {coverage: {rate: 0.1, minPerGroup: 10001, period: month}}",
            "f:3:47: minPerGroup must be between 1 and 10000, but was 10001"),
        mistake(
            "coverage with a negative rate",
            "sampling: {coverage: {rate: -0.1, minPerGroup: 1, period: month}}",
            "f:3:29: rate must be between 0 and 1, but was -0.1"),
        mistake(
            "a slot that does not fit",
            "sampling: {layer: {name: q4, from: 0.9, share: 0.2}}",
            "f:3:19: from and share must be at most 1 together, but were 0.9 and 0.2"),
        mistake(
            "a layer without a name",
            "sampling: {layer: {from: 0.9, share: 0.1}}",
            "f:3:19: 'layer' lacks the property 'name'; add name: and the name of the layer"),
        mistake(
            "a salted layer",
            "sampling: {layer: {name: q4, from: 0, share: 0.1}, salt: a}",
            "f:3:58: a layer has no 'salt'; its name is one; delete the salt"),
        mistake(
            "a quota of nothing",
            "quota: {answers: 0, per: day}",
            "f:3:18: answers must be between 1 and 1000000, but was 0"),
        mistake(
            "a quota per nothing",
            "quota: {answers: 5}",
            "f:3:8: 'quota' lacks the property 'per'; add per: total, day, week or month"),
        mistake(
            "a quota without a number",
            "quota: {per: day}",
            "f:3:8: 'quota' lacks the property 'answers'; add answers: 500"),
        mistake(
            "a quota per year",
            "quota: {answers: 5, per: year}",
            "f:3:26: unknown per 'year'; use one of total, day, week, month"),
        mistake(
            "a quota that is a number",
            "quota: 5",
            "f:3:8: 'quota' must be a mapping, but is a number; write it as 'name: value' lines"),
        mistake(
            "a zone that is none",
            "quota: {answers: 5, per: day, zone: Paris}",
            "f:3:37: 'zone' must be a time zone, but is 'Paris'; write its name, such as Europe/Paris or UTC"),
        mistake(
            "a misspelt property of a quota",
            "quota: {answer: 5, answers: 5, per: day}",
            "f:3:9: unknown property 'answer' of 'quota'; did you mean 'answers'?"),
        mistake(
            "too great a pacing",
            "pacing: {per: day, answers: 1000001}",
            "f:3:29: answers must be between 1 and 1000000, but was 1000001"),
        mistake(
            "pacing for ever",
            "pacing: {answers: 5, per: total}",
            "f:3:27: per must be day, week or month for pacing, but was total; use a quota for all answers together"),
        mistake(
            "a time of the day with one digit",
            "pacing: {answers: 5, per: day, from: 8:00}",
            "f:3:38: 'from' must be a time of the day, but is '8:00'; write it with two digits each, such as 08:00"),
        mistake(
            "a time of the day that is a list",
            "pacing: {answers: 5, per: day, until: [1]}",
            "f:3:39: 'until' must be a time of the day, but is 'a list'; write it with two digits each, such as 08:00"),
        mistake(
            "a day that ends before it begins",
            "pacing: {answers: 5, per: day, from: 18:00, until: 08:00}",
            "f:3:52: until (08:00) must be after from (18:00), or 00:00 for the end of the day"),
        mistake(
            "a zone with nothing behind it",
            "pacing: {answers: 5, per: day, zone: }",
            "f:3:32: property 'zone' has no value; give one or delete the line"),
        mistake("version zero", "version: 0", "f:3:10: version must be at least 1, but was 0"),
        mistake(
            "half a version",
            "version: 1.5",
            "f:3:10: 'version' must be a whole number, but is '1.5'"),
        mistake(
            "a huge version",
            "version: 1e999999999",
            "f:3:10: 'version' must be a whole number, but is '1e999999999'"),
        mistake(
            "a version in words",
            "version: [1]",
            "f:3:10: 'version' must be a whole number, but is a list"),
        mistake(
            "too high a priority",
            "priority: 1001",
            "f:3:11: priority must be between -1000 and 1000, but was 1001"),
        mistake(
            "a day without its time",
            "from: 2026-01-31",
            "f:3:7: 'from' must be a point in time, but is '2026-01-31'; write it with its zone, such as 2026-01-31T08:00:00Z"),
        mistake(
            "a number without its unit",
            "expiresAfter: 30",
            "f:3:15: duration must be written like 30d, 12h, 45 min or PT12H, but was '30'"),
        mistake(
            "too long a time",
            "expiresAfter: 366d",
            "f:3:15: expiresAfter must be more than zero and at most 365 days, but was PT8784H"),
        mistake(
            "a negative time",
            "editableFor: PT-1S",
            "f:3:14: editableFor must be between zero and 365 days, but was PT-1S"),
        mistake(
            "an unknown status",
            "status: archived",
            "f:3:9: unknown status 'archived'; use one of draft, active, paused, closed"),
        mistake(
            "a status that is true",
            "status: true",
            "f:3:9: 'status' must be a text, but is true or false; put it in quotes: \"true\""),
        mistake(
            "a language that is none",
            "defaultLocale: English language",
            "f:3:16: language must be a BCP-47 tag such as 'en' or 'fr-CA', but was 'English language'"),
        mistake(
            "a default language that a text lacks",
            "title: {fr: Avis}",
            "f:3:8: 'title' must have a text in the default language 'en', but has [fr]; add en: …"),
        mistake(
            "a title in no language",
            "title: {en: ' '}",
            "f:3:8: text must be given in at least one language"),
        mistake(
            "a title in a language that is none",
            "title: {en: Hi, '?': Ha}",
            "f:3:17: language must be a BCP-47 tag such as 'en' or 'fr-CA', but was '?'"),
        mistake(
            "a title within a title",
            "title: {en: {en: Hi}}",
            "f:3:13: text 'en' must be a text, but is a mapping"),
        mistake(
            "half a surrogate pair",
            "title: \"Hi \\ud83d\"",
            "f:3:8: text 'en' must have whole characters only, but has half a surrogate pair (U+D83D) at index 3"),
        mistake(
            "an event that is a number",
            "on: [5]",
            "f:3:6: 'on' must be a text, but is a number; put it in quotes: \"5\""),
        mistake(
            "an event with a space",
            "on: ticket closed",
            "f:3:5: event must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was 'ticket closed'"),
        mistake(
            "a trigger without event",
            "on: [{when: {attribute: a, present: true}}]",
            "f:3:6: a trigger lacks the property 'event'; add event: ticket.closed"),
        mistake(
            "a trigger without its list",
            "on: {event: e}",
            "f:3:5: 'on' must be a list, but is a mapping; start each entry with '- '"),
        mistake(
            "51 triggers",
            "on: [" + "e, ".repeat(51) + "]",
            "f:3:5: a survey must have at most 50 triggers, but has 51"),
        mistake(
            "a gap of no length",
            "contact: {any: {shown: 0d}}",
            "f:3:24: gap must be more than zero and at most 730 days, but was PT0S"),
        mistake(
            "a misspelt event of a rule",
            "contact: {any: {shwon: 1d}}",
            "f:3:17: unknown property 'shwon' of 'any'; did you mean 'shown'?"),
        mistake(
            "a misspelt boundary",
            "contact: {boundary: inklusive}",
            "f:3:21: unknown boundary 'inklusive'; did you mean 'inclusive'?"),
        mistake(
            "too many snoozes",
            "contact: {snooze: {atMost: 11}}",
            "f:3:19: snooze atMost must be between 0 and 10, but was 11"),
        mistake(
            "a condition that is a text",
            "audience: vip",
            "f:3:11: a condition must be a mapping, but is a text; write it as 'name: value' lines"),
        mistake(
            "a condition without attribute",
            "audience: {eq: 1}",
            "f:3:11: a condition lacks the property 'attribute'; add the attribute to look at"),
        mistake(
            "two comparisons",
            "audience: {attribute: a, gt: 1, eq: 2}",
            "f:3:11: the condition has 2 comparisons; write each in a condition of its own, under 'all'"),
        mistake(
            "two ways to join",
            "audience: {all: [{attribute: a, eq: 1}], not: {attribute: a, eq: 1}}",
            "f:3:11: a condition must have only one of all, any and not; nest one in the other, such as {all: [{any: […]}, {not: …}]}"),
        mistake(
            "an infinite number",
            "audience: {attribute: a, eq: .inf}",
            "f:3:30: 'eq' must be a number, but is '.inf'"),
        mistake(
            "a number of 1000 digits",
            "audience: {attribute: a, eq: " + "1".repeat(1_000) + "}",
            "f:3:30: number must have at most 400 digits"),
        mistake(
            "a number of 1001 digits, which is not even parsed",
            "audience: {attribute: a, eq: -" + "1".repeat(1_000) + "}",
            "f:3:30: 'eq' must be a number, but is '-" + "1".repeat(468) + "…"),
        mistake(
            "too long a number",
            "audience: {attribute: a, gt: 1e401}",
            "f:3:30: number must have at most 400 digits"),
        mistake(
            "no number behind the tag of numbers",
            "audience: {attribute: a, eq: !!int +}",
            "f:3:30: 'eq' must be a number, but is '+'"),
        mistake(
            "a number as text",
            "audience: {attribute: a, gt: '1'}",
            "f:3:30: 'gt' must be a number, but is '1'"),
        mistake(
            "a list for one value",
            "audience: {attribute: a, eq: [1]}",
            "f:3:30: 'eq' must be a single value, but is a list"),
        mistake(
            "one value for a list",
            "audience: {attribute: a, in: b}",
            "f:3:30: 'in' must be a list, but is a text; start each entry with '- '"),
        mistake(
            "nothing among values",
            "audience: {attribute: a, in: [b, null]}",
            "f:3:34: 'in' must not be empty; to ask whether there is a value use present"),
        mistake(
            "two types among values",
            "audience: {attribute: a, in: [b, 1]}",
            "f:3:30: condition on 'a': in needs only texts or only numbers"),
        mistake(
            "absence the wrong way",
            "audience: {attribute: a, present: false}",
            "f:3:35: 'present' must be true; for absence write absent: true"),
        mistake(
            "presence the wrong way",
            "audience: {attribute: a, absent: false}",
            "f:3:34: 'absent' must be true; for presence write present: true"),
        mistake(
            "one end of a range",
            "audience: {attribute: a, between: [1]}",
            "f:3:35: 'between' must have two values, but has 1; write between: [1, 5]; both are included"),
        mistake(
            "a range that is a number",
            "audience: {attribute: a, between: 1}",
            "f:3:35: 'between' must be a list, but is a number; start each entry with '- '"),
        mistake(
            "a range the wrong way round",
            "audience: {attribute: a, between: [5, 1]}",
            "f:3:35: condition on 'a': between needs the lesser value first"),
        mistake(
            "a range from a number to a time",
            "audience: {attribute: a, between: [5, '2026-01-31T08:00:00Z']}",
            "f:3:35: condition on 'a': between needs two numbers or two points in time"),
        mistake(
            "a range of texts",
            "audience: {attribute: a, between: [5, x]}",
            "f:3:39: 'between' must be a point in time, but is 'x'; write it with its zone, such as 2026-01-31T08:00:00Z"),
        mistake(
            "a day for a time",
            "audience: {attribute: a, before: 2026-01-31}",
            "f:3:34: 'before' must be a point in time, but is '2026-01-31'; write it with its zone, such as 2026-01-31T08:00:00Z"),
        mistake(
            "a number to look for in a text",
            "audience: {attribute: a, contains: 75}",
            "f:3:36: 'contains' must be a text, but is a number; put it in quotes: \"75\""),
        mistake(
            "an empty text to look for",
            "audience: {attribute: a, startsWith: ''}",
            "f:3:38: condition on 'a': startsWith needs a text that is not empty"),
        mistake(
            "a text for a number",
            "audience: {attribute: a, le: x}",
            "f:3:30: 'le' must be a number, but is 'x'"),
        mistake(
            "a misspelt operator",
            "audience: {attribute: a, eq: 1, notin: [b]}",
            "f:3:33: unknown property 'notin' of a condition; did you mean 'notIn'?"),
        mistake(
            "presence in words",
            "audience: {attribute: a, present: yes}",
            "f:3:35: 'present' must be true or false, but is 'yes'"),
        mistake(
            "nothing to join",
            "audience: {any: []}",
            "f:3:17: 'any' must have 1 to 100 entries, but has 0"),
        mistake(
            "nine levels",
            "audience: " + "{not: ".repeat(8) + "{attribute: a, present: true}" + "}".repeat(8),
            "f:3:17: conditions must be nested at most 8 deep; join levels of 'all' or 'any'"));
  }

  @ParameterizedTest
  @MethodSource
  void reportsAMistakeOfAWholeFile(String content, String report) {
    assertThat(SurveyFiles.report("f", content)).isEqualTo(report);
  }

  static Stream<Arguments> reportsAMistakeOfAWholeFile() {
    String questions = "\nquestions: [{id: q, type: text, text: Hi}]";
    return Stream.of(
        mistake(
            "no key",
            "version: 1" + questions,
            "f:1:1: a survey lacks the property 'survey'; add survey: and the key of the survey"),
        mistake(
            "a key with a space",
            "survey: my survey" + questions,
            "f:1:9: survey key must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was 'my survey'"),
        mistake(
            "no questions",
            "survey: a",
            "f:1:1: a survey lacks the property 'questions'; add questions: and at least one"),
        mistake(
            "an empty list of questions",
            "survey: a\nquestions: []",
            "f:1:1: survey 'a': a survey must have 1 to 50 questions, but has 0"),
        mistake(
            "a text",
            "survey",
            "f:1:1: a survey must be a mapping, but is a text; write it as 'name: value' lines"),
        mistake(
            "a list",
            "- survey: a",
            "f:1:1: a survey must be a mapping, but is a list; write it as 'name: value' lines"),
        mistake(
            "a number",
            "42",
            "f:1:1: a survey must be a mapping, but is a number; write it as 'name: value' lines"),
        mistake(
            "nothing",
            "---\n...",
            "f:2:1: a survey must be a mapping, but is nothing; write it as 'name: value' lines"));
  }

  @Test
  void reportsEveryValueThatIsMissingOnce() {
    String content = """
        survey:
        version: null
        status: ~
        title:
        on: [null, '']
        audience: {attribute: a, eq: }
        sampling: {people: Null}
        contact: {any: {shown: NULL}}
        questions:
          - id: q
            type:
            text: Hi
        """;
    String hasNoValue = "has no value; give one or delete the line";

    assertThat(SurveyFiles.report("f", content)).isEqualTo("""
            f:1:1: property 'survey' %1$s
            f:2:1: property 'version' %1$s
            f:3:1: property 'status' %1$s
            f:4:1: property 'title' %1$s
            f:5:6: 'on' must be a text, but is nothing; give one or delete the line
            f:5:12: event must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was ''
            f:6:26: property 'eq' %1$s
            f:7:12: property 'people' %1$s
            f:8:17: property 'shown' %1$s
            f:11:5: property 'type' %1$s""".formatted(hasNoValue));
  }

  @Test
  void anUnknownDefaultLanguageDoesNotPutTheTextsInTheWrong() {
    String content =
        "survey: a\ndefaultLocale: français\nquestions: [{id: q, type: text, text: {fr: Avis}}]";

    assertThat(SurveyFiles.report("f", content))
        .isEqualTo(
            "f:2:16: language must be a BCP-47 tag such as 'en' or 'fr-CA', but was 'français'");
  }

  @Test
  void mistakesInJsonHaveLineAndColumnToo() {
    String content = """
        {
          "survey": "a",
          "status": "activ",
          "titel": null,
          "questions": [
            {"id": "q", "type": "text", "text": "Hi", "maxLength": "9"}
          ]
        }
        """;

    assertThat(SurveyFiles.report("f.json", content)).isEqualTo("""
            f.json:3:13: unknown status 'activ'; did you mean 'active'?
            f.json:4:3: unknown property 'titel' of a survey; did you mean 'title'?
            f.json:6:60: 'maxLength' must be a whole number, but is '9'""");
  }

  @Test
  void countsColumnsInCharactersHoweverManyBytesTheyHave() {
    assertThat(SurveyFiles.report("f", "{title: 😀é, survey: a, questions: x}"))
        .isEqualTo("f:1:35: 'questions' must be a list, but is a text; start each entry with '- '");
  }

  private static Arguments mistake(String name, String written, String report) {
    return argumentSet(name, written, report);
  }
}
