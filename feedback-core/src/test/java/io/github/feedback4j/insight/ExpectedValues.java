package io.github.feedback4j.insight;

import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tables that other software computed, see {@code benchmarks/reference}; columns by name. */
final class ExpectedValues {

  private ExpectedValues() {}

  /** One line of a table. */
  record Row(List<String> columns, List<String> fields) {

    String text(String column) {
      return fields.get(columns.indexOf(column));
    }

    boolean has(String column) {
      return !text(column).isEmpty();
    }

    double number(String column) {
      return Double.parseDouble(text(column));
    }

    long count(String column) {
      return Long.parseLong(text(column));
    }

    Set<String> names(String column) {
      return has(column) ? new TreeSet<>(Arrays.asList(text(column).split("\\+", -1))) : Set.of();
    }

    @Override
    public String toString() {
      return String.join(",", fields);
    }
  }

  static Stream<Row> of(String file) {
    try (InputStream in =
        Objects.requireNonNull(ExpectedValues.class.getResourceAsStream(file), file)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      if (!lines.get(0).startsWith("# benchmarks/reference/")) {
        throw new IllegalStateException(file + " must name its origin in the first line");
      }
      List<String> columns = Arrays.asList(lines.get(1).split(",", -1));
      return lines.subList(2, lines.size()).stream()
          .map(each -> new Row(columns, Arrays.asList(each.split(",", -1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the patterns of one case, from a table of answers. */
  static ThemePatterns patterns(
      String file, String chosen, MetricDefinition metric, Set<String> themes) {
    ThemePatterns patterns = ThemePatterns.empty(metric, themes);
    for (Row each : of(file).filter(row -> row.text("case").equals(chosen)).toList()) {
      Tally tally = Tally.empty(metric)
          .with((int) each.count("point"), each.number("probability"), each.count("count"));
      patterns = patterns.with(each.names("themes"), tally);
    }
    return patterns;
  }

  static Tally csat(long unsatisfied, long satisfied) {
    return Tally.of(MetricDefinition.csat(), Map.of(2, unsatisfied, 5, satisfied));
  }

  static Tally nps(long detractors, long passives, long promoters) {
    return Tally.of(MetricDefinition.nps(), Map.of(3, detractors, 7, passives, 10, promoters));
  }
}
