package io.github.feedback4j.theme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ways along names that lead back to where they began. */
final class Circles {

  private Circles() {}

  /** Returns a shortest way from a name back to it, with it at both ends, or nothing. */
  static List<String> from(String start, Function<String, ? extends Collection<String>> next) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String at = open.remove();
      for (String each : next.apply(at)) {
        if (each.equals(start)) {
          return way(start, at, cameFrom);
        }
        if (cameFrom.putIfAbsent(each, at) == null) {
          open.add(each);
        }
      }
    }
    return List.of();
  }

  private static List<String> way(String start, String end, Map<String, String> cameFrom) {
    List<String> way = new ArrayList<>(List.of(start));
    for (@Nullable String at = end; at != null && !at.equals(start); at = cameFrom.get(at)) {
      way.add(0, at);
    }
    way.add(0, start);
    return way;
  }
}
