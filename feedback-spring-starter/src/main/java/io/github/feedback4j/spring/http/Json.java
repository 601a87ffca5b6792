package io.github.feedback4j.spring.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes our JSON with a mapper of our own, because the host's may be of another version
 * and is configured for the host's needs.
 */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(16)
              .maxDocumentLength(1_000_000)
              .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private Json() {}

  /** Returns an empty object to fill. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Returns the object in a request body.
   *
   * @throws Problem with status 400 if it is not JSON, or no object
   */
  public static JsonNode read(byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      throw Problem.of(400, "not-json", "the body is not JSON, or larger than a response can be");
    }
    throw Problem.of(400, "not-json", "the body must be a JSON object");
  }

  /** Returns a JSON answer that nothing between us and the browser keeps. */
  public static ResponseEntity<byte[]> answer(
      HttpStatusCode status, MediaType type, ObjectNode body) {
    return answer(status, type, body, Map.of());
  }

  /** Returns such an answer with more headers, one at a time: the type of all has changed in Spring 7. */
  static ResponseEntity<byte[]> answer(
      HttpStatusCode status, MediaType type, ObjectNode body, Map<String, String> headers) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
        .contentType(type)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff");
    headers.forEach((name, value) -> answer.header(name, value));
    return answer.body(body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
