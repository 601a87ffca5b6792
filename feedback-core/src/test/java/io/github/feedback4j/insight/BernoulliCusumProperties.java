package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.insight.BernoulliCusum.State;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class BernoulliCusumProperties {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  // So the expected number of answers to a false alarm holds for days too, as a lower bound.
  @Property
  void theSumByDaysIsNeverAboveTheSumByAnswers(
      @ForAll @Size(max = 12) List<@Size(max = 12) List<Boolean>> days,
      @ForAll @Scale(3) @DoubleRange(min = 0.05, max = 0.45) double usual) {
    BernoulliCusum cusum = BernoulliCusum.of(usual, 2 * usual, 20);
    State byAnswers = cusum.start();
    State byDays = cusum.start();

    for (int i = 0; i < days.size(); i++) {
      LocalDate day = DAY.plusDays(i);
      for (boolean unhappy : days.get(i)) {
        byAnswers = cusum.next(byAnswers, day, unhappy);
        if (byAnswers.alarm()) {
          return;
        }
      }
      long unhappy = days.get(i).stream().filter(each -> each).count();
      byDays = cusum.next(byDays, day, unhappy, days.get(i).size());

      assertThat(byDays.steps()).isLessThanOrEqualTo(byAnswers.steps());
    }
  }

  @Property(tries = 100)
  void moreUnhappyAnswersRaiseTheAlarmSooner(
      @ForAll @Scale(2) @DoubleRange(min = 0.05, max = 0.45) double usual,
      @ForAll @Scale(2) @DoubleRange(min = 0.05, max = 0.9) double share) {
    BernoulliCusum cusum = BernoulliCusum.watchingForDoubling(usual);

    assertThat(cusum.expectedAnswersToAlarm(share + 0.05))
        .isLessThan(cusum.expectedAnswersToAlarm(share));
    assertThat(cusum.alarmingShare()).isBetween(1.9 * usual, Math.min(1, 2.1 * usual));
  }

  @Property(tries = 100)
  void aStateCanBeKeptAndGoneOnWith(@ForAll @Size(max = 40) List<Boolean> answers) {
    BernoulliCusum cusum = BernoulliCusum.watchingForDoubling(0.2);
    State state = cusum.start();

    for (boolean unhappy : answers) {
      State kept =
          new State(state.steps(), state.since(), state.unhappy(), state.answers(), state.alarm());
      state = cusum.next(kept, DAY, unhappy);
      assertThat(state.steps() == 0).isEqualTo(state.since() == null);
    }
  }
}
