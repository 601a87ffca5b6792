package io.github.feedback4j.prompt;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Stops a survey about a subject that its respondent has dealt with already. */
final class SubjectGate implements Gate {

  private final String key;

  /** By the ordinal of the outcome. */
  private final Decision.Skip[] skips;

  SubjectGate(String key) {
    this.key = key;
    skips = Arrays.stream(Outcome.values())
        .map(each -> new Decision.Skip(
            SkipReason.ALREADY_ASKED,
            key,
            "each subject once; the earlier invitation was "
                + each.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            null))
        .toArray(Decision.Skip[]::new);
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
    if (contact == null || contact.isLiveAt(moment.nanos())) {
      return null;
    }
    return skips[contact.outcomeAt(moment.nanos()).ordinal()];
  }
}
