package io.github.feedback4j.response;

import static io.github.feedback4j.response.Violation.Code.NOT_VISIBLE;
import static io.github.feedback4j.response.Violation.Code.OUT_OF_RANGE;
import static io.github.feedback4j.response.Violation.Code.REPEATED_CHOICE;
import static io.github.feedback4j.response.Violation.Code.REQUIRED;
import static io.github.feedback4j.response.Violation.Code.TOO_FEW;
import static io.github.feedback4j.response.Violation.Code.TOO_LONG;
import static io.github.feedback4j.response.Violation.Code.TOO_MANY;
import static io.github.feedback4j.response.Violation.Code.TOO_SHORT;
import static io.github.feedback4j.response.Violation.Code.UNKNOWN_CHOICE;
import static io.github.feedback4j.response.Violation.Code.UNKNOWN_ROW;
import static io.github.feedback4j.response.Violation.Code.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.FactorsQuestion.Band;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.Survey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rarer kinds of questions take for an answer, and what the flow lets through. */
class AnswerCheckTest {

  private static final LocalizedText TEXT = LocalizedText.of("en", "?");
  private static final Choice A = Choice.of("a", TEXT);
  private static final Choice B = Choice.of("b", TEXT);
  private static final Choice C = Choice.of("c", TEXT);

  private static final Survey SURVEY = Survey.of(
      "s",
      Question.rating("rating", TEXT, MetricDefinition.csat()),
      Question.singleChoice("pick", TEXT, A, B).withOther(TEXT),
      Question.singleChoice("closed", TEXT, A, B),
      Question.multiChoice("picks", TEXT, A, B, C).withOther(TEXT).withSelections(2, 3),
      Question.matrix("grid", TEXT, MetricDefinition.csat(), A, B),
      Question.ranking("rank", TEXT, A, B, C).withTop(2),
      Question.consent("call", TEXT),
      Question.lostTime("lost", TEXT).withBounds(5, 60),
      Question.expectation("expected", TEXT, MetricDefinition.csat()),
      Question.factors(
          "why", TEXT, "rating", new Band(1, 2, List.of(A, B)), new Band(4, 5, List.of(C))),
      Question.statement("thanks", TEXT),
      Question.text("ticket", TEXT).withMinLength(3),
      Question.text("comment", TEXT).requiredUpTo("rating", 2),
      Question.text("vip", TEXT).visibleWhen(Condition.eq("vip", true)));

  static Stream<Arguments> accepted() {
    return Stream.of(
        row("the open option with words", r -> r.with(new Answer.Choice("pick", "other", "Fax"))),
        row("the open option without words", r -> r.choose("pick", "other")),
        row("the fewest and the most options", r -> r.chooseAll("picks", "a", "other")),
        row("the most options", r -> r.chooseAll("picks", "c", "b", "a")),
        row("one row of a matrix", r -> r.rateRow("grid", "b", 5)),
        row("the best two", r -> r.rank("rank", "c", "a")),
        row("a refused consent", r -> r.consent("call", false)),
        row("the least and the most minutes", r -> r.lostMinutes("lost", 5)),
        row("the most minutes", r -> r.lostMinutes("lost", 60)),
        row("an expectation", r -> r.rate("expected", 1)),
        row("factors of the rating's band", r -> r.rate("rating", 4).chooseAll("why", "c")),
        row("a text of the least length", r -> r.text("ticket", "INC")),
        row("too short, but not finished", r -> r.text("ticket", "I").partial()),
        row("too few, but not finished", r -> r.chooseAll("picks", "a").partial()),
        row("a good rating without the comment", r -> r.rate("rating", 3)),
        row("a bad rating, not finished", r -> r.rate("rating", 1).partial()),
        row("a bad rating with the comment", r -> r.rate("rating", 1).comment("slow")));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        row(
            "words where no option is open",
            r -> r.with(new Answer.Choice("closed", "a", "x")),
            "closed",
            UNKNOWN_CHOICE),
        row(
            "words beside another option",
            r -> r.with(new Answer.Choice("pick", "a", "x")),
            "pick",
            UNKNOWN_CHOICE),
        row(
            "words of more than 500 characters",
            r -> r.with(new Answer.Choice("pick", "other", "x".repeat(501))),
            "pick",
            TOO_LONG),
        row("too few options", r -> r.chooseAll("picks", "a"), "picks", TOO_FEW),
        row(
            "too many options",
            r -> r.chooseAll("picks", "a", "b", "c", "other"),
            "picks",
            TOO_MANY),
        row("an option twice", r -> r.chooseAll("picks", "a", "a"), "picks", REPEATED_CHOICE),
        row("an unknown option", r -> r.chooseAll("picks", "a", "z"), "picks", UNKNOWN_CHOICE),
        row("one option for several", r -> r.choose("picks", "a"), "picks", WRONG_TYPE),
        row("an unknown row", r -> r.rateRow("grid", "z", 1), "grid", UNKNOWN_ROW),
        row("a row off the scale", r -> r.rateRow("grid", "a", 6), "grid", OUT_OF_RANGE),
        row("a rating for a matrix", r -> r.rate("grid", 1), "grid", WRONG_TYPE),
        row("too few in order", r -> r.rank("rank", "a"), "rank", TOO_FEW),
        row("too many in order", r -> r.rank("rank", "a", "b", "c"), "rank", TOO_MANY),
        row("the same one in order", r -> r.rank("rank", "a", "a"), "rank", REPEATED_CHOICE),
        row("an unknown one in order", r -> r.rank("rank", "a", "z"), "rank", UNKNOWN_CHOICE),
        row("choices for a ranking", r -> r.chooseAll("rank", "a", "b"), "rank", WRONG_TYPE),
        row("a rating for a consent", r -> r.rate("call", 1), "call", WRONG_TYPE),
        row("too little lost time", r -> r.lostMinutes("lost", 4), "lost", OUT_OF_RANGE),
        row("too much lost time", r -> r.lostMinutes("lost", 61), "lost", OUT_OF_RANGE),
        row("a rating for minutes", r -> r.rate("lost", 10), "lost", WRONG_TYPE),
        row("an expectation off the scale", r -> r.rate("expected", 6), "expected", OUT_OF_RANGE),
        row("a text that is too short", r -> r.text("ticket", "I"), "ticket", TOO_SHORT),
        row("an answer to a statement", r -> r.text("thanks", "x"), "thanks", WRONG_TYPE),
        row("factors without a rating", r -> r.chooseAll("why", "a"), "why", NOT_VISIBLE),
        row(
            "factors after a rating in no band",
            r -> r.rate("rating", 3).chooseAll("why", "a"),
            "why",
            NOT_VISIBLE),
        row(
            "factors of another band",
            r -> r.rate("rating", 5).chooseAll("why", "a"),
            "why",
            UNKNOWN_CHOICE),
        row("a question that is not shown", r -> r.text("vip", "x"), "vip", NOT_VISIBLE),
        row("a bad rating without the comment", r -> r.rate("rating", 2), "comment", REQUIRED));
  }

  private static Arguments row(String name, UnaryOperator<Response> fill, Object... expected) {
    Object[] all = new Object[expected.length + 1];
    all[0] = fill;
    System.arraycopy(expected, 0, all, 1, expected.length);
    return argumentSet(name, all);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void accepts(UnaryOperator<Response> fill) {
    assertThat(ResponseCheck.check(SURVEY, fill.apply(response(Attributes.none()))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(UnaryOperator<Response> fill, String question, Violation.Code code) {
    Response response = fill.apply(response(Attributes.none()));

    assertThat(ResponseCheck.check(SURVEY, response)).singleElement().satisfies(each -> {
      assertThat(each.code()).isEqualTo(code);
      assertThat(each.question()).isEqualTo(question);
    });
  }

  @Test
  void theFrozenAttributesDecideWhichQuestionsWereShown() {
    Response vip = response(Attributes.none().with("vip", true)).text("vip", "x");

    assertThat(ResponseCheck.check(SURVEY, vip)).isEmpty();
  }

  @Test
  void aRequiredMatrixNeedsEveryRow() {
    Survey survey = Survey.of(
        "s", Question.matrix("grid", TEXT, MetricDefinition.csat(), A, B).asRequired());
    Response one = response(Attributes.none()).rateRow("grid", "a", 1);

    assertThat(ResponseCheck.check(survey, one))
        .extracting(Violation::code)
        .containsExactly(REQUIRED);
    assertThat(ResponseCheck.check(survey, one.partial())).isEmpty();
    assertThat(ResponseCheck.check(survey, one.rateRow("grid", "b", 5))).isEmpty();
  }

  @Test
  void whatIsNotShownIsNotRequired() {
    Survey survey = Survey.of(
        "s",
        Question.rating("rating", TEXT, MetricDefinition.csat()),
        Question.text("comment", TEXT).asRequired().visibleWhen(Condition.in("answer.rating", 1)));

    assertThat(ResponseCheck.check(survey, response(Attributes.none()).rate("rating", 5)))
        .isEmpty();
    assertThat(ResponseCheck.check(survey, response(Attributes.none()).rate("rating", 1)))
        .extracting(Violation::code)
        .containsExactly(REQUIRED);
  }

  @Test
  void reportsEverythingAtOnceInTheOrderOfTheAnswers() {
    Response response = response(Attributes.none())
        .rate("rating", 1)
        .with(new Answer.Choices("picks", List.of("z", "z"), "x".repeat(501)))
        .with(new Answer.Matrix("grid", Map.of("z", 1)))
        .text("vip", "x");

    assertThat(ResponseCheck.check(SURVEY, response))
        .extracting(Violation::question, Violation::code)
        .containsExactly(
            tuple("picks", UNKNOWN_CHOICE),
            tuple("picks", REPEATED_CHOICE),
            tuple("picks", UNKNOWN_CHOICE),
            tuple("picks", TOO_LONG),
            tuple("grid", UNKNOWN_ROW),
            tuple("vip", NOT_VISIBLE),
            tuple("comment", REQUIRED));
  }

  @Test
  void noViolationQuotesWhatSomebodyWrote() {
    Response response = response(Attributes.none())
        .with(new Answer.Choice("pick", "secret", "secret"))
        .with(new Answer.Choices("picks", List.of("secret"), "secret"))
        .with(new Answer.Matrix("grid", Map.of("secret", 1)))
        .rank("rank", "secret", "a")
        .text("vip", "secret");

    assertThat(ResponseCheck.check(SURVEY, response))
        .hasSizeGreaterThan(5)
        .noneMatch(each -> each.message().contains("secret"));
  }

  @Test
  void noAnswerTellsItsWords() {
    assertThat(List.of(
            new Answer.Choice("q", "other", "secret"),
            new Answer.Choices("q", List.of("other"), "secret"),
            new Answer.Text("q", "secret")))
        .noneMatch(each -> each.toString().contains("secret"));
  }

  private static Response response(Attributes attributes) {
    return Response.to(new Invitation(
        new UUID(1, 1),
        "s",
        1,
        new RespondentKey("k"),
        "e",
        null,
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(1),
        1,
        Accountability.none(),
        null,
        attributes));
  }
}
