package io.github.feedback4j.benchmarks.delivery;

import io.github.feedback4j.client.CollectorClient;
import io.github.feedback4j.client.SpoolOptions;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.ResponseSink.Kept;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.wire.EventWriter;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.WireEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** feedback4j's own client, with whole responses. */
final class FeedbackSender implements Sender {

  static final URI SOURCE = URI.create("https://desk.example.com");
  private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
  private static final Accountability TEAM =
      Accountability.none().team("service-desk").channel("portal").service("vpn");
  private static final Duration LONG = Duration.ofMinutes(2);

  private final Records<AcceptedResponse> responses;
  private final CollectorClient client;

  FeedbackSender(String url, SpoolOptions spool, int records) {
    responses = new Records<>(records, FeedbackSender::response);
    client = CollectorClient.builder(URI.create(url), SOURCE)
        .token(() -> "not-a-secret-of-anybody")
        .spool(spool)
        .surveys(List.of(survey()))
        .build();
  }

  /** Returns the bytes of an event as the client writes it. */
  static byte[] event(int number) {
    return EventWriter.write(
        WireEvent.of(Payload.id(~number), SOURCE, MONDAY, new ResponseAccepted(response(number))));
  }

  /** Returns the survey that is answered. */
  static Survey survey() {
    return Surveys.csat("ticket-csat").on("ticket.closed");
  }

  static AcceptedResponse response(int number) {
    Invitation invitation = new Invitation(
        Payload.id(number),
        "ticket-csat",
        1,
        new RespondentKey("p" + number % 10_000),
        "ticket.closed",
        new Subject("INC-" + number, 1),
        MONDAY,
        MONDAY.plus(Duration.ofDays(14)),
        1,
        TEAM,
        Locale.ENGLISH);
    return AcceptedResponse.restored(
        Payload.id(number ^ 0x55555555),
        1,
        true,
        invitation,
        MONDAY,
        false,
        Locale.ENGLISH,
        List.of(
            new Answer.Rating("satisfaction", Payload.rating(number)),
            new Answer.Text("comment", Payload.comment(number))),
        Map.of(),
        List.of(),
        Map.of());
  }

  @Override
  public void makeAnew(int number) {
    responses.makeAnew(number);
  }

  @Override
  public boolean send(int number) {
    AcceptedResponse response = responses.get(number);
    long end = System.nanoTime() + LONG.toNanos();
    while (client.append(response) == Kept.FULL) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  @Override
  public void flush() {
    client.flush(LONG);
  }

  @Override
  public void close() {
    client.close();
  }
}
