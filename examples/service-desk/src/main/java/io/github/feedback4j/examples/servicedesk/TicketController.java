package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.examples.servicedesk.Ticket.Message;
import io.github.feedback4j.examples.servicedesk.Ticket.State;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Lists and pages of tickets, and what people do with them. */
@Controller
class TicketController {

  /** Where the starter shows scores, below its base path. */
  static final String DASHBOARD = "/feedback4j/dashboard";

  /** Where the starter lets managers change the theme pack. */
  static final String THEMES = "/feedback4j/themes";

  private static final int LONGEST_MESSAGE = 4000;

  private final Tickets tickets;
  private final People people;
  private final Feedback feedback;
  private final InstantSource time;

  TicketController(Tickets tickets, People people, Feedback feedback, InstantSource time) {
    this.tickets = tickets;
    this.people = people;
    this.feedback = feedback;
    this.time = time;
  }

  @GetMapping("/login")
  String login(@Nullable Principal user) {
    return user == null ? "login" : "redirect:/";
  }

  @GetMapping("/")
  String home(Principal user, Locale locale) {
    Person person = people.get(user);
    if (person.manages()) {
      return "redirect:" + DASHBOARD + "?lang=" + locale.getLanguage();
    }
    return person.seesAllTickets() ? "redirect:/team" : "redirect:/tickets";
  }

  @GetMapping({"/tickets", "/team"})
  String list(Principal user, Model model) {
    var seen = tickets.seenBy(people.get(user));
    model.addAttribute("solved", seen.stream().filter(Ticket::isSolved).toList());
    model.addAttribute("open", seen.stream().filter(Ticket::isOpen).toList());
    model.addAttribute("closed", seen.stream().filter(Ticket::isClosed).toList());
    return "tickets";
  }

  @GetMapping("/tickets/{id}")
  String ticket(Principal user, @PathVariable String id, Model model) {
    Person person = people.get(user);
    Ticket ticket = require(id, person);
    model.addAttribute("ticket", ticket);
    model.addAttribute("mine", ticket.requester().equals(person.id()));
    return "ticket";
  }

  @PostMapping("/tickets/{id}/messages")
  String write(Principal user, @PathVariable String id, @RequestParam String text) {
    Person person = people.get(user);
    Ticket ticket = require(id, person);
    if (person.manages()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    String said = text.strip();
    if (!said.isEmpty() && said.length() <= LONGEST_MESSAGE) {
      Message message = new Message(user.getName(), time.instant(), said);
      tickets.change(ticket.id(), state -> state != State.CLOSED, same -> same.with(message));
    }
    return page(ticket);
  }

  @PostMapping("/tickets/{id}/solve")
  String solve(Principal user, @PathVariable String id) {
    Person person = people.get(user);
    Ticket ticket = require(id, person);
    if (!person.leads()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    Instant now = time.instant();
    tickets.change(
        ticket.id(), state -> state == State.NEW || state == State.IN_PROGRESS, t -> t.solved(now));
    return page(ticket);
  }

  @PostMapping("/tickets/{id}/close")
  String close(
      Principal user, @PathVariable String id, @RequestParam(defaultValue = "false") boolean ask) {
    Ticket ticket = requireOwn(id, user);
    Instant now = time.instant();
    tickets.change(ticket.id(), state -> state == State.SOLVED, same -> same.closed(now, ask));
    return page(ticket);
  }

  /** Opens the ticket again, and takes back a question about a solution that did not hold. */
  @PostMapping("/tickets/{id}/reopen")
  String reopen(Principal user, @PathVariable String id) {
    Ticket ticket = requireOwn(id, user);
    if (tickets.change(
        ticket.id(), state -> state == State.SOLVED || state == State.CLOSED, Ticket::reopened)) {
      feedback.cancel("ticket.reopened", ticket.id(), ticket.requester());
    }
    return page(ticket);
  }

  private Ticket require(String id, Person person) {
    return tickets
        .find(id, person)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Ticket requireOwn(String id, Principal user) {
    Ticket ticket = require(id, people.get(user));
    if (!ticket.requester().equals(user.getName())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return ticket;
  }

  private static String page(Ticket ticket) {
    return "redirect:/tickets/" + ticket.id();
  }
}
