package io.github.feedback4j.score;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Knows of a group whether at least five different people stand behind it, from no more than five
 * numbers.
 *
 * <p>It keeps the five smallest hashes of those who answered (Bar-Yossef et al. 2002). The smallest five
 * of a union are among the smallest five of its parts, so {@code plus} is exact, associative, commutative
 * and idempotent: somebody who answered on two days is one person. Two people with the same 64-bit hash
 * are taken for one, which errs towards hiding.
 *
 * <p>There is no {@code minus}: who left cannot be told from who remains, so after an erasure the sketch
 * is made anew. That is also why a {@link TallyCube}, which subtracts, does not have it inside. Immutable
 * and safe for use by several threads.
 *
 * @since 0.1
 */
public final class PersonSketch {

  /** The number of people up to which it counts. */
  public static final int MAX_PERSONS = 5;

  private static final PersonSketch NONE = new PersonSketch(new long[0]);

  // Distinct and ascending.
  private final long[] smallest;

  private PersonSketch(long[] smallest) {
    this.smallest = smallest;
  }

  /** Returns the sketch of nobody. */
  public static PersonSketch none() {
    return NONE;
  }

  /**
   * Returns the sketch of these people.
   *
   * @param personHashes 64 bits of each person's pseudonym, always the same ones; a person may be there
   *     several times
   */
  public static PersonSketch of(long... personHashes) {
    return new PersonSketch(
        Arrays.stream(personHashes).sorted().distinct().limit(MAX_PERSONS).toArray());
  }

  /** Returns this sketch with one more person, who may be in it already. */
  public PersonSketch with(long personHash) {
    int place = Arrays.binarySearch(smallest, personHash);
    boolean changesNothing =
        place >= 0 || (smallest.length == MAX_PERSONS && -place - 1 == MAX_PERSONS);
    return changesNothing ? this : plus(new PersonSketch(new long[] {personHash}));
  }

  /** Returns the sketch of the people of both. */
  public PersonSketch plus(PersonSketch other) {
    long[] all = Arrays.copyOf(smallest, smallest.length + other.smallest.length);
    System.arraycopy(other.smallest, 0, all, smallest.length, other.smallest.length);
    return of(all);
  }

  /** Returns how many people there are, exactly up to 4; 5 means five or more. */
  public int atMostFive() {
    return smallest.length;
  }

  /**
   * Returns whether so many different people stand behind it.
   *
   * @param persons 1 to {@value #MAX_PERSONS}
   * @throws IllegalArgumentException if it is out of bounds
   */
  public boolean isAtLeast(int persons) {
    if (persons < 1 || persons > MAX_PERSONS) {
      throw new IllegalArgumentException(
          "persons must be between 1 and %d, but was %d".formatted(MAX_PERSONS, persons));
    }
    return smallest.length >= persons;
  }

  /** Returns the smallest hashes in ascending order, at most five, for a store to keep. */
  public long[] hashes() {
    return smallest.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PersonSketch that && Arrays.equals(smallest, that.smallest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(smallest);
  }

  /** Returns how many people there are, and no hash. */
  @Override
  public String toString() {
    return (smallest.length == MAX_PERSONS ? "5 or more" : smallest.length) + " persons";
  }
}
