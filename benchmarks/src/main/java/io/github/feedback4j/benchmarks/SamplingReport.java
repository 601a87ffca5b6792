package io.github.feedback4j.benchmarks;

import io.github.feedback4j.prompt.SamplingPosition;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Tells how even draws are, and how independent those of similar surveys, for four shapes of ids.
 *
 * <p>The same ids give the same figures on every Java and with every default charset.
 */
final class SamplingReport {

  private static final int PEOPLE = 200_000;

  private SamplingReport() {}

  /** What ids look like. */
  private record Shape(String name, IntFunction<String> id) {}

  private static final List<Shape> SHAPES = List.of(
      new Shape("numbers", Integer::toString),
      new Shape("padded numbers", "u%07d"::formatted),
      new Shape("mail addresses", i -> "person." + i + "@example.org"),
      new Shape("names beyond ASCII", i -> "Zoë-Łukasz-\uD83D\uDE42-" + i));

  private static final List<List<String>> PAIRS = List.of(
      List.of("ticket-csat-1", "ticket-csat-2"),
      List.of("ticket-csat", "ticket-csat2"),
      List.of("a", "b"),
      List.of("survey.2026", "survey.2027"));

  /** Returns one line per shape and pair. */
  static String page() {
    StringBuilder page = new StringBuilder("%-20s %-30s %11s %10s %12s%n"
        .formatted("ids", "surveys", "chi² of 100", "overlap", "correlation"));
    for (Shape shape : SHAPES) {
      for (List<String> pair : PAIRS) {
        page.append(line(shape, pair.get(0), pair.get(1)));
      }
    }
    return page.append(
            "wanted: chi² in 54…158, overlap of 10 % and 10 % in 10 % ± 0.7, |correlation| < 0.01")
        .toString();
  }

  private static String line(Shape shape, String one, String other) {
    int[] buckets = new int[100];
    int inOne = 0;
    int inBoth = 0;
    double product = 0;
    for (int i = 0; i < PEOPLE; i++) {
      String id = shape.id().apply(i);
      double first = SamplingPosition.of(one, id);
      double second = SamplingPosition.of(other, id);
      buckets[(int) (first * 100)]++;
      inOne += first < 0.1 ? 1 : 0;
      inBoth += first < 0.1 && second < 0.1 ? 1 : 0;
      product += (first - 0.5) * (second - 0.5);
    }
    double chi = 0;
    double expected = PEOPLE / 100.0;
    for (int bucket : buckets) {
      chi += (bucket - expected) * (bucket - expected) / expected;
    }
    // Each draw has the mean 1/2 and the variance 1/12.
    return "%-20s %-30s %11.1f %9.2f%% %12.5f%n"
        .formatted(
            shape.name(), one + " / " + other, chi, 100.0 * inBoth / inOne, 12 * product / PEOPLE);
  }
}
