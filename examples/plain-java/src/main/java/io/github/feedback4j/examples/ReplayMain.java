package io.github.feedback4j.examples;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.ThemePacks;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.random.RandomGeneratorFactory;

/**
 * Lives through half a year of tickets and reports who was asked, what they said, and how sure that
 * is.
 *
 * <p>Without an argument the tickets come from {@link TicketGenerator}, in memory. With one they
 * come from a file such as {@link WriteTicketsMain} writes. The answers are always made up, by
 * {@link RespondentModel}. The exit code is 2 if the file cannot be understood.
 */
public final class ReplayMain {

  static final String CSAT = "ticket-csat";
  static final String NPS = "it-nps";

  static final double TICKETS_DRAWN = 0.8;
  static final double PEOPLE_DRAWN = 0.6;
  static final Duration ANY_SURVEY = Duration.ofDays(14);
  static final Duration SAME_NPS = Duration.ofDays(90);

  /** Shorter replays are over before anybody wonders. */
  private static final int PROGRESS_FROM = 5_000;

  private ReplayMain() {}

  /** Runs the replay; the argument, if there is one, is a ticket file. */
  public static void main(String[] args) {
    // Always UTF-8: JDK 17 would print French accents as the console's settings say.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int exitCode = run(List.of(args), out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.size() > 1 || args.contains("--help")) {
      err.println("usage: ReplayMain [tickets.csv]; WriteTicketsMain writes such a file");
      return 2;
    }
    List<Experience> experiences;
    try {
      experiences = args.isEmpty()
          ? TicketGenerator.generate(TicketGenerator.SEED)
          : TicketCsv.read(args.get(0));
    } catch (TicketFileException e) {
      err.println(e.getMessage());
      return 2;
    }
    printIntroduction(args, experiences, out);
    replay(experiences, out, err);
    return 0;
  }

  /** Builds what an application builds once at its start. */
  static Feedback feedback(ReplayClock clock, ResponseStore store) {
    return Feedback.builder()
        .surveys(surveys())
        .policy(ContactRules.atMostOncePer(ANY_SURVEY))
        .store(store)
        .time(clock)
        // Only an example fixes these two, to draw the same people and ids on each run.
        .pseudonymKey("not a secret, an example".getBytes(StandardCharsets.UTF_8))
        .random(RandomGeneratorFactory.of("L64X128MixRandom").create(1))
        .build();
  }

  /** Returns the surveys of the service desk. */
  static List<Survey> surveys() {
    Condition notLow = Condition.not(Condition.eq("priority", "low"));
    return List.of(
        // The survey about the ticket goes first; a person is asked about some of their tickets.
        Surveys.csat(CSAT)
            .on("ticket.closed")
            .withAudience(notLow)
            .withSampling(Sampling.touchpoints(TICKETS_DRAWN))
            .withPriority(1),
        // Whoever is not asked about the ticket may be asked about the service as a whole.
        Surveys.nps(NPS)
            .on("ticket.closed")
            .withAudience(notLow)
            .withSampling(Sampling.people(PEOPLE_DRAWN))
            .withContactRules(ContactRules.none().sameSurvey(Since.INVITED, SAME_NPS)));
  }

  private static void replay(List<Experience> experiences, PrintStream out, PrintStream err) {
    // Room for an answer to each ticket.
    ResponseStore store = new InMemoryResponseStore(experiences.size());
    ReplayClock clock = new ReplayClock(experiences.get(0).ticket().closedAt());
    try (Feedback feedback = feedback(clock, store)) {
      RespondentModel respondents = new RespondentModel(TicketGenerator.SEED + 1);
      Replay.Decisions decisions = new Replay(feedback, clock, respondents)
          .run(experiences, progress(experiences.size(), err));

      ContactReport contacts = new ContactReport(experiences, decisions);
      contacts.printDecisions(
          Map.of(
              CSAT, "how satisfied with the way this was handled",
              NPS, "how likely to recommend the service"),
          out);
      contacts.printBurden(out);
      contacts.printExplanation(out);
      ContactReport.printOutcomes(feedback, List.of(CSAT, NPS), out);

      ScoreReport scores = new ScoreReport(feedback, CSAT, experiences);
      scores.printTotals(NPS, out);
      scores.printTeamsAndChannels(out);
      scores.printServices(out);
      scores.printInitiative(
          "Laptops", TicketGenerator.NEW_LAPTOPS.atStartOfDay(ZoneOffset.UTC).toInstant(), out);

      CommentReport comments = new CommentReport(responses(store));
      comments.printThemes(ThemePacks.itService(), out);
      comments.printExamples(out);
    }
  }

  private static List<AcceptedResponse> responses(ResponseStore store) {
    List<AcceptedResponse> responses = new ArrayList<>();
    for (String survey : List.of(CSAT, NPS)) {
      responses.addAll(store.newest(ResponseFilter.of(survey), Integer.MAX_VALUE));
    }
    return responses;
  }

  private static IntConsumer progress(int tickets, PrintStream err) {
    return done -> {
      if (tickets >= PROGRESS_FROM && done % PROGRESS_FROM == 0) {
        err.println("replayed " + done + " of " + tickets + " tickets");
      }
    };
  }

  private static void printIntroduction(
      List<String> args, List<Experience> experiences, PrintStream out) {
    out.println("FEEDBACK4J REPLAY: tickets are closed, people are asked, answers are scored");
    if (args.isEmpty()) {
      out.println(
          "  Tickets and answers are made by a generator, in memory; nobody real is in them.");
      out.println(
          "  Check whether the figures find what it planted, in points of satisfaction (1 to 5):");
      out.printf(
          Locale.ROOT,
          "  Laptops %+.1f, from 1 April %+.1f   VPN %+.1f, though in time" + "   phone %+.1f%n",
          TicketGenerator.LAPTOPS_BEFORE,
          TicketGenerator.LAPTOPS_AFTER,
          TicketGenerator.VPN,
          TicketGenerator.PHONE);
    } else {
      out.println(
          "  Tickets come from " + args.get(0) + "; the answers to them are made up by a model.");
      if (experiences.stream()
          .allMatch(each -> each.satisfaction() == TicketCsv.UNKNOWN_SATISFACTION)) {
        out.println(
            "  Everybody feels alike, for want of a column " + TicketCsv.SATISFACTION + ":");
        out.println("  read who would be asked, and how often; the scores mean nothing.");
      }
    }
    out.println();
  }
}
