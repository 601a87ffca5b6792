package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Where the items of a pack, and perhaps more items, find something in a set of comments. */
final class PackHits {

  /** The items as their themes have them, then the other ones. */
  final List<Item> lines;

  /** How many lines are of the pack. */
  final int own;

  /** The number of the theme of each line. */
  final int[] theme;

  /** The comments of each line, in ascending order. */
  final int[][] comments;

  /** The comments of each theme, also by the items of the themes below it. */
  final List<BitSet> found = new ArrayList<>();

  PackHits(ThemePack pack, List<Item> more, CommentSet set, DoubleConsumer progress) {
    ThemeRows rows = new ThemeRows(pack);
    List<Item> all = new ArrayList<>();
    pack.themes().forEach(each -> all.addAll(each.items()));
    own = all.size();
    all.addAll(more);
    lines = List.copyOf(all);
    theme = lines.stream().mapToInt(each -> rows.number(each.theme())).toArray();
    for (int i = 0; i < rows.size(); i++) {
      found.add(new BitSet());
    }
    Numbers[] lists = new Numbers[lines.size()];
    for (int i = 0; i < lists.length; i++) {
      lists[i] = new Numbers();
    }
    ItemProbe probe = new ItemProbe(pack, lines, more);
    for (int i = 0; i < set.size(); i++) {
      LabelledComment comment = set.get(i);
      for (int line : probe.of(comment.text(), comment.locale())) {
        lists[line].add(i);
        if (line < own && !lines.get(line).hides()) {
          for (int each : rows.withAncestors(theme[line])) {
            found.get(each).set(i);
          }
        }
      }
      progress.accept((i + 1.0) / set.size());
    }
    comments = new int[lists.length][];
    for (int i = 0; i < lists.length; i++) {
      comments[i] = lists[i].toArray();
    }
  }
}
