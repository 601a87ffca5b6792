/**
 * Proves that a store of your own keeps its promises, and makes feedback4j easy to test with.
 *
 * <p>Extend {@link io.github.feedback4j.testkit.ContactLedgerContract} or {@link
 * io.github.feedback4j.testkit.ResponseStoreContract} for a store; use {@link
 * io.github.feedback4j.testkit.FakeFeedback} in the tests of an application, and {@link
 * io.github.feedback4j.testkit.SamplingVectors} to draw the same people in another language. Nothing
 * here replaces a rule: the fakes run the real engine on a clock that stands still until the test
 * moves it.
 */
@NullMarked
package io.github.feedback4j.testkit;

import org.jspecify.annotations.NullMarked;
