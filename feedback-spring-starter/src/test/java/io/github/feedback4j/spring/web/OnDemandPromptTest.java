package io.github.feedback4j.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.spring.http.CsrfTokens;
import io.github.feedback4j.spring.http.Guard;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.spring.http.Problem;
import io.github.feedback4j.survey.Anonymity;
import io.github.feedback4j.survey.MissingLocale;
import io.github.feedback4j.survey.Surveys;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

class OnDemandPromptTest {

  private final Feedback feedback = Feedback.builder()
      .surveys(List.of(
          Surveys.csat("ideas")
              .withOnDemand(true)
              .withAnonymity(Anonymity.ANONYMOUS)
              .withMissingLocale(MissingLocale.SKIP),
          Surveys.csat("ticket-csat").on("ticket.closed")))
      .build();

  private final PromptController controller = controller((event, subject, user) -> {
    assertThat(event).isEqualTo(Invitation.ON_DEMAND);
    return subject.equals("INC-1")
        ? Optional.of(Touchpoint.of(event, user.getName())
            .subject(subject)
            .accountable(a -> a.team("Network")))
        : Optional.empty();
  });

  private PromptController controller(TouchpointSource source) {
    return new PromptController(feedback, source, CsrfTokens.none(), "pseudonymous");
  }

  @Test
  void aUserOpensASurvey() {
    JsonNode prompt = json(get("ideas", ""));

    assertThat(prompt.at("/survey/key").asString()).isEqualTo("ideas");
    assertThat(prompt.get("again").asBoolean()).isFalse();
    assertThat(prompt.get("identity").asString()).isEqualTo("anonymous");
    Invitation invitation = PromptController.require(
        feedback, () -> "anna", prompt.get("invitation").asString());
    feedback.submit(Response.to(invitation).rate("satisfaction", 4)).orElseThrow();
    assertThat(feedback.score(Query.of("ideas").onDemand()).n()).isEqualTo(1);
  }

  @Test
  void openingItAgainPresentsWhatIsOpen() {
    String first = json(get("ideas", "")).get("invitation").asString();
    JsonNode again = json(get("ideas", ""));

    assertThat(again.get("invitation").asString()).isEqualTo(first);
    assertThat(again.get("again").asBoolean()).isTrue();
  }

  @Test
  void aSubjectMustBeTheUsersOwn() {
    Invitation invitation = PromptController.require(
        feedback, () -> "anna", json(get("ideas", "INC-1")).get("invitation").asString());

    assertThat(invitation.accountability().get("team")).isEqualTo("Network");
    assertThat(get("ideas", "INC-2").getStatusCode().value()).isEqualTo(204);
  }

  @Test
  void aTouchpointOfSomebodyElseOpensNothing() {
    PromptController careless =
        controller((event, subject, user) -> Optional.of(Touchpoint.onDemand("ben")));

    assertThat(get(careless, "ideas", "", "en").getStatusCode().value()).isEqualTo(204);
  }

  @Test
  void whatIsNotOfferedOrNotTranslatedIsNotOpened() {
    assertThat(get("ticket-csat", "").getStatusCode().value()).isEqualTo(204);
    assertThat(get("unknown", "").getStatusCode().value()).isEqualTo(204);
    assertThat(get(controller, "ideas", "", "de").getStatusCode().value()).isEqualTo(204);
    assertThat(get(controller, "ideas", "", "fr").getStatusCode().value()).isEqualTo(200);
  }

  @Test
  void wantsTheOwnHeaderAndOneOfTouchpointAndSurvey() {
    MockHttpServletRequest foreign = new MockHttpServletRequest();
    foreign.setUserPrincipal(() -> "anna");

    assertThat(status(() -> controller.prompt(foreign, "", "ideas", "", ""))).isEqualTo(403);
    assertThat(status(() -> controller.prompt(request(), "ticket.closed", "ideas", "", "")))
        .isEqualTo(400);
  }

  private static int status(Runnable call) {
    return catchThrowableOfType(Problem.class, call::run)
        .toResponse()
        .getStatusCode()
        .value();
  }

  private ResponseEntity<byte[]> get(String survey, String subject) {
    return get(controller, survey, subject, "en");
  }

  private static ResponseEntity<byte[]> get(
      PromptController controller, String survey, String subject, String lang) {
    return controller.prompt(request(), "", survey, subject, lang);
  }

  private static MockHttpServletRequest request() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader(Guard.OWN_HEADER, UUID.randomUUID().toString());
    request.setUserPrincipal(() -> "anna");
    return request;
  }

  private static JsonNode json(ResponseEntity<byte[]> answer) {
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    return Json.read(java.util.Objects.requireNonNull(answer.getBody()));
  }
}
