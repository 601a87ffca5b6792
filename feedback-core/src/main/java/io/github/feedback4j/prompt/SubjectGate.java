package io.github.feedback4j.prompt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Stops a survey about a subject that its respondent has dealt with already. */
final class SubjectGate implements Gate {

  private final String key;

  SubjectGate(String key) {
    this.key = key;
  }

  @Override
  public Name name() {
    return Name.SUBJECT;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    Subject subject = moment.touchpoint.about();
    if (subject == null) {
      // Without a subject there is nothing to be asked about twice; the contact rules still hold.
      return null;
    }
    Contact contact = moment.history.about(key, subject);
    if (contact == null || contact.isLiveAt(moment.now)) {
      return null;
    }
    String outcome =
        contact.outcomeAt(moment.now).name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Decision.Skip(
        SkipReason.ALREADY_ASKED,
        key,
        "each subject once; the earlier invitation was " + outcome,
        null);
  }
}
