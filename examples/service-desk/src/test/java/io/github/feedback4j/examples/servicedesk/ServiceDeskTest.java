package io.github.feedback4j.examples.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The service desk over real HTTP; each test begins with the tickets of a fresh start. */
class ServiceDeskTest {

  private static final String WRONG =
      ",{\"question\":\"wrong\",\"choices\":[\"speed\",\"friendliness\"]}";
  private static final String BETTER = ",{\"question\":\"wrong\",\"choices\":[\"communication\"]}";
  private static final String LIKED = ",{\"question\":\"liked\",\"choice\":\"speed\"}";
  private static final String LOST = ",{\"question\":\"lost\",\"minutes\":45}";

  private ConfigurableApplicationContext application;
  private int port;

  @BeforeEach
  void start() {
    application = SpringApplication.run(
        ServiceDeskApplication.class,
        "--server.port=0",
        "--feedback4j.store=memory",
        "--service-desk.history=false",
        "--logging.level.root=warn",
        "--spring.main.banner-mode=off");
    port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void whoeverIsNotSignedInIsSentToTheSignInPage() {
    HttpResponse<String> page = new Browser(port).get("/tickets/INC-1042");

    assertThat(page.uri().getPath()).isEqualTo("/login");
    assertThat(page.body()).contains("<code>anna</code>", "<code>ben</code>", "<code>lea</code>");
    assertThat(page.body()).contains("<code>carla</code>", "sits on the advisory panel");
    assertThat(page.body()).contains("<code>mona</code>", "manages the desk");
    assertThat(page.body()).contains("Everybody’s password is “demo”.");
  }

  @Test
  void signInLeadsToOnesOwnList() {
    assertThat(new Browser(port).signIn("ben", "demo").uri().getPath()).isEqualTo("/tickets");
    assertThat(new Browser(port).signIn("lea", "demo").uri().getPath()).isEqualTo("/team");
  }

  @Test
  void aWrongPasswordIsToldWithoutSayingWhatWasWrong() {
    HttpResponse<String> page = new Browser(port).signIn("ben", "wrong");

    assertThat(page.uri().getPath()).isEqualTo("/login");
    assertThat(page.body()).contains("User name or password is wrong.");
  }

  @Test
  void requestersSeeTheirOwnTicketsOnly() {
    Browser ben = signedIn("ben");

    assertThat(ben.get("/tickets").body()).contains("INC-1044").doesNotContain("INC-1042");
    assertThat(ben.get("/tickets/INC-1042").statusCode()).isEqualTo(404);
    assertThat(ben.get("/team").statusCode()).isEqualTo(403);
  }

  @Test
  void theLeadSeesAllTicketsAndRatesNone() {
    Browser lea = signedIn("lea");

    assertThat(lea.get("/team").body()).contains("INC-1042", "INC-1044", "INC-1046");
    assertThat(lea.act("INC-1044", "close", "ask=true").statusCode()).isEqualTo(403);

    signedIn("ben").close("INC-1044", true);
    assertThat(lea.get("/tickets/INC-1044").body()).doesNotContain("<feedback-prompt");
    assertThat(lea.prompt("INC-1044", "en").statusCode()).isEqualTo(204);
  }

  @Test
  void whoMaySeeSatisfactionFindsTheDashboardInTheirOwnLanguage() {
    assertThat(signedIn("lea").get("/team").body())
        .contains("<a href=\"/feedback4j/dashboard?lang=en\">Satisfaction</a>");
    assertThat(signedIn("mona").get("/team").body())
        .contains("<a href=\"/feedback4j/dashboard?lang=fr\">Satisfaction</a>");
    assertThat(signedIn("anna").get("/tickets").body()).doesNotContain("/feedback4j/dashboard");
    assertThat(signedIn("ben").get("/tickets").body()).doesNotContain("/feedback4j/dashboard");
  }

  @Test
  void theManagerComesToTheDashboardFirst() {
    URI first = new Browser(port).signIn("mona", "demo").uri();

    assertThat(first.getPath()).isEqualTo("/feedback4j/dashboard");
    assertThat(first.getQuery()).isEqualTo("lang=fr");
  }

  @Test
  void whoeverIsNotSignedInIsSentToTheSignInPageByTheDashboardToo() {
    Browser nobody = new Browser(port);

    assertThat(nobody.get("/feedback4j/dashboard?lang=fr").uri().getPath()).isEqualTo("/login");
    assertThat(nobody.signIn("lea", "demo").uri().getPath()).isEqualTo("/feedback4j/dashboard");
  }

  @Test
  void rolesBringTheAuthoritiesThatTheDashboardAsksFor() {
    UserDetailsService users = application.getBean(UserDetailsService.class);

    assertThat(authorities(users, "mona")).contains("FEEDBACK_VIEW", "FEEDBACK_VERBATIM");
    assertThat(authorities(users, "lea"))
        .contains("FEEDBACK_VIEW")
        .doesNotContain("FEEDBACK_VERBATIM");
    assertThat(authorities(users, "anna")).containsExactly("ROLE_REQUESTER");
  }

  private static List<String> authorities(UserDetailsService users, String user) {
    return users.loadUserByUsername(user).getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .toList();
  }

  @Test
  void theManagerReadsEveryTicketAndChangesNone() {
    Browser mona = signedIn("mona");

    assertThat(mona.get("/team").body()).contains("INC-1042", "INC-1044", "INC-1046");
    for (String ticket : List.of("INC-1042", "INC-1053", "INC-1029")) {
      // The only form is that of the sign-out.
      assertThat(mona.get("/tickets/" + ticket).body())
          .contains(ticket, "action=\"/logout\"")
          .doesNotContain("action=\"/tickets/");
    }
    for (String action : List.of("messages", "solve", "close", "reopen")) {
      assertThat(mona.act("INC-1053", action, "text=x").statusCode()).as(action).isEqualTo(403);
    }
  }

  @Test
  void aTicketClosedWithConsentIsAskedAbout() {
    Browser ben = signedIn("ben");

    HttpResponse<String> page = ben.close("INC-1044", true);
    HttpResponse<String> prompt = ben.prompt("INC-1044", "en");

    assertThat(page.body())
        .contains("<feedback-prompt touchpoint=\"ticket.closed\"", "subject=\"INC-1044\"")
        .contains("<script type=\"module\" src=\"/feedback4j/assets/widget.js\">");
    assertThat(prompt.statusCode()).isEqualTo(200);
    assertThat(prompt.body())
        .contains("How satisfied are you with the way we handled this ticket?");
  }

  @Test
  void consentIsOfferedAndNotTakenForGranted() {
    Browser ben = signedIn("ben");

    assertThat(ben.get("/tickets/INC-1044").body()).contains("name=\"ask\" value=\"true\" checked");
    ben.close("INC-1044", false);

    assertThat(ben.prompt("INC-1044", "en").statusCode()).isEqualTo(204);
    assertThat(ben.get("/my-feedback").body()).contains("You did not allow us to ask");
  }

  @Test
  void onlyAClosedTicketIsAskedAbout() {
    Browser ben = signedIn("ben");

    assertThat(ben.prompt("INC-1044", "en").statusCode()).isEqualTo(204);
    assertThat(ben.prompt("INC-1008", "en").statusCode()).as("closed long ago").isEqualTo(204);
    assertThat(ben.prompt("INC-9999", "en").statusCode()).isEqualTo(204);
  }

  @Test
  void nobodyRatesSomebodyElsesTicket() {
    signedIn("ben").close("INC-1044", true);

    assertThat(signedIn("anna").prompt("INC-1044", "fr").statusCode()).isEqualTo(204);
    assertThat(new Browser(port).prompt("INC-1044", "en").statusCode()).isEqualTo(401);
  }

  @Test
  void openingATicketAgainTakesTheQuestionBack() {
    Browser ben = signedIn("ben");
    ben.close("INC-1044", true);
    assertThat(ben.prompt("INC-1044", "en").statusCode()).isEqualTo(200);

    HttpResponse<String> page = ben.act("INC-1044", "reopen", "");

    assertThat(page.body()).contains("In progress").doesNotContain("<feedback-prompt");
    assertThat(ben.prompt("INC-1044", "en").statusCode()).isEqualTo(204);
    assertThat(application.getBean(Feedback.class).pending("ben")).isEmpty();
  }

  @Test
  void aTicketThatWasSolvedTwiceCanBeAskedAboutTheSecondTime() {
    Browser ben = signedIn("ben");
    ben.close("INC-1044", true);
    ben.prompt("INC-1044", "en");
    ben.act("INC-1044", "reopen", "");
    signedIn("lea").act("INC-1044", "solve", "");

    ben.close("INC-1044", true);

    assertThat(ben.prompt("INC-1044", "en").statusCode())
        .as("an invitation that was taken back before anybody saw it starts no clock")
        .isEqualTo(200);
  }

  @Test
  void aSecondTicketInTheSameWeekIsNotAskedAboutAndThePersonIsToldUntilWhen() {
    Browser ben = signedIn("ben");
    assertThat(ben.get("/my-feedback").body()).contains("You can be asked now.");
    ben.close("INC-1044", true);
    ben.prompt("INC-1044", "en");
    ben.close("INC-1048", true);

    assertThat(ben.prompt("INC-1048", "en").statusCode()).isEqualTo(204);
    Instant next =
        application.getBean(Feedback.class).nextEligibleAt("ben", "ticket-csat").orElseThrow();
    String until = new Pages.Times(Locale.ENGLISH, next).full(next);
    assertThat(ben.get("/my-feedback").body())
        .contains("You will not be asked about a ticket before " + until)
        .contains("Not asked", "less than a week ago, so not before " + until);
  }

  @Test
  void whoWantsNoQuestionsGetsNoneUntilTheyChangeTheirMind() {
    Browser ben = signedIn("ben");
    ben.close("INC-1044", true);

    assertThat(ben.optOut(true).statusCode()).isEqualTo(200);
    assertThat(ben.get("/my-feedback").body()).contains("You are not asked at all.");
    assertThat(ben.prompt("INC-1044", "en").statusCode()).isEqualTo(204);

    ben.optOut(false);
    assertThat(ben.prompt("INC-1044", "en").statusCode()).isEqualTo(200);
  }

  @Test
  void dontAskAgainIsTakenBackInThePreferences() {
    Browser ben = signedIn("ben");
    ben.close("INC-1044", true);
    ben.dismiss(ben.prompt("INC-1044", "en"), "never");
    assertThat(ben.me().body()).contains("\"optedOut\":true");

    assertThat(ben.optOut(false).body()).contains("\"optedOut\":false");
    assertThat(ben.get("/my-feedback").body()).doesNotContain("You are not asked at all.");
  }

  @Test
  void whoErasesEverythingIsAsSomebodyWhoWasNeverAskedAndTheOptOutIsGone() {
    Browser ben = signedIn("ben");
    ben.close("INC-1044", true);
    ben.answer(ben.prompt("INC-1044", "en"), rated(5));
    ben.optOut(true);
    assertThat(ben.me().body()).contains("\"answers\":1", "\"optedOut\":true");

    HttpResponse<String> erased = ben.erase();

    assertThat(erased.body()).contains("\"erased\":{\"optOut\":true,\"answers\":1}");
    assertThat(ben.me().body()).contains("\"nothing\":true", "\"optedOut\":false");
    assertThat(ben.prompt("INC-1044", "en").statusCode()).isEqualTo(200);
  }

  @Test
  void everybodyFindsThePreferencesInTheNavigation() {
    assertThat(signedIn("ben").get("/tickets").body())
        .contains("<a href=\"/preferences\">Preferences</a>");
    assertThat(signedIn("mona").get("/team").body())
        .contains("<a href=\"/preferences\">Préférences</a>");
    assertThat(signedIn("anna").get("/preferences").body())
        .contains("<feedback-preferences lang=\"fr\"></feedback-preferences>")
        .contains("<script type=\"module\" src=\"/feedback4j/assets/preferences.js\">");
    assertThat(new Browser(port).get("/preferences").uri().getPath()).isEqualTo("/login");
    assertThat(new Browser(port).me().statusCode()).isEqualTo(401);
  }

  @Test
  void whoIsDissatisfiedIsAskedWhatWentWrongAndWhatItCost() {
    Browser ben = signedIn("ben");
    ben.close("INC-1044", true);
    HttpResponse<String> prompt = ben.prompt("INC-1044", "en");

    assertThat(ben.answer(prompt, rated(2) + LIKED).statusCode())
        .as("nobody is asked what was best about it")
        .isEqualTo(422);
    assertThat(ben.answer(prompt, rated(2) + WRONG + LOST).statusCode()).isEqualTo(201);
  }

  @Test
  void whoIsHalfSatisfiedIsAskedWhatShouldHaveGoneBetterAndNotWhatItCost() {
    Browser ben = signedIn("ben");
    ben.close("INC-1044", true);
    HttpResponse<String> prompt = ben.prompt("INC-1044", "en");

    assertThat(ben.answer(prompt, rated(3) + LOST).statusCode()).isEqualTo(422);
    assertThat(ben.answer(prompt, rated(3) + WRONG).statusCode())
        .as("an option of another score")
        .isEqualTo(422);
    assertThat(ben.answer(prompt, rated(3) + BETTER).statusCode()).isEqualTo(201);
  }

  @Test
  void whoIsSatisfiedIsAskedWhatWasBestAndNotWhatWentWrong() {
    Browser ben = signedIn("ben");
    ben.close("INC-1044", true);
    HttpResponse<String> prompt = ben.prompt("INC-1044", "en");

    assertThat(ben.answer(prompt, rated(5) + WRONG).statusCode()).isEqualTo(422);
    assertThat(ben.answer(prompt, rated(5) + LOST).statusCode()).isEqualTo(422);
    assertThat(ben.answer(prompt, rated(5) + LIKED).statusCode()).isEqualTo(201);
  }

  @Test
  void afterALateSolutionTheSatisfiedAreAskedWhatItCostAsWell() {
    Browser anna = signedIn("anna");
    anna.close("INC-1047", true);

    HttpResponse<String> prompt = anna.prompt("INC-1047", "fr");

    assertThat(prompt.body()).contains("{\"is\":\"true\"}");
    assertThat(anna.answer(prompt, rated(4) + LIKED + LOST).statusCode()).isEqualTo(201);
  }

  @Test
  void afterASolutionThatDidNotHoldTheSatisfiedAreAskedWhatItCostAsWell() {
    Browser ben = signedIn("ben");
    ben.act("INC-1044", "reopen", "");
    signedIn("lea").act("INC-1044", "solve", "");
    ben.close("INC-1044", true);

    assertThat(ben.answer(ben.prompt("INC-1044", "en"), rated(4) + LOST).statusCode())
        .isEqualTo(201);
  }

  @Test
  void notNowRestsForTwoDaysAndThePersonIsToldUntilWhen() {
    Browser ben = signedIn("ben");
    ben.close("INC-1044", true);

    ben.dismiss(ben.prompt("INC-1044", "en"), "later");

    assertThat(ben.prompt("INC-1044", "en").statusCode()).isEqualTo(204);
    Touchpoint closed =
        application.getBean(ClosedTickets.class).touchpoint("INC-1044", ben()).orElseThrow();
    Decision.Skip skip = Objects.requireNonNull(
        application.getBean(Feedback.class).explain(closed).skip());
    Instant until = Objects.requireNonNull(skip.eligibleAt());
    assertThat(Duration.between(Instant.now(), until))
        .isBetween(Duration.ofHours(47), Duration.ofHours(48));
    assertThat(ben.get("/my-feedback").body())
        .contains(
            "The question comes back on " + new Pages.Times(Locale.ENGLISH, until).full(until));
  }

  @Test
  void halfOfTheAdvisoryPanelIsAskedAndTheOtherHalfIsToldWhen() {
    Browser carla = signedIn("carla");
    Browser hugo = signedIn("hugo");
    boolean isCarlasTurn = carla.visit("en").statusCode() == 200;

    assertThat(hugo.visit("fr").statusCode()).isEqualTo(isCarlasTurn ? 204 : 200);
    assertThat((isCarlasTurn ? carla : hugo).get("/my-feedback?lang=en").body())
        .contains("It is your turn");
    assertThat((isCarlasTurn ? hugo : carla).get("/my-feedback?lang=en").body())
        .containsPattern("Your turn begins on 1 (January|July) 20\\d\\d");
  }

  @Test
  void nobodyElseIsAskedOnTheSamePage() {
    Browser ben = signedIn("ben");

    assertThat(ben.get("/tickets").body()).contains("<feedback-prompt touchpoint=\"desk.visited\"");
    assertThat(ben.visit("en").statusCode()).isEqualTo(204);
    assertThat(ben.get("/my-feedback").body()).doesNotContain("advisory");
    assertThat(signedIn("lea").get("/team").body()).doesNotContain("<feedback-prompt");
  }

  @Test
  void theAdvisorySurveyIsExemptFromTheWeeklyRuleAndTicketsAreNot() {
    Browser advisor = whoseTurnItIs();
    List<String> tickets = advisor.get("/tickets").body().contains("INC-1046")
        ? List.of("INC-1046", "INC-1050")
        : List.of("INC-1049", "INC-1054");
    signedIn("lea").act(tickets.get(1), "solve", "");
    advisor.close(tickets.get(0), true);
    assertThat(advisor.prompt(tickets.get(0), "en").statusCode()).isEqualTo(200);

    assertThat(advisor.visit("en").statusCode()).as("asked a moment ago").isEqualTo(200);

    advisor.close(tickets.get(1), true);
    assertThat(advisor.prompt(tickets.get(1), "en").statusCode()).isEqualTo(204);
  }

  @Test
  void theAdvisorySurveyIsAskedOnceInATurn() {
    Browser advisor = whoseTurnItIs();
    HttpResponse<String> prompt = advisor.visit("en");
    assertThat(prompt.body()).contains("\"type\":\"matrix\"", "\"type\":\"ranking\"");

    assertThat(advisor
            .answer(
                prompt,
                "{\"question\":\"support\",\"rating\":4},"
                    + "{\"question\":\"aspects\",\"rows\":{\"reach\":5,\"news\":2}},"
                    + "{\"question\":\"first\",\"ranking\":[\"vpn\",\"rooms\"]}")
            .statusCode())
        .isEqualTo(201);

    assertThat(advisor.visit("en").statusCode()).isEqualTo(204);
    assertThat(advisor.get("/my-feedback?lang=en").body())
        .contains("You were asked in this half-year");
  }

  private Browser whoseTurnItIs() {
    Browser carla = signedIn("carla");
    Touchpoint visit = DeskTouchpoints.visit(application.getBean(People.class).get("carla"));
    boolean isCarlas = application.getBean(Feedback.class).explain(visit).skip() == null;
    return isCarlas ? carla : signedIn("hugo");
  }

  private Person ben() {
    return application.getBean(People.class).get("ben");
  }

  private static String rated(int score) {
    return "{\"question\":\"satisfaction\",\"rating\":" + score + "}";
  }

  @Test
  void everybodyReadsTheirOwnLanguageAndCanChangeIt() {
    Browser anna = signedIn("anna");
    Browser ben = signedIn("ben");

    assertThat(anna.get("/tickets").body()).contains("<html lang=\"fr\">", "Mes demandes");
    assertThat(ben.get("/tickets").body()).contains("<html lang=\"en\">", "My tickets");
    assertThat(anna.get("/tickets?lang=en").body()).contains("<html lang=\"en\">", "My tickets");
    assertThat(anna.get("/my-feedback").body()).contains("<html lang=\"en\">");
    assertThat(ben.get("/my-feedback?lang=de").body()).contains("<html lang=\"en\">");
  }

  @Test
  void thePromptSpeaksFrenchOnAFrenchPage() {
    Browser anna = signedIn("anna");

    HttpResponse<String> page = anna.close("INC-1042", true);

    assertThat(page.body()).containsPattern("<feedback-prompt [^>]*lang=\"fr\"");
    assertThat(anna.prompt("INC-1042", "fr").body())
        .contains("Êtes-vous satisfait(e) de la façon dont nous avons traité votre demande\u00a0?");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    for (String path : List.of(
        "/tickets", "/tickets/INC-1042", "/tickets/INC-1029", "/my-feedback", "/preferences")) {
      for (String language : List.of("en", "fr")) {
        assertThat(signedIn("anna").get(path + "?lang=" + language).body())
            .as("%s in %s", path, language)
            .doesNotContainPattern("\\?\\?[a-zA-Z._]+\\?\\?|\\?\\?[a-zA-Z._]+_(en|fr)");
      }
    }
    assertThat(Messages.keys("messages_fr")).isEqualTo(Messages.keys("messages"));
  }

  @Test
  void everyPageHasTheStrictContentPolicyAndNothingInline() {
    Browser ben = signedIn("ben");
    ben.close("INC-1044", true);
    List<HttpResponse<String>> pages = List.of(
        new Browser(port).get("/login"),
        ben.get("/tickets"),
        ben.get("/tickets/INC-1044"),
        ben.get("/tickets/INC-1048"),
        ben.get("/my-feedback"),
        ben.get("/preferences"),
        signedIn("carla").get("/tickets"),
        signedIn("hugo").get("/my-feedback"),
        ben.get("/team"),
        ben.get("/nowhere"),
        signedIn("lea").get("/team"),
        signedIn("mona").get("/team"),
        signedIn("mona").get("/tickets/INC-1044"),
        signedIn("lea").get("/tickets/INC-1053"));
    for (HttpResponse<String> page : pages) {
      assertThat(page.headers().allValues("Content-Security-Policy"))
          .as(page.uri().toString())
          .containsExactly(Security.CONTENT_POLICY);
      assertThat(page.body()).contains("</html>").doesNotContain(" style=", "<style", " onclick=");
      assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)");
    }
  }

  @Test
  void whatPeopleWriteIsText() {
    Browser ben = signedIn("ben");

    HttpResponse<String> page =
        ben.act("INC-1053", "messages", "text=%3Cscript%3Ealert(1)%3C%2Fscript%3E");

    assertThat(page.body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  private Browser signedIn(String user) {
    return Browser.of(port, user);
  }
}
