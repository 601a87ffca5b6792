package io.github.feedback4j.benchmarks.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Sends a million responses in ten minutes to a collector that resets connections, loses answers, goes
 * away and falls silent by chance, and tells what is in its database in the end.
 */
public final class SoakReport {

  private static final String SEED = "20261126";

  private SoakReport() {}

  /**
   * Runs it.
   *
   * @param lines takes lines of label, number and unit
   */
  public static void run(Consumer<String> lines, boolean smoke)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("feedback4j-soak");
    Process collector = Children.start(
        StoringCollector.class, List.of(folder.resolve("collector").toString(), SEED));
    try {
      String port = Children.line(collector);
      Remote remote = new Remote(Integer.parseInt(port));
      remote.tell("start");
      String output = Children.output(
          Soak.class,
          List.of(
              port,
              folder.resolve("spool").toString(),
              smoke ? "3000" : "1000000",
              smoke ? "3" : "600"),
          System.out::println);
      remote.tell("calm");
      String[] state = remote.tell("state").split(" ", -1);
      lines.accept(output);
      long accepted = number(output, "accepted");
      lines.accept(line("stored", Long.parseLong(state[0]), "responses"));
      lines.accept(line("lost", accepted - Long.parseLong(state[0]), "of those accepted"));
      lines.accept(line(
          "duplicates stored",
          Long.parseLong(state[1]) - Long.parseLong(state[0]),
          "ratings more in the roll-up than responses"));
      lines.accept(line("sent twice", Long.parseLong(state[2]), "events, stored once"));
      lines.accept(line("rejected", Long.parseLong(state[3]), "events"));
      lines.accept(line("faults", Long.parseLong(state[4]), "requests and outages"));
    } finally {
      collector.destroy();
    }
  }

  private static long number(String output, String label) {
    return output
        .lines()
        .filter(each -> each.startsWith(label + "\t"))
        .mapToLong(each -> (long) Double.parseDouble(each.split("\t", -1)[1]))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the soak did not tell " + label));
  }

  private static String line(String label, long value, String unit) {
    return String.format(Locale.ROOT, "%s\t%d\t%s%n", label, value, unit);
  }
}
