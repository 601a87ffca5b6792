package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects literals while items are compiled: the same words stand once, whoever looks for them. */
final class Literals {

  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<int[][]> parts = new ArrayList<>();
  private final List<Long> languages = new ArrayList<>();
  private final List<Integer> roles = new ArrayList<>();
  private final List<List<Integer>> direct = new ArrayList<>();
  private final List<List<Integer>> trees = new ArrayList<>();
  private final Set<Integer> inTrees = new HashSet<>();

  private record Key(long languages, List<List<Integer>> parts) {}

  /** Returns the number of a literal, the same for the same words in the same languages. */
  int add(long ofLanguages, List<Part> words) {
    List<List<Integer>> listed = words.stream().map(Part::terms).toList();
    return numbers.computeIfAbsent(new Key(ofLanguages, listed), key -> {
      parts.add(flat(listed));
      languages.add(ofLanguages);
      roles.add(0);
      direct.add(new ArrayList<>());
      trees.add(new ArrayList<>());
      return parts.size() - 1;
    });
  }

  /** Lets a place of the literal be a place of the branch. */
  void give(int literal, int branch) {
    addOnce(direct.get(literal), branch);
  }

  /** Lets a place of the literal wake up the branch. */
  void wake(int literal, int branch) {
    addOnce(trees.get(literal), branch);
  }

  /** Has the places of the literal kept, since a tree looks for them. */
  void keep(int literal) {
    inTrees.add(literal);
  }

  private static void addOnce(List<Integer> list, int branch) {
    // Branches come in their order, so one that is there is the last one.
    if (list.isEmpty() || list.get(list.size() - 1) != branch) {
      list.add(branch);
    }
  }

  /** Adds what the literal does to polarity and negation, as {@link Role} bits. */
  void play(int literal, int role) {
    roles.set(literal, roles.get(literal) | role);
  }

  int[][][] parts() {
    return parts.toArray(int[][][]::new);
  }

  long[] languages() {
    return languages.stream().mapToLong(Long::longValue).toArray();
  }

  int[] roles() {
    return roles.stream().mapToInt(Integer::intValue).toArray();
  }

  int[][] direct() {
    return flat(direct);
  }

  int[][] trees() {
    return flat(trees);
  }

  boolean[] inTrees() {
    boolean[] kept = new boolean[parts.size()];
    inTrees.forEach(each -> kept[each] = true);
    return kept;
  }

  private static int[][] flat(List<List<Integer>> lists) {
    return lists.stream()
        .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
