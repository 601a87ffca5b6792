package io.github.feedback4j.client;

import io.github.feedback4j.client.Appended.Reason;
import io.github.feedback4j.client.Warnings.Cause;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.survey.Survey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Puts events into the spool and wakes the sender for them.
 *
 * <p>Before the first response to a survey version since the client was built it puts the definition, so
 * that the collector has it when the response comes. Safe for use by several threads.
 */
final class Appending {

  private final Spool spool;
  private final Events events;
  private final Arrivals arrivals;
  private final Pause work;
  private final Warnings warnings;
  private final Map<Version, Survey> surveys;
  private final Set<Version> announced = ConcurrentHashMap.newKeySet();

  /** The one of the last response, since most are to the same survey as the one before. */
  private volatile @Nullable Version last;

  private final ReentrantLock announcing = new ReentrantLock();

  private record Version(String survey, int version) {

    boolean isOf(Invitation invitation) {
      return version == invitation.surveyVersion() && survey.equals(invitation.survey());
    }
  }

  Appending(
      Spool spool,
      Events events,
      Arrivals arrivals,
      Pause work,
      Warnings warnings,
      Collection<Survey> surveys) {
    this.spool = spool;
    this.events = events;
    this.arrivals = arrivals;
    this.work = work;
    this.warnings = warnings;
    Map<Version, Survey> byVersion = new HashMap<>();
    surveys.forEach(each -> byVersion.put(new Version(each.key(), each.version()), each));
    this.surveys = Map.copyOf(byVersion);
  }

  /** Returns null once a response is in the spool, or why it is not. */
  @Nullable
  Reason put(AcceptedResponse response) {
    Reason reason = announce(response.invitation());
    return reason == null ? put(events.of(response)) : reason;
  }

  /** Returns null once an event is in the spool, or why it is not. */
  @Nullable
  Reason put(Events.Event event) {
    Appended appended = spool.append(event.id(), event.kind(), event.key(), event.bytes());
    if (appended instanceof Appended.Rejected rejected) {
      warnings.warn(
          Cause.NOT_KEPT,
          "an event could not be kept for the collector: {}",
          DeliveryException.code(rejected.reason()));
      return rejected.reason();
    }
    if (arrivals.add(event.bytes().length)) {
      work.tell();
    }
    return null;
  }

  private @Nullable Reason announce(Invitation invitation) {
    Version before = last;
    if (before != null && before.isOf(invitation)) {
      return null;
    }
    Version version = new Version(invitation.survey(), invitation.surveyVersion());
    if (announced.contains(version)) {
      last = version;
      return null;
    }
    // Others wait, so that none of their responses comes before the definition.
    announcing.lock();
    try {
      if (announced.contains(version)) {
        return null;
      }
      Survey survey = surveys.get(version);
      if (survey == null) {
        warnings.warn(
            Cause.UNKNOWN_SURVEY,
            "survey '{}' v{} is not among the client's surveys, so its definition is not sent; give it to .surveys(…)",
            version.survey,
            version.version);
        return null;
      }
      Reason reason = put(events.of(survey));
      if (reason == null) {
        announced.add(version);
      }
      return reason;
    } finally {
      announcing.unlock();
    }
  }
}
