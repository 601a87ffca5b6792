package io.github.feedback4j.examples.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of the events of some files.
 *
 * @param standing how many responses stand
 * @param erasures how many erasures there are
 * @param duplicates how often an event came again
 * @param unreadable how many lines are no event
 * @param leftOut how many events are in no figure, by code
 * @param examples the first of those with which something is wrong, each with its place
 */
record Findings(
    long standing,
    long erasures,
    long duplicates,
    long unreadable,
    SortedMap<String, Long> leftOut,
    List<String> examples) {

  private static final int EXAMPLES = 20;

  /** What happens to answers in the ordinary course of things. */
  private static final Set<String> ORDINARY =
      Set.of(StandingAnswers.ERASED, StandingAnswers.REVISED);

  Findings {
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    examples = List.copyOf(examples);
  }

  /**
   * Counts what {@link StandingAnswers#judged} returned.
   *
   * @param surveys what is wrong with the definitions of surveys
   */
  static Findings of(Dataset<Row> judged, List<String> surveys) {
    long standing = 0;
    long erasures = 0;
    long duplicates = 0;
    long unreadable = 0;
    SortedMap<String, Long> leftOut = new TreeMap<>();
    for (Row each : judged
        .groupBy("kind", "code")
        .agg(count(lit(1)), sum(col("times").minus(1)))
        .collectAsList()) {
      long events = each.getLong(2);
      duplicates += each.getLong(3);
      if (each.getString(0).equals(EventParser.UNREADABLE)) {
        unreadable += events;
      } else if (!each.isNullAt(1)) {
        leftOut.merge(each.getString(1), events, Long::sum);
      } else if (each.getString(0).equals(EventParser.RESPONSE)) {
        standing = events;
      } else {
        erasures = events;
      }
    }
    if (!surveys.isEmpty()) {
      leftOut.put("other-survey", (long) surveys.size());
    }
    List<String> examples = new ArrayList<>(surveys);
    if (unreadable > 0 || !ORDINARY.containsAll(leftOut.keySet())) {
      examples.addAll(examples(judged));
    }
    return new Findings(
        standing,
        erasures,
        duplicates,
        unreadable,
        leftOut,
        examples.subList(0, Math.min(EXAMPLES, examples.size())));
  }

  private static List<String> examples(Dataset<Row> judged) {
    List<String> examples = new ArrayList<>();
    for (Row each : judged
        .filter(col("code").isNotNull())
        .filter(col("code").notEqual(StandingAnswers.ERASED))
        .filter(col("code").notEqual(StandingAnswers.REVISED))
        .orderBy("file", "start", "line", "source", "id")
        .select("kind", "code", "detail", "file", "start", "line", "source", "id")
        .limit(EXAMPLES)
        .collectAsList()) {
      boolean isUnreadable = each.getString(0).equals(EventParser.UNREADABLE);
      examples.add("%s: %s: %s"
          .formatted(
              isUnreadable
                  ? EventLine.place(each.getString(3), each.getLong(4), each.getLong(5))
                  : "event %s of %s".formatted(each.getString(7), each.getString(6)),
              each.getString(1),
              each.getString(2)));
    }
    return examples;
  }

  /**
   * Ends the program if a line is no event, because nobody knows what its answer would have been.
   *
   * @throws WarehouseException that names the first of them
   */
  void requireReadable() {
    requireReadable(unreadable, examples);
  }

  static void requireReadable(long unreadable, List<String> examples) {
    if (unreadable > 0) {
      throw new WarehouseException(
          "lines that are no events: %d; mend or remove them, or leave them out with --skip-unreadable\n  %s"
              .formatted(unreadable, String.join("\n  ", examples)));
    }
  }

  private static String counted(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s", number, what);
  }

  /** Returns the counts, and the examples each on a line of its own. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(counted(standing, "responses stand"));
    leftOut.forEach((code, events) -> text.append(", ").append(counted(events, code)));
    text.append("; ").append(counted(erasures, "erasures"));
    text.append("; ").append(counted(duplicates, "events came again"));
    if (unreadable > 0) {
      text.append("; ").append(counted(unreadable, "lines are no events"));
    }
    examples.forEach(each -> text.append("\n  ").append(each));
    return text.toString();
  }
}
