package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The items of all themes as a matcher wants them: one language each, and no names of sets. */
final class PackItems {

  static final String LACKS_LANGUAGE =
      "items for every language need to know which; add items of one, such as 'en:', or titles";

  static final String TOO_MANY_WORDS =
      "up to here the items have more than %d words with the entries of their sets"
          .formatted(ThemePack.MAX_WORDS);

  private PackItems() {}

  /** Returns the items of themes that have no {@link #problems}. */
  static List<Item> of(List<Theme> themes, PackSets sets) {
    List<Item> items = new ArrayList<>();
    for (Theme theme : themes) {
      for (String language : theme.languages()) {
        Set<String> polar = polarTexts(theme, language);
        Set<Item> ofLanguage = new TreeSet<>(ItemSet.ORDER);
        for (Item each : theme.items()) {
          boolean outweighed =
              !each.hides() && each.polarity() == Polarity.NEUTRAL && polar.contains(each.text());
          if (each.isOf(language) && !outweighed) {
            ofLanguage.add(compiled(each, language, sets));
          }
        }
        items.addAll(ofLanguage);
      }
    }
    return List.copyOf(items);
  }

  private static Set<String> polarTexts(Theme theme, String language) {
    Set<String> polar = new HashSet<>();
    for (Item each : theme.items()) {
      if (each.isOf(language) && each.polarity() != Polarity.NEUTRAL) {
        polar.add(each.text());
      }
    }
    return polar;
  }

  /** Returns an item as one of a language that it is of, with the entries of its sets. */
  static Item compiled(Item item, String language, PackSets sets) {
    return new Item(
        item.theme(),
        language,
        item.polarity(),
        item.hides(),
        item.text(),
        sets.lookUp(item.rule()));
  }

  /** Returns what is wrong with themes that are fine by themselves, between them and the sets. */
  static List<String> problems(Collection<Theme> themes, PackSets sets) {
    List<String> problems = new ArrayList<>();
    long words = 0;
    for (Theme theme : themes) {
      String place = "theme '%s': ".formatted(theme.id());
      if (lacksLanguage(theme)) {
        problems.add(place + LACKS_LANGUAGE);
      }
      for (Item each : theme.items()) {
        String problem = problem(each, sets);
        if (problem == null) {
          words += words(theme, each, sets);
        } else {
          problems.add(place + "rule '%s': %s".formatted(each.text(), problem));
        }
        if (words > ThemePack.MAX_WORDS) {
          problems.add(place + "rule '%s': %s".formatted(each.text(), TOO_MANY_WORDS));
        }
        // Nobody reads more, and to look up the rest may take long.
        if (words > ThemePack.MAX_WORDS || problems.size() >= ThemePack.MAX_PROBLEMS) {
          return problems;
        }
      }
    }
    return problems;
  }

  /** Returns whether a theme has items for every language, but no language. */
  static boolean lacksLanguage(Theme theme) {
    return !theme.items().isEmpty() && theme.languages().isEmpty();
  }

  /** Returns how many words an item adds to a pack; it must have no {@link #problem}. */
  static long words(Theme theme, Item item, PackSets sets) {
    int languages =
        item.language().equals(Item.EVERY_LANGUAGE) ? theme.languages().size() : 1;
    return (long) languages * RuleShape.size(sets.lookUp(item.rule()));
  }

  /** Returns what keeps a rule from being looked up in sets that are fine by themselves, or null. */
  static @Nullable String problem(Item item, PackSets sets) {
    for (String each : RuleShape.sets(item.rule())) {
      if (!sets.names().contains(each)) {
        return sets.unknown(each);
      }
    }
    try {
      sets.lookUp(item.rule());
      return null;
    } catch (IllegalArgumentException e) {
      return "with the entries of its sets, " + e.getMessage();
    }
  }
}
