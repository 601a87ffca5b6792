package io.github.feedback4j.benchmarks;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Contact;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.ContactRecorder;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.InMemorySurveyCounters;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.prompt.PromptEngine;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The same task for everybody: a ticket was closed; may this person be asked about it?
 *
 * <p>One or 20 surveys wait for the event. Each has four conditions, of which the first three hold for
 * the ticket and the last, the service, holds for one survey only; so nobody gets away without
 * evaluating all of them. Each draws 10 % of the people. Everybody was asked before: half of them 10
 * days ago, so that the rule of 30 days holds them back, the others 100 days ago. Hence 5 % of the calls
 * say yes.
 *
 * <p>Time stands still, for the peers too, so that no state drifts while it is measured and nobody pays
 * for reading a clock.
 */
final class Workload {

  static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  static final InstantSource CLOCK = () -> NOW;
  static final Duration GAP = Duration.ofDays(30);
  static final Instant LATELY = NOW.minus(Duration.ofDays(10));
  static final Instant LONG_AGO = NOW.minus(Duration.ofDays(100));
  static final double RATE = 0.1;
  static final int CONDITIONS = 4;

  static final String EVENT = "ticket.closed";
  static final List<String> CHANNELS = List.of("portal", "phone");
  static final int PRIORITY_ABOVE = 1;

  // The ticket.
  static final String CHANNEL = "phone";
  static final int PRIORITY = 3;
  static final boolean VIP = false;
  static final String TICKET = "INC-0012345";

  private static final String[] TEAMS = {"Network", "Workplace", "Identity", "Applications"};

  private Workload() {}

  static String surveyKey(int number) {
    return "ticket-csat-" + number;
  }

  static String service(int number) {
    return "service-" + number;
  }

  /** The service of the ticket is that of a survey in the middle. */
  static int matching(int surveys) {
    return surveys / 2;
  }

  static Survey survey(int number) {
    return Surveys.csat(surveyKey(number))
        .on(EVENT)
        .withSampling(Sampling.people(RATE))
        .withAudience(Condition.all(
            Condition.in("channel", CHANNELS.toArray(String[]::new)),
            Condition.gt("priority", PRIORITY_ABOVE),
            Condition.eq("vip", VIP),
            Condition.eq("service", service(number))));
  }

  static List<Survey> surveys(int surveys) {
    return IntStream.range(0, surveys).mapToObj(Workload::survey).toList();
  }

  /** The respondent's own id is of no matter behind the door. */
  static Touchpoint touchpoint(int surveys) {
    return touchpoint("somebody", surveys);
  }

  static Touchpoint touchpoint(String respondent, int surveys) {
    return Touchpoint.of(EVENT, respondent)
        .subject(TICKET)
        .attribute("channel", CHANNEL)
        .attribute("priority", PRIORITY)
        .attribute("vip", VIP)
        .attribute("service", service(matching(surveys)))
        .accountable(a -> a.team("Network").channel(CHANNEL).priority("3").slaMet(true))
        .locale(Locale.ENGLISH);
  }

  /** What peers take in the place of typed attributes. */
  static Map<String, Object> attributes(int surveys) {
    return Map.of(
        "channel",
        CHANNEL,
        "priority",
        PRIORITY,
        "vip",
        VIP,
        "service",
        service(matching(surveys)));
  }

  static Policy policy() {
    return Policy.of(ContactRules.atMostOncePer(GAP));
  }

  static PromptEngine engine(ContactLedger ledger, List<Survey> surveys) {
    SurveyCatalog catalog = SurveyCatalog.of(surveys);
    ContactRecorder contacts = new ContactRecorder(
        catalog, policy(), ledger, new InMemorySurveyCounters(), CLOCK, event -> {});
    return new PromptEngine(catalog, policy(), ledger, CLOCK, new SplittableRandom(1), contacts);
  }

  static Instant lastAsked(int person) {
    return People.isCoolingDown(person) ? LATELY : LONG_AGO;
  }

  /** Returns a ledger in memory that knows everybody, and has room for nobody else. */
  static InMemoryLedger ledger(People people, UnaryOperator<String> pseudonym) {
    InMemoryLedger ledger = new InMemoryLedger(people.size(), CLOCK);
    for (int person = 0; person < people.size(); person++) {
      RespondentKey key = new RespondentKey(pseudonym.apply(people.key(person)));
      ledger.compareAndSet(key, 0, answered(key, person, lastAsked(person)));
    }
    return ledger;
  }

  /**
   * Returns the typical history: one ticket, asked about and answered.
   *
   * <p>Survey, event, team, channel, priority, service and language are shared texts, as they are
   * where they come from a configuration; the ticket's number is not.
   */
  static ContactHistory answered(RespondentKey respondent, int person, Instant invitedAt) {
    return new ContactHistory(
        List.of(answeredContact(
            respondent, person, invitedAt, new SplittableRandom(person + 1_000_000L))),
        null);
  }

  static Contact answeredContact(
      RespondentKey respondent, int person, Instant invitedAt, SplittableRandom random) {
    Instant shownAt = invitedAt.plusSeconds(5 + random.nextInt(3_600));
    Instant answeredAt = shownAt.plusSeconds(20 + random.nextInt(120));
    return new Contact(
        invitation(respondent, person, invitedAt, random),
        Outcome.ANSWERED,
        false,
        shownAt,
        answeredAt,
        answeredAt,
        null,
        null,
        0,
        new UUID(random.nextLong(), random.nextLong()),
        1,
        1,
        shownAt);
  }

  /** Invited, and never shown or answered. */
  static Contact liveContact(
      RespondentKey respondent, int person, Instant invitedAt, SplittableRandom random) {
    return new Contact(
        invitation(respondent, person, invitedAt, random),
        Outcome.INVITED,
        false,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        0,
        0,
        null);
  }

  private static Invitation invitation(
      RespondentKey respondent, int person, Instant invitedAt, SplittableRandom random) {
    return new Invitation(
        new UUID(random.nextLong(), random.nextLong()),
        "ticket-csat-0",
        1,
        respondent,
        EVENT,
        new Subject("INC-" + (1_000_000 + person), 1),
        invitedAt,
        invitedAt.plus(Survey.DEFAULT_EXPIRES_AFTER),
        RATE,
        Accountability.none()
            .team(TEAMS[person % TEAMS.length])
            .channel(CHANNELS.get(person % CHANNELS.size()))
            .priority("3")
            .service("service-0")
            .slaMet(person % 10 != 0),
        Locale.ENGLISH);
  }
}
