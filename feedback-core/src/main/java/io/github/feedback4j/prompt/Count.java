package io.github.feedback4j.prompt;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many units of a budget are out, and when some of them will be free again.
 *
 * <p>Immutable. A unit is out while it is in a slice of some node, held by an open invitation, or
 * used by an answer. Stores keep the text of {@link #encode} and look at nothing.
 *
 * @since 0.1
 */
public final class Count {

  // Expiry has no event, so a count must know by itself when units come back. It need not know
  // whose they are: for each moment of expiry it has the number of open invitations that end then.
  // An answer takes one off that number, and whatever is left of it when the moment has passed was
  // not answered. Moments are rounded up to a sixteenth of an invitation's life, so there are about
  // as many of them, and not one per invitation.
  //
  // A node tells of its invitations later than it makes them, so an answer may be told first; the
  // number is negative for a while then. If the moment passes meanwhile, the answer is owed: so
  // many
  // invitations that are told later do not come back. An answer that is told after its moment takes
  // a unit again, because its own has come back, or will when its invitation is told. In whatever
  // order nodes tell, nothing comes back that was answered; and if they tell all, nothing is lost.
  //
  // A count of answers by group has numbers under the hashes of groups instead of moments, of which
  // none is ever over.

  /** Moments beyond these are not noted, so their invitations keep their units. */
  static final int MAX_MOMENTS = 100;

  private static final int FIXED = 6;

  /** Nothing is out. */
  public static final Count NONE =
      new Count(0, Long.MIN_VALUE, 0, Long.MIN_VALUE, 0, new TreeMap<>());

  private final long taken;
  private final long day;
  private final long takenBefore;
  private final long settled;
  private final long owed;
  private final NavigableMap<Long, Long> open;

  private Count(
      long taken,
      long day,
      long takenBefore,
      long settled,
      long owed,
      NavigableMap<Long, Long> open) {
    this.taken = taken;
    this.day = day;
    this.takenBefore = takenBefore;
    this.settled = settled;
    this.owed = owed;
    this.open = Collections.unmodifiableNavigableMap(open);
  }

  /** Returns the number of units that are out. */
  public long taken() {
    return taken;
  }

  /** Returns the first moment at which units may come back by expiry, in seconds, null if none. */
  @Nullable
  Long nextMoment() {
    return open.isEmpty() ? null : open.firstKey();
  }

  /** Returns how many units were out when this day began, as far as the day is known. */
  long takenBefore(long epochDay) {
    return epochDay == day ? takenBefore : taken;
  }

  /** Returns whether something was taken on a later day than this one. */
  boolean isPast(long epochDay) {
    return epochDay < day;
  }

  /** Returns this count with a note of how many units were out before this day, if it is a new one. */
  Count on(long epochDay) {
    return epochDay <= day ? this : new Count(taken, epochDay, taken, settled, owed, open);
  }

  Count take(int units) {
    return units == 0 ? this : new Count(taken + units, day, takenBefore, settled, owed, open);
  }

  /** Returns how many answers a group has; for counts by group. */
  long ofGroup(long group) {
    return open.getOrDefault(group, 0L);
  }

  /** Returns whether a group is counted, or can be; for counts by group. */
  boolean hasPlaceForGroup(long group) {
    return hasPlace(group);
  }

  /** Returns this count with one more answer of a group, unchanged if the group finds no place. */
  Count inGroup(long group) {
    return hasPlace(group) ? take(1).adding(group, 1) : this;
  }

  Count giveBack(long units) {
    long left = Math.max(0, taken - units);
    return left == taken ? this : new Count(left, day, takenBefore, settled, owed, open);
  }

  /** Returns this count after it was told of open invitations that end at a moment. */
  Count opened(long moment, long invitations) {
    if (isSettled(moment)) {
      long answered = Math.min(owed, invitations);
      return owing(owed - answered).giveBack(invitations - answered);
    }
    // An invitation that finds no place keeps its unit.
    return hasPlace(moment) ? adding(moment, invitations) : this;
  }

  /** Returns this count after it was told that an open invitation that ends at a moment is closed. */
  private Count closed(long moment) {
    return hasPlace(moment) ? adding(moment, -1) : owing(owed + 1);
  }

  private boolean hasPlace(long moment) {
    return open.containsKey(moment) || open.size() < MAX_MOMENTS;
  }

  private Count adding(long moment, long invitations) {
    NavigableMap<Long, Long> changed = new TreeMap<>(open);
    changed.merge(moment, invitations, Long::sum);
    changed.values().removeIf(each -> each == 0);
    return new Count(taken, day, takenBefore, settled, owed, changed);
  }

  private Count owing(long number) {
    return number == owed ? this : new Count(taken, day, takenBefore, settled, number, open);
  }

  /** Returns this count after an invitation was closed without an answer. */
  Count released(@Nullable Long moment) {
    if (moment == null) {
      return giveBack(1);
    }
    // A settled moment gave the unit back already, or will when it is told of the invitation.
    return isSettled(moment) ? this : giveBack(1).closed(moment);
  }

  /** Returns this count after an open invitation was answered, so that its unit stays out. */
  Count answered(long moment) {
    return isSettled(moment) ? take(1) : closed(moment);
  }

  private boolean isSettled(long moment) {
    return moment <= settled;
  }

  /** Returns this count with the units back whose invitations have ended by now. */
  Count at(long second) {
    NavigableMap<Long, Long> over = open.headMap(second, true);
    if (over.isEmpty()) {
      return this;
    }
    long unanswered =
        over.values().stream().mapToLong(each -> Math.max(0, each)).sum();
    long early = over.values().stream().mapToLong(each -> Math.max(0, -each)).sum();
    return new Count(
        Math.max(0, taken - unanswered),
        day,
        takenBefore,
        over.lastKey(),
        owed + early,
        new TreeMap<>(open.tailMap(second, false)));
  }

  /**
   * Returns this count as a line of text of at most about 4,000 characters in ASCII.
   *
   * <p>{@link #decode} returns an equal count. The text begins with its format, {@code 1}, and every
   * later version of feedback4j 0.x and 1.x reads it.
   */
  public String encode() {
    StringBuilder text = new StringBuilder("1 ");
    text.append(taken).append(' ').append(day).append(' ').append(takenBefore);
    text.append(' ').append(settled).append(' ').append(owed);
    open.forEach((moment, number) -> text.append(' ').append(moment).append('=').append(number));
    return text.toString();
  }

  /**
   * Returns the count that {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if the text is damaged or of a newer format
   */
  public static Count decode(String text) {
    String[] parts = text.split(" ", -1);
    if (!parts[0].equals("1") || parts.length < FIXED || parts.length > FIXED + MAX_MOMENTS) {
      throw new IllegalArgumentException(
          "count must be of format 1 and have %d to %d parts, but has %d"
              .formatted(FIXED, FIXED + MAX_MOMENTS, parts.length));
    }
    try {
      NavigableMap<Long, Long> open = new TreeMap<>();
      for (int i = FIXED; i < parts.length; i++) {
        int sign = parts[i].indexOf('=');
        open.put(
            Long.valueOf(parts[i].substring(0, Math.max(0, sign))),
            Long.valueOf(parts[i].substring(sign + 1)));
      }
      return new Count(
          Long.parseLong(parts[1]),
          Long.parseLong(parts[2]),
          Long.parseLong(parts[3]),
          Long.parseLong(parts[4]),
          Long.parseLong(parts[5]),
          open);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("count must consist of whole numbers", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Count that
        && taken == that.taken
        && day == that.day
        && takenBefore == that.takenBefore
        && settled == that.settled
        && owed == that.owed
        && open.equals(that.open);
  }

  @Override
  public int hashCode() {
    return Objects.hash(taken, day, settled);
  }

  @Override
  public String toString() {
    return "Count[" + taken + " out]";
  }
}
