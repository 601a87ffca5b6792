package io.github.feedback4j.prompt;

import java.io.ByteArrayOutputStream;

/**
 * The place of a unit on the line from 0 to 1 that sampling cuts; the same in every language.
 *
 * <p>With XXH64 (Collet 2012) over UTF-8 bytes, {@code h = mix(XXH64(unit, 0) ^ XXH64(salt, seed))},
 * where {@code mix} is the finaliser of SplitMix64 in variant 13 (Stafford 2011), and the position is
 * {@code (h >>> 11) · 2⁻⁵³}. The seed is 0x73616C74 for sampling, 0x70616E65 for panels and 0x6C617965
 * for layers ("salt", "pane" and "laye" in ASCII), so the three draws are independent even where their
 * salts are the same. A unit of several parts is hashed as the concatenation, for each part, of its
 * length in bytes as four little-endian bytes and the bytes themselves. An unpaired surrogate is the
 * bytes EF BF BD. The testkit publishes golden vectors.
 *
 * <p>The position does not depend on the rate it is compared with, so raising a rate only ever adds
 * units; and it depends on the salt, so two surveys sample independently.
 *
 * @since 0.1
 */
public final class SamplingPosition {

  // One hash for the unit and one for the salt, joined by a cheap mix: the expensive part, reading
  // the unit's bytes, is the same for every survey.
  private static final long SALT_SEED = 0x73616C74L;
  private static final long PANEL_SEED = 0x70616E65L;
  private static final long LAYER_SEED = 0x6C617965L;

  private static final long P1 = 0x9E3779B185EBCA87L;
  private static final long P2 = 0xC2B2AE3D27D4EB4FL;
  private static final long P3 = 0x165667B19E3779F9L;
  private static final long P4 = 0x85EBCA77C2B2AE63L;
  private static final long P5 = 0x27D4EB2F165667C5L;

  private SamplingPosition() {}

  /** Returns the position of a unit of one part, at least 0 and less than 1. */
  public static double of(String salt, String unit) {
    return position(saltHash(salt), xxh64(utf8(unit), 0));
  }

  /** Returns the position of a unit of several parts, at least 0 and less than 1. */
  public static double ofParts(String salt, String... parts) {
    return position(saltHash(salt), partsHash(parts));
  }

  /**
   * Returns the panel of a unit, at least 0 and less than {@code panels}.
   *
   * @throws IllegalArgumentException if there are no panels
   */
  public static int panel(String salt, String unit, int panels) {
    if (panels < 1) {
      throw new IllegalArgumentException("panels must be at least 1, but was " + panels);
    }
    return panel(panelHash(salt), unitHash(unit), panels);
  }

  /** Returns the place of a unit on a layer, at least 0 and less than 1. */
  public static double onLayer(String layer, String unit) {
    return position(layerHash(layer), unitHash(unit));
  }

  static long saltHash(String salt) {
    return xxh64(utf8(salt), SALT_SEED);
  }

  static long panelHash(String salt) {
    return xxh64(utf8(salt), PANEL_SEED);
  }

  static long layerHash(String layer) {
    return xxh64(utf8(layer), LAYER_SEED);
  }

  static int panel(long panelHash, long unitHash, int panels) {
    // A position is so far below 1 that the product is rounded down where it must be.
    return (int) (position(panelHash, unitHash) * panels);
  }

  static long unitHash(String unit) {
    return unit.length() < 32 ? shortHash(unit) : longHash(unit);
  }

  private static long longHash(String unit) {
    return isAscii(unit) ? xxh64OfAscii(unit) : xxh64(utf8(unit), 0);
  }

  /**
   * The hash of fewer than 32 characters, which most keys have: they are hashed as if they were bytes,
   * and if one of them was none, all of it is done anew.
   */
  private static long shortHash(String unit) {
    int end = unit.length();
    int all = 0;
    int index = 0;
    long hash = P5 + end;
    for (; index <= end - 8; index += 8) {
      int c0 = unit.charAt(index);
      int c1 = unit.charAt(index + 1);
      int c2 = unit.charAt(index + 2);
      int c3 = unit.charAt(index + 3);
      int c4 = unit.charAt(index + 4);
      int c5 = unit.charAt(index + 5);
      int c6 = unit.charAt(index + 6);
      int c7 = unit.charAt(index + 7);
      all |= c0 | c1 | c2 | c3 | c4 | c5 | c6 | c7;
      int low = c0 | c1 << 8 | c2 << 16 | c3 << 24;
      long high = c4 | c5 << 8 | c6 << 16 | (long) c7 << 24;
      hash = Long.rotateLeft(hash ^ round(0, high << 32 | (low & 0xFFFFFFFFL)), 27) * P1 + P4;
    }
    if (index <= end - 4) {
      int c0 = unit.charAt(index);
      int c1 = unit.charAt(index + 1);
      int c2 = unit.charAt(index + 2);
      int c3 = unit.charAt(index + 3);
      all |= c0 | c1 | c2 | c3;
      long word = (c0 | c1 << 8 | c2 << 16 | c3 << 24) & 0xFFFFFFFFL;
      hash = Long.rotateLeft(hash ^ word * P1, 23) * P2 + P3;
      index += 4;
    }
    for (; index < end; index++) {
      int c = unit.charAt(index);
      all |= c;
      hash = Long.rotateLeft(hash ^ c * P5, 11) * P1;
    }
    return all < 0x80 ? finished(hash) : xxh64(utf8(unit), 0);
  }

  static long partsHash(String... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : parts) {
      byte[] utf8 = utf8(part);
      for (int shift = 0; shift < 32; shift += 8) {
        bytes.write(utf8.length >>> shift);
      }
      bytes.writeBytes(utf8);
    }
    return xxh64(bytes.toByteArray(), 0);
  }

  static double position(long saltHash, long unitHash) {
    long h = unitHash ^ saltHash;
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    h ^= h >>> 31;
    return (h >>> 11) * 0x1.0p-53;
  }

  private static boolean isAscii(String text) {
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      all |= text.charAt(i);
    }
    return all < 0x80;
  }

  /** The hash of 32 characters or more that are their bytes, without making the bytes. */
  private static long xxh64OfAscii(String text) {
    int index = 0;
    int end = text.length();
    long v3 = 0; // the seed, from which the sum of two primes overflows as XXH64 means it to
    long v1 = v3 + P1 + P2;
    long v2 = P2;
    long v4 = -P1;
    for (; index <= end - 32; index += 32) {
      v1 = round(v1, ascii64(text, index));
      v2 = round(v2, ascii64(text, index + 8));
      v3 = round(v3, ascii64(text, index + 16));
      v4 = round(v4, ascii64(text, index + 24));
    }
    long hash = merged(v1, v2, v3, v4) + end;
    for (; index <= end - 8; index += 8) {
      hash = Long.rotateLeft(hash ^ round(0, ascii64(text, index)), 27) * P1 + P4;
    }
    if (index <= end - 4) {
      hash = Long.rotateLeft(hash ^ ascii32(text, index) * P1, 23) * P2 + P3;
      index += 4;
    }
    for (; index < end; index++) {
      hash = Long.rotateLeft(hash ^ text.charAt(index) * P5, 11) * P1;
    }
    return finished(hash);
  }

  private static long ascii64(String text, int index) {
    return ascii32(text, index) | ascii32(text, index + 4) << 32;
  }

  private static long ascii32(String text, int index) {
    return text.charAt(index)
        | text.charAt(index + 1) << 8
        | text.charAt(index + 2) << 16
        | (long) text.charAt(index + 3) << 24;
  }

  /** UTF-8 by the definition; {@code String.getBytes} makes a question mark of a lone surrogate. */
  private static byte[] utf8(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 8);
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        point = 0xFFFD;
      }
      if (point < 0x80) {
        bytes.write(point);
      } else if (point < 0x800) {
        bytes.write(0xC0 | (point >> 6));
        bytes.write(0x80 | (point & 0x3F));
      } else if (point < 0x10000) {
        bytes.write(0xE0 | (point >> 12));
        bytes.write(0x80 | ((point >> 6) & 0x3F));
        bytes.write(0x80 | (point & 0x3F));
      } else {
        bytes.write(0xF0 | (point >> 18));
        bytes.write(0x80 | ((point >> 12) & 0x3F));
        bytes.write(0x80 | ((point >> 6) & 0x3F));
        bytes.write(0x80 | (point & 0x3F));
      }
    }
    return bytes.toByteArray();
  }

  static long xxh64(byte[] input, long seed) {
    int index = 0;
    int end = input.length;
    long hash;
    if (end >= 32) {
      long v1 = seed + P1 + P2;
      long v2 = seed + P2;
      long v3 = seed;
      long v4 = seed - P1;
      for (; index <= end - 32; index += 32) {
        v1 = round(v1, long64(input, index));
        v2 = round(v2, long64(input, index + 8));
        v3 = round(v3, long64(input, index + 16));
        v4 = round(v4, long64(input, index + 24));
      }
      hash = merged(v1, v2, v3, v4);
    } else {
      hash = seed + P5;
    }
    hash += end;
    for (; index <= end - 8; index += 8) {
      hash = Long.rotateLeft(hash ^ round(0, long64(input, index)), 27) * P1 + P4;
    }
    if (index <= end - 4) {
      hash = Long.rotateLeft(hash ^ (int32(input, index) & 0xFFFFFFFFL) * P1, 23) * P2 + P3;
      index += 4;
    }
    for (; index < end; index++) {
      hash = Long.rotateLeft(hash ^ (input[index] & 0xFF) * P5, 11) * P1;
    }
    return finished(hash);
  }

  private static long merged(long v1, long v2, long v3, long v4) {
    long hash = Long.rotateLeft(v1, 1)
        + Long.rotateLeft(v2, 7)
        + Long.rotateLeft(v3, 12)
        + Long.rotateLeft(v4, 18);
    hash = (hash ^ round(0, v1)) * P1 + P4;
    hash = (hash ^ round(0, v2)) * P1 + P4;
    hash = (hash ^ round(0, v3)) * P1 + P4;
    return (hash ^ round(0, v4)) * P1 + P4;
  }

  private static long finished(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * P2;
    mixed = (mixed ^ (mixed >>> 29)) * P3;
    return mixed ^ (mixed >>> 32);
  }

  private static long round(long accumulator, long input) {
    return Long.rotateLeft(accumulator + input * P2, 31) * P1;
  }

  private static long long64(byte[] bytes, int index) {
    return (int32(bytes, index) & 0xFFFFFFFFL) | ((long) int32(bytes, index + 4) << 32);
  }

  private static int int32(byte[] bytes, int index) {
    return (bytes[index] & 0xFF)
        | ((bytes[index + 1] & 0xFF) << 8)
        | ((bytes[index + 2] & 0xFF) << 16)
        | (bytes[index + 3] << 24);
  }
}
