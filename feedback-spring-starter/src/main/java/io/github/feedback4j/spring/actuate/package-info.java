/**
 * What the Actuator of an application says about feedback4j, where it has one.
 *
 * <p>Read {@link io.github.feedback4j.spring.actuate.HealthPart} first. Only counts are told, never an
 * answer or a name, and the application is never reported as down because of us unless that is set.
 */
@NullMarked
package io.github.feedback4j.spring.actuate;

import org.jspecify.annotations.NullMarked;
