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
import org.springframework.web.bind.annotation.PostMapping;

/** Tells people for each of their tickets whether they would be asked about it, and why not. */
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
    model.addAttribute(
        "lines",
        tickets.seenBy(people.get(user)).stream()
            .filter(ticket -> ticket.requester().equals(user.getName()))
            .map(ticket -> line(ticket, user))
            .toList());
    return "my-feedback";
  }

  @PostMapping("/my-feedback/stop")
  String stop(Principal user) {
    feedback.optOut(user.getName());
    return "redirect:/my-feedback";
  }

  @PostMapping("/my-feedback/resume")
  String resume(Principal user) {
    feedback.optIn(user.getName());
    return "redirect:/my-feedback";
  }

  private Line line(Ticket ticket, Principal user) {
    if (!ticket.isClosed()) {
      return explained(ticket, "open", closedTickets.ifClosedNow(ticket));
    }
    Optional<Touchpoint> touchpoint = closedTickets.resolve(ClosedTickets.EVENT, ticket.id(), user);
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
