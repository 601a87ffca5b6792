package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.client.InHand.Sent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class InHandTest {

  private final VirtualTime time = new VirtualTime();
  private final Spool spool = Spool.open(SpoolOptions.memory(), time, time);
  private final InHand inHand = new InHand(spool);

  private void append(int number, String event) {
    spool.append(
        new UUID(3, number),
        EventKind.RESPONSE,
        "person-" + number,
        event.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Sent sent) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(
        new ByteArrayInputStream(sent.body().array(), 0, sent.body().length()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aBatchIsAnArrayOfItsEventsCompressed() throws IOException {
    append(1, "{\"a\":1}");
    append(2, "{\"b\":2}");
    inHand.refill(500, 1_000);

    assertThat(json(inHand.first())).isEqualTo("[{\"a\":1},{\"b\":2}]");
  }

  @Test
  void aBatchThatIsSentAgainIsNotCompressedAgain() throws IOException {
    append(1, "{\"a\":1}");
    inHand.refill(500, 1_000);
    Sent sent = inHand.first();
    SpoolRecord record = sent.records().get(0);
    // Whoever read the event once more would see this.
    record.block()[record.from()] = '#';

    assertThat(json(inHand.first())).isEqualTo("[{\"a\":1}]");
  }

  @Test
  void whatIsErasedIsNotInTheBatchAnyMore() throws IOException {
    append(1, "{\"a\":1}");
    append(2, "{\"b\":2}");
    inHand.refill(500, 1_000);
    assertThat(json(inHand.first())).contains("a");

    assertThat(inHand.erase("person-1", Set.of(EventKind.RESPONSE))).isEqualTo(1);

    assertThat(json(inHand.first())).isEqualTo("[{\"b\":2}]");
  }

  @Test
  void whatWasErasedOnItsWayBecomesNoDeadLetter() {
    append(1, "{\"a\":1}");
    inHand.refill(500, 1_000);
    Sent sent = inHand.first();

    inHand.erase("person-1", Set.of(EventKind.RESPONSE));
    inHand.settle(sent, Map.of(new UUID(3, 1), "not-valid"));

    assertThat(spool.deadLetters(10)).isEmpty();
    assertThat(inHand.first()).isNull();
  }

  @Test
  void startingOverReadsTheSameEventsAgain() throws IOException {
    append(1, "{\"a\":1}");
    append(2, "{\"b\":2}");
    inHand.refill(1, 1_000);
    assertThat(json(inHand.first())).isEqualTo("[{\"a\":1}]");

    inHand.startOver();
    inHand.refill(500, 1_000);

    assertThat(json(inHand.first())).isEqualTo("[{\"a\":1},{\"b\":2}]");
  }

  @Test
  void saysWhetherThereMayBeMore() {
    append(1, "{\"a\":1}");
    append(2, "{\"b\":2}");

    assertThat(inHand.refill(1, 1_000)).isTrue();
    assertThat(inHand.refill(500, 1_000)).isFalse();
    assertThat(inHand.refill(500, 1_000)).isFalse();
  }
}
