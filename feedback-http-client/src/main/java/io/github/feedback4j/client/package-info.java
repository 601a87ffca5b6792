/**
 * What takes accepted responses to a remote collector: a crash-safe spool, and a sender that loses
 * nothing.
 */
@NullMarked
package io.github.feedback4j.client;

import org.jspecify.annotations.NullMarked;
