package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.Question.answerTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.survey.FactorsQuestion.Band;
import io.github.feedback4j.survey.Question.Choice;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurveyFlowTest {

  private static final LocalizedText TEXT = LocalizedText.of("en", "Hello");
  private static final Question RATING = Question.rating("rating", TEXT, MetricDefinition.csat());
  private static final Question COMMENT = Question.text("comment", TEXT);
  private static final Choice PHONE = Choice.of("phone", TEXT);
  private static final Choice MAIL = Choice.of("mail", TEXT);

  @Test
  void withoutRulesEveryQuestionIsShownInOrder() {
    assertThat(path(Map.of(), RATING, COMMENT)).containsExactly("rating", "comment");
  }

  @Test
  void aQuestionIsShownWhenItsConditionOverAnEarlierAnswerHolds() {
    Question why = COMMENT.visibleWhen(Condition.in(answerTo("rating"), 1, 2));

    assertThat(path(Map.of("rating", number(2)), RATING, why)).containsExactly("rating", "comment");
    assertThat(path(Map.of("rating", number(3)), RATING, why)).containsExactly("rating");
    assertThat(path(Map.of(), RATING, why)).containsExactly("rating");
  }

  @Test
  void aQuestionIsShownWhenItsConditionOverAnAttributeHolds() {
    Survey survey = Survey.of("s", RATING, COMMENT.visibleWhen(Condition.eq("vip", true)));

    assertThat(SurveyFlow.of(survey, Attributes.none().with("vip", true))
            .path(Map.of())
            .shows("comment"))
        .isTrue();
    assertThat(SurveyFlow.of(survey, Attributes.none()).path(Map.of()).shows("comment"))
        .isFalse();
  }

  @Test
  void anAttributeCannotPassForAnAnswer() {
    Survey survey =
        Survey.of("s", RATING, COMMENT.visibleWhen(Condition.present(answerTo("rating"))));
    Attributes attributes = Attributes.none().with("answer.rating", 1);

    assertThat(SurveyFlow.of(survey, attributes).path(Map.of()).shows("comment"))
        .isFalse();
  }

  @Test
  void aConditionDoesNotSeeTheAnswerToAQuestionThatIsNotShown() {
    Question hidden = Question.consent("hidden", TEXT).visibleWhen(Condition.eq("vip", true));
    Question after = COMMENT.visibleWhen(Condition.present(answerTo("hidden")));

    assertThat(path(Map.of("hidden", new AttributeValue.Bool(true)), RATING, hidden, after))
        .containsExactly("rating");
  }

  @Test
  void aConditionDoesNotSeeLaterAnswers() {
    Question early =
        Question.consent("early", TEXT).visibleWhen(Condition.present(answerTo("comment")));

    assertThat(path(Map.of("comment", new AttributeValue.Text("x")), early, COMMENT))
        .containsExactly("comment");
  }

  @Test
  void aCommentIsRequiredUpToAScore() {
    Survey survey = Survey.of("s", RATING, COMMENT.requiredUpTo("rating", 2));
    SurveyFlow flow = SurveyFlow.of(survey, Attributes.none());

    assertThat(flow.path(Map.of("rating", number(2))).requires("comment")).isTrue();
    assertThat(flow.path(Map.of("rating", number(3))).requires("comment")).isFalse();
    assertThat(flow.path(Map.of()).requires("comment")).isFalse();
  }

  @Test
  void jumpsById() {
    assertThat(path(
            Map.of(), RATING.next(Jump.to("comment")), Question.consent("between", TEXT), COMMENT))
        .containsExactly("rating", "comment");
  }

  @Test
  void jumpsByScoreBand() {
    Question rating = RATING.next(Jump.scored(1, 2, "comment"));
    Question between = Question.consent("between", TEXT);

    assertThat(path(Map.of("rating", number(2)), rating, between, COMMENT))
        .containsExactly("rating", "comment");
    assertThat(path(Map.of("rating", number(3)), rating, between, COMMENT))
        .containsExactly("rating", "between", "comment");
    assertThat(path(Map.of(), rating, between, COMMENT))
        .containsExactly("rating", "between", "comment");
  }

  @Test
  void jumpsByAnswerOfOneOrSeveralChoices() {
    Question single =
        Question.singleChoice("pick", TEXT, PHONE, MAIL).next(Jump.chosen("phone", "comment"));
    Question multi =
        Question.multiChoice("pick", TEXT, PHONE, MAIL).next(Jump.chosen("phone", "comment"));
    Question between = Question.consent("between", TEXT);

    assertThat(path(Map.of("pick", new AttributeValue.Text("phone")), single, between, COMMENT))
        .containsExactly("pick", "comment");
    assertThat(path(Map.of("pick", new AttributeValue.Text("mail")), single, between, COMMENT))
        .hasSize(3);
    assertThat(path(
            Map.of("pick", new AttributeValue.Texts(List.of("mail", "phone"))),
            multi,
            between,
            COMMENT))
        .containsExactly("pick", "comment");
  }

  @Test
  void jumpsToTheEnd() {
    assertThat(path(Map.of(), RATING.next(Jump.toEnd()), COMMENT)).containsExactly("rating");
  }

  @Test
  void theFirstJumpThatAppliesIsTaken() {
    Question rating =
        RATING.next(Jump.scored(1, 3, "comment"), Jump.scored(1, 5, Jump.END), Jump.to("between"));

    assertThat(
            path(Map.of("rating", number(3)), rating, Question.consent("between", TEXT), COMMENT))
        .containsExactly("rating", "comment");
  }

  @Test
  void aQuestionThatIsNotShownDoesNotJump() {
    Question hidden = RATING.visibleWhen(Condition.eq("vip", true)).next(Jump.toEnd());

    assertThat(path(Map.of(), hidden, COMMENT)).containsExactly("comment");
  }

  @Test
  void aJumpBackOrToNowhereIsNotTakenSoThatEveryWayEnds() {
    assertThat(path(Map.of(), RATING.next(Jump.to("rating")), COMMENT.next(Jump.to("rating"))))
        .containsExactly("rating", "comment");
    assertThat(path(Map.of(), RATING.next(Jump.to("gone")), COMMENT))
        .containsExactly("rating", "comment");
  }

  @Test
  void factorsAreShownOnlyAfterARatingInABand() {
    Question factors =
        Question.factors("why", TEXT, "rating", new Band(1, 2, List.of(PHONE, MAIL)));

    assertThat(path(Map.of("rating", number(1)), RATING, factors)).containsExactly("rating", "why");
    assertThat(path(Map.of("rating", number(3)), RATING, factors)).containsExactly("rating");
    assertThat(path(Map.of(), RATING, factors)).containsExactly("rating");
  }

  @Test
  void aConditionMayLookAtARowOfAMatrix() {
    Question matrix = Question.matrix("grid", TEXT, MetricDefinition.csat(), PHONE, MAIL);
    Question why = COMMENT.visibleWhen(Condition.eq(answerTo("grid", "mail"), 1));

    assertThat(path(Map.of("grid.mail", number(1)), matrix, why))
        .containsExactly("grid", "comment");
    assertThat(path(Map.of("grid.phone", number(1)), matrix, why)).containsExactly("grid");
  }

  @Test
  void theBrowserSeesConditionsOnAnswersButOfAttributesOnlyWhetherTheyHold() {
    Condition condition = Condition.all(
        Condition.gt(answerTo("rating"), 2),
        Condition.any(Condition.eq("vip", true), Condition.eq("tier", "gold")),
        Condition.not(Condition.present("team")));
    Survey survey = Survey.of("s", RATING, COMMENT.visibleWhen(condition));
    SurveyFlow flow = SurveyFlow.of(survey, Attributes.none().with("vip", false));

    Map<String, Object> onAnswer = new LinkedHashMap<>();
    onAnswer.put("attribute", "answer.rating");
    onAnswer.put("gt", BigDecimal.valueOf(2));
    assertThat(flow.forBrowser(condition))
        .isEqualTo(Map.of(
            "all",
            List.of(
                onAnswer,
                Map.of("any", List.of(Map.of("is", "false"), Map.of("is", "unknown"))),
                Map.of("not", Map.of("is", "false")))));
  }

  @Test
  void aSurveyFreezesExactlyTheAttributesThatItsQuestionsConditionsName() {
    Survey survey = Survey.of(
            "s",
            RATING,
            COMMENT
                .visibleWhen(
                    Condition.any(Condition.eq("vip", true), Condition.gt(answerTo("rating"), 2)))
                .requiredWhen(Condition.not(Condition.present("tier"))))
        .withAudience(Condition.eq("country", "FR"));
    Attributes attributes = Attributes.none()
        .with("vip", true)
        .with("tier", 3)
        .with("country", "FR")
        .with("answer.rating", 1);

    assertThat(survey.frozen(attributes))
        .isEqualTo(Attributes.none().with("vip", true).with("tier", 3));
    assertThat(Survey.of("s", RATING).frozen(attributes)).isEqualTo(Attributes.none());
  }

  private static List<String> path(Map<String, AttributeValue> answers, Question... questions) {
    return SurveyFlow.of(Survey.of("s", questions), Attributes.none())
        .path(answers)
        .questions()
        .stream()
        .map(Question::id)
        .toList();
  }

  private static AttributeValue number(int value) {
    return AttributeValue.Numeric.of(value);
  }
}
