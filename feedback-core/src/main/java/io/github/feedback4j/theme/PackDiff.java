package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two packs: themes, items and sets, whatever comments they find.
 *
 * <p>Items are compared as they were given, by theme, language and text. An item that is in both
 * packs with another polarity is changed, neither added nor removed; items of added and removed
 * themes are listed, too. All lists are ordered by theme, then by language and text.
 *
 * @param addedThemes the ids of the themes that only the newer pack has
 * @param removedThemes the ids of the themes that only the older pack has
 * @param changedThemes the ids of the themes with another title or another parent
 * @param addedItems the items that only the newer pack has
 * @param removedItems the items that only the older pack has
 * @param changedItems the items that say something else about their theme
 * @param changedSets the names of the sets that are added, removed or have other entries
 * @since 0.1
 */
public record PackDiff(
    List<String> addedThemes,
    List<String> removedThemes,
    List<String> changedThemes,
    List<Item> addedItems,
    List<Item> removedItems,
    List<Change> changedItems,
    List<String> changedSets) {

  /**
   * An item that says something else about its theme.
   *
   * @param before the item of the older pack
   * @param after the same item of the newer pack
   * @since 0.1
   */
  public record Change(Item before, Item after) {}

  /** What makes two items the same line of a theme. */
  private record Line(String theme, String language, boolean hides, String text)
      implements Comparable<Line> {

    @Override
    public int compareTo(Line other) {
      int byTheme = theme.compareTo(other.theme);
      int byLanguage = byTheme != 0 ? byTheme : language.compareTo(other.language);
      int byKind = byLanguage != 0 ? byLanguage : Boolean.compare(hides, other.hides);
      return byKind != 0 ? byKind : text.compareTo(other.text);
    }
  }

  /** Copies the lists. */
  public PackDiff {
    addedThemes = List.copyOf(addedThemes);
    removedThemes = List.copyOf(removedThemes);
    changedThemes = List.copyOf(changedThemes);
    addedItems = List.copyOf(addedItems);
    removedItems = List.copyOf(removedItems);
    changedItems = List.copyOf(changedItems);
    changedSets = List.copyOf(changedSets);
  }

  /** Returns what somebody who has the older pack gets new, loses and finds changed. */
  public static PackDiff between(ThemePack older, ThemePack newer) {
    SortedMap<Line, Item> before = lines(older);
    SortedMap<Line, Item> after = lines(newer);
    List<Change> changed = new ArrayList<>();
    before.forEach((line, item) -> {
      Item now = after.get(line);
      if (now != null && now.polarity() != item.polarity()) {
        changed.add(new Change(item, now));
      }
    });
    return new PackDiff(
        missing(ids(newer), ids(older)),
        missing(ids(older), ids(newer)),
        changedThemes(older, newer),
        without(after, before),
        without(before, after),
        changed,
        changedSets(older.sets(), newer.sets()));
  }

  /** Returns whether both packs have the same content, whatever their versions. */
  public boolean isEmpty() {
    return addedThemes.isEmpty()
        && removedThemes.isEmpty()
        && changedThemes.isEmpty()
        && addedItems.isEmpty()
        && removedItems.isEmpty()
        && changedItems.isEmpty()
        && changedSets.isEmpty();
  }

  private static SortedMap<Line, Item> lines(ThemePack pack) {
    SortedMap<Line, Item> lines = new TreeMap<>();
    for (Theme theme : pack.themes()) {
      for (Item each : theme.items()) {
        Line line = new Line(each.theme(), each.language(), each.hides(), each.text());
        // Of a neutral and a polar one the polar one counts.
        lines.merge(line, each, (a, b) -> a.polarity() == Polarity.NEUTRAL ? b : a);
      }
    }
    return lines;
  }

  private static List<Item> without(SortedMap<Line, Item> lines, SortedMap<Line, Item> others) {
    List<Item> items = new ArrayList<>();
    lines.forEach((line, item) -> {
      if (!others.containsKey(line)) {
        items.add(item);
      }
    });
    return items;
  }

  private static SortedSet<String> ids(ThemePack pack) {
    SortedSet<String> ids = new TreeSet<>();
    pack.themes().forEach(each -> ids.add(each.id()));
    return ids;
  }

  private static List<String> missing(SortedSet<String> names, SortedSet<String> others) {
    return names.stream().filter(each -> !others.contains(each)).toList();
  }

  private static List<String> changedThemes(ThemePack older, ThemePack newer) {
    List<String> changed = new ArrayList<>();
    for (String id : ids(older)) {
      @Nullable Theme before = older.theme(id);
      @Nullable Theme after = newer.theme(id);
      if (before != null
          && after != null
          && !(before.titles().equals(after.titles())
              && Objects.equals(before.parent(), after.parent()))) {
        changed.add(id);
      }
    }
    return changed;
  }

  private static List<String> changedSets(
      Map<String, List<String>> older, Map<String, List<String>> newer) {
    SortedSet<String> names = new TreeSet<>(older.keySet());
    names.addAll(newer.keySet());
    return names.stream()
        .filter(each -> !Objects.equals(older.get(each), newer.get(each)))
        .toList();
  }
}
