package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.prompt.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a ticket into the moment at which its requester can be asked how it went. */
@Component
class ClosedTickets {

  /** The event, as in the survey file and on the page. */
  static final String EVENT = "ticket.closed";

  /** How long after its end a ticket is remembered well enough to be rated. */
  static final Duration MEMORY = Duration.ofDays(14);

  private final Tickets tickets;
  private final People people;
  private final InstantSource time;

  ClosedTickets(Tickets tickets, People people, InstantSource time) {
    this.tickets = tickets;
    this.people = people;
    this.time = time;
  }

  /** Returns the touchpoint of one's own ticket that was closed lately and with consent. */
  Optional<Touchpoint> touchpoint(String id, Person person) {
    return tickets
        .find(id, person)
        .filter(ticket -> ticket.requester().equals(person.id()))
        .filter(ticket -> ticket.isClosed() && ticket.mayAsk() && !isForgotten(ticket))
        .map(ticket -> touchpoint(ticket, ticket.closings(), ticket.closedAt()));
  }

  boolean isForgotten(Ticket ticket) {
    Instant closedAt = ticket.closedAt();
    return closedAt != null && closedAt.plus(MEMORY).isBefore(time.instant());
  }

  /** Returns the touchpoint that an open or solved ticket would be if it were closed now. */
  Touchpoint ifClosedNow(Ticket ticket) {
    return touchpoint(ticket, ticket.closings() + 1, time.instant());
  }

  private Touchpoint touchpoint(Ticket ticket, int resolution, @Nullable Instant closedAt) {
    Instant end = closedAt == null ? time.instant() : closedAt;
    Ticket.Sla sla = ticket.sla(end);
    boolean inTime = sla == Ticket.Sla.MET || sla == Ticket.Sla.RUNNING;
    return Touchpoint.of(EVENT, ticket.requester())
        .subject(ticket.id(), resolution)
        .locale(people.get(ticket.requester()).language())
        // What the conditions of the survey look at.
        .attribute("reopened", ticket.wasReopened())
        .attribute("late", !inTime)
        // Whose score the answer counts for.
        .accountable(a -> a.team(ticket.team().word())
            .service(ticket.service().word())
            .channel(ticket.channel().word())
            .priority(ticket.priority().word())
            .slaMet(inTime)
            .openedAt(ticket.openedAt())
            .closedAt(end));
  }
}
