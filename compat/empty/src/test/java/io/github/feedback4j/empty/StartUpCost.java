package io.github.feedback4j.empty;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.SpringBootVersion;

/**
 * Measures what we add to the start of an application: the time from the start of the JVM until
 * requests are served, and the CPU time that all its threads took until then, with us and without,
 * in fresh JVMs by turns. The CPU time depends less on what else the machine does.
 *
 * <p>"Without" has neither our jars nor those that only we bring on its class path. Each start with
 * us has an empty folder, so it creates the database; further starts find it and cost less. It is a
 * measurement and not a test, because the ratio depends on the machine and on what else runs there.
 * The command is in {@code compat/README.md}.
 */
public final class StartUpCost {

  private static final int WARM_UPS = 2;

  /** What is on the class path because of us alone. */
  private static final String OURS =
      ".*[/\\\\](feedback-(core|jdbc|spring-starter)|h2-|snakeyaml-engine|"
          + "commons-(statistics|numbers)).*";

  private StartUpCost() {}

  /** Measures, and prints the medians; the argument is the number of starts of each kind. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length == 0 ? 15 : Integer.parseInt(args[0]);
    String all = System.getProperty("java.class.path");
    String host = Arrays.stream(all.split(File.pathSeparator, -1))
        .filter(each -> !each.matches(OURS))
        .collect(Collectors.joining(File.pathSeparator));
    long[][] with = new long[rounds][];
    long[][] without = new long[rounds][];
    for (int round = -WARM_UPS; round < rounds; round++) {
      long[] ours = start(all);
      long[] theirs = start(host);
      if (round >= 0) {
        with[round] = ours;
        without[round] = theirs;
      }
    }
    System.out.printf(
        "JDK %d, Spring Boot %s, %d starts each%n",
        Runtime.version().feature(), SpringBootVersion.getVersion(), rounds);
    print("time", with, without, 0);
    print("CPU time", with, without, 1);
  }

  private static void print(String what, long[][] with, long[][] without, int column) {
    long ours = median(with, column);
    long theirs = median(without, column);
    System.out.printf(
        "%s: median %d ms with feedback4j, %d ms without, ratio %.2f%n",
        what, ours, theirs, (double) ours / theirs);
  }

  private static long[] start(String classPath) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("start-up-cost");
    GuestProcess guest = GuestProcess.run(
        folder,
        List.of("-cp", classPath),
        EmptyApplication.class,
        List.of("--server.port=0", "--feedback4j.jdbc.file=" + folder.resolve("answers")));
    String line = guest.out().stream()
        .filter(each -> each.startsWith(EmptyApplication.STARTED))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the guest did not start: " + guest));
    String[] values = line.substring(EmptyApplication.STARTED.length()).split(" ", -1);
    return new long[] {Long.parseLong(values[0]), Long.parseLong(values[1])};
  }

  private static long median(long[][] starts, int column) {
    long[] sorted = Arrays.stream(starts).mapToLong(each -> each[column]).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
