package io.github.feedback4j.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys respondents by a truncated HMAC-SHA-256 (RFC 2104, RFC 4231). */
final class HmacPseudonymizer implements Pseudonymizer {

  private static final String ALGORITHM = "HmacSHA256";

  // 128 bits keep accidental collisions out of reach and the key short enough for an index.
  private static final int KEPT_BYTES = 16;

  private final Key key;

  // Never fed: each call clones it, which is cheaper than looking up the provider again and needs
  // neither a lock nor a thread-local that would outlive a redeployed application.
  private final Mac keyed;

  HmacPseudonymizer(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.keyed = newMac();
  }

  @Override
  public RespondentKey pseudonymize(String rawRespondent) {
    byte[] id = RawRespondent.requireNotBlank(rawRespondent).getBytes(UTF_8);
    byte[] code = freshMac().doFinal(id);
    byte[] kept = Arrays.copyOf(code, KEPT_BYTES);
    return new RespondentKey(Base64.getUrlEncoder().withoutPadding().encodeToString(kept));
  }

  private Mac freshMac() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      // Providers that compute in hardware may refuse to clone.
      return newMac();
    }
  }

  private Mac newMac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java runtime does not offer " + ALGORITHM, e);
    }
  }

  /** Returns the algorithm; the secret does not belong into a log. */
  @Override
  public String toString() {
    return "Pseudonymizer[" + ALGORITHM + "]";
  }
}
