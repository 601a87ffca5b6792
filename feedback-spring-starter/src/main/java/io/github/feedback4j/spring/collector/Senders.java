package io.github.feedback4j.spring.collector;

import io.github.feedback4j.spring.http.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The applications that may send, and how one of them is recognised. */
final class Senders {

  /** The shortest token: what is shorter could be guessed, whatever hash somebody has configured. */
  static final int MIN_TOKEN = 32;

  /** The longest token: nobody makes us hash more. */
  static final int MAX_TOKEN = 512;

  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*) *");

  private final List<Sender> all;

  Senders(List<Sender> all) {
    this.all = List.copyOf(all);
  }

  int count() {
    return all.size();
  }

  /**
   * Returns whose token a header has.
   *
   * @param authorization the header {@code Authorization}, or null if there is none
   * @throws Problem with status 401 if it is nobody's
   */
  Sender require(@Nullable String authorization) {
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
    if (!bearer.matches()) {
      throw Problem.of(401, "unknown-token", "send the header Authorization: Bearer with a token");
    }
    String token = bearer.group(1);
    if (token.length() < MIN_TOKEN || token.length() > MAX_TOKEN) {
      throw Problem.of(
          401,
          "unknown-token",
          "a token has %d to %d characters, but this one has %d"
              .formatted(MIN_TOKEN, MAX_TOKEN, token.length()));
    }
    TokenHash hash = TokenHash.of(token);
    Sender found = null;
    for (Sender each : all) {
      // No way out of the loop: how long it takes says nothing about who was found.
      if (each.has(hash)) {
        found = each;
      }
    }
    if (found == null) {
      throw Problem.of(
          401,
          "unknown-token",
          "this collector does not know the token; its hash is not configured");
    }
    return found;
  }
}
