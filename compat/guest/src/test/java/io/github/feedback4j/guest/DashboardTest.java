package io.github.feedback4j.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.guest.Browser.Answer;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The dashboard over real HTTP: who sees what, and that every figure is the one of the door. */
class DashboardTest {

  private static final String OVERVIEW = "api/v1/stats/overview?lang=en&";
  private static final String INSIGHTS = "api/v1/stats/insights?lang=en&";
  private static final String VERBATIMS = "api/v1/verbatims?lang=en&";

  private static ConfigurableApplicationContext application;
  private static Feedback feedback;
  private static int port;
  private static int tickets;

  @BeforeAll
  static void start() {
    application =
        new SpringApplicationBuilder(GuestApplication.class)
            .run(
                "--server.port=0",
                "--feedback4j.store=memory",
                "--feedback4j.policy.any.invited=0s",
                "--feedback4j.policy.same-survey.invited=0s",
                "--feedback4j.policy.limit.times=0");
    feedback = application.getBean(Feedback.class);
    port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    for (int i = 0; i < 12; i++) {
      answer("lyon-" + i, "Lyon", i < 9 ? 5 : 2, i == 9 ? "The VPN is slow" : "Quick and kind");
    }
    for (int i = 0; i < 7; i++) {
      answer("evry-" + i, "Évry", 4, null);
    }
    for (int i = 0; i < 6; i++) {
      answer("zurich-" + i, "Zürich", 1, "Trop lent");
    }
    answer("solo", "Solo", 1, "Only me");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void whoeverIsNotSignedInIsRefused() {
    Browser nobody = new Browser(port, null);

    assertThat(nobody.get("dashboard").status()).isEqualTo(401);
    assertThat(nobody.get(OVERVIEW).status()).isEqualTo(401);
    assertThat(nobody.get(VERBATIMS).status()).isEqualTo(401);
  }

  @Test
  void whoeverLacksTheAuthorityIsToldWhichOneAndTheProperty() {
    Browser anna = new Browser(port, "anna");
    Answer refused = anna.get(OVERVIEW);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.headers().get("content-type")).containsExactly("application/problem+json");
    assertThat(refused.json().get("detail").stringValue())
        .isEqualTo(
            "the capability 'view' needs the authority FEEDBACK_VIEW"
                + " (property feedback4j.security.view-authority)");
    assertThat(anna.get("dashboard").status()).isEqualTo(403);
    assertThat(refused.body()).doesNotContain("Lyon");
  }

  @Test
  void scoresAreForViewersAndCommentsForReaders() {
    Answer refused = vera().get(VERBATIMS);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("detail").stringValue()).contains("FEEDBACK_VERBATIM");
    assertThat(vera().get(OVERVIEW).json().get("verbatims").booleanValue()).isFalse();
    assertThat(mona().get(OVERVIEW).json().get("verbatims").booleanValue()).isTrue();
  }

  @Test
  void thePageHasTheStrictPolicyAndTheLanguageOfItsLink() {
    Answer page = vera().get("dashboard?lang=fr");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("<html lang=\"fr\"").doesNotContain("${");
    assertThat(page.headers().get("content-security-policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "trusted-types 'none'");
    assertThat(page.headers().get("cache-control")).containsExactly("no-store");
    assertThat(vera().get("dashboard?lang=de").body()).contains("<html lang=\"en\"");
  }

  @Test
  void everyFileThatThePageLoadsIsThere() {
    for (String name :
        List.of("charts.js", "dashboard.css", "dashboard.js", "insights.js", "words.js", "words.en.js", "words.fr.js")) {
      Answer asset = vera().get("assets/" + name);
      assertThat(asset.status()).as(name).isEqualTo(200);
      assertThat(asset.headers().get("content-type").get(0))
          .startsWith(name.endsWith(".css") ? "text/css" : "text/javascript");
    }
    assertThat(vera().get("assets/dashboard.html").status()).isEqualTo(404);
  }

  @Test
  void theScoreIsTheOneOfTheDoorRoundedOnce() {
    JsonNode json = vera().get(OVERVIEW).json();

    assertThat(json.get("state").stringValue()).isEqualTo("ok");
    assertThat(json.at("/score/n").longValue())
        .isEqualTo(feedback.score(Query.of("ticket-csat")).n());
    assertThat(json.at("/score/value").intValue())
        .isEqualTo(feedback.score(Query.of("ticket-csat")).rounded(0).orElseThrow().intValue());
    assertThat(json.at("/score/low").intValue()).isLessThan(json.at("/score/value").intValue());
    assertThat(json.at("/score/few").booleanValue()).isTrue();
    assertThat(json.at("/responses/answered").intValue()).isEqualTo(26);
    assertThat(json.at("/responses/rate").intValue()).isEqualTo(100);
    assertThat(json.at("/metric/unit").stringValue()).isEqualTo("percent");
    assertThat(json.at("/metric/formula").stringValue()).isEqualTo("csat/1:1-5:score-interval");
    assertThat(json.at("/distribution/4/count").intValue()).isEqualTo(9);
    assertThat(json.at("/distribution/4/label/text").stringValue()).isEqualTo("Very satisfied");
    assertThat(json.at("/trend/buckets").size()).isEqualTo(13);
    assertThat(json.at("/view/days").intValue()).isEqualTo(90);
  }

  @Test
  void teamsStandInAlphabeticalOrderAndTheSmallOneIsHiddenWithItsNeighbour() {
    JsonNode json = vera().get(OVERVIEW).json();

    assertThat(names(json.at("/groups/team"))).containsExactly("Évry", "Lyon", "Solo", "Zürich");
    assertThat(json.at("/groups/team/2/state").stringValue()).isEqualTo("hidden");
    assertThat(json.at("/groups/team/3/state").stringValue()).isEqualTo("hidden");
    assertThat(json.at("/groups/team/1/score/value").intValue()).isEqualTo(75);
    assertThat(json.at("/dimensions/team").toString()).isEqualTo("[\"Évry\",\"Lyon\"]");
  }

  @Test
  void aHiddenTeamCannotBeAskedForByItsLink() {
    JsonNode json = mona().get(OVERVIEW + "team=Solo").json();

    assertThat(json.get("state").stringValue()).isEqualTo("hidden");
    assertThat(json.has("score")).isFalse();
    assertThat(json.has("responses")).isFalse();
    JsonNode comments = mona().get(VERBATIMS + "team=Solo").json();
    assertThat(comments.get("state").stringValue()).isEqualTo("hidden");
    assertThat(comments.get("comments")).isEmpty();
  }

  @Test
  void insightsAreForViewersAndLeaveTheSmallTeamOut() {
    assertThat(new Browser(port, null).get(INSIGHTS).status()).isEqualTo(401);
    assertThat(new Browser(port, "anna").get(INSIGHTS).status()).isEqualTo(403);

    JsonNode json = vera().get(INSIGHTS).json();

    assertThat(names(json.at("/teams/list"))).containsExactly("Évry", "Lyon");
    assertThat(json.at("/teams/list/1/score/value").intValue()).isEqualTo(75);
    assertThat(json.at("/agreements/finding").stringValue()).isEqualTo("not-enough-data");
    assertThat(json.toString()).doesNotContain("Solo");
  }

  @Test
  void commentsComeWithTheirSpansAndWithoutTheirAuthors() {
    JsonNode json = mona().get(VERBATIMS + "team=Lyon&class=unsatisfied").json();

    JsonNode comment = json.at("/comments");
    assertThat(comment).hasSize(3);
    JsonNode slow =
        StreamSupport.stream(comment.spliterator(), false)
            .filter(each -> each.at("/texts/0/text").stringValue().equals("The VPN is slow"))
            .findFirst()
            .orElseThrow();
    assertThat(slow.get("rating").intValue()).isEqualTo(2);
    assertThat(slow.get("team").stringValue()).isEqualTo("Lyon");
    assertThat(slow.at("/texts/0/mentions/0/theme").stringValue()).isEqualTo("network");
    assertThat(slow.at("/texts/0/mentions/0/start").intValue()).isEqualTo(4);
    assertThat(json.toString()).doesNotContain("lyon-");
  }

  @Test
  void commentsArePagedAndFilteredByTheme() {
    JsonNode first = mona().get(VERBATIMS + "limit=5").json();
    JsonNode second =
        mona().get(VERBATIMS + "limit=5&before=" + first.get("next").stringValue()).json();

    assertThat(first.get("comments")).hasSize(5);
    assertThat(second.get("comments")).hasSize(5);
    assertThat(mona().get(VERBATIMS + "theme=network").json().get("comments")).hasSize(1);
    assertThat(mona().get(VERBATIMS + "limit=100").json().get("next").isNull()).isTrue();
  }

  @Test
  void aLinkThatNamesWhatIsNotThereIsToldSo() {
    for (String wrong :
        List.of("survey=none", "question=comment", "days=0", "days=732", "days=x", "team=" + "x".repeat(201))) {
      Answer answer = mona().get(OVERVIEW + wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.json().get("detail").stringValue()).contains("'" + wrong.substring(0, wrong.indexOf('=')) + "'");
    }
    for (String wrong : List.of("class=happy", "limit=0", "limit=101", "before=x")) {
      assertThat(mona().get(VERBATIMS + wrong).status()).as(wrong).isEqualTo(400);
    }
    assertThat(mona().get(OVERVIEW + "team=Nowhere").json().get("state").stringValue())
        .isEqualTo("none");
  }

  private static Browser vera() {
    return new Browser(port, "vera");
  }

  private static Browser mona() {
    return new Browser(port, "mona");
  }

  private static List<String> names(JsonNode groups) {
    return StreamSupport.stream(groups.spliterator(), false)
        .map(each -> each.get("value").stringValue())
        .toList();
  }

  private static void answer(String person, String team, int rating, String comment) {
    Decision decision =
        feedback.ask(
            Touchpoint.of("ticket.closed", person)
                .subject("INC-" + ++tickets)
                .accountable(a -> a.team(team).service("VPN").channel("portal")));
    Response response =
        Response.to(((Decision.Ask) decision).invitation())
            .rate("satisfaction", rating)
            .locale(Locale.ENGLISH);
    feedback.submit(comment == null ? response : response.comment(comment)).orElseThrow();
  }
}
