package io.github.feedback4j.examples.warehouse;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Score;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints scores as people read them, rounded as on the dashboard. */
final class ScoreTable {

  private ScoreTable() {}

  static void print(WarehouseScores scores, PrintStream out) {
    for (QuestionScores each : scores.questions()) {
      Score score = each.all().score();
      out.printf(
          "%s, %s%s%n",
          each.survey(), each.question(), score == null ? "" : " (" + score.formula() + ")");
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("", each.metric().id(), "low", "high", "n", "effective n"));
      rows.add(row("all", each.all()));
      each.tables().forEach((table, groups) -> {
        rows.add(List.of("by " + table, "", "", "", "", ""));
        groups.forEach(
            group -> rows.add(row("  " + (group.value().isEmpty() ? "-" : group.value()), group)));
      });
      print(rows, out);
      out.println();
    }
  }

  private static List<String> row(String name, QuestionScores.Figure figure) {
    List<String> row = new ArrayList<>(List.of(name));
    Score score = figure.score();
    if (score == null) {
      row.add(figure.state() == QuestionScores.State.HIDDEN ? "too few people" : "no answers");
      row.addAll(List.of("", "", "", ""));
      return row;
    }
    int decimals = score.metric().unit().decimals();
    ConfidenceInterval interval = score.interval().orElseThrow();
    row.add(score.rounded(decimals).orElseThrow().toPlainString());
    row.add(interval.roundedLow(decimals).toPlainString());
    row.add(interval.roundedHigh(decimals).toPlainString());
    row.add(String.format(Locale.ROOT, "%,d", score.n()));
    row.add(String.format(Locale.ROOT, "%,d", Math.round(score.effectiveN())));
    return row;
  }

  /** Prints rows of cells, the first one aligned to the left and the others to the right. */
  private static void print(List<List<String>> rows, PrintStream out) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        String padding = " ".repeat(widths[i] - row.get(i).length());
        cells.add(i == 0 ? row.get(i) + padding : padding + row.get(i));
      }
      out.println("  " + String.join("  ", cells).stripTrailing());
    }
  }
}
