package io.github.feedback4j.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Values that other people's software computed, from a CSV file whose first line says which. */
final class ReferenceTable {

  private ReferenceTable() {}

  /** One line of the table. */
  record Row(List<String> header, List<String> values) {

    String text(String column) {
      return values.get(header.indexOf(column));
    }

    double number(String column) {
      return Double.parseDouble(text(column));
    }

    long count(String column) {
      return Math.round(number(column));
    }

    boolean has(String column) {
      return !text(column).isEmpty();
    }

    @Override
    public String toString() {
      return String.join(",", values);
    }
  }

  static Stream<Row> rows(String file) {
    try (InputStream in =
        Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(file), file)) {
      List<String> lines = new String(in.readAllBytes(), UTF_8).lines().toList();
      assertThat(lines.get(0)).startsWith("# benchmarks/reference/");
      List<String> header = split(lines.get(1));
      return lines.subList(2, lines.size()).stream().map(line -> new Row(header, split(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> split(String line) {
    return Arrays.asList(line.split(",", -1));
  }
}
