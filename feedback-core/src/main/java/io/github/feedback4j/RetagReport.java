package io.github.feedback4j;

import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.theme.Stance;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the tags of kept comments have been made anew, and what that changed.
 *
 * @param packId the pack that tags, such as {@code it-service:4:ab12cd34}
 * @param total how many responses had tags of another pack or engine at the start
 * @param done how many of them have been looked at; some more than {@code total} if others came in
 * @param retagged how many of those got their tags here, and not meanwhile on another node
 * @param changed how many of those speak of other themes now, or say something else of them
 * @param themes what was gained and lost, by theme; only themes that were
 * @param isComplete whether no response is left; false in a report on the way, and if the thread was
 *     interrupted
 * @since 0.1
 */
public record RetagReport(
    String packId,
    long total,
    long done,
    long retagged,
    long changed,
    SortedMap<String, Change> themes,
    boolean isComplete) {

  /** Copies the themes. */
  public RetagReport {
    themes = Collections.unmodifiableSortedMap(new TreeMap<>(themes));
  }

  /**
   * What became of one theme.
   *
   * @param gained how many responses speak of it that did not
   * @param lost how many do not any more
   * @param restated how many say something else of it: praise, complaint, both or neither
   */
  public record Change(long gained, long lost, long restated) {

    /** Returns what changed between two states of one response, by theme; only themes that did. */
    static Map<String, Change> between(AcceptedResponse before, AcceptedResponse after) {
      Map<String, Stance> was = before.themes();
      Map<String, Stance> is = after.themes();
      Map<String, Change> changes = new TreeMap<>();
      is.forEach((theme, stance) -> {
        if (!was.containsKey(theme)) {
          changes.put(theme, new Change(1, 0, 0));
        } else if (was.get(theme) != stance) {
          changes.put(theme, new Change(0, 0, 1));
        }
      });
      was.keySet().stream()
          .filter(each -> !is.containsKey(each))
          .forEach(each -> changes.put(each, new Change(0, 1, 0)));
      return changes;
    }

    Change plus(Change other) {
      return new Change(gained + other.gained, lost + other.lost, restated + other.restated);
    }
  }

  static RetagReport start(String packId, long total) {
    return new RetagReport(packId, total, 0, 0, 0, new TreeMap<>(), false);
  }

  /** Returns this report with one batch more. */
  RetagReport plus(long looked, long tagged, long others, Map<String, Change> changes) {
    SortedMap<String, Change> sum = new TreeMap<>(themes);
    changes.forEach((theme, change) -> sum.merge(theme, change, Change::plus));
    return new RetagReport(
        packId, total, done + looked, retagged + tagged, changed + others, sum, false);
  }

  RetagReport complete() {
    return new RetagReport(packId, total, done, retagged, changed, themes, true);
  }
}
