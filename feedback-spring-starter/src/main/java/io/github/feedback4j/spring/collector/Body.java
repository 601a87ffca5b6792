package io.github.feedback4j.spring.collector;

import io.github.feedback4j.spring.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads the body of a request, and never more of it than is allowed. */
final class Body {

  static final MediaType BATCH = MediaType.parseMediaType("application/cloudevents-batch+json");

  private Body() {}

  /**
   * Checks that a request has a batch, and that we can inflate it.
   *
   * @throws Problem with status 415 if not
   */
  static void requireBatch(HttpServletRequest request) {
    if (!isBatch(request.getContentType())) {
      throw Problem.of(415, "not-a-batch", "send the content type " + BATCH + ", in UTF-8");
    }
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !isGzip(encoding) && !encoding.equalsIgnoreCase("identity")) {
      throw Problem.of(415, "unknown-encoding", "send the content encoding gzip, or none");
    }
  }

  private static boolean isBatch(@Nullable String contentType) {
    try {
      MediaType type = MediaType.parseMediaType(String.valueOf(contentType));
      return type.equalsTypeAndSubtype(BATCH)
          && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static boolean isGzip(@Nullable String encoding) {
    return "gzip".equalsIgnoreCase(encoding);
  }

  /**
   * Returns the body as it was sent.
   *
   * @throws Problem with status 413 if it is larger than allowed, 408 if it ends before its end
   */
  static byte[] read(HttpServletRequest request, int most) {
    if (request.getContentLengthLong() > most) {
      throw tooLarge("the body", most);
    }
    try {
      byte[] body = request.getInputStream().readNBytes(most + 1);
      if (body.length > most) {
        throw tooLarge("the body", most);
      }
      return body;
    } catch (IOException e) {
      // The sender has gone, or the way to it is slow. Not a 400: nothing is wrong with the events.
      throw Problem.of(408, "incomplete", "the body ended before its end; send it again");
    }
  }

  /**
   * Returns a body without its compression; of one that inflates beyond what is allowed no more than
   * that is ever inflated.
   *
   * @throws Problem with status 413 if it is larger than allowed, 400 if it is not what it says
   */
  static byte[] inflate(HttpServletRequest request, byte[] body, int most) {
    if (!isGzip(request.getHeader("Content-Encoding"))) {
      return body;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] inflated = in.readNBytes(most + 1);
      if (inflated.length > most) {
        throw tooLarge("the inflated body", most);
      }
      return inflated;
    } catch (IOException e) {
      throw Problem.of(400, "not-gzip", "the body is not what its content encoding says");
    }
  }

  private static Problem tooLarge(String what, int most) {
    return Problem.of(
        413, "too-large", "%s must have at most %d bytes; send fewer events".formatted(what, most));
  }
}
