package io.github.feedback4j.theme;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.feedback4j.node.Node;
import io.github.feedback4j.node.NodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema of pack files, in the hands of a validator that is not ours. */
final class PackSchema {

  private static final String RESOURCE = "/META-INF/feedback4j/theme-pack.schema.json";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json());

  private PackSchema() {}

  static JsonNode json() {
    try (InputStream in = PackSchema.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the schema has against a file that has the syntax of its name; nothing if it fits. */
  static List<String> validate(String name, String content) {
    Source source = new Source(content);
    Node root =
        Objects.requireNonNull(NodeReader.read(name, content, new PackMistakes(name, source)));
    return SCHEMA.validate(MAPPER.valueToTree(plain(root))).stream()
        .map(Error::toString)
        .toList();
  }

  /** Returns a node as an editor sees it. */
  private static @Nullable Object plain(Node node) {
    if (node instanceof Node.Mapping mapping) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      mapping.entries().forEach((name, entry) -> map.put(name, plain(entry.value())));
      return map;
    }
    if (node instanceof Node.Items items) {
      List<@Nullable Object> list = new ArrayList<>();
      items.nodes().forEach(each -> list.add(plain(each)));
      return list;
    }
    Node.Scalar scalar = (Node.Scalar) node;
    return switch (scalar.type()) {
      case TEXT -> scalar.text();
      case NUMBER -> new BigDecimal(scalar.text());
      case BOOLEAN -> Boolean.valueOf(scalar.text());
      case NULL -> null;
    };
  }
}
