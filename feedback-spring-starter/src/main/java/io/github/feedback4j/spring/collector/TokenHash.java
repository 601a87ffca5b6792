package io.github.feedback4j.spring.collector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 hash of a token. Tokens are drawn at random and long, so a fast hash without salt keeps
 * them safe: there is nothing to guess.
 */
final class TokenHash {

  private static final int BYTES = 32;

  private final byte[] hash;

  private TokenHash(byte[] hash) {
    this.hash = hash;
  }

  static TokenHash of(String token) {
    try {
      return new TokenHash(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the hash that 64 hexadecimal digits or Base64 stand for, or null if they stand for none. */
  static @Nullable TokenHash parse(String text) {
    try {
      byte[] hash = text.length() == 2 * BYTES
          ? HexFormat.of().parseHex(text)
          : Base64.getDecoder().decode(text);
      return hash.length == BYTES ? new TokenHash(hash) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Returns whether both are the same, in a time that does not depend on where they differ. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenHash that && MessageDigest.isEqual(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  /** Returns no part of the hash. */
  @Override
  public String toString() {
    return "TokenHash";
  }
}
