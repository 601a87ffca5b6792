package io.github.feedback4j.client;

/**
 * A record that will not be sent any more, kept for a person to look at.
 *
 * @param reason why, in a few words without anything personal, such as {@code expired}
 */
record DeadLetter(SpoolRecord record, String reason) {}
