package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.spring.web.TouchpointSource;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what a browser may ask about: one's own ticket that was closed lately and with consent.
 *
 * <p>The browser gives a name and a number only. Team, service and SLA result come from the ticket.
 */
@Component
class ClosedTickets implements TouchpointSource {

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

  @Override
  public Optional<Touchpoint> resolve(String event, String subject, Principal user) {
    if (!event.equals(EVENT)) {
      return Optional.empty();
    }
    Person person = people.get(user);
    return tickets
        .find(subject, person)
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
    return Touchpoint.of(EVENT, ticket.requester())
        .subject(ticket.id(), resolution)
        .locale(people.get(ticket.requester()).language())
        .accountable(a -> a.team(ticket.team().word())
            .service(ticket.service().word())
            .channel(ticket.channel().word())
            .priority(ticket.priority().word())
            .slaMet(ticket.sla(end) == Ticket.Sla.MET || ticket.sla(end) == Ticket.Sla.RUNNING)
            .openedAt(ticket.openedAt())
            .closedAt(end));
  }
}
