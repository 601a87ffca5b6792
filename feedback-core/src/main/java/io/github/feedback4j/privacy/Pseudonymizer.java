package io.github.feedback4j.privacy;

/**
 * Turns the respondent id that an application hands in into the key under which everything is kept.
 *
 * <p>It runs once, at the door. The same id always gives the same key, so that contact limits hold;
 * with {@link #hmacSha256} nobody gets from the key back to the id without the secret. Applications
 * that share a ledger need the same secret, or they do not recognise each other's respondents.
 *
 * <p>Implementations are safe for use by several threads and do no I/O.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Pseudonymizer {

  /** The least length of a secret for {@link #hmacSha256}, in bytes. */
  int MIN_KEY_BYTES = 16;

  /**
   * Returns the key of a respondent.
   *
   * @throws IllegalArgumentException if {@code rawRespondent} is blank
   */
  RespondentKey pseudonymize(String rawRespondent);

  /**
   * Returns a pseudonymizer whose keys are the first 16 bytes of HMAC-SHA-256 over the UTF-8 id, as
   * 22 characters of base64url without padding.
   *
   * @param key the secret, at least {@value #MIN_KEY_BYTES} bytes, copied
   * @throws IllegalArgumentException if the secret is too short
   */
  static Pseudonymizer hmacSha256(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "key must have at least %d bytes, but has %d".formatted(MIN_KEY_BYTES, key.length));
    }
    return new HmacPseudonymizer(key);
  }

  /**
   * Returns a pseudonymizer that keeps the id, for applications that may know who answered.
   *
   * <p>Such an id is bounded as {@link RespondentKey} says.
   */
  static Pseudonymizer identified() {
    return raw -> new RespondentKey(RawRespondent.requireNotBlank(raw));
  }
}
