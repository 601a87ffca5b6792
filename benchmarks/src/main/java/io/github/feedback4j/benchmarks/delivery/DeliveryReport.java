package io.github.feedback4j.benchmarks.delivery;

import java.io.IOException;
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
  public static void run(Consumer<String> lines, boolean smoke)
      throws IOException, InterruptedException {
    int records = smoke ? 2_000 : 100_000;
    Process collector = Children.start(CountingCollector.class, List.of());
    try {
      String port = Children.line(collector);
      for (Contender each : Contender.values()) {
        lines.accept(measure(each, port, Deliver.Part.THROUGHPUT, records, 1));
        if (!each.isRawLimit()) {
          lines.accept(measure(each, port, Deliver.Part.CALL, records, 1));
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
    String output = Children.output(
        Deliver.class,
        List.of(
            contender.name(),
            port,
            part.name(),
            Integer.toString(records),
            Integer.toString(producers)),
        System.out::println);
    return part == Deliver.Part.PACED ? output.replace(", call", ", at 2,000/s, call") : output;
  }
}
