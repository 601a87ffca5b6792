/**
 * What may be asked: surveys, questions, texts, triggers, conditions, sampling and contact rules.
 *
 * <p>Everything here is immutable data that reads and writes as YAML or JSON; nothing here decides
 * whether somebody is asked (see {@code io.github.feedback4j.prompt}). Read {@link
 * io.github.feedback4j.survey.Survey} first. Set-up fails fast: factories throw {@link
 * java.lang.IllegalArgumentException} that names the value and its bounds, and {@link
 * io.github.feedback4j.survey.SurveyReader} reports every mistake of a file at once.
 */
@NullMarked
package io.github.feedback4j.survey;

import org.jspecify.annotations.NullMarked;
