package io.github.feedback4j.spring.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor tells about our properties, against what docs/spring.md tells. */
class PropertiesMetadataTest {

  private static final Path DOCS = Path.of("../docs/spring.md");

  private static final Pattern ROW =
      Pattern.compile("\\| (`feedback4j\\.[^|]*)\\|([^|]*)\\|([^|]*)\\|");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  /** The rest of a group that one row describes, such as {@code also `.shown`, `.answered`}. */
  private static final Pattern SIBLINGS = Pattern.compile("also ((?:`\\.[a-z-]+`(?:, | and )?)+)");

  @Test
  void everyPropertyIsDescribed() throws IOException {
    assertThat(metadata()).isNotEmpty().allSatisfy((name, property) -> {
      assertThat(property.path("description").asString("")).as(name).isNotBlank();
      assertThat(property.path("type").asString("")).as(name).isNotBlank();
    });
  }

  @Test
  void thePropertiesOfTheDocumentationAreThoseThatThereAre() throws IOException {
    assertThat(documented().keySet()).isEqualTo(metadata().keySet());
  }

  @Test
  void theDefaultsOfTheDocumentationAreThoseThatThereAre() throws IOException {
    Map<String, JsonNode> metadata = metadata();

    assertThat(documented()).allSatisfy((name, documented) -> {
      String values = metadata.get(name).path("defaultValue").asString("");
      // Boot writes several as "[first, second]".
      String first = values.replaceAll("^\\[|, .*", "");
      assertThat(documented).as(name).isEqualTo(first);
    });
  }

  private static Map<String, JsonNode> metadata() throws IOException {
    try (InputStream in = FeedbackProperties.class.getResourceAsStream(
        "/META-INF/spring-configuration-metadata.json")) {
      Map<String, JsonNode> properties = new TreeMap<>();
      for (JsonNode each : JsonMapper.shared().readTree(in).path("properties")) {
        properties.put(each.path("name").asString(), each);
      }
      return properties;
    }
  }

  /** Returns the default of each property, or the first of several, or nothing. */
  private static Map<String, String> documented() throws IOException {
    Map<String, String> properties = new TreeMap<>();
    for (MatchResult row : all(ROW, Files.readString(DOCS))) {
      // What is not code is no value but an explanation, such as "random, kept in the store".
      List<String> values =
          row.group(2).strip().startsWith("`") ? codes(row.group(2)) : List.of("");
      for (String name : codes(row.group(1))) {
        properties.put(name, values.get(0));
        for (MatchResult siblings : all(SIBLINGS, row.group(3))) {
          String group = name.substring(0, name.lastIndexOf('.'));
          codes(siblings.group(1)).forEach(each -> properties.put(group + each, ""));
        }
      }
    }
    return properties;
  }

  private static List<String> codes(String text) {
    return all(CODE, text).stream().map(each -> each.group(1)).toList();
  }

  private static List<MatchResult> all(Pattern pattern, String text) {
    List<MatchResult> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.toMatchResult());
    }
    return found;
  }
}
