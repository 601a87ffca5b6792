package io.github.feedback4j.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.response.Violation.Code;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.StatementQuestion;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyArbitraries;
import io.github.feedback4j.survey.SurveyFlow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ResponseCheckProperties {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void acceptsWhatSomebodyAnswersWhoFollowsTheFlow(
      @ForAll("surveys") Survey survey, @ForAll long seed) {
    Response response = followed(survey, seed);
    Assume.that(!response.answers().isEmpty());

    assertThat(ResponseCheck.check(survey, response)).isEmpty();
    assertThat(ResponseCheck.check(survey, response.partial())).isEmpty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatWasAcceptedStillFitsWhateverWasRedacted(
      @ForAll("surveys") Survey survey,
      @ForAll long seed,
      @ForAll("redactions") String redacted,
      @ForAll boolean complete) {
    Response response = followed(survey, seed);
    Assume.that(!response.answers().isEmpty());

    assertThat(AcceptedCheck.check(
            survey,
            accepted(
                survey,
                complete,
                response.invitation().attributes(),
                response.answers().stream()
                    .map(each -> redacted(each, redacted))
                    .toList())))
        .isEmpty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatWasNeverAcceptedDoesNotFit(@ForAll("surveys") Survey survey, @ForAll long seed) {
    Response response = followed(survey, seed);
    List<Answer> unknown = new ArrayList<>(response.answers());
    unknown.add(new Answer.Rating("who-asked-this", 3));
    List<Answer> impossible = new ArrayList<>(response.answers());
    impossible.replaceAll(each -> each instanceof Answer.Rating rating
        ? new Answer.Rating(rating.question(), Integer.MAX_VALUE)
        : each);

    assertThat(AcceptedCheck.check(survey, accepted(survey, true, Attributes.none(), unknown)))
        .anyMatch(each -> each.code() == Code.UNKNOWN_QUESTION);
    assertThat(AcceptedCheck.check(survey, accepted(survey, false, Attributes.none(), List.of())))
        .extracting(Violation::code)
        .containsExactly(Code.NO_ANSWER);
    assertThat(AcceptedCheck.check(
            survey.withVersion(survey.version() + 1),
            accepted(survey, true, Attributes.none(), unknown)))
        .extracting(Violation::code)
        .containsExactly(Code.UNKNOWN_SURVEY);
    Assume.that(!impossible.equals(List.copyOf(response.answers())));
    assertThat(AcceptedCheck.check(survey, accepted(survey, true, Attributes.none(), impossible)))
        .anyMatch(each -> each.code() == Code.OUT_OF_RANGE);
  }

  private static AcceptedResponse accepted(
      Survey survey, boolean complete, Attributes attributes, List<Answer> answers) {
    Instant now = Instant.parse("2026-03-02T09:00:00Z");
    return AcceptedResponse.restored(
        UUID.randomUUID(),
        1,
        complete,
        new Invitation(
            UUID.randomUUID(),
            survey.key(),
            survey.version(),
            new RespondentKey("anna"),
            "ticket.closed",
            null,
            now,
            now.plusSeconds(60),
            1,
            Accountability.none(),
            null,
            attributes),
        now.plusSeconds(1),
        false,
        null,
        answers,
        Map.of(),
        List.of(),
        Map.of());
  }

  private static Answer redacted(Answer answer, String redacted) {
    if (answer.words() == null) {
      return answer;
    }
    if (answer instanceof Answer.Choice choice) {
      return new Answer.Choice(choice.question(), choice.choice(), redacted);
    }
    return answer instanceof Answer.Choices choices
        ? new Answer.Choices(choices.question(), choices.choices(), redacted)
        : new Answer.Text(answer.question(), redacted);
  }

  @Provide
  Arbitrary<String> redactions() {
    return Arbitraries.of("x", "[e-mail]", "[e-mail] ".repeat(500));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void refusesAnAnswerToAQuestionThatIsNotShown(
      @ForAll("surveys") Survey survey, @ForAll long seed) {
    Response response = followed(survey, seed);
    List<Question> hidden = new ArrayList<>(survey.questions());
    hidden.removeAll(shown(survey, response));
    hidden.removeIf(each -> each instanceof StatementQuestion);
    Assume.that(!hidden.isEmpty());

    for (Question each : hidden) {
      Response more = response.with(Respondent.answer(each, response, new Random(seed)));

      assertThat(ResponseCheck.check(survey, more))
          .anyMatch(violation ->
              violation.code() == Code.NOT_VISIBLE && each.id().equals(violation.question()));
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void missesEveryRequiredAnswer(@ForAll("surveys") Survey survey, @ForAll long seed) {
    Response none = Response.to(invitation(seed));
    SurveyFlow.Path path =
        SurveyFlow.of(survey, none.invitation().attributes()).path(new FlowAnswers().asMap());
    Response response = none.text("gone", "so that it answers something");

    List<Violation> violations = ResponseCheck.check(survey, response);

    assertThat(violations.stream()
            .filter(each -> each.code() == Code.REQUIRED)
            .map(Violation::question))
        .containsExactlyInAnyOrderElementsOf(path.required());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void neverThrowsAndNamesTheQuestion(@ForAll("surveys") Survey survey, @ForAll long seed) {
    Random random = new Random(seed);
    Response response = Response.to(invitation(seed));
    for (Question each : survey.questions()) {
      response = response.with(Respondent.anyAnswer(each.id(), random));
    }
    response = response.with(Respondent.anyAnswer("\ud800 no such question", random));

    List<Violation> violations = ResponseCheck.check(survey, response);

    assertThat(violations)
        .allMatch(each -> each.code() == Code.NO_ANSWER || each.question() != null);
  }

  /** Answers one question after the other as the flow shows them. */
  private static Response followed(Survey survey, long seed) {
    Random random = new Random(seed);
    Response response = Response.to(invitation(seed));
    int answered = 0;
    List<Question> shown = shown(survey, response);
    while (answered < shown.size()) {
      Question question = shown.get(answered++);
      boolean required = path(survey, response).requires(question.id());
      if (!(question instanceof StatementQuestion) && (required || random.nextInt(4) > 0)) {
        response = response.with(Respondent.answer(question, response, random));
      }
      shown = shown(survey, response);
    }
    return response;
  }

  private static List<Question> shown(Survey survey, Response response) {
    return path(survey, response).questions();
  }

  private static SurveyFlow.Path path(Survey survey, Response response) {
    FlowAnswers answers = new FlowAnswers();
    response.answers().forEach(answers::add);
    return SurveyFlow.of(survey, response.invitation().attributes()).path(answers.asMap());
  }

  private static Invitation invitation(long seed) {
    Random random = new Random(seed);
    Attributes attributes = random.nextBoolean()
        ? Attributes.none().with("vip", random.nextBoolean())
        : Attributes.none();
    return new Invitation(
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
        random.nextBoolean() ? attributes.with("team", "Network") : attributes);
  }

  @Provide
  Arbitrary<Survey> surveys() {
    return SurveyArbitraries.surveys();
  }
}
