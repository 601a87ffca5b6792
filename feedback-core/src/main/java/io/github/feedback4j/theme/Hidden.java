package io.github.feedback4j.theme;

import java.util.Arrays;

/** The words that a theme's hiding items cover; room that is used again. */
final class Hidden {

  // One number per place: theme, first token, last token, 12 + 24 + 24 bits. Sorted and joined, so
  // that those of one theme do not overlap and a look-up is a binary search.

  /** A theme that no item is of. */
  static final int NO_THEME = (1 << 14) - 1;

  private static final int BITS = 24;
  private static final int MASK = (1 << BITS) - 1;

  private long[] places = new long[8];
  private int count;

  void clear() {
    count = 0;
  }

  void add(int theme, int from, int to) {
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
    }
    places[count++] = ((long) theme << BITS | from) << BITS | to;
  }

  /** Makes the places ready for {@link #covers}. */
  void join() {
    if (count < 2) {
      return;
    }
    Arrays.sort(places, 0, count);
    int last = 0;
    for (int i = 1; i < count; i++) {
      long place = places[i];
      if (theme(place) == theme(places[last]) && from(place) <= to(places[last])) {
        if (to(place) > to(places[last])) {
          places[last] = (places[last] & ~(long) MASK) | to(place);
        }
      } else {
        places[++last] = place;
      }
    }
    count = last + 1;
  }

  /** Returns whether a theme's items cannot see one of these words. */
  boolean covers(int theme, int from, int to) {
    if (count == 0) {
      return false;
    }
    // The last place that starts no later than the words end.
    long key = ((long) theme << BITS | to) << BITS | MASK;
    int found = Arrays.binarySearch(places, 0, count, key);
    int at = found >= 0 ? found : -found - 2;
    return at >= 0 && theme(places[at]) == theme && to(places[at]) >= from;
  }

  /** Lets the words judge nothing: the comment does not speak of what they say. */
  void play(Matches matches) {
    for (int i = 0; i < count; i++) {
      matches.addRole(Role.PSEUDO, from(places[i]), to(places[i]));
    }
  }

  private static int theme(long place) {
    return (int) (place >>> (2 * BITS));
  }

  private static int from(long place) {
    return (int) (place >>> BITS) & MASK;
  }

  private static int to(long place) {
    return (int) place & MASK;
  }
}
