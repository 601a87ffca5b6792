package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Survey;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * What the engine does with the ledger in memory in one decision, by itself: finds the person, reads
 * what gates look at, and exchanges the history if the last invitation lies back far enough.
 *
 * <p>It puts the same history back, in an array of its own, so that nothing drifts while it is measured.
 * It stands in the engine's package because that way is nobody else's. Used by one thread.
 */
@NullMarked
public final class EngineWork {

  private final InMemoryLedger ledger;
  private final Histories histories;
  private final Touchpoint touchpoint;
  private final Moment moment;

  /** Creates the work of one thread of an engine with these surveys. */
  public EngineWork(
      InMemoryLedger ledger, List<Survey> surveys, Touchpoint touchpoint, InstantSource time) {
    Numbering numbering = new Numbering(surveys);
    this.ledger = ledger;
    this.histories = Histories.of(ledger, numbering);
    this.touchpoint = touchpoint;
    this.moment = new Moment(numbering, time);
  }

  /** Returns what stays of a history when nobody can answer any more. */
  public static ContactHistory settled(ContactHistory history) {
    return new ContactHistory(
        history.contacts().stream().map(each -> each.settled(false)).toList(),
        history.optedOutAt());
  }

  /** Returns whether the person was asked long enough ago, and the history is exchanged. */
  public boolean commit(RespondentKey respondent, long gapNanos) {
    moment.begin(touchpoint, respondent);
    try {
      moment.load(histories);
      Past past = moment.past;
      byte[] entry = moment.entry;
      return entry != null
          && moment.nanos() - past.invitedAt[past.contacts - 1] >= gapNanos
          && ledger.exchange(moment.key, moment.respondentHash(), entry, entry.clone())
              == ContactLedger.Commit.DONE;
    } finally {
      moment.end();
    }
  }
}
