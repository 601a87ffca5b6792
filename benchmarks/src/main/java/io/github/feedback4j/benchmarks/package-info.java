/**
 * Measures feedback4j beside its peers, the same work for each, in one run.
 *
 * <p>Read {@link io.github.feedback4j.benchmarks.Workload} first: it is what is measured. {@link
 * io.github.feedback4j.benchmarks.Bench} runs a report and compares it with the targets. Nothing here
 * is published, and nothing of it runs in the normal build but the tests that each state is what it
 * says.
 */
@NullMarked
package io.github.feedback4j.benchmarks;

import org.jspecify.annotations.NullMarked;
