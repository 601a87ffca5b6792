package io.github.feedback4j.prompt;

import java.time.Instant;

/**
 * Something happened to an invitation; told once for each change, after it is in the ledger.
 *
 * @param invitation the invitation
 * @param outcome what has become of it
 * @param at when
 * @since 0.1
 */
public record ContactEvent(Invitation invitation, Outcome outcome, Instant at) {}
