package io.github.feedback4j.prompt;

import java.time.Instant;

/**
 * A touchpoint and when the application reports it: one line of what a {@link Simulator} replays.
 *
 * @param at when it is reported
 * @param touchpoint what is reported
 * @since 0.1
 */
public record TimedTouchpoint(Instant at, Touchpoint touchpoint) {}
