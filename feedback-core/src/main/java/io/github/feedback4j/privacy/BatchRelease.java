package io.github.feedback4j.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a figure may change, so that nobody's answer can be read off two figures in a row.
 *
 * <p>A live figure of a small group tells each new answer to whoever looks before and after it. A
 * released figure stays until enough answers of enough people have changed it, and then shows all of
 * them at once. A corrected or erased answer is a change like a new one, for the difference tells it
 * just as well. With a schedule a release waits for its date too; a date at which too few have
 * answered passes, because a schedule alone would publish a single answer.
 *
 * <p>The rule keeps nothing and knows no clock: hand a {@link State} in, keep the one that comes out.
 * Each figure that is shown (each slice) has a state of its own. Immutable and safe for use by
 * several threads.
 *
 * @since 0.1
 */
public final class BatchRelease {

  private final int minPersons;
  private final int minAnswers;
  private final Duration every;

  private BatchRelease(int minPersons, int minAnswers, Duration every) {
    if (minPersons < 1 || minPersons > SmallGroupGuard.MAX_MIN_PERSONS) {
      throw new IllegalArgumentException("minPersons must be between 1 and %d, but was %d"
          .formatted(SmallGroupGuard.MAX_MIN_PERSONS, minPersons));
    }
    if (minAnswers < minPersons) {
      throw new IllegalArgumentException("minAnswers must be at least minPersons, %d, but was %d"
          .formatted(minPersons, minAnswers));
    }
    if (every.isNegative()) {
      throw new IllegalArgumentException(
          "time between releases must not be negative, but was " + every);
    }
    this.minPersons = minPersons;
    this.minAnswers = minAnswers;
    this.every = every;
  }

  /** Returns the rule that releases after 5 new answers of 5 people. */
  public static BatchRelease defaults() {
    return new BatchRelease(
        SmallGroupGuard.DEFAULT_MIN_PERSONS, SmallGroupGuard.DEFAULT_MIN_PERSONS, Duration.ZERO);
  }

  /**
   * Returns the rule with another minimum of people, and at least as many answers.
   *
   * @param persons 1 to {@value SmallGroupGuard#MAX_MIN_PERSONS}
   * @throws IllegalArgumentException if it is out of bounds
   */
  public BatchRelease atLeastPersons(int persons) {
    return new BatchRelease(persons, Math.max(persons, minAnswers), every);
  }

  /**
   * Returns the rule with another minimum of new answers.
   *
   * @param answers at least the minimum of people
   * @throws IllegalArgumentException if it is out of bounds
   */
  public BatchRelease atLeastAnswers(int answers) {
    return new BatchRelease(minPersons, answers, every);
  }

  /**
   * Returns the rule that also waits this long after each release.
   *
   * @param time such as a day or a week; zero for no schedule
   * @throws IllegalArgumentException if it is negative
   */
  public BatchRelease every(Duration time) {
    return new BatchRelease(minPersons, minAnswers, time);
  }

  /**
   * What is shown of one figure, and what waits.
   *
   * @param released the figure that is shown, or null before the first release
   * @param releasedAt when it was released, or null before the first release
   * @param changes how many answers came, changed or went since then
   * @param persons whose answers they were; of more than the minimum any that many
   * @param <S> the figure, such as a tally; whatever it is, it must not change
   */
  public record State<S>(
      @Nullable S released,
      @Nullable Instant releasedAt,
      long changes,
      Set<RespondentKey> persons) {

    /**
     * Copies the people.
     *
     * @throws IllegalArgumentException if there are more people than changes, more than {@value
     *     SmallGroupGuard#MAX_MIN_PERSONS}, or a figure without a time or the other way round
     */
    public State {
      persons = Set.copyOf(persons);
      if (changes < persons.size()) {
        throw new IllegalArgumentException("changes must be at least the %d persons, but was %d"
            .formatted(persons.size(), changes));
      }
      if (persons.size() > SmallGroupGuard.MAX_MIN_PERSONS) {
        throw new IllegalArgumentException("persons must be at most %d, but were %d"
            .formatted(SmallGroupGuard.MAX_MIN_PERSONS, persons.size()));
      }
      if ((released == null) != (releasedAt == null)) {
        throw new IllegalArgumentException(
            "a released figure and its time belong together, but one of them is missing");
      }
    }

    /** Returns the state before the first answer: nothing to show. */
    public static <S> State<S> empty() {
      return new State<>(null, null, 0, Set.of());
    }

    /** Returns how many people wait and how many answers, without the figure and the keys. */
    @Override
    public String toString() {
      return "State[released at %s, %d changes of %d persons wait]"
          .formatted(releasedAt, changes, persons.size());
    }
  }

  /** Returns the state after an answer of a person was added, changed or erased; shows the same. */
  public <S> State<S> changed(State<S> state, RespondentKey person) {
    Set<RespondentKey> persons = new HashSet<>(state.persons());
    if (persons.size() < minPersons) {
      persons.add(person);
    }
    return new State<>(
        state.released(), state.releasedAt(), Math.addExact(state.changes(), 1), persons);
  }

  /** Returns whether enough has changed, and the schedule allows it, to show the figure anew. */
  public boolean isDue(State<?> state, Instant now) {
    Instant releasedAt = state.releasedAt();
    boolean enough = state.changes() >= minAnswers && state.persons().size() >= minPersons;
    return enough && (releasedAt == null || !now.isBefore(releasedAt.plus(every)));
  }

  /**
   * Returns the state that shows the current figure if a release is due, else the same state.
   *
   * @param current the figure with all changes that the state counts, and no others
   * @param now the time of the release
   */
  public <S> State<S> release(State<S> state, S current, Instant now) {
    return isDue(state, now) ? new State<>(current, now, 0, Set.of()) : state;
  }

  @Override
  public String toString() {
    return "BatchRelease[at least %d answers of %d persons, every %s]"
        .formatted(minAnswers, minPersons, every);
  }
}
