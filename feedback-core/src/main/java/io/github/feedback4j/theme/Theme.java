package io.github.feedback4j.theme;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A topic that comments speak of, with the items that give it away in each language.
 *
 * <p>Immutable; every method that adds something returns a changed copy. An item is the text of a
 * {@link Rule}, of which a phrase such as {@code kept dropping} is the simplest: its words match in
 * any inflected form, whatever their case and accents. A rule may stand among the neutral phrases
 * and the positive or negative ones, then the latter count; among both of those it may not.
 *
 * <p>Items for every language are compiled once for each of {@link #languages()}, with the inflected
 * forms of that language.
 *
 * @since 0.1
 */
public final class Theme {

  /** The greatest length of a title, in UTF-16 units. */
  public static final int MAX_TITLE_LENGTH = 100;

  private final String id;
  private final @Nullable String parent;
  private final SortedMap<String, String> titles;
  private final List<Item> items;

  private Theme(
      String id, @Nullable String parent, SortedMap<String, String> titles, List<Item> items) {
    this.id = id;
    this.parent = parent;
    this.titles = Collections.unmodifiableSortedMap(titles);
    this.items = items;
  }

  /**
   * Returns a theme without titles and items.
   *
   * @param id 1 to 64 lower-case letters, digits and dashes, unique in a pack
   * @throws IllegalArgumentException if the id has another form
   */
  public static Theme of(String id) {
    return new Theme(Labels.requireId("theme", id), null, new TreeMap<>(), List.of());
  }

  /**
   * Returns this theme with a title in one language, in place of any other one.
   *
   * @throws IllegalArgumentException if the language has a region or is not a code, or the title is
   *     blank, has a control character or is longer than {@value #MAX_TITLE_LENGTH}
   */
  public Theme title(String language, String title) {
    String code = Labels.requireLanguage(place(), language);
    SortedMap<String, String> more = new TreeMap<>(titles);
    more.put(code, Labels.requireText(place() + "title (" + code + ")", title, MAX_TITLE_LENGTH));
    return new Theme(id, parent, more, items);
  }

  /**
   * Returns this theme below another one of the pack, in place of any other one.
   *
   * <p>A comment on a theme is a comment on its parent, and on the parent of that one, too.
   *
   * @throws IllegalArgumentException if the id of the parent has another form than a theme's
   */
  public Theme parent(String parent) {
    return new Theme(id, Labels.requireId(place() + "parent", parent), titles, items);
  }

  /**
   * Returns this theme with rules of one language that only name it.
   *
   * @param language a code such as {@code en}, or {@value Item#EVERY_LANGUAGE} for each language of
   *     the theme
   * @throws RuleException if a text is no {@linkplain Rule rule}
   * @throws IllegalArgumentException if the language has a region or is not a code
   */
  public Theme phrases(String language, String... rules) {
    return plus(language, Polarity.NEUTRAL, false, rules);
  }

  /**
   * Returns this theme with rules of one language that praise it.
   *
   * @throws IllegalArgumentException as for {@link #phrases(String, String...)}, or if the theme has
   *     such a rule already as a negative one
   */
  public Theme positive(String language, String... rules) {
    return plus(language, Polarity.POSITIVE, false, rules);
  }

  /**
   * Returns this theme with rules of one language that complain about it.
   *
   * @throws IllegalArgumentException as for {@link #phrases(String, String...)}, or if the theme has
   *     such a rule already as a positive one
   */
  public Theme negative(String language, String... rules) {
    return plus(language, Polarity.NEGATIVE, false, rules);
  }

  /**
   * Returns this theme with rules of one language that hide the words they cover from its other
   * items, such as {@code professional network}; the rest of the comment is looked at as ever.
   *
   * @throws IllegalArgumentException as for {@link #phrases(String, String...)}
   */
  public Theme hiding(String language, String... rules) {
    return plus(language, Polarity.NEUTRAL, true, rules);
  }

  /**
   * Returns this theme with rules that were made as records rather than as texts.
   *
   * @throws IllegalArgumentException as for {@link #phrases(String, String...)}, also if the text of
   *     a rule is longer than {@value Rule#MAX_LENGTH} characters
   */
  public Theme rules(String language, Polarity polarity, Rule... rules) {
    String[] texts = new String[rules.length];
    for (int i = 0; i < rules.length; i++) {
      texts[i] = rules[i].toText();
    }
    return plus(language, polarity, false, texts);
  }

  /** Returns the id, unique in a pack. */
  public String id() {
    return id;
  }

  /** Returns the id of the theme above this one, or null. */
  public @Nullable String parent() {
    return parent;
  }

  /** Returns the titles by language, in alphabetical order of the languages. */
  public Map<String, String> titles() {
    return titles;
  }

  /** Returns the title in the language of {@code wanted}, else in English, else any, or the id. */
  public String title(Locale wanted) {
    String title = titles.get(wanted.getLanguage());
    if (title == null) {
      title = titles.get("en");
    }
    if (title == null) {
      title = titles.isEmpty() ? id : titles.values().iterator().next();
    }
    return title;
  }

  /**
   * Returns the items as they were given, by language and then by text.
   *
   * <p>Those for every language stand first, once, and names of sets are not looked up; {@link
   * ThemePack#items()} has both done.
   */
  public List<Item> items() {
    return items;
  }

  /**
   * Returns the languages for which items for every language are compiled: those that have items of
   * their own or, if there is none, those of the titles.
   */
  public SortedSet<String> languages() {
    SortedSet<String> languages = new TreeSet<>();
    for (Item each : items) {
      if (!each.language().equals(Item.EVERY_LANGUAGE)) {
        languages.add(each.language());
      }
    }
    if (languages.isEmpty()) {
      languages.addAll(titles.keySet());
    }
    return Collections.unmodifiableSortedSet(languages);
  }

  /**
   * Returns the texts of the items that find the theme, and their polarity, by language, both in
   * alphabetical order.
   */
  public Map<String, Map<String, Polarity>> phrases() {
    SortedMap<String, Map<String, Polarity>> phrases = new TreeMap<>();
    for (String language : languages()) {
      SortedMap<String, Polarity> texts = new TreeMap<>();
      for (Item each : items) {
        if (each.isOf(language) && !each.hides()) {
          texts.merge(each.text(), each.polarity(), (a, b) -> a == Polarity.NEUTRAL ? b : a);
        }
      }
      if (!texts.isEmpty()) {
        phrases.put(language, Collections.unmodifiableSortedMap(texts));
      }
    }
    return Collections.unmodifiableSortedMap(phrases);
  }

  /** Returns this theme with these items in place of its own. */
  Theme with(List<Item> items) {
    return new Theme(id, parent, titles, items);
  }

  private Theme plus(String language, Polarity polarity, boolean hides, String... texts) {
    String code =
        language.equals(Item.EVERY_LANGUAGE) ? language : Labels.requireLanguage(place(), language);
    ItemSet more = new ItemSet(id, items);
    for (String each : texts) {
      more.add(code, polarity, hides, each);
    }
    return with(more.items());
  }

  private String place() {
    return "theme '" + id + "': ";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Theme that
        && id.equals(that.id)
        && Objects.equals(parent, that.parent)
        && titles.equals(that.titles)
        && items.equals(that.items);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Returns the id and the number of items, such as {@code network (12 items)}. */
  @Override
  public String toString() {
    return id + " (" + items.size() + " items)";
  }
}
