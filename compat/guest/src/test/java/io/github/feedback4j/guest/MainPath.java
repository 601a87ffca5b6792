package io.github.feedback4j.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.guest.Browser.Answer;
import io.github.feedback4j.score.Query;
import java.util.UUID;

/** What must work in every application: asked, shown, answered, counted, and not asked again. */
final class MainPath {

  private MainPath() {}

  static void isWalked(Browser anna, Feedback feedback, String ticket) {
    String query = "touchpoint=ticket.closed&subject=" + ticket;
    Answer prompt = anna.prompt(query);
    assertThat(prompt.status()).as(prompt.body()).isEqualTo(200);
    String invitation = prompt.json().get("invitation").stringValue();
    long before = answers(feedback);

    Answer shown = anna.post("api/v1/prompts/" + invitation + "/shown", "{}");
    Answer answer =
        anna.put(
            "api/v1/responses/" + UUID.randomUUID(),
            "{\"invitation\":\"%s\",\"answers\":[{\"question\":\"satisfaction\",\"rating\":4},{\"question\":\"comment\",\"text\":\"Très rapide\"}]}"
                .formatted(invitation));

    assertThat(shown.status()).isEqualTo(204);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().get("status").stringValue()).isEqualTo("STORED");
    assertThat(answers(feedback)).isEqualTo(before + 1);
    assertThat(anna.prompt(query).status()).isEqualTo(204);
  }

  private static long answers(Feedback feedback) {
    return feedback.score(Query.of("ticket-csat").where("team", "Network")).n();
  }
}
