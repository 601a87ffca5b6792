/**
 * What all surfaces of the starter that are served over HTTP do alike: JSON written by a mapper of our
 * own, RFC 9457 problems, assets with an {@code ETag}, and who may call.
 *
 * <p>For the starter's own packages; applications have no need of it, and it may change with any
 * version. Read {@link io.github.feedback4j.spring.http.Problem} first.
 */
@NullMarked
package io.github.feedback4j.spring.http;

import org.jspecify.annotations.NullMarked;
