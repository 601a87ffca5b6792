package io.github.feedback4j.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.wire.ReadEvent.Readable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What the first version wrote, kept for ever: spools and collectors are full of it.
 *
 * <p>No fixture is ever changed. A version that writes more gets fixtures of its own beside these, which stay
 * readable.
 */
class EventFixturesTest {

  private static final Path FIXTURES = Path.of("src/test/resources/wire/v1");

  static Stream<Arguments> fixtures() {
    List<Arguments> all = new ArrayList<>(List.of(
        argumentSet("response", "response.json", Events.usual()),
        argumentSet("response-everything", "response-everything.json", Events.maximal()),
        argumentSet("response-anonymous", "response-anonymous.json", Events.sparse()),
        argumentSet("erasure", "erasure.json", Events.erasure()),
        argumentSet("survey", "survey.json", Events.survey())));
    for (Outcome each : Outcome.values()) {
      String name = "contact-" + each.name().toLowerCase(Locale.ROOT).replace('_', '-');
      all.add(argumentSet(name, name + ".json", Events.contact(each)));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void isStillWritten(String file, WireEvent event) throws IOException {
    assertThat((JsonNode) Batches.tree(event)).isEqualTo(tree(file));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void isStillRead(String file, WireEvent event) throws IOException {
    ReadEvent read = Batches.read(Files.readString(FIXTURES.resolve(file)));

    assertThat(read).isInstanceOf(Readable.class);
    WireAssert.assertSame(((Readable) read).event(), event);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void fitsTheSchema(String file, WireEvent event) throws IOException {
    assertThat(EventSchema.validate(tree(file))).isEmpty();
  }

  @Test
  void everyFixtureIsTested() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              fixtures().map(each -> (String) each.get()[0]).toList());
    }
  }

  private static JsonNode tree(String file) throws IOException {
    return EventSchema.MAPPER.readTree(
        new String(Files.readAllBytes(FIXTURES.resolve(file)), UTF_8));
  }
}
