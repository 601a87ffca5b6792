package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.client.Appended.Accepted;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the spool makes of files that are not as it has left them. */
class SpoolDamageTest {

  private static final int FRAME = Frame.HEADER + 3;

  private final SpoolOptions options =
      SpoolOptions.defaults().withMaxBytes(1L << 20).withFsync(FsyncPolicy.OS);
  private BreakableFiles files = new BreakableFiles();
  private Spool spool = open();

  private Spool open() {
    return Spool.open(options, files, null, InstantSource.fixed(Instant.EPOCH), () -> 0);
  }

  @BeforeEach
  void appendFive() {
    for (String each : List.of("one", "two", "333", "444", "555")) {
      append(each);
    }
  }

  private void append(String text) {
    append(text, null);
  }

  private void append(String text, @Nullable String key) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(spool.append(UUID.randomUUID(), EventKind.RESPONSE, key, bytes))
        .isEqualTo(new Accepted());
  }

  private void reopenWith(byte[] content) {
    String name = files.segment(0);
    files = files.afterKill();
    files.change(name, content);
    spool = open();
  }

  private byte[] content() {
    return files.content(files.segment(0));
  }

  private List<String> waiting() {
    List<String> texts = new ArrayList<>();
    spool.rewind();
    spool
        .read(new Block(), 100, 10_000)
        .forEach(each -> texts.add(new String(each.bytes(), StandardCharsets.UTF_8)));
    return texts;
  }

  @Test
  void aTornTailIsCutOffAtEveryByte() {
    byte[] whole = content();
    for (int left = whole.length - 1; left > 4 * FRAME; left--) {
      reopenWith(Arrays.copyOf(whole, left));

      assertThat(waiting()).containsExactly("one", "two", "333", "444");
      assertThat(spool.stats().torn()).isEqualTo(1);
      assertThat(spool.stats().corrupt()).isZero();
      assertThat(content()).hasSize(4 * FRAME);
    }
  }

  @Test
  void zerosBehindTheLastRecordAreCutOff() {
    reopenWith(Arrays.copyOf(content(), 100_000));

    assertThat(waiting()).hasSize(5);
    assertThat(spool.stats().torn()).isEqualTo(1);
    append("666");
    assertThat(waiting()).endsWith("555", "666");
  }

  @Test
  void anyFlippedBitCostsItsOwnRecordAndNoOther() {
    byte[] whole = content();
    for (int bit = 2 * FRAME * 8; bit < 3 * FRAME * 8; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);

      reopenWith(damaged);

      assertThat(waiting()).containsExactly("one", "two", "444", "555");
      assertThat(spool.stats().corrupt()).isEqualTo(1);
      assertThat(spool.stats().pendingRecords()).isEqualTo(4);
    }
  }

  @Test
  void noLengthMakesItAllocateOrHidesWhatFollows() {
    byte[] whole = content();
    for (int length : List.of(0, -1, 1, 47, 49, 200, 1_000_000, Integer.MAX_VALUE)) {
      byte[] damaged = whole.clone();
      ByteBuffer.wrap(damaged).putInt(FRAME + Frame.LENGTH, length);

      reopenWith(damaged);

      assertThat(waiting()).containsExactly("one", "333", "444", "555");
    }
  }

  @Test
  void rubbishOfAnyLengthBetweenRecordsIsPassedOver() {
    byte[] whole = content();
    Random random = new Random(7);
    for (int length : List.of(1, 3, 47, 51, 70_000, 200_000)) {
      byte[] rubbish = new byte[length];
      random.nextBytes(rubbish);
      ByteBuffer damaged = ByteBuffer.allocate(whole.length + length);
      damaged.put(whole, 0, 2 * FRAME).put(rubbish).put(whole, 2 * FRAME, 3 * FRAME);

      reopenWith(damaged.array());

      assertThat(waiting()).containsExactly("one", "two", "333", "444", "555");
      assertThat(spool.stats().corrupt()).isEqualTo(1);
    }
  }

  @Test
  void aFrameThatIsThereTwiceIsHandedOutOnce() {
    byte[] whole = content();
    byte[] twice = Arrays.copyOf(whole, whole.length + FRAME);
    System.arraycopy(whole, FRAME, twice, whole.length, FRAME);

    reopenWith(twice);

    assertThat(waiting()).containsExactly("one", "two", "333", "444", "555");
  }

  @Test
  void aRecordThatBreaksWhileTheSpoolIsOpenIsSkippedAndCounted() {
    byte[] damaged = content();
    damaged[FRAME + Frame.HEADER] ^= 1;
    files.overwrite(files.segment(0), damaged);

    assertThat(waiting()).containsExactly("one", "333", "444", "555");

    assertThat(waiting()).hasSize(4);
    assertThat(spool.stats().corrupt()).isEqualTo(1);
    assertThat(spool.stats().pendingRecords()).isEqualTo(4);
    assertThat(spool.stats().pendingBytes()).isEqualTo(12);
  }

  @Test
  void aBrokenAcknowledgementLeavesTheOneBefore() {
    spool.acknowledge(spool.read(new Block(), 2, 1_000));
    spool.acknowledge(spool.read(new Block(), 1, 1_000));
    String acks = files.segment(0).replace(".v1", ".acks.v1");
    byte[] whole = files.content(acks);
    for (int i = 0; i < whole.length; i++) {
      if (whole[i] == 0 && i % 97 != 0) {
        continue;
      }
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      files = files.afterKill();
      files.change(acks, damaged);
      spool = open();

      assertThat(waiting()).endsWith("444", "555").hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void aBrokenDeadLetterHidesNoOther() {
    spool.read(new Block(), 3, 1_000).forEach(each -> spool.deadLetter(each, "malformed"));
    byte[] damaged = files.content(DeadLetters.NEWER);
    damaged[damaged.length / 2] ^= 1;
    files = files.afterKill();
    files.change(DeadLetters.NEWER, damaged);
    spool = open();

    assertThat(spool.deadLetters(10)).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsOverwrittenWhenSomebodyIsErased() {
    append("words", "ben-key");
    append("end");
    byte[] damaged = content();
    damaged[5 * FRAME + Frame.CRC] ^= 1;
    reopenWith(damaged);
    assertThat(files.contains("ben-key")).isTrue();

    spool.erase("ben-key", Set.of(EventKind.RESPONSE));

    assertThat(files.contains("ben-key")).isFalse();
    assertThat(files.contains("words")).isFalse();
    assertThat(waiting()).containsExactly("one", "two", "333", "444", "555", "end");
  }

  @Test
  void aSequenceThatWasAcknowledgedAndLostIsNotUsedAgain() {
    spool.sync();
    append("666");
    byte[] beforeIt = Arrays.copyOf(content(), 5 * FRAME);
    spool.acknowledge(spool.read(new Block(), 6, 1_000).subList(5, 6));
    reopenWith(beforeIt);
    append("777");
    files = files.afterKill();
    spool = open();

    assertThat(waiting()).containsExactly("one", "two", "333", "444", "555", "777");
  }

  @Test
  void acknowledgementsOfASegmentThatIsGoneMeanNothingToItsSuccessor() {
    spool.acknowledge(spool.read(new Block(), 5, 1_000).subList(0, 4));
    String acks = files.segment(0).replace(".v1", ".acks.v1");
    byte[] stale = files.content(acks);
    files = new BreakableFiles();
    files.change(acks, stale);
    spool = open();
    appendFive();
    files = files.afterKill();
    spool = open();

    assertThat(waiting()).containsExactly("one", "two", "333", "444", "555");
  }

  @Test
  void aSegmentThatWasCutShortFromOutsideDoesNotStopTheOthers() {
    byte[] large = new byte[40_000];
    for (int i = 0; i < 4; i++) {
      spool.append(UUID.randomUUID(), EventKind.RESPONSE, null, large);
    }
    files.overwrite(files.segment(0), Arrays.copyOf(content(), FRAME));

    assertThat(spool.read(new Block(), 100, 1L << 20)).hasSize(4);
    assertThat(spool.stats().pendingRecords()).isEqualTo(4);
  }
}
