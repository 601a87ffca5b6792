package io.github.feedback4j.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedback4j.wire.ReadEvent.Readable;
import io.github.feedback4j.wire.ReadEvent.Unreadable;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Batches as trees and texts, so that tests can damage them. */
final class Batches {

  private Batches() {}

  static ObjectNode tree(WireEvent event) {
    return (ObjectNode) EventSchema.MAPPER.readTree(EventWriter.write(event));
  }

  static String text(WireEvent event) {
    return new String(EventWriter.write(event), UTF_8);
  }

  /** Reads one event as a batch. */
  static ReadEvent read(String json) {
    List<ReadEvent> read = EventReader.readBatch(("[" + json + "]").getBytes(UTF_8), 1);
    return read.get(0);
  }

  static ReadEvent read(JsonNode tree) {
    return read(EventSchema.MAPPER.writeValueAsString(tree));
  }

  static WireEvent readable(JsonNode tree) {
    return ((Readable) read(tree)).event();
  }

  static Unreadable unreadable(String json) {
    return (Unreadable) read(json);
  }

  /**
   * Puts JSON in the place of what a pointer points at; null takes it away, and a pointer behind the end
   * of a list adds to it.
   */
  static void put(JsonNode tree, String pointer, String json) {
    int last = pointer.lastIndexOf('/');
    JsonNode parent = tree.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1);
    JsonNode value = json == null ? null : EventSchema.MAPPER.readTree(json);
    if (parent instanceof ObjectNode object) {
      if (value == null) {
        if (object.remove(name) == null) {
          throw new IllegalArgumentException(pointer + " must be there");
        }
      } else {
        object.set(name, value);
      }
    } else {
      ArrayNode list = (ArrayNode) parent;
      int index = Integer.parseInt(name);
      if (index == list.size()) {
        list.add(value);
      } else {
        list.set(index, value);
      }
    }
  }
}
