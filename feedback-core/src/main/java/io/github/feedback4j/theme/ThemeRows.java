package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The themes of a pack by number, in the order of the pack, and which ones stand above which. */
final class ThemeRows {

  private final List<Theme> themes;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[][] withAncestors;

  ThemeRows(ThemePack pack) {
    themes = pack.themes();
    for (int i = 0; i < themes.size(); i++) {
      numbers.put(themes.get(i).id(), i);
    }
    withAncestors = new int[themes.size()][];
    for (int i = 0; i < themes.size(); i++) {
      List<Integer> rows = new ArrayList<>(List.of(i));
      pack.ancestors(themes.get(i).id()).forEach(each -> rows.add(number(each)));
      withAncestors[i] = rows.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  int size() {
    return themes.size();
  }

  Theme get(int number) {
    return themes.get(number);
  }

  /** Returns the number of a theme, or -1 if the pack does not have it. */
  int number(String id) {
    return numbers.getOrDefault(id, -1);
  }

  /** Returns a theme and those above it. */
  int[] withAncestors(int number) {
    return withAncestors[number];
  }
}
