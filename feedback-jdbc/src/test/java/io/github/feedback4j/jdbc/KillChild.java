package io.github.feedback4j.jdbc;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.Submission;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Surveys;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The process that {@link KillIT} kills: asks and answers until then, and prints each receipt. */
final class KillChild {

  static final int THREADS = 3;
  static final int QUOTA = 1_000;
  static final String LINE_END = ".";

  private KillChild() {}

  /** Takes the URL of a database with tables, and a number of this round. */
  public static void main(String[] args) {
    LendingDataSource dataSource = new LendingDataSource(args[0], true, THREADS);
    Feedback feedback = feedback(dataSource);
    AtomicInteger count = new AtomicInteger();
    for (int i = 0; i < THREADS; i++) {
      new Thread(() -> {
            while (true) {
              answer(feedback, "round-" + args[1] + "-" + count.incrementAndGet());
            }
          })
          .start();
    }
  }

  static Feedback feedback(LendingDataSource dataSource) {
    return Feedback.builder()
        .survey(Surveys.csat("ticket-csat").on("ticket.closed").withQuota(Quota.total(QUOTA)))
        .ledger(new JdbcLedger(dataSource))
        .counters(new JdbcSurveyCounters(dataSource))
        .store(new JdbcResponseStore(dataSource))
        .build();
  }

  /** Prints "id revision person ." for what was acknowledged; a line that was cut off has no end. */
  private static void answer(Feedback feedback, String person) {
    Touchpoint touchpoint = Touchpoint.of("ticket.closed", person)
        .subject("INC-" + person)
        .accountable(a -> a.team("team-" + person.length() % 3).channel("portal"));
    Decision decision = feedback.ask(touchpoint);
    if (decision instanceof Decision.Ask ask) {
      int rating = 1 + Math.floorMod(person.hashCode(), 5);
      Response response =
          Response.to(ask.invitation()).rate("satisfaction", rating).comment("VPN is slow");
      acknowledge(feedback.submit(response), person);
      acknowledge(
          feedback.submit(response.rate("satisfaction", 1 + rating % 5).revision(2)), person);
    } else {
      throw new IllegalStateException("not asked: " + decision);
    }
  }

  private static void acknowledge(Submission submission, String person) {
    UUID id = submission.orElseThrow().response();
    String line = id + " " + submission.orElseThrow().revision() + " " + person + " " + LINE_END;
    synchronized (KillChild.class) {
      System.out.println(line);
      System.out.flush();
    }
  }
}
