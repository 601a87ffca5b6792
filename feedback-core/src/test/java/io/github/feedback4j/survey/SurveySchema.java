package io.github.feedback4j.survey;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.feedback4j.node.Node;
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

/** The published schema of survey files, in the hands of a validator that is not ours. */
final class SurveySchema {

  private static final String RESOURCE = "/META-INF/feedback4j/survey.schema.json";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json());

  private SurveySchema() {}

  static JsonNode json() {
    try (InputStream in = SurveySchema.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the schema has against a file that has the syntax of its name; nothing if it fits. */
  static List<String> validate(String name, String content) {
    Node root = Objects.requireNonNull(read(name, content));
    return SCHEMA.validate(MAPPER.valueToTree(plain(root))).stream()
        .map(Error::toString)
        .toList();
  }

  static @Nullable Node read(String name, String content) {
    return SurveyReader.node(name, content, new Mistakes(name));
  }

  /** Returns a node as an editor sees it. */
  static @Nullable Object plain(Node node) {
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
