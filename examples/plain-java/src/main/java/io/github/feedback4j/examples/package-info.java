/**
 * feedback4j without a framework: one small main class per idea.
 *
 * <p>Read {@link io.github.feedback4j.examples.FirstPromptMain} first, then {@link
 * io.github.feedback4j.examples.ExplainSkipMain}, {@link
 * io.github.feedback4j.examples.SurveyFromYamlMain} and {@link
 * io.github.feedback4j.examples.ScoreMain}. {@link io.github.feedback4j.examples.ReplayMain} puts
 * them together: it lives through half a year of made-up tickets and reports what came of it.
 */
@NullMarked
package io.github.feedback4j.examples;

import org.jspecify.annotations.NullMarked;
