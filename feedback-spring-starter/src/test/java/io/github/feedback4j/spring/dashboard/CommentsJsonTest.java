package io.github.feedback4j.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemeTagger;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

/** What the page is told to highlight, and why. */
class CommentsJsonTest {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");
  private static final ThemePack PACK = ThemePack.of(
      "desk", 3, Theme.of("network").title("en", "Network").phrases("en", "vpn & office"));

  private final Feedback feedback = Feedback.builder()
      .survey(CSAT)
      .tagger(ThemeTagger.phrases(PACK))
      .pseudonymKey(new byte[16])
      .build();

  @Test
  void aMentionHasItsSpansItsNegationAndWhatSaysSo() {
    submit("No VPN problems in the office");

    JsonNode mention = mentions().get(0);

    assertThat(mention.get("theme").stringValue()).isEqualTo("network");
    assertThat(mention.at("/title/text").stringValue()).isEqualTo("Network");
    assertThat(mention.get("polarity").stringValue()).isEqualTo("POSITIVE");
    assertThat(mention.get("score").intValue()).isPositive();
    assertThat(mention.get("start").intValue()).isEqualTo(3);
    assertThat(mention.get("end").intValue()).isEqualTo(6);
    assertThat(mention.get("spans").toString())
        .isEqualTo("[{\"start\":3,\"end\":6},{\"start\":23,\"end\":29}]");
    assertThat(mention.get("negation").toString()).isEqualTo("{\"start\":0,\"end\":2}");
    assertThat(mention.get("origin").stringValue()).isEqualTo("RULE");
    assertThat(mention.get("item").stringValue()).isEqualTo("vpn & office");
    assertThat(mention.get("rule").stringValue()).isEqualTo("vpn & office");
    assertThat(mention.get("pack").stringValue()).isEqualTo(PACK.id());
    assertThat(mention.get("engine").stringValue()).isNotEmpty();
  }

  @Test
  void aMentionThatWasMadeByHandNamesNoRuleAndNobody() {
    Response response = submit("Never again");
    TagRuling ruling = TagRuling.is("comment", "network", Polarity.NEGATIVE);
    assertThat(feedback.tags().correct(response.id(), ruling, "mona")).isPresent();

    JsonNode mention = mentions().get(0);

    assertThat(mention.get("origin").stringValue()).isEqualTo("MANUAL");
    assertThat(mention.get("negation").isNull()).isTrue();
    assertThat(mention.has("item")).isFalse();
    assertThat(mention.toString()).doesNotContain("mona");
  }

  private JsonNode mentions() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setParameter("lang", "en");
    var board = feedback.scoreboard(SmallGroupGuard.atLeast(1));
    View view = View.of(request, List.of(CSAT), board.today());
    var comments = board.comments(view.query(), filter -> filter, 10);
    return new CommentsJson(view, feedback.themes())
        .write(comments, null)
        .at("/comments/0/texts/0/mentions");
  }

  private Response submit(String comment) {
    Decision decision = feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));
    Response response = Response.to(((Decision.Ask) decision).invitation())
        .rate("satisfaction", 4)
        .locale(Locale.ENGLISH)
        .comment(comment);
    feedback.submit(response).orElseThrow();
    return response;
  }
}
