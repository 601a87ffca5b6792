package io.github.feedback4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.wire.ReadEvent.Readable;
import io.github.feedback4j.wire.ReadEvent.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class WireProperties {

  private static final String SECRET = "Secret17";

  /** What changes the meaning of JSON around it. */
  private static final String SIGNS = "\"\\{}[],:09-.eE\u0000tfn";

  /** JSON to put anywhere; its words are nowhere else. */
  private static final List<String> PIECES = List.of(
      "null",
      "true",
      "0",
      "-1",
      "1.5",
      "1e400",
      "-1e-400",
      "2147483648",
      "9".repeat(900),
      "\"\"",
      "\" \"",
      "\"" + SECRET + "\"",
      "\"" + SECRET + "\\ud83d\\u0000\"",
      "\"" + SECRET.repeat(30_000) + "\"",
      "\"2026-02-30T08:00:00Z\"",
      "[]",
      "[null]",
      "[\"" + SECRET + "\",\"" + SECRET + "\"]",
      "{}",
      "{\"" + SECRET + "\":\"" + SECRET + "\"}",
      "[".repeat(60) + "]".repeat(60));

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void whatIsWrittenIsReadBack(@ForAll("events") WireEvent event) {
    WireEvent read = WireAssert.readBack(event);

    WireAssert.assertSame(read, event);
    assertThat(EventWriter.write(read)).isEqualTo(EventWriter.write(event));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void whatIsWrittenFitsTheSchema(@ForAll("events") WireEvent event) {
    assertThat(EventSchema.validate(Batches.tree(event))).isEmpty();
  }

  @Provide
  Arbitrary<WireEvent> events() {
    return EventArbitraries.events();
  }

  /** Flips, cuts and doubles bytes of a batch anywhere. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void damagedBytesAreToldAndNothingElseIsThrown(
      @ForAll("samples") WireEvent event,
      @ForAll @IntRange(min = 1, max = 3) int times,
      @ForAll Random random) {
    byte[] bytes = EventWriter.batch(List.of(EventWriter.write(event), EventWriter.write(event)));
    for (int i = 0; i < times; i++) {
      bytes = damaged(bytes, random);
    }
    try {
      for (ReadEvent each : EventReader.readBatch(bytes, 3)) {
        if (each instanceof Unreadable unreadable) {
          assertThat(unreadable.code()).isIn("unknown-type", "malformed", "too-large");
        }
      }
    } catch (WireFormatException e) {
      assertThat(e.code()).isIn("not-json", "not-a-batch", "too-many", "too-deep");
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int from = random.nextInt(bytes.length);
    int until = from + random.nextInt(Math.min(20, bytes.length - from));
    List<Byte> list = new ArrayList<>();
    for (byte each : bytes) {
      list.add(each);
    }
    switch (random.nextInt(4)) {
      case 0 -> list.set(from, (byte) (list.get(from) ^ 1 << random.nextInt(8)));
      case 1 -> list.set(from, (byte) SIGNS.charAt(random.nextInt(SIGNS.length())));
      case 2 -> list.subList(from, until).clear();
      default -> list.addAll(from, List.copyOf(list.subList(from, until)));
    }
    byte[] damaged = new byte[list.size()];
    for (int i = 0; i < damaged.length; i++) {
      damaged[i] = list.get(i);
    }
    return damaged;
  }

  /** Replaces, removes and adds values anywhere in the middle event of three. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aFlawedEventHidesNoNeighbourAndIsNotQuoted(
      @ForAll("samples") WireEvent event,
      @ForAll @IntRange(min = 1, max = 3) int times,
      @ForAll Random random) {
    ObjectNode middle = Batches.tree(event);
    for (int i = 0; i < times; i++) {
      change(middle, random);
    }
    byte[] healthy = EventWriter.write(Events.erasure());
    byte[] batch =
        EventWriter.batch(List.of(healthy, EventSchema.MAPPER.writeValueAsBytes(middle), healthy));

    List<ReadEvent> read = EventReader.readBatch(batch, 3);

    assertThat(read).hasSize(3);
    assertThat(read.get(0)).isEqualTo(new Readable(Events.erasure()));
    assertThat(read.get(2)).isEqualTo(new Readable(Events.erasure()));
    if (read.get(1) instanceof Unreadable unreadable) {
      assertThat(unreadable.detail()).doesNotContain(SECRET).hasSizeLessThan(300);
    }
  }

  private static void change(JsonNode tree, Random random) {
    List<JsonNode> parents = new ArrayList<>();
    collect(tree, parents);
    JsonNode parent = parents.get(random.nextInt(parents.size()));
    JsonNode piece = EventSchema.MAPPER.readTree(PIECES.get(random.nextInt(PIECES.size())));
    if (parent instanceof ObjectNode object) {
      List<String> names = new ArrayList<>(object.propertyNames());
      names.add(SECRET);
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(4) == 0) {
        object.remove(name);
      } else {
        object.set(name, piece);
      }
    } else if (parent instanceof ArrayNode list) {
      int index = random.nextInt(list.size() + 1);
      if (index < list.size() && random.nextBoolean()) {
        list.set(index, piece);
      } else {
        list.insert(index, piece);
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> parents) {
    if (node.isContainer()) {
      parents.add(node);
      node.forEach(each -> collect(each, parents));
    }
  }

  @Provide
  Arbitrary<WireEvent> samples() {
    return Arbitraries.of(EventWriterTest.events().toList());
  }
}
