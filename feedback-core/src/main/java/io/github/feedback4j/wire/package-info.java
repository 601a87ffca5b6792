/**
 * What goes from an application to a collector: events as CloudEvents 1.0 in JSON.
 *
 * <p>Read {@link io.github.feedback4j.wire.WireEvent} first, then {@link
 * io.github.feedback4j.wire.EventWriter} and {@link io.github.feedback4j.wire.EventReader}. What a
 * version wrote is readable for ever: names stay, fields are only added, and a reader passes over those
 * that it does not know. Nothing here sends, keeps or checks an event against its survey, and no message
 * repeats what is in one.
 */
@NullMarked
package io.github.feedback4j.wire;

import org.jspecify.annotations.NullMarked;
