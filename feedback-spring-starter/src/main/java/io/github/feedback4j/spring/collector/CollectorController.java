package io.github.feedback4j.spring.collector;

import io.github.feedback4j.spring.collector.Reception.Outcome;
import io.github.feedback4j.spring.collector.Reception.Rejected;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.spring.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes batches of events from other applications, which show a token of their own. */
@Controller
@RequestMapping("${feedback4j.web.base-path:/feedback4j}" + CollectorController.PATH)
class CollectorController {

  static final String PATH = "/v1/events";

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String UNKNOWN = "unknown";

  private final Senders senders;
  private final Reception reception;
  private final Semaphore places;
  private final int maxBody;
  private final int maxInflated;
  private final List<Watcher> watchers;
  private final Warnings warnings;

  CollectorController(
      Senders senders,
      Reception reception,
      CollectorProperties properties,
      List<Watcher> watchers,
      Warnings warnings) {
    this.senders = senders;
    this.reception = reception;
    this.places = new Semaphore(properties.maxConcurrent());
    this.maxBody = Math.toIntExact(properties.maxBody().toBytes());
    this.maxInflated = Math.toIntExact(properties.maxInflated().toBytes());
    this.watchers = List.copyOf(watchers);
    this.warnings = warnings;
  }

  @PostMapping
  ResponseEntity<byte[]> post(HttpServletRequest request) {
    Sender sender;
    try {
      sender = senders.require(request.getHeader(HttpHeaders.AUTHORIZATION));
    } catch (Problem problem) {
      return refused(problem.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"), UNKNOWN, UNKNOWN);
    }
    try {
      Outcome outcome = take(sender, request);
      watchers.forEach(each -> each.answered(sender.source(), Reception.TAKEN));
      if (!outcome.rejected().isEmpty()) {
        warnings.say(
            "rejected " + sender.name(),
            "the collector rejected %d events of a batch of '%s', the first of them: %s"
                .formatted(
                    outcome.rejected().size(),
                    sender.name(),
                    outcome.rejected().get(0).code()));
      }
      return Json.answer(HttpStatus.OK, MediaType.APPLICATION_JSON, json(outcome));
    } catch (Problem problem) {
      return refused(problem, sender.source(), sender.name());
    }
  }

  private Outcome take(Sender sender, HttpServletRequest request) {
    Duration wait = sender.allowance().take();
    if (!wait.isZero()) {
      throw Problem.of(429, "rate-limited", "this application may send less; wait as told")
          .retryAfter(wait);
    }
    Body.requireBatch(request);
    // Read before a place is taken: whoever sends slowly keeps nobody else waiting.
    byte[] body = Body.read(request, maxBody);
    if (!places.tryAcquire()) {
      throw Problem.of(503, "busy", "as many batches as may be are being stored; wait as told")
          .retryAfter(SOON);
    }
    try {
      return reception.take(sender, Body.inflate(request, body, maxInflated));
    } finally {
      places.release();
    }
  }

  private ResponseEntity<byte[]> refused(Problem problem, String source, String name) {
    watchers.forEach(each -> each.answered(source, problem.code()));
    warnings.say(
        problem.code() + " " + name,
        "the collector refused a batch of '%s': %s".formatted(name, problem.code()));
    return problem.toResponse();
  }

  private static ObjectNode json(Outcome outcome) {
    ObjectNode json = Json.object();
    json.put("accepted", outcome.accepted());
    json.put("duplicates", outcome.duplicates());
    ArrayNode rejected = json.putArray("rejected");
    for (Rejected each : outcome.rejected()) {
      ObjectNode one = rejected.addObject();
      one.put("id", each.id() == null ? null : each.id().toString());
      one.put("code", each.code());
      one.put("detail", each.detail());
    }
    return json;
  }
}
