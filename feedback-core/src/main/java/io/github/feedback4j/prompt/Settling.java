package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Survey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides when nobody can need the details of a contact any more: its invitation has expired, answers to
 * it are no longer kept, and the last one can no longer be changed. What gates look at stays.
 */
final class Settling {

  private static final long RETENTION = Nanos.of(ContactHistory.RETENTION);

  /** A survey that is not in the catalogue any more may have had this. */
  private static final long LONGEST_EDITABLE = Nanos.of(Survey.LONGEST_EDITABLE);

  private final CompiledSurvey[] surveys;
  private final Numbering numbering;

  Settling(CompiledSurvey[] surveys, Numbering numbering) {
    this.surveys = surveys;
    this.numbering = numbering;
  }

  /** Returns whether a new contact leaves all others of the moment's past as they are. */
  boolean leavesAll(Moment moment) {
    Past past = moment.past;
    for (int i = 0; i < past.contacts; i++) {
      long quiet = moment.nanos() - past.lastMoment[i];
      if (past.outcome[i] == Outcome.DEFERRED
          || (past.hidden[i] && quiet >= 0)
          || quiet >= RETENTION
          || (!past.settled[i] && quiet > editable(past.survey[i]))) {
        return false;
      }
    }
    return true;
  }

  /** Returns what stays of a contact at this time, or null if nothing does. */
  @Nullable
  Contact settle(Contact contact, Instant now) {
    int survey = numbering.survey(contact.invitation().survey());
    long quiet = Nanos.of(now) - Nanos.of(contact.lastMoment());
    if (!contact.countsForRules()) {
      return quiet > editable(survey) ? null : contact;
    }
    if (quiet >= RETENTION) {
      return null;
    }
    return contact.invitation().isSettled() || quiet <= editable(survey)
        ? contact
        : contact.settled(survey != Numbering.UNKNOWN && surveys[survey].sampling.needsHistory());
  }

  private long editable(int survey) {
    return survey == Numbering.UNKNOWN ? LONGEST_EDITABLE : surveys[survey].editable;
  }
}
