package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Shuffles options for one invitation.
 *
 * <p>The order is not kept with the answer: invitation and survey version are, and they give the same
 * order again, for ever. So the algorithm is frozen (golden test): the seed is FNV-1a over the 16 bytes
 * of the invitation's id and the characters of the question's id, the numbers are SplitMix64's (Steele,
 * Lea and Flood 2014), the shuffle is that of Fisher and Yates, from the end.
 */
final class ShownOrder {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private ShownOrder() {}

  static <T> List<T> of(List<T> options, UUID invitation, String question) {
    long state = seed(invitation, question);
    List<T> shuffled = new ArrayList<>(options);
    for (int last = shuffled.size() - 1; last > 0; last--) {
      state += GOLDEN_GAMMA;
      int chosen = (int) Long.remainderUnsigned(mix(state), last + 1L);
      T moved = shuffled.get(last);
      shuffled.set(last, shuffled.get(chosen));
      shuffled.set(chosen, moved);
    }
    return List.copyOf(shuffled);
  }

  private static long seed(UUID invitation, String question) {
    long hash = FNV_OFFSET;
    for (long half :
        new long[] {invitation.getMostSignificantBits(), invitation.getLeastSignificantBits()}) {
      for (int shift = 56; shift >= 0; shift -= 8) {
        hash = (hash ^ ((half >>> shift) & 0xff)) * FNV_PRIME;
      }
    }
    // Ids are ASCII, so a character is a byte.
    for (int i = 0; i < question.length(); i++) {
      hash = (hash ^ question.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
