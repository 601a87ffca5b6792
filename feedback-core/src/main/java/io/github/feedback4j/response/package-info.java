/**
 * What was answered: checks a response against its survey, protects the people in it, and keeps it.
 *
 * <p>Read {@link io.github.feedback4j.response.Response} first, then {@link
 * io.github.feedback4j.response.Intake} and {@link io.github.feedback4j.response.ResponseStore}. Only
 * the intake makes an {@link io.github.feedback4j.response.AcceptedResponse}, so no sink ever sees an
 * unchecked or unredacted answer. Submitting never throws for what a respondent or a store does: the
 * result says what is wrong.
 */
@NullMarked
package io.github.feedback4j.response;

import org.jspecify.annotations.NullMarked;
