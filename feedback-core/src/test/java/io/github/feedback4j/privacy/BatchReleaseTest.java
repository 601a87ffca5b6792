package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.feedback4j.privacy.BatchRelease.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchReleaseTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private final BatchRelease batches = BatchRelease.defaults();

  @Test
  void showsNothingBeforeFivePersonsHaveAnswered() {
    State<String> four = changed(batches, State.empty(), 1, 2, 3, 4);
    State<String> five = changed(batches, four, 5);

    assertThat(batches.release(four, "four answers", NOW)).isSameAs(four);
    assertThat(four.released()).isNull();
    assertThat(batches.release(five, "five answers", NOW).released()).isEqualTo("five answers");
  }

  @Test
  void showsTheSameUntilFiveMoreHaveAnswered() {
    State<String> first = batches.release(changed(batches, State.empty(), 1, 2, 3, 4, 5), "a", NOW);
    State<String> more = changed(batches, first, 6, 7, 8, 9);

    assertThat(batches.release(more, "b", NOW.plusSeconds(999)).released()).isEqualTo("a");

    State<String> enough = changed(batches, more, 1); // somebody may answer again
    State<String> second = batches.release(enough, "c", NOW.plusSeconds(1000));

    assertThat(second).isEqualTo(new State<>("c", NOW.plusSeconds(1000), 0, Set.of()));
  }

  @Test
  void manyAnswersOfOnePersonAreOnePerson() {
    State<String> state = changed(batches, State.empty(), 1, 1, 1, 1, 1, 1, 1, 1);

    assertThat(batches.isDue(state, NOW)).isFalse();
    assertThat(state.changes()).isEqualTo(8);
    assertThat(state.persons()).hasSize(1);
  }

  @Test
  void aScheduleDelaysAReleaseAndNeverForcesOne() {
    BatchRelease daily = batches.every(Duration.ofDays(1));
    State<String> first = daily.release(changed(daily, State.empty(), 1, 2, 3, 4, 5), "a", NOW);
    State<String> one = changed(daily, first, 6);
    State<String> five = changed(daily, one, 7, 8, 9, 10);

    assertThat(daily.isDue(one, NOW.plus(Duration.ofDays(9)))).isFalse();
    assertThat(daily.isDue(five, NOW.plus(Duration.ofDays(1)).minusNanos(1))).isFalse();
    assertThat(daily.isDue(five, NOW.plus(Duration.ofDays(1)))).isTrue();
  }

  @Test
  void canAskForMoreAnswersThanPersons() {
    BatchRelease large = batches.atLeastAnswers(7);
    State<String> six = changed(large, State.empty(), 1, 2, 3, 4, 5, 6);

    assertThat(large.isDue(six, NOW)).isFalse();
    assertThat(large.isDue(changed(large, six, 6), NOW)).isTrue();
    assertThat(batches.atLeastPersons(9))
        .hasToString("BatchRelease[at least 9 answers of 9 persons, every PT0S]");
  }

  @Test
  void keepsNoMorePeopleThanItNeeds() {
    State<String> state = State.empty();
    for (int i = 0; i < 1000; i++) {
      state = changed(batches, state, i);
    }

    assertThat(state.persons()).hasSize(5);
    assertThat(state).hasToString("State[released at null, 1000 changes of 5 persons wait]");
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batches.atLeastPersons(21))
        .withMessage("minPersons must be between 1 and 20, but was 21");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batches.atLeastAnswers(4))
        .withMessage("minAnswers must be at least minPersons, 5, but was 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batches.every(Duration.ofSeconds(-1)))
        .withMessage("time between releases must not be negative, but was PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new State<>("a", null, 0, Set.of()))
        .withMessage("a released figure and its time belong together, but one of them is missing");
    assertThatIllegalArgumentException().isThrownBy(() -> new State<>("a", NOW, 0, Set.of(key(1))));
  }

  private static State<String> changed(BatchRelease rule, State<String> state, int... persons) {
    State<String> next = state;
    for (int each : persons) {
      next = rule.changed(next, key(each));
    }
    return next;
  }

  private static RespondentKey key(int person) {
    return new RespondentKey("person-" + person);
  }
}
