package io.github.feedback4j.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Makes the key of a row of a roll-up of what it is about, the same on every node and in every version. */
final class CellKey {

  private final MessageDigest digest;

  CellKey() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java runtime does not offer SHA-256", e);
    }
  }

  CellKey text(@Nullable String text) {
    String stored = StoredText.toStored(text);
    byte[] bytes = stored == null ? new byte[0] : stored.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES)
        .putInt(stored == null ? -1 : bytes.length)
        .array());
    digest.update(bytes);
    return this;
  }

  CellKey number(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  CellKey real(double number) {
    return number(Double.doubleToLongBits(number));
  }

  byte[] toBytes() {
    return digest.digest();
  }
}
