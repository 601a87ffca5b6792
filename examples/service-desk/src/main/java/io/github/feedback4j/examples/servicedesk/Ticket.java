package io.github.feedback4j.examples.servicedesk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket; immutable, every change is a changed copy.
 *
 * @param id the number that people quote
 * @param requester the user name of the person who opened it
 * @param subject in the language of that person
 * @param language the language of subject and conversation
 * @param service what it is about
 * @param team who works on it
 * @param priority how soon it must be solved
 * @param channel how it came in
 * @param state where it stands
 * @param openedAt when it came in
 * @param solvedAt when the team last said that it is solved, or null
 * @param closedAt when the requester agreed, or null
 * @param closings how many times it was closed
 * @param wasReopened whether a solution did not hold and it had to be opened again
 * @param mayAsk whether the requester allowed to be asked how it went
 * @param messages the conversation, oldest first
 */
record Ticket(
    String id,
    String requester,
    String subject,
    String language,
    Service service,
    Team team,
    Priority priority,
    Channel channel,
    State state,
    Instant openedAt,
    @Nullable Instant solvedAt,
    @Nullable Instant closedAt,
    int closings,
    boolean wasReopened,
    boolean mayAsk,
    List<Message> messages) {

  /** What a ticket is about. */
  enum Service {
    ACCOUNTS("Accounts"),
    EMAIL("E-mail"),
    ERP("ERP"),
    LAPTOPS("Laptops"),
    MEETING_ROOMS("Meeting rooms"),
    MOBILES("Mobiles"),
    PRINTING("Printing"),
    VPN("VPN");

    private final String word;

    Service(String word) {
      this.word = word;
    }

    /** Returns what dashboards and the history call it, whatever the language of the reader. */
    String word() {
      return word;
    }
  }

  /** Who works on a ticket, by the city where they sit. */
  enum Team {
    AMSTERDAM("Amsterdam"),
    ANTWERP("Antwerp"),
    BARCELONA("Barcelona"),
    BERLIN("Berlin"),
    BRUSSELS("Brussels"),
    DUBLIN("Dublin"),
    GENEVA("Geneva"),
    HAMBURG("Hamburg"),
    LISBON("Lisbon"),
    LONDON("London"),
    LUXEMBOURG("Luxembourg"),
    LYON("Lyon"),
    MADRID("Madrid"),
    MILAN("Milan"),
    MONTREAL("Montréal"),
    PARIS("Paris"),
    STOCKHOLM("Stockholm"),
    TORONTO("Toronto"),
    VIENNA("Vienna"),
    ZURICH("Zurich");

    private final String word;

    Team(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** How a ticket came in. */
  enum Channel {
    CHAT("chat"),
    PHONE("phone"),
    PORTAL("portal"),
    WALK_UP("walk-up");

    private final String word;

    Channel(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Where a ticket stands. */
  enum State {
    NEW,
    IN_PROGRESS,
    SOLVED,
    CLOSED
  }

  /** How soon a ticket must be solved. */
  enum Priority {
    CRITICAL("critical", Duration.ofHours(4)),
    HIGH("high", Duration.ofHours(8)),
    MEDIUM("medium", Duration.ofDays(2)),
    LOW("low", Duration.ofDays(5));

    private final String word;
    private final Duration target;

    Priority(String word, Duration target) {
      this.word = word;
      this.target = target;
    }

    String word() {
      return word;
    }
  }

  /** Whether the agreed time is kept. */
  enum Sla {
    /** Not solved, and there is time left. */
    RUNNING,
    /** Not solved, and the time is over. */
    OVERDUE,
    /** Solved in time. */
    MET,
    /** Solved too late. */
    MISSED
  }

  /**
   * One entry of the conversation.
   *
   * @param author the user name
   * @param at when it was written
   * @param text plain text
   */
  record Message(String author, Instant at, String text) {}

  Ticket {
    messages = List.copyOf(messages);
  }

  public boolean isSolved() {
    return state == State.SOLVED;
  }

  public boolean isClosed() {
    return state == State.CLOSED;
  }

  /** Returns whether the team still has work to do. */
  public boolean isOpen() {
    return !isSolved() && !isClosed();
  }

  /** Returns whether lists point out its priority. */
  public boolean isUrgent() {
    return priority == Priority.CRITICAL || priority == Priority.HIGH;
  }

  /** Returns when it must be solved. */
  public Instant dueAt() {
    return openedAt.plus(priority.target);
  }

  public Sla sla(Instant now) {
    if (solvedAt != null) {
      return solvedAt.isAfter(dueAt()) ? Sla.MISSED : Sla.MET;
    }
    return now.isAfter(dueAt()) ? Sla.OVERDUE : Sla.RUNNING;
  }

  Instant lastChangeAt() {
    Instant said =
        messages.isEmpty() ? openedAt : messages.get(messages.size() - 1).at();
    return closedAt != null && closedAt.isAfter(said) ? closedAt : said;
  }

  Ticket with(Message message) {
    return copy(
        state,
        solvedAt,
        closedAt,
        closings,
        wasReopened,
        mayAsk,
        Stream.concat(messages.stream(), Stream.of(message)).toList());
  }

  Ticket taken() {
    return copy(State.IN_PROGRESS, null, null, closings, wasReopened, mayAsk, messages);
  }

  Ticket solved(Instant now) {
    return copy(State.SOLVED, now, null, closings, wasReopened, mayAsk, messages);
  }

  Ticket closed(Instant now, boolean mayAsk) {
    return copy(State.CLOSED, solvedAt, now, closings + 1, wasReopened, mayAsk, messages);
  }

  /** Returns the ticket as work to do again; the consent was about the solution that did not hold. */
  Ticket reopened() {
    return copy(State.IN_PROGRESS, null, null, closings, true, false, messages);
  }

  private Ticket copy(
      State state,
      @Nullable Instant solvedAt,
      @Nullable Instant closedAt,
      int closings,
      boolean wasReopened,
      boolean mayAsk,
      List<Message> messages) {
    return new Ticket(
        id,
        requester,
        subject,
        language,
        service,
        team,
        priority,
        channel,
        state,
        openedAt,
        solvedAt,
        closedAt,
        closings,
        wasReopened,
        mayAsk,
        messages);
  }
}
