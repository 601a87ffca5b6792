package io.github.feedback4j.insight;

import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rows of expected values that independent packages gave; the first line of a file names them. */
final class ReferenceRows {

  private static final Map<String, MetricDefinition> METRICS = Map.of(
      "csat", MetricDefinition.csat(),
      "nps", MetricDefinition.nps(),
      "csat-mean", MetricDefinition.csatMean(5),
      "rating", MetricDefinition.mean("rating", Scale.of(0, 10), Direction.HIGHER_IS_BETTER),
      "effort", MetricDefinition.mean("effort", Scale.of(1, 5), Direction.LOWER_IS_BETTER));

  private ReferenceRows() {}

  /** Returns the fields of each row below the origin and the header. */
  static Stream<List<String>> of(String file) {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(
        Objects.requireNonNull(ReferenceRows.class.getResourceAsStream(file), file),
        StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      return lines.subList(2, lines.size()).stream().map(each -> List.of(each.split(",", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MetricDefinition metric(String name) {
    return Objects.requireNonNull(METRICS.get(name), name);
  }

  /** Returns a tally from cells such as {@code 5:0.5:12}: point, inclusion probability, count. */
  static Tally tally(String metric, String cells) {
    List<Tally.Cell> parsed = new ArrayList<>();
    for (String each : cells.split(";", -1)) {
      String[] parts = each.split(":", -1);
      parsed.add(new Tally.Cell(
          Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), Long.parseLong(parts[2])));
    }
    return Tally.ofCells(metric(metric), parsed);
  }

  /** Returns tallies by name from {@code a=…|b=…}. */
  static Map<String, Tally> tallies(String metric, String named) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (String each : named.split("\\|", -1)) {
      String[] parts = each.split("=", -1);
      tallies.put(parts[0], tally(metric, parts[1]));
    }
    return tallies;
  }

  static double[] numbers(String text) {
    return Arrays.stream(text.split(";", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
