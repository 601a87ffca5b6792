package io.github.feedback4j.response;

import static io.github.feedback4j.response.Violation.Code.NO_ANSWER;
import static io.github.feedback4j.response.Violation.Code.OUT_OF_RANGE;
import static io.github.feedback4j.response.Violation.Code.REQUIRED;
import static io.github.feedback4j.response.Violation.Code.TOO_LONG;
import static io.github.feedback4j.response.Violation.Code.UNKNOWN_CHOICE;
import static io.github.feedback4j.response.Violation.Code.UNKNOWN_QUESTION;
import static io.github.feedback4j.response.Violation.Code.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseCheckTest {

  private static final LocalizedText TEXT = LocalizedText.of("en", "?");
  private static final Survey SURVEY = Survey.of(
      "s",
      Question.rating("rating", TEXT, MetricDefinition.csat()).asRequired(),
      Question.text("words", TEXT).withMaxLength(5),
      Question.singleChoice(
          "pick", TEXT, Question.Choice.of("a", TEXT), Question.Choice.of("b", TEXT)));

  static Stream<Arguments> accepted() {
    return Stream.of(
        row("the required rating alone", r -> r.rate("rating", 3)),
        row("both ends of the scale", r -> r.rate("rating", 1).rate("rating", 5)),
        row("everything", r -> r.rate("rating", 3).text("words", "12345").choose("pick", "b")),
        row("a blank text is no answer", r -> r.rate("rating", 3).text("words", " \n")),
        row("a blank text to nobody", r -> r.rate("rating", 3).text("gone", " ")),
        row("partial without the required rating", r -> r.text("words", "x").partial()));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        row("nothing", r -> r, null, NO_ANSWER),
        row("nothing, partially", r -> r.partial(), null, NO_ANSWER),
        row("only a blank text", r -> r.text("words", " "), null, NO_ANSWER),
        row("required missing", r -> r.choose("pick", "a"), "rating", REQUIRED),
        row("under the scale", r -> r.rate("rating", 0), "rating", OUT_OF_RANGE),
        row("over the scale", r -> r.rate("rating", 6), "rating", OUT_OF_RANGE),
        row("one too long", r -> ok(r).text("words", "123456"), "words", TOO_LONG),
        row("unknown question", r -> ok(r).rate("gone", 3), "gone", UNKNOWN_QUESTION),
        row("unknown choice", r -> ok(r).choose("pick", "c"), "pick", UNKNOWN_CHOICE),
        row("a text for a rating", r -> r.text("rating", "4"), "rating", WRONG_TYPE),
        row("a rating for a text", r -> ok(r).rate("words", 4), "words", WRONG_TYPE),
        row("a rating for a choice", r -> ok(r).rate("pick", 1), "pick", WRONG_TYPE));
  }

  private static Arguments row(String name, UnaryOperator<Response> fill, Object... expected) {
    Object[] all = new Object[expected.length + 1];
    all[0] = fill;
    System.arraycopy(expected, 0, all, 1, expected.length);
    return argumentSet(name, all);
  }

  private static Response ok(Response response) {
    return response.rate("rating", 3);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void accepts(UnaryOperator<Response> fill) {
    assertThat(ResponseCheck.check(SURVEY, fill.apply(response()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(UnaryOperator<Response> fill, String question, Violation.Code code) {
    List<Violation> violations = ResponseCheck.check(SURVEY, fill.apply(response()));

    assertThat(violations).hasSize(1);
    assertThat(violations.get(0).code()).isEqualTo(code);
    assertThat(violations.get(0).question()).isEqualTo(question);
  }

  @Test
  void reportsEverythingAtOnce() {
    Response response =
        response().rate("gone", 1).text("words", "too long").choose("pick", "c").rate("rating", 9);

    assertThat(ResponseCheck.check(SURVEY, response))
        .extracting(Violation::code)
        .containsExactly(UNKNOWN_QUESTION, TOO_LONG, UNKNOWN_CHOICE, OUT_OF_RANGE);
  }

  @Test
  void messagesSayWhatIsAllowedAndNeverQuoteAnAnswer() {
    Response response =
        response().rate("rating", 9).text("words", "my secret").choose("pick", "secret");

    assertThat(ResponseCheck.check(SURVEY, response))
        .extracting(Violation::message)
        .containsExactly(
            "the rating must be on the scale 1–5, but was 9",
            "the text must have at most 5 characters, but has 9",
            "the choice must be one of [a, b]");
  }

  @Test
  void anUnknownIdOfAnyLengthIsCut() {
    assertThat(ResponseCheck.check(SURVEY, ok(response()).rate("x".repeat(1_000), 1)))
        .singleElement()
        .satisfies(each -> assertThat(each.question()).hasSize(64));
  }

  @Test
  void aResponseHoldsNoMoreAnswersThanASurveyHasQuestions() {
    Response full = response();
    for (int i = 0; i < Survey.MAX_QUESTIONS; i++) {
      full = full.rate("q" + i, 1);
    }
    Response last = full;

    assertThat(last.rate("q0", 2).answers()).hasSize(Survey.MAX_QUESTIONS);
    assertThatThrownBy(() -> last.rate("one-more", 1))
        .hasMessage("a response must have at most 50 answers");
  }

  private static Response response() {
    Instant now = Instant.EPOCH;
    return Response.to(new Invitation(
        new UUID(1, 1),
        "s",
        1,
        new RespondentKey("k"),
        "e",
        null,
        now,
        now.plusSeconds(1),
        1,
        Accountability.none(),
        null));
  }
}
