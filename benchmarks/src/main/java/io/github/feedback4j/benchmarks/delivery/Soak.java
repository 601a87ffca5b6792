package io.github.feedback4j.benchmarks.delivery;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.feedback4j.client.CollectorClient;
import io.github.feedback4j.client.DeliveryReport;
import io.github.feedback4j.client.FlushResult;
import io.github.feedback4j.client.SpoolOptions;
import io.github.feedback4j.response.ResponseSink.Kept;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/**
 * An application that hands responses over for minutes, and watches what it uses.
 *
 * <p>Arguments: port of the {@link StoringCollector}, spool directory, records, seconds. Prints lines of
 * label, number and unit, and what it uses now and then as comments.
 */
public final class Soak {

  private static final int SAMPLES = 60;

  private record Sample(double heapMb, int threads, long files) {}

  private final List<Sample> samples = new ArrayList<>();

  private Soak() {}

  /** Hands over and watches. */
  public static void main(String[] args) {
    new Soak()
        .run(
            "http://127.0.0.1:" + args[0],
            Path.of(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]));
  }

  private void run(String url, Path spool, int records, int seconds) {
    CollectorClient client = CollectorClient.builder(URI.create(url), FeedbackSender.SOURCE)
        .token(() -> "not-a-secret-of-anybody")
        .surveys(List.of(FeedbackSender.survey()))
        .spool(SpoolOptions.defaults().withDirectory(spool))
        .build();
    int accepted = 0;
    int refused = 0;
    long start = System.nanoTime();
    for (int i = 0; i < records; i++) {
      until(start + (long) ((double) i / records * seconds * 1e9));
      if (client.append(FeedbackSender.response(i)) == Kept.FULL) {
        refused++;
      } else {
        accepted++;
      }
      if ((long) i * SAMPLES / records != (long) (i + 1) * SAMPLES / records) {
        sample(client.report());
      }
    }
    FlushResult flushed = client.flush(Duration.ofMinutes(10));
    DeliveryReport report = client.report();
    client.close(Duration.ofSeconds(5));
    put("accepted", accepted, "records");
    put("refused", refused, "records, each told");
    put("flushed", flushed.isComplete() ? 1 : 0, "1 is everything");
    put("retried", (double) report.sent().retried(), "requests");
    put("heap, last third over second", growth(Sample::heapMb), "×");
    put("threads, last third over second", growth(Sample::threads), "×");
    put("files, last third over second", growth(each -> (double) each.files), "×");
    put("heap at the end", samples.get(samples.size() - 1).heapMb, "MB");
    put("threads at the end", samples.get(samples.size() - 1).threads, "threads");
    put("files at the end", (double) samples.get(samples.size() - 1).files, "open");
  }

  private static void until(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void sample(DeliveryReport report) {
    System.gc();
    Sample sample = new Sample(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
            .getOpenFileDescriptorCount());
    samples.add(sample);
    System.out.printf(
        Locale.ROOT,
        "# %d s: heap %.1f MB, %d threads, %d files, %d records pending%n",
        TimeUnit.MILLISECONDS.toSeconds(ManagementFactory.getRuntimeMXBean().getUptime()),
        sample.heapMb,
        sample.threads,
        sample.files,
        report.pending().records());
  }

  /** The first third is warming up. */
  private double growth(ToDoubleFunction<Sample> of) {
    int third = samples.size() / 3;
    return median(samples.subList(samples.size() - third, samples.size()), of)
        / median(samples.subList(third, samples.size() - third), of);
  }

  private static double median(List<Sample> some, ToDoubleFunction<Sample> of) {
    double[] sorted = some.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void put(String label, double value, String unit) {
    System.out.printf(Locale.ROOT, "%s\t%s\t%s%n", label, value, unit);
  }
}
