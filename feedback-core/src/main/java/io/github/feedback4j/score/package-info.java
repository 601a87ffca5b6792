/**
 * What it measures: counts of answers, and scores that carry their uncertainty.
 *
 * <p>Read {@link io.github.feedback4j.score.Score} first. A {@link
 * io.github.feedback4j.score.Tally} is all that a score needs, and tallies add and subtract
 * exactly, so the same code serves a wall screen, a daily roll-up and a batch job. Everything here
 * is a pure function of its arguments: no I/O, no clock, no logging, and, apart from {@link
 * io.github.feedback4j.score.TallyCounter} and {@link io.github.feedback4j.score.TallyCube},
 * immutable. Mistakes throw {@link
 * java.lang.IllegalArgumentException} that names the value and its bounds; too few answers never
 * throw anything.
 */
@NullMarked
package io.github.feedback4j.score;

import org.jspecify.annotations.NullMarked;
