package io.github.feedback4j.examples;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Makes up half a year of tickets. They are synthetic: no real person, no real ticket.
 *
 * <p>Twenty teams in twenty cities close tickets of {@value #REQUESTERS} people, on business days
 * from 8 to 18 h UTC. A few people have many tickets and many people have one or two; 40 % of the
 * people speak French. Who, which team, which channel, which service and which priority are drawn
 * independently of each other, so that no effect can pass for another one.
 *
 * <p>Satisfaction lies between 1 and 5. It is {@value #USUAL} plus a mood of the person (standard
 * deviation 0.3), plus chance (0.7), plus these effects, which the insights ought to find:
 *
 * <ul>
 *   <li>service Laptops: {@value #LAPTOPS_BEFORE} until the end of March and
 *       +{@value #LAPTOPS_AFTER} from 1 April on, when new laptops arrive: an initiative that works
 *   <li>service VPN: {@value #VPN}, in time or not, although 91 % of its tickets are closed in
 *       time, against 81 % of the others: a "watermelon", green outside and red inside
 *   <li>channel phone: {@value #PHONE}
 *   <li>closed late: {@value #LATE}, but not for VPN: everywhere else the SLA does tell how people
 *       feel
 * </ul>
 *
 * <p>The twenty teams are equal, and so are the other channels: whoever finds a best team among them
 * has found chance.
 */
final class TicketGenerator {

  static final long SEED = 2026;
  static final int REQUESTERS = 900;
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
  static final LocalDate LAST_DAY = LocalDate.of(2026, 7, 3);
  static final LocalDate NEW_LAPTOPS = LocalDate.of(2026, 4, 1);

  static final double USUAL = 4.7;
  static final double LAPTOPS_BEFORE = -1.5;
  static final double LAPTOPS_AFTER = 0.5;
  static final double VPN = -1.8;
  static final double PHONE = -0.9;
  static final double LATE = -1.1;

  private static final int OPENED = 3_200;
  private static final double REOPENED = 0.03;
  private static final int MINUTES_A_DAY = 600;

  private static final List<String> TEAMS = List.of(
      "Amsterdam",
      "Antwerp",
      "Barcelona",
      "Berlin",
      "Brussels",
      "Dublin",
      "Geneva",
      "Hamburg",
      "Lisbon",
      "London",
      "Luxembourg",
      "Lyon",
      "Madrid",
      "Milan",
      "Montréal",
      "Paris",
      "Stockholm",
      "Toronto",
      "Vienna",
      "Zurich");
  private static final List<String> CHANNELS = List.of("portal", "phone", "chat", "walk-up");
  private static final double[] CHANNEL_WEIGHTS = {38, 26, 20, 16};
  private static final List<String> SERVICES = List.of(
      "Accounts", "E-mail", "ERP", "Laptops", "Meeting rooms", "Mobiles", "Printing", "VPN");
  private static final double[] SERVICE_WEIGHTS = {12, 11, 11, 17, 11, 11, 11, 16};
  private static final List<String> PRIORITIES = List.of("low", "medium", "high", "critical");
  private static final double[] PRIORITY_WEIGHTS = {16, 54, 24, 6};
  private static final int[] MINUTES_AGREED = {3000, 1800, 600, 240};

  private static final List<LocalDate> BUSINESS_DAYS = FIRST_DAY
      .datesUntil(LAST_DAY.plusDays(1))
      .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
      .toList();

  private final Dice dice;
  private final List<Person> people = new ArrayList<>();
  private final List<Experience> closed = new ArrayList<>();

  private record Person(String id, String language, double mood) {}

  private TicketGenerator(long seed) {
    dice = new Dice(seed);
  }

  /** Returns the tickets of a seed in the order in which they were closed. */
  static List<Experience> generate(long seed) {
    return new TicketGenerator(seed).generate();
  }

  private List<Experience> generate() {
    for (int i = 1; i <= REQUESTERS; i++) {
      String language = dice.chance(0.4) ? "fr" : "en";
      people.add(
          new Person(String.format(Locale.ROOT, "user-%03d", i), language, 0.3 * dice.normal()));
    }
    List<Person> requesters = requesters();
    int minutes = BUSINESS_DAYS.size() * MINUTES_A_DAY;
    int[] opened =
        IntStream.range(0, OPENED).map(i -> dice.below(minutes)).sorted().toArray();
    for (int i = 0; i < OPENED; i++) {
      handle("INC-" + (10_001 + i), requesters.get(i), opened[i]);
    }
    closed.sort(Comparator.comparing((Experience each) -> each.ticket().closedAt())
        .thenComparing(each -> each.ticket().id()));
    return List.copyOf(closed);
  }

  /** Returns who opened each ticket: everybody one, and the rest goes by Zipf's law, shifted. */
  private List<Person> requesters() {
    double[] weights =
        IntStream.range(0, REQUESTERS).mapToDouble(i -> 1 / (i + 40.0)).toArray();
    List<Person> requesters = new ArrayList<>(people);
    while (requesters.size() < OPENED) {
      requesters.add(people.get(dice.weighted(weights)));
    }
    for (int i = OPENED - 1; i > 0; i--) {
      Collections.swap(requesters, i, dice.below(i + 1));
    }
    return requesters;
  }

  private void handle(String id, Person requester, int opened) {
    String team = dice.one(TEAMS);
    String channel = CHANNELS.get(dice.weighted(CHANNEL_WEIGHTS));
    String service = SERVICES.get(dice.weighted(SERVICE_WEIGHTS));
    int priority = dice.weighted(PRIORITY_WEIGHTS);
    int start = opened;
    int resolution = 1;
    do {
      boolean slaMet = dice.chance(service.equals("VPN") ? 0.91 : 0.81);
      double share = slaMet ? dice.between(0.05, 0.95) : dice.between(1.05, 2.5);
      int end = start + (int) (MINUTES_AGREED[priority] * share);
      if (end >= BUSINESS_DAYS.size() * MINUTES_A_DAY) {
        return; // still open on the last day
      }
      Ticket ticket = new Ticket(
          id,
          resolution,
          businessTime(start),
          businessTime(end),
          requester.id(),
          requester.language(),
          team,
          channel,
          service,
          PRIORITIES.get(priority),
          slaMet);
      closed.add(new Experience(ticket, satisfaction(ticket, requester.mood())));
      start = end + dice.below(5 * MINUTES_A_DAY);
      resolution++;
    } while (dice.chance(REOPENED) && start < BUSINESS_DAYS.size() * MINUTES_A_DAY);
  }

  private double satisfaction(Ticket ticket, double mood) {
    double feels = USUAL + mood + 0.7 * dice.normal() + effect(ticket);
    // Two decimals, as in the file, so that what is read back is what was written.
    return Math.round(Math.max(1, Math.min(5, feels)) * 100) / 100.0;
  }

  /** Returns what the planted effects add to the satisfaction with a ticket. */
  static double effect(Ticket ticket) {
    double effect = 0;
    if (ticket.service().equals("Laptops")) {
      Instant newLaptops = NEW_LAPTOPS.atStartOfDay(ZoneOffset.UTC).toInstant();
      effect += ticket.closedAt().isBefore(newLaptops) ? LAPTOPS_BEFORE : LAPTOPS_AFTER;
    }
    boolean vpn = ticket.service().equals("VPN");
    effect += vpn ? VPN : 0;
    effect += ticket.channel().equals("phone") ? PHONE : 0;
    effect += ticket.slaMet() || vpn ? 0 : LATE;
    return effect;
  }

  /** Returns the time of a business minute, counted from 8 h of the first day. */
  private static Instant businessTime(int minute) {
    return BUSINESS_DAYS
        .get(minute / MINUTES_A_DAY)
        .atTime(8, 0)
        .plusMinutes(minute % MINUTES_A_DAY)
        .toInstant(ZoneOffset.UTC);
  }
}
