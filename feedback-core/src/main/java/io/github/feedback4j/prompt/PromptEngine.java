package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.ContactLedger.Versioned;
import io.github.feedback4j.prompt.Explanation.GateExplanation;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a person may be asked now, and reserves the invitation in the ledger.
 *
 * <p>Safe for use by several threads. {@link #ask} and {@link #explain} never throw for trouble of
 * the ledger. {@code Feedback} is the door to this class; use it directly to put decisions behind an
 * interface of your own. What becomes of an invitation goes to {@link ContactRecorder}.
 *
 * @since 0.1
 */
public final class PromptEngine implements AutoCloseable {

  // How a decision is made. Gates that need no history judge first, so that most touchpoints cost
  // no look-up. Then one look-up brings the person's history, the remaining gates judge it, and a
  // new invitation is put into the history by compare-and-set. Whoever loses that race loads again,
  // finds the winner's invitation alive, and presents that one: two threads, tabs or nodes never
  // make two. An ask that comes too early and may wait is kept by the same exchange.
  //
  // Quota and pacing come last. Their gate knows only what this node knows; the unit is taken when
  // the invitation is made, and given back if the exchange is lost.
  //
  // Before that look-up the ledger may remember the person. A memory is good for a skip that the
  // history alone decides and nothing but time or the person can lift; whatever else follows from
  // it is decided anew from the store, so an ask never depends on a memory.
  //
  // There is no lock and no state here but the surveys, so any number of engines may share a
  // ledger. A decision that asks nobody makes no object but its answer: moments are used again,
  // times are compared as numbers, and the words of a skip are made when surveys are compiled.

  /** Each lost race means that somebody else made progress; so many in a row mean a broken store. */
  static final int MAX_ATTEMPTS = 1_000;

  /** Stands where only a person is known. */
  private static final Touchpoint NOWHERE = Touchpoint.of("unknown", "unknown");

  /**
   * What may follow from a memory. No budget is among them: on another node this person may have got
   * the last unit, and is shown that invitation again.
   */
  private static final Set<SkipReason> RECALLABLE = EnumSet.of(
      SkipReason.OPTED_OUT,
      SkipReason.ALREADY_ASKED,
      SkipReason.DISPLAY_LIMIT,
      SkipReason.COOLING_DOWN,
      SkipReason.CONTACT_LIMIT,
      SkipReason.SNOOZED);

  private static final CompiledSurvey[] NO_SURVEYS = {};

  private static final Decision.Skip UNTRIGGERED =
      new Decision.Skip(SkipReason.NO_TRIGGER, null, "on: no survey waits for this event", null);

  private final Map<String, CompiledSurvey[]> byEvent = new HashMap<>();
  private final CompiledSurvey[] all;
  private final ContactLedger ledger;
  private final Histories histories;
  private final Histories inLedger;
  private final Settling settling;
  private final InstantSource time;
  private final Numbering numbering;
  private final Moments moments;
  private final RandomGenerator random;
  private final ContactRecorder contacts;
  private final TroubleLog trouble;
  private final Offers offers;

  /**
   * Creates an engine.
   *
   * @param catalog the surveys; the current version of each can ask
   * @param policy what holds for every survey, beside each survey's own rules
   * @param ledger where histories live
   * @param time the clock of every decision
   * @param random makes invitation ids, so it must not be predictable in production
   * @param contacts records what becomes of invitations, in the same ledger and the counters from
   *     which this engine takes
   */
  public PromptEngine(
      SurveyCatalog catalog,
      Policy policy,
      ContactLedger ledger,
      InstantSource time,
      RandomGenerator random,
      ContactRecorder contacts) {
    this.ledger = ledger;
    this.time = time;
    this.random = random;
    this.contacts = contacts;
    this.trouble = new TroubleLog(time);
    List<Survey> ranked = catalog.current().stream()
        .sorted(Comparator.comparingInt(Survey::priority).reversed().thenComparing(Survey::key))
        .toList();
    this.numbering = new Numbering(ranked);
    this.all = ranked.stream()
        .map(each -> new CompiledSurvey(each, policy, catalog, contacts.budgets(), numbering))
        .toArray(CompiledSurvey[]::new);
    this.histories = Histories.of(ledger, numbering);
    this.inLedger = new Histories.InLedger(ledger);
    this.settling = new Settling(all, numbering);
    this.moments = new Moments(numbering, time);
    this.offers = new Offers(all, numbering, settling, ledger, time, this::newId, contacts);
    Map<String, List<CompiledSurvey>> candidates = new HashMap<>();
    for (CompiledSurvey each : all) {
      each.survey.triggers().stream()
          .map(Trigger::event)
          .distinct()
          .forEach(
              event -> candidates.computeIfAbsent(event, e -> new ArrayList<>()).add(each));
    }
    candidates.forEach((event, list) -> byEvent.put(event, list.toArray(CompiledSurvey[]::new)));
  }

  /**
   * Decides, and reserves an invitation if the answer is to ask.
   *
   * <p>A live invitation of the same survey and subject is presented again instead of a new one.
   * Blocks for as long as the ledger does.
   */
  public Decision ask(Touchpoint touchpoint, RespondentKey respondent) {
    return decide(touchpoint, respondent, false);
  }

  /** Decides like {@link #ask}, and keeps the invitation for {@link #pending}. */
  public Decision request(Touchpoint touchpoint, RespondentKey respondent) {
    return decide(touchpoint, respondent, true);
  }

  /**
   * Opens a survey to somebody who wants to give feedback and whom nobody asked.
   *
   * <p>No rule about asking holds, and none looks at it afterwards: no clock starts and nothing is
   * counted. Skips only if the survey is not {@linkplain Survey#isOnDemand() on demand}, not active or
   * not translated, and for trouble of the ledger. What the person has open about the same subject
   * is presented again. Never throws for trouble of the ledger.
   *
   * @param survey the key of the survey
   * @param touchpoint whose and what it is about; its event does not matter
   */
  public Decision offer(String survey, Touchpoint touchpoint, RespondentKey respondent) {
    try {
      return offers.offer(survey, touchpoint, respondent);
    } catch (RuntimeException e) {
      trouble.warn("opening a survey on demand", e);
      return unavailable("the contact ledger cannot be reached");
    }
  }

  private Decision decide(Touchpoint touchpoint, RespondentKey respondent, boolean keep) {
    CompiledSurvey[] candidates = byEvent.get(touchpoint.event());
    if (candidates == null) {
      return UNTRIGGERED;
    }
    Moment moment = moments.take();
    try {
      judgeWithoutHistory(candidates, touchpoint, respondent, moment);
      if (moment.passedCount == 0) {
        Decision.Skip why = moment.why(candidates);
        return why == null ? UNTRIGGERED : why;
      }
      moment.begin(touchpoint, respondent);
      moment.endOfFirstPart(candidates);
      return decide(moment, keep);
    } catch (SurveyBudgets.Unavailable e) {
      trouble.warn("counting for a quota or pacing, so nobody is asked", e.trouble());
      return unavailable(SurveyBudgets.Unavailable.RULE);
    } catch (RuntimeException e) {
      // The gates are pure and tested; what throws here is the store, or a bug that must not break
      // the application that asked.
      trouble.warn("deciding, so nobody is asked", e);
      return unavailable("the contact ledger cannot be reached");
    } finally {
      moments.giveBack(moment);
    }
  }

  private Decision decide(Moment moment, boolean keep) {
    Decision.Skip recalled = recall(moment);
    if (recalled != null) {
      return recalled;
    }
    for (int i = 0; i < MAX_ATTEMPTS; i++) {
      moment.load(histories);
      CompiledSurvey chosen = judgeWithHistory(moment);
      if (chosen != null) {
        Decision decision = commit(chosen, moment, keep);
        if (decision != null) {
          return decision;
        }
      } else {
        CompiledSurvey putOff = moment.putOff();
        if (putOff == null || defer(putOff, moment)) {
          return whyNot(moment);
        }
      }
    }
    return unavailable("too many lost races");
  }

  private static Decision.Skip whyNot(Moment moment) {
    Decision.Skip why = moment.why();
    return why == null ? UNTRIGGERED : why;
  }

  /** Returns the skip that follows from what the ledger remembers, or null if it must be asked. */
  private Decision.@Nullable Skip recall(Moment moment) {
    ContactHistory history = ledger.recall(moment.respondent);
    if (history == null) {
      return null;
    }
    moment.inform(history);
    CompiledSurvey chosen = judgeWithHistory(moment);
    Decision.Skip why = moment.why();
    return chosen == null
            && why != null
            && RECALLABLE.contains(why.reason())
            && moment.putOff() == null
        ? why
        : null;
  }

  /** Returns the decision, or null if somebody else changed the history in between. */
  private @Nullable Decision commit(CompiledSurvey chosen, Moment moment, boolean keep) {
    int live = moment.live(chosen.number);
    if (live != Past.NOBODY) {
      Contact about = moment.source().contact(moment, live);
      if (!keep || about.kept()) {
        return new Decision.Ask(about.invitation(), true);
      }
      Commit commit = moment.source().exchange(moment, moment.history().replace(about.toBeKept()));
      return commit == Commit.DONE ? new Decision.Ask(about.invitation(), true) : null;
    }
    Invitation invitation = invite(chosen, moment);
    return reserve(chosen, invitation, keep, moment);
  }

  /** Returns the decision, or null if somebody else changed the history in between. */
  private @Nullable Decision reserve(
      CompiledSurvey chosen, Invitation invitation, boolean keep, Moment moment) {
    boolean isAppended = !CompiledSurvey.isLimited(chosen.survey) && settling.leavesAll(moment);
    ContactHistory next =
        isAppended ? null : next(chosen, Contact.invited(invitation, keep), moment);
    int size = next == null ? moment.past.contacts + 1 : next.contacts().size();
    if (size > ContactHistory.MAX_CONTACTS) {
      return new Decision.Skip(
          SkipReason.STORE_FULL,
          chosen.survey.key(),
          "the history of this respondent is full",
          null);
    }
    SurveyBudgets.Holds holds = contacts.budgets().take(invitation);
    if (holds == null) {
      // The gate knows now, and this person may have been invited by somebody else meanwhile.
      return null;
    }
    switch (commit(moment, invitation, keep, next, holds)) {
      case DONE -> {
        contacts.tell(new ContactEvent(invitation));
        return new Decision.Ask(invitation, false, chosen.exemptions(moment));
      }
      case FULL -> {
        return new Decision.Skip(
            SkipReason.STORE_FULL, chosen.survey.key(), "the contact ledger is full", null);
      }
      case CONFLICT -> {
        return null;
      }
    }
    return null;
  }

  private ContactHistory next(CompiledSurvey chosen, Contact contact, Moment moment) {
    ContactHistory history = moment.history();
    String key = chosen.survey.key();
    ContactHistory counted = CompiledSurvey.isLimited(chosen.survey)
        ? history.with(key, history.encounters(key).plusInvited(1))
        : history;
    return counted.plus(contact, moment.now(), settling);
  }

  /** Keeps an ask that came too early, and returns whether that is settled. */
  private boolean defer(CompiledSurvey survey, Moment moment) {
    Instant until = whyNot(moment).eligibleAt();
    if (until == null) {
      return true;
    }
    Invitation invitation = invite(survey, moment);
    Instant now = moment.now();
    ContactHistory next = moment.history().plus(Contact.deferred(invitation, until), now, settling);
    return next.contacts().size() > ContactHistory.MAX_CONTACTS
        || moment.source().exchange(moment, next) != Commit.CONFLICT;
  }

  private Commit commit(
      Moment moment,
      Invitation invitation,
      boolean keep,
      @Nullable ContactHistory next,
      SurveyBudgets.Holds holds) {
    Commit commit;
    try {
      commit = next == null
          ? moment.source().append(moment, invitation, keep)
          : moment.source().exchange(moment, next);
    } catch (RuntimeException e) {
      holds.use();
      throw e;
    }
    if (commit == Commit.DONE) {
      holds.use();
    } else {
      holds.giveBack();
    }
    return commit;
  }

  private Invitation invite(CompiledSurvey chosen, Moment moment) {
    double probability = chosen.sampling.probability(moment);
    return new Invitation(chosen.survey, moment, idHigh(), idLow(), probability);
  }

  private UUID newId() {
    return new UUID(idHigh(), idLow());
  }

  // The halves of a version 4 UUID (RFC 9562) of the injected randomness.

  private long idHigh() {
    return (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x0000000000004000L;
  }

  private long idLow() {
    return (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
  }

  private void judgeWithoutHistory(
      CompiledSurvey[] candidates, Touchpoint touchpoint, RespondentKey respondent, Moment moment) {
    Set<String> paused = ledger.paused();
    boolean isAnyPaused = !paused.isEmpty();
    boolean isPlain = touchpoint.isPlain();
    moment.expect(candidates.length);
    for (int i = 0; i < candidates.length; i++) {
      CompiledSurvey each = candidates[i];
      if (isAnyPaused && paused.contains(each.survey.key())) {
        moment.stop(each, Gate.Name.STATUS, each.paused);
        continue;
      }
      switch (isPlain
          ? each.look(touchpoint.attributes(), respondent, moment)
          : CompiledSurvey.FirstLook.UNCLEAR) {
        case PASSES -> moment.pass(each);
        case OUTSIDE -> moment.stopAtFirstLook(i, Gate.Name.AUDIENCE);
        case OUT -> moment.stopAtFirstLook(i, Gate.Name.SAMPLING);
        case UNCLEAR -> {
          moment.begin(touchpoint, respondent);
          if (each.passesWithoutHistory(moment)) {
            moment.pass(each);
          }
        }
      }
    }
  }

  /** Returns the survey to ask: one that is open about this subject already, else the first. */
  private static @Nullable CompiledSurvey judgeWithHistory(Moment moment) {
    CompiledSurvey first = null;
    for (int i = 0; i < moment.passedCount; i++) {
      CompiledSurvey each = moment.passed[i];
      if (each.passesWithHistory(moment)) {
        if (moment.live(each.number) != Past.NOBODY) {
          return each;
        }
        first = first == null ? each : first;
      }
    }
    return first;
  }

  /** Evaluates every gate of every current survey without reserving anything. */
  public Explanation explain(Touchpoint touchpoint, RespondentKey respondent) {
    Instant now = time.instant();
    try {
      Moment moment =
          Moment.of(numbering, touchpoint, respondent, ledger.load(respondent).history(), now);
      contacts.budgets().look(now);
      CompiledSurvey[] candidates = byEvent.getOrDefault(touchpoint.event(), NO_SURVEYS);
      judgeWithoutHistory(candidates, touchpoint, respondent, moment);
      moment.endOfFirstPart(candidates);
      CompiledSurvey chosen = judgeWithHistory(moment);
      List<Explanation.SurveyExplanation> surveys = new ArrayList<>();
      Set<String> paused = ledger.paused();
      GateExplanation first = GateExplanation.passed(Gate.Name.RANK);
      GateExplanation others = chosen == null ? first : outrankedBy(chosen);
      for (CompiledSurvey each : all) {
        surveys.add(explain(each, moment, paused, each == chosen ? first : others));
      }
      return new Explanation(
          touchpoint.event(),
          now,
          chosen == null ? null : chosen.survey.key(),
          chosen == null ? whyNot(moment) : null,
          surveys);
    } catch (SurveyBudgets.Unavailable e) {
      trouble.warn("explaining", e.trouble());
      return unexplained(touchpoint, now, SurveyBudgets.Unavailable.RULE);
    } catch (RuntimeException e) {
      trouble.warn("explaining", e);
      return unexplained(touchpoint, now, "the contact ledger cannot be reached");
    }
  }

  private static Explanation unexplained(Touchpoint touchpoint, Instant now, String why) {
    return new Explanation(touchpoint.event(), now, null, unavailable(why), List.of());
  }

  private static Explanation.SurveyExplanation explain(
      CompiledSurvey survey, Moment moment, Set<String> paused, GateExplanation rank) {
    Gate[] asked = survey.gates;
    GateExplanation[] gates = new GateExplanation[asked.length + 1];
    for (int i = 0; i < asked.length; i++) {
      Gate.Name name = asked[i].name();
      boolean stopped = name == Gate.Name.STATUS && paused.contains(survey.survey.key());
      Decision.Skip skip = stopped ? survey.paused : asked[i].judge(moment);
      gates[i] = skip == null
          ? GateExplanation.passed(name)
          : new GateExplanation(name.name(), skip.reason(), skip.rule(), skip.eligibleAt());
    }
    gates[asked.length] = rank;
    return new Explanation.SurveyExplanation(survey.survey.key(), List.of(gates));
  }

  private static GateExplanation outrankedBy(CompiledSurvey chosen) {
    return new GateExplanation(
        Gate.Name.RANK.name(),
        SkipReason.OUTRANKED,
        "priority: '" + chosen.survey.key() + "' asks",
        null);
  }

  /**
   * Returns when the contact rules let a survey ask this person again: now if they do already, null
   * if the person opted out. Days of the calendar are those of the rules' zone, and a newcomers' grace
   * is left out, since no touchpoint says where and since when the person is here.
   *
   * @throws IllegalArgumentException if there is no such survey
   */
  public @Nullable Instant nextEligibleAt(RespondentKey respondent, String survey) {
    Instant now = time.instant();
    for (CompiledSurvey each : all) {
      if (each.survey.key().equals(survey)) {
        ContactHistory history = ledger.load(respondent).history();
        Instant eligibleAt =
            each.contactGate.eligibleAt(Moment.of(numbering, NOWHERE, respondent, history, now));
        return history.optedOutAt() != null ? null : eligibleAt == null ? now : eligibleAt;
      }
    }
    throw new IllegalArgumentException("there is no survey '" + survey + "'");
  }

  /**
   * Returns the invitations that were {@linkplain #request requested} for this person and can be
   * shown now, oldest first; none if the ledger cannot be reached.
   *
   * <p>An ask that was put off until the rules let it pass becomes an invitation here, once they do.
   */
  public List<Invitation> pending(RespondentKey respondent) {
    Instant now = time.instant();
    List<Invitation> pending = new ArrayList<>();
    try {
      Set<String> paused = ledger.paused();
      ContactHistory history = inviteWhoWaits(respondent, now, paused);
      for (Contact each : history.contacts()) {
        if (history.optedOutAt() == null
            && each.kept()
            && each.isLiveAt(now)
            && !each.isSnoozedAt(now)
            && !paused.contains(each.invitation().survey())) {
          pending.add(each.invitation());
        }
      }
    } catch (RuntimeException e) {
      trouble.warn("looking for pending invitations", e);
      return List.of();
    }
    return pending;
  }

  /** Makes invitations of the asks whose time has come, and returns the history after that. */
  private ContactHistory inviteWhoWaits(RespondentKey respondent, Instant now, Set<String> paused) {
    List<CompiledSurvey> surveys = List.of(all);
    for (int i = 0; i < MAX_ATTEMPTS; i++) {
      Versioned loaded = ledger.load(respondent);
      Deferrals.Due due =
          Deferrals.due(loaded.history(), respondent, now, surveys, numbering, paused);
      if (due == null) {
        return loaded.history();
      }
      Invitation waited = due.invitation();
      Invitation invitation = new Invitation(
          waited.id(),
          waited.survey(),
          due.survey().survey.version(),
          respondent,
          waited.event(),
          waited.subject(),
          now,
          now.plus(due.survey().survey.expiresAfter()),
          waited.inclusionProbability(),
          waited.accountability(),
          waited.locale(),
          waited.attributes());
      Moment moment = due.moment();
      moment.loaded(inLedger, loaded.version());
      Decision decision = reserve(due.survey(), invitation, true, moment);
      if (decision instanceof Decision.Skip) {
        return loaded.history();
      }
    }
    throw new IllegalStateException("too many lost races in the contact ledger");
  }

  /**
   * Gives back what this engine has leased of quotas and pacing and not handed out; never throws. The
   * engine may be used after that and leases again.
   */
  @Override
  public void close() {
    contacts.budgets().close(time.instant());
  }

  private static Decision.Skip unavailable(String why) {
    return new Decision.Skip(SkipReason.STORE_UNAVAILABLE, null, why, null);
  }
}
