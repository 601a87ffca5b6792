/**
 * Takes the answers of other applications: the collector.
 *
 * <p>Read {@link io.github.feedback4j.spring.collector.CollectorProperties} first. Every application has
 * tokens of its own, which are known here by their hashes only, and speaks for one source. Mistakes in
 * properties stop the start, all at once; at run time every batch gets an answer, and what goes wrong is
 * counted and said once a minute, never with a word of what was sent.
 */
@NullMarked
package io.github.feedback4j.spring.collector;

import org.jspecify.annotations.NullMarked;
