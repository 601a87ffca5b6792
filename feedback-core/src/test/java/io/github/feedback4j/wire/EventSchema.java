package io.github.feedback4j.wire;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema of events, in the hands of a validator that is not ours. */
final class EventSchema {

  /** Escapes what is not ASCII, or half a character would be lost on the way to bytes. */
  static final JsonMapper MAPPER = JsonMapper.builder(
          JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
      .build();

  private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry -> registry.schemas(Map.of(
              "urn:feedback4j:events:1", resource("events.v1.schema.json"),
              "urn:feedback4j:survey:1", resource("survey.schema.json"))))
      .getSchema(SchemaLocation.of("urn:feedback4j:events:1"));

  private EventSchema() {}

  static String resource(String name) {
    try (InputStream in = EventSchema.class.getResourceAsStream("/META-INF/feedback4j/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the schema has against a batch of one event; nothing if it fits. */
  static List<String> validate(JsonNode event) {
    return SCHEMA.validate(MAPPER.createArrayNode().add(event)).stream()
        .map(Error::toString)
        .toList();
  }
}
