package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.client.Appended.Accepted;
import io.github.feedback4j.client.Appended.Reason;
import io.github.feedback4j.client.Appended.Rejected;
import io.github.feedback4j.testkit.SettableTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every spool; here in memory, in {@link DurableSpoolTest} on a disk. */
class SpoolTest {

  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final Set<EventKind> ABOUT_A_PERSON =
      Set.of(EventKind.RESPONSE, EventKind.CONTACT);

  final SettableTime time = SettableTime.at(START);
  final AtomicLong nanos = new AtomicLong(-5);
  SpoolOptions options;
  Spool spool;

  SpoolOptions options() {
    return SpoolOptions.memory().withMaxBytes(1L << 20);
  }

  @BeforeEach
  void open() {
    options = options();
    spool = Spool.open(options, time, nanos::get);
  }

  @AfterEach
  void close() {
    spool.close();
  }

  final void reopen(SpoolOptions changed) {
    spool.close();
    options = changed;
    spool = Spool.open(options, time, nanos::get);
  }

  @Test
  void handsOutWhatWasAppendedInThatOrder() {
    append("one");
    append("two");
    append("three");

    List<SpoolRecord> read = spool.read(new Block(), 10, 1_000);

    assertThat(texts(read)).containsExactly("one", "two", "three");
    assertThat(read).extracting(SpoolRecord::sequence).isSorted();
    assertThat(read.get(0).appendedAt()).isEqualTo(START);
  }

  @Test
  void aRecordComesBackAsItWas() {
    UUID id = UUID.randomUUID();

    spool.append(id, EventKind.CONTACT, "key-é", "text".getBytes(StandardCharsets.UTF_8));

    SpoolRecord read = spool.read(new Block(), 1, 1).get(0);
    assertThat(read.id()).isEqualTo(id);
    assertThat(read.kind()).isEqualTo(EventKind.CONTACT);
    assertThat(read.key()).isEqualTo("key-é");
    assertThat(read.bytes()).isEqualTo("text".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aRecordNeedHaveNeitherKeyNorBytes() {
    spool.append(UUID.randomUUID(), EventKind.SURVEY, null, new byte[0]);

    SpoolRecord read = spool.read(new Block(), 1, 1).get(0);

    assertThat(read.key()).isNull();
    assertThat(read.bytes()).isEmpty();
  }

  @Test
  void noTextShowsKeyOrBytes() {
    append("secret", "key-1");

    SpoolRecord read = spool.read(new Block(), 1, 100).get(0);
    spool.deadLetter(read, "malformed");

    assertThat(read + " " + spool.deadLetters(1)).doesNotContain("secret", "key-1", "[B");
  }

  @Test
  void readsByCountAndBytesAndAlwaysAtLeastOne() {
    append("aaaa");
    append("bbbb");
    append("cccc");
    append("dddd");

    assertThat(texts(spool.read(new Block(), 1, 1_000))).containsExactly("aaaa");
    assertThat(texts(spool.read(new Block(), 10, 8))).containsExactly("bbbb", "cccc");
    assertThat(texts(spool.read(new Block(), 10, 1))).containsExactly("dddd");
    assertThat(spool.read(new Block(), 10, 1)).isEmpty();
  }

  @Test
  void rewindHandsOutAgainWhatWasNotAcknowledged() {
    append("one");
    append("two");
    append("three");
    List<SpoolRecord> read = spool.read(new Block(), 10, 1_000);
    spool.acknowledge(List.of(read.get(1)));

    spool.rewind();

    assertThat(texts(spool.read(new Block(), 10, 1_000))).containsExactly("one", "three");
  }

  @Test
  void acknowledgingTwiceCountsOnce() {
    append("one");
    append("two");
    List<SpoolRecord> one = spool.read(new Block(), 1, 1_000);

    spool.acknowledge(one);
    spool.acknowledge(one);

    assertThat(spool.stats().pendingRecords()).isEqualTo(1);
    assertThat(spool.stats().pendingBytes()).isEqualTo(3);
  }

  @Test
  void aFullSpoolSaysSoAndTakesRecordsAgainWhenSomethingWasAcknowledged() {
    int accepted = fill();

    assertThat(accepted).isGreaterThan(750);
    assertThat(spool.stats().rejected()).containsExactlyEntriesOf(Map.of(Reason.FULL, 1L));
    assertThat(spool.stats().spoolBytes()).isLessThanOrEqualTo(options.maxBytes());

    spool.acknowledge(spool.read(new Block(), 300, 1L << 20));

    assertThat(append("again")).isEqualTo(new Accepted());
  }

  @Test
  void anErasureIsTakenEvenWhenFull() {
    fill();

    Appended erasure = spool.append(UUID.randomUUID(), EventKind.ERASURE, "key-1", new byte[300]);

    assertThat(erasure).isEqualTo(new Accepted());
    assertThat(spool.stats().spoolBytes()).isLessThanOrEqualTo(options.maxBytes());
  }

  @Test
  void aRecordThatIsTooLargeIsRefused() {
    Appended large = spool.append(
        UUID.randomUUID(), EventKind.RESPONSE, null, new byte[options.maxRecordBytes()]);

    assertThat(large).isEqualTo(new Rejected(Reason.TOO_LARGE));
    assertThat(spool.read(new Block(), 1, 1)).isEmpty();
  }

  @Test
  void aClosedSpoolRefuses() {
    spool.close(Duration.ofSeconds(1));

    assertThat(append("late")).isEqualTo(new Rejected(Reason.CLOSED));
    assertThat(spool.stats().rejected()).containsEntry(Reason.CLOSED, 1L);
  }

  @Test
  void aSpoolThatIsAllTooOldIsNotOnTheHeapAtOnce() {
    for (int i = 0; i < 1_500; i++) {
      append("x".repeat(400));
    }
    pass(Duration.ofDays(7).plusMillis(1));
    append("new");
    Block block = new Block();

    assertThat(texts(spool.read(block, 10, 1_000))).containsExactly("new");

    assertThat(spool.stats().expired()).isEqualTo(1_500);
    assertThat(block.bytes().length).isLessThan(1_500 * 400 / 2);
  }

  @Test
  void aRecordOlderThanMaxAgeBecomesADeadLetterAndIsCounted() {
    append("old");
    pass(Duration.ofDays(7));
    append("new");
    assertThat(texts(spool.read(new Block(), 1, 1))).containsExactly("old");
    spool.rewind();
    pass(Duration.ofMillis(1));

    assertThat(texts(spool.read(new Block(), 10, 1_000))).containsExactly("new");

    assertThat(spool.stats().expired()).isEqualTo(1);
    assertThat(spool.stats().deadLettered()).containsEntry("expired", 1L);
    assertThat(spool.stats().pendingRecords()).isEqualTo(1);
    assertThat(spool.deadLetters(10)).singleElement().satisfies(letter -> {
      assertThat(letter.reason()).isEqualTo("expired");
      assertThat(letter.record().appendedAt()).isEqualTo(START);
      assertThat(text(letter.record())).isEqualTo("old");
    });
  }

  @Test
  void aClockThatIsSetNeitherExpiresRecordsNorBreaksTheirOrder() {
    reopen(options.withMaxAge(Duration.ofMinutes(30)));
    append("one");
    time.advance(Duration.ofHours(1));
    append("two");
    time.advance(Duration.ofHours(-2));
    append("three");

    List<SpoolRecord> read = spool.read(new Block(), 10, 1_000);

    assertThat(texts(read)).containsExactly("one", "two", "three");
    assertThat(read).extracting(SpoolRecord::appendedAt).isSorted();
  }

  @Test
  void aDeadLetterIsKeptWithItsReasonAndNotHandedOutAgain() {
    append("bad", "key-1");
    append("good");
    SpoolRecord bad = spool.read(new Block(), 1, 1_000).get(0);

    spool.deadLetter(bad, "malformed");
    spool.rewind();

    assertThat(texts(spool.read(new Block(), 10, 1_000))).containsExactly("good");
    assertThat(spool.deadLetters(10)).singleElement().satisfies(letter -> {
      assertThat(letter.record()).isEqualTo(bad);
      assertThat(letter.record().key()).isEqualTo("key-1");
      assertThat(letter.reason()).isEqualTo("malformed");
    });
    assertThat(spool.stats().deadLettered()).containsEntry("malformed", 1L);
  }

  @Test
  void deadLettersAreBoundedAndTheNewestStay() {
    for (int i = 0; i < 500; i++) {
      spool.append(UUID.randomUUID(), EventKind.RESPONSE, null, new byte[1_000]);
      spool.read(new Block(), 10, 10_000).forEach(each -> spool.deadLetter(each, "malformed"));
    }

    List<DeadLetter> kept = spool.deadLetters(1_000);

    assertThat(kept).hasSizeBetween(60, 125);
    assertThat(kept).extracting(each -> each.record().sequence()).isSorted();
    assertThat(kept.get(kept.size() - 1).record().sequence()).isEqualTo(500);
    assertThat(spool.deadLetters(2)).isEqualTo(kept.subList(kept.size() - 2, kept.size()));
    assertThat(spool.stats().spoolBytes()).isLessThan(160 << 10);
  }

  @Test
  void erasingRemovesWhatIsAboutThePersonAndNothingElse() {
    append("one", "anna");
    append("two", "ben");
    spool.append(UUID.randomUUID(), EventKind.CONTACT, "anna", new byte[3]);
    spool.append(
        UUID.randomUUID(), EventKind.ERASURE, "anna", "go".getBytes(StandardCharsets.UTF_8));
    append("three");

    int erased = spool.erase("anna", ABOUT_A_PERSON);

    assertThat(erased).isEqualTo(2);
    assertThat(spool.stats().erased()).isEqualTo(2);
    assertThat(spool.stats().pendingRecords()).isEqualTo(3);
    assertThat(texts(spool.read(new Block(), 10, 1_000))).containsExactly("two", "go", "three");
  }

  @Test
  void erasingReachesDeadLettersAndWhatIsHandedOut() {
    append("dead", "anna");
    append("out", "anna");
    List<SpoolRecord> read = spool.read(new Block(), 10, 1_000);
    spool.deadLetter(read.get(0), "malformed");

    assertThat(spool.erase("anna", ABOUT_A_PERSON)).isEqualTo(2);

    assertThat(spool.deadLetters(10)).isEmpty();
    spool.acknowledge(read);
    spool.rewind();
    assertThat(spool.read(new Block(), 10, 1_000)).isEmpty();
    assertThat(spool.stats().pendingRecords()).isZero();
  }

  @Test
  void statsTellTheOldestThatWaits() {
    assertThat(spool.stats().oldestAppended()).isNull();
    append("one");
    pass(Duration.ofMinutes(1));
    append("two");

    assertThat(spool.stats().oldestAppended()).isEqualTo(START);
    spool.acknowledge(spool.read(new Block(), 1, 1));
    assertThat(spool.stats().oldestAppended()).isEqualTo(START.plusSeconds(60));
    spool.acknowledge(spool.read(new Block(), 1, 1));
    assertThat(spool.stats().oldestAppended()).isNull();
  }

  final void pass(Duration duration) {
    time.advance(duration);
    nanos.addAndGet(duration.toNanos());
  }

  /** Appends records of a thousand bytes until there is no room, and returns how many were taken. */
  final int fill() {
    int accepted = 0;
    while (true) {
      Appended appended =
          spool.append(UUID.randomUUID(), EventKind.RESPONSE, "key", new byte[1_000]);
      if (!(appended instanceof Accepted)) {
        assertThat(appended).isEqualTo(new Rejected(Reason.FULL));
        return accepted;
      }
      accepted++;
    }
  }

  final Appended append(String text) {
    return append(text, null);
  }

  final Appended append(String text, @Nullable String key) {
    return spool.append(
        UUID.randomUUID(), EventKind.RESPONSE, key, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> texts(List<SpoolRecord> records) {
    List<String> texts = new ArrayList<>();
    records.forEach(each -> texts.add(text(each)));
    return texts;
  }

  static String text(SpoolRecord record) {
    return new String(record.bytes(), StandardCharsets.UTF_8);
  }
}
