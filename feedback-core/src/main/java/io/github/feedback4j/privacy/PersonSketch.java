package io.github.feedback4j.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How many different people stand behind figures, counted exactly up to {@value #CAPACITY}, in at most
 * {@value #MAX_BYTES} bytes that can be stored and added up.
 *
 * <p>It keeps the smallest hashes of their keys (Bar-Yossef et al. 2002). That is enough to know whether a
 * group is small, whoever is in two of its parts counts once, and the order in which parts are added does
 * not matter. Nobody can be taken out of a full sketch: who erases a person counts those that are left
 * again. Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class PersonSketch {

  /** Up to how many people are counted; a full sketch stands for that many or more. */
  public static final int CAPACITY = SmallGroupGuard.MAX_MIN_PERSONS;

  /** The greatest size of {@link #toBytes}. */
  public static final int MAX_BYTES = CAPACITY * Long.BYTES;

  private static final PersonSketch NOBODY = new PersonSketch(new long[0]);

  /** Ascending and different. */
  private final long[] hashes;

  private PersonSketch(long[] hashes) {
    this.hashes = hashes;
  }

  /** Returns the sketch of nobody. */
  public static PersonSketch none() {
    return NOBODY;
  }

  /** Returns the sketch of some people. */
  public static PersonSketch of(Collection<RespondentKey> persons) {
    long[] all = persons.stream()
        .mapToLong(PersonSketch::hash)
        .sorted()
        .distinct()
        .limit(CAPACITY)
        .toArray();
    return new PersonSketch(all);
  }

  /**
   * Returns the sketch that {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if the bytes are something else
   */
  public static PersonSketch fromBytes(byte[] bytes) {
    long[] hashes = new long[bytes.length / Long.BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    boolean isAscending = true;
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = buffer.getLong(i * Long.BYTES);
      isAscending &= i == 0 || hashes[i - 1] < hashes[i];
    }
    if (bytes.length % Long.BYTES != 0 || hashes.length > CAPACITY || !isAscending) {
      throw new IllegalArgumentException(
          "a sketch has at most %d hashes of 8 bytes in ascending order; these are %d bytes that are none"
              .formatted(CAPACITY, bytes.length));
    }
    return new PersonSketch(hashes);
  }

  /** Returns this sketch with one more person, who may be in it already. */
  public PersonSketch with(RespondentKey person) {
    return plus(new PersonSketch(new long[] {hash(person)}));
  }

  /** Returns the people of both, each of them once. */
  public PersonSketch plus(PersonSketch other) {
    if (other.hashes.length == 0) {
      return this;
    }
    if (hashes.length == 0) {
      return other;
    }
    if (isFull() && other.hashes[0] > hashes[CAPACITY - 1]) {
      return this;
    }
    long[] all = new long[Math.min(CAPACITY, hashes.length + other.hashes.length)];
    int size = 0;
    int mine = 0;
    int others = 0;
    while (size < all.length && (mine < hashes.length || others < other.hashes.length)) {
      boolean isMine = others == other.hashes.length
          || (mine < hashes.length && hashes[mine] <= other.hashes[others]);
      long next = isMine ? hashes[mine++] : other.hashes[others++];
      if (size == 0 || all[size - 1] != next) {
        all[size++] = next;
      }
    }
    return size == hashes.length && Arrays.equals(all, 0, size, hashes, 0, size)
        ? this
        : new PersonSketch(size == all.length ? all : Arrays.copyOf(all, size));
  }

  /** Returns how many people there are, 0 to {@value #CAPACITY}, where the greatest means at least. */
  public int size() {
    return hashes.length;
  }

  /** Returns whether there are {@value #CAPACITY} people or more. */
  public boolean isFull() {
    return hashes.length == CAPACITY;
  }

  /** Returns the sketch as bytes, eight for each person. */
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Long.BYTES);
    bytes.asLongBuffer().put(hashes);
    return bytes.array();
  }

  private static long hash(RespondentKey person) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(person.value().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java runtime does not offer SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PersonSketch that && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return "PersonSketch[" + (isFull() ? "at least " : "") + hashes.length + " persons]";
  }
}
