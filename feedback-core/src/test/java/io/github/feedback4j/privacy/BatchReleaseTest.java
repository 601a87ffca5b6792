package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.feedback4j.privacy.BatchRelease.Day;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchReleaseTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final BatchRelease batches = BatchRelease.defaults();

  @Test
  void showsNothingBeforeFivePersonsHaveAnswered() {
    assertThat(shown(batches, 9, day(0, 1, 2), day(1, 3, 4))).isNull();
    assertThat(shown(batches, 9, day(0, 1, 2), day(1, 3, 4), day(2, 5))).isEqualTo(3);
  }

  @Test
  void showsTheSameUntilFiveMoreHaveAnswered() {
    Day first = day(0, 1, 2, 3, 4, 5);
    Day four = day(1, 6, 7, 8, 9);

    assertThat(shown(batches, 9, first, four)).isEqualTo(1);
    assertThat(shown(batches, 9, first, four, day(5, 1)))
        .as("somebody may answer again")
        .isEqualTo(6);
  }

  @Test
  void manyAnswersOfOnePersonAreOnePerson() {
    assertThat(shown(batches, 9, day(0, 1, 1, 1, 1, 1, 1, 1))).isNull();
  }

  @Test
  void aDayIsShownWhenItIsOver() {
    Day first = day(0, 1, 2, 3, 4, 5);

    assertThat(shown(batches, 0, first)).isNull();
    assertThat(shown(batches, 1, first)).isEqualTo(1);
    assertThat(shown(batches, 1, first, day(1, 6, 7, 8, 9, 10), day(2, 1, 2, 3, 4, 5)))
        .isEqualTo(1);
  }

  @Test
  void aScheduleDelaysAReleaseAndNeverForcesOne() {
    BatchRelease weekly = batches.everyDays(7);
    Day first = day(0, 1, 2, 3, 4, 5);

    assertThat(shown(weekly, 30, first, day(3, 6, 7, 8, 9, 10))).isEqualTo(1);
    assertThat(shown(weekly, 30, first, day(3, 6, 7, 8, 9), day(7, 10))).isEqualTo(8);
    assertThat(shown(weekly, 30, first, day(9, 6))).isEqualTo(1);
  }

  @Test
  void canAskForMoreAnswersThanPersons() {
    BatchRelease large = batches.atLeastAnswers(7);

    assertThat(shown(large, 9, day(0, 1, 2, 3, 4, 5, 6))).isNull();
    assertThat(shown(large, 9, day(0, 1, 2, 3, 4, 5, 6, 6))).isEqualTo(1);
    assertThat(batches.atLeastPersons(9).everyDays(7))
        .hasToString("BatchRelease[at least 9 answers of 9 persons, every 7 days]");
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
        .isThrownBy(() -> batches.everyDays(0))
        .withMessage("days between releases must be between 1 and 366, but were 0");
  }

  /** Returns how many days after Monday is the first that is not shown, or null if none is shown. */
  private static Long shown(BatchRelease rule, int today, Day... days) {
    return rule.shownUntil(List.of(days), MONDAY.plusDays(today))
        .map(each -> each.toEpochDay() - MONDAY.toEpochDay())
        .orElse(null);
  }

  private static Day day(int day, int... persons) {
    List<RespondentKey> keys = Arrays.stream(persons)
        .mapToObj(each -> new RespondentKey("person-" + each))
        .toList();
    return new Day(MONDAY.plusDays(day), persons.length, PersonSketch.of(keys));
  }
}
