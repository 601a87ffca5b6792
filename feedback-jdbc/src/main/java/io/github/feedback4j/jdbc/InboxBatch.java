package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.wire.InvitationChanged;
import io.github.feedback4j.wire.RespondentErased;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.SurveyLoaded;
import io.github.feedback4j.wire.WireEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes events in, each once; the transaction is the caller's. */
final class InboxBatch {

  // Several collectors may get the same events, and events of the same responses, at the same time.
  // So that none waits for another one in a circle, all take what they need in this order:
  //
  //   surveys           by key and version
  //   erasures          behind the gate of the dialect
  //   responses         those that are there, by id
  //   delivered         the events themselves, by id
  //   responses         the new ones, by id
  //   invitations       by id
  //   roll-ups          by key
  //
  // Whoever inserts what another one has inserted since it looked has lost, and begins anew. What
  // an event means does not depend on its place in the batch, nor on which batch it comes in: a
  // survey is registered before responses are checked, of a response the highest revision stands,
  // of what is told of an invitation all is kept, and an erasure takes what was said until its
  // time, also what comes later.

  private final Session session;
  private final InboxSurveys.Seen surveys;
  private final boolean takesUnverified;
  private final Instant now;

  /** Where somebody finds out what became of an event. */
  static final class Slot {

    private final WireEvent event;
    private @Nullable Arrival arrival;

    private Slot(WireEvent event) {
      this.event = event;
    }

    void set(Arrival arrival) {
      this.arrival = arrival;
    }

    void reject(String code, String detail) {
      arrival = new Arrival.Rejected(code, detail);
    }

    private Arrival arrival() {
      return Objects.requireNonNull(arrival);
    }
  }

  InboxBatch(Session session, InboxSurveys.Seen surveys, boolean takesUnverified, Instant now) {
    this.session = session;
    this.surveys = surveys;
    this.takesUnverified = takesUnverified;
    this.now = now;
  }

  /** Waits until no erasure is at work, or until nothing else is if there is one among the events. */
  static void begin(Session session, List<WireEvent> events) throws SQLException {
    boolean erases = events.stream().anyMatch(each -> each.data() instanceof RespondentErased);
    session.execute(session.dialect().gate(erases));
  }

  /** Returns what became of each event, in their order. */
  List<Arrival> accept(List<WireEvent> events) throws SQLException {
    Set<Delivered.Key> known = Delivered.among(session, events);
    Map<Delivered.Key, Slot> slots = new LinkedHashMap<>();
    for (WireEvent each : events) {
      Delivered.Key key = Delivered.Key.of(each);
      if (!known.contains(key)) {
        slots.putIfAbsent(key, new Slot(each));
      }
    }
    if (!slots.isEmpty()) {
      take(slots);
    }
    List<Arrival> arrivals = new ArrayList<>();
    Set<Delivered.Key> told = new HashSet<>(known);
    for (WireEvent each : events) {
      Delivered.Key key = Delivered.Key.of(each);
      Slot slot = slots.get(key);
      Arrival arrival = slot == null ? new Arrival.Duplicate() : slot.arrival();
      // The same event may stand in a batch twice; then the other one is the duplicate.
      arrivals.add(
          told.add(key) || arrival instanceof Arrival.Rejected ? arrival : new Arrival.Duplicate());
    }
    return List.copyOf(arrivals);
  }

  private void take(Map<Delivered.Key, Slot> slots) throws SQLException {
    registerSurveys(slots.values());
    Map<RespondentKey, Instant> erasures = erasures(slots.values());
    Erased.add(session, erasures, now);
    Map<RespondentKey, Instant> voidUntil = Erased.of(session, people(slots.values()));
    RollUp ratings = new RollUp();
    InboxResponses responses =
        new InboxResponses(session, surveys, takesUnverified, erasures, ratings);
    List<ContactEvent> contacts = new ArrayList<>();
    for (Slot each : slots.values()) {
      if (each.event.data() instanceof ResponseAccepted accepted) {
        if (isVoid(
            voidUntil, accepted.response().invitation(), accepted.response().answeredAt())) {
          each.set(new Arrival.Accepted());
        } else {
          responses.add(accepted.response(), each);
        }
      } else if (each.event.data() instanceof InvitationChanged changed) {
        ContactEvent contact = changed.contact();
        if (!isVoid(voidUntil, contact.invitation(), contact.invitation().invitedAt())) {
          contacts.add(contact);
        }
        each.set(new Arrival.Accepted());
      }
    }
    responses.decide();
    Delivered.add(session, takenIn(slots), now);
    responses.write();
    ContactRollUp invitations = new ContactRollUp();
    Journeys.record(session, contacts, erasures, invitations);
    ratings.write(session);
    invitations.write(session);
  }

  private void registerSurveys(Collection<Slot> slots) throws SQLException {
    Map<Slot, SurveyLoaded> loaded = new LinkedHashMap<>();
    for (Slot each : slots) {
      if (each.event.data() instanceof SurveyLoaded survey) {
        loaded.put(each, survey);
      }
    }
    List<Map.Entry<Slot, SurveyLoaded>> sorted = new ArrayList<>(loaded.entrySet());
    sorted.sort(Comparator.comparing(
        each -> SurveyVersion.of(each.getValue().survey()), SurveyVersion.ORDER));
    for (Map.Entry<Slot, SurveyLoaded> each : sorted) {
      Slot slot = each.getKey();
      slot.set(surveys.register(each.getValue().survey(), slot.event.source().toString()));
    }
  }

  /** Returns until when what people said goes, by the events of this batch. */
  private Map<RespondentKey, Instant> erasures(Collection<Slot> slots) {
    Map<RespondentKey, Instant> erasures = new HashMap<>();
    for (Slot each : slots) {
      if (each.event.data() instanceof RespondentErased erased) {
        if (isNobody(erased.respondent())) {
          each.reject(
              "not-valid", "answers to anonymous surveys are nobody's, who cannot be erased");
          continue;
        }
        // A clock that is ahead must not take what is still to be said.
        Instant at = each.event.time().isAfter(now) ? now : each.event.time();
        erasures.merge(erased.respondent(), at, (one, other) -> one.isAfter(other) ? one : other);
        each.set(new Arrival.Accepted());
      }
    }
    return erasures;
  }

  private static boolean isNobody(RespondentKey respondent) {
    return respondent.value().startsWith(ContactEvent.NOBODY.value());
  }

  private static Set<RespondentKey> people(Collection<Slot> slots) {
    Set<RespondentKey> people = new HashSet<>();
    for (Slot each : slots) {
      if (each.event.data() instanceof ResponseAccepted accepted) {
        people.add(accepted.response().invitation().respondent());
      } else if (each.event.data() instanceof InvitationChanged changed) {
        people.add(changed.contact().invitation().respondent());
      }
    }
    return people;
  }

  private static boolean isVoid(
      Map<RespondentKey, Instant> voidUntil, Invitation invitation, Instant said) {
    Instant until = voidUntil.get(invitation.respondent());
    return until != null && !said.isAfter(until);
  }

  /** A rejected event may come again, when what was in its way is gone. */
  private static List<Delivered.Key> takenIn(Map<Delivered.Key, Slot> slots) {
    List<Delivered.Key> takenIn = new ArrayList<>();
    slots.forEach((key, slot) -> {
      if (!(slot.arrival() instanceof Arrival.Rejected)) {
        takenIn.add(key);
      }
    });
    return takenIn;
  }
}
