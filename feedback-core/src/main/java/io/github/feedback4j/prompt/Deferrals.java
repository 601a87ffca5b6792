package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks that came too early for the contact rules and wait in the history until they do not.
 *
 * <p>An ask is kept if its survey says so, if time alone will let it pass, and if that is while an
 * invitation made at the touchpoint would still be alive. Nobody counts as invited meanwhile.
 */
final class Deferrals {

  /** The greatest number of asks that wait for one person; more would never be asked anyway. */
  static final int MAX = 10;

  /** Since when somebody is here was settled when the ask was put off: it waits for that, too. */
  private static final Instant LONG_HERE = Instant.EPOCH;

  private Deferrals() {}

  /** Returns whether this skip puts the ask off in the place of dropping it. */
  static boolean putsOff(CompiledSurvey survey, Gate.Name gate, Decision.Skip skip, Moment moment) {
    if (!survey.defers || gate != Gate.Name.CONTACT_RULES || skip.reason() == SkipReason.SNOOZED) {
      return false;
    }
    Instant until = skip.eligibleAt();
    return until != null && until.isBefore(moment.now().plus(survey.survey.expiresAfter()));
  }

  /** Returns whether one more ask has room, and this one is not waiting already. */
  static boolean hasRoom(String survey, Moment moment) {
    int waiting = 0;
    for (Contact each : moment.history().contacts()) {
      if (each.outcome() == Outcome.DEFERRED
          && moment.now().isBefore(each.invitation().expiresAt())) {
        waiting++;
        if (each.invitation().survey().equals(survey)
            && Objects.equals(each.invitation().subject(), moment.touchpoint.about())) {
          return false;
        }
      }
    }
    return waiting < MAX;
  }

  /** Returns the first ask that may be asked now, or null if none may. */
  static @Nullable Due due(
      ContactHistory history,
      RespondentKey respondent,
      Instant now,
      List<CompiledSurvey> surveys,
      Numbering numbering,
      Set<String> paused) {
    for (Contact each : history.contacts()) {
      Instant until = each.snoozedUntil();
      if (each.outcome() != Outcome.DEFERRED
          || !now.isBefore(each.invitation().expiresAt())
          || (until != null && now.isBefore(until))) {
        continue;
      }
      for (CompiledSurvey survey : surveys) {
        if (survey.survey.key().equals(each.invitation().survey())
            && !paused.contains(survey.survey.key())) {
          Moment moment =
              Moment.of(numbering, touchpoint(each.invitation()), respondent, history, now);
          if (passes(survey, moment)) {
            return new Due(survey, each.invitation(), moment);
          }
        }
      }
    }
    return null;
  }

  /** An ask whose time has come. */
  record Due(CompiledSurvey survey, Invitation invitation, Moment moment) {}

  private static boolean passes(CompiledSurvey survey, Moment moment) {
    if (survey.gates[0].judge(moment) != null) {
      return false;
    }
    for (int i = survey.firstWithHistory; i < survey.gates.length; i++) {
      if (survey.gates[i].judge(moment) != null) {
        return false;
      }
    }
    return true;
  }

  private static Touchpoint touchpoint(Invitation invitation) {
    Touchpoint touchpoint = Touchpoint.of(invitation.event(), "deferred")
        .memberSince(LONG_HERE)
        .accountable(none -> invitation.accountability());
    Subject subject = invitation.subject();
    return subject == null ? touchpoint : touchpoint.subject(subject.id(), subject.resolution());
  }
}
