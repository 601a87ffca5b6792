package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feedback4j.response.ResponseSink.Kept;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were damaged between two runs: what is sound in them arrives, and arrives once. */
class DamagedSpoolIT {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final int SENT = 100;
  private static final int APPENDED = 1_000;
  private static final int ALL = 1_100;
  private static final int BROKEN = 500;

  private final ScriptedCollector collector = new ScriptedCollector();

  @TempDir
  private Path directory;

  @BeforeEach
  void runUntilTheCollectorIsAway() {
    try (CollectorClient client = client()) {
      append(client, 0, SENT);
      assertThat(client.flush(BOUND).isComplete()).isTrue();
      collector.goDown();
      append(client, SENT, APPENDED);
      Clients.close(client, Duration.ofMillis(200), directory);
    }
    assertThat(collector.responses()).hasSize(SENT);
    collector.comeUp();
  }

  @AfterEach
  void close() {
    collector.close();
  }

  /** A spool of this size has segments of 128 KB, so there are several. */
  private SpoolOptions options() {
    return SpoolOptions.defaults().withDirectory(directory).withMaxBytes(4 << 20);
  }

  private CollectorClient client() {
    return Clients.inDirectory(collector, directory).spool(options()).build();
  }

  private static void append(CollectorClient client, int from, int to) {
    for (int i = from; i < to; i++) {
      assertThat(client.append(Samples.response(i))).isEqualTo(Kept.STORED);
    }
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(each -> Segment.baseOf(each.getFileName().toString()) > 0)
          .sorted()
          .toList();
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static void flip(Path file, int position) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[position] ^= 0x10;
    Files.write(file, content);
  }

  private static void cutOff(Path file, int bytes) throws IOException {
    byte[] content = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(content, content.length - bytes));
  }

  /** Flips a bit of a response at a place in its frame. */
  private void flipInFrameOf(int number, int offset) throws IOException {
    for (Path each : segments()) {
      String text = text(each);
      int id = text.indexOf(Samples.id(number).toString());
      if (id >= 0) {
        flip(each, text.lastIndexOf("\u00fb\u00fa\u00fd\u00fe", id) + offset);
        return;
      }
    }
    throw new IllegalStateException("response " + number + " is in no segment");
  }

  private static int lastOf(Path segment) throws IOException {
    String text = text(segment);
    return IntStream.range(0, APPENDED)
        .filter(each -> text.contains(Samples.id(each).toString()))
        .max()
        .orElseThrow();
  }

  /** Starts again, and asserts that all but these arrive once, and what is appended then does too. */
  private DeliveryReport assertThatAllArriveBut(List<Integer> lost, int corrupt) {
    try (CollectorClient next = client()) {
      assertThat(next.report().corrupt()).isEqualTo(corrupt);
      append(next, APPENDED, ALL);
      assertThat(next.flush(BOUND).isComplete()).isTrue();

      List<UUID> sound = IntStream.range(0, ALL)
          .filter(each -> !lost.contains(each))
          .mapToObj(Samples::id)
          .toList();
      assertThat(collector.responses()).isEqualTo(sound);
      assertThat(next.report().corrupt()).isEqualTo(corrupt);
      assertThat(next.report().pending().records()).isZero();
      assertThat(next.report().pending().bytes()).isZero();
      assertThat(next.report().deadLettered()).isEmpty();
      return next.report();
    }
  }

  @Test
  void undamagedFilesLoseNothing() throws IOException {
    assertThat(segments()).hasSizeGreaterThan(3);

    assertThatAllArriveBut(List.of(), 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 300})
  void aTornEndOfTheLastSegmentIsCutOff(int bytes) throws IOException {
    List<Path> segments = segments();
    cutOff(segments.get(segments.size() - 1), bytes);

    assertThatAllArriveBut(List.of(APPENDED - 1), 0);
  }

  @Test
  void aTornEndOfAnOlderSegmentIsCutOff() throws IOException {
    Path older = segments().get(1);
    int last = lastOf(older);
    cutOff(older, 10);

    assertThatAllArriveBut(List.of(last), 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, Frame.CRC, Frame.LENGTH, Frame.SEQUENCE, Frame.KEY_LENGTH, 200})
  void aFlippedBitCostsItsOwnResponseAndIsCounted(int offset) throws IOException {
    flipInFrameOf(BROKEN, offset);

    assertThatAllArriveBut(List.of(BROKEN), 1);
  }

  @Test
  void severalDamagesCostWhatTheyHit() throws IOException {
    flipInFrameOf(BROKEN, 100);
    flipInFrameOf(BROKEN + 2, Frame.LENGTH);
    flipInFrameOf(BROKEN + 300, 100);
    List<Path> segments = segments();
    cutOff(segments.get(segments.size() - 1), 100);

    assertThatAllArriveBut(List.of(BROKEN, BROKEN + 2, BROKEN + 300, APPENDED - 1), 3);
  }

  @Test
  void whatIsSentAgainBecauseTheNoteOfItIsGoneCountsOnce() throws IOException {
    Path first = segments().get(0);
    Path notes = first.resolveSibling(first.getFileName().toString().replace(".v1", ".acks.v1"));
    sendOneBatchMore(50);
    Files.delete(notes);

    assertThat(assertThatAllArriveBut(List.of(), 0).sent().duplicates()).isEqualTo(50);
  }

  @Test
  void aBrokenNoteOfWhatWasSentLosesNothing() throws IOException {
    Path first = segments().get(0);
    Path notes = first.resolveSibling(first.getFileName().toString().replace(".v1", ".acks.v1"));
    sendOneBatchMore(50);
    byte[] content = Files.readAllBytes(notes);
    for (int i = 0; i < content.length; i += 7) {
      content[i] ^= 0x10;
    }
    Files.write(notes, content);

    assertThat(assertThatAllArriveBut(List.of(), 0).sent().duplicates()).isEqualTo(50);
  }

  private void sendOneBatchMore(int records) {
    int before = collector.requests();
    collector.behave(exchange -> {
      if (exchange.number() == before + 1) {
        exchange.take();
      } else {
        exchange.answer(503, "");
      }
    });
    try (CollectorClient client = Clients.inDirectory(collector, directory)
        .spool(options())
        .batch(records, 512 << 10)
        .build()) {
      client.start();
      await().atMost(BOUND).until(() -> client.report().sent().retried() > 0);
      Clients.close(client, Duration.ofMillis(100), directory);
    }
    collector.behave(ScriptedCollector.HEALTHY);
  }
}
