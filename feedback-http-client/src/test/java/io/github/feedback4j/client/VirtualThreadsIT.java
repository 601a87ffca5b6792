package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application's threads append and send: virtual ones too, where the JDK has them. */
class VirtualThreadsIT {

  private final ScriptedCollector collector = new ScriptedCollector();

  @TempDir
  private Path directory;

  @AfterEach
  void close() {
    collector.close();
  }

  static List<HostThreads> hostThreads() {
    return HostThreads.ofThisJdk();
  }

  private void assertThatTheseArrivedOnce(int responses) {
    List<UUID> all = IntStream.range(0, responses).mapToObj(Samples::id).toList();
    assertThat(collector.responses()).containsExactlyInAnyOrderElementsOf(all);
  }

  @ParameterizedTest
  @MethodSource("hostThreads")
  void tenThousandAppendsAtOnceArriveOnce(HostThreads threads) throws Exception {
    List<UUID> stored =
        HostClient.run(threads, collector.uri(), directory, FsyncPolicy.INTERVAL, 0);

    assertThat(stored).hasSize(HostClient.RESPONSES);
    assertThatTheseArrivedOnce(HostClient.RESPONSES);
  }

  @Test
  void noCarrierIsPinnedForLongWhileThreadsWaitForTheDiskAndTheCollector() throws Exception {
    List<HostThreads> known = HostThreads.ofThisJdk();
    Path recording = directory.resolve("recording.jfr");
    Process child = Children.start(
        List.of("-XX:StartFlightRecording:filename=" + recording),
        HostClient.class,
        known.get(known.size() - 1).name(),
        collector.uri().toString(),
        directory.resolve("spool").toString());
    assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isZero();
    assertThatTheseArrivedOnce(2 * HostClient.RESPONSES);

    // The JDK records what pins a carrier for more than 20 milliseconds.
    assertThat(pinned(recording)).doesNotContain(HostClient.class.getPackageName());
  }

  private String pinned(Path recording) throws Exception {
    Path text = directory.resolve("pinned.txt");
    Process jfr = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "jfr").toString(),
            "print",
            "--events",
            "jdk.VirtualThreadPinned",
            "--stack-depth",
            "64",
            recording.toString())
        .redirectErrorStream(true)
        .redirectOutput(text.toFile())
        .start();
    assertThat(jfr.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(jfr.exitValue()).isZero();
    return Files.readString(text, StandardCharsets.UTF_8);
  }
}
