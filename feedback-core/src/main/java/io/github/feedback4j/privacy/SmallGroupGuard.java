package io.github.feedback4j.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which groups of a table are too small to be shown, so that nobody's answer can be read off
 * a figure.
 *
 * <p>A group is hidden if fewer people than the minimum stand behind it. If those behind all hidden
 * groups together are still fewer, their figure would follow from the total and the groups that are
 * shown; then the smallest shown group is hidden as well, until it no longer does. This is
 * complementary suppression as statistical offices do it (Cox 1980). What counts is people, not
 * answers: one person's twelve tickets are one person. Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class SmallGroupGuard {

  /** The minimum unless said otherwise, 5 people. */
  public static final int DEFAULT_MIN_PERSONS = 5;

  /** The greatest minimum; whoever counts people need not count further. */
  public static final int MAX_MIN_PERSONS = 20;

  private static final Comparator<Group> SMALLEST_FIRST = Comparator.comparingInt(
          (Group each) -> each.persons().size())
      .thenComparingLong(Group::answers)
      .thenComparing(Group::name);

  private final int minPersons;

  private SmallGroupGuard(int minPersons) {
    this.minPersons = minPersons;
  }

  /**
   * One row of a table.
   *
   * @param name what the row is about, different for each row
   * @param persons the people behind it
   * @param answers how many answers they gave
   */
  public record Group(String name, PersonSketch persons, long answers) {}

  /**
   * Returns a guard with this minimum; 1 hides nothing.
   *
   * @param minPersons 1 to {@value #MAX_MIN_PERSONS}
   * @throws IllegalArgumentException if it is out of bounds
   */
  public static SmallGroupGuard atLeast(int minPersons) {
    if (minPersons < 1 || minPersons > MAX_MIN_PERSONS) {
      throw new IllegalArgumentException(
          "minPersons must be between 1 and %d, but was %d".formatted(MAX_MIN_PERSONS, minPersons));
    }
    return new SmallGroupGuard(minPersons);
  }

  /** Returns how many people must stand behind a figure. */
  public int minPersons() {
    return minPersons;
  }

  /** Returns whether a figure about these people may be shown. */
  public boolean isEnough(PersonSketch persons) {
    return persons.size() >= minPersons;
  }

  /** Returns the names of the groups that must not be shown beside each other and their total. */
  public Set<String> hidden(Collection<Group> groups) {
    List<Group> shown = new ArrayList<>(groups);
    shown.sort(SMALLEST_FIRST);
    Set<String> hidden = new HashSet<>();
    PersonSketch behindHidden = PersonSketch.none();
    for (Group each : shown) {
      boolean small = !isEnough(each.persons());
      boolean followsFromTheTotal = !hidden.isEmpty() && !isEnough(behindHidden);
      if (small || followsFromTheTotal) {
        hidden.add(each.name());
        behindHidden = behindHidden.plus(each.persons());
      }
    }
    return hidden;
  }

  @Override
  public String toString() {
    return "SmallGroupGuard[at least " + minPersons + " persons]";
  }
}
