package io.github.feedback4j.spring.redis;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/**
 * A value as it is kept: eight bytes of version, which a script compares as they are, and the body.
 *
 * <p>Versions are random, so that one is never used again for the same key, whatever was erased,
 * expired or evicted in between, and so that an exchange which a driver sends twice, because it lost
 * the answer, is recognised by the version that it brings.
 */
final class Stamped {

  /** What stands for a version where there is nothing. */
  static final byte[] ABSENT = {};

  private Stamped() {}

  static byte[] of(long version, byte[] body) {
    return ByteBuffer.allocate(Long.BYTES + body.length)
        .putLong(version)
        .put(body)
        .array();
  }

  /**
   * Returns a version that is not 0.
   *
   * @param random a {@link Random} because that is safe for use by several threads: two exchanges with
   *     the same version would both be told that they took place
   */
  static long newVersion(Random random) {
    return (random.nextLong() >>> 1) + 1;
  }

  /** Returns a version as a script finds it in front of a value, {@link #ABSENT} for 0. */
  static byte[] bytes(long version) {
    return version == 0 ? ABSENT : of(version, new byte[0]);
  }

  static long version(byte[] stamped) {
    return ByteBuffer.wrap(stamped).getLong();
  }

  static byte[] body(byte[] stamped) {
    return Arrays.copyOfRange(stamped, Long.BYTES, stamped.length);
  }
}
