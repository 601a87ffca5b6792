package io.github.feedback4j.testkit;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Sampling once more, from its description in {@code docs/sampling.md} and that of XXH64 (Collet, "xxHash
 * fast digest algorithm", version 0.1.1), in plain numbers modulo 2^64, and slowly.
 */
final class PlainSampling {

  static final long SAMPLING = 0x73616C74;
  static final long PANEL = 0x70616E65;
  static final long LAYER = 0x6C617965;

  private static final BigInteger TWO_64 = BigInteger.TWO.pow(64);
  private static final BigInteger PRIME_1 = new BigInteger("11400714785074694791");
  private static final BigInteger PRIME_2 = new BigInteger("14029467366897019727");
  private static final BigInteger PRIME_3 = new BigInteger("1609587929392839161");
  private static final BigInteger PRIME_4 = new BigInteger("9650029242287828579");
  private static final BigInteger PRIME_5 = new BigInteger("2870177450012600261");

  private PlainSampling() {}

  static long draw(byte[] unit, String salt, long seed) {
    BigInteger h = xxh64(unit, 0).xor(xxh64(utf8(salt), seed));
    h = times(h.xor(h.shiftRight(30)), new BigInteger("bf58476d1ce4e5b9", 16));
    h = times(h.xor(h.shiftRight(27)), new BigInteger("94d049bb133111eb", 16));
    return h.xor(h.shiftRight(31)).longValue();
  }

  static double position(long draw) {
    return (draw >>> 11) / 9007199254740992.0;
  }

  static byte[] composite(Iterable<String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : parts) {
      byte[] utf8 = utf8(part);
      bytes.write(utf8.length % 256);
      bytes.write(utf8.length / 256 % 256);
      bytes.write(utf8.length / 65_536 % 256);
      bytes.write(utf8.length / 16_777_216);
      bytes.writeBytes(utf8);
    }
    return bytes.toByteArray();
  }

  /** The table of RFC 3629, section 3. */
  static byte[] utf8(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    text.codePoints().map(each -> each / 0x800 == 0x1B ? 0xFFFD : each).forEach(each -> {
      if (each <= 0x7F) {
        bytes.write(each);
      } else if (each <= 0x7FF) {
        bytes.write(0b1100_0000 + each / 64);
        bytes.write(0b1000_0000 + each % 64);
      } else if (each <= 0xFFFF) {
        bytes.write(0b1110_0000 + each / 4096);
        bytes.write(0b1000_0000 + each / 64 % 64);
        bytes.write(0b1000_0000 + each % 64);
      } else {
        bytes.write(0b1111_0000 + each / 262_144);
        bytes.write(0b1000_0000 + each / 4096 % 64);
        bytes.write(0b1000_0000 + each / 64 % 64);
        bytes.write(0b1000_0000 + each % 64);
      }
    });
    return bytes.toByteArray();
  }

  static BigInteger xxh64(byte[] input, long seedValue) {
    BigInteger seed = BigInteger.valueOf(seedValue);
    byte[] rest = input;
    BigInteger acc;
    if (input.length < 32) {
      acc = plus(seed, PRIME_5);
    } else {
      // Steps 1 and 2: four accumulators eat stripes of 32 bytes, 8 bytes each.
      BigInteger[] accs = {
        plus(plus(seed, PRIME_1), PRIME_2), plus(seed, PRIME_2), seed, plus(seed, PRIME_1.negate())
      };
      while (rest.length >= 32) {
        for (int lane = 0; lane < 4; lane++) {
          accs[lane] = round(accs[lane], littleEndian(rest, 8 * lane, 8));
        }
        rest = Arrays.copyOfRange(rest, 32, rest.length);
      }
      // Step 3: they converge.
      acc = plus(
          plus(left(accs[0], 1), left(accs[1], 7)), plus(left(accs[2], 12), left(accs[3], 18)));
      for (BigInteger lane : accs) {
        acc = plus(times(acc.xor(round(BigInteger.ZERO, lane)), PRIME_1), PRIME_4);
      }
    }
    // Step 4: the length; step 5: what is left over.
    acc = plus(acc, BigInteger.valueOf(input.length));
    while (rest.length >= 8) {
      acc = acc.xor(round(BigInteger.ZERO, littleEndian(rest, 0, 8)));
      acc = plus(times(left(acc, 27), PRIME_1), PRIME_4);
      rest = Arrays.copyOfRange(rest, 8, rest.length);
    }
    if (rest.length >= 4) {
      acc = acc.xor(times(littleEndian(rest, 0, 4), PRIME_1));
      acc = plus(times(left(acc, 23), PRIME_2), PRIME_3);
      rest = Arrays.copyOfRange(rest, 4, rest.length);
    }
    for (byte each : rest) {
      acc = acc.xor(times(BigInteger.valueOf(Byte.toUnsignedInt(each)), PRIME_5));
      acc = times(left(acc, 11), PRIME_1);
    }
    // Step 6: the avalanche.
    acc = times(acc.xor(acc.shiftRight(33)), PRIME_2);
    acc = times(acc.xor(acc.shiftRight(29)), PRIME_3);
    return acc.xor(acc.shiftRight(32));
  }

  private static BigInteger round(BigInteger acc, BigInteger lane) {
    return times(left(plus(acc, times(lane, PRIME_2)), 31), PRIME_1);
  }

  private static BigInteger littleEndian(byte[] bytes, int from, int length) {
    BigInteger number = BigInteger.ZERO;
    for (int i = from + length - 1; i >= from; i--) {
      number = number.shiftLeft(8).add(BigInteger.valueOf(Byte.toUnsignedInt(bytes[i])));
    }
    return number;
  }

  private static BigInteger left(BigInteger number, int bits) {
    return number.shiftLeft(bits).mod(TWO_64).or(number.shiftRight(64 - bits));
  }

  private static BigInteger plus(BigInteger one, BigInteger other) {
    return one.add(other).mod(TWO_64);
  }

  private static BigInteger times(BigInteger one, BigInteger other) {
    return one.multiply(other).mod(TWO_64);
  }
}
