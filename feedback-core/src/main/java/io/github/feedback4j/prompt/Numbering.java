package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.AttributeCondition;
import io.github.feedback4j.survey.AttributeValue;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.ConditionOperator;
import io.github.feedback4j.survey.Survey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The surveys of an engine, and the comparisons of their conditions, by number: what several surveys ask
 * of a touchpoint is looked up and compared once. Complete before the first decision.
 */
final class Numbering {

  /** The number of a survey that is not in the catalogue. */
  static final int UNKNOWN = -1;

  private final Map<String, Integer> surveys = new HashMap<>();
  private final Map<Condition, Integer> uses = new HashMap<>();
  private final Map<String, Integer> attributes = new HashMap<>();
  private final Map<AttributeCondition, Integer> comparisons = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<AttributeCondition> conditions = new ArrayList<>();
  private final List<Integer> attributeOf = new ArrayList<>();

  /** For each attribute, the numbers of the texts with which it is compared. */
  private final List<Map<String, Integer>> texts = new ArrayList<>();

  private final List<Integer> textOf = new ArrayList<>();

  Numbering(List<Survey> numbered) {
    for (Survey each : numbered) {
      surveys.put(each.key(), surveys.size());
      if (each.audience() instanceof Condition.All all) {
        all.conditions().forEach(one -> uses.merge(one, 1, Integer::sum));
      }
    }
  }

  /** Returns how many surveys ask the same of everybody in their audience. */
  int uses(Condition condition) {
    return uses.getOrDefault(condition, 0);
  }

  /** Returns the number of a survey by its key, {@link #UNKNOWN} if it has none. */
  int survey(String key) {
    Integer number = surveys.get(key);
    return number == null ? UNKNOWN : number;
  }

  /** Returns the number of a comparison, a new one if it has none yet. */
  int comparison(AttributeCondition condition) {
    Integer known = comparisons.get(condition);
    if (known != null) {
      return known;
    }
    int number = conditions.size();
    comparisons.put(condition, number);
    conditions.add(condition);
    int attribute = attribute(condition.attribute());
    attributeOf.add(attribute);
    textOf.add(text(condition, texts.get(attribute)));
    return number;
  }

  private int attribute(String name) {
    if (!attributes.containsKey(name)) {
      names.add(name);
      texts.add(new HashMap<>());
    }
    return number(attributes, name);
  }

  private static int text(AttributeCondition condition, Map<String, Integer> known) {
    return condition instanceof AttributeCondition.Comparison comparison
            && comparison.operator() == ConditionOperator.EQ
            && comparison.value() instanceof AttributeValue.Text text
        ? number(known, text.text())
        : UNKNOWN;
  }

  private static int number(Map<String, Integer> of, String text) {
    return of.computeIfAbsent(text, added -> of.size());
  }

  /** Returns for each attribute the numbers of the texts with which it is compared. */
  List<Map<String, Integer>> texts() {
    return List.copyOf(texts);
  }

  /** Returns for each comparison the number of the text that the attribute must equal, or {@link #UNKNOWN}. */
  int[] textOf() {
    return textOf.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the names of the attributes by number. */
  String[] names() {
    return names.toArray(String[]::new);
  }

  /** Returns the comparisons by number. */
  AttributeCondition[] comparisons() {
    return conditions.toArray(AttributeCondition[]::new);
  }

  /** Returns for each comparison the number of its attribute. */
  int[] attributes() {
    return attributeOf.stream().mapToInt(Integer::intValue).toArray();
  }
}
