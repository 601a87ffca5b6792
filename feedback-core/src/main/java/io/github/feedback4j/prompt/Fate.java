package io.github.feedback4j.prompt;

import java.time.Duration;

/**
 * The chance in what one person does with one question, each time they meet it.
 *
 * <p>Every draw is a hash of the seed, the person, the survey, the subject and how often it was met,
 * and of nothing that happened before. So a changed rule does not re-roll the dice of everybody
 * else: who is asked about the same ticket under both rules does the same with it ("common random
 * numbers"), and what differs between two reports is the rule. The hash is that of {@link
 * SamplingPosition}, the same on every JDK.
 */
final class Fate {

  /** What somebody does with a question on the screen. */
  enum Act {
    ANSWERS,
    DISMISSES,
    PUTS_OFF,
    OPTS_OUT,
    IGNORES
  }

  private final long seed;
  private final ResponseBehaviour behaviour;
  private final Invitation invitation;

  Fate(long seed, ResponseBehaviour behaviour, Invitation invitation) {
    this.seed = seed;
    this.behaviour = behaviour;
    this.invitation = invitation;
  }

  /** Returns whether the invitation is seen at all. */
  boolean sees() {
    return draw("sees", 0) < behaviour.sees();
  }

  /** Returns how long after the invitation it is seen. */
  Duration untilSeen() {
    return behaviour.untilSeen().at(draw("untilSeen", 0));
  }

  /** Returns what is done at the n-th meeting, counted from 0. */
  Act act(int meeting) {
    double position = draw("act", meeting);
    double[] limits = {
      behaviour.answers(), behaviour.dismisses(), behaviour.putsOff(), behaviour.optsOut()
    };
    double sum = 0;
    for (int i = 0; i < limits.length; i++) {
      sum += limits[i];
      if (position < sum) {
        return Act.values()[i];
      }
    }
    return Act.IGNORES;
  }

  /** Returns how long after the n-th time on the screen something is done. */
  Duration untilReaction(int meeting) {
    return behaviour.untilReaction().at(draw("untilReaction", meeting));
  }

  /** Returns how long after the n-th meeting, or the "not now" of it, the next one comes. */
  Duration untilReturn(int meeting) {
    return behaviour.untilReturn().at(draw("untilReturn", meeting));
  }

  private double draw(String what, int meeting) {
    Subject subject = invitation.subject();
    // Without a subject only the time tells one occasion from another.
    String about = subject == null ? invitation.invitedAt().toString() : subject.id();
    int resolution = subject == null ? 0 : subject.resolution();
    return SamplingPosition.ofParts(
        "feedback4j.simulator." + seed,
        what,
        invitation.respondent().value(),
        invitation.survey(),
        about,
        Integer.toString(resolution),
        Integer.toString(meeting));
  }
}
