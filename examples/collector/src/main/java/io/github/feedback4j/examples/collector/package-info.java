/**
 * The application that takes the answers of other applications, and shows them together.
 *
 * <p>There is next to nothing here: the starter does it all, by the properties of {@code
 * application.yaml}. Read {@link io.github.feedback4j.examples.collector.CollectorApplication} first.
 */
@NullMarked
package io.github.feedback4j.examples.collector;

import org.jspecify.annotations.NullMarked;
