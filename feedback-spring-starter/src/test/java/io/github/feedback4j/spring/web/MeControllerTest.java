package io.github.feedback4j.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.jdbc.JdbcLedger;
import io.github.feedback4j.jdbc.JdbcResponseStore;
import io.github.feedback4j.jdbc.JdbcSchema;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseSink;
import io.github.feedback4j.spring.http.CsrfTokens;
import io.github.feedback4j.spring.http.Guard;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.spring.http.Problem;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.testkit.RecordingStore;
import io.github.feedback4j.testkit.SettableTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

/** What a person sees and does about themselves; each rule on a store in memory and on one in a database. */
class MeControllerTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  static List<Arguments> stores() {
    return List.of(argumentSet("memory", Feedback.builder()), argumentSet("jdbc", overDatabase()));
  }

  private static Feedback.Builder overDatabase() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    JdbcSchema.initialize(database);
    return Feedback.builder()
        .ledger(new JdbcLedger(database))
        .store(new JdbcResponseStore(database));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void somebodyUnknownIsAskedAndLeftNoTrace(Feedback.Builder parts) {
    JsonNode me = new Desk(parts).see("anna");

    assertThat(me.get("optedOut").booleanValue()).isFalse();
    assertThat(me.get("optedOutAt").isNull()).isTrue();
    assertThat(me.at("/kept/nothing").booleanValue()).isTrue();
    assertThat(me.at("/kept/answers").intValue()).isZero();
    assertThat(me.get("surveys").isEmpty()).isTrue();
    assertThat(me.get("identity").stringValue()).isEqualTo("pseudonymous");
    assertThat(me.get("user").stringValue()).isNotEqualTo("anna");
  }

  @ParameterizedTest
  @MethodSource("stores")
  void everybodySeesTheirOwnTracesAndNobodyElses(Feedback.Builder parts) {
    Desk desk = new Desk(parts);
    desk.answer("anna", "INC-1");
    desk.time.advance(Duration.ofDays(40));
    desk.ask("anna", "INC-2");
    desk.answer("ben", "INC-3");
    desk.feedback.optOut("ben");

    JsonNode anna = desk.see("anna");
    assertThat(anna.at("/lately/asked").intValue()).isEqualTo(2);
    assertThat(anna.at("/lately/answered").intValue()).isEqualTo(1);
    assertThat(anna.at("/kept/contacts").intValue()).isEqualTo(2);
    assertThat(anna.at("/kept/answers").intValue()).isEqualTo(1);
    assertThat(anna.get("optedOut").booleanValue()).isFalse();
    JsonNode ben = desk.see("ben");
    assertThat(ben.get("optedOut").booleanValue()).isTrue();
    assertThat(ben.get("optedOutAt").stringValue())
        .isEqualTo(desk.time.instant().toString());
    assertThat(ben.at("/kept/answers").intValue()).isEqualTo(1);
    assertThat(ben.get("user")).isNotEqualTo(anna.get("user"));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void whatLiesBackForMoreThanAYearIsKeptAndNotLately(Feedback.Builder parts) {
    Desk desk = new Desk(parts);
    desk.answer("anna", "INC-1");
    desk.time.advance(Duration.ofDays(366));

    JsonNode me = desk.see("anna");

    assertThat(me.at("/lately/asked").intValue()).isZero();
    assertThat(me.at("/kept/contacts").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void surveysThatHaveAskedSayWhenTheyMayAskAgainInTheLanguageOfThePage(Feedback.Builder parts) {
    Desk desk = new Desk(parts);
    desk.ask("anna", "INC-1");

    JsonNode surveys = desk.see("anna").get("surveys");

    assertThat(surveys.size()).as("the other survey has not asked her").isEqualTo(1);
    JsonNode survey = surveys.get(0);
    assertThat(survey.get("key").stringValue()).isEqualTo("ticket-csat");
    assertThat(survey.at("/title/text").stringValue()).isEqualTo("Votre demande");
    assertThat(survey.at("/title/lang").stringValue()).isEqualTo("fr");
    assertThat(survey.get("eligibleAt").stringValue())
        .isEqualTo(START.plus(Duration.ofDays(30)).toString());
    desk.feedback.optOut("anna");
    assertThat(desk.see("anna").at("/surveys/0/eligibleAt").isNull()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void anOptOutHoldsUntilItIsRevokedAndBothMayBeRepeated(Feedback.Builder parts) {
    Desk desk = new Desk(parts);
    for (int i = 0; i < 2; i++) {
      assertThat(desk.optOut("anna", "true").get("optedOut").booleanValue()).isTrue();
      desk.time.advance(Duration.ofDays(1));
    }
    assertThat(desk.see("anna").get("optedOutAt").stringValue())
        .as("the first time counts")
        .isEqualTo(START.toString());
    assertThat(desk.feedback.ask(ticket("anna", "INC-1"))).isInstanceOf(Decision.Skip.class);
    assertThat(desk.feedback.ask(ticket("ben", "INC-2"))).isInstanceOf(Decision.Ask.class);

    for (int i = 0; i < 2; i++) {
      assertThat(desk.optOut("anna", "false").get("optedOut").booleanValue()).isFalse();
    }
    assertThat(desk.feedback.ask(ticket("anna", "INC-1"))).isInstanceOf(Decision.Ask.class);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void erasingTakesAnswersContactsAndTheOptOutAndSaysSo(Feedback.Builder parts) {
    Desk desk = new Desk(parts);
    desk.answer("anna", "INC-1");
    desk.answer("ben", "INC-2");
    desk.optOut("anna", "true");

    JsonNode me = desk.erase("anna");

    assertThat(me.at("/erased/answers").intValue()).isEqualTo(1);
    assertThat(me.at("/erased/optOut").booleanValue()).isTrue();
    assertThat(me.get("optedOut").booleanValue()).isFalse();
    assertThat(me.at("/kept/nothing").booleanValue()).isTrue();
    assertThat(desk.feedback.ask(ticket("anna", "INC-1"))).isInstanceOf(Decision.Ask.class);
    assertThat(desk.see("ben").at("/kept/answers").intValue()).isEqualTo(1);
    JsonNode again = desk.erase("anna");
    assertThat(again.at("/erased/answers").intValue()).isZero();
    assertThat(again.at("/erased/optOut").booleanValue()).isFalse();
  }

  @Test
  void whoeverIsNotSignedInIsRefused() {
    Desk desk = new Desk(Feedback.builder());

    assertThat(desk.problem(() -> desk.see(null)).status()).isEqualTo(401);
    assertThat(desk.problem(() -> desk.optOut(null, "true")).status()).isEqualTo(401);
    assertThat(desk.problem(() -> desk.erase(null)).status()).isEqualTo(401);
  }

  @Test
  void aPageOfAnotherOriginIsRefusedAndNothingHappens() {
    Desk desk = new Desk(Feedback.builder());
    desk.answer("anna", "INC-1");
    MockHttpServletRequest noHeader = request("anna");
    noHeader.removeHeader(Guard.OWN_HEADER);
    MockHttpServletRequest otherSite = request("anna");
    otherSite.addHeader("Sec-Fetch-Site", "same-site");

    for (MockHttpServletRequest each : List.of(noHeader, otherSite)) {
      assertThat(desk.problem(() -> desk.controller.see(each, "")).status()).isEqualTo(403);
      assertThat(desk.problem(() -> desk.controller.erase(each, "")).status()).isEqualTo(403);
      assertThat(
              desk.problem(() -> desk.controller.optOut(each, "", body("true"))).status())
          .isEqualTo(403);
    }
    assertThat(desk.see("anna").at("/kept/answers").intValue()).isEqualTo(1);
    assertThat(desk.see("anna").get("optedOut").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "null", "[]"})
  void anOptOutIsTrueOrFalseAndNothingElse(String value) {
    Desk desk = new Desk(Feedback.builder());

    assertThat(desk.problem(() -> desk.optOut("anna", value)).status()).isEqualTo(400);
    assertThat(desk.see("anna").get("optedOut").booleanValue()).isFalse();
  }

  @Test
  void whatIsNoJsonIsRefused() {
    Desk desk = new Desk(Feedback.builder());
    MockHttpServletRequest form = request("anna");
    form.setContentType("application/x-www-form-urlencoded");

    assertThat(
            desk.problem(() -> desk.controller.optOut(form, "", body("true"))).status())
        .isEqualTo(415);
  }

  @Test
  void aStoreThatIsAwayIsToldAndNothingIsClaimed() {
    RecordingStore store = new RecordingStore();
    Desk desk = new Desk(Feedback.builder().store(store));
    desk.answer("anna", "INC-1");
    store.breakWith(new IllegalStateException("database away"));

    assertThat(desk.problem(() -> desk.see("anna")).status()).isEqualTo(503);
    ResponseEntity<byte[]> answer = desk.problem(() -> desk.erase("anna")).toResponse();
    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    store.mend();
    assertThat(desk.see("anna").at("/kept/answers").intValue()).isEqualTo(1);
  }

  @Test
  void withARemoteSinkNobodyClaimsToKnowHowManyAnswersThereAre() {
    ResponseSink elsewhere = new RemoteSink();
    Desk desk = new Desk(Feedback.builder().sink(elsewhere));
    desk.answer("anna", "INC-1");

    assertThat(desk.see("anna").at("/kept/answers").isNull()).isTrue();
    assertThat(desk.see("anna").at("/kept/nothing").booleanValue()).isFalse();
  }

  private static Touchpoint ticket(String person, String ticket) {
    return Touchpoint.of("ticket.closed", person).subject(ticket);
  }

  private static byte[] body(String optedOut) {
    return ("{\"optedOut\":" + optedOut + "}").getBytes(StandardCharsets.UTF_8);
  }

  private static MockHttpServletRequest request(@Nullable String user) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader(Guard.OWN_HEADER, "1");
    request.setContentType("application/json");
    if (user != null) {
      request.setUserPrincipal(() -> user);
    }
    return request;
  }

  /** Takes everything, and can be asked nothing. */
  private static final class RemoteSink implements ResponseSink {
    @Override
    public Kept append(AcceptedResponse response) {
      return Kept.STORED;
    }

    @Override
    public void record(ContactEvent event) {}

    @Override
    public int erase(RespondentKey respondent) {
      return 0;
    }
  }

  /** The controller over stores of its own, with a clock that stands still. */
  private static final class Desk {
    final SettableTime time = SettableTime.at(START);
    final Feedback feedback;
    final MeController controller;

    Desk(Feedback.Builder parts) {
      feedback = parts
          .time(time)
          .policy(ContactRules.atMostOncePer(Duration.ofDays(30)))
          .survey(Surveys.csat("ticket-csat")
              .withTitle(LocalizedText.of("en", "Your ticket", "fr", "Votre demande"))
              .on("ticket.closed"))
          .survey(Surveys.nps("nps").on("project.finished"))
          .build();
      controller = new MeController(feedback, CsrfTokens.none(), "pseudonymous", time);
    }

    Invitation ask(String person, String ticket) {
      return ((Decision.Ask) feedback.ask(ticket(person, ticket))).invitation();
    }

    void answer(String person, String ticket) {
      feedback.submit(Response.to(ask(person, ticket)).rate("satisfaction", 4)).orElseThrow();
    }

    JsonNode see(@Nullable String user) {
      return json(controller.see(request(user), "fr"));
    }

    JsonNode optOut(@Nullable String user, String value) {
      return json(controller.optOut(request(user), "", body(value)));
    }

    JsonNode erase(@Nullable String user) {
      return json(controller.erase(request(user), ""));
    }

    Problem problem(Runnable act) {
      return Objects.requireNonNull(catchThrowableOfType(Problem.class, act::run));
    }

    private static JsonNode json(ResponseEntity<byte[]> answer) {
      assertThat(answer.getStatusCode().value()).isEqualTo(200);
      assertThat(answer.getHeaders().getFirst("Cache-Control")).isEqualTo("no-store");
      return Json.read(Objects.requireNonNull(answer.getBody()));
    }
  }
}
