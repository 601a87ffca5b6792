package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.examples.servicedesk.Ticket.State;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** All tickets, in memory: each start begins with the same ones. */
@Component
class Tickets {

  private static final Comparator<Ticket> NEWEST_FIRST =
      Comparator.comparing(Ticket::lastChangeAt).reversed();

  private final Map<String, Ticket> byId = new ConcurrentHashMap<>();

  Tickets(InstantSource time) {
    DemoTickets.at(time.instant()).forEach(each -> byId.put(each.id(), each));
  }

  /** Returns the tickets that this person may see, the one that changed last first. */
  List<Ticket> seenBy(Person person) {
    return byId.values().stream()
        .filter(each -> isSeenBy(each, person))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** Returns the ticket, or empty if there is none or it is none of this person's business. */
  Optional<Ticket> find(String id, Person person) {
    return Optional.ofNullable(byId.get(id)).filter(each -> isSeenBy(each, person));
  }

  /**
   * Changes a ticket unless it is in another state by now, as when a button was pressed twice.
   *
   * @return whether it was changed
   */
  boolean change(String id, Predicate<State> from, UnaryOperator<Ticket> change) {
    boolean[] changed = new boolean[1];
    byId.computeIfPresent(id, (same, ticket) -> {
      changed[0] = from.test(ticket.state());
      return changed[0] ? change.apply(ticket) : ticket;
    });
    return changed[0];
  }

  private static boolean isSeenBy(Ticket ticket, Person person) {
    return person.seesAllTickets() || ticket.requester().equals(person.id());
  }
}
