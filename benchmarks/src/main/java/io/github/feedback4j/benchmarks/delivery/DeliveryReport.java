package io.github.feedback4j.benchmarks.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs every {@link Contender} in a process of its own against one {@link CountingCollector}, which is
 * a process of its own too.
 */
public final class DeliveryReport {

  private DeliveryReport() {}

  /**
   * Measures all contenders.
   *
   * @param lines takes lines of label, number and unit
   */
  public static void run(Consumer<String> lines, boolean smoke) throws IOException, InterruptedException {
    int records = smoke ? 2_000 : 100_000;
    Process collector = start(CountingCollector.class, List.of());
    try {
      BufferedReader out = new BufferedReader(new InputStreamReader(collector.getInputStream(), UTF_8));
      String port = out.readLine();
      for (Contender each : Contender.values()) {
        lines.accept(measure(each, port, Deliver.Part.THROUGHPUT, records, 1));
        if (!each.isRawLimit()) {
          lines.accept(measure(each, port, Deliver.Part.PACED, smoke ? 500 : 20_000, 1));
        }
      }
      for (int producers : smoke ? List.of(8) : List.of(2, 4, 8)) {
        for (Contender each : List.of(Contender.MEMORY, Contender.INTERVAL, Contender.ALWAYS)) {
          lines.accept(measure(each, port, Deliver.Part.THROUGHPUT, records, producers));
        }
      }
      for (Contender each : List.of(Contender.MEMORY, Contender.INTERVAL)) {
        lines.accept(measure(each, port, Deliver.Part.HUNG, smoke ? 2_000 : 100_000, 1));
      }
      if (!smoke) {
        for (Contender each : List.of(
            Contender.INTERVAL, Contender.OTEL, Contender.LAUNCHDARKLY, Contender.POSTHOG)) {
          lines.accept(measure(each, port, Deliver.Part.FAULTS, records, 1));
        }
      }
    } finally {
      collector.destroy();
    }
  }

  private static String measure(
      Contender contender, String port, Deliver.Part part, int records, int producers)
      throws IOException, InterruptedException {
    Process process = start(
        Deliver.class,
        List.of(
            contender.name(),
            port,
            part.name(),
            Integer.toString(records),
            Integer.toString(producers)));
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException(
          "%s of %s ended with %d:%n%s".formatted(part, contender, status, output));
    }
    String prefix = switch (part) {
      case PACED -> "at 2,000/s, ";
      default -> "";
    };
    return prefix.isEmpty() ? output : output.replace(", call", ", " + prefix + "call");
  }

  private static Process start(Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms1g", "-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
