/**
 * Sends the answers of an application to a collector.
 *
 * <p>Read {@link io.github.feedback4j.spring.remote.RemoteProperties} first. Answers are on this node's
 * disk before anybody is thanked, and leave it in batches, for as long as it takes. What is wrong with
 * the properties stops the start; the network is not needed for it.
 */
@NullMarked
package io.github.feedback4j.spring.remote;

import org.jspecify.annotations.NullMarked;
