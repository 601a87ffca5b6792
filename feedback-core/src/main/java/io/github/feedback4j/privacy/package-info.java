/**
 * How people are protected: pseudonymous keys in place of names, and comments without addresses,
 * numbers and names.
 *
 * <p>Read {@link io.github.feedback4j.privacy.Pseudonymizer} first, then {@link
 * io.github.feedback4j.privacy.Redactor}. Set-up fails fast with {@link
 * java.lang.IllegalArgumentException}; redaction never throws, whatever the text. Nothing here puts
 * a raw id, a key or a redacted piece of text into an exception, a log line or a {@code toString}.
 */
@NullMarked
package io.github.feedback4j.privacy;

import org.jspecify.annotations.NullMarked;
