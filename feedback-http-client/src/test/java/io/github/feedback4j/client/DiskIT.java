package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.feedback4j.response.ResponseSink.Kept;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that is full or cannot be written, as an application sees it. */
class DiskIT {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private final ScriptedCollector collector = new ScriptedCollector();
  private final List<UUID> stored = new ArrayList<>();
  private int appended;

  @TempDir
  private Path directory;

  private SmallDisk disk;

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.mount(directory, "size=2m");
  }

  @AfterEach
  void close() throws Exception {
    collector.close();
    // It is not there where mounting is not allowed.
    if (disk != null) {
      disk.close();
    }
  }

  private Path spool() {
    return disk.root().resolve("spool");
  }

  private CollectorClient client(FsyncPolicy fsync) {
    return Clients.inDirectory(collector, spool())
        .spool(SpoolOptions.defaults().withDirectory(spool()).withFsync(fsync))
        .linger(Duration.ofMillis(20))
        .build();
  }

  /** Leaves room for some hundred responses, as somebody else's files do. */
  private Path ballast() throws Exception {
    return Files.write(disk.root().resolve("ballast"), new byte[1 << 20]);
  }

  /** Appends one response; returns whether the caller was told that it is stored. */
  private boolean append(CollectorClient client) {
    int number = appended++;
    try {
      assertThat(client.append(Samples.response(number))).isEqualTo(Kept.STORED);
    } catch (DeliveryException e) {
      assertThat(e.code()).isEqualTo("disk");
      assertThat(e)
          .hasMessage("the disk refused the record; look for space and permissions of the spool's"
              + " directory");
      return false;
    }
    stored.add(Samples.id(number));
    return true;
  }

  private void fillTheDisk(CollectorClient client) {
    while (append(client)) {
      assertThat(appended).isLessThan(100_000);
    }
    for (int i = 0; i < 50; i++) {
      assertThat(append(client)).isFalse();
    }
    assertThat(stored).hasSizeGreaterThan(600);
  }

  private void assertThatWhatWasStoredArrivedOnceAndNothingElse(CollectorClient client) {
    assertThat(client.flush(BOUND).isComplete()).isTrue();
    assertThat(collector.responses()).isEqualTo(stored);
    assertThat(client.report().pending().records()).isZero();
    assertThat(client.report().corrupt()).isZero();
    assertThat(client.report().deadLettered()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFullDiskIsToldToTheCallerAndTakesResponsesAgainWhenThereIsSpace(FsyncPolicy fsync)
      throws Exception {
    collector.goDown();
    Path ballast = ballast();
    try (CollectorClient client = client(fsync)) {
      fillTheDisk(client);
      assertThat(client.report().rejected())
          .isEqualTo(Map.of("disk", (long) appended - stored.size()));
      // With the definition of the survey.
      assertThat(client.report().pending().records()).isEqualTo(stored.size() + 1);

      Files.delete(ballast);
      for (int i = 0; i < 500; i++) {
        assertThat(append(client)).isTrue();
      }
      collector.comeUp();

      assertThatWhatWasStoredArrivedOnceAndNothingElse(client);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDiskThatStaysFullTakesResponsesAgainWhenTheCollectorHasMadeRoom(FsyncPolicy fsync)
      throws Exception {
    collector.goDown();
    ballast();
    try (CollectorClient client = client(fsync)) {
      fillTheDisk(client);
      collector.comeUp();
      assertThatWhatWasStoredArrivedOnceAndNothingElse(client);

      for (int i = 0; i < 500; i++) {
        assertThat(append(client)).isTrue();
      }

      assertThatWhatWasStoredArrivedOnceAndNothingElse(client);
    }
  }

  @Test
  void aDiskThatBecameFullWithNothingToSendTakesResponsesAgainWhenThereIsSpace() throws Exception {
    try (CollectorClient client = client(FsyncPolicy.INTERVAL)) {
      append(client);
      assertThatWhatWasStoredArrivedOnceAndNothingElse(client);
      Path ballast = disk.root().resolve("ballast");
      assertThatThrownBy(() -> Files.write(ballast, new byte[4 << 20]))
          .hasMessageContaining("No space left");
      while (append(client)) {
        assertThat(appended).isLessThan(1_000);
      }

      Files.delete(ballast);

      assertThat(append(client)).isTrue();
      assertThatWhatWasStoredArrivedOnceAndNothingElse(client);
    }
  }

  @Test
  void aRestartOnAFullDiskSendsWhatWasStored() throws Exception {
    collector.goDown();
    ballast();
    try (CollectorClient first = client(FsyncPolicy.INTERVAL)) {
      fillTheDisk(first);
      // It takes what it is given, but what is done cannot be noted on the disk.
      collector.behave(exchange -> {
        if (collector.responses().size() < 500) {
          exchange.take();
        } else {
          exchange.answer(503, "");
        }
      });
      collector.comeUp();
      await().atMost(BOUND).until(() -> collector.responses().size() >= 499);
      Clients.close(first, Duration.ofMillis(200), spool());
    }
    collector.behave(ScriptedCollector.HEALTHY);

    try (CollectorClient second = client(FsyncPolicy.INTERVAL)) {
      second.start();
      assertThatWhatWasStoredArrivedOnceAndNothingElse(second);

      // The last file, of which all was sent, is let go once the disk has refused to add to it.
      await().atMost(BOUND).until(() -> {
        boolean taken = append(second);
        second.flush(BOUND);
        return taken;
      });
      assertThatWhatWasStoredArrivedOnceAndNothingElse(second);
    }
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsNamedWithTheWayOutAndLosesNothing() throws Exception {
    collector.goDown();
    try (CollectorClient first = client(FsyncPolicy.INTERVAL)) {
      append(first);
      Clients.close(first, Duration.ofMillis(200), spool());
    }
    disk.remount("ro");

    assertThatThrownBy(() -> client(FsyncPolicy.INTERVAL))
        .isInstanceOf(SpoolException.class)
        .hasMessage(
            "the directory of the spool must be writable, but %s is not: choose another one, or"
                + " SpoolOptions.memory(), which does not outlive the process",
            spool());

    disk.remount("rw");
    collector.comeUp();
    try (CollectorClient next = client(FsyncPolicy.INTERVAL)) {
      assertThat(append(next)).isTrue();
      assertThatWhatWasStoredArrivedOnceAndNothingElse(next);
    }
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamedWithTheWayOut() throws Exception {
    disk.remount("ro");

    assertThatThrownBy(() -> client(FsyncPolicy.INTERVAL))
        .isInstanceOf(SpoolException.class)
        .hasMessageContaining("must be writable, but " + spool() + " is not")
        .hasMessageContaining("choose another one, or SpoolOptions.memory()");
    assertThat(collector.requests()).isZero();
  }
}
