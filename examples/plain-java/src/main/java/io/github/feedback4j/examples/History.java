package io.github.feedback4j.examples;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.SkipReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Half a year of made-up tickets and answers for the {@link Feedback} of another example, so that its
 * first screen has something to show.
 *
 * <p>It is what {@link ReplayMain} replays, moved by whole weeks: a Monday stays a Monday, and every
 * planted effect moves along. Always the same tickets; when they begin and end depends on the day.
 *
 * <p>One thing is added: in the last weeks some speak of new travel expenses, which people did not speak
 * of before, and which the theme pack {@code it-service} does not know.
 */
public final class History {

  /** A Monday, eight weeks before the end. */
  private static final LocalDate NEW_EXPENSES =
      TicketGenerator.LAST_DAY.plusDays(3).minusWeeks(8);

  /** Before the id of each person, so that nobody who signs in anywhere is one of them. */
  private static final String PEOPLE = "history/";

  private final List<Experience> experiences;
  private final Instant end;
  private final Duration shift;

  /**
   * What was replayed.
   *
   * @param tickets how many tickets were closed
   * @param invitations how many times somebody was asked
   * @param answers how many times somebody answered
   */
  public record Replayed(int tickets, int invitations, int answers) {}

  private History(Instant end, Duration shift) {
    this.end = end;
    this.shift = shift;
    this.experiences =
        TicketGenerator.generate(TicketGenerator.SEED).stream().map(this::moved).toList();
  }

  /**
   * Returns the history whose last day, a Friday, is over at {@code end}, but not for a whole week.
   *
   * <p>Nothing in it happens at {@code end} or later.
   */
  public static History endingBefore(Instant end) {
    LocalDate day = end.atZone(ZoneOffset.UTC).toLocalDate();
    long days = ChronoUnit.DAYS.between(TicketGenerator.LAST_DAY.plusDays(1), day);
    return new History(end, Duration.ofDays(Math.floorDiv(days, 7) * 7));
  }

  private Experience moved(Experience experience) {
    Ticket ticket = experience.ticket();
    return new Experience(
        new Ticket(
            ticket.id(),
            ticket.resolution(),
            ticket.openedAt().plus(shift),
            ticket.closedAt().plus(shift),
            PEOPLE + ticket.requester(),
            ticket.language(),
            ticket.team(),
            ticket.channel(),
            ticket.service(),
            ticket.priority(),
            ticket.slaMet()),
        experience.satisfaction());
  }

  /** Returns how many tickets are closed in it. */
  public int tickets() {
    return experiences.size();
  }

  /** Returns the first day on which tickets are opened, a Monday in UTC. */
  public LocalDate firstDay() {
    return TicketGenerator.FIRST_DAY.plusDays(shift.toDays());
  }

  /** Returns the day in UTC on which new laptops arrive, and satisfaction with Laptops rises. */
  public LocalDate newLaptops() {
    return TicketGenerator.NEW_LAPTOPS.plusDays(shift.toDays());
  }

  /** Returns the day in UTC, a Monday, from which on some speak of new travel expenses. */
  public LocalDate newExpenses() {
    return NEW_EXPENSES.plusDays(shift.toDays());
  }

  /** Returns the last day on which tickets are closed, a Friday in UTC. */
  public LocalDate lastDay() {
    return TicketGenerator.LAST_DAY.plusDays(shift.toDays());
  }

  /**
   * Lives through the history: reports each closed ticket, and answers for those who are asked.
   *
   * <p>Blocks for as long as the stores do. Replaying into stores that hold a part of it already gives
   * another history than replaying into fresh ones: {@link #erase} first.
   *
   * @param parts with the surveys, the policy and the stores; the clock becomes that of the replay
   * @throws IllegalStateException if a store could not keep everything
   */
  public Replayed replay(Feedback.Builder parts) {
    ReplayClock clock = new ReplayClock(experiences.get(0).ticket().closedAt());
    // Not closed in the end, because that would close the stores, which are the caller's.
    Feedback feedback = parts.time(clock).build();
    Instant newExpenses = newExpenses().atStartOfDay(ZoneOffset.UTC).toInstant();
    Replay.Decisions decisions = new Replay(
            feedback, clock, new RespondentModel(TicketGenerator.SEED + 1, newExpenses))
        .run(experiences, end, done -> {});
    long lost = decisions.skipped().stream()
        .map(each -> each.skip().reason())
        .filter(Set.of(SkipReason.STORE_UNAVAILABLE, SkipReason.STORE_FULL)::contains)
        .count();
    if (lost > 0) {
      throw new IllegalStateException(
          "the ledger could not take note of %d of %d tickets; mend it, erase the history, and replay it again"
              .formatted(lost, experiences.size()));
    }
    return new Replayed(experiences.size(), decisions.asked().size(), decisions.answers());
  }

  /** Removes whatever is there of the history, and nothing else. */
  public void erase(Feedback feedback) {
    experiences.stream().map(each -> each.ticket().requester()).distinct().forEach(feedback::erase);
  }
}
