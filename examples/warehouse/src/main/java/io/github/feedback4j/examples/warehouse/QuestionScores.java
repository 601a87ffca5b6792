package io.github.feedback4j.examples.warehouse;

import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.score.ResponseCounts;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one question, of all answers and by group, as the dashboard shows them.
 *
 * @param metric what the question measures
 * @param all the score of all answers
 * @param tables for each dimension its groups, and the periods if there are any
 */
record QuestionScores(
    String survey,
    String question,
    MetricDefinition metric,
    Figure all,
    Map<String, List<Figure>> tables) {

  /** The name of the table that has all answers in one row. */
  static final String ALL = "";

  /** What there is to see of a score; the words are those of the dashboard. */
  enum State {
    OK,
    NONE,
    HIDDEN
  }

  /**
   * A score.
   *
   * @param value the value of the dimension, an empty text for answers that have none, or the first day of the period
   * @param score null unless the state is {@code OK}
   */
  record Figure(String value, State state, @Nullable Score score) {}

  /**
   * Scores what was collected, and hides what the dashboard would hide.
   *
   * @param collected by table and value; none if nobody has answered
   * @param guard how many people must stand behind a figure
   */
  static QuestionScores of(
      Survey survey,
      Question.Rating question,
      Map<String, SortedMap<String, Collected>> collected,
      Asked asked,
      SmallGroupGuard guard) {
    Figure all = new Figure(ALL, State.NONE, null);
    Map<String, List<Figure>> tables = new LinkedHashMap<>();
    Collected everybody =
        collected.getOrDefault(ALL, Collections.emptySortedMap()).get(ALL);
    if (everybody != null) {
      all = figure(ALL, everybody, !guard.isEnough(everybody.persons()), asked);
      for (String each : asked.tables()) {
        tables.put(
            each,
            figures(collected.getOrDefault(each, Collections.emptySortedMap()), asked, guard));
      }
    }
    return new QuestionScores(survey.key(), question.id(), question.metric(), all, tables);
  }

  private static List<Figure> figures(
      SortedMap<String, Collected> groups, Asked asked, SmallGroupGuard guard) {
    List<SmallGroupGuard.Group> guarded = new ArrayList<>();
    groups.forEach((value, each) -> guarded.add(
        new SmallGroupGuard.Group(value, each.persons(), each.tally().n())));
    Set<String> hidden = guard.hidden(guarded);
    List<Figure> figures = new ArrayList<>();
    groups.forEach(
        (value, each) -> figures.add(figure(value, each, hidden.contains(value), asked)));
    return figures;
  }

  private static Figure figure(String value, Collected answers, boolean isHidden, Asked asked) {
    return isHidden
        ? new Figure(value, State.HIDDEN, null)
        : new Figure(
            value, State.OK, Score.of(answers.tally(), ResponseCounts.none(), asked.level()));
  }
}
