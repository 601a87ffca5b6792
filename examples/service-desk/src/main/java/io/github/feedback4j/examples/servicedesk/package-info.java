/**
 * A small internal service desk that asks the people who use it how it went.
 *
 * <p>What feedback4j needs of an application is in two places: {@link
 * io.github.feedback4j.examples.servicedesk.DeskTouchpoints} says what a browser may ask about, and
 * pages have one tag each. {@link io.github.feedback4j.examples.servicedesk.MyFeedbackController}
 * shows people why they are asked, or not. The rest is an application as there are many.
 */
@NullMarked
package io.github.feedback4j.examples.servicedesk;

import org.jspecify.annotations.NullMarked;
