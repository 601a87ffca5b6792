/**
 * Takes accepted responses to a remote collector, and loses none: a crash-safe spool, and a sender that
 * waits out whatever is wrong.
 *
 * <p>Read {@link io.github.feedback4j.client.CollectorClient} first, then {@code Sender}, which decides
 * what every answer means for the records in hand, and {@code Spool}, which keeps them. {@code
 * docs/delivery.md} is the page for those who run it.
 *
 * <p>Set-up fails at once, with everything that is wrong. Later nothing here throws because of a network
 * or a collector: it is counted in {@link io.github.feedback4j.client.DeliveryReport} and logged at WARN,
 * once per cause and minute. Only what could not be kept is told to the caller. Neither a token nor
 * anything about a person is ever logged.
 */
@NullMarked
package io.github.feedback4j.client;

import org.jspecify.annotations.NullMarked;
