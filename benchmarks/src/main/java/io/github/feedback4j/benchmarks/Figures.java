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

  /** Returns lines of label, number and unit, with tabs between, for another JVM to read. */
  String toLines() {
    StringBuilder lines = new StringBuilder();
    all.forEach((label, figure) ->
        lines.append("%s\t%s\t%s%n".formatted(label, figure.value(), figure.unit())));
    return lines.toString();
  }

  /** Puts the figures of such lines here, and passes over other lines. */
  void putLines(String lines) {
    for (String each : lines.lines().toList()) {
      String[] parts = each.split("\t", -1);
      if (parts.length == 3) {
        put(parts[0], Double.parseDouble(parts[1]), parts[2]);
      }
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    all.forEach((label, figure) ->
        text.append((figure.unit().equals("share") ? "%-52s %14.3f %s%n" : "%-52s %14.1f %s%n")
            .formatted(label, figure.value(), figure.unit())));
    return text.toString();
  }
}
