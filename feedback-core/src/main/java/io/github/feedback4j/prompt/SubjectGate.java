package io.github.feedback4j.prompt;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stops a survey about a subject that its respondent has dealt with already. */
final class SubjectGate implements Gate {

  private final int survey;

  private final Map<Outcome, Decision.Skip> skips = new EnumMap<>(Outcome.class);

  SubjectGate(String key, int survey) {
    this.survey = survey;
    for (Outcome each : Outcome.values()) {
      String rule = "each subject once; the earlier invitation was "
          + each.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      skips.put(each, new Decision.Skip(SkipReason.ALREADY_ASKED, key, rule, null));
    }
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
    int contact = moment.past.about(survey);
    if (contact == Past.NOBODY || moment.past.isLiveAt(contact, moment.nanos())) {
      return null;
    }
    return skips.get(moment.past.outcomeAt(contact, moment.nanos()));
  }
}
