/**
 * The dashboard: what came back, with its uncertainty, for those who may see it.
 *
 * <p>Read {@link io.github.feedback4j.spring.dashboard.FeedbackAccess} first: it decides who may, in
 * every request, whatever the application's security chain lets through. Without Spring Security, and
 * without a bean that decides in its place, nothing here is served. All scores come from {@link
 * io.github.feedback4j.Scoreboard}, so what it hides is nowhere to be seen. Beside it stands the editor of
 * the theme pack, for those who may change what comments are tagged with.
 */
@NullMarked
package io.github.feedback4j.spring.dashboard;

import org.jspecify.annotations.NullMarked;
