package io.github.feedback4j.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table of plain text: names to the left, figures to the right, two spaces in between. */
final class Table {

  private final List<Boolean> rightAligned = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  Table() {
    rows.add(new ArrayList<>());
  }

  /** Adds a column that is aligned to the left. */
  Table left(String heading) {
    return column(heading, false);
  }

  /** Adds a column that is aligned to the right. */
  Table right(String heading) {
    return column(heading, true);
  }

  private Table column(String heading, boolean right) {
    rightAligned.add(right);
    rows.get(0).add(heading);
    return this;
  }

  /** Adds a row with a cell for each column. */
  Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object each : cells) {
      row.add(each.toString());
    }
    rows.add(row);
    return this;
  }

  /** Prints the table, indented by two spaces. */
  void print(PrintStream out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String padding = " ".repeat(width(column) - row.get(column).length());
        line.append("  ");
        line.append(
            rightAligned.get(column) ? padding + row.get(column) : row.get(column) + padding);
      }
      if (!line.toString().isBlank()) {
        out.println(line.toString().stripTrailing());
      }
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
