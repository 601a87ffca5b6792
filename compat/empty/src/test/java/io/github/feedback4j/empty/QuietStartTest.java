package io.github.feedback4j.empty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start looks like from outside: one line of ours, no thread of ours, and no network. */
class QuietStartTest {

  @TempDir
  private static Path folder;

  private static GuestProcess guest;

  @BeforeAll
  static void start() throws Exception {
    List<String> options = new ArrayList<>(GuestProcess.sameClassPath());
    options.add("-javaagent:" + Watch.writeJar(folder));
    guest = GuestProcess.run(
        folder,
        options,
        WatchedStart.class,
        List.of(
            "--server.port=0",
            "--feedback4j.jdbc.file=" + folder.resolve("answers"),
            "--spring.main.banner-mode=off",
            "--logging.pattern.console=%level|%logger|%msg%n"));
    assertThat(guest.exit()).as("%s%n%s", guest.out(), guest.err()).isZero();
  }

  @Test
  void theWatchSeesThreadsSocketsChannelsDatagramsAndLookUps() {
    List<String> proof = traces(guest.err().subList(proof(), guest.err().size()));

    assertThat(proof)
        .anyMatch(each -> each.contains("Thread.start") && each.contains(".startAThread"))
        .anyMatch(each -> each.contains("Net.connect") && each.contains(".useASocket"))
        .anyMatch(each -> each.contains("Net.connect") && each.contains(".useAChannel"))
        .anyMatch(each -> each.contains("DatagramChannelImpl.send"))
        .anyMatch(each -> each.contains("getAddressesFromNameService"));
  }

  @Test
  void nothingUsesTheNetworkAndNoNameIsLookedUp() {
    assertThat(traces(guest.err().subList(0, proof())))
        .as("what the JVM did besides starting threads")
        .allMatch(each -> each.contains("java.lang.Thread.start("));
  }

  @Test
  void neitherWeNorTheEmbeddedDatabaseStartAThread() {
    assertThat(traces(guest.err().subList(0, proof())))
        .as("threads that were started, with Tomcat's among them")
        .anyMatch(each -> each.contains("org.apache.tomcat"))
        .noneMatch(each -> each.contains("org.h2."))
        // Our own main method is at the bottom of every stack.
        .noneMatch(each -> each.replace(EmptyApplication.class.getPackageName(), "")
            .contains("io.github.feedback4j"));
  }

  @Test
  void exactlyOneLineIsLoggedByUs() {
    assertThat(guest.out())
        .filteredOn(each -> each.contains("|io.github.feedback4j")
            && !each.contains("|" + EmptyApplication.class.getPackageName()))
        .singleElement()
        .asString()
        .startsWith("INFO|io.github.feedback4j|feedback4j asks [ticket-csat v1]; ")
        .contains("answers.mv.db");
  }

  @Test
  void nothingWarns() {
    assertThat(guest.out())
        .isNotEmpty()
        .allMatch(each -> each.startsWith("INFO|"));
  }

  private static int proof() {
    return guest.err().indexOf(WatchedStart.PROOF);
  }

  private static List<String> traces(List<String> lines) {
    List<String> traces = new ArrayList<>();
    for (String line : lines) {
      if (line.equals(Watch.TRACE)) {
        traces.add("");
      } else if (line.startsWith("\tat ")) {
        traces.add(traces.remove(traces.size() - 1) + line + "\n");
      }
    }
    return traces;
  }
}
