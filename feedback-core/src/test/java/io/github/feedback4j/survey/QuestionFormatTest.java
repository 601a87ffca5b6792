package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader says about questions that a survey cannot have, and where. */
class QuestionFormatTest {

  @ParameterizedTest
  @MethodSource
  void reports(String question, String report) {
    assertThat(SurveyFiles.report("f", "survey: a\nquestions:\n- {" + question + "}"))
        .isEqualTo(report);
  }

  static Stream<Arguments> reports() {
    return Stream.of(
        mistake(
            "no id",
            "type: text, text: Hi",
            "f:3:3: a question lacks the property 'id'; add id: satisfaction"),
        mistake(
            "an id with a space",
            "id: my q, type: text, text: Hi",
            "f:3:8: question id must match [A-Za-z0-9_-]{1,64}, but was 'my q'"),
        mistake(
            "an id that is a number",
            "id: 1, type: text, text: Hi",
            "f:3:8: 'id' must be a text, but is a number; put it in quotes: \"1\""),
        mistake(
            "no type",
            "id: q, text: Hi",
            "f:3:3: a question lacks the property 'type'; add type: rating, text, singleChoice or another"),
        mistake(
            "an unknown type",
            "id: q, type: singelChoice, text: Hi",
            "f:3:17: unknown type 'singelChoice'; did you mean 'singleChoice'?"),
        mistake(
            "no text",
            "id: q, type: text",
            "f:3:3: a question lacks the property 'text'; add text: {en: …, fr: …}"),
        mistake(
            "a property of another type",
            "id: q, type: text, text: Hi, metric: nps",
            "f:3:33: unknown property 'metric' of a question; use one of id, type, text, required, requiredWhen, visibleWhen, next, size, minLength, maxLength"),
        mistake(
            "required in words",
            "id: q, type: text, text: Hi, required: yes",
            "f:3:43: 'required' must be true or false, but is 'yes'"),
        mistake(
            "an answer of no length",
            "id: q, type: text, text: Hi, maxLength: 0",
            "f:3:3: question 'q': maxLength must be between 1 and 100000, but was 0"),
        mistake(
            "no metric",
            "id: q, type: rating, text: Hi",
            "f:3:3: a question lacks the property 'metric'; add metric: csat, nps, ces or thumbs"),
        mistake(
            "points of a fixed scale",
            "id: q, type: rating, text: Hi, metric: nps, points: 5",
            "f:3:56: 'points' goes with csat only; nps has a fixed scale; delete the line"),
        mistake(
            "points without agreed threshold",
            "id: q, type: rating, text: Hi, metric: csat, points: 6",
            "f:3:57: csat has 2, 3, 4, 5, 7 or 10 points, but was 6; define a metric of your own for another scale"),
        mistake(
            "points in words",
            "id: q, type: rating, text: Hi, metric: csat, points: five",
            "f:3:57: 'points' must be a whole number, but is 'five'"),
        mistake(
            "thumbs for five points",
            "id: q, type: rating, text: Hi, metric: csat, presentation: thumbs",
            "f:3:3: question 'q': thumbs need a scale of 2 points, but it has 5"),
        mistake(
            "a label that is no point",
            "id: q, type: rating, text: Hi, metric: nps, labels: {low: No}",
            "f:3:57: label 'low' must be a point of the scale; write labels: {1: …, 5: …}"),
        mistake(
            "a label with a zero in front",
            "id: q, type: rating, text: Hi, metric: nps, labels: {01: No}",
            "f:3:57: label '01' must be a point of the scale; write labels: {1: …, 5: …}"),
        mistake(
            "a label without text",
            "id: q, type: rating, text: Hi, metric: nps, labels: {1: null}",
            "f:3:60: 'label 1' has no value; give one or delete the line"),
        mistake(
            "a scale of one point",
            "id: q, type: rating, text: Hi, metric: {id: m, scale: {min: 1, max: 1}, classes: []}",
            "f:3:58: scale must have 2 to 11 points, but 1 to 1 has 1"),
        mistake(
            "a scale without end",
            "id: q, type: rating, text: Hi, metric: {id: m, scale: {min: 1}, classes: []}",
            "f:3:58: a scale lacks the property 'max'; add max: 5"),
        mistake(
            "a gap between classes",
            "id: q, type: rating, text: Hi, metric: {id: m, scale: {min: 1, max: 3}, classes: [{name: a, from: 1, to: 1, score: 0}, {name: b, from: 3, to: 3, score: 1}]}",
            "f:3:43: classes of metric 'm' must cover 1–3 in ascending order without gaps: expected a class from 2, but 'b' starts at 3"),
        mistake(
            "a class without score",
            "id: q, type: rating, text: Hi, metric: {id: m, scale: {min: 1, max: 2}, classes: [{name: a, from: 1, to: 2}]}",
            "f:3:86: a class lacks the property 'score'; add score: 1"),
        mistake(
            "a direction that is none",
            "id: q, type: rating, text: Hi, metric: {id: m, better: highest, scale: {min: 1, max: 2}, classes: [{name: a, from: 1, to: 1, score: 0}, {name: b, from: 2, to: 2, score: 1}]}",
            "f:3:59: unknown better 'highest'; did you mean 'higher'?"),
        mistake(
            "one choice",
            "id: q, type: singleChoice, text: Hi, choices: [{id: a, text: A}]",
            "f:3:3: question 'q' must have 2 to 50 choices, but has 1"),
        mistake(
            "no choices",
            "id: q, type: singleChoice, text: Hi",
            "f:3:3: a question lacks the property 'choices'; add choices: with id and text each"),
        mistake(
            "choices without ids",
            "id: q, type: singleChoice, text: Hi, choices: [Yes, No]",
            "f:3:51: a choice must be a mapping, but is a text; write it as 'name: value' lines\nf:3:56: a choice must be a mapping, but is a text; write it as 'name: value' lines"));
  }

  private static Arguments mistake(String name, String written, String report) {
    return argumentSet(name, written, report);
  }
}
