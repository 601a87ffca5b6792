package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What gates look at: one touchpoint of one person, what the ledger knows of them, and the time. */
final class Moment {

  final Touchpoint touchpoint;
  final RespondentKey respondent;
  final ContactHistory history;
  final Instant now;
  private long respondentHash;
  private boolean hashed;

  Moment(Touchpoint touchpoint, RespondentKey respondent, ContactHistory history, Instant now) {
    this.touchpoint = touchpoint;
    this.respondent = respondent;
    this.history = history;
    this.now = now;
  }

  Moment with(ContactHistory loaded) {
    return new Moment(touchpoint, respondent, loaded, now);
  }

  /** Returns the invitation of a survey about this subject that may be presented, or null. */
  @Nullable
  Contact live(String survey) {
    Contact contact = history.about(survey, touchpoint.about());
    return contact != null && contact.isLiveAt(now) ? contact : null;
  }

  /** The same for every survey, so it is computed once. */
  long respondentHash() {
    if (!hashed) {
      respondentHash = SamplingPosition.unitHash(respondent.value());
      hashed = true;
    }
    return respondentHash;
  }

  long touchpointHash() {
    Subject subject = touchpoint.about();
    return subject == null
        ? SamplingPosition.partsHash(respondent.value(), "", "0")
        : SamplingPosition.partsHash(
            respondent.value(), subject.id(), Integer.toString(subject.resolution()));
  }
}
