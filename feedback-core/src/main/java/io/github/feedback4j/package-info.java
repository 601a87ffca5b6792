/**
 * The door to feedback4j: {@link io.github.feedback4j.Feedback} and its builder.
 *
 * <p>Where to read next, in this order: {@code examples/plain-java} with its {@code FirstPromptMain},
 * {@link io.github.feedback4j.Feedback}, {@link io.github.feedback4j.prompt.Decision}, {@link
 * io.github.feedback4j.prompt.PromptEngine}, and {@code ContactLedgerContract} in the testkit. This
 * package sees every other one, and none of them imports it.
 */
@NullMarked
package io.github.feedback4j;

import org.jspecify.annotations.NullMarked;
