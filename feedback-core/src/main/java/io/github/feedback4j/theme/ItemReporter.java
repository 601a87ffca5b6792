package io.github.feedback4j.theme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Counts what the items of a pack find in comments. */
final class ItemReporter {

  private static final int MOST_OVERLAPS = 3;

  /** So many items of one comment are compared with each other. */
  private static final int MOST_PER_COMMENT = 32;

  private static final int MOST_PAIRS = 1_000_000;

  private final ThemePack pack;
  private final CommentSet set;
  private final PackHits hits;
  private final List<List<ItemFigures.Overlap>> overlaps = new ArrayList<>();
  private final int[] alone;

  ItemReporter(ThemePack pack, CommentSet set, DoubleConsumer progress) {
    this.pack = pack;
    this.set = set;
    hits = new PackHits(pack, List.of(), set, progress);
    alone = new int[hits.lines.size()];
    compare();
  }

  ItemReport report() {
    List<ItemFigures> items = new ArrayList<>();
    for (int i = 0; i < hits.lines.size(); i++) {
      items.add(figures(i));
    }
    List<ThemeFigures> themes = new ArrayList<>();
    for (int i = 0; i < pack.themes().size(); i++) {
      themes.add(figures(pack.themes().get(i).id(), i, hits.found.get(i), set));
    }
    return new ItemReport(
        pack.id(),
        set.size(),
        set.labelled(),
        set.leftOut,
        items,
        themes,
        List.copyOf(set.strangers));
  }

  private ItemFigures figures(int line) {
    Item item = hits.lines.get(line);
    int[] comments = hits.comments[line];
    int correct = 0;
    int wrong = 0;
    for (int each : comments) {
      int state = item.hides() ? CommentSet.UNKNOWN : set.state(hits.theme[line], each);
      correct += state == CommentSet.YES ? 1 : 0;
      wrong += state == CommentSet.NO ? 1 : 0;
    }
    Proportion precision = new Proportion(correct, correct + wrong);
    return new ItemFigures(
        item,
        comments.length,
        correct,
        wrong,
        comments.length - correct - wrong,
        alone[line],
        overlaps.get(line),
        newest(comments),
        item.hides() && comments.length > 0
            ? ItemFigures.Verdict.HIDES
            : ItemFigures.Verdict.of(precision, comments.length));
  }

  private @Nullable Instant newest(int[] comments) {
    // The newest comes first.
    return comments.length == 0 ? null : set.get(comments[0]).at();
  }

  static ThemeFigures figures(String id, int theme, BitSet found, CommentSet set) {
    int correct = 0;
    int wrong = 0;
    int missed = 0;
    int unknown = 0;
    for (int i = 0; i < set.size(); i++) {
      int state = set.state(theme, i);
      boolean isFound = found.get(i);
      correct += isFound && state == CommentSet.YES ? 1 : 0;
      wrong += isFound && state == CommentSet.NO ? 1 : 0;
      unknown += isFound && state == CommentSet.UNKNOWN ? 1 : 0;
      missed += !isFound && state == CommentSet.YES ? 1 : 0;
    }
    return new ThemeFigures(id, correct, wrong, missed, unknown);
  }

  /** Finds which items share comments, and which stand alone for their theme. */
  private void compare() {
    int lines = hits.lines.size();
    Numbers[] byComment = new Numbers[set.size()];
    for (int i = 0; i < byComment.length; i++) {
      byComment[i] = new Numbers();
    }
    for (int line = 0; line < lines; line++) {
      if (!hits.lines.get(line).hides()) {
        for (int comment : hits.comments[line]) {
          byComment[comment].add(line);
        }
      }
    }
    LongIndex pairs = new LongIndex(MOST_PAIRS);
    Numbers counts = new Numbers();
    List<Numbers> partners = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      partners.add(new Numbers());
    }
    for (Numbers found : byComment) {
      countAlone(found);
      int some = Math.min(found.size(), MOST_PER_COMMENT);
      for (int i = 0; i < some; i++) {
        for (int k = i + 1; k < some; k++) {
          count(found.get(i), found.get(k), pairs, counts, partners);
        }
      }
    }
    for (int line = 0; line < lines; line++) {
      overlaps.add(most(line, partners.get(line), pairs, counts));
    }
  }

  private void countAlone(Numbers found) {
    // Items are by theme, so those of one theme are neighbours.
    for (int i = 0; i < found.size(); i++) {
      int theme = hits.theme[found.get(i)];
      boolean hasBefore = i > 0 && hits.theme[found.get(i - 1)] == theme;
      boolean hasBehind = i + 1 < found.size() && hits.theme[found.get(i + 1)] == theme;
      alone[found.get(i)] += hasBefore || hasBehind ? 0 : 1;
    }
  }

  private static void count(
      int first, int second, LongIndex pairs, Numbers counts, List<Numbers> partners) {
    int pair = pairs.add((long) first << 32 | second);
    if (pair == LongIndex.NONE) {
      return;
    }
    if (pair == counts.size()) {
      counts.add(0);
      partners.get(first).add(second);
      partners.get(second).add(first);
    }
    counts.increment(pair);
  }

  private List<ItemFigures.Overlap> most(
      int line, Numbers partners, LongIndex pairs, Numbers counts) {
    partners.sortDistinct();
    List<ItemFigures.Overlap> all = new ArrayList<>();
    for (int i = 0; i < partners.size(); i++) {
      int other = partners.get(i);
      long key = (long) Math.min(line, other) << 32 | Math.max(line, other);
      all.add(new ItemFigures.Overlap(hits.lines.get(other), counts.get(pairs.find(key))));
    }
    // The sort is stable, so that equal ones stay in the order of the pack.
    all.sort(Comparator.comparingInt(ItemFigures.Overlap::comments).reversed());
    return all.subList(0, Math.min(MOST_OVERLAPS, all.size()));
  }
}
