package io.github.feedback4j.examples;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Explanation;
import io.github.feedback4j.prompt.Explanation.GateExplanation;
import io.github.feedback4j.prompt.Explanation.SurveyExplanation;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.ResponseCounts;
import io.github.feedback4j.score.Score;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reports who was asked, why the others were not, how often, and what became of it. */
final class ContactReport {

  /** People who were asked more often than this share the last column. */
  private static final int MOST_COLUMNS = 12;

  private final List<Experience> experiences;
  private final Replay.Decisions decisions;

  ContactReport(List<Experience> experiences, Replay.Decisions decisions) {
    this.experiences = experiences;
    this.decisions = decisions;
  }

  /** Prints each survey that asked and each reason not to, the frequent ones first. */
  void printDecisions(Map<String, String> surveys, PrintStream out) {
    Map<String, Long> asked = decisions.asked().stream()
        .collect(Collectors.groupingBy(each -> each.invitation().survey(), Collectors.counting()));
    Map<SkipReason, Long> skipped = decisions.skipped().stream()
        .collect(Collectors.groupingBy(each -> each.skip().reason(), Collectors.counting()));
    Table table = new Table().left("").left("").right("tickets").right("share").left("");
    byCount(asked)
        .forEach(each -> table.row(row("ask", each, surveys.getOrDefault(each.getKey(), ""))));
    byCount(skipped).forEach(each -> table.row(row("skip", each, plainly(each.getKey()))));
    out.printf(
        Locale.ROOT,
        "WHO WAS ASKED, AND WHY NOT%n  %d tickets of %d people, closed from %s to %s%n",
        experiences.size(),
        ticketsByPerson().size(),
        day(experiences.get(0)),
        day(experiences.get(experiences.size() - 1)));
    table.print(out);
    out.println();
  }

  private static <K extends Comparable<K>> List<Map.Entry<K, Long>> byCount(Map<K, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<K, Long>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  private Object[] row(String decision, Map.Entry<?, Long> entry, String plainly) {
    return new Object[] {
      decision, entry.getKey(), entry.getValue(), share(entry.getValue()), plainly
    };
  }

  private String share(long count) {
    return percent((double) count / experiences.size());
  }

  private static String percent(double share) {
    return share > 0 && share < 0.005 ? "<1 %" : Math.round(100 * share) + " %";
  }

  private static String day(Experience experience) {
    return experience.ticket().closedAt().toString().substring(0, 10);
  }

  private static String plainly(SkipReason reason) {
    return switch (reason) {
      case NOT_IN_AUDIENCE -> "the ticket had low priority";
      case NOT_SAMPLED ->
        "outside the draw ("
            + percent(ReplayMain.TICKETS_DRAWN)
            + " of tickets, "
            + percent(ReplayMain.PEOPLE_DRAWN)
            + " of people)";
      case COOLING_DOWN ->
        "asked less than "
            + ReplayMain.ANY_SURVEY.toDays()
            + " days ago ("
            + ReplayMain.NPS
            + ": less than "
            + ReplayMain.SAME_NPS.toDays()
            + ")";
      case OPTED_OUT -> "the person once said \"don't ask again\"";
      case ALREADY_ASKED -> "the person has dealt with a question about this ticket";
      case NO_TRANSLATION -> "the survey is not complete in the person's language";
      case EXCLUDED -> "the ticket or the person is not to be asked about";
      case DISPLAY_LIMIT -> "the person has met the survey as often as it wants";
      case CONTACT_LIMIT -> "asked as often as the limit allows for a while";
      case OUTRANKED -> "another survey asks";
      case SNOOZED -> "the person said \"not now\"";
      case NO_TRIGGER -> "no survey waits for this event";
      case NOT_ACTIVE, NOT_STARTED, ENDED -> "the survey is not running";
      case QUOTA_REACHED, PACED -> "the survey has had its share of answers for now";
      case STORE_FULL, STORE_UNAVAILABLE -> "the ledger could not take note, so nobody is asked";
    };
  }

  /** Prints how many people were asked how often: the figures that a works council wants. */
  void printBurden(PrintStream out) {
    Map<String, List<Instant>> askedAt = new HashMap<>();
    for (Replay.Asked each : decisions.asked()) {
      askedAt
          .computeIfAbsent(each.ticket().requester(), key -> new ArrayList<>())
          .add(each.invitation().invitedAt());
    }
    int most = askedAt.values().stream().mapToInt(List::size).max().orElse(0);
    int columns = Math.min(most, MOST_COLUMNS);
    long[] people = new long[columns + 1];
    Map<String, Long> tickets = ticketsByPerson();
    for (String person : tickets.keySet()) {
      people[Math.min(columns, askedAt.getOrDefault(person, List.of()).size())]++;
    }
    Table table = new Table().left("times asked");
    List<Object> row = new ArrayList<>(List.of("people"));
    for (int times = 0; times <= columns; times++) {
      table.right(times + (times < most && times == columns ? "+" : ""));
      row.add(people[times]);
    }
    out.println("HOW OFTEN ONE PERSON WAS ASKED");
    table.row(row.toArray()).print(out);
    String busiest = tickets.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
    out.printf(
        Locale.ROOT,
        "  The person with the most tickets has %d and was asked %d times. %s%n%n",
        tickets.get(busiest),
        askedAt.getOrDefault(busiest, List.of()).size(),
        shortestGap(askedAt));
  }

  private static String shortestGap(Map<String, List<Instant>> askedAt) {
    Duration shortest = null;
    for (List<Instant> times : askedAt.values()) {
      for (int i = 1; i < times.size(); i++) {
        Duration gap = Duration.between(times.get(i - 1), times.get(i));
        shortest = shortest == null || gap.compareTo(shortest) < 0 ? gap : shortest;
      }
    }
    return shortest == null
        ? "Nobody was asked twice."
        : "Shortest gap of all: " + shortest.toDays() + " days " + shortest.toHoursPart() + " h.";
  }

  private Map<String, Long> ticketsByPerson() {
    return experiences.stream()
        .collect(Collectors.groupingBy(
            each -> each.ticket().requester(), TreeMap::new, Collectors.counting()));
  }

  /** Prints what became of the invitations of each survey. */
  static void printOutcomes(Feedback feedback, List<String> surveys, PrintStream out) {
    out.println("WHAT BECAME OF THE INVITATIONS");
    Table table = new Table()
        .left("survey")
        .right("invited")
        .right("shown")
        .right("answered")
        .right("dismissed")
        .right("response rate");
    for (String survey : surveys) {
      Score score = feedback.score(Query.of(survey));
      ResponseCounts counts = score.responses();
      table.row(
          survey,
          counts.invited(),
          counts.shown(),
          counts.answered(),
          counts.dismissed(),
          score.responseRate().isPresent()
              ? percent(score.responseRate().getAsDouble())
              : "nobody asked");
    }
    table.print(out);
    out.println();
  }

  /** Prints what each gate said about one ticket that was skipped to leave its requester alone. */
  void printExplanation(PrintStream out) {
    Replay.Explained explained = decisions.explanations().get(SkipReason.COOLING_DOWN);
    if (explained == null) {
      return;
    }
    Ticket ticket = explained.ticket();
    Explanation explanation = explained.explanation();
    out.printf(
        Locale.ROOT,
        "ONE SKIP EXPLAINED: %s of %s, closed at %s%n",
        ticket.id(),
        ticket.requester(),
        minute(explanation.at()));
    Table table = new Table().left("").left("");
    for (SurveyExplanation survey : explanation.surveys()) {
      List<String> passed = new ArrayList<>();
      List<String> stopped = new ArrayList<>();
      for (GateExplanation gate : survey.gates()) {
        if (gate.reason() == null) {
          passed.add(gate.gate());
        } else {
          Instant at = gate.eligibleAt();
          String until = at == null ? "" : ", until " + minute(at);
          stopped.add("STOP " + gate.gate() + ": " + gate.rule() + until);
        }
      }
      table.row(survey.survey(), "pass " + String.join(", ", passed));
      stopped.forEach(each -> table.row("", each));
    }
    table.print(out);
    out.println();
  }

  private static String minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ').replace(":00Z", "");
  }
}
