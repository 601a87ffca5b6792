package io.github.feedback4j.examples.warehouse;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.score.ResponseCounts;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one question, of all answers and by group.
 *
 * @param metric what the question measures
 * @param all the score of all groups together
 * @param groups by the values of the dimensions and the period, in their order; none if the answers are not counted apart
 */
record QuestionScores(
    String survey, String question, MetricDefinition metric, Figure all, List<Figure> groups) {

  /**
   * What answers are counted apart by.
   *
   * @param values the value of each dimension, an empty text where the answers have none
   * @param period the first day of the period, or an empty text if there are no periods
   */
  record Group(List<String> values, String period) implements Comparable<Group> {

    private static final Group ALL = new Group(List.of(), "");

    Group {
      values = List.copyOf(values);
    }

    @Override
    public int compareTo(Group other) {
      for (int i = 0; i < values.size(); i++) {
        int order = values.get(i).compareTo(other.values.get(i));
        if (order != 0) {
          return order;
        }
      }
      return period.compareTo(other.period);
    }
  }

  /** What there is to see of a score; the words are those of the dashboard. */
  enum State {
    OK,
    NONE,
    HIDDEN
  }

  /**
   * A score.
   *
   * @param score null unless the state is {@code OK}
   */
  record Figure(Group group, State state, @Nullable Score score) {}

  /**
   * Scores what was collected, and hides what the dashboard would hide.
   *
   * @param guard how many people must stand behind a figure
   */
  static QuestionScores of(
      Survey survey,
      Question.Rating question,
      SortedMap<Group, Collected> collected,
      SmallGroupGuard guard,
      double level) {
    Tally all = Tally.empty(question.metric());
    PersonSketch everybody = PersonSketch.none();
    List<SmallGroupGuard.Group> guarded = new ArrayList<>();
    for (Map.Entry<Group, Collected> each : collected.entrySet()) {
      Collected answers = each.getValue();
      all = all.plus(answers.tally(question.metric()));
      everybody = everybody.plus(answers.persons());
      guarded.add(new SmallGroupGuard.Group(
          each.getKey().toString(),
          answers.persons(),
          answers.tally(question.metric()).n()));
    }
    Set<String> hidden = guard.hidden(guarded);
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<Group, Collected> each : collected.entrySet()) {
      if (!each.getKey().equals(Group.ALL)) {
        boolean isHidden = hidden.contains(each.getKey().toString());
        figures.add(
            figure(each.getKey(), each.getValue().tally(question.metric()), isHidden, level));
      }
    }
    return new QuestionScores(
        survey.key(),
        question.id(),
        question.metric(),
        figure(Group.ALL, all, !guard.isEnough(everybody), level),
        figures);
  }

  private static Figure figure(Group group, Tally tally, boolean isHidden, double level) {
    if (tally.n() == 0) {
      return new Figure(group, State.NONE, null);
    }
    return isHidden
        ? new Figure(group, State.HIDDEN, null)
        : new Figure(group, State.OK, Score.of(tally, ResponseCounts.none(), level));
  }
}
