package io.github.feedback4j.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Decides until when a figure counts, so that nobody's answer can be read off two figures in a row.
 *
 * <p>A live figure of a small group tells each new answer to whoever looks before and after it. A figure
 * that is released in batches shows whole days only, and a day only together with so many days before it
 * that enough new answers of enough people are in the batch; what came since then waits. With a schedule a
 * batch waits for its date too; a date at which too few have answered passes, because a schedule alone
 * would publish a single answer.
 *
 * <p>Nothing has to be kept, and every node comes to the same day, since the batches follow from the days
 * themselves. Therefore an answer that is corrected or erased within a day that is shown is corrected at
 * once, and the last few answers of a time that is over stay out of its own figure for good. Each figure
 * that is shown (each slice) has batches of its own. Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class BatchRelease {

  private static final int MAX_DAYS = 366;

  private final int minPersons;
  private final int minAnswers;
  private final int everyDays;

  private BatchRelease(int minPersons, int minAnswers, int everyDays) {
    if (minPersons < 1 || minPersons > SmallGroupGuard.MAX_MIN_PERSONS) {
      throw new IllegalArgumentException("minPersons must be between 1 and %d, but was %d"
          .formatted(SmallGroupGuard.MAX_MIN_PERSONS, minPersons));
    }
    if (minAnswers < minPersons) {
      throw new IllegalArgumentException("minAnswers must be at least minPersons, %d, but was %d"
          .formatted(minPersons, minAnswers));
    }
    if (everyDays < 1 || everyDays > MAX_DAYS) {
      throw new IllegalArgumentException(
          "days between releases must be between 1 and %d, but were %d"
              .formatted(MAX_DAYS, everyDays));
    }
    this.minPersons = minPersons;
    this.minAnswers = minAnswers;
    this.everyDays = everyDays;
  }

  /**
   * What came on one day.
   *
   * @param day the day
   * @param answers how many answers, at least 0
   * @param persons who gave them
   */
  public record Day(LocalDate day, long answers, PersonSketch persons) {}

  /** Returns the rule that releases a day with 5 new answers of 5 people. */
  public static BatchRelease defaults() {
    return new BatchRelease(
        SmallGroupGuard.DEFAULT_MIN_PERSONS, SmallGroupGuard.DEFAULT_MIN_PERSONS, 1);
  }

  /**
   * Returns the rule with another minimum of people, and at least as many answers.
   *
   * @param persons 1 to {@value SmallGroupGuard#MAX_MIN_PERSONS}
   * @throws IllegalArgumentException if it is out of bounds
   */
  public BatchRelease atLeastPersons(int persons) {
    return new BatchRelease(persons, Math.max(persons, minAnswers), everyDays);
  }

  /**
   * Returns the rule with another minimum of new answers.
   *
   * @param answers at least the minimum of people
   * @throws IllegalArgumentException if it is out of bounds
   */
  public BatchRelease atLeastAnswers(int answers) {
    return new BatchRelease(minPersons, answers, everyDays);
  }

  /**
   * Returns the rule that lets so many days pass from one release to the next.
   *
   * @param days 1 to 366, such as 7 for once a week
   * @throws IllegalArgumentException if it is out of bounds
   */
  public BatchRelease everyDays(int days) {
    return new BatchRelease(minPersons, minAnswers, days);
  }

  /**
   * Returns the first day that is not shown yet; empty if nothing is.
   *
   * @param days the days of one figure with answers, oldest first
   * @param today the current day, which is not over and never shown, nor is what comes after it
   */
  public Optional<LocalDate> shownUntil(List<Day> days, LocalDate today) {
    LocalDate shownUntil = null;
    LocalDate notBefore = LocalDate.MIN;
    long answers = 0;
    PersonSketch persons = PersonSketch.none();
    for (Day each : days) {
      if (!each.day.isBefore(today)) {
        break;
      }
      answers += each.answers;
      persons = persons.plus(each.persons);
      LocalDate end = each.day.plusDays(1);
      if (answers >= minAnswers && persons.size() >= minPersons && !end.isBefore(notBefore)) {
        shownUntil = end;
        notBefore = end.plusDays(everyDays);
        answers = 0;
        persons = PersonSketch.none();
      }
    }
    return Optional.ofNullable(shownUntil);
  }

  @Override
  public String toString() {
    return "BatchRelease[at least %d answers of %d persons, every %d days]"
        .formatted(minAnswers, minPersons, everyDays);
  }
}
