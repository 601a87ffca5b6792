package io.github.feedback4j.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the roll-up counts on its day, packed into one column: version, rating, probability, the
 * values in the order of {@link RollUpCell#DIMENSIONS}, and the themes.
 *
 * <p>A dashboard reads a hundred thousand rows at once. A driver gives out one array of bytes in a fraction
 * of the time that eight columns take, and few of the texts in it differ: each is made once. Used by one
 * thread; what it says holds until the next row.
 */
final class Counted {

  private static final int TEXTS = RollUpCell.DIMENSIONS.size() + 1;
  private static final int FIRST_SIZE = 256;

  private final @Nullable String[] texts = new String[TEXTS];
  private int surveyVersion;
  private int rating;
  private double probability;

  // The texts that were seen, by a hash of their bytes; no more than three quarters full.
  private byte[][] keys = new byte[FIRST_SIZE][];
  private @Nullable String[] known = new String[FIRST_SIZE];
  private int size;

  /** Packs what a cell counts. */
  static byte[] packed(RollUpCell cell) {
    List<byte[]> texts = new ArrayList<>();
    int size = 2 * Integer.BYTES + Double.BYTES;
    for (int i = 0; i < TEXTS; i++) {
      String text = i < TEXTS - 1 ? cell.dimensions().get(i) : cell.themes();
      String stored = StoredText.toStored(text);
      // No value is empty, and neither is a text of no themes.
      byte[] bytes = stored == null ? new byte[0] : stored.getBytes(UTF_8);
      texts.add(bytes);
      size += Integer.BYTES + bytes.length;
    }
    ByteBuffer packed = ByteBuffer.allocate(size)
        .putInt(cell.surveyVersion())
        .putInt(cell.rating())
        .putDouble(cell.probability());
    texts.forEach(each -> packed.putInt(each.length).put(each));
    return packed.array();
  }

  /** Unpacks what {@link #packed} wrote. */
  void read(byte[] packed) {
    ByteBuffer bytes = ByteBuffer.wrap(packed);
    surveyVersion = bytes.getInt();
    rating = bytes.getInt();
    probability = bytes.getDouble();
    for (int i = 0; i < TEXTS; i++) {
      int length = bytes.getInt();
      int from = bytes.position();
      texts[i] = length == 0 ? null : text(packed, from, from + length);
      bytes.position(from + length);
    }
  }

  int surveyVersion() {
    return surveyVersion;
  }

  int rating() {
    return rating;
  }

  double probability() {
    return probability;
  }

  /** Returns the value of the dimension at a place, an empty text for none. */
  String dimension(int place) {
    String value = texts[place];
    return value == null ? "" : value;
  }

  /** Returns what the texts beside the rating mention, as {@link RollUpCell#written}; null without text. */
  @Nullable
  String themes() {
    return texts[TEXTS - 1];
  }

  private String text(byte[] bytes, int from, int until) {
    int hash = 1;
    for (int i = from; i < until; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = slot(hash);
    while (true) {
      String found = known[slot];
      if (found == null) {
        break;
      }
      byte[] key = keys[slot];
      if (Arrays.equals(key, 0, key.length, bytes, from, until)) {
        return found;
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    String made =
        Objects.requireNonNull(StoredText.fromStored(new String(bytes, from, until - from, UTF_8)));
    keys[slot] = Arrays.copyOfRange(bytes, from, until);
    known[slot] = made;
    if (++size > keys.length - keys.length / 4) {
      grow();
    }
    return made;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 16) & (keys.length - 1);
  }

  private void grow() {
    byte[][] oldKeys = keys;
    @Nullable String[] old = known;
    keys = new byte[2 * oldKeys.length][];
    known = new String[keys.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null) {
        int slot = slot(Arrays.hashCode(oldKeys[i]));
        while (known[slot] != null) {
          slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = oldKeys[i];
        known[slot] = old[i];
      }
    }
  }
}
