/**
 * May we ask this person now? Touchpoints go in, decisions come out, a ledger remembers each person,
 * and counters what counts for all together.
 *
 * <p>Read {@link io.github.feedback4j.prompt.PromptEngine} first, then {@link
 * io.github.feedback4j.prompt.Decision}, {@link io.github.feedback4j.prompt.ContactLedger} and {@link
 * io.github.feedback4j.prompt.SurveyCounters}. The rules are data of {@code
 * io.github.feedback4j.survey}; the gates here interpret them, and no store knows a rule. At run time
 * nothing here throws for trouble of a store: asking fails closed with a {@link
 * io.github.feedback4j.prompt.SkipReason}.
 */
@NullMarked
package io.github.feedback4j.prompt;

import org.jspecify.annotations.NullMarked;
