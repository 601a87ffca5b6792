package io.github.feedback4j.examples;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Score;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A table of percentages that shows each with its interval, its n, and a picture of both.
 *
 * <p>Whole numbers only: no team has answers enough for a decimal.
 */
final class ScoreTable {

  /** Under so many answers a figure says more about persons than about a team. */
  private static final int FEWEST_SHOWN = 5;

  /** One character for each 5 points. */
  private static final int LAST_POSITION = 20;

  private final Table table = new Table();

  /** Creates a table whose first columns have these headings; the first one holds names. */
  ScoreTable(String name, String... more) {
    table.left(name);
    Arrays.stream(more).forEach(table::right);
    table
        .right("CSAT")
        .left("95 % interval")
        .right("n")
        .left("0        50       100")
        .left("");
  }

  /** Adds a row with a score and what stands before it. */
  ScoreTable row(Score score, Object... before) {
    List<Object> row = new ArrayList<>(List.of(before));
    ConfidenceInterval interval = score.interval().orElse(null);
    if (interval == null) {
      row.addAll(List.of("-", "not enough data", 0, "", ""));
    } else if (score.n() < FEWEST_SHOWN) {
      row.addAll(List.of("-", "not shown", score.n(), "", "fewer than " + FEWEST_SHOWN));
    } else {
      row.add(score.rounded(0).orElseThrow() + " %");
      row.add(
          String.format(Locale.ROOT, "%3s to %3s", whole(interval.low()), whole(interval.high())));
      row.add(score.n());
      row.add(picture(score.value().orElseThrow(), interval));
      row.add(score.fewAnswers() ? "few answers" : "");
    }
    table.row(row.toArray());
    return this;
  }

  void print(PrintStream out) {
    table.print(out);
  }

  private static BigDecimal whole(double value) {
    return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP);
  }

  /** Draws the interval as a line and the value as a point on it: {@code   |---o--|}. */
  private static String picture(double value, ConfidenceInterval interval) {
    char[] line = " ".repeat(LAST_POSITION + 1).toCharArray();
    Arrays.fill(line, position(interval.low()), position(interval.high()) + 1, '-');
    line[position(interval.low())] = '|';
    line[position(interval.high())] = '|';
    line[position(value)] = 'o';
    return new String(line);
  }

  private static int position(double percentage) {
    return (int) Math.round(percentage / 100 * LAST_POSITION);
  }
}
