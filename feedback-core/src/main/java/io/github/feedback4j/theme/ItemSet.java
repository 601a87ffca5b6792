package io.github.feedback4j.theme;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The items of one theme while they are put together, each of them once. */
final class ItemSet {

  static final Comparator<Item> ORDER = Comparator.comparing(Item::language)
      .thenComparing(Item::hides)
      .thenComparing(Item::text)
      .thenComparing(Item::polarity);

  private static final Pattern ACCENTS_AND_HYPHENS = Pattern.compile("[\\p{M}\\p{Pd}]");

  private final String theme;
  private final TreeSet<Item> items = new TreeSet<>(ORDER);
  private final Map<String, List<Item>> polarBySpelling = new HashMap<>();

  ItemSet(String theme, List<Item> items) {
    this.theme = theme;
    items.forEach(this::put);
  }

  /** Returns the items by language, those that hide behind the others, then by text. */
  List<Item> items() {
    return List.copyOf(items);
  }

  /**
   * Adds the rule of a text, for one language or {@link Item#EVERY_LANGUAGE}, and returns the item.
   *
   * @throws RuleException if the text is no rule
   * @throws IllegalArgumentException if the theme has it already with the other polarity
   */
  Item add(String language, Polarity polarity, boolean hides, String text) {
    String line = text.strip();
    Item item;
    try {
      item = new Item(theme, language, polarity, hides, line, Rule.parse(line));
    } catch (RuleException e) {
      throw e.at(place(language));
    }
    Item opposite = opposite(item);
    if (opposite != null) {
      throw new IllegalArgumentException(
          "%srule '%s' must have one polarity, but is %s and, as '%s', %s"
              .formatted(place(language), line, polarity, opposite.text(), opposite.polarity()));
    }
    put(item);
    return item;
  }

  private void put(Item item) {
    items.add(item);
    if (item.polarity() != Polarity.NEUTRAL) {
      polarBySpelling.computeIfAbsent(spelling(item), key -> new ArrayList<>(1)).add(item);
    }
  }

  /** Returns an item that says the contrary in a language that both share, or null. */
  private @Nullable Item opposite(Item item) {
    if (item.polarity() == Polarity.NEUTRAL) {
      return null;
    }
    for (Item each : polarBySpelling.getOrDefault(spelling(item), List.of())) {
      if (each.polarity() != item.polarity()
          && (each.isOf(item.language()) || item.isOf(each.language()))) {
        return each;
      }
    }
    return null;
  }

  /** Returns the rule as it looks without case, accents and hyphens. */
  private static String spelling(Item item) {
    String decomposed = Normalizer.normalize(item.rule().toText(), Normalizer.Form.NFKD);
    return ACCENTS_AND_HYPHENS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private String place(String language) {
    return "theme '%s' (%s): "
        .formatted(theme, language.equals(Item.EVERY_LANGUAGE) ? "every language" : language);
  }
}
