package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Display;
import org.jspecify.annotations.Nullable;

/** Stops a survey that has had its chance with this person. */
final class DisplayGate implements Gate {

  private final String key;
  private final int survey;
  private final Display display;
  private final Decision.Skip limit;
  private final Decision.Skip answered;

  DisplayGate(String key, int survey, Display display) {
    this.key = key;
    this.survey = survey;
    this.display = display;
    String rule = "display: ";
    if (display instanceof Display.AtMost atMost) {
      rule += "{atMost: %d}".formatted(atMost.invitations());
    } else if (display instanceof Display.UntilAnswered until) {
      rule += "{untilAnswered: %d}".formatted(until.maxShows());
    }
    limit = new Decision.Skip(SkipReason.DISPLAY_LIMIT, key, rule, null);
    answered =
        new Decision.Skip(SkipReason.DISPLAY_LIMIT, key, rule + ", and there is an answer", null);
  }

  @Override
  public Name name() {
    return Name.DISPLAY;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    Encounters met = moment.history().encounters(key);
    int live = moment.live(survey);
    if (display instanceof Display.AtMost atMost) {
      // The live one is among those that were counted.
      return live == Past.NOBODY && met.invited() >= atMost.invitations() ? limit : null;
    }
    if (display instanceof Display.UntilAnswered until) {
      if (met.answered()) {
        return answered;
      }
      boolean another = live == Past.NOBODY || moment.past.isAnotherShow(live, moment.nanos());
      return another && met.shown() >= until.maxShows() ? limit : null;
    }
    return null;
  }
}
