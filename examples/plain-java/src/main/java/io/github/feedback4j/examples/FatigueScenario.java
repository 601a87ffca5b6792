package io.github.feedback4j.examples;

import io.github.feedback4j.prompt.FatigueReport;
import io.github.feedback4j.prompt.FatigueReport.Asks;
import io.github.feedback4j.prompt.FatigueReport.Team;
import io.github.feedback4j.score.ConfidenceInterval;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A set of rules, and the report under them.
 *
 * @param name what the report calls the rules, such as {@code 30d}
 * @param rules the rules as the policy writes them
 * @param report what came of them
 */
record FatigueScenario(String name, String rules, FatigueReport report) {

  /** Returns the survey with the most answers, for which margins are computed. */
  String mainSurvey() {
    return report.surveys().entrySet().stream()
        .max(Comparator.<Map.Entry<String, Asks>>comparingLong(
                each -> each.getValue().answered())
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** Returns the team's line, or one without anything. */
  Team team(String name) {
    return report.teams().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseGet(() -> new Team(name, 0, new TreeMap<>()));
  }

  /**
   * Returns half the width of the 95 % interval that a team's score would have, in points of 100, or
   * nothing without an answer.
   */
  OptionalDouble margin(String team, String survey, double satisfied) {
    long answers = team(team).survey(survey).answered();
    return answers == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            ConfidenceInterval.ofShare(satisfied, answers, ConfidenceInterval.DEFAULT_LEVEL)
                .halfWidth());
  }
}
