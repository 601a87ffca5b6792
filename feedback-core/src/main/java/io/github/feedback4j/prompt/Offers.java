package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.ContactLedger.Versioned;
import io.github.feedback4j.survey.MissingLocale;
import io.github.feedback4j.survey.Survey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens surveys to people who want to give feedback and whom nobody asked.
 *
 * <p>No rule about asking holds here, for there is nobody to protect from a question that they asked
 * for: not triggers, audience, sampling, opt-out, contact rules, display or budgets. What is opened is
 * kept in the person's history, where no rule looks at it.
 */
final class Offers {

  /** The greatest number in one history, so that clicking cannot fill it up and keep us from asking. */
  static final int MAX_OPENED = 50;

  private final Map<String, Offer> offers = new HashMap<>();
  private final Numbering numbering;
  private final Settling settling;
  private final ContactLedger ledger;
  private final InstantSource time;
  private final Supplier<UUID> ids;
  private final ContactRecorder contacts;

  Offers(
      CompiledSurvey[] surveys,
      Numbering numbering,
      Settling settling,
      ContactLedger ledger,
      InstantSource time,
      Supplier<UUID> ids,
      ContactRecorder contacts) {
    for (CompiledSurvey each : surveys) {
      offers.put(each.survey.key(), new Offer(each));
    }
    this.numbering = numbering;
    this.settling = settling;
    this.ledger = ledger;
    this.time = time;
    this.ids = ids;
    this.contacts = contacts;
  }

  /** A survey with the only gates that hold. */
  private static final class Offer {

    private final CompiledSurvey compiled;
    private final Gate status;
    private final @Nullable Gate locale;
    private final Decision.Skip notOffered;

    Offer(CompiledSurvey compiled) {
      this.compiled = compiled;
      Survey survey = compiled.survey;
      status = new StatusGate(survey);
      locale = survey.missingLocale() == MissingLocale.SKIP ? new LocaleGate(survey) : null;
      notOffered = new Decision.Skip(
          SkipReason.NO_TRIGGER,
          survey.key(),
          "onDemand: people cannot open this survey themselves",
          null);
    }

    Decision.@Nullable Skip judge(Moment moment, ContactLedger ledger) {
      if (!compiled.survey.isOnDemand()) {
        return notOffered;
      }
      if (ledger.paused().contains(compiled.survey.key())) {
        return compiled.paused;
      }
      Decision.Skip skip = status.judge(moment);
      return skip == null && locale != null ? locale.judge(moment) : skip;
    }
  }

  /**
   * Returns an invitation, the one that is open already if there is one about the same subject, or why
   * there is none.
   *
   * @throws RuntimeException whatever the ledger throws
   */
  Decision offer(String survey, Touchpoint touchpoint, RespondentKey respondent) {
    Offer offer = offers.get(survey);
    if (offer == null) {
      return new Decision.Skip(
          SkipReason.NO_TRIGGER, null, "onDemand: there is no survey of this key", null);
    }
    Instant now = time.instant();
    Decision.Skip skip = offer.judge(
        Moment.of(numbering, touchpoint, respondent, ContactHistory.EMPTY, now), ledger);
    if (skip != null) {
      return skip;
    }
    for (int i = 0; i < PromptEngine.MAX_ATTEMPTS; i++) {
      Versioned loaded = ledger.load(respondent);
      Contact open = loaded.history().opened(survey, touchpoint.about(), now);
      if (open != null) {
        return new Decision.Ask(open.invitation(), true);
      }
      ContactHistory room = loaded.history().withRoomToOpen(MAX_OPENED, now);
      if (room == null) {
        return full(survey, "this respondent has opened so many and closed none");
      }
      Invitation invitation =
          invitation(offer.compiled.survey, touchpoint, respondent, now, ids.get());
      ContactHistory next = room.plus(Contact.invited(invitation, false), now, settling);
      if (next.contacts().size() > ContactHistory.MAX_CONTACTS) {
        return full(survey, "the history of this respondent is full");
      }
      Commit commit = ledger.compareAndSet(respondent, loaded.version(), next);
      if (commit == Commit.DONE) {
        contacts.tell(new ContactEvent(invitation));
        return new Decision.Ask(invitation, false);
      }
      if (commit == Commit.FULL) {
        return full(survey, "the contact ledger is full");
      }
    }
    throw new IllegalStateException("too many lost races in the contact ledger");
  }

  private static Decision.Skip full(String survey, String rule) {
    return new Decision.Skip(SkipReason.STORE_FULL, survey, rule, null);
  }

  private static Invitation invitation(
      Survey survey, Touchpoint touchpoint, RespondentKey respondent, Instant now, UUID id) {
    return new Invitation(
        id,
        survey.key(),
        survey.version(),
        respondent,
        Invitation.ON_DEMAND,
        touchpoint.about(),
        now,
        now.plus(survey.expiresAfter()),
        1,
        touchpoint.accountability(),
        touchpoint.locale(),
        survey.frozen(touchpoint.attributes()));
  }
}
