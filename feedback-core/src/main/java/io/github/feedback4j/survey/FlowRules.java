package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The errors in the way through the questions: jumps, conditions, and questions that belong to others.
 *
 * <p>A jump back is a cycle. A question is unreachable if no way leads to it whatever is answered; that
 * two conditions can never hold together is not looked at.
 */
final class FlowRules {

  private final List<Question> questions;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Flaw> flaws = new ArrayList<>();

  private FlowRules(List<Question> questions) {
    this.questions = questions;
    questions.forEach(each -> places.putIfAbsent(each.id(), places.size()));
  }

  /** Returns the errors in the order of the questions. */
  static List<Flaw> check(List<Question> questions) {
    FlowRules rules = new FlowRules(questions);
    BitSet reachable = rules.reachable();
    for (int i = 0; i < questions.size(); i++) {
      rules.check(i, reachable.get(i));
    }
    return rules.flaws;
  }

  private void check(int index, boolean reachable) {
    Question question = questions.get(index);
    if (!reachable) {
      add(
          index,
          "",
          "nobody reaches this question: every way jumps over it",
          "change a 'next' before it, or delete the question");
    }
    checkCondition(index, question.rules().visibleWhen(), "visibleWhen");
    checkCondition(index, question.rules().requiredWhen(), "requiredWhen");
    for (int i = 0; i < question.rules().next().size(); i++) {
      checkJump(index, i, question.rules().next().get(i));
    }
    if (question instanceof FactorsQuestion factors) {
      checkFactors(index, factors);
    } else if (question instanceof ExpectationQuestion expectation) {
      checkExpectation(index, expectation);
    }
  }

  private void checkJump(int index, int jump, Jump next) {
    Integer target = places.get(next.to());
    if (target == null && !next.to().equals(Jump.END)) {
      add(
          index,
          "next",
          "the jump goes to '" + next.to() + "', but there is no such question",
          Mistakes.suggest(next.to(), later(index)),
          jump,
          "go");
    } else if (target != null && target <= index) {
      add(
          index,
          "next",
          "the jump goes back to '" + next.to() + "', which makes a cycle",
          "jump to a later question, or to 'end'",
          jump,
          "go");
    }
    Question question = questions.get(index);
    if (next.when() instanceof Jump.Chosen chosen) {
      List<String> ids = choices(question);
      if (!ids.contains(chosen.choice())) {
        add(
            index,
            "next",
            ids.isEmpty()
                ? "the jump waits for a choice, but nothing can be chosen here"
                : "the jump waits for the choice '" + chosen.choice() + "', which is not there",
            ids.isEmpty() ? "delete 'choice'" : Mistakes.suggest(chosen.choice(), ids),
            jump);
      }
    } else if (next.when() instanceof Jump.Scored scored) {
      int[] bounds = bounds(question);
      if (bounds.length == 0) {
        add(
            index,
            "next",
            "the jump waits for a score, but the answer has none",
            "delete 'from' and 'to'",
            jump);
      } else if (scored.from() < bounds[0] || scored.to() > bounds[1]) {
        add(
            index,
            "next",
            "the jump waits for a score from %d to %d, but answers go from %d to %d"
                .formatted(scored.from(), scored.to(), bounds[0], bounds[1]),
            "keep the band within the scale",
            jump);
      }
    }
  }

  private List<String> later(int index) {
    List<String> later = new ArrayList<>();
    questions.subList(index + 1, questions.size()).forEach(each -> later.add(each.id()));
    later.add(Jump.END);
    return later;
  }

  private static List<String> choices(Question question) {
    if (question instanceof Question.SingleChoice choice) {
      return choice.options().ids();
    } else if (question instanceof MultiChoiceQuestion choice) {
      return choice.options().ids();
    } else if (question instanceof FactorsQuestion factors) {
      return List.copyOf(factors.ids());
    }
    return List.of();
  }

  /** Returns the least and the greatest number of an answer, or nothing if it is no number. */
  private static int[] bounds(Question question) {
    if (question instanceof Question.Rating rating) {
      return new int[] {rating.scale().min(), rating.scale().max()};
    } else if (question instanceof ExpectationQuestion expectation) {
      return new int[] {expectation.scale().min(), expectation.scale().max()};
    } else if (question instanceof LostTimeQuestion lostTime) {
      return new int[] {lostTime.min(), lostTime.max()};
    }
    return new int[0];
  }

  private void checkCondition(int index, @Nullable Condition condition, String property) {
    if (condition == null) {
      return;
    }
    for (String name : ConditionNames.of(condition)) {
      if (SurveyFlow.isAnswer(name)) {
        checkAnswer(index, name, property);
      }
    }
  }

  private void checkAnswer(int index, String name, String property) {
    String id = SurveyFlow.questionOf(name);
    Integer place = places.get(id);
    if (place == null) {
      add(
          index,
          property,
          "the condition looks at '" + name + "', but there is no question '" + id + "'",
          Mistakes.suggest(id, earlier(index)));
      return;
    }
    if (place >= index) {
      add(
          index,
          property,
          "the condition looks at '" + name + "', but conditions see earlier answers only",
          "move the question '" + id + "' up");
      return;
    }
    Question question = questions.get(place);
    boolean row = name.length() > SurveyFlow.ANSWER.length() + id.length();
    if (question instanceof StatementQuestion) {
      add(index, property, "the condition looks at '" + name + "', which is not answered", "");
    } else if (question instanceof MatrixQuestion matrix) {
      List<String> rows = matrix.rows().stream()
          .map(each -> SurveyFlow.ANSWER + id + "." + each.id())
          .toList();
      if (!rows.contains(name)) {
        add(
            index,
            property,
            "the condition looks at '" + name + "', which is no row of the matrix",
            Mistakes.suggest(name, rows));
      }
    } else if (row) {
      add(
          index,
          property,
          "the condition looks at '" + name + "', but '" + id + "' has no rows",
          "write " + SurveyFlow.ANSWER + id);
    }
  }

  private List<String> earlier(int index) {
    return questions.subList(0, index).stream().map(Question::id).toList();
  }

  private void checkFactors(int index, FactorsQuestion factors) {
    Question.@Nullable Rating rating = rating(index, factors.of(), true);
    if (rating == null) {
      return;
    }
    for (int i = 0; i < factors.bands().size(); i++) {
      FactorsQuestion.Band band = factors.bands().get(i);
      if (!rating.scale().contains(band.from()) || !rating.scale().contains(band.to())) {
        add(
            index,
            "bands",
            "the band from %d to %d must be on the scale %s of '%s'"
                .formatted(band.from(), band.to(), rating.scale(), rating.id()),
            "keep the band within the scale",
            i);
      }
    }
  }

  private void checkExpectation(int index, ExpectationQuestion expectation) {
    String of = expectation.of();
    Question.@Nullable Rating rating = of == null ? null : rating(index, of, false);
    if (rating != null && !rating.metric().scale().equals(expectation.scale())) {
      add(
          index,
          "metric",
          "the metric does not fit: its scale is %s, but '%s' has %s"
              .formatted(expectation.scale(), rating.id(), rating.scale()),
          "use the metric of '" + rating.id() + "'");
    }
  }

  private Question.@Nullable Rating rating(int index, String id, boolean earlier) {
    Integer place = places.get(id);
    if (place == null || !(questions.get(place) instanceof Question.Rating rating)) {
      List<String> ratings = questions.stream()
          .filter(each -> each instanceof Question.Rating)
          .map(Question::id)
          .toList();
      add(
          index,
          "of",
          "'of' names '" + id + "', but there is no such rating",
          ratings.isEmpty() ? "add a rating" : Mistakes.suggest(id, ratings));
      return null;
    }
    if (earlier && place > index) {
      add(
          index,
          "of",
          "'of' names '" + id + "', which comes later",
          "move the rating before its factors");
      return null;
    }
    return rating;
  }

  /** Returns which questions some way leads to. */
  private BitSet reachable() {
    BitSet reachable = new BitSet();
    reachable.set(0);
    for (int i = 0; i < questions.size(); i++) {
      if (!reachable.get(i)) {
        continue;
      }
      for (Jump each : questions.get(i).rules().next()) {
        Integer target = places.get(each.to());
        if (target != null && target > i) {
          reachable.set(target);
        }
      }
      if (leadsOn(questions.get(i))) {
        reachable.set(i + 1);
      }
    }
    return reachable;
  }

  /** Returns whether somebody may go from a question to the following one. */
  private boolean leadsOn(Question question) {
    if (question.rules().visibleWhen() != null || question instanceof FactorsQuestion) {
      return true;
    }
    Set<String> chosen = new HashSet<>();
    BitSet scored = new BitSet();
    for (Jump each : question.rules().next()) {
      boolean taken = places.containsKey(each.to()) || each.to().equals(Jump.END);
      if (each.when() instanceof Jump.Always) {
        return !taken;
      } else if (each.when() instanceof Jump.Chosen choice) {
        chosen.add(choice.choice());
      } else if (each.when() instanceof Jump.Scored score && score.from() >= 0) {
        scored.set(score.from(), score.to() + 1);
      }
    }
    int[] bounds = bounds(question);
    boolean everyScore = bounds.length > 0 && scored.nextClearBit(bounds[0]) > bounds[1];
    List<String> choices = choices(question);
    boolean everyChoice = !choices.isEmpty() && chosen.containsAll(choices);
    return !question.required() || !(everyScore || everyChoice);
  }

  private void add(int index, String property, String message, String advice, Object... more) {
    Object[] steps = property.isEmpty()
        ? more
        : IntStream.range(0, more.length + 1)
            .mapToObj(i -> i == 0 ? property : more[i - 1])
            .toArray();
    String place = "question '" + questions.get(index).id() + "'"
        + (property.isEmpty() ? "" : ", " + property);
    flaws.add(Flaw.error(place, Flaw.inQuestion(index, steps), message, advice));
  }
}
