package io.github.feedback4j.survey;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that a condition looks at, whatever operators it has. */
final class ConditionNames {

  private ConditionNames() {}

  /** Returns every name, those of answers included, in the order of the condition. */
  static Set<String> of(Condition condition) {
    Set<String> names = new LinkedHashSet<>();
    // The written form has the name under one key for every operator, also for those to come.
    collect(ConditionFormat.write(condition), names);
    return names;
  }

  private static void collect(Object tree, Set<String> names) {
    if (tree instanceof Map<?, ?> map) {
      if (map.get("attribute") instanceof String name) {
        names.add(name);
      }
      map.values().forEach(each -> collect(each, names));
    } else if (tree instanceof List<?> list) {
      list.forEach(each -> collect(each, names));
    }
  }
}
