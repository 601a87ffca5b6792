package io.github.feedback4j.examples;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Asks the same person twice, and finds out why the second time is a skip and when it ends. */
public final class ExplainSkipMain {

  private ExplainSkipMain() {}

  /** Runs the example; there are no arguments. */
  public static void main(String[] args) {
    // A clock that stands still until it is set, so that this prints the same on each run.
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    Survey survey = Surveys.csat("ticket-csat")
        .on("ticket.closed")
        .withAudience(Condition.not(Condition.eq("priority", "low")));
    try (Feedback feedback = Feedback.builder()
        .survey(survey)
        .policy(ContactRules.atMostOncePer(Duration.ofDays(30)))
        .time(now::get)
        .build()) {
      Touchpoint first = ticket("INC-1234").attribute("priority", "high");
      System.out.println("2 March, INC-1234: " + words(feedback.ask(first)));

      // Two days later the same person has another ticket closed.
      now.set(Instant.parse("2026-03-04T15:30:00Z"));
      Touchpoint second = ticket("INC-1301").attribute("priority", "high");
      System.out.println("4 March, INC-1301: " + words(feedback.ask(second)));

      // Asks every gate and reserves nothing, so support can run it at any time.
      System.out.println();
      System.out.println(feedback.explain(second));

      // A forgotten attribute is a skip as well; the rule names it.
      System.out.println();
      System.out.println(feedback.explain(ticket("INC-1302")));

      Instant eligibleAt = feedback.nextEligibleAt("user-17", "ticket-csat").orElseThrow();
      System.out.println();
      System.out.println("next eligible at " + eligibleAt);
      now.set(eligibleAt);
      System.out.println("then, INC-1301: " + words(feedback.ask(second)));
    }
  }

  private static Touchpoint ticket(String id) {
    return Touchpoint.of("ticket.closed", "user-17").subject(id);
  }

  private static String words(Decision decision) {
    return decision.fold(
        ask -> "ask " + ask.invitation().survey(),
        skip -> "skip, " + skip.reason() + " by " + skip.rule());
  }
}
