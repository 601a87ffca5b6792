package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.client.Appended.Accepted;
import io.github.feedback4j.client.Appended.Reason;
import io.github.feedback4j.client.Appended.Rejected;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The spool among real processes and on real disks. */
@Timeout(300)
class SpoolIT {

  private static final int KILLED = 137;
  private static final int ROUNDS = 4;
  private static final int LINES_BEFORE_KILL = 2_000;

  @TempDir
  Path directory;

  private final Set<Long> accepted = new HashSet<>();
  private final Set<Long> done = new HashSet<>();
  private long highest;

  private SpoolOptions options() {
    return SpoolOptions.defaults().withDirectory(directory.resolve("spool"));
  }

  private static Spool open(SpoolOptions options) {
    return Spool.open(options, InstantSource.system(), System::nanoTime);
  }

  @ParameterizedTest
  @EnumSource
  void aKilledProcessLosesNothingThatAppendHasAcknowledged(FsyncPolicy fsync) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      runAndKill(fsync, "append", LINES_BEFORE_KILL + 77 * round);

      assertThat(waiting()).containsAll(accepted);
    }
    assertThat(accepted).hasSizeGreaterThan(ROUNDS * LINES_BEFORE_KILL);
  }

  @Test
  void aKilledProcessLosesNothingWhileRecordsAreAcknowledged() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      runAndKill(FsyncPolicy.INTERVAL, "acknowledge", LINES_BEFORE_KILL + 77 * round);

      Set<Long> expected = new HashSet<>(accepted);
      expected.removeAll(done);
      assertThat(waiting()).containsAll(expected);
    }
    assertThat(done).isNotEmpty();
  }

  private void runAndKill(FsyncPolicy fsync, String what, int lines) throws Exception {
    Process child = SpoolChild.start(options().directory(), fsync, what, highest);
    try (BufferedReader output = child.inputReader()) {
      int read = 0;
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        // What is still in the pipe after the kill was acknowledged as well.
        remember(line);
        if (++read == lines) {
          // Through its handle, because the process itself would close the pipe as well.
          child.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as("killed, not ended").isEqualTo(KILLED);
  }

  private void remember(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length == 3 && parts[2].equals(SpoolChild.LINE_END)) {
      long number = Long.parseLong(parts[1]);
      (parts[0].equals("done") ? done : accepted).add(number);
      // A few that the process did not live to print may be in the spool.
      highest = Math.max(highest, number + 10);
    }
  }

  private Set<Long> waiting() {
    Set<Long> numbers = new HashSet<>();
    try (Spool spool = open(options())) {
      for (List<SpoolRecord> read = spool.read(new Block(), 1_000, 1 << 20);
          !read.isEmpty();
          read = spool.read(new Block(), 1_000, 1 << 20)) {
        for (SpoolRecord each : read) {
          long number = each.id().getLeastSignificantBits();
          assertThat(new String(each.bytes(), StandardCharsets.UTF_8))
              .isEqualTo(("record " + number).repeat(20));
          assertThat(numbers.add(number)).as("not twice").isTrue();
        }
      }
      assertThat(spool.stats().corrupt()).isZero();
    }
    return numbers;
  }

  @Test
  void theSecondProcessInADirectoryFailsWithTheNameOfTheLockFile() throws Exception {
    Process child = SpoolChild.start(options().directory(), FsyncPolicy.INTERVAL, "append", 0);
    try (BufferedReader output = child.inputReader()) {
      assertThat(output.readLine()).startsWith("accepted");

      assertThatThrownBy(() -> open(options()))
          .isInstanceOf(SpoolException.class)
          .hasMessageContaining("is in use")
          .hasMessageContaining(
              options().directory().toRealPath().resolve("lock").toString());

      child.toHandle().destroyForcibly();
    }
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    open(options()).close();
  }

  @Test
  void aForgottenCloseKeepsNoProcessAliveAndLosesNothing() throws Exception {
    Process child = SpoolChild.start(options().directory(), FsyncPolicy.INTERVAL, "forget", 0);

    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isZero();
    assertThat(waiting()).containsExactly(1L);
  }

  @Test
  void aDiskThatIsFullRefusesAndTakesRecordsAgainWhenThereIsSpace() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(directory, "size=1m")) {
      Path ballast = Files.write(disk.root().resolve("ballast"), new byte[600 << 10]);
      try (Spool spool = open(options().withDirectory(disk.root().resolve("spool")))) {
        int taken = 0;
        Appended last = append(spool);
        for (; last instanceof Accepted; last = append(spool)) {
          taken++;
        }
        assertThat(last).isEqualTo(new Rejected(Reason.DISK));
        assertThat(taken).isGreaterThan(100);

        Files.delete(ballast);

        assertThat(append(spool)).isEqualTo(new Accepted());
        assertThat(spool.read(new Block(), 10_000, 1 << 20)).hasSize(taken + 1);
      }
    }
  }

  @Test
  void aDiskThatCannotBeWrittenFailsWithTheWayOut() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(directory, "size=1m,ro")) {
      assertThatThrownBy(() -> open(options().withDirectory(disk.root().resolve("spool"))))
          .isInstanceOf(SpoolException.class)
          .hasMessageContaining("must be writable")
          .hasMessageContaining(disk.root().toString());
    }
  }

  private static Appended append(Spool spool) {
    return spool.append(UUID.randomUUID(), EventKind.RESPONSE, "key", new byte[1_000]);
  }
}
