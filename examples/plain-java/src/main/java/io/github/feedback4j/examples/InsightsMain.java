package io.github.feedback4j.examples;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.insight.Initiative;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.survey.MetricDefinition;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Lives through the half year of {@link ReplayMain} and prints what to do about it: what changed, who
 * stands out, what the SLA hides, what costs the most points, and whether the new laptops helped.
 *
 * <p>The answers know nothing of what {@link TicketGenerator} planted, so whatever is found, is found
 * in them. Nothing is printed of fewer than {@value #MIN_PERSONS} people.
 */
public final class InsightsMain {

  static final int MIN_PERSONS = 5;

  private InsightsMain() {}

  /** Runs the example; there are no arguments. */
  public static void main(String[] args) {
    // Always UTF-8: JDK 17 would print French accents as the console's settings say.
    print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  static void print(PrintStream out) {
    out.println(
        "FEEDBACK4J INSIGHTS: half a year of made-up tickets and answers; see TicketGenerator");
    out.println();
    try (Feedback feedback = replayed(TicketGenerator.SEED)) {
      InsightsReport report =
          new InsightsReport(feedback.insights(SmallGroupGuard.atLeast(MIN_PERSONS)), halfYear());
      report.printChange(TicketGenerator.NEW_LAPTOPS, out);
      report.printInitiative(newLaptops(), out);
      report.printTeams(out);
      report.printChannels(out);
      report.printAgreements(out);
      report.printDrivers(out);
      report.printCourse(out);
    }
  }

  /** Returns the door behind which the half year of a seed is over. */
  static Feedback replayed(long seed) {
    List<Experience> experiences = TicketGenerator.generate(seed);
    ReplayClock clock = new ReplayClock(experiences.get(0).ticket().closedAt());
    Feedback feedback = ReplayMain.feedback(clock, new InMemoryResponseStore(experiences.size()));
    new Replay(feedback, clock, new RespondentModel(seed + 1)).run(experiences, done -> {});
    return feedback;
  }

  /** Returns the question: all answers about tickets since the first day. */
  static Query halfYear() {
    return Query.of(ReplayMain.CSAT).from(start(TicketGenerator.FIRST_DAY));
  }

  /** Returns what somebody declares before the laptops arrive, so that nobody picks it afterwards. */
  static Initiative newLaptops() {
    return new Initiative(
        "New laptops",
        TicketGenerator.NEW_LAPTOPS,
        Map.of("service", "Laptops"),
        MetricDefinition.csat(),
        Initiative.Direction.RISE,
        Period.ofMonths(3));
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
