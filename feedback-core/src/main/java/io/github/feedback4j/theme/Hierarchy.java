package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which theme stands below which. */
final class Hierarchy {

  /** Themes on top of each other: a theme, its parent, and the parent of that one. */
  static final int MAX_LEVELS = 3;

  private final Map<String, @Nullable String> parents = new LinkedHashMap<>();

  Hierarchy(Collection<Theme> themes) {
    themes.forEach(each -> parents.put(each.id(), each.parent()));
  }

  /** Returns the themes above one, nearest first. */
  List<String> ancestors(String theme) {
    List<String> ancestors = new ArrayList<>();
    String above = parents.get(theme);
    // Bounded, for problems() asks before it is known whether there is a circle.
    while (above != null && ancestors.size() < MAX_LEVELS) {
      ancestors.add(above);
      above = parents.get(above);
    }
    return ancestors;
  }

  /** Returns what is wrong with the parent of a theme, by theme. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    parents.forEach((theme, parent) -> {
      if (parent == null) {
        return;
      }
      List<String> circle = Circles.from(theme, this::parent);
      if (!parents.containsKey(parent)) {
        problems.put(
            theme,
            "unknown parent '%s'; %s".formatted(parent, Suggestion.of(parent, others(theme))));
      } else if (!circle.isEmpty()) {
        problems.put(theme, "it is its own parent: " + String.join(" > ", circle));
      } else if (Set.copyOf(ancestors(theme)).size() >= MAX_LEVELS) {
        problems.put(
            theme,
            "parent '%s' is on the lowest of %d levels; put it below another theme"
                .formatted(parent, MAX_LEVELS));
      }
    });
    return problems;
  }

  private List<String> parent(String theme) {
    String parent = parents.get(theme);
    return parent == null ? List.of() : List.of(parent);
  }

  private List<String> others(String theme) {
    List<String> others = new ArrayList<>(parents.keySet());
    others.remove(theme);
    return others;
  }
}
