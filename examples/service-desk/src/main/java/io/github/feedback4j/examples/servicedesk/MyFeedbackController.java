package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.Touchpoint;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells people whether they would be asked, about each of their tickets and else, and why not. */
@Controller
class MyFeedbackController {

  private static final String SURVEY = "ticket-csat";

  private final Feedback feedback;
  private final ClosedTickets closedTickets;
  private final Tickets tickets;
  private final People people;
  private final InstantSource time;

  MyFeedbackController(
      Feedback feedback,
      ClosedTickets closedTickets,
      Tickets tickets,
      People people,
      InstantSource time) {
    this.time = time;
    this.feedback = feedback;
    this.closedTickets = closedTickets;
    this.tickets = tickets;
    this.people = people;
  }

  /**
   * One ticket and its answer.
   *
   * @param ticket the ticket
   * @param verdict the key of the word that says whether the person is or would be asked
   * @param message the key of the sentence that says so
   * @param until when time alone will have cured it, or null
   */
  record Line(
      Ticket ticket,
      String verdict,
      String message,
      @Nullable Instant until) {}

  @GetMapping("/my-feedback")
  String page(Principal user, Model model) {
    Optional<Instant> next = feedback.nextEligibleAt(user.getName(), SURVEY);
    model.addAttribute("optedOut", next.isEmpty());
    // Whoever can be asked already can be since a moment ago.
    Instant now = time.instant();
    model.addAttribute("next", next.filter(each -> each.isAfter(now)).orElse(null));
    model.addAttribute("advice", advice(people.get(user)));
    model.addAttribute(
        "lines",
        tickets.seenBy(people.get(user)).stream()
            .filter(ticket -> ticket.requester().equals(user.getName()))
            .map(ticket -> line(ticket, user))
            .toList());
    return "my-feedback";
  }

  /** Here people decide for themselves; all of it is one element of feedback4j. */
  @GetMapping("/preferences")
  String preferences() {
    return "preferences";
  }

  /**
   * What somebody on the advisory panel is told.
   *
   * @param message the key of the sentence
   * @param until when time alone will have cured it, or null
   */
  record Advice(String message, @Nullable Instant until) {}

  private @Nullable Advice advice(Person person) {
    if (!person.advises()) {
      return null;
    }
    Decision.Skip skip = feedback.explain(DeskTouchpoints.visit(person)).skip();
    if (skip == null) {
      return new Advice("mine.advice.now", null);
    }
    String why = switch (skip.reason()) {
      case NOT_SAMPLED, COOLING_DOWN, SNOOZED, OPTED_OUT -> skip.reason().name();
      default -> "other";
    };
    return new Advice("mine.advice." + why, skip.eligibleAt());
  }

  private Line line(Ticket ticket, Principal user) {
    if (!ticket.isClosed()) {
      return explained(ticket, "open", closedTickets.ifClosedNow(ticket));
    }
    Optional<Touchpoint> touchpoint = closedTickets.touchpoint(ticket.id(), people.get(user));
    if (touchpoint.isPresent()) {
      return explained(ticket, "closed", touchpoint.get());
    }
    String why = ticket.mayAsk() ? "forgotten" : "consent";
    return new Line(ticket, "mine.verdict.closed.no", "mine.closed." + why, null);
  }

  private Line explained(Ticket ticket, String state, Touchpoint touchpoint) {
    Decision.Skip skip = feedback.explain(touchpoint).skip();
    String verdict = "mine.verdict." + state;
    if (skip == null) {
      return new Line(ticket, verdict + ".yes", "mine." + state + ".ask", null);
    }
    String why = switch (skip.reason()) {
      case COOLING_DOWN, SNOOZED, OPTED_OUT, ALREADY_ASKED -> skip.reason().name();
      default -> "other";
    };
    String no = skip.reason() == SkipReason.ALREADY_ASKED ? ".done" : ".no";
    return new Line(ticket, verdict + no, "mine." + state + "." + why, skip.eligibleAt());
  }
}
