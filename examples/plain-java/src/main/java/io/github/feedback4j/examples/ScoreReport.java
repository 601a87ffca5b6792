package io.github.feedback4j.examples;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Reports the scores in total and by who and what stood behind the tickets. */
final class ScoreReport {

  private final Feedback feedback;
  private final String csat;
  private final List<Experience> experiences;

  ScoreReport(Feedback feedback, String csat, List<Experience> experiences) {
    this.feedback = feedback;
    this.csat = csat;
    this.experiences = experiences;
  }

  void printTotals(String nps, PrintStream out) {
    out.println("SCORES");
    out.println("  " + feedback.score(Query.of(csat)));
    out.println("  " + feedback.score(Query.of(nps)) + ", on a scale from -100 to 100");
    out.println();
  }

  /** Prints each team, then each channel, in alphabetical order: this is no league table. */
  void printTeamsAndChannels(PrintStream out) {
    ScoreTable teams = new ScoreTable("team");
    values(Ticket::team).forEach(each -> teams.row(score("team", each), each));
    teams.print(out);
    out.println();
    ScoreTable channels = new ScoreTable("channel");
    values(Ticket::channel).forEach(each -> channels.row(score("channel", each), each));
    channels.print(out);
    out.println();
  }

  /** Prints satisfaction beside the share of tickets closed in time, which is something else. */
  void printServices(PrintStream out) {
    ScoreTable table = new ScoreTable("service", "tickets", "SLA met");
    List<String> watermelons = new ArrayList<>();
    double everywhere = feedback.score(Query.of(csat)).value().orElse(0);
    double usuallyMet = slaMet(all());
    for (String service : values(Ticket::service)) {
      List<Ticket> tickets =
          all().stream().filter(each -> each.service().equals(service)).toList();
      Score score = score("service", service);
      table.row(score, service, tickets.size(), percent(slaMet(tickets)));
      boolean clearlyWorse =
          score.interval().map(each -> each.high() < everywhere).orElse(false);
      if (clearlyWorse && slaMet(tickets) > usuallyMet) {
        watermelons.add(service);
      }
    }
    table.print(out);
    out.println(
        watermelons.isEmpty()
            ? "  No service is better than average in time and clearly worse in satisfaction."
            : "  Green outside, red inside: "
                + String.join(", ", watermelons)
                + ". In time more often than average, yet CSAT is clearly below.");
    out.println();
  }

  /** Prints a service before and after a day on which something was to become better. */
  void printInitiative(String service, Instant start, PrintStream out) {
    List<Ticket> tickets =
        all().stream().filter(each -> each.service().equals(service)).toList();
    if (tickets.isEmpty()) {
      return;
    }
    // Answers count by the time they were given; a window has two ends, so these lie far outside.
    Query query = Query.of(csat).where("service", service);
    Score before = feedback.score(query.until(start));
    Score after = feedback.score(query.from(start));
    String day = start.atZone(ZoneOffset.UTC).toLocalDate().toString();
    new ScoreTable(service)
        .row(before, "before " + day)
        .row(after, "from " + day)
        .print(out);
    out.println("  " + verdict(before, after));
    out.println();
  }

  private static String verdict(Score before, Score after) {
    ConfidenceInterval old = before.interval().orElse(null);
    ConfidenceInterval now = after.interval().orElse(null);
    if (old == null || now == null) {
      return "Not enough data for a comparison.";
    }
    if (now.low() > old.high() || now.high() < old.low()) {
      return (now.low() > old.high() ? "Better" : "Worse")
          + ": the intervals do not overlap, so chance alone hardly explains the difference.";
    }
    return "Cannot tell: the intervals overlap, so more answers are needed.";
  }

  private Score score(String dimension, String value) {
    return feedback.score(Query.of(csat).where(dimension, value));
  }

  private List<Ticket> all() {
    return experiences.stream().map(Experience::ticket).toList();
  }

  private SortedSet<String> values(Function<Ticket, String> dimension) {
    SortedSet<String> values = new TreeSet<>();
    all().forEach(each -> values.add(dimension.apply(each)));
    return values;
  }

  private static double slaMet(List<Ticket> tickets) {
    return tickets.stream().filter(Ticket::slaMet).count() / (double) tickets.size();
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
