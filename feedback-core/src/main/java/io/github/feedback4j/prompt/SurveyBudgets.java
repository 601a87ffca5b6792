package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Exemption;
import io.github.feedback4j.survey.InvitationBudget;
import io.github.feedback4j.survey.Pacing;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The allowances of all surveys on this node: engine and recorder take from them and give back. */
final class SurveyBudgets {

  private final Map<String, List<Allowance>> bySurvey = new HashMap<>();
  private final Map<String, List<Allowance>> holding = new HashMap<>();
  private final Map<String, CoverageCounts> coverage = new HashMap<>();
  private final Holds none = new Holds(List.of());
  private final @Nullable Allowance ofAll;
  private final SurveyCatalog catalog;
  private final TroubleLog trouble;

  SurveyBudgets(SurveyCatalog catalog, Policy policy, SurveyCounters counters, InstantSource time) {
    InvitationBudget budget = policy.budget();
    this.ofAll = budget == null
        ? null
        : new Allowance(null, new PolicyBudget(policy.name(), budget), counters);
    this.catalog = catalog;
    this.trouble = new TroubleLog(time);
    for (Survey each : catalog.current()) {
      List<Allowance> allowances = new ArrayList<>();
      Quota quota = each.quota();
      if (quota != null) {
        allowances.add(new Allowance(each.key(), new QuotaBudget(each.key(), quota), counters));
      }
      Pacing pacing = each.pacing();
      if (pacing != null) {
        allowances.add(new Allowance(each.key(), new PacingBudget(each.key(), pacing), counters));
      }
      if (!allowances.isEmpty()) {
        bySurvey.put(each.key(), List.copyOf(allowances));
      }
      if (each.sampling() instanceof Sampling.Coverage sampling) {
        coverage.put(each.key(), new CoverageCounts(each.key(), sampling, counters, trouble));
      }
      if (ofAll != null && !isExempt(each)) {
        allowances.add(ofAll);
      }
      holding.put(each.key(), List.copyOf(allowances));
    }
  }

  /** Trouble of the counters, told apart from trouble of the ledger. */
  static final class Unavailable extends RuntimeException {

    static final String RULE = "the survey counters cannot be reached";

    private static final long serialVersionUID = 1;

    private final RuntimeException trouble;

    Unavailable(RuntimeException trouble) {
      super(RULE, trouble);
      this.trouble = trouble;
    }

    /** Returns what the counters threw. */
    RuntimeException trouble() {
      return trouble;
    }
  }

  /** Returns the allowances that hold for a survey, its own and that of all surveys. */
  List<Allowance> of(String survey) {
    return holding.getOrDefault(survey, List.of());
  }

  /**
   * Returns the rule from which a survey is exempt and which would stop it now, as the policy writes
   * it, or null.
   */
  @Nullable
  String exemption(String survey, Moment moment) {
    Allowance all = ofAll;
    Decision.Skip skip = all == null || of(survey).contains(all) ? null : all.judge(moment.now());
    return skip == null ? null : skip.rule();
  }

  /** Returns what the groups of a survey have; null if it does not sample for coverage. */
  @Nullable
  CoverageCounts coverage(String survey) {
    return coverage.get(survey);
  }

  /**
   * Takes a unit of every budget of the survey for an invitation that is being made; null if one of
   * them has none.
   *
   * @throws Unavailable if that cannot be known
   */
  @Nullable
  Holds take(Invitation invitation) {
    if (of(invitation.survey()).isEmpty()) {
      return none;
    }
    List<Allowance.Hold> holds = new ArrayList<>(2);
    try {
      for (Allowance each : of(invitation.survey())) {
        Allowance.Hold hold = each.take(invitation);
        if (hold == null) {
          new Holds(holds).giveBack();
          return null;
        }
        holds.add(hold);
      }
    } catch (RuntimeException e) {
      new Holds(holds).giveBack();
      throw new Unavailable(e);
    }
    return new Holds(holds);
  }

  /** The units of one invitation that is being made; one of the two must follow. */
  final class Holds {

    private final List<Allowance.Hold> holds;

    private Holds(List<Allowance.Hold> holds) {
      this.holds = holds;
    }

    /** The invitation was made, or may have been. */
    void use() {
      holds.forEach(Allowance.Hold::use);
    }

    /** The invitation was not made. */
    void giveBack() {
      for (Allowance.Hold each : holds) {
        quietly("giving back a unit, so it stays out", each::giveBack);
      }
    }
  }

  /**
   * Finds out for every survey whether its budgets have a unit, and takes none.
   *
   * @throws Unavailable if that cannot be known
   */
  void look(Instant now) {
    try {
      bySurvey.values().forEach(all -> all.forEach(each -> each.look(now)));
      if (ofAll != null) {
        ofAll.look(now);
      }
    } catch (RuntimeException e) {
      throw new Unavailable(e);
    }
  }

  /** Before an answer is recorded: keeps its unit from coming back; never throws. */
  void beforeAnswer(ContactEvent event, Contact before) {
    if (event.outcome() == Outcome.ANSWERED && before.outcome() != Outcome.ANSWERED) {
      for (Allowance each : ofInvitation(before.invitation())) {
        quietly(
            "counting an answer, which is told later",
            () -> each.answered(before.invitation(), before.outcome().isClosed(), event.at()));
      }
    }
  }

  /** After an invitation was closed without an answer: frees its unit; never throws. */
  void afterClosing(ContactEvent event, Contact before) {
    if (event.outcome().isClosed()
        && event.outcome() != Outcome.ANSWERED
        && !before.outcome().isClosed()) {
      for (Allowance each : ofInvitation(before.invitation())) {
        quietly(
            "freeing the unit of an invitation, so it stays out until the invitation expires",
            () -> each.release(before.invitation(), event.at()));
      }
      releaseUnseen(event, before);
    }
  }

  /** An invitation that nobody saw counts for no rule, and so not for the budget of all surveys. */
  private void releaseUnseen(ContactEvent event, Contact before) {
    Allowance all = ofAll;
    if (all != null
        && isCounted(before.invitation())
        && before.countsForRules()
        && event.outcome() == Outcome.CANCELLED
        && before.shownAt() == null) {
      quietly(
          "freeing the unit of a withdrawn invitation, so it stays out",
          () -> all.release(before.invitation(), event.at()));
    }
  }

  /** Returns whether the budget of all surveys counted an invitation when it was made, and does now. */
  private boolean isCounted(Invitation invitation) {
    Survey then = catalog.find(invitation.survey(), invitation.surveyVersion());
    Survey now = catalog.find(invitation.survey());
    return now != null && !isExempt(now) && (then == null || !isExempt(then));
  }

  private static boolean isExempt(Survey survey) {
    return survey.contactRules().exemptions().contains(Exemption.budget());
  }

  /** After the first answer to an invitation: counts it for the group; never throws. */
  void afterAnswer(ContactEvent event, Contact before) {
    CoverageCounts counts = coverage(before.invitation().survey());
    if (counts == null
        || !before.countsForRules()
        || event.outcome() != Outcome.ANSWERED
        || before.outcome() == Outcome.ANSWERED) {
      return;
    }
    String group = before.invitation().accountability().get(counts.group());
    if (group != null) {
      quietly(
          "counting an answer for its group, which is asked more for a while",
          () -> counts.answered(group, event.at()));
    }
  }

  /** Gives back every slice that was leased and not used; never throws. */
  void close(Instant now) {
    for (List<Allowance> all : bySurvey.values()) {
      for (Allowance each : all) {
        quietly("giving back a slice, so it stays out", () -> each.close(now));
      }
    }
    Allowance all = ofAll;
    if (all != null) {
      quietly("giving back a slice, so it stays out", () -> all.close(now));
    }
  }

  /** Returns the own allowances of an invitation's survey, none if it was made under other budgets. */
  private List<Allowance> ofInvitation(Invitation invitation) {
    if (invitation.isOnDemand()) {
      return List.of();
    }
    Survey then = catalog.find(invitation.survey(), invitation.surveyVersion());
    Survey now = catalog.find(invitation.survey());
    boolean same = then == null
        || now == null
        || (Objects.equals(then.quota(), now.quota())
            && Objects.equals(then.pacing(), now.pacing()));
    return same ? bySurvey.getOrDefault(invitation.survey(), List.of()) : List.of();
  }

  private void quietly(String doing, Runnable act) {
    try {
      act.run();
    } catch (RuntimeException e) {
      trouble.warn(doing, e);
    }
  }
}
