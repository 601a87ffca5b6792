package io.github.feedback4j.client;

import org.jspecify.annotations.Nullable;

/** The token that is sent, and the one that was refused last. Used by one thread. */
final class Tokens {

  private final @Nullable TokenSupplier supplier;
  private final Warnings warnings;
  private @Nullable String current;
  private @Nullable String refused;

  Tokens(@Nullable TokenSupplier supplier, Warnings warnings) {
    this.supplier = supplier;
    this.warnings = warnings;
  }

  /** Asks for the token to send now; returns whether there is one, or none is needed. */
  boolean ask() {
    if (supplier == null) {
      return true;
    }
    try {
      String token = supplier.token();
      if (isToken(token)) {
        current = token;
        return true;
      }
      warnings.warn(
          Warnings.Cause.TOKEN,
          "the token supplier must return visible ASCII characters, and did not; nothing is sent");
    } catch (RuntimeException e) {
      // Without its text, which may well quote the token.
      warnings.warn(
          Warnings.Cause.TOKEN,
          "the token supplier threw {}; nothing is sent",
          e.getClass().getName());
    }
    return false;
  }

  @Nullable
  String current() {
    return current;
  }

  void refuse() {
    refused = current;
  }

  /** Asks, and returns whether there is a token now that was not refused. */
  boolean askForAnother() {
    return supplier != null && ask() && current != null && !current.equals(refused);
  }

  private static boolean isToken(@Nullable String token) {
    return token != null && !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c <= '~');
  }
}
