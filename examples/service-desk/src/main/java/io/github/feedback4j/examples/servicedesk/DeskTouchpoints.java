package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.spring.web.TouchpointSource;
import java.security.Principal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says what a browser may ask about: one's own closed ticket, and one's own visit.
 *
 * <p>The browser gives a name and a number only. Who it is comes from the session, team, service and
 * SLA result from the ticket, and who advises from the directory.
 */
@Component
class DeskTouchpoints implements TouchpointSource {

  /** The event of somebody looking at their tickets, as in the survey file and on the page. */
  static final String VISITED = "desk.visited";

  private final ClosedTickets closedTickets;
  private final People people;

  DeskTouchpoints(ClosedTickets closedTickets, People people) {
    this.closedTickets = closedTickets;
    this.people = people;
  }

  @Override
  public Optional<Touchpoint> resolve(String event, String subject, Principal user) {
    Person person = people.get(user);
    return switch (event) {
      case ClosedTickets.EVENT -> closedTickets.touchpoint(subject, person);
      case VISITED -> Optional.of(visit(person));
      default -> Optional.empty();
    };
  }

  /** Returns the touchpoint of a visit; the survey's audience decides for whom it is a question. */
  static Touchpoint visit(Person person) {
    return Touchpoint.of(VISITED, person.id())
        .locale(person.language())
        .attribute("advises", person.advises());
  }
}
