package io.github.feedback4j.theme;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What the engine will refuse of a pack, item by item, for a reader that knows where each stands. */
final class ItemCheck {

  private static final String TOO_MANY_LANGUAGES =
      "up to here the items are of more than %d languages; make two packs of them"
          .formatted(RuleCompiler.MOST_LANGUAGES);

  /** As it stands, joined and split: the ways to write a row of words in {@link Spellings}. */
  private static final int WAYS = 3;

  private final PackSets sets;
  private final RuleCompiler compiler;
  private final Map<String, Set<String>> ofThemes = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  ItemCheck(Collection<Theme> themes, PackSets sets) {
    this.sets = sets;
    Set<String> languages = new HashSet<>();
    for (Theme each : themes) {
      ofThemes.put(each.id(), each.languages());
      languages.addAll(each.languages());
    }
    compiler = RuleCompiler.of(ofThemes.keySet(), languages);
  }

  /** Returns what is wrong with the next item, whose sets must be there, or null. */
  @Nullable
  String problem(Item item) {
    Set<String> languages = item.language().equals(Item.EVERY_LANGUAGE)
        ? ofThemes.getOrDefault(item.theme(), Set.of())
        : Set.of(item.language());
    boolean few = seen.size() <= RuleCompiler.MOST_LANGUAGES;
    seen.addAll(languages);
    if (few && seen.size() > RuleCompiler.MOST_LANGUAGES) {
      return TOO_MANY_LANGUAGES;
    }
    try {
      for (String each : languages) {
        Item compiled = PackItems.compiled(item, each, sets);
        if (isDoubtful(compiled.rule())) {
          compiler.add(compiled);
        }
      }
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** Returns whether a phrase may have too many spellings, as most have not for certain. */
  private static boolean isDoubtful(Rule rule) {
    return rule instanceof Rule.Phrase
        ? WAYS * most(rule) > RuleCompiler.MOST_SPELLINGS
        : RuleShape.children(rule).stream().anyMatch(ItemCheck::isDoubtful);
  }

  /** Returns how many rows of words a phrase or a part of it stands for, or a greater number. */
  private static double most(Rule rule) {
    DoubleStream inner = RuleShape.children(rule).stream().mapToDouble(ItemCheck::most);
    if (rule instanceof Rule.Phrase) {
      return inner.reduce(1, (a, b) -> a * b);
    }
    return rule instanceof Rule.AnyOf ? WAYS * inner.sum() : 1;
  }
}
