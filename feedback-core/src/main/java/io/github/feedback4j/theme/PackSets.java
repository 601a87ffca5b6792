package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The named lists of a pack, and what their names stand for. */
final class PackSets {

  private final SortedMap<String, List<String>> texts = new TreeMap<>();
  private final Map<String, List<Rule>> rules = new TreeMap<>();
  private final Map<String, Set<String>> named = new TreeMap<>();
  private final Map<String, Rule> resolved = new TreeMap<>();

  /**
   * Checks a set before its entries are added.
   *
   * @throws IllegalArgumentException if its name or its size is out of bounds
   */
  void requireSize(String set, int size) {
    Labels.requireId("set", set);
    if (size < 1 || size > ThemePack.MAX_ENTRIES) {
      throw new IllegalArgumentException("set '%s': must have 1 to %d entries, but has %d"
          .formatted(set, ThemePack.MAX_ENTRIES, size));
    }
  }

  /**
   * Adds an entry to a set.
   *
   * @throws RuleException if the text is no rule, or one that is no entry
   */
  void add(String set, String text) {
    String place = "set '" + set + "': ";
    String line = text.strip();
    Rule rule;
    try {
      rule = Rule.parse(line);
    } catch (RuleException e) {
      throw e.at(place);
    }
    if (!isEntry(rule)) {
      throw new RuleException(
          place,
          line,
          1,
          "an entry of a set is a word, a phrase or alternatives of them",
          "move the rest into the items that name the set");
    }
    texts.computeIfAbsent(set, key -> new ArrayList<>()).add(line);
    rules.computeIfAbsent(set, key -> new ArrayList<>()).add(rule);
    named.computeIfAbsent(set, key -> new TreeSet<>()).addAll(RuleShape.sets(rule));
  }

  private static boolean isEntry(Rule rule) {
    return rule instanceof Rule.AnyOf any
        ? any.rules().stream().allMatch(PackSets::isEntry)
        : RuleShape.isPart(rule) || rule instanceof Rule.Phrase;
  }

  /** Returns the entries by set, in alphabetical order of the sets. */
  SortedMap<String, List<String>> texts() {
    SortedMap<String, List<String>> copy = new TreeMap<>();
    texts.forEach((set, entries) -> copy.put(set, List.copyOf(entries)));
    return Collections.unmodifiableSortedMap(copy);
  }

  Set<String> names() {
    return Collections.unmodifiableSet(texts.keySet());
  }

  /** Returns what is wrong between the sets, by set: unknown ones inside them, and circles. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    for (String set : texts.keySet()) {
      for (String each : named(set)) {
        if (!texts.containsKey(each)) {
          problems.putIfAbsent(set, unknown(each));
        }
      }
      List<String> circle = Circles.from(set, this::named);
      if (!circle.isEmpty()) {
        problems.putIfAbsent(set, "it contains itself: @" + String.join(" > @", circle));
      }
    }
    return problems;
  }

  /** Returns what to say of a set that is not there. */
  String unknown(String set) {
    return "unknown set '@%s'; %s"
        .formatted(
            set,
            texts.isEmpty()
                ? "the pack has no sets yet, add it to them"
                : Suggestion.of(set, texts.keySet()));
  }

  private Set<String> named(String set) {
    return named.getOrDefault(set, Set.of());
  }

  /**
   * Returns a rule with each name replaced by the entries of its set.
   *
   * @throws IllegalArgumentException if that makes it too deep or too large
   */
  Rule lookUp(Rule rule) {
    if (RuleShape.sets(rule).isEmpty()) {
      return rule;
    }
    if (rule instanceof Rule.Named name) {
      return resolve(name.set());
    }
    List<Rule> inner = new ArrayList<>();
    RuleShape.children(rule).forEach(each -> inner.add(lookUp(each)));
    if (rule instanceof Rule.Phrase) {
      return RuleShape.phrase(inner);
    }
    if (rule instanceof Rule.AnyOf) {
      return new Rule.AnyOf(inner);
    }
    if (rule instanceof Rule.AllOf) {
      return new Rule.AllOf(inner);
    }
    if (rule instanceof Rule.Near near) {
      return new Rule.Near(inner.get(0), inner.get(1), near.distance(), near.ordered());
    }
    if (rule instanceof Rule.Not) {
      return new Rule.Not(inner.get(0));
    }
    return rule instanceof Rule.Within within
        ? new Rule.Within(within.scope(), inner.get(0))
        : new Rule.Negated(inner.get(0));
  }

  private Rule resolve(String set) {
    @Nullable Rule known = resolved.get(set);
    if (known != null) {
      return known;
    }
    // An entry that several sets bring along counts once, so nothing can multiply.
    Set<Rule> entries = new LinkedHashSet<>();
    for (Rule each : rules.getOrDefault(set, List.of())) {
      Rule entry = lookUp(each);
      entries.addAll(entry instanceof Rule.AnyOf any ? any.rules() : List.of(entry));
    }
    Rule rule = RuleShape.anyOf(List.copyOf(entries));
    resolved.put(set, rule);
    return rule;
  }
}
