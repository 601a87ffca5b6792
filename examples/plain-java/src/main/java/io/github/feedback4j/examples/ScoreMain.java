package io.github.feedback4j.examples;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.Map;

/** Scores answers with their uncertainty: without any, with a few, and with many. */
public final class ScoreMain {

  private ScoreMain() {}

  /** Runs the example; there are no arguments. */
  public static void main(String[] args) {
    MetricDefinition csat = MetricDefinition.csat();

    // Nobody has answered: that is not 0 %, and a wall screen must not show it as such.
    System.out.println("no answer yet:   " + Score.of(Tally.empty(csat)));

    // Two teams with 80 % satisfied. The value is the same, what we know is not.
    Score small = Score.of(Tally.ofAnswers(csat, 5, 5, 5, 4, 4, 4, 4, 4, 2, 1));
    Score large = Score.of(Tally.of(csat, Map.of(5, 310L, 4, 490L, 3, 90L, 2, 60L, 1, 50L)));
    System.out.println("ten answers:     " + small);
    System.out.println("a thousand:      " + large);

    // Is a target of 70 % reached? Only the large team can tell.
    System.out.println("above 70 %?      " + above(small, 70) + ", " + above(large, 70));

    // Tallies add and subtract exactly, so months merge and an erased answer leaves no trace.
    Tally january = Tally.of(csat, Map.of(5, 40L, 3, 10L));
    Tally february = Tally.of(csat, Map.of(5, 25L, 2, 15L));
    Tally both = january.plus(february);
    System.out.println("both months:     " + Score.of(both));
    System.out.println("one taken out:   " + Score.of(both.minus(Tally.ofAnswers(csat, 2))));

    // NPS counts passives in n, and rounds from the counts: -12.5 is shown as -13.
    Tally recommend = Tally.of(MetricDefinition.nps(), Map.of(10, 2L, 8, 17L, 3, 5L));
    Score nps = Score.of(recommend);
    System.out.println("2, 17 and 5:     " + nps);
    System.out.println("computed by:     " + nps.formula());
  }

  private static String above(Score score, double target) {
    ConfidenceInterval interval = score.interval().orElseThrow();
    if (interval.low() > target) {
      return "yes";
    }
    return interval.high() < target ? "no" : "cannot tell";
  }
}
