package io.github.feedback4j.theme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The themes that an organisation looks for, as one versioned piece of data.
 *
 * <p>Immutable. A pack is identified by its name, its version and the hash of its content, so that
 * a tag can always be traced to the phrases that made it.
 *
 * @since 0.1
 */
public final class ThemePack {

  /** The greatest number of themes. */
  public static final int MAX_THEMES = 500;

  /** The greatest number of items in all themes and languages. */
  public static final int MAX_PHRASES = 20_000;

  /** The greatest number of named sets. */
  public static final int MAX_SETS = 100;

  /** The greatest number of entries of a set. */
  public static final int MAX_ENTRIES = 1_000;

  /** The greatest number of words in all items, with the entries of sets in place of their names. */
  public static final int MAX_WORDS = 1_000_000;

  private static final int HASH_IN_ID = 8;

  /** How many problems one message lists; a file has a reader that lists more, with places. */
  static final int MAX_PROBLEMS = 20;

  private final String name;
  private final int version;
  private final Map<String, List<String>> sets;
  private final List<Theme> themes;
  private final Hierarchy hierarchy;
  private final List<Item> items;
  private final String contentHash;

  private ThemePack(
      String name, int version, PackSets sets, List<Theme> themes, Hierarchy hierarchy) {
    this.name = name;
    this.version = version;
    this.sets = sets.texts();
    this.themes = themes;
    this.hierarchy = hierarchy;
    this.items = PackItems.of(themes, sets);
    this.contentHash = hash(themes, this.sets);
  }

  /**
   * Returns a pack of these themes without named sets.
   *
   * @throws IllegalArgumentException as for {@link #of(String, int, Map, Collection)}
   */
  public static ThemePack of(String name, int version, Theme... themes) {
    return of(name, version, List.of(themes));
  }

  /**
   * Returns a pack of these themes without named sets.
   *
   * @throws IllegalArgumentException as for {@link #of(String, int, Map, Collection)}
   */
  public static ThemePack of(String name, int version, Collection<Theme> themes) {
    return of(name, version, Map.of(), themes);
  }

  /**
   * Returns a pack of these themes.
   *
   * @param name 1 to 64 lower-case letters, digits and dashes
   * @param version at least 1
   * @param sets the entries by name, for rules that name them as {@code @name}; an entry is a word,
   *     a phrase or alternatives of them, and may name another set
   * @throws IllegalArgumentException if the name, the version, a set or one of the numbers above is
   *     out of bounds, an entry is no rule, a set contains itself, themes share an id, a parent or
   *     a set is unknown, or more than three themes are on top of each other; the message names
   *     the first twenty of them
   */
  public static ThemePack of(
      String name, int version, Map<String, List<String>> sets, Collection<Theme> themes) {
    Labels.requireId("theme pack", name);
    String place = "theme pack '" + name + "': ";
    if (version < 1) {
      throw new IllegalArgumentException(place + "version must be at least 1, but was " + version);
    }
    if (themes.isEmpty() || themes.size() > MAX_THEMES) {
      throw new IllegalArgumentException(
          place + "must have 1 to %d themes, but has %d".formatted(MAX_THEMES, themes.size()));
    }
    int phrases = themes.stream().mapToInt(each -> each.items().size()).sum();
    if (phrases > MAX_PHRASES) {
      throw new IllegalArgumentException(
          place + "must have at most %d phrases, but has %d".formatted(MAX_PHRASES, phrases));
    }
    requireUniqueIds(place, themes);
    PackSets checked = sets(place, sets);
    Hierarchy hierarchy = new Hierarchy(themes);
    List<String> problems = new ArrayList<>();
    checked.problems().forEach((set, what) -> problems.add("set '%s': %s".formatted(set, what)));
    hierarchy
        .problems()
        .forEach((theme, what) -> problems.add("theme '%s': %s".formatted(theme, what)));
    if (checked.problems().isEmpty()) {
      problems.addAll(PackItems.problems(themes, checked));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().limit(MAX_PROBLEMS).collect(Collectors.joining("; ", place, "")));
    }
    return new ThemePack(name, version, checked, List.copyOf(themes), hierarchy);
  }

  private static void requireUniqueIds(String place, Collection<Theme> themes) {
    Set<String> ids = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    for (Theme each : themes) {
      if (!ids.add(each.id())) {
        twice.add(each.id());
      }
    }
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException(
          place + "each theme must stand once; these stand twice: " + String.join(", ", twice));
    }
  }

  private static PackSets sets(String place, Map<String, List<String>> sets) {
    if (sets.size() > MAX_SETS) {
      throw new IllegalArgumentException(
          place + "must have at most %d sets, but has %d".formatted(MAX_SETS, sets.size()));
    }
    PackSets checked = new PackSets();
    try {
      for (Map.Entry<String, List<String>> set : new TreeMap<>(sets).entrySet()) {
        checked.requireSize(set.getKey(), set.getValue().size());
        set.getValue().forEach(each -> checked.add(set.getKey(), each));
      }
    } catch (RuleException e) {
      throw e.at(place);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + e.getMessage(), e);
    }
    return checked;
  }

  /** Returns the name of the pack, such as {@code it-service}. */
  public String name() {
    return name;
  }

  /** Returns the version that the author gave, at least 1. */
  public int version() {
    return version;
  }

  /** Returns the themes in the order in which they were given. */
  public List<Theme> themes() {
    return themes;
  }

  /** Returns the theme of this id, or null if there is none. */
  public @Nullable Theme theme(String id) {
    for (Theme each : themes) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    return null;
  }

  /** Returns the entries of the named sets, in alphabetical order of the names. */
  public Map<String, List<String>> sets() {
    return sets;
  }

  /**
   * Returns all items, ready to be compiled: those for every language once for each language of
   * their theme, and names of sets replaced by their entries.
   *
   * <p>They are ordered by theme as in {@link #themes()}, then by language and text. Of a rule that
   * stands among the neutral and the polar items of a theme, only the polar one is here.
   */
  public List<Item> items() {
    return items;
  }

  /**
   * Returns the ids of the themes above one, nearest first; nothing if it is on top, or unknown.
   *
   * <p>A comment on the theme is a comment on each of them.
   */
  public List<String> ancestors(String theme) {
    return hierarchy.ancestors(theme);
  }

  /**
   * Returns the SHA-256 of the themes as 64 lower-case hexadecimal digits.
   *
   * <p>It depends on the ids, parents, titles, items, polarities and sets, but neither on the name
   * and the version nor on any order but that of a set's entries. Its input is UTF-8 text of
   * tab-separated lines: for each theme by id {@code theme id}, {@code parent id} if there is one,
   * then {@code title language title}, then {@code phrase language polarity text} for each item
   * that finds the theme or {@code hide language text} for one that hides, sorted by language, {@code
   * phrase} before {@code hide}, and text; last, for each set by name, {@code entry name text} as
   * often as it has entries. The language of items for every language is {@value
   * Item#EVERY_LANGUAGE}.
   */
  public String contentHash() {
    return contentHash;
  }

  /** Returns name, version and eight digits of the hash, such as {@code it-service:1:ab12cd34}. */
  public String id() {
    return name + ":" + version + ":" + contentHash.substring(0, HASH_IN_ID);
  }

  private static String hash(List<Theme> themes, Map<String, List<String>> sets) {
    List<Theme> sorted = new ArrayList<>(themes);
    sorted.sort(Comparator.comparing(Theme::id));
    // Nothing below has a tab or a line feed inside, so no two packs have the same lines.
    StringBuilder lines = new StringBuilder();
    for (Theme theme : sorted) {
      appendLine(lines, "theme", theme.id());
      String parent = theme.parent();
      if (parent != null) {
        appendLine(lines, "parent", parent);
      }
      theme.titles().forEach((language, title) -> appendLine(lines, "title", language, title));
      for (Item each : theme.items()) {
        if (each.hides()) {
          appendLine(lines, "hide", each.language(), each.text());
        } else {
          appendLine(lines, "phrase", each.language(), each.polarity().name(), each.text());
        }
      }
    }
    sets.forEach((set, entries) -> entries.forEach(each -> appendLine(lines, "entry", set, each)));
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(lines.toString().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java runtime does not offer SHA-256", e);
    }
  }

  private static void appendLine(StringBuilder lines, String... fields) {
    lines.append(String.join("\t", fields)).append('\n');
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ThemePack that
        && name.equals(that.name)
        && version == that.version
        && sets.equals(that.sets)
        && themes.equals(that.themes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, version, contentHash);
  }

  @Override
  public String toString() {
    return id();
  }
}
