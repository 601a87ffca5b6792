package io.github.feedback4j.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means for the batch that it answers; the table of {@code docs/delivery.md} as code.
 *
 * @param status the status of HTTP
 * @param retryAfter the header {@code Retry-After}, if there is one
 * @param date the header {@code Date}, if there is one
 * @param body the body, or null if it was longer than we read
 */
record HttpAnswer(
    int status,
    @Nullable String retryAfter,
    @Nullable String date,
    @SuppressWarnings("ArrayRecordComponent") byte @Nullable [] body) {

  /** Returns what has become of a batch of these records. */
  Outcome outcome(List<SpoolRecord> batch, Instant now) {
    return switch (status) {
      case 200 -> taken(batch);
      case 400, 422 -> flawed();
      case 401, 403 -> new Outcome.Unauthorised(status);
      case 408, 429 -> later(now);
      case 413 -> new Outcome.TooLarge(problemCode() != null);
      case 501, 505 -> odd();
      default -> status >= 500 && status <= 599 ? later(now) : odd();
    };
  }

  private Outcome later(Instant now) {
    return new Outcome.Later("status " + status, RetryAfter.parse(retryAfter, date, now));
  }

  private Outcome odd() {
    return new Outcome.Odd("status " + status);
  }

  private @Nullable String problemCode() {
    return body == null ? null : CollectorAnswer.problemCode(body);
  }

  private Outcome flawed() {
    String code = problemCode();
    return new Outcome.Flawed(code == null ? "status-" + status : code, code != null);
  }

  private Outcome taken(List<SpoolRecord> batch) {
    CollectorAnswer answer = body == null ? null : CollectorAnswer.parse(body);
    if (answer == null) {
      return new Outcome.Odd("status 200 with a body that is no collector's");
    }
    if (answer.records() != batch.size()) {
      return new Outcome.Odd(
          "status 200 for %d records of %d".formatted(answer.records(), batch.size()));
    }
    List<Outcome.Refused> refused = refused(answer, batch);
    // Where the collector could not read which record it means, smaller batches tell.
    return refused == null
        ? new Outcome.Flawed(answer.rejected().get(0).code(), true)
        : new Outcome.Taken(answer.accepted(), answer.duplicates(), refused);
  }

  /** Returns the refused records, or null if they cannot be told from the others. */
  private static @Nullable List<Outcome.Refused> refused(
      CollectorAnswer answer, List<SpoolRecord> batch) {
    if (answer.rejected().isEmpty()) {
      return List.of();
    }
    Set<UUID> known = new HashSet<>();
    batch.forEach(each -> known.add(each.id()));
    List<Outcome.Refused> refused = new ArrayList<>();
    for (CollectorAnswer.Rejected each : answer.rejected()) {
      if (each.id() == null || !known.remove(each.id())) {
        return null;
      }
      refused.add(new Outcome.Refused(each.id(), each.code()));
    }
    return refused;
  }
}
