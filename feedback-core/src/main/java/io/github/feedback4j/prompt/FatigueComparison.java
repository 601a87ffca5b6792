package io.github.feedback4j.prompt;

import io.github.feedback4j.prompt.FatigueReport.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a changed rule does: the same touchpoints under two sets of rules.
 *
 * @param baseline the report before the change
 * @param changed the report after the change
 * @since 0.1
 */
public record FatigueComparison(FatigueReport baseline, FatigueReport changed) {

  /**
   * One figure, before and after.
   *
   * @param of which figure, reason or team
   * @param before its value before the change, empty if there is none
   * @param after its value after the change, empty if there is none
   */
  public record Change<K>(K of, OptionalDouble before, OptionalDouble after) {

    /** Returns how much it grew, below 0 if it fell, empty if one of the values is missing. */
    public OptionalDouble difference() {
      return before.isPresent() && after.isPresent()
          ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
          : OptionalDouble.empty();
    }
  }

  /** Returns every figure in the order in which they are read. */
  public List<Change<FatigueFigure>> figures() {
    return Arrays.stream(FatigueFigure.values())
        .map(each -> new Change<>(each, each.of(baseline), each.of(changed)))
        .toList();
  }

  /** Returns how many touchpoints each reason kept from a question, in the order of the gates. */
  public List<Change<SkipReason>> skips() {
    Map<SkipReason, Long> before = baseline.skipsByReason();
    Map<SkipReason, Long> after = changed.skipsByReason();
    List<Change<SkipReason>> changes = new ArrayList<>();
    for (SkipReason each : SkipReason.values()) {
      if (before.containsKey(each) || after.containsKey(each)) {
        changes.add(change(each, before.getOrDefault(each, 0L), after.getOrDefault(each, 0L)));
      }
    }
    return changes;
  }

  /** Returns how many answers each team has, by name. */
  public List<Change<String>> answersByTeam() {
    SortedMap<String, Long> before = answers(baseline);
    SortedMap<String, Long> after = answers(changed);
    SortedMap<String, Long> names = new TreeMap<>(before);
    names.putAll(after);
    return names.keySet().stream()
        .map(each -> change(each, before.getOrDefault(each, 0L), after.getOrDefault(each, 0L)))
        .toList();
  }

  private static SortedMap<String, Long> answers(FatigueReport report) {
    SortedMap<String, Long> answers = new TreeMap<>();
    for (Team each : report.teams()) {
      answers.put(each.name(), each.answered());
    }
    return answers;
  }

  private static <K> Change<K> change(K of, long before, long after) {
    return new Change<>(of, OptionalDouble.of((double) before), OptionalDouble.of((double) after));
  }
}
