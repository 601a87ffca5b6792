package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class SurveyFlowProperties {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void everyWayEndsAndGoesForward(@ForAll("surveys") Survey survey, @ForAll long seed) {
    List<Question> shown = flow(survey, seed).path(answers(survey, seed)).questions();

    List<Integer> places = shown.stream().map(survey.questions()::indexOf).toList();
    assertThat(places).isSorted().doesNotHaveDuplicates();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aQuestionIsNeverShownBeforeTheInputsOfItsCondition(
      @ForAll("surveys") Survey survey, @ForAll long seed) {
    Map<String, AttributeValue> answers = answers(survey, seed);
    SurveyFlow flow = flow(survey, seed);
    SurveyFlow.Path path = flow.path(answers);

    // Whatever is said to questions that come later, or are not shown, changes nothing about it.
    for (int i = 0; i < path.questions().size(); i++) {
      Set<String> before =
          path.questions().subList(0, i).stream().map(Question::id).collect(Collectors.toSet());
      Map<String, AttributeValue> only = new HashMap<>(answers);
      only.keySet().removeIf(name -> !before.contains(name.split("\\.", 2)[0]));

      assertThat(flow.path(only).shows(path.questions().get(i).id())).isTrue();
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void onlyRequiresWhatIsShown(@ForAll("surveys") Survey survey, @ForAll long seed) {
    SurveyFlow.Path path = flow(survey, seed).path(answers(survey, seed));

    assertThat(path.required()).allMatch(path::shows);
  }

  /** The browser has nothing but these trees, so they and its few lines must say the same. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void theBrowserFindsTheSameWay(@ForAll("surveys") Survey survey, @ForAll long seed) {
    Map<String, AttributeValue> answers = answers(survey, seed);
    SurveyFlow flow = flow(survey, seed);

    assertThat(inBrowser(survey, flow, answers))
        .containsExactlyElementsOf(
            flow.path(answers).questions().stream().map(Question::id).toList());
  }

  private static List<String> inBrowser(
      Survey survey, SurveyFlow flow, Map<String, AttributeValue> answers) {
    List<String> shown = new ArrayList<>();
    Map<String, AttributeValue> seen = new HashMap<>();
    int at = 0;
    while (at < survey.questions().size()) {
      Question question = survey.questions().get(at++);
      Condition visible = question.rules().visibleWhen();
      if (visible != null && !Boolean.TRUE.equals(holds(flow.forBrowser(visible), seen))) {
        continue;
      }
      if (question instanceof FactorsQuestion factors
          && factors.bands().stream().noneMatch(band -> isIn(seen.get(factors.of()), band))) {
        continue;
      }
      shown.add(question.id());
      answers.forEach((name, value) -> {
        if (name.split("\\.", 2)[0].equals(question.id())) {
          seen.put(name, value);
        }
      });
      for (Jump each : question.rules().next()) {
        if (each.isTakenBy(answers.get(question.id()))) {
          at = each.to().equals(Jump.END)
              ? survey.questions().size()
              : survey.questions().indexOf(survey.question(each.to()));
          break;
        }
      }
    }
    return shown;
  }

  private static boolean isIn(@Nullable AttributeValue rating, FactorsQuestion.Band band) {
    return rating instanceof AttributeValue.Numeric number
        && number.number().intValueExact() >= band.from()
        && number.number().intValueExact() <= band.to();
  }

  /** Returns true, false, or null for unknown. */
  private static @Nullable Boolean holds(Map<?, ?> tree, Map<String, AttributeValue> seen) {
    if (tree.get("is") instanceof String known) {
      return known.equals("unknown") ? null : Boolean.valueOf(known);
    }
    if (tree.get("not") instanceof Map<?, ?> inner) {
      Boolean holds = holds(inner, seen);
      return holds == null ? null : !holds;
    }
    for (boolean all : new boolean[] {true, false}) {
      if (tree.get(all ? "all" : "any") instanceof List<?> list) {
        List<@Nullable Boolean> each = new ArrayList<>();
        list.forEach(inner -> each.add(holds((Map<?, ?>) inner, seen)));
        return each.contains(!all) ? Boolean.valueOf(!all) : each.contains(null) ? null : all;
      }
    }
    AttributeValue answer = seen.get(tree.get("attribute").toString().substring(7));
    if (tree.containsKey("present")) {
      return answer != null;
    }
    if (tree.containsKey("gt")) {
      return answer instanceof AttributeValue.Numeric number
          ? number.number().compareTo((BigDecimal) tree.get("gt")) > 0
          : null;
    }
    if (tree.get("in") instanceof List<?> list) {
      return answer instanceof AttributeValue.Numeric number
          ? list.stream().anyMatch(each -> ((BigDecimal) each).compareTo(number.number()) == 0)
          : null;
    }
    return answer instanceof AttributeValue.Text text ? text.text().equals(tree.get("eq")) : null;
  }

  private static SurveyFlow flow(Survey survey, long seed) {
    return SurveyFlow.of(survey, AnswerValues.attributes(new Random(seed)));
  }

  private static Map<String, AttributeValue> answers(Survey survey, long seed) {
    return AnswerValues.of(survey, new Random(seed));
  }

  @Provide
  Arbitrary<Survey> surveys() {
    return SurveyArbitraries.surveys();
  }
}
