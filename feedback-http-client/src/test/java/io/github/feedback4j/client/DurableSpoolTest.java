package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.client.Appended.Accepted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds in memory holds on a disk too, and after a restart. */
class DurableSpoolTest extends SpoolTest {

  @TempDir
  Path directory;

  @Override
  SpoolOptions options() {
    return SpoolOptions.defaults().withDirectory(directory.resolve("spool")).withMaxBytes(1L << 20);
  }

  private void restart() {
    reopen(options);
  }

  @Test
  void aRestartFindsWhatWasNotAcknowledged() {
    append("one");
    append("two", "anna");
    append("three");
    spool.acknowledge(spool.read(new Block(), 1, 1));

    restart();

    List<SpoolRecord> read = spool.read(new Block(), 10, 1_000);
    assertThat(texts(read)).containsExactly("two", "three");
    assertThat(read.get(0).key()).isEqualTo("anna");
    assertThat(read.get(0).appendedAt()).isEqualTo(time.instant());
    assertThat(spool.stats().pendingRecords()).isEqualTo(2);
    assertThat(spool.stats().pendingBytes()).isEqualTo(8);
  }

  @Test
  void whatIsAppendedAfterARestartComesLast() {
    append("one");
    restart();
    append("two");
    restart();
    append("three");

    assertThat(texts(spool.read(new Block(), 10, 1_000))).containsExactly("one", "two", "three");
  }

  @Test
  void aRestartFindsDeadLetters() {
    append("bad");
    spool.read(new Block(), 1, 1).forEach(each -> spool.deadLetter(each, "malformed"));

    restart();

    assertThat(spool.deadLetters(10)).singleElement().satisfies(letter -> {
      assertThat(text(letter.record())).isEqualTo("bad");
      assertThat(letter.reason()).isEqualTo("malformed");
    });
    assertThat(spool.read(new Block(), 10, 1_000)).isEmpty();
  }

  @Test
  void nothingIsLeftOnTheDiskWhenEverythingWasAcknowledged() throws IOException {
    fill();
    for (List<SpoolRecord> read = spool.read(new Block(), 100, 1L << 20);
        !read.isEmpty();
        read = spool.read(new Block(), 100, 1L << 20)) {
      spool.acknowledge(read);
    }

    spool.close();

    assertThat(names()).containsExactly("lock");
  }

  @Test
  void anErasedRecordIsNotOnTheDiskAnyMore() throws IOException {
    append("words of anna", "anna-key");
    append("words of ben", "ben-key");
    append("more of anna", "anna-key");
    spool.deadLetter(spool.read(new Block(), 1, 1).get(0), "malformed");

    assertThat(spool.erase("anna-key", Set.of(EventKind.RESPONSE))).isEqualTo(2);

    assertThat(onDisk()).doesNotContain("anna").contains("words of ben");
    restart();
    assertThat(texts(spool.read(new Block(), 10, 1_000))).containsExactly("words of ben");
    assertThat(spool.stats().corrupt()).isZero();
  }

  @Test
  void whatWasAcknowledgedIsErasedFromTheDiskAsWell() throws IOException {
    append("words of anna", "anna-key");
    append("words of ben", "ben-key");
    spool.acknowledge(spool.read(new Block(), 1, 1));

    assertThat(spool.erase("anna-key", Set.of(EventKind.RESPONSE))).isZero();

    assertThat(onDisk()).doesNotContain("anna");
  }

  @Test
  void agesGoOnWhileTheProcessIsDown() {
    append("old");
    spool.close();
    time.advance(Duration.ofDays(8));
    restart();

    assertThat(spool.read(new Block(), 10, 1_000)).isEmpty();
    assertThat(spool.stats().expired()).isEqualTo(1);
  }

  @Test
  void aClockThatWasSetBackBeforeARestartDoesNotMakeRecordsExpire() {
    time.advance(Duration.ofDays(30));
    restart();
    append("from the future");
    spool.close();
    time.advance(Duration.ofDays(-30));
    restart();
    pass(Duration.ofDays(7));

    assertThat(texts(spool.read(new Block(), 10, 1_000))).containsExactly("from the future");
    spool.rewind();
    pass(Duration.ofMillis(1));
    assertThat(spool.read(new Block(), 10, 1_000)).isEmpty();
  }

  @Test
  void aSecondSpoolInTheSameDirectoryFailsWithTheNameOfTheLockFile() throws IOException {
    Path lock = directory.toRealPath().resolve("spool").resolve("lock");

    assertThatThrownBy(() -> Spool.open(options, time, nanos::get))
        .isInstanceOf(SpoolException.class)
        .hasMessage("the directory of the spool is in use, see the lock file " + lock
            + ": give each process, and each client in a process, a directory of its own");

    assertThat(append("goes on")).isEqualTo(new Accepted());
  }

  @Test
  void theDirectoryIsFreeAfterClose() {
    spool.close(Duration.ofSeconds(5));

    Spool.open(options, time, nanos::get).close();
  }

  @Test
  void aDirectoryThatCannotBeWrittenFailsWithTheWayOut() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(
            () -> Spool.open(options.withDirectory(file.resolve("spool")), time, nanos::get))
        .isInstanceOf(SpoolException.class)
        .hasMessageStartingWith("the directory of the spool must be writable, but ")
        .hasMessageContaining(file.resolve("spool").toString())
        .hasMessageContaining("SpoolOptions.memory()");
  }

  @Test
  void filesOfAnotherVersionAreLeftAlone() throws IOException {
    spool.close();
    Path foreign = options.directory().resolve("segment-000000000000000001.v2");
    Files.writeString(foreign, "from the future");

    assertThatThrownBy(() -> Spool.open(options, time, nanos::get))
        .isInstanceOf(SpoolException.class)
        .hasMessageContaining("segment-000000000000000001.v2");

    assertThat(foreign).hasContent("from the future");
    Files.delete(foreign);
    restart();
  }

  @Test
  void anInterruptedThreadAppendsAndReadsAllTheSame() {
    Thread.currentThread().interrupt();

    Appended appended = append("one");
    List<SpoolRecord> read = spool.read(new Block(), 1, 1);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(appended).isEqualTo(new Accepted());
    assertThat(texts(read)).containsExactly("one");
    assertThat(append("two")).isEqualTo(new Accepted());
  }

  @Test
  void anInterruptedThreadErasesAndSetsAsideAllTheSame() {
    append("one", "anna");
    append("two", "ben");
    Thread.currentThread().interrupt();

    int erased = spool.erase("anna", Set.of(EventKind.RESPONSE));
    spool.read(new Block(), 1, 1).forEach(each -> spool.deadLetter(each, "malformed"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(erased).isEqualTo(1);
    assertThat(spool.deadLetters(10)).hasSize(1);
  }

  @Test
  void aLargerSpoolIsOpenedWithSmallerOptions() {
    reopen(options.withMaxBytes(64L << 20));
    byte[] large = "large".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    assertThat(spool.append(new UUID(1, 1), EventKind.RESPONSE, null, large))
        .isEqualTo(new Accepted());

    reopen(options.withMaxBytes(1L << 20));

    assertThat(spool.read(new Block(), 1, 1).get(0).bytes()).isEqualTo(large);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(options.directory())) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }

  private String onDisk() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String each : names()) {
      all.append(Files.readString(options.directory().resolve(each), StandardCharsets.ISO_8859_1));
    }
    return all.toString();
  }
}
