package io.github.feedback4j.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** Measured figures by label, in the order in which they came. */
final class Figures {

  /** A figure and what it is a number of. */
  private record Figure(double value, String unit) {}

  private final Map<String, Figure> all = new LinkedHashMap<>();

  void put(String label, double value, String unit) {
    all.put(label, new Figure(value, unit));
  }

  /** Returns the figure, NaN if it was not measured. */
  double get(String label) {
    Figure figure = all.get(label);
    return figure == null ? Double.NaN : figure.value();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    all.forEach((label, figure) ->
        text.append("%-52s %14.1f %s%n".formatted(label, figure.value(), figure.unit())));
    return text.toString();
  }
}
