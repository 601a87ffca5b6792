package io.github.feedback4j.theme;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the engine will refuse of a pack, item by item, for a reader that knows where each stands. */
final class ItemCheck {

  private static final String TOO_MANY_LANGUAGES =
      "up to here the items are of more than %d languages; make two packs of them"
          .formatted(RuleCompiler.MOST_LANGUAGES);

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
        if (hasChoice(compiled.rule())) {
          compiler.add(compiled);
        }
      }
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** Returns whether a phrase has a choice inside; without, it has three spellings at most. */
  private static boolean hasChoice(Rule rule) {
    return rule instanceof Rule.Phrase phrase
        ? phrase.parts().stream().anyMatch(Rule.AnyOf.class::isInstance)
        : RuleShape.children(rule).stream().anyMatch(ItemCheck::hasChoice);
  }
}
