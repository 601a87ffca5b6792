package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Survey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of a {@link Simulator}. */
final class Simulation {

  // Touchpoints arrive in the order of time. What people do with earlier questions waits in a
  // queue,
  // and whatever is due by the time of a touchpoint happens before it. Everything that is counted
  // as
  // asked, answered or turned away is what the recorder tells after it is in the ledger, so the
  // report cannot say anything else than the engine did. Nothing random decides about a touchpoint:
  // invitation ids are, and no rule looks at them.

  /** Most invitations of a year share a few hundred accountabilities; they are kept once. */
  private static final int MAX_SHARED = 10_000;

  private final Simulator.Parts parts;
  private final Simulator.Listener listener;
  private final FatigueCounter counter;
  private final ContactRecorder contacts;
  private final PromptEngine engine;
  private final boolean defers;
  private final Map<UUID, Question> open = new HashMap<>();
  private final Map<Accountability, Accountability> accountabilities = new HashMap<>();
  private final PriorityQueue<Step> queue =
      new PriorityQueue<>(Comparator.comparing(Step::at).thenComparingLong(Step::order));
  private Instant now = Instant.EPOCH;
  private long order;
  /** The touchpoint that is being decided, or null when nobody reports one. */
  private @Nullable Touchpoint current;

  /** Something that happens between touchpoints. */
  private record Step(Instant at, long order, Runnable action) {}

  /** An invitation on its way. */
  private static final class Question {
    final Invitation invitation;
    /** What the page reports again when it is loaded again, or null if it waits for a visit. */
    final @Nullable Touchpoint touchpoint;

    final Fate fate;
    int meetings;
    boolean shown;

    Question(Invitation invitation, @Nullable Touchpoint touchpoint, Fate fate) {
      this.invitation = invitation;
      this.touchpoint = touchpoint;
      this.fate = fate;
    }
  }

  Simulation(Simulator.Parts parts, Simulator.Listener listener) {
    this.parts = parts;
    this.listener = listener;
    this.counter = new FatigueCounter(parts.zone, parts.maxPeople);
    ContactLedger ledger = new InMemoryLedger(parts.maxPeople, () -> now);
    this.contacts = new ContactRecorder(
        parts.catalog, parts.policy, ledger, new InMemorySurveyCounters(), () -> now, this::told);
    this.engine = new PromptEngine(
        parts.catalog, parts.policy, ledger, () -> now, new SplittableRandom(0), contacts);
    this.defers = parts.catalog.current().stream()
        .map(Survey::contactRules)
        .anyMatch(each -> each.defersUntilEligible());
  }

  FatigueReport run(Iterator<TimedTouchpoint> touchpoints) {
    boolean first = true;
    while (touchpoints.hasNext()) {
      TimedTouchpoint next = touchpoints.next();
      if (!first && next.at().isBefore(now)) {
        throw new IllegalArgumentException(
            "touchpoints must be in the order of time, but %s follows %s; sort them first"
                .formatted(next.at(), now));
      }
      first = false;
      passUntil(next.at());
      now = next.at();
      report(next);
    }
    passUntil(Instant.MAX);
    return counter.report();
  }

  /** Lets happen what is due until then. */
  private void passUntil(Instant time) {
    for (Step next = queue.peek(); next != null && !next.at().isAfter(time); next = queue.peek()) {
      queue.remove();
      now = next.at();
      next.action().run();
    }
  }

  private void at(Instant time, Runnable action) {
    queue.add(new Step(time, order++, action));
  }

  private void report(TimedTouchpoint next) {
    Touchpoint touchpoint = next.touchpoint();
    RespondentKey key = counter.known(parts.pseudonymizer.pseudonymize(touchpoint.respondent()));
    if (parts.cancelling.contains(touchpoint.event())) {
      Subject about = touchpoint.about();
      counter.cancelling();
      if (about != null) {
        contacts.cancel(key, about.id());
      }
      return;
    }
    if (defers) {
      engine.pending(key);
    }
    counter.touchpoint(touchpoint, key, now);
    current = touchpoint.accountable(this::shared);
    Decision decision = engine.ask(current, key);
    current = null;
    counter.decided(decision);
    listener.decided(next, decision);
  }

  private Accountability shared(Accountability accountability) {
    Accountability known = accountabilities.get(accountability);
    if (known == null && accountabilities.size() < MAX_SHARED) {
      accountabilities.put(accountability, accountability);
    }
    return known == null ? accountability : known;
  }

  /** Learns from the recorder what is in the ledger now. */
  private void told(ContactEvent event) {
    Invitation invitation = event.invitation();
    if (event.outcome() == Outcome.INVITED) {
      counter.asked(invitation);
      begin(invitation);
      return;
    }
    Question question = open.get(invitation.id());
    if (question == null) {
      return;
    }
    switch (event.outcome()) {
      case SHOWN -> {
        if (!question.shown) {
          question.shown = true;
          counter.shown();
        }
      }
      case SNOOZED -> counter.putOff();
      default -> close(question, event.outcome());
    }
  }

  private void begin(Invitation invitation) {
    Fate fate = new Fate(parts.seed, parts.behaviour.apply(invitation), invitation);
    Question question = new Question(invitation, current, fate);
    open.put(invitation.id(), question);
    at(invitation.expiresAt(), () -> expire(question));
    if (fate.sees()) {
      meetAt(now.plus(fate.untilSeen()), question);
    }
  }

  private boolean isOpen(Question question) {
    return open.containsKey(question.invitation.id());
  }

  private void close(Question question, Outcome outcome) {
    open.remove(question.invitation.id());
    counter.closed(question.invitation, outcome, now);
  }

  private void expire(Question question) {
    if (isOpen(question)) {
      Contact contact = contacts.find(question.invitation).contact();
      // Left alone three times is turned away, which the ledger knows and tells nobody.
      close(question, contact == null ? Outcome.EXPIRED : contact.outcomeAt(now));
    }
  }

  /** Plans a meeting, if the invitation still lives then. */
  private void meetAt(Instant time, Question question) {
    if (time.isBefore(question.invitation.expiresAt())) {
      at(time, () -> meet(question));
    }
  }

  private void meet(Question question) {
    if (!isOpen(question) || !isPresented(question)) {
      return;
    }
    contacts.shown(question.invitation);
    int meeting = question.meetings++;
    Fate.Act act = question.fate.act(meeting);
    at(now.plus(question.fate.untilReaction(meeting)), () -> act(question, meeting, act));
  }

  /** Returns whether the engine would present it now: it may have gone to rest, or the person left. */
  private boolean isPresented(Question question) {
    Invitation invitation = question.invitation;
    Contact contact = contacts.find(invitation).contact();
    if (contact == null || !contact.isLiveAt(now)) {
      return false;
    }
    if (question.touchpoint == null) {
      return engine.pending(invitation.respondent()).contains(invitation);
    }
    // What a page would ask, but without making an invitation of another survey.
    Explanation explanation = engine.explain(question.touchpoint, invitation.respondent());
    return invitation.survey().equals(explanation.asks());
  }

  private void act(Question question, int meeting, Fate.Act act) {
    if (!isOpen(question)) {
      return;
    }
    Invitation invitation = question.invitation;
    switch (act) {
      case ANSWERS -> contacts.answered(invitation, invitation.id(), 1, true);
      case DISMISSES -> contacts.dismiss(invitation, Dismissal.CLOSED);
      case PUTS_OFF -> contacts.dismiss(invitation, Dismissal.LATER);
      case OPTS_OUT -> contacts.dismiss(invitation, Dismissal.NEVER);
      case IGNORES -> {}
    }
    if (isOpen(question)) {
      Duration later = question.fate.untilReturn(meeting);
      meetAt(restsUntil(invitation).plus(later), question);
    }
  }

  /** Returns when "not now" is over, which is now if it was not said. */
  private Instant restsUntil(Invitation invitation) {
    Contact contact = contacts.find(invitation).contact();
    Instant until = contact == null ? null : contact.snoozedUntil();
    return until == null || until.isBefore(now) ? now : until;
  }
}
