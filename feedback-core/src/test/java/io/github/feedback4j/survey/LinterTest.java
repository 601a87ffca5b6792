package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.Question.answerTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.FactorsQuestion.Band;
import io.github.feedback4j.survey.Finding.Severity;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.Question.Choice;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinterTest {

  private static final LocalizedText TEXT = LocalizedText.of("en", "Hello");
  private static final Question.Rating RATING =
      Question.rating("rating", TEXT, MetricDefinition.csat()).label(1, TEXT).label(5, TEXT);
  private static final Question CALL = Question.consent("call", TEXT);
  private static final Question COMMENT = Question.text("comment", TEXT);
  private static final Choice PHONE = Choice.of("phone", TEXT);
  private static final Choice MAIL = Choice.of("mail", TEXT);

  static Stream<Arguments> errors() {
    Question pick = Question.singleChoice("pick", TEXT, PHONE, MAIL);
    MetricDefinition seven = MetricDefinition.csat(7);
    return Stream.of(
        row(
            "unreachable question",
            "question 'call': nobody reaches this question: every way jumps over it; change a 'next' before it, or delete the question",
            RATING.next(Jump.to("comment")),
            CALL,
            COMMENT),
        row(
            "unreachable after every score of a required rating",
            "question 'call': nobody reaches this question: every way jumps over it; change a 'next' before it, or delete the question",
            RATING.asRequired().next(Jump.scored(1, 3, "comment"), Jump.scored(4, 5, Jump.END)),
            CALL,
            COMMENT),
        row(
            "unreachable after every option of a required choice",
            "question 'call': nobody reaches this question: every way jumps over it; change a 'next' before it, or delete the question",
            pick.asRequired().next(Jump.chosen("phone", Jump.END), Jump.chosen("mail", "comment")),
            CALL,
            COMMENT),
        row(
            "cycle",
            "question 'comment', next: the jump goes back to 'rating', which makes a cycle; jump to a later question, or to 'end'",
            RATING,
            COMMENT.next(Jump.to("rating"))),
        row(
            "cycle of one",
            "question 'rating', next: the jump goes back to 'rating', which makes a cycle; jump to a later question, or to 'end'",
            RATING.next(Jump.scored(1, 2, "rating"))),
        row(
            "jump to unknown id",
            "question 'rating', next: the jump goes to 'coment', but there is no such question; did you mean 'comment'?",
            RATING.next(Jump.to("coment")),
            COMMENT),
        row(
            "jump after a choice that is not there",
            "question 'pick', next: the jump waits for the choice 'fax', which is not there; use one of phone, mail",
            pick.next(Jump.chosen("fax", Jump.END))),
        row(
            "jump after a choice where nothing can be chosen",
            "question 'comment', next: the jump waits for a choice, but nothing can be chosen here; delete 'choice'",
            COMMENT.next(Jump.chosen("fax", Jump.END))),
        row(
            "jump after a score where there is none",
            "question 'comment', next: the jump waits for a score, but the answer has none; delete 'from' and 'to'",
            COMMENT.next(Jump.scored(1, 2, Jump.END))),
        row(
            "jump after a score off the scale",
            "question 'rating', next: the jump waits for a score from 0 to 2, but answers go from 1 to 5; keep the band within the scale",
            RATING.next(Jump.scored(0, 2, Jump.END))),
        row(
            "condition on a later answer",
            "question 'call', visibleWhen: the condition looks at 'answer.rating', but conditions see earlier answers only; move the question 'rating' up",
            CALL.visibleWhen(Condition.present(answerTo("rating"))),
            RATING),
        row(
            "condition on its own answer",
            "question 'comment', requiredWhen: the condition looks at 'answer.comment', but conditions see earlier answers only; move the question 'comment' up",
            COMMENT.requiredWhen(Condition.present(answerTo("comment")))),
        row(
            "condition on an unknown answer",
            "question 'comment', visibleWhen: the condition looks at 'answer.ratting', but there is no question 'ratting'; did you mean 'rating'?",
            RATING,
            COMMENT.visibleWhen(Condition.not(Condition.present("answer.ratting")))),
        row(
            "condition on a statement",
            "question 'comment', visibleWhen: the condition looks at 'answer.hi', which is not answered",
            Question.statement("hi", TEXT),
            COMMENT.visibleWhen(Condition.present("answer.hi"))),
        row(
            "condition on a matrix as a whole",
            "question 'comment', visibleWhen: the condition looks at 'answer.grid', which is no row of the matrix; use one of answer.grid.phone",
            Question.matrix("grid", TEXT, MetricDefinition.csat(), PHONE)
                .label(1, TEXT)
                .label(5, TEXT),
            COMMENT.visibleWhen(Condition.eq("answer.grid", 1))),
        row(
            "condition on a row where there is none",
            "question 'comment', visibleWhen: the condition looks at 'answer.rating.phone', but 'rating' has no rows; write answer.rating",
            RATING,
            COMMENT.visibleWhen(Condition.eq("answer.rating.phone", 1))),
        row(
            "factors of an unknown rating",
            "question 'why', of: 'of' names 'comment', but there is no such rating; use one of rating",
            RATING,
            COMMENT,
            Question.factors("why", TEXT, "comment", new Band(1, 2, List.of(PHONE)))),
        row(
            "factors of a later rating",
            "question 'why', of: 'of' names 'rating', which comes later; move the rating before its factors",
            Question.factors("why", TEXT, "rating", new Band(1, 2, List.of(PHONE))),
            RATING),
        row(
            "factors off the scale",
            "question 'why', bands: the band from 0 to 2 must be on the scale 1–5 of 'rating'; keep the band within the scale",
            RATING,
            Question.factors("why", TEXT, "rating", new Band(0, 2, List.of(PHONE)))),
        row(
            "metric whose scale does not fit the rating that was expected",
            "question 'hoped', metric: the metric does not fit: its scale is 1–7, but 'rating' has 1–5; use the metric of 'rating'",
            Question.expectation("hoped", TEXT, seven)
                .of("rating")
                .label(1, TEXT)
                .label(7, TEXT),
            RATING));
  }

  static Stream<Arguments> warnings() {
    LocalizedText both = LocalizedText.of("en", "Hello", "fr", "Bonjour");
    LocalizedText endless = LocalizedText.of("en", "x".repeat(141));
    MetricDefinition wrongNps =
        MetricDefinition.mean("nps", Scale.of(1, 5), Direction.HIGHER_IS_BETTER);
    return Stream.of(
        row(
            "missing translation",
            "question 'comment': there is no text in 'fr', which other texts of the survey have; add fr: …",
            Question.consent("call", both),
            COMMENT),
        row(
            "blank translation",
            "question 'comment': there is no text in 'fr', which other texts of the survey have; add fr: …",
            Question.consent("call", both),
            Question.text("comment", LocalizedText.of("en", "Hello", "fr", "  "))),
        row(
            "missing translation of a link",
            "question 's', link 1: there is no text in 'fr', which other texts of the survey have; add fr: …",
            Question.statement("s", both, new StatementQuestion.Link(TEXT, "tel:1"))),
        row(
            "text over 140 characters",
            "question 'q': the text in 'en' has 141 characters; more than 140 are not read at a glance; say it shorter, or put the rest into a statement",
            Question.text("q", endless)),
        row(
            "label over 140 characters",
            "question 'rating', label 3: the text in 'en' has 141 characters; more than 140 are not read at a glance; say it shorter, or put the rest into a statement",
            RATING.label(3, endless)),
        row(
            "double-barrelled rating",
            "question 'q': the text in 'en' may ask about two things at once ('speed and quality'), which one answer cannot tell apart; ask one question about each, or a matrix with a row for each",
            Question.rating(
                    "q",
                    LocalizedText.of("en", "How are speed and quality?"),
                    MetricDefinition.thumbs())
                .label(0, TEXT)
                .label(1, TEXT)),
        row(
            "double-barrelled row",
            "question 'q', row 'x': the text in 'en' may ask about two things at once ('speed and quality'), which one answer cannot tell apart; ask one question about each, or a matrix with a row for each",
            Question.matrix(
                    "q",
                    TEXT,
                    MetricDefinition.thumbs(),
                    Choice.of("x", LocalizedText.of("en", "speed and quality")))
                .label(0, TEXT)
                .label(1, TEXT)),
        row(
            "scale without end labels",
            "question 'rating', labels: the scale 1–5 says in words at neither end, or at one only, what it means; add labels: {1: …, 5: …}",
            Question.rating("rating", TEXT, MetricDefinition.csat()).label(1, TEXT)),
        row(
            "expectation without end labels",
            "question 'e', labels: the scale 0–10 says in words at neither end, or at one only, what it means; add labels: {0: …, 10: …}",
            Question.expectation("e", TEXT, MetricDefinition.nps())),
        row(
            "metric whose scale does not fit its name",
            "question 'q', metric: the scale 1–5 does not fit the metric 'nps', which has 0–10; use metric: nps, or give your metric another id",
            Question.rating("q", TEXT, wrongNps).label(1, TEXT).label(5, TEXT)));
  }

  private static Arguments row(String name, String finding, Question... questions) {
    return argumentSet(name, finding, List.of(questions));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void findsTheError(String finding, List<Question> questions) {
    Survey survey = Survey.of("s", questions.toArray(Question[]::new));

    List<Finding> findings = Linter.standard().lint(survey);

    assertThat(findings).singleElement().satisfies(each -> {
      assertThat(each.severity()).isEqualTo(Severity.ERROR);
      assertThat(each).hasToString("survey 's' v1: " + finding);
    });
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorStopsTheCatalogueAndTheReader(String finding, List<Question> questions) {
    Survey survey = Survey.of("s", questions.toArray(Question[]::new));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyCatalog.of(List.of(survey)))
        .withMessage("survey 's' v1: " + finding);
    assertThat(SurveyFiles.report("f", SurveyWriter.yaml(survey))).endsWith(finding);
  }

  @ParameterizedTest
  @MethodSource("warnings")
  void findsTheWarningAndTheSurveyWorksAllTheSame(String finding, List<Question> questions) {
    Survey survey = Survey.of("s", questions.toArray(Question[]::new));

    List<Finding> findings = Linter.standard().lint(survey);

    assertThat(findings).singleElement().satisfies(each -> {
      assertThat(each.severity()).isEqualTo(Severity.WARNING);
      assertThat(each).hasToString("survey 's' v1: " + finding);
    });
    assertThat(SurveyCatalog.of(List.of(survey)).current()).containsExactly(survey);
    assertThat(SurveyReader.read("f", SurveyWriter.yaml(survey))).isEqualTo(survey);
  }

  @Test
  void aBuiltSurveyListsAllErrorsAtOnce() {
    Survey one = Survey.of("one", RATING.next(Jump.to("gone")), COMMENT.next(Jump.to("rating")));
    Survey two = Survey.of("two", RATING.next(Jump.to("rating")));

    assertThat(Assertions.catchThrowable(
            () -> Feedback.builder().surveys(List.of(one, two)).build()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("survey 'one' v1: question 'rating', next: the jump goes to 'gone'")
        .hasMessageContaining("survey 'one' v1: question 'comment', next: the jump goes back")
        .hasMessageContaining("survey 'two' v1: question 'rating', next: the jump goes back");
  }

  @Test
  void aFileListsErrorsWithLineColumnPlaceAndAdviceBesideItsOtherMistakes() {
    String file = """
        survey: s
        status: actve
        questions:
          - id: a
            type: consent
            text: Hi
            next:
              - { go: b }
              - { choice: x, go: gone }
          - id: b
            type: text
            text: Hi
            visibleWhen:
              not: { attribute: answer.c, present: true }
            next: a
        """;

    assertThat(SurveyFiles.report("f.yaml", file)).isEqualTo("""
        f.yaml:2:9: unknown status 'actve'; did you mean 'active'?
        f.yaml:8:7: 'next' must have the jump without a condition at its end, because no later one is taken
        f.yaml:14:7: question 'b', visibleWhen: the condition looks at 'answer.c', but there is no question 'c'; did you mean 'a'?
        f.yaml:15:11: question 'b', next: the jump goes back to 'a', which makes a cycle; jump to a later question, or to 'end'""");
  }

  @Test
  void warningsOfAFileHaveLineAndColumn() {
    String file = """
        survey: s
        title: { en: Hi, fr: Salut }
        contact:
          this: { answered: 30d }
          any: { answered: 90d }
        questions:
          - id: a
            type: rating
            metric: nps
            text:
              en: How are speed and quality?
              fr: Comment va ?
            labels: { 0: { en: Bad, fr: Mal }, 10: Good }
        """;

    assertThat(Linter.standard().lint("f.yaml", file))
        .extracting(Finding::toString)
        .containsExactly(
            "f.yaml:11:11: question 'a': the text in 'en' may ask about two things at once ('speed and quality'), which one answer cannot tell apart; ask one question about each, or a matrix with a row for each",
            "f.yaml:13:44: question 'a', label 10: there is no text in 'fr', which other texts of the survey have; add fr: …",
            "f.yaml:4:21: contact: the rule this: {answered: 30d} never matters, because any: {answered: 90d} is stricter; delete one of them");
  }

  @Test
  void aFileThatCannotBeReadHasItsMistakesForFindings() {
    assertThat(Linter.standard().lint("f.yaml", "survey: s\ncolour: red\nquestions: []"))
        .allMatch(each -> each.severity() == Severity.ERROR)
        .extracting(Finding::message)
        .contains("unknown property 'colour' of a survey");
  }

  @Test
  void aDisplayIsShadowedByALongerGapThanItsPeriod() {
    Survey survey = Surveys.csat("s")
        .withDisplay(Display.every(CalendarPeriod.month()))
        .withContactRules(
            ContactRules.none().sameSurvey(ContactRule.Since.INVITED, Duration.ofDays(31)));
    Linter policy =
        Linter.withPolicy(ContactRules.none().any(ContactRule.Since.INVITED, Duration.ofDays(32)));

    assertThat(Linter.standard().lint(survey)).isEmpty();
    assertThat(policy.lint(survey.withContactRules(ContactRules.none())))
        .singleElement()
        .hasToString(
            "survey 's' v1: display: {every: month} never matters, because the policy's any: {invited: 32d} is longer; delete one of them");
  }

  @Test
  void aThrottleIsShadowedByAStricterOneOfThePolicy() {
    Survey survey = Surveys.csat("s")
        .withContactRules(ContactRules.none()
            .any(Since.INVITED, Duration.ofDays(7))
            .sameSurvey(Since.INVITED, Duration.ofDays(60))
            .sameSurvey(Since.ANSWERED, Duration.ofDays(10)));
    Linter linter = Linter.withPolicy(ContactRules.none()
        .any(Since.INVITED, Duration.ofDays(30))
        .sameSurvey(Since.ANSWERED, Duration.ofDays(5)));

    assertThat(linter.lint(survey))
        .singleElement()
        .hasToString(
            "survey 's' v1: contact: the rule any: {invited: 7d} never matters, because the policy's any: {invited: 30d} is stricter; delete it, or make it longer");
    assertThat(Linter.standard().lint(survey)).isEmpty();
  }

  @Test
  void whatIsToBeReadMayBeLong() {
    LocalizedText endless = LocalizedText.of("en", "x".repeat(400));

    assertThat(Linter.standard()
            .lint(Survey.of("s", Question.statement("a", endless), Question.consent("b", endless))))
        .isEmpty();
  }

  @Test
  void anOpenQuestionMayAskAboutTwoThings() {
    LocalizedText two = LocalizedText.of("en", "What about speed and quality?");

    assertThat(Linter.standard().lint(Survey.of("s", Question.text("q", two)))).isEmpty();
  }
}
