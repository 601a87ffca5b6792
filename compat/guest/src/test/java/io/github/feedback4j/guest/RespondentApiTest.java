package io.github.feedback4j.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.guest.Browser.Answer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.JsonNode;

/** The respondent's side over real HTTP, in an application with Spring Security and its CSRF filter. */
class RespondentApiTest {

  private static final AtomicInteger TICKETS = new AtomicInteger();

  private static ConfigurableApplicationContext application;
  private static Feedback feedback;
  private static int port;

  private final String ticket = "INC-" + TICKETS.incrementAndGet();

  @BeforeAll
  static void start() {
    application =
        new SpringApplicationBuilder(GuestApplication.class)
            .run(
                "--server.port=0",
                "--spring.flyway.enabled=false",
                "--feedback4j.store=memory",
                "--feedback4j.policy.any.invited=0s",
                "--feedback4j.policy.same-survey.invited=0s",
                "--feedback4j.policy.limit.times=0");
    feedback = application.getBean(Feedback.class);
    port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void aPromptCarriesTheSurveyInTheLanguageOfThePage() {
    Answer answer = anna().prompt(query() + "&lang=fr");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("cache-control")).containsExactly("no-store");
    JsonNode prompt = answer.json();
    assertThat(prompt.get("lang").stringValue()).isEqualTo("fr");
    assertThat(prompt.get("dir").stringValue()).isEqualTo("ltr");
    assertThat(prompt.get("title").isNull()).isTrue();
    assertThat(prompt.at("/questions/0/text").stringValue()).contains("satisfait(e)");
    assertThat(prompt.at("/questions/0/type").stringValue()).isEqualTo("rating");
    assertThat(prompt.at("/questions/0/max").intValue()).isEqualTo(5);
    assertThat(prompt.at("/questions/0/labels/5/text").stringValue()).isEqualTo("Très satisfait(e)");
    assertThat(prompt.at("/questions/1/maxLength").intValue()).isEqualTo(4000);
    assertThat(prompt.get("identity").stringValue()).isEqualTo("pseudonymous");
    assertThat(prompt.at("/csrf/header").stringValue()).isEqualTo("X-CSRF-TOKEN");
    assertThat(answer.body()).doesNotContain("anna");
  }

  @Test
  void aPageInALanguageWithoutTextsGetsTheDefaultAndSaysSo() {
    JsonNode prompt = anna().prompt(query() + "&lang=de").json();

    assertThat(prompt.get("lang").stringValue()).isEqualTo("en");
  }

  @Test
  void anAnswerIsKeptWithTheAccountabilityOfTheServer() {
    MainPath.isWalked(anna(), feedback, ticket);
  }

  @Test
  void theSameAnswerTwiceIsStoredOnce() {
    Browser anna = anna();
    String invitation = anna.prompt(query()).json().get("invitation").stringValue();
    String path = "api/v1/responses/" + UUID.randomUUID();

    anna.put(path, response(invitation, 4));
    Answer again = anna.put(path, response(invitation, 4));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("status").stringValue()).isEqualTo("DUPLICATE");
  }

  @Test
  void anotherAnswerToTheSamePromptIsAConflict() {
    Browser anna = anna();
    String invitation = anna.prompt(query()).json().get("invitation").stringValue();
    anna.put("api/v1/responses/" + UUID.randomUUID(), response(invitation, 4));

    Answer second = anna.put("api/v1/responses/" + UUID.randomUUID(), response(invitation, 1));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.headers().get("content-type"))
        .allSatisfy(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(second.json().at("/violations/0/code").stringValue()).isEqualTo("ALREADY_ANSWERED");
  }

  @Test
  void anAnswerThatDoesNotFitNamesEveryViolation() {
    Browser anna = anna();
    String invitation = anna.prompt(query()).json().get("invitation").stringValue();

    Answer answer =
        anna.put(
            "api/v1/responses/" + UUID.randomUUID(),
            "{\"invitation\":\"%s\",\"answers\":[{\"question\":\"satisfaction\",\"rating\":9},{\"question\":\"nope\",\"rating\":1}]}"
                .formatted(invitation));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/violations/0/code").stringValue()).isEqualTo("OUT_OF_RANGE");
    assertThat(answer.json().at("/violations/1/code").stringValue()).isEqualTo("UNKNOWN_QUESTION");
  }

  @Test
  void ratingsAreWholeNumbersAndNothingElse() {
    Browser anna = anna();
    String invitation = anna.prompt(query()).json().get("invitation").stringValue();
    for (String rating : new String[] {"4.5", "\"4\"", "null", "true", "99999999999"}) {
      Answer answer =
          anna.put(
              "api/v1/responses/" + UUID.randomUUID(),
              "{\"invitation\":\"%s\",\"answers\":[{\"question\":\"satisfaction\",\"rating\":%s}]}"
                  .formatted(invitation, rating));

      assertThat(answer.status()).as("rating %s", rating).isEqualTo(400);
    }
  }

  @Test
  void notNowIsSnoozedAndDontAskAgainIsForGood() {
    Browser ben = new Browser(port, "ben");
    String first =
        ben.prompt("touchpoint=ticket.closed&subject=A" + ticket + "-of-ben").json().get("invitation").stringValue();
    assertThat(ben.post("api/v1/prompts/" + first + "/dismissal", "{\"how\":\"later\"}").status())
        .isEqualTo(204);
    assertThat(ben.prompt("touchpoint=ticket.closed&subject=A" + ticket + "-of-ben").status())
        .isEqualTo(204);

    String second =
        ben.prompt("touchpoint=ticket.closed&subject=B" + ticket + "-of-ben").json().get("invitation").stringValue();
    assertThat(ben.post("api/v1/prompts/" + second + "/dismissal", "{\"how\":\"never\"}").status())
        .isEqualTo(204);
    assertThat(ben.prompt("touchpoint=ticket.closed&subject=C" + ticket + "-of-ben").status())
        .isEqualTo(204);
    feedback.optIn("ben");
  }

  @Test
  void aReloadShowsTheSamePromptAgain() {
    Browser anna = anna();
    JsonNode first = anna.prompt(query()).json();
    JsonNode second = anna().prompt(query()).json();

    assertThat(second.get("invitation")).isEqualTo(first.get("invitation"));
    assertThat(first.get("again").booleanValue()).isFalse();
    assertThat(second.get("again").booleanValue()).isTrue();
  }

  @Test
  void aRequestedInvitationIsShownWithoutAnyTouchpointOfThePage() {
    Decision requested =
        feedback.request(Touchpoint.of("ticket.closed", "anna").subject(ticket + "-requested"));

    JsonNode prompt = anna().prompt("subject=" + ticket + "-requested").json();

    assertThat(prompt.get("invitation").stringValue())
        .isEqualTo(((Decision.Ask) requested).invitation().id().toString());
  }

  @Test
  void nobodyIsAskedAboutSomebodyElsesTicket() {
    assertThat(anna().prompt("touchpoint=ticket.closed&subject=INC-9-of-ben").status())
        .isEqualTo(204);
  }

  @Test
  void somebodyElsesInvitationIsAsUnknownAsNone() {
    String annas = anna().prompt(query()).json().get("invitation").stringValue();
    Browser ben = new Browser(port, "ben");
    ben.prompt("touchpoint=ticket.closed&subject=D" + ticket + "-of-ben");

    assertThat(ben.post("api/v1/prompts/" + annas + "/shown", "{}").status()).isEqualTo(404);
    assertThat(ben.post("api/v1/prompts/" + annas + "/dismissal", "{\"how\":\"closed\"}").status())
        .isEqualTo(404);
    assertThat(ben.put("api/v1/responses/" + UUID.randomUUID(), response(annas, 1)).status())
        .isEqualTo(404);
  }

  @Test
  void whereNothingIsAskedTheAnswerStillCarriesWhatAWaitingAnswerNeeds() {
    Answer nothing = anna().prompt("touchpoint=nothing.happened");

    assertThat(nothing.status()).isEqualTo(204);
    assertThat(nothing.headers().get("x-feedback4j").get(0))
        .contains("X-CSRF-TOKEN", "\"user\":")
        .doesNotContain("anna");
  }

  @Test
  void aTouchpointSourceThatThrowsAsksNobodyAndBreaksNoPage() {
    assertThat(anna().prompt("touchpoint=ticket.closed&subject=").status()).isEqualTo(204);
  }

  @Test
  void namesThatAreTooLongAreRefused() {
    assertThat(anna().prompt("touchpoint=ticket.closed&subject=" + "s".repeat(201)).status())
        .isEqualTo(400);
    assertThat(anna().prompt("touchpoint=" + "t".repeat(65)).status()).isEqualTo(400);
  }

  @Test
  void whoeverIsNotSignedInIsRefused() {
    assertThat(new Browser(port, null).prompt(query()).status()).isEqualTo(401);
  }

  @Test
  void aWriteWithoutTheCsrfTokenIsRefusedByTheApplication() {
    String invitation = anna().prompt(query()).json().get("invitation").stringValue();
    Browser withoutToken = anna();

    assertThat(withoutToken.put("api/v1/responses/" + UUID.randomUUID(), response(invitation, 4)).status())
        .isEqualTo(403);
  }

  @Test
  void aPageOfAnotherOriginIsRefused() {
    Browser anna = anna();
    Answer noHeader = anna.send(anna.request("api/v1/prompts?" + query()).GET());
    Answer crossSite =
        anna.send(
            anna.request("api/v1/prompts?" + query())
                .header("X-Feedback4j", "1")
                .header("Sec-Fetch-Site", "cross-site")
                .GET());

    assertThat(noHeader.status()).isEqualTo(403);
    assertThat(crossSite.status()).isEqualTo(403);
    assertThat(crossSite.json().get("code").stringValue()).isEqualTo("not-same-origin");
  }

  @Test
  void aPersonSeesStopsAndErasesWhatConcernsThemAndNobodyElse() {
    Browser ben = new Browser(port, "ben");
    ben.prompt("touchpoint=ticket.closed&subject=E" + ticket + "-of-ben");
    Browser anna = anna();
    String invitation = anna.prompt(query()).json().get("invitation").stringValue();
    anna.put("api/v1/responses/" + UUID.randomUUID(), response(invitation, 4));

    Answer me = anna.me();
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.headers().get("cache-control")).containsExactly("no-store");
    assertThat(me.json().at("/kept/answers").intValue()).isPositive();
    assertThat(me.body()).doesNotContain("anna").doesNotContain(ticket);

    assertThat(anna.put("api/v1/me/opt-out", "{\"optedOut\":true}").json().get("optedOut").booleanValue())
        .isTrue();
    assertThat(anna.prompt("touchpoint=ticket.closed&subject=F" + ticket).status()).isEqualTo(204);
    assertThat(ben.me().json().get("optedOut").booleanValue()).isFalse();

    JsonNode erased = anna.delete("api/v1/me").json();
    assertThat(erased.at("/erased/optOut").booleanValue()).isTrue();
    assertThat(erased.at("/kept/nothing").booleanValue()).isTrue();
    assertThat(erased.get("optedOut").booleanValue()).isFalse();
    assertThat(ben.me().json().at("/kept/contacts").intValue()).isPositive();
  }

  @Test
  void whatConcernsAPersonIsForThemAloneAndWrittenWithTheTokenOnly() {
    Browser nobody = new Browser(port, null);
    Browser withoutToken = anna();
    int before = anna().me().json().at("/kept/contacts").intValue();

    assertThat(nobody.me().status()).isEqualTo(401);
    assertThat(withoutToken.delete("api/v1/me").status()).isEqualTo(403);
    assertThat(withoutToken.put("api/v1/me/opt-out", "{\"optedOut\":true}").status()).isEqualTo(403);
    Answer noHeader = anna().get("api/v1/me");
    assertThat(noHeader.status()).isEqualTo(403);
    assertThat(noHeader.json().get("code").stringValue()).isEqualTo("not-same-origin");
    assertThat(anna().me().json().at("/kept/contacts").intValue()).isEqualTo(before);
    assertThat(feedback.traces("anna").optedOutAt()).isNull();
  }

  @Test
  void thePreferencesAreServedWithTheirTwoLanguages() {
    Browser anyone = new Browser(port, null);
    for (String name : new String[] {"preferences.js", "preferences.en.js", "preferences.fr.js"}) {
      Answer module = anyone.send(anyone.request("assets/" + name).GET());

      assertThat(module.status()).as(name).isEqualTo(200);
      assertThat(module.headers().get("content-type").get(0)).startsWith("text/javascript");
    }
    assertThat(anyone.send(anyone.request("assets/preferences.de.js").GET()).status()).isEqualTo(404);
  }

  @Test
  void whatIsNoJsonIsRefusedWithoutLosingThePrompt() {
    Browser anna = anna();
    String invitation = anna.prompt(query()).json().get("invitation").stringValue();
    String path = "api/v1/responses/" + UUID.randomUUID();

    for (String body : new String[] {"", "[]", "{", "{\"a\":1,\"a\":2}", "{} {}", "[".repeat(100_000)}) {
      assertThat(anna.put(path, body).status()).as(body.substring(0, Math.min(9, body.length()))).isEqualTo(400);
    }
    assertThat(anna.put(path, response(invitation, 5)).status()).isEqualTo(201);
  }

  @Test
  void theWidgetIsServedWithATagThatSparesTheNextDownload() {
    Browser anyone = new Browser(port, null);
    Answer first = anyone.send(anyone.request("assets/widget.js").GET());
    Answer second =
        anyone.send(
            anyone.request("assets/widget.js").header("If-None-Match", first.headers().get("etag").get(0)).GET());

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.headers().get("content-type").get(0)).startsWith("text/javascript");
    assertThat(first.headers().get("x-content-type-options")).contains("nosniff");
    assertThat(first.body()).contains("feedback-prompt");
    assertThat(second.status()).isEqualTo(304);
    assertThat(anyone.send(anyone.request("assets/other.js").GET()).status()).isEqualTo(404);
  }

  @Test
  void theSecurityOfTheApplicationIsItsOwn() {
    assertThat(application.getBeanNamesForType(SecurityFilterChain.class)).containsExactly("senders", "security");
    assertThat(application.getBeanNamesForType(UserDetailsService.class)).containsExactly("users");
  }

  private Browser anna() {
    return new Browser(port, "anna");
  }

  private String query() {
    return "touchpoint=ticket.closed&subject=" + ticket;
  }

  private static String response(String invitation, int rating) {
    return "{\"invitation\":\"%s\",\"revision\":1,\"complete\":true,\"locale\":\"fr\",\"answers\":[{\"question\":\"satisfaction\",\"rating\":%d},{\"question\":\"comment\",\"text\":\"Très rapide\"}]}"
        .formatted(invitation, rating);
  }
}
