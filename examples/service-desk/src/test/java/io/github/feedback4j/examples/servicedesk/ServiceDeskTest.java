package io.github.feedback4j.examples.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The service desk over real HTTP; each test begins with the tickets of a fresh start. */
class ServiceDeskTest {

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
        .contains("You will not be asked about another ticket before " + until)
        .contains("Not asked", "less than a week ago, so not before " + until);
  }

  @Test
  void whoWantsNoQuestionsGetsNoneUntilTheyChangeTheirMind() {
    Browser ben = signedIn("ben");
    ben.close("INC-1044", true);

    HttpResponse<String> stopped = ben.submit("/my-feedback", "/my-feedback/stop", "");
    assertThat(stopped.body()).contains("You are not asked at all.");
    assertThat(ben.prompt("INC-1044", "en").statusCode()).isEqualTo(204);

    ben.submit("/my-feedback", "/my-feedback/resume", "");
    assertThat(ben.prompt("INC-1044", "en").statusCode()).isEqualTo(200);
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
    for (String path :
        List.of("/tickets", "/tickets/INC-1042", "/tickets/INC-1029", "/my-feedback")) {
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
