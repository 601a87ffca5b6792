package io.github.feedback4j.spring.web;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.Traces;
import io.github.feedback4j.prompt.Recorded;
import io.github.feedback4j.prompt.TroubleLog;
import io.github.feedback4j.spring.http.CsrfTokens;
import io.github.feedback4j.spring.http.Guard;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.spring.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells the signed-in user what is kept of them, and lets them opt out, opt in again, and be
 * forgotten. Whose traces these are never comes from the request but from the session.
 */
@Controller
@RequestMapping("${feedback4j.web.base-path:/feedback4j}/api/v1/me")
class MeController {

  private final TroubleLog trouble = new TroubleLog(InstantSource.system());
  private final Feedback feedback;
  private final SessionJson session;
  private final MeJson json;

  MeController(Feedback feedback, CsrfTokens csrf, String identity, InstantSource time) {
    this.feedback = feedback;
    this.session = new SessionJson(csrf);
    this.json = new MeJson(feedback, identity, time);
  }

  @GetMapping
  ResponseEntity<byte[]> see(
      HttpServletRequest request, @RequestParam(defaultValue = "") String lang) {
    Guard.requireOwnPage(request);
    return answer(request, Guard.requireUser(request), lang, Json.object());
  }

  @PutMapping("/opt-out")
  ResponseEntity<byte[]> optOut(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String lang,
      @RequestBody byte[] body) {
    Guard.requireOwnJson(request);
    Principal user = Guard.requireUser(request);
    JsonNode optedOut = Json.read(body).path("optedOut");
    if (!optedOut.isBoolean()) {
      throw Problem.of(400, "bad-opt-out", "'optedOut' must be true or false");
    }
    Recorded recorded =
        optedOut.booleanValue() ? feedback.optOut(user.getName()) : feedback.optIn(user.getName());
    if (recorded == Recorded.UNAVAILABLE) {
      throw unavailable("it could not be recorded; send it again");
    }
    return answer(request, user, lang, Json.object());
  }

  /** Erases everything, and says whether an opt-out went with it: from then on they may be asked. */
  @DeleteMapping
  ResponseEntity<byte[]> erase(
      HttpServletRequest request, @RequestParam(defaultValue = "") String lang) {
    Guard.requireOwnPage(request);
    Principal user = Guard.requireUser(request);
    ObjectNode into = Json.object();
    ObjectNode erased = into.putObject("erased");
    reached("erasing a person, so they must ask again", () -> {
      erased.put("optOut", feedback.traces(user.getName()).optedOutAt() != null);
      erased.put("answers", feedback.erase(user.getName()));
    });
    return answer(request, user, lang, into);
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request, Principal user, String lang, ObjectNode into) {
    reached("looking up what is kept of a person", () -> {
      Traces traces = feedback.traces(user.getName());
      json.write(traces, user.getName(), survey -> Languages.wanted(request, lang, survey), into);
    });
    session.write(request, user, into);
    return Json.answer(HttpStatus.OK, MediaType.APPLICATION_JSON, into);
  }

  private void reached(String doing, Runnable what) {
    try {
      what.run();
    } catch (RuntimeException e) {
      trouble.warn(doing, e);
      throw unavailable("the store cannot be reached now; try again");
    }
  }

  private static Problem unavailable(String detail) {
    return Problem.of(503, "store-unavailable", detail);
  }

  @ExceptionHandler(Problem.class)
  ResponseEntity<byte[]> refuse(Problem problem) {
    return problem.toResponse();
  }
}
