package io.github.feedback4j.wire;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.wire.ReadEvent.Readable;
import io.github.feedback4j.wire.ReadEvent.Unreadable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventReaderTest {

  private static final String GOOD = Batches.text(Events.erasure());

  static Stream<Arguments> notBatches() {
    return Stream.of(
        argumentSet("nothing", "", "not-json"),
        argumentSet("spaces", "  ", "not-json"),
        argumentSet("words", "Hello", "not-json"),
        argumentSet("an array that does not end", "[" + GOOD, "not-json"),
        argumentSet("an event that does not end", "[" + GOOD.substring(0, 90), "not-json"),
        argumentSet("a comma too many", "[" + GOOD + ",]", "not-json"),
        argumentSet("a comma too few", "[" + GOOD + GOOD + "]", "not-json"),
        argumentSet("two batches", "[][]", "not-json"),
        argumentSet("a batch and a word", "[] end", "not-json"),
        argumentSet("a comment", "[/* none */]", "not-json"),
        argumentSet("another quote", "['a']", "not-json"),
        argumentSet("no number", "[NaN]", "not-json"),
        argumentSet("a leading zero", "[01]", "not-json"),
        argumentSet("a raw line end", "[\"a\nb\"]", "not-json"),
        argumentSet("a wrong escape", "[\"\\x\"]", "not-json"),
        argumentSet("a byte order mark", "\ufeff[]", "not-json"),
        argumentSet("one event", GOOD, "not-a-batch"),
        argumentSet("null", "null", "not-a-batch"),
        argumentSet("a text", "\"[]\"", "not-a-batch"),
        argumentSet("one event too many", "[" + GOOD + "," + GOOD + "," + GOOD + "]", "too-many"),
        argumentSet("deep lists", "[" + "[".repeat(1_001), "too-deep"),
        argumentSet("deep objects", "[" + "{\"a\":".repeat(1_001), "too-deep"));
  }

  @ParameterizedTest
  @MethodSource("notBatches")
  void refusesTheBatchAsAWhole(String json, String code) {
    assertThatThrownBy(() -> EventReader.readBatch(json.getBytes(UTF_8), 2))
        .isInstanceOfSatisfying(
            WireFormatException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasNoCause()
        .hasMessageNotContainingAny("Hello", "end of", "none", "NaN");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] broken = ("[\"" + "a" + "\"]").getBytes(UTF_8);
    broken[2] = (byte) 0xe9;

    for (byte[] each : List.of(
        broken,
        "[]".getBytes(UTF_16LE),
        "[]".getBytes(Charset.forName("UTF-32")),
        new byte[] {'[', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ']'},
        new byte[] {'[', '"', (byte) 0xc0, (byte) 0x80, '"', ']'})) {
      assertThatThrownBy(() -> EventReader.readBatch(each, 2))
          .isInstanceOfSatisfying(
              WireFormatException.class, e -> assertThat(e.code()).isEqualTo("not-json"));
    }
  }

  @Test
  void theBoundOfEventsMustBePositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventReader.readBatch("[]".getBytes(UTF_8), 0))
        .withMessage("most must be at least 1, but was 0");
  }

  @Test
  void takesAsManyEventsAsItMay() {
    List<byte[]> events = Collections.nCopies(500, EventWriter.write(Events.erasure()));

    assertThat(EventReader.readBatch(EventWriter.batch(events), 500))
        .hasSize(500)
        .allMatch(Readable.class::isInstance);
  }

  @Test
  void theSameEventTwiceIsNoError() {
    String twice = "[" + GOOD + ",\n " + GOOD + " ]";

    assertThat(EventReader.readBatch(twice.getBytes(UTF_8), 2))
        .containsOnly(new Readable(Events.erasure()));
  }

  static Stream<Arguments> flawed() {
    return Stream.of(
        argumentSet("null", "null", "malformed"),
        argumentSet("a number", "17", "malformed"),
        argumentSet("a list", "[" + GOOD + "]", "malformed"),
        argumentSet("nothing", "{}", "malformed"),
        argumentSet(
            "another type",
            "{\"specversion\":\"1.0\",\"id\":\"019c11d2-7d3b-7c66-8000-000000000005\","
                + "\"source\":\"/\",\"type\":\"com.example\"}",
            "unknown-type"),
        argumentSet(
            "a deep list", "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}", "too-large"),
        argumentSet("a long number", "{\"a\":" + "1".repeat(100_000) + "}", "too-large"),
        argumentSet("a long name", "{\"" + "a".repeat(100_000) + "\":1}", "malformed"),
        argumentSet("a long text", "{\"id\":\"" + "a".repeat(30_000_000) + "\"}", "malformed"),
        argumentSet("many values", "{\"a\":[" + "1,".repeat(200_000) + "1]}", "too-large"),
        argumentSet("a name twice", "{\"a\":1,\"a\":1}", "malformed"));
  }

  @ParameterizedTest
  @MethodSource("flawed")
  void aFlawHidesNoNeighbour(String flawed, String code) {
    String batch =
        "[" + GOOD + "," + flawed + "," + Batches.text(Events.contact(Outcome.SHOWN)) + "]";

    List<ReadEvent> read = EventReader.readBatch(batch.getBytes(UTF_8), 3);

    assertThat(read).hasSize(3);
    assertThat(read.get(0)).isEqualTo(new Readable(Events.erasure()));
    assertThat(read.get(1))
        .isInstanceOfSatisfying(
            Unreadable.class, each -> assertThat(each.code()).isEqualTo(code));
    assertThat(read.get(2)).isEqualTo(new Readable(Events.contact(Outcome.SHOWN)));
  }

  @Test
  void tellsTheIdOfAFlawedEventWhereverItStands() {
    String id = "\"id\":\"019c11d2-7d3b-7c66-8000-000000000005\"";

    assertThat(Batches.unreadable("{\"type\":7," + id + "}").id()).isEqualTo(Events.uuid(5));
    assertThat(Batches.unreadable("{\"a\":" + "[".repeat(50) + "]".repeat(50) + "," + id + "}")
            .id())
        .isEqualTo(Events.uuid(5));
    assertThat(Batches.unreadable("{\"a\":[" + "1,".repeat(200_000) + "1]," + id + "}")
            .id())
        .isEqualTo(Events.uuid(5));
    assertThat(Batches.unreadable("{\"a\":1,\"a\":2," + id + "}").id()).isEqualTo(Events.uuid(5));
    assertThat(Batches.unreadable("{\"id\":5}").id()).isNull();
    assertThat(Batches.unreadable("5").id()).isNull();
  }

  @Test
  void theFirstFlawIsTold() {
    ObjectNode event = Batches.tree(Events.usual());
    Batches.put(event, "/data/revision", "\"secret\"");
    Batches.put(event, "/data/answers/1/value", "17");
    Batches.put(event, "/data/complete", null);

    assertThat(Batches.read(event))
        .isEqualTo(new Unreadable(
            Events.uuid(1),
            "malformed",
            "/data/revision must be a whole number from 1 to 2147483647"));
  }

  @Test
  void aNameThatStandsTwiceIsRefusedAtAnyDepth() {
    String json = Batches.text(Events.usual())
        .replace("\"type\":\"rating\"", "\"type\":\"rating\",\"type\":\"rating\"");

    assertThat(Batches.unreadable(json).detail())
        .matches("at character \\d+ of the batch: no name must stand twice in one object");
  }

  @Test
  void passesOverFieldsOfALaterVersion() {
    for (WireEvent each : EventWriterTest.events().toList()) {
      ObjectNode event = Batches.tree(each);
      addStrangers(event);

      WireAssert.assertSame(Batches.readable(event), each);
    }
  }

  /** Adds fields to every object but those whose names are not the format's. */
  private static void addStrangers(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(each -> {
        if (!each.getKey().equals("attributes") && !each.getKey().equals("definition")) {
          addStrangers(each.getValue());
        }
      });
      object.putNull("aNull");
      object.put("aText", "x".repeat(200_000));
      object.putObject("anObject").putArray("aList").add(1.5).addNull();
    } else {
      node.forEach(EventReaderTest::addStrangers);
    }
  }

  @Test
  void passesOverDimensionsAndKindsOfALaterVersion() {
    ObjectNode event = Batches.tree(Events.maximal());
    Batches.put(event, "/data/invitation/accountability/continent", "\"Europe\"");
    Batches.put(event, "/data/redactions/passport", "1");

    WireAssert.assertSame(Batches.readable(event), Events.maximal());
  }

  @Test
  void takesExtensionsOfCloudEvents() {
    ObjectNode event = Batches.tree(Events.usual());
    Batches.put(
        event, "/traceparent", "\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\"");
    Batches.put(event, "/dataschema", "\"urn:feedback4j:events:1\"");

    WireAssert.assertSame(Batches.readable(event), Events.usual());
  }

  @Test
  void theOrderOfFieldsSaysNothing() {
    for (WireEvent each : EventWriterTest.events().toList()) {
      WireAssert.assertSame(Batches.readable(reversed(Batches.tree(each))), each);
    }
  }

  private static JsonNode reversed(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
      Collections.reverse(fields);
      ObjectNode reversed = EventSchema.MAPPER.createObjectNode();
      fields.forEach(each -> reversed.set(each.getKey(), reversed(each.getValue())));
      return reversed;
    }
    if (node.isArray()) {
      List<JsonNode> entries = new ArrayList<>();
      node.forEach(each -> entries.add(reversed(each)));
      return EventSchema.MAPPER.createArrayNode().addAll(entries);
    }
    return node;
  }

  @Test
  void takesBlanksAndEscapesAnywhere() {
    String json = EventSchema.MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(Batches.tree(Events.maximal()))
        .replace("\"network\"", "\"\\u006eetwork\"");

    WireAssert.assertSame(((Readable) Batches.read(json)).event(), Events.maximal());
  }

  @Test
  void theContentTypeMayBeLeftOutOrHaveParameters() {
    for (String each :
        new String[] {null, "null", "\"application/json\"", "\"Application/JSON; charset=utf-8\""
        }) {
      ObjectNode event = Batches.tree(Events.usual());
      Batches.put(event, "/datacontenttype", each);

      WireAssert.assertSame(Batches.readable(event), Events.usual());
    }
  }

  @Test
  void aSurveyWithMistakesIsRefusedWithTheirNumberAndNotTheirTexts() {
    ObjectNode event = Batches.tree(Events.survey());
    Batches.put(event, "/data/definition/colour", "\"secret\"");
    Batches.put(event, "/data/definition/version", "\"secret\"");

    assertThat(((Unreadable) Batches.read(event)).detail())
        .startsWith("/data/definition must be a survey that this version knows, but has 2 mistakes")
        .doesNotContain("secret", "colour");
  }
}
