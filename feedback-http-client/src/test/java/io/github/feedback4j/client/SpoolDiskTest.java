package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.client.Appended.Accepted;
import io.github.feedback4j.client.Appended.Reason;
import io.github.feedback4j.client.Appended.Rejected;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the spool does when the disk does not do what it should. */
class SpoolDiskTest {

  private final SpoolOptions options =
      SpoolOptions.defaults().withMaxBytes(1L << 20).withFsync(FsyncPolicy.OS);
  private BreakableFiles files = new BreakableFiles();
  private Spool spool = open();

  private Spool open() {
    return Spool.open(options, files, null, InstantSource.fixed(Instant.EPOCH), () -> 0);
  }

  private Appended append(String text) {
    return append(text, "anna");
  }

  private Appended append(String text, String key) {
    return spool.append(
        UUID.randomUUID(), EventKind.RESPONSE, key, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> waiting() {
    List<String> texts = new ArrayList<>();
    spool.rewind();
    spool
        .read(new Block(), 1_000, 1L << 20)
        .forEach(each -> texts.add(new String(each.bytes(), StandardCharsets.UTF_8)));
    return texts;
  }

  private void restart() {
    files = files.afterKill();
    spool = open();
  }

  @Test
  void aFullDiskRefusesAndTakesRecordsAgainWhenThereIsSpace() {
    append("one");
    files.freeBytes = 20;

    assertThat(append("two")).isEqualTo(new Rejected(Reason.DISK));
    assertThat(append("two again")).isEqualTo(new Rejected(Reason.DISK));
    assertThat(append("and again")).isEqualTo(new Rejected(Reason.DISK));
    assertThat(spool.stats().rejected()).containsEntry(Reason.DISK, 3L);
    files.freeBytes = Long.MAX_VALUE;

    assertThat(append("three")).isEqualTo(new Accepted());
    assertThat(waiting()).containsExactly("one", "three");
    restart();
    assertThat(waiting()).containsExactly("one", "three");
    assertThat(spool.stats().corrupt()).isZero();
  }

  @Test
  void aFullDiskKeepsWhatWasAcceptedWhereverTheWriteStops() {
    for (int space : List.of(0, 1, 47, 48, 54, 55, 56)) {
      files = new BreakableFiles();
      spool = open();
      append("one");
      files.freeBytes = space;
      boolean taken = append("two") instanceof Accepted;
      assertThat(taken).isEqualTo(space >= Frame.HEADER + 7);

      restart();

      assertThat(waiting()).isEqualTo(taken ? List.of("one", "two") : List.of("one"));
    }
  }

  @Test
  void whatIsDoneCanBeAcknowledgedOnAFullDisk() {
    append("one");
    append("two");
    files.freeBytes = 0;

    spool.acknowledge(spool.read(new Block(), 1, 1));

    assertThat(waiting()).containsExactly("two");
    files.freeBytes = Long.MAX_VALUE;
    spool.rewind();
    spool.acknowledge(spool.read(new Block(), 1, 1));
    assertThat(waiting()).isEmpty();
  }

  @Test
  void aRecordThatCannotBeSetAsideGoesOnWaiting() {
    append("one");
    SpoolRecord one = spool.read(new Block(), 1, 1).get(0);
    files.freeBytes = 10;

    spool.deadLetter(one, "malformed");

    assertThat(spool.deadLetters(10)).isEmpty();
    assertThat(spool.stats().deadLettered()).isEmpty();
    assertThat(waiting()).containsExactly("one");
    files.freeBytes = Long.MAX_VALUE;
    spool.deadLetter(one, "malformed");
    assertThat(spool.deadLetters(10)).hasSize(1);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void aForceThatFailedIsNotBelievedTheSecondTime() {
    append("one");
    files.forcingFails = true;
    assertThat(spool.sync()).isFalse();
    files.forcingFails = false;
    append("two");

    assertThat(spool.sync()).isTrue();

    // The disk had dropped "one" when it failed, so only writing it anew has saved it.
    for (int seed = 0; seed < 20; seed++) {
      files = files.afterPowerCut(new Random(seed));
      spool = open();
      assertThat(waiting()).containsExactly("one", "two");
    }
  }

  @Test
  void readingGoesOnWhereItWasWhenASegmentIsWrittenAnew() {
    append("one");
    append("two");
    spool.acknowledge(spool.read(new Block(), 1, 1));
    files.forcingFails = true;
    spool.sync();
    files.forcingFails = false;
    append("three");
    spool.sync();

    assertThat(spool.read(new Block(), 10, 1_000)).hasSize(2);
    append("four");
    assertThat(spool.read(new Block(), 10, 1_000)).hasSize(1);
    restart();
    assertThat(waiting()).containsExactly("two", "three", "four");
    assertThat(files.names()).doesNotContain(SegmentRewriter.TEMPORARY);
  }

  @Test
  void namesThatCouldNotBeForcedAreForcedTheNextTime() {
    files.namesFail = true;
    append("one");
    assertThat(spool.sync()).isFalse();
    files.namesFail = false;

    assertThat(spool.sync()).isTrue();

    files = files.afterPowerCut(new Random(1));
    spool = open();
    assertThat(waiting()).containsExactly("one");
  }

  @Test
  void aDiskThatCannotBeReadLosesNothing() {
    append("one");
    files.readingFails = true;
    assertThat(spool.read(new Block(), 10, 1_000)).isEmpty();
    assertThat(spool.stats().oldestAppended()).isNull();
    assertThat(spool.stats().corrupt()).isZero();
    files.readingFails = false;

    assertThat(spool.read(new Block(), 10, 1_000)).hasSize(1);
  }

  @Test
  void aSegmentThatCannotBeReadDoesNotStopTheOthersAndHasItsTurnLater() {
    byte[] large = new byte[40_000];
    for (int i = 0; i < 3; i++) {
      spool.append(new UUID(0, i), EventKind.RESPONSE, null, large);
    }
    files.unreadable = files.segment(0);

    assertThat(spool.read(new Block(), 10, 1L << 20))
        .extracting(SpoolRecord::id)
        .containsExactly(new UUID(0, 1), new UUID(0, 2));
    assertThat(spool.read(new Block(), 10, 1L << 20)).isEmpty();
    files.unreadable = "";

    assertThat(spool.read(new Block(), 10, 1L << 20))
        .extracting(SpoolRecord::id)
        .contains(new UUID(0, 0));
    assertThat(spool.stats().corrupt()).isZero();
  }

  @Test
  void anErasureThatFailsSaysSoAndIsFinishedByTheNextOne() {
    append("words of anna", "anna-key");
    append("words of ben", "ben-key");
    files.forcingFails = true;
    assertThatThrownBy(() -> spool.erase("anna-key", Set.of(EventKind.RESPONSE)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("a person's records could not be erased from the spool");
    files.forcingFails = false;

    spool.erase("ben-key", Set.of(EventKind.RESPONSE));

    assertThat(waiting()).isEmpty();
    assertThat(files.contains("anna-key")).isFalse();
    assertThat(files.contains("ben-key")).isFalse();
  }

  @Test
  void anErasureThatFailsIsFinishedByTheNextStart() {
    append("words of anna", "anna-key");
    append("words of ben", "ben-key");
    files.bytesToLive = 150;
    assertThatThrownBy(() -> spool.erase("anna-key", Set.of(EventKind.RESPONSE)))
        .isInstanceOf(BreakableFiles.Died.class);

    restart();

    assertThat(waiting()).containsExactly("words of ben");
    assertThat(files.contains("anna-key")).isFalse();
  }

  @Test
  void aSegmentThatCannotBeRemovedIsRemovedLater() {
    byte[] large = new byte[40_000];
    for (int i = 0; i < 3; i++) {
      spool.append(UUID.randomUUID(), EventKind.RESPONSE, null, large);
    }
    files.deletingFails = true;
    spool.acknowledge(spool.read(new Block(), 2, 1L << 20));
    long before = spool.stats().spoolBytes();
    files.deletingFails = false;

    spool.rewind();

    assertThat(spool.read(new Block(), 10, 1L << 20)).hasSize(1);
    assertThat(spool.stats().spoolBytes()).isLessThan(before);
  }

  @Test
  void hasFewFilesOpen() {
    int accepted = 0;
    while (spool.append(UUID.randomUUID(), EventKind.RESPONSE, null, new byte[5_000])
        instanceof Accepted) {
      accepted++;
    }
    List<SpoolRecord> read = spool.read(new Block(), accepted, 1L << 20);
    for (int i = 0; i < accepted; i += 2) {
      spool.acknowledge(List.of(read.get(i)));
    }
    spool.deadLetter(read.get(1), "malformed");
    spool.erase("anna", Set.of(EventKind.RESPONSE));
    spool.sync();

    assertThat(read).hasSize(accepted).hasSizeGreaterThan(100);
    assertThat(files.mostOpen()).isLessThanOrEqualTo(6);
    spool.close();
    assertThat(files.open()).isZero();
  }
}
