/**
 * What to do about it: whether a change helped, which team stands out, what costs the most points, and
 * when there is no telling.
 *
 * <p>Teams, channels, services and themes are values of dimensions here: names and nothing else. As in
 * {@link io.github.feedback4j.score}, everything is a pure function of its arguments: no I/O, no clock,
 * no logging, and immutable. Mistakes throw {@link java.lang.IllegalArgumentException} that names the
 * value and its bounds; too few answers never throw anything, and never become a number.
 */
@NullMarked
package io.github.feedback4j.insight;

import org.jspecify.annotations.NullMarked;
