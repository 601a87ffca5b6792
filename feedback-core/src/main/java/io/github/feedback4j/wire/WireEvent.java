package io.github.feedback4j.wire;

import io.github.feedback4j.prompt.Subject;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as it goes over the wire: a CloudEvent 1.0. Immutable.
 *
 * @param id names the event; the same source and id are the same event, however often it comes
 * @param source which application says so: a URI reference of 1 to {@value #MAX_SOURCE} ASCII characters
 * @param subject the key of what the touchpoint was about, such as a ticket, 1 to 200 characters; null
 *     if there is none
 * @param time when it happened, in the years 0 to 9999
 * @param data what happened
 * @since 0.1
 */
public record WireEvent(
    UUID id, URI source, @Nullable String subject, Instant time, EventData data) {

  /** The greatest length of a source. */
  public static final int MAX_SOURCE = 500;

  /** Checks source, subject and time; no message repeats the subject. */
  public WireEvent {
    requireSource(source);
    if (subject != null) {
      requireSubject(subject);
    }
    if (!TimeText.hasFourDigitYear(time)) {
      throw new IllegalArgumentException("time must be in the years 0 to 9999, but was " + time);
    }
  }

  static URI requireSource(URI source) {
    String uri = source.toString();
    if (uri.isEmpty() || uri.length() > MAX_SOURCE) {
      throw new IllegalArgumentException(
          "source must have 1 to %d characters, but has %d".formatted(MAX_SOURCE, uri.length()));
    }
    for (int i = 0; i < uri.length(); i++) {
      if (uri.charAt(i) > '~') {
        throw new IllegalArgumentException(
            "source must have ASCII characters only; percent-encode the others");
      }
    }
    return source;
  }

  static String requireSubject(String subject) {
    if (subject.isEmpty() || subject.length() > Subject.MAX_LENGTH) {
      throw new IllegalArgumentException("subject must have 1 to %d characters, but has %d"
          .formatted(Subject.MAX_LENGTH, subject.length()));
    }
    return subject;
  }

  /** Returns an event whose subject is that of the data's invitation, if it has one. */
  public static WireEvent of(UUID id, URI source, Instant time, EventData data) {
    Subject subject = null;
    if (data instanceof ResponseAccepted accepted) {
      subject = accepted.response().invitation().subject();
    } else if (data instanceof InvitationChanged changed) {
      subject = changed.contact().invitation().subject();
    }
    return new WireEvent(id, source, subject == null ? null : subject.id(), time, data);
  }

  /** Returns id and type, not what happened to whom. */
  @Override
  public String toString() {
    return "WireEvent[" + id + ", " + data.type().text() + "]";
  }
}
