package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Display;
import org.jspecify.annotations.Nullable;

/** Stops a survey that has had its chance with this person. */
final class DisplayGate implements Gate {

  private final String key;
  private final Display display;

  DisplayGate(String key, Display display) {
    this.key = key;
    this.display = display;
  }

  @Override
  public Name name() {
    return Name.DISPLAY;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    Encounters met = moment.history.encounters(key);
    Contact live = moment.live(key);
    if (display instanceof Display.AtMost atMost) {
      // The live one is among those that were counted.
      return live == null && met.invited() >= atMost.invitations()
          ? skip("{atMost: %d}".formatted(atMost.invitations()))
          : null;
    }
    if (display instanceof Display.UntilAnswered until) {
      if (met.answered()) {
        return skip("{untilAnswered: %d}, and there is an answer".formatted(until.maxShows()));
      }
      boolean another = live == null || live.isAnotherShow(moment.nanos());
      return another && met.shown() >= until.maxShows()
          ? skip("{untilAnswered: %d}".formatted(until.maxShows()))
          : null;
    }
    return null;
  }

  private Decision.Skip skip(String rule) {
    return new Decision.Skip(SkipReason.DISPLAY_LIMIT, key, "display: " + rule, null);
  }
}
