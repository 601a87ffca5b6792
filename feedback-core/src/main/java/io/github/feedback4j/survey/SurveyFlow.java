package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way through the questions of a survey: which are shown after these answers, in which order.
 *
 * <p>Immutable and pure; safe for use by several threads. Every way ends, because it only ever goes
 * forward; jumps back or to nowhere, which {@link Linter} reports, are not taken.
 *
 * @since 0.1
 */
public final class SurveyFlow {

  // The algorithm, which the browser repeats with the JSON that it gets:
  //
  //   at the first question; while there is one:
  //     not visible  → go to the following one. Visible is a question whose visibleWhen holds (an
  //                    unknown condition does not) and, for factors, whose rating is in a band.
  //     visible      → it is on the way. Of its jumps the first that its answer takes names the
  // next
  //                    question; without one it is the following question.
  //
  // A condition sees the answers to questions that are on the way already, and nothing else. So an
  // answer that was given before its question went away again changes nothing.

  /** What the names of answers start with in conditions. */
  static final String ANSWER = "answer.";

  private final Survey survey;
  private final Map<String, AttributeValue> facts;
  private final Map<String, Integer> places = new HashMap<>();

  private SurveyFlow(Survey survey, Attributes attributes) {
    this.survey = survey;
    this.facts = new HashMap<>(attributes.asMap());
    facts.keySet().removeIf(SurveyFlow::isAnswer);
    for (Question each : survey.questions()) {
      places.put(each.id(), places.size());
    }
  }

  /**
   * The questions that are shown, in order.
   *
   * @param questions the questions, statements included
   * @param required the ids of those that a complete response must answer
   */
  public record Path(List<Question> questions, Set<String> required) {

    /** Copies both. */
    public Path {
      questions = List.copyOf(questions);
      required = Set.copyOf(required);
    }

    /** Returns whether the question of this id is shown. */
    public boolean shows(String question) {
      return questions.stream().anyMatch(each -> each.id().equals(question));
    }

    /** Returns whether a complete response must answer the question of this id. */
    public boolean requires(String question) {
      return required.contains(question);
    }
  }

  /** Returns the flow of a survey for a touchpoint with these attributes. */
  public static SurveyFlow of(Survey survey, Attributes attributes) {
    return new SurveyFlow(survey, attributes);
  }

  /**
   * Returns the way after these answers; never throws.
   *
   * @param answers what conditions see of each answer, by question id, or by {@code question.row} for
   *     the rows of a matrix
   */
  public Path path(Map<String, AttributeValue> answers) {
    Map<String, AttributeValue> known = new HashMap<>(facts);
    List<Question> shown = new ArrayList<>();
    Set<String> required = new LinkedHashSet<>();
    int at = 0;
    while (at < survey.questions().size()) {
      Question question = survey.questions().get(at);
      at++;
      Attributes seen = Attributes.ofAny(known);
      if (!isVisible(question, seen)) {
        continue;
      }
      shown.add(question);
      if (question.required() || holds(question.rules().requiredWhen(), seen)) {
        required.add(question.id());
      }
      answers.forEach((name, value) -> {
        if (isOf(name, question)) {
          known.put(ANSWER + name, value);
        }
      });
      at = next(question, answers.get(question.id()), at);
    }
    return new Path(shown, required);
  }

  private static boolean isVisible(Question question, Attributes seen) {
    Condition condition = question.rules().visibleWhen();
    return (condition == null || holds(condition, seen))
        && (!(question instanceof FactorsQuestion factors)
            || factors.hasChoicesAfter(seen.get(ANSWER + factors.of())));
  }

  private static boolean holds(@Nullable Condition condition, Attributes seen) {
    return condition != null && condition.evaluate(seen) == Truth.TRUE;
  }

  private static boolean isOf(String name, Question question) {
    return name.equals(question.id())
        || (question instanceof MatrixQuestion && name.startsWith(question.id() + "."));
  }

  private int next(Question question, @Nullable AttributeValue answer, int following) {
    for (Jump each : question.rules().next()) {
      if (each.isTakenBy(answer)) {
        int target = each.to().equals(Jump.END)
            ? survey.questions().size()
            : places.getOrDefault(each.to(), following);
        return Math.max(target, following);
      }
    }
    return following;
  }

  /**
   * Returns a condition of a question as plain maps, lists and values, for somebody who knows the
   * answers but not the attributes.
   *
   * <p>What the condition says about attributes is replaced by whether it holds: {@code {"is":
   * "true"}}, {@code "false"} or {@code "unknown"}. What it says about answers stands as in a survey
   * file, such as {@code {"attribute": "answer.satisfaction", "gt": 2}}.
   */
  public Map<String, Object> forBrowser(Condition condition) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (condition instanceof Condition.All all) {
      tree.put("all", all.conditions().stream().map(this::forBrowser).toList());
    } else if (condition instanceof Condition.Any any) {
      tree.put("any", any.conditions().stream().map(this::forBrowser).toList());
    } else if (condition instanceof Condition.Not not) {
      tree.put("not", forBrowser(not.condition()));
    } else if (ConditionNames.of(condition).stream().allMatch(SurveyFlow::isAnswer)) {
      tree.putAll(ConditionFormat.write(condition));
    } else {
      Truth truth = condition.evaluate(Attributes.ofAny(facts));
      tree.put("is", truth.name().toLowerCase(Locale.ROOT));
    }
    return tree;
  }

  static boolean isAnswer(String name) {
    return name.startsWith(ANSWER);
  }

  /** Returns the id of the question behind the name of an answer. */
  static String questionOf(String name) {
    String answer = name.substring(ANSWER.length());
    int dot = answer.indexOf('.');
    return dot < 0 ? answer : answer.substring(0, dot);
  }

  /**
   * Returns whether the words of a text may decide what is shown or required.
   *
   * <p>Then nobody can tell from redacted words what was.
   */
  public static boolean dependsOnWords(Survey survey) {
    Set<String> texts = new HashSet<>();
    for (Question each : survey.questions()) {
      if (each instanceof Question.Text) {
        texts.add(each.id());
      }
    }
    return survey.questions().stream()
        .anyMatch(each -> (texts.contains(each.id()) && !each.rules().next().isEmpty())
            || conditions(each.rules()).stream()
                .flatMap(condition -> ConditionNames.of(condition).stream())
                .anyMatch(name -> isAnswer(name) && texts.contains(questionOf(name))));
  }

  /** Returns the attributes of the touchpoint that the questions' own conditions look at. */
  static Set<String> attributesOf(List<Question> questions) {
    Set<String> names = new LinkedHashSet<>();
    for (Question each : questions) {
      for (Condition condition : conditions(each.rules())) {
        names.addAll(ConditionNames.of(condition));
      }
    }
    names.removeIf(SurveyFlow::isAnswer);
    return Set.copyOf(names);
  }

  private static List<Condition> conditions(QuestionRules rules) {
    List<Condition> conditions = new ArrayList<>();
    Condition visible = rules.visibleWhen();
    if (visible != null) {
      conditions.add(visible);
    }
    Condition required = rules.requiredWhen();
    if (required != null) {
      conditions.add(required);
    }
    return conditions;
  }
}
