package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.ContactLedger.Versioned;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Records in the ledger what becomes of invitations: shown, answered, turned away, cancelled.
 *
 * <p>Safe for use by several threads; each call may be repeated without effect. None throws for
 * trouble of the ledger: the result says whether it is recorded, so that the caller can try again.
 *
 * @since 0.1
 */
public final class ContactRecorder {

  private final SurveyCatalog catalog;
  private final ContactRules policy;
  private final ContactLedger ledger;
  private final InstantSource time;
  private final Consumer<ContactEvent> listener;
  private final SurveyBudgets budgets;
  private final TroubleLog trouble;

  /**
   * Creates a recorder.
   *
   * @param catalog the surveys, whose rules say how long "not now" lasts
   * @param policy what holds for every survey; the stricter of the two wins
   * @param ledger where histories live
   * @param counters where quotas and pacing are counted
   * @param time the clock
   * @param listener is told of each change after it is in the ledger, in the caller's thread; what it
   *     throws is logged and goes no further
   */
  public ContactRecorder(
      SurveyCatalog catalog,
      Policy policy,
      ContactLedger ledger,
      SurveyCounters counters,
      InstantSource time,
      Consumer<ContactEvent> listener) {
    this.catalog = catalog;
    this.policy = policy.contact();
    this.ledger = ledger;
    this.time = time;
    this.listener = listener;
    this.budgets = new SurveyBudgets(catalog, policy, counters, time);
    this.trouble = new TroubleLog(time);
  }

  /** Returns the budgets of this node, from which the engine takes. */
  SurveyBudgets budgets() {
    return budgets;
  }

  /**
   * What the ledger knows of an invitation.
   *
   * @param state {@link Recorded#DONE} if it knows it, else why not
   * @param contact what it knows, or null
   */
  public record Lookup(Recorded state, @Nullable Contact contact) {}

  /** Looks an invitation up by its id; of the given one only id and respondent are believed. */
  public Lookup find(Invitation invitation) {
    return find(invitation.respondent(), invitation.id());
  }

  /** Looks up this person's contact of an invitation by the id of the invitation. */
  public Lookup find(RespondentKey respondent, UUID invitation) {
    try {
      Contact contact = invited(ledger.load(respondent).history(), invitation);
      return new Lookup(contact == null ? Recorded.NOT_APPLICABLE : Recorded.DONE, contact);
    } catch (RuntimeException e) {
      trouble.warn("looking for an invitation", e);
      return new Lookup(Recorded.UNAVAILABLE, null);
    }
  }

  /**
   * Records that the question was on the respondent's screen, which starts the clock; repeating it
   * within {@link Contact#SHOW_LENGTH} changes nothing.
   *
   * <p>After {@value Contact#IGNORED_AFTER} times without a reaction the invitation counts as dismissed.
   */
  public Recorded shown(Invitation invitation) {
    return change(invitation, (history, contact, now) -> {
      if (!contact.isLiveAt(now)) {
        return Step.nothing(Recorded.NOT_APPLICABLE);
      }
      return contact.isAnotherShow(Nanos.of(now))
          ? Step.to(counted(history, contact, Encounters::plusShown), contact.shown(now), now)
          : Step.nothing(Recorded.DONE);
    });
  }

  /**
   * Records that the respondent turned the question away.
   *
   * <p>"Not now" snoozes the invitation as often as the rules allow, and dismisses it the next time.
   * "Don't ask again" opts the person out of every survey.
   */
  public Recorded dismiss(Invitation invitation, Dismissal how) {
    return change(invitation, (history, contact, now) -> {
      if (how == Dismissal.NEVER) {
        return optOut(history, contact, now);
      }
      if (contact.outcome().isClosed()) {
        return Step.nothing(
            contact.outcome() == Outcome.DISMISSED ? Recorded.DONE : Recorded.NOT_APPLICABLE);
      }
      Duration snooze = how == Dismissal.LATER ? snooze(contact) : null;
      Contact changed = snooze == null
          ? contact.dismissed(Outcome.DISMISSED, now)
          : contact.snoozed(now.plus(snooze));
      return Step.to(history, changed, now);
    });
  }

  private static Step optOut(ContactHistory history, Contact contact, Instant now) {
    if (history.optedOutAt() != null) {
      return Step.nothing(Recorded.DONE);
    }
    ContactHistory out = history.withOptOut(now);
    return contact.outcome() == Outcome.ANSWERED
        ? new Step(out, List.of(), Recorded.DONE)
        : Step.to(out, contact.dismissed(Outcome.OPTED_OUT, now), now);
  }

  /**
   * Returns how long this "not now" lasts by the stricter of policy and survey, null if used up; who says
   * nothing about it has no say.
   */
  private @Nullable Duration snooze(Contact contact) {
    var survey = catalog.find(contact.invitation().survey());
    ContactRules own = survey == null ? policy : survey.contactRules();
    if (!own.saysSnooze()) {
      own = policy;
    }
    ContactRules policy = this.policy.saysSnooze() ? this.policy : own;
    int allowed = Math.min(policy.maxSnoozes(), own.maxSnoozes());
    if (contact.snoozes() >= allowed) {
      return null;
    }
    return policy.snooze().compareTo(own.snooze()) > 0 ? policy.snooze() : own.snooze();
  }

  /**
   * Records that an invitation was answered; the first answer starts the clock.
   *
   * @param response the id of the response
   * @param revision the revision of the response
   * @param complete whether the response is complete
   */
  public Recorded answered(Invitation invitation, UUID response, int revision, boolean complete) {
    return change(invitation, (history, contact, now) -> {
      Contact answered = contact.answered(response, revision, complete, now);
      return answered.equals(contact)
          ? Step.nothing(Recorded.DONE)
          : Step.to(counted(history, contact, Encounters::withAnswer), answered, now);
    });
  }

  /**
   * Reserves an invitation for one anonymous response before that is kept, because afterwards nothing
   * but the ledger could tell a second one.
   *
   * @param response an id that is made of the response's and found nowhere else
   * @return {@link Recorded#NOT_APPLICABLE} if another response has it
   */
  public Recorded claim(Invitation invitation, UUID response) {
    return change(invitation, (history, contact, now) -> {
      UUID first = contact.responseId();
      if (first != null) {
        return Step.nothing(first.equals(response) ? Recorded.DONE : Recorded.NOT_APPLICABLE);
      }
      return new Step(history.replace(contact.claimed(response)), List.of(), Recorded.DONE);
    });
  }

  /**
   * Records that an invitation was answered, and forgets what could be found again beside the answer:
   * accountability, language, attributes, inclusion probability, and the moment. All clocks start when
   * the invitation expires, which is later than the answer.
   *
   * @param response the id for which it was {@linkplain #claim claimed}
   */
  public Recorded answeredAnonymously(Invitation invitation, UUID response) {
    return change(invitation, (history, contact, now) -> {
      Contact answered = contact.answeredAnonymously(response, now);
      return answered.equals(contact)
          ? Step.nothing(Recorded.DONE)
          : new Step(
              counted(history, contact, Encounters::withAnswer).replace(answered),
              List.of(new ContactEvent(contact.invitation(), Outcome.ANSWERED, now)),
              Recorded.DONE);
    });
  }

  /**
   * Voids this person's open invitations about a subject, because it was opened again.
   *
   * @param subject the id of the subject; every resolution of it is meant
   * @return {@link Recorded#NOT_APPLICABLE} if there is nothing to void
   */
  public Recorded cancel(RespondentKey respondent, String subject) {
    Instant now = time.instant();
    return update(respondent, history -> {
      ContactHistory next = history;
      List<ContactEvent> events = new ArrayList<>();
      for (Contact each : history.contacts()) {
        Subject about = each.invitation().subject();
        if (about == null || !about.id().equals(subject) || !each.countsForRules()) {
          continue;
        }
        if (each.outcome() == Outcome.DEFERRED) {
          // Nobody was told of it, so nobody is told that it is over.
          next = next.replace(each.cancelled());
        } else if (each.isLiveAt(now)) {
          if (each.shownAt() == null) {
            next = counted(next, each, met -> met.plusInvited(-1));
          }
          next = next.replace(each.cancelled());
          events.add(new ContactEvent(each.invitation(), Outcome.CANCELLED, now));
        }
      }
      return next.equals(history)
          ? Step.nothing(Recorded.NOT_APPLICABLE)
          : new Step(next, events, Recorded.DONE);
    });
  }

  /** Counts for ever how often a person meets a survey, if its display needs to know. */
  private ContactHistory counted(
      ContactHistory history, Contact contact, UnaryOperator<Encounters> change) {
    Survey survey = catalog.find(contact.invitation().survey());
    if (survey == null || !CompiledSurvey.isLimited(survey) || !contact.countsForRules()) {
      return history;
    }
    return history.with(survey.key(), change.apply(history.encounters(survey.key())));
  }

  /** Records that this person is not to be asked by any survey, until {@link #optIn}. */
  public Recorded optOut(RespondentKey respondent) {
    Instant now = time.instant();
    return update(
        respondent,
        history -> history.optedOutAt() != null
            ? Step.nothing(Recorded.DONE)
            : new Step(history.withOptOut(now), List.of(), Recorded.DONE));
  }

  /** Revokes an opt-out; the clocks of the contact rules have been running all the time. */
  public Recorded optIn(RespondentKey respondent) {
    return update(
        respondent,
        history -> history.optedOutAt() == null
            ? Step.nothing(Recorded.DONE)
            : new Step(history.withOptOut(null), List.of(), Recorded.DONE));
  }

  /** Tells the listener of a change that is in the ledger. */
  void tell(ContactEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      trouble.warn("telling of a contact", e);
    }
  }

  /** Changes one contact of a history. */
  private interface Change {
    Step apply(ContactHistory history, Contact contact, Instant now);
  }

  private Recorded change(Invitation invitation, Change change) {
    Instant now = time.instant();
    return update(invitation.respondent(), history -> {
      Contact contact = invited(history, invitation.id());
      return contact == null
          ? Step.nothing(Recorded.NOT_APPLICABLE)
          : change.apply(history, contact, now);
    });
  }

  /** Returns the contact of an invitation; an ask that waits is none yet, and its id is nobody's. */
  private static @Nullable Contact invited(ContactHistory history, UUID invitation) {
    Contact contact = history.find(invitation);
    return contact == null || contact.outcome() == Outcome.DEFERRED ? null : contact;
  }

  private Recorded update(RespondentKey respondent, Function<ContactHistory, Step> change) {
    Boolean counted = null;
    try {
      for (int i = 0; i < PromptEngine.MAX_ATTEMPTS; i++) {
        Versioned loaded = ledger.load(respondent);
        Step step = change.apply(loaded.history());
        ContactHistory next = step.next();
        if (next == null) {
          return step.result();
        }
        boolean closed = concernsClosed(step.events(), loaded.history());
        if (counted == null || (closed && !counted)) {
          // First, or a process that dies in between would leave an answer that nobody counts;
          // again,
          // if the invitation was closed meanwhile and its unit freed.
          forEach(step.events(), loaded.history(), budgets::beforeAnswer);
          counted = closed;
        }
        Commit commit = ledger.compareAndSet(respondent, loaded.version(), next);
        if (commit == Commit.DONE) {
          step.events().forEach(this::tell);
          forEach(step.events(), loaded.history(), budgets::afterClosing);
          forEach(step.events(), loaded.history(), budgets::afterAnswer);
          return step.result();
        }
        if (commit == Commit.FULL) {
          throw new IllegalStateException("the contact ledger is full");
        }
      }
      throw new IllegalStateException("too many lost races in the contact ledger");
    } catch (RuntimeException e) {
      trouble.warn("recording a contact", e);
      return Recorded.UNAVAILABLE;
    }
  }

  private static boolean concernsClosed(List<ContactEvent> events, ContactHistory before) {
    return events.stream()
        .map(each -> before.find(each.invitation().id()))
        .anyMatch(each -> each != null && each.outcome().isClosed());
  }

  private static void forEach(
      List<ContactEvent> events, ContactHistory before, BiConsumer<ContactEvent, Contact> act) {
    for (ContactEvent each : events) {
      Contact contact = before.find(each.invitation().id());
      if (contact != null) {
        act.accept(each, contact);
      }
    }
  }

  /**
   * What a history becomes, and what to tell once it has.
   *
   * @param next the history to commit, or null if nothing changes
   */
  private record Step(@Nullable ContactHistory next, List<ContactEvent> events, Recorded result) {

    static Step nothing(Recorded result) {
      return new Step(null, List.of(), result);
    }

    static Step to(ContactHistory history, Contact changed, Instant now) {
      return new Step(
          history.replace(changed),
          List.of(new ContactEvent(changed.invitation(), changed.outcome(), now)),
          Recorded.DONE);
    }
  }
}
