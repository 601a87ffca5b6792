package io.github.feedback4j.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The SDK of CloudEvents reads single events; it has no reader of batches. */
class CloudEventsSdkTest {

  private static final JsonFormat SDK = new JsonFormat();

  @ParameterizedTest
  @MethodSource("io.github.feedback4j.wire.EventWriterTest#events")
  void readsEveryEvent(WireEvent event) {
    CloudEvent read = SDK.deserialize(EventWriter.write(event));

    assertThat(read.getSpecVersion()).isEqualTo(SpecVersion.V1);
    assertThat(read.getId()).isEqualTo(event.id().toString());
    assertThat(read.getSource()).isEqualTo(event.source());
    assertThat(read.getType()).isEqualTo(event.data().type().text());
    assertThat(read.getSubject()).isEqualTo(event.subject());
    assertThat(Objects.requireNonNull(read.getTime()).toInstant()).isEqualTo(event.time());
    assertThat(read.getDataContentType()).isEqualTo("application/json");
    assertThat(read.getExtensionNames()).isEmpty();
    assertThat(data(read)).isEqualTo(Batches.tree(event).get("data"));
  }

  @Test
  void readsEveryElementOfABatch() {
    List<WireEvent> events = EventWriterTest.events().toList();
    JsonNode batch = EventSchema.MAPPER.readTree(
        EventWriter.batch(events.stream().map(EventWriter::write).toList()));

    assertThat(batch).hasSameSizeAs(events);
    for (int i = 0; i < events.size(); i++) {
      CloudEvent read = SDK.deserialize(batch.get(i).toString().getBytes(UTF_8));
      assertThat(read.getId()).isEqualTo(events.get(i).id().toString());
    }
  }

  @Test
  void whatItWritesIsRead() {
    CloudEvent event = SDK.deserialize(EventWriter.write(Events.usual()));

    WireAssert.assertSame(
        ((ReadEvent.Readable) Batches.read(new String(SDK.serialize(event), UTF_8))).event(),
        Events.usual());
  }

  private static JsonNode data(CloudEvent event) {
    // Its bytes have a question mark in the place of half a character.
    JsonCloudEventData data = (JsonCloudEventData) Objects.requireNonNull(event.getData());
    return EventSchema.MAPPER.readTree(data.getNode().toString());
  }
}
