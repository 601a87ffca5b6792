/**
 * The respondent's side over HTTP: prompts, answers, dismissals, and the widget's files.
 *
 * <p>Read {@link io.github.feedback4j.spring.web.TouchpointSource} first: it decides what a browser may
 * ask about. Identity is the signed-in user and never comes from the request's body; whoever is not
 * signed in is refused. Everything is JSON written by a mapper of our own, problems are RFC 9457.
 */
@NullMarked
package io.github.feedback4j.spring.web;

import org.jspecify.annotations.NullMarked;
