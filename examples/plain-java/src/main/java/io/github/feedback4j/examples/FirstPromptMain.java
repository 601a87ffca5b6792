package io.github.feedback4j.examples;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;

/** Asks one person about one ticket, keeps the answer, and scores it: the example of the README. */
public final class FirstPromptMain {

  private FirstPromptMain() {}

  /** Runs the example; there are no arguments. */
  public static void main(String[] args) {
    Feedback feedback = Feedback.builder()
        .survey(Surveys.csat("ticket-csat").on("ticket.closed"))
        .policy(ContactRules.atMostOncePer(Duration.ofDays(30)))
        .build();

    Decision decision = feedback.ask(Touchpoint.of("ticket.closed", "user-17").subject("INC-1234"));
    if (decision instanceof Decision.Ask ask) {
      feedback.submit(
          Response.to(ask.invitation()).rate("satisfaction", 4).comment("Quick and kind"));
    }
    Score csat = feedback.score(Query.of("ticket-csat").last(Duration.ofDays(30)));

    // One satisfied person is 100 %, and the interval says how little that means.
    System.out.println(csat);
  }
}
