package io.github.feedback4j.client;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.wire.EventData;
import io.github.feedback4j.wire.EventWriter;
import io.github.feedback4j.wire.InvitationChanged;
import io.github.feedback4j.wire.RespondentErased;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.SurveyLoaded;
import io.github.feedback4j.wire.WireEvent;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of what happens here, each with an id of its own and as the bytes that it stays from then
 * on. Safe for use by several threads.
 */
final class Events {

  private final URI source;
  private final EventIds ids;
  private final InstantSource time;

  Events(URI source, EventIds ids, InstantSource time) {
    this.source = source;
    this.ids = ids;
    this.time = time;
  }

  /**
   * An event to append.
   *
   * @param key the key of whom it is about, so that it can be found when they are erased
   */
  record Event(
      UUID id,
      EventKind kind,
      @Nullable String key,
      @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {}

  Event of(AcceptedResponse response) {
    return event(
        EventKind.RESPONSE,
        response.invitation().respondent(),
        response.answeredAt(),
        new ResponseAccepted(response));
  }

  Event of(ContactEvent contact) {
    return event(
        EventKind.CONTACT,
        contact.invitation().respondent(),
        contact.at(),
        new InvitationChanged(contact));
  }

  Event of(Survey survey) {
    return event(EventKind.SURVEY, null, time.instant(), new SurveyLoaded(survey));
  }

  Event erasureOf(RespondentKey respondent) {
    return event(EventKind.ERASURE, respondent, time.instant(), new RespondentErased(respondent));
  }

  private Event event(
      EventKind kind, @Nullable RespondentKey respondent, Instant at, EventData data) {
    UUID id = ids.next();
    byte[] bytes = EventWriter.write(WireEvent.of(id, source, at, data));
    return new Event(id, kind, respondent == null ? null : respondent.value(), bytes);
  }
}
