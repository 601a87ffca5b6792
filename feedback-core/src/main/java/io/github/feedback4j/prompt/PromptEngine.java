package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.ContactLedger.Versioned;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
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
  // no
  // look-up. Then one look-up brings the person's history, the remaining gates judge it, and a new
  // invitation is put into the history by compare-and-set. Whoever loses that race loads again,
  // finds
  // the winner's invitation alive, and presents that one: two threads, tabs or nodes never make
  // two.
  // Quota and pacing come last. Their gate knows only what this node knows; the unit is taken when
  // the invitation is made, and given back if the exchange is lost.
  // There is no lock and no state here but the surveys, so any number of engines may share a
  // ledger.

  /** Each lost race means that somebody else made progress; so many in a row mean a broken store. */
  static final int MAX_ATTEMPTS = 1_000;

  private final Map<String, CompiledSurvey[]> byEvent = new HashMap<>();
  private final CompiledSurvey[] all;
  private final ContactLedger ledger;
  private final InstantSource time;
  private final RandomGenerator random;
  private final ContactRecorder contacts;
  private final TroubleLog trouble;

  /**
   * Creates an engine.
   *
   * @param catalog the surveys; the current version of each can ask
   * @param policy contact rules for every survey, beside each survey's own
   * @param ledger where histories live
   * @param time the clock of every decision
   * @param random makes invitation ids, so it must not be predictable in production
   * @param contacts records what becomes of invitations, in the same ledger and the counters from
   *     which this engine takes
   */
  public PromptEngine(
      SurveyCatalog catalog,
      ContactRules policy,
      ContactLedger ledger,
      InstantSource time,
      RandomGenerator random,
      ContactRecorder contacts) {
    this.ledger = ledger;
    this.time = time;
    this.random = random;
    this.contacts = contacts;
    this.trouble = new TroubleLog(time);
    this.all = catalog.current().stream()
        .sorted(Comparator.comparingInt(Survey::priority).reversed().thenComparing(Survey::key))
        .map(each -> new CompiledSurvey(each, policy, contacts.budgets().of(each.key())))
        .toArray(CompiledSurvey[]::new);
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

  private Decision decide(Touchpoint touchpoint, RespondentKey respondent, boolean keep) {
    Moment moment = new Moment(touchpoint, respondent, ContactHistory.EMPTY, time.instant());
    Furthest furthest = new Furthest(touchpoint.event());
    try {
      List<CompiledSurvey> candidates = judgeWithoutHistory(moment, furthest);
      for (int i = 0; i < MAX_ATTEMPTS && !candidates.isEmpty(); i++) {
        Versioned loaded = ledger.load(respondent);
        Moment informed = moment.with(loaded.history());
        CompiledSurvey chosen = judgeWithHistory(candidates, informed, furthest);
        if (chosen == null) {
          return furthest.skip();
        }
        Decision decision = commit(chosen, informed, loaded, keep);
        if (decision != null) {
          return decision;
        }
      }
      return candidates.isEmpty() ? furthest.skip() : unavailable("too many lost races");
    } catch (SurveyBudgets.Unavailable e) {
      trouble.warn("counting for a quota or pacing, so nobody is asked", e.trouble());
      return unavailable(SurveyBudgets.Unavailable.RULE);
    } catch (RuntimeException e) {
      // The gates are pure and tested; what throws here is the store, or a bug that must not break
      // the application that asked.
      trouble.warn("deciding, so nobody is asked", e);
      return unavailable("the contact ledger cannot be reached");
    }
  }

  /** Returns the decision, or null if somebody else changed the history in between. */
  private @Nullable Decision commit(
      CompiledSurvey chosen, Moment moment, Versioned loaded, boolean keep) {
    ContactHistory history = loaded.history();
    Subject subject = moment.touchpoint.subject();
    Contact about = history.about(chosen.survey.key(), subject);
    if (about != null && about.isLiveAt(moment.now)) {
      if (!keep || about.kept()) {
        return new Decision.Ask(about.invitation(), true);
      }
      Commit commit = ledger.compareAndSet(
          moment.respondent, loaded.version(), history.replace(about.toBeKept()));
      return commit == Commit.DONE ? new Decision.Ask(about.invitation(), true) : null;
    }
    Invitation invitation = invite(chosen.survey, moment);
    ContactHistory next = history.plus(Contact.invited(invitation, keep), moment.now);
    if (next.contacts().size() > ContactHistory.MAX_CONTACTS) {
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
    switch (commit(moment.respondent, loaded, next, holds)) {
      case DONE -> {
        contacts.tell(new ContactEvent(invitation, Outcome.INVITED, moment.now));
        return new Decision.Ask(invitation, false);
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

  private Commit commit(
      RespondentKey respondent, Versioned loaded, ContactHistory next, SurveyBudgets.Holds holds) {
    Commit commit;
    try {
      commit = ledger.compareAndSet(respondent, loaded.version(), next);
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

  private Invitation invite(Survey survey, Moment moment) {
    Touchpoint touchpoint = moment.touchpoint;
    return new Invitation(
        newId(),
        survey.key(),
        survey.version(),
        moment.respondent,
        touchpoint.event(),
        touchpoint.subject(),
        moment.now,
        moment.now.plus(survey.expiresAfter()),
        survey.sampling().rate(),
        touchpoint.accountability(),
        touchpoint.locale(),
        survey.frozen(touchpoint.attributes()));
  }

  /** Makes a version 4 UUID (RFC 9562) of the injected randomness. */
  private UUID newId() {
    long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x0000000000004000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private List<CompiledSurvey> judgeWithoutHistory(Moment moment, Furthest furthest) {
    CompiledSurvey[] candidates = byEvent.get(moment.touchpoint.event());
    if (candidates == null) {
      return List.of();
    }
    Set<String> paused = ledger.paused();
    List<CompiledSurvey> passed = new ArrayList<>(candidates.length);
    for (CompiledSurvey each : candidates) {
      if (paused.contains(each.survey.key())) {
        furthest.offer(Gate.Name.STATUS, each.paused);
      } else if (passes(each, 0, each.firstWithHistory, moment, furthest)) {
        passed.add(each);
      }
    }
    return passed;
  }

  /** Returns the survey to ask: one that is open about this subject already, else the first. */
  private static @Nullable CompiledSurvey judgeWithHistory(
      List<CompiledSurvey> candidates, Moment moment, Furthest furthest) {
    CompiledSurvey first = null;
    for (CompiledSurvey each : candidates) {
      if (passes(each, each.firstWithHistory, each.gates.length, moment, furthest)) {
        Contact about = moment.history.about(each.survey.key(), moment.touchpoint.subject());
        if (about != null && about.isLiveAt(moment.now)) {
          return each;
        }
        first = first == null ? each : first;
      }
    }
    return first;
  }

  private static boolean passes(
      CompiledSurvey survey, int from, int to, Moment moment, Furthest furthest) {
    for (int i = from; i < to; i++) {
      Gate gate = survey.gates[i];
      Decision.Skip skip = gate.judge(moment);
      if (skip != null) {
        furthest.offer(gate.name(), skip);
        return false;
      }
    }
    return true;
  }

  /** The reason of the survey that came furthest; of equals the first, which has priority. */
  private static final class Furthest {
    private final String event;
    private Decision.@Nullable Skip skip;
    private Gate.@Nullable Name furthest;

    Furthest(String event) {
      this.event = event;
    }

    void offer(Gate.Name gate, Decision.Skip offered) {
      if (furthest == null || gate.compareTo(furthest) > 0) {
        furthest = gate;
        skip = offered;
      }
    }

    Decision.Skip skip() {
      return skip != null
          ? skip
          : new Decision.Skip(
              SkipReason.NO_TRIGGER, null, "no survey is triggered by '" + event + "'", null);
    }
  }

  /** Evaluates every gate of every current survey without reserving anything. */
  public Explanation explain(Touchpoint touchpoint, RespondentKey respondent) {
    Instant now = time.instant();
    Furthest furthest = new Furthest(touchpoint.event());
    Moment moment = new Moment(touchpoint, respondent, ContactHistory.EMPTY, now);
    try {
      moment = moment.with(ledger.load(respondent).history());
      contacts.budgets().look(now);
      CompiledSurvey chosen =
          judgeWithHistory(judgeWithoutHistory(moment, furthest), moment, furthest);
      List<Explanation.SurveyExplanation> surveys = new ArrayList<>();
      Set<String> paused = ledger.paused();
      for (CompiledSurvey each : all) {
        surveys.add(explain(each, moment, paused));
      }
      return new Explanation(
          touchpoint.event(),
          now,
          chosen == null ? null : chosen.survey.key(),
          chosen == null ? furthest.skip() : null,
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
      CompiledSurvey survey, Moment moment, Set<String> paused) {
    List<Explanation.GateExplanation> gates = new ArrayList<>();
    for (Gate gate : survey.gates) {
      boolean stopped = gate.name() == Gate.Name.STATUS && paused.contains(survey.survey.key());
      Decision.Skip skip = stopped ? survey.paused : gate.judge(moment);
      gates.add(new Explanation.GateExplanation(
          gate.name().name(),
          skip == null ? null : skip.reason(),
          skip == null ? "" : skip.rule(),
          skip == null ? null : skip.eligibleAt()));
    }
    return new Explanation.SurveyExplanation(survey.survey.key(), gates);
  }

  /**
   * Returns when the contact rules let a survey ask this person again: now if they do already, null
   * if the person opted out.
   *
   * @throws IllegalArgumentException if there is no such survey
   */
  public @Nullable Instant nextEligibleAt(RespondentKey respondent, String survey) {
    Instant now = time.instant();
    for (CompiledSurvey each : all) {
      if (each.survey.key().equals(survey)) {
        ContactHistory history = ledger.load(respondent).history();
        Instant eligibleAt = each.contactGate.eligibleAt(history, now);
        return history.optedOutAt() != null ? null : eligibleAt == null ? now : eligibleAt;
      }
    }
    throw new IllegalArgumentException("there is no survey '" + survey + "'");
  }

  /**
   * Returns the invitations that were {@linkplain #request requested} for this person and can be
   * shown now, oldest first; none if the ledger cannot be reached.
   */
  public List<Invitation> pending(RespondentKey respondent) {
    Instant now = time.instant();
    List<Invitation> pending = new ArrayList<>();
    try {
      ContactHistory history = ledger.load(respondent).history();
      Set<String> paused = ledger.paused();
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
