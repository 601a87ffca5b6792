package io.github.feedback4j.spring.http;

import io.github.feedback4j.response.Violation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A refusal that the browser is told as an RFC 9457 problem document. */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(5);

  private final int status;
  private final String code;
  private final transient List<Violation> violations;
  private final transient Map<String, String> headers;

  private Problem(
      int status,
      String code,
      String detail,
      List<Violation> violations,
      Map<String, String> headers) {
    // No stack trace: this is an answer, not an accident.
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.violations = violations;
    this.headers = headers;
  }

  /**
   * Returns a problem.
   *
   * @param code what kind of problem, stable, for programs
   * @param detail what is wrong and what helps, for developers
   */
  public static Problem of(int status, String code, String detail) {
    return of(status, code, detail, List.of());
  }

  /** Returns a problem with everything that is wrong with a response. */
  public static Problem of(int status, String code, String detail, List<Violation> violations) {
    Problem problem = new Problem(status, code, detail, violations, Map.of());
    return status == 503 ? problem.retryAfter(DEFAULT_RETRY_AFTER) : problem;
  }

  /** Returns this problem with the time after which to try again, rounded up to whole seconds. */
  public Problem retryAfter(Duration time) {
    long seconds = Math.max(1, time.plusNanos(999_999_999).toSeconds());
    return header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
  }

  /** Returns this problem with a header of its answer, in the place of the one of that name. */
  public Problem header(String name, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(name, value);
    return new Problem(status, code, String.valueOf(getMessage()), violations, all);
  }

  /** Returns the status code of the answer. */
  public int status() {
    return status;
  }

  /** Returns what kind of problem it is, for programs. */
  public String code() {
    return code;
  }

  /** Returns the problem as an answer; a 503 always says when to try again. */
  public ResponseEntity<byte[]> toResponse() {
    ObjectNode body = Json.object();
    body.put("type", "about:blank");
    body.put("title", code);
    body.put("status", status);
    body.put("code", code);
    body.put("detail", getMessage());
    if (!violations.isEmpty()) {
      ArrayNode list = body.putArray("violations");
      for (Violation each : violations) {
        ObjectNode one = list.addObject();
        one.put("code", each.code().name());
        one.put("question", each.question());
        one.put("detail", each.message());
      }
    }
    return Json.answer(
        HttpStatusCode.valueOf(status), MediaType.APPLICATION_PROBLEM_JSON, body, headers);
  }
}
