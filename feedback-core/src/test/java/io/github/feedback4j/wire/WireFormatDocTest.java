package io.github.feedback4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.survey.Attributes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page says what the code does. */
class WireFormatDocTest {

  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @Test
  void theExampleIsAnEventThatIsWrittenToday() {
    Matcher example = EXAMPLE.matcher(page());

    assertThat(example.find()).isTrue();
    assertThat(EventSchema.MAPPER.readTree(example.group(1)))
        .isEqualTo((JsonNode) Batches.tree(Events.usual()));
  }

  @Test
  void everyFieldAndWordOfTheSchemaIsOnThePage() {
    JsonNode schema = EventSchema.MAPPER.readTree(EventSchema.resource("events.v1.schema.json"));
    Set<String> names = new TreeSet<>();
    collect(schema, names);

    assertThat(names)
        .hasSizeGreaterThan(90)
        .allSatisfy(
            each -> assertThat(page()).containsPattern("[`\"]" + Pattern.quote(each) + "[`\"]"));
  }

  private static void collect(JsonNode node, Set<String> names) {
    names.addAll(node.path("properties").propertyNames());
    node.path("enum").forEach(each -> names.add(each.stringValue()));
    node.forEach(each -> collect(each, names));
  }

  @Test
  void theBoundsAreThoseOfTheCode() {
    assertThat(page())
        .contains(
            "names %d and texts %,d UTF-16 units, %,d answers, options, texts and corrections"
                .formatted(Part.NAME, Part.TEXT, AnswerFormat.ANSWERS),
            "%,d tags or\n  spans, %,d values in one event, %d levels, %,d characters of a number"
                .formatted(
                    TaggingFormat.TAGS, PartReader.VALUES, PartReader.DEPTH, PartReader.DIGITS),
            "URI reference of 1 to %d ASCII characters".formatted(WireEvent.MAX_SOURCE),
            "optional, at most %d: those".formatted(Attributes.MAX_SIZE));
    assertThat(AnswerFormat.ANSWERS)
        .isEqualTo(AnswerFormat.CHOICES)
        .isEqualTo(TaggingFormat.CORRECTIONS);
  }

  private static String page() {
    try {
      return Files.readString(Path.of("../docs/wire-format.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
