/**
 * Puts a {@link io.github.feedback4j.Feedback} into a Spring Boot application.
 *
 * <p>Read {@link io.github.feedback4j.spring.core.FeedbackProperties} first. Surveys come from files
 * and from beans, and every mistake in them stops the start with its file, line and way out. Nothing
 * here starts a thread or speaks to a network.
 */
@NullMarked
package io.github.feedback4j.spring.core;

import org.jspecify.annotations.NullMarked;
