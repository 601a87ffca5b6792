package io.github.feedback4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.wire.ReadEvent.Readable;
import io.github.feedback4j.wire.ReadEvent.Unreadable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventSchemaTest {

  @Test
  void isOfTheDraftThatEditorsKnow() {
    JsonNode schema = EventSchema.MAPPER.readTree(EventSchema.resource("events.v1.schema.json"));

    assertThat(schema.get("$schema").stringValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
  }

  @ParameterizedTest
  @MethodSource("io.github.feedback4j.wire.EventWriterTest#events")
  void everythingThatIsWrittenFits(WireEvent event) {
    assertThat(EventSchema.validate(Batches.tree(event))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.github.feedback4j.wire.BrokenEvents#all")
  void schemaAndReaderRefuseAlike(String pointer, String json, String code, String detail) {
    ObjectNode event = Batches.tree(Events.maximal());
    Batches.put(event, pointer, json);

    assertThat(EventSchema.validate(event)).as("the schema").isNotEmpty();
    Unreadable unreadable = (Unreadable) Batches.read(event);
    assertThat(unreadable.code()).isEqualTo(code);
    assertThat(unreadable.detail()).startsWith(detail);
  }

  @Test
  void schemaAndReaderRefuseContactsErasuresAndSurveysAlike() {
    ObjectNode contact = Batches.tree(Events.contact(Outcome.SHOWN));
    Batches.put(contact, "/data/outcome", "\"vanished\"");
    ObjectNode erasure = Batches.tree(Events.erasure());
    Batches.put(erasure, "/data/respondent", null);
    ObjectNode survey = Batches.tree(Events.survey());
    Batches.put(survey, "/data/definition/questions", "[]");

    for (ObjectNode each : List.of(contact, erasure, survey)) {
      assertThat(EventSchema.validate(each)).as("the schema").isNotEmpty();
      assertThat(Batches.read(each)).as("the reader").isInstanceOf(Unreadable.class);
    }
  }

  @Test
  void aTypeThatIsReservedIsRefusedByBoth() {
    ObjectNode event = Batches.tree(Events.erasure());
    Batches.put(event, "/type", "\"io.github.feedback4j.recovery.v1\"");

    assertThat(EventSchema.validate(event)).isNotEmpty();
    assertThat(Batches.read(event))
        .isEqualTo(new Unreadable(
            Events.uuid(5), "unknown-type", "/type must be one that this version knows"));
  }

  static Stream<Arguments> onlyTheReader() {
    return Stream.of(
        argumentSet("a whole number with a point", "/data/revision", "2.0"),
        argumentSet(
            "an end before the start", "/data/invitation/expiresAt", "\"2026-01-30T16:44:59Z\""),
        argumentSet("a day that is in no calendar", "/time", "\"2026-02-30T08:00:00Z\""),
        argumentSet("a language that is a number", "/data/locale", "\"1\""),
        argumentSet("a source that is no URI", "/source", "\"http://[\""),
        argumentSet(
            "an answer to a question twice", "/data/answers/1/question", "\"satisfaction\""),
        argumentSet("a row twice", "/data/answers/6/value/1/row", "\"tone\""),
        argumentSet("a text that is tagged twice", "/data/tagging/texts/1/question", "\"comment\""),
        argumentSet("a tag of no answer", "/data/tagging/texts/0/question", "\"else\""),
        argumentSet("a correction of no answer", "/data/corrections/0/question", "\"else\""),
        argumentSet(
            "a span that ends where it starts", "/data/tagging/texts/0/tags/0/negation", "[4,4]"),
        argumentSet("an actor of spaces", "/data/corrections/0/actor", "\" \""),
        argumentSet(
            "an attribute of 401 digits", "/data/invitation/attributes/reopened", "1".repeat(401)));
  }

  /** A schema cannot compare two values, and takes 2.0 for a whole number. */
  @ParameterizedTest
  @MethodSource("onlyTheReader")
  void onlyTheReaderRefuses(String pointer, String json) {
    ObjectNode event = Batches.tree(Events.maximal());
    Batches.put(event, pointer, json);

    assertThat(EventSchema.validate(event)).as("the schema").isEmpty();
    assertThat(Batches.read(event)).as("the reader").isInstanceOf(Unreadable.class);
  }

  /** Writers of other languages write null for what is not there; ours does not, so the schema is strict. */
  @Test
  void onlyTheSchemaRefusesNullForWhatIsNotThere() {
    ObjectNode event = Batches.tree(Events.sparse());
    for (String each :
        List.of("/subject", "/data/locale", "/data/tagging", "/data/invitation/accountability")) {
      Batches.put(event, each, "null");
    }

    assertThat(EventSchema.validate(event)).as("the schema").isNotEmpty();
    assertThat(Batches.read(event)).as("the reader").isInstanceOf(Readable.class);
    WireAssert.assertSame(Batches.readable(event), Events.sparse());
  }
}
