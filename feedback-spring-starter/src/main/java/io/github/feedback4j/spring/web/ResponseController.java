package io.github.feedback4j.spring.web;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.Submission;
import io.github.feedback4j.response.Submission.Receipt;
import io.github.feedback4j.response.Submission.Rejection;
import io.github.feedback4j.response.Violation;
import io.github.feedback4j.spring.http.Guard;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.spring.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the signed-in user's answers; the same answer twice counts once. */
@Controller
@RequestMapping("${feedback4j.web.base-path:/feedback4j}/api/v1/responses")
class ResponseController {

  private final Feedback feedback;

  ResponseController(Feedback feedback) {
    this.feedback = feedback;
  }

  @PutMapping("/{id}")
  ResponseEntity<byte[]> put(
      HttpServletRequest request, @PathVariable String id, @RequestBody byte[] body) {
    Guard.requireOwnJson(request);
    Principal user = Guard.requireUser(request);
    JsonNode json = Json.read(body);
    Invitation invitation =
        PromptController.require(feedback, user, json.path("invitation").asString(""));
    Submission submission = feedback.submit(response(id, json, invitation));
    if (submission instanceof Rejection rejection) {
      throw refusal(rejection.violations());
    }
    Receipt receipt = submission.orElseThrow();
    ObjectNode answer = Json.object();
    answer.put("status", receipt.status().name());
    answer.put("revision", receipt.revision());
    answer.put("late", receipt.late());
    answer.put("anonymous", receipt.anonymous());
    HttpStatus status =
        receipt.status() == Receipt.Status.STORED ? HttpStatus.CREATED : HttpStatus.OK;
    return Json.answer(status, MediaType.APPLICATION_JSON, answer);
  }

  private static Response response(String id, JsonNode json, Invitation invitation) {
    Response response = Response.to(invitation);
    try {
      response = response.withId(UUID.fromString(id));
      response = response.revision(
          json.has("revision") ? AnswerJson.integer(json.path("revision"), "revision") : 1);
      for (JsonNode each : json.path("answers")) {
        response = response.with(AnswerJson.read(each));
      }
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "bad-response", String.valueOf(e.getMessage()));
    }
    JsonNode complete = json.path("complete");
    if (!complete.isMissingNode() && !complete.isBoolean()) {
      throw Problem.of(400, "bad-response", "'complete' must be true or false");
    }
    String locale = json.path("locale").asString("");
    response = locale.isBlank() ? response : response.locale(Locale.forLanguageTag(locale));
    return complete.isBoolean() && !complete.booleanValue() ? response.partial() : response;
  }

  private static Problem refusal(List<Violation> violations) {
    Violation.Code first = violations.get(0).code();
    return switch (first) {
      case STORE_FULL, STORE_UNAVAILABLE ->
        Problem.of(503, "store-unavailable", "it could not be kept; send it again", violations);
      case UNKNOWN_INVITATION ->
        Problem.of(404, "unknown-invitation", "you have no such invitation", violations);
      case EXPIRED -> Problem.of(410, "expired", violations.get(0).message(), violations);
      case ALREADY_ANSWERED, NOT_EDITABLE, CANCELLED ->
        Problem.of(409, "conflict", violations.get(0).message(), violations);
      default -> Problem.of(422, "not-accepted", "the answers do not fit the survey", violations);
    };
  }

  @ExceptionHandler(Problem.class)
  ResponseEntity<byte[]> refuse(Problem problem) {
    return problem.toResponse();
  }
}
