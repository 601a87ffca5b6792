package io.github.feedback4j.client;

/**
 * Gives the token that the collector knows this application by.
 *
 * <p>Asked before every request, and once a second while the collector refuses the token, always by the
 * sender's thread: answer at once, from a cache if the token comes from elsewhere. A token is never
 * logged, kept in a file or shown by any {@code toString} of ours, and what a supplier throws is logged
 * by its class only.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TokenSupplier {

  /** Returns the token: visible ASCII characters, as they follow {@code Bearer} in the header. */
  String token();
}
