package io.github.feedback4j.spring.web;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Contact;
import io.github.feedback4j.prompt.ContactRecorder;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Dismissal;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Recorded;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.prompt.TroubleLog;
import io.github.feedback4j.spring.http.CsrfTokens;
import io.github.feedback4j.spring.http.Guard;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.spring.http.Problem;
import io.github.feedback4j.survey.Anonymity;
import io.github.feedback4j.survey.Survey;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** Gives the signed-in user a prompt, and records that it was shown or turned away. */
@Controller
@RequestMapping("${feedback4j.web.base-path:/feedback4j}/api/v1/prompts")
class PromptController {

  private static final Logger log = LoggerFactory.getLogger(PromptController.class);

  private static final int MAX_EVENT = 64;

  private final TroubleLog trouble = new TroubleLog(InstantSource.system());
  private final Feedback feedback;
  private final TouchpointSource source;
  private final SessionJson session;
  private final String identity;

  PromptController(Feedback feedback, TouchpointSource source, CsrfTokens csrf, String identity) {
    this.feedback = feedback;
    this.source = source;
    this.session = new SessionJson(csrf);
    this.identity = identity;
  }

  @GetMapping
  ResponseEntity<byte[]> prompt(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String touchpoint,
      @RequestParam(defaultValue = "") String survey,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String lang) {
    Guard.requireOwnPage(request);
    Principal user = Guard.requireUser(request);
    if (touchpoint.length() > MAX_EVENT || subject.length() > Subject.MAX_LENGTH) {
      throw Problem.of(
          400,
          "bad-touchpoint",
          "a touchpoint has at most %d characters, a subject %d"
              .formatted(MAX_EVENT, Subject.MAX_LENGTH));
    }
    if (!survey.isBlank() && !touchpoint.isBlank()) {
      throw Problem.of(
          400,
          "bad-touchpoint",
          "give a touchpoint, or the key of a survey that the user opens, not both");
    }
    Invited invited = survey.isBlank()
        ? invite(touchpoint, subject, user)
        : offer(survey, subject, Languages.asked(request, lang), user);
    Survey asking = invited == null ? null : feedback.survey(invited.invitation).orElse(null);
    if (invited == null || asking == null) {
      return ResponseEntity.noContent()
          .header("Cache-Control", "no-store")
          .header(Guard.OWN_HEADER, session.write(request, user, Json.object()).toString())
          .build();
    }
    Locale wanted = Languages.wanted(request, lang, asking);
    String told = asking.anonymity() == Anonymity.ANONYMOUS ? "anonymous" : identity;
    ObjectNode prompt =
        new PromptJson(asking, wanted).write(invited.invitation, invited.again, told);
    session.write(request, user, prompt);
    return Json.answer(HttpStatus.OK, MediaType.APPLICATION_JSON, prompt);
  }

  private record Invited(Invitation invitation, boolean again) {}

  private @Nullable Invited invite(String event, String subject, Principal user) {
    for (Invitation each : feedback.pending(user.getName())) {
      if (matches(each, event, subject)) {
        return new Invited(each, true);
      }
    }
    if (event.isBlank()) {
      return null;
    }
    Optional<Touchpoint> resolved = resolve(event, subject, user);
    if (resolved.isEmpty() || !isOf(user, resolved.get())) {
      return null;
    }
    return invited(feedback.ask(resolved.get()));
  }

  /**
   * Opens a survey that the user wants to answer. What it is about, the application must know as the
   * user's; about nothing in particular everybody may speak.
   */
  private @Nullable Invited offer(
      String survey, String subject, @Nullable Locale locale, Principal user) {
    Optional<Touchpoint> resolved = resolve(Invitation.ON_DEMAND, subject, user);
    if (resolved.isEmpty() && !subject.isBlank()) {
      return null;
    }
    Touchpoint touchpoint = resolved.orElseGet(() -> Touchpoint.onDemand(user.getName()));
    if (!isOf(user, touchpoint)) {
      return null;
    }
    return invited(feedback.offer(
        survey,
        touchpoint.locale() == null && locale != null ? touchpoint.locale(locale) : touchpoint));
  }

  private static boolean isOf(Principal user, Touchpoint touchpoint) {
    if (touchpoint.respondent().equals(user.getName())) {
      return true;
    }
    log.warn(
        "the TouchpointSource gave a touchpoint of another user for event {}; nobody is asked",
        touchpoint.event());
    return false;
  }

  private static @Nullable Invited invited(Decision decision) {
    if (decision instanceof Decision.Ask ask) {
      return new Invited(ask.invitation(), ask.again());
    }
    log.debug("nobody is asked: {}", decision);
    return null;
  }

  /** A page must not fail because of a question: what the application throws is logged and skipped. */
  private Optional<Touchpoint> resolve(String event, String subject, Principal user) {
    try {
      return source.resolve(event, subject, user);
    } catch (RuntimeException e) {
      trouble.warn("resolving a touchpoint in the TouchpointSource, so nobody is asked", e);
      return Optional.empty();
    }
  }

  private static boolean matches(Invitation invitation, String event, String subject) {
    Subject about = invitation.subject();
    return (event.isBlank() || invitation.event().equals(event))
        && (subject.isBlank() || (about != null && about.id().equals(subject)));
  }

  @PostMapping("/{id}/shown")
  ResponseEntity<byte[]> shown(HttpServletRequest request, @PathVariable String id) {
    Guard.requireOwnJson(request);
    Invitation invitation = require(feedback, Guard.requireUser(request), id);
    return recorded(feedback.shown(invitation));
  }

  @PostMapping("/{id}/dismissal")
  ResponseEntity<byte[]> dismiss(
      HttpServletRequest request, @PathVariable String id, @RequestBody byte[] body) {
    Guard.requireOwnJson(request);
    Invitation invitation = require(feedback, Guard.requireUser(request), id);
    Dismissal how = switch (Json.read(body).path("how").asString("")) {
      case "closed" -> Dismissal.CLOSED;
      case "later" -> Dismissal.LATER;
      case "never" -> Dismissal.NEVER;
      default -> throw Problem.of(400, "bad-dismissal", "'how' must be closed, later or never");
    };
    return recorded(feedback.dismiss(invitation, how));
  }

  /** Returns the user's own invitation of this id; somebody else's is as unknown as none. */
  static Invitation require(Feedback feedback, Principal user, String id) {
    UUID uuid;
    try {
      uuid = UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "bad-id", "an id must be a UUID");
    }
    ContactRecorder.Lookup found = feedback.find(user.getName(), uuid);
    if (found.state() == Recorded.UNAVAILABLE) {
      // Not a 404: the browser would throw the answer away.
      throw Problem.of(503, "store-unavailable", "nothing can be looked up now; send it again");
    }
    Contact contact = found.contact();
    if (contact == null) {
      throw Problem.of(404, "unknown-invitation", "you have no such invitation");
    }
    return contact.invitation();
  }

  private static ResponseEntity<byte[]> recorded(Recorded recorded) {
    if (recorded == Recorded.UNAVAILABLE) {
      throw Problem.of(503, "store-unavailable", "it could not be recorded; send it again");
    }
    return ResponseEntity.noContent().header("Cache-Control", "no-store").build();
  }

  @ExceptionHandler(Problem.class)
  ResponseEntity<byte[]> refuse(Problem problem) {
    return problem.toResponse();
  }
}
