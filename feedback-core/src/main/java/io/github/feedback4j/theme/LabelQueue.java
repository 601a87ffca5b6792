package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/** Says which comments to label next. */
final class LabelQueue {

  // Three queues: conflicts, rare themes, and comments without a theme; they take turns, so that
  // who
  // labels a few gets some of each.

  /** A theme with fewer labelled comments is rare. */
  private static final int ENOUGH = 30;

  /** What a word is worth after each comment that has it. */
  private static final double USED = 0.5;

  private final ThemePack pack;
  private final CommentSet set;
  private final PackHits hits;
  private final Numbers[] linesOf;
  private final boolean[] isWeak;
  private final int[] labelled;

  LabelQueue(ThemePack pack, CommentSet set, DoubleConsumer progress) {
    this.pack = pack;
    this.set = set;
    hits = new PackHits(pack, List.of(), set, progress);
    linesOf = new Numbers[set.size()];
    Arrays.setAll(linesOf, each -> new Numbers());
    isWeak = new boolean[hits.lines.size()];
    for (int line = 0; line < isWeak.length; line++) {
      int correct = 0;
      int wrong = 0;
      for (int comment : hits.comments[line]) {
        int state = set.state(hits.theme[line], comment);
        correct += state == CommentSet.YES ? 1 : 0;
        wrong += state == CommentSet.NO ? 1 : 0;
        if (!hits.lines.get(line).hides()) {
          linesOf[comment].add(line);
        }
      }
      isWeak[line] = wrong > correct;
    }
    labelled = new int[pack.themes().size()];
    for (int theme = 0; theme < labelled.length; theme++) {
      for (int i = 0; i < set.size(); i++) {
        labelled[theme] += set.state(theme, i) == CommentSet.YES ? 1 : 0;
      }
    }
  }

  List<NextLabel> next(int most) {
    List<NextLabel> conflicts = new ArrayList<>();
    List<Integer> rare = new ArrayList<>();
    List<Integer> untagged = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (int i = 0; i < set.size(); i++) {
      LabelledComment comment = set.get(i);
      if (comment.labels().isComplete()
          || ThemeTagger.isEmptyAnswer(comment.text())
          || !known.add(FoldedText.of(comment.text()).spelling())) {
        continue;
      }
      NextLabel conflict = conflict(i);
      if (conflict.reason() != NextLabel.Reason.UNTAGGED) {
        conflicts.add(conflict);
      } else if (linesOf[i].size() == 0) {
        untagged.add(i);
      } else if (rarest(i) < ENOUGH) {
        rare.add(i);
      }
    }
    // The sorts are stable, so that among equals the newest stay first.
    conflicts.sort(Comparator.comparing(NextLabel::reason));
    List<NextLabel> rareFirst = rare.stream()
        .sorted(Comparator.comparingInt(this::rarest))
        .map(this::rareTheme)
        .toList();
    return turns(List.of(conflicts, rareFirst, telling(untagged, most)), most);
  }

  private static List<NextLabel> turns(List<List<NextLabel>> queues, int most) {
    List<NextLabel> all = new ArrayList<>();
    int longest = queues.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<NextLabel> each : queues) {
        if (i < each.size() && all.size() < most) {
          all.add(each.get(i));
        }
      }
    }
    return all;
  }

  /** Returns what is in conflict in a comment, or that it is untagged if nothing is. */
  private NextLabel conflict(int comment) {
    LabelledComment of = set.get(comment);
    Set<String> absent = new TreeSet<>();
    Set<String> missed = new TreeSet<>();
    for (int theme = 0; theme < labelled.length; theme++) {
      boolean isFound = hits.found.get(theme).get(comment);
      int state = set.state(theme, comment);
      if (isFound && state == CommentSet.NO) {
        absent.add(id(theme));
      }
      if (!isFound && state == CommentSet.YES) {
        missed.add(id(theme));
      }
    }
    if (!absent.isEmpty()) {
      return next(of, NextLabel.Reason.FOUND_BUT_ABSENT, absent, items(comment, absent));
    }
    if (!missed.isEmpty()) {
      return next(of, NextLabel.Reason.TICKED_BUT_NOT_FOUND, missed, List.of());
    }
    Set<String> mixed = mixed(comment);
    if (!mixed.isEmpty()) {
      return next(of, NextLabel.Reason.PRAISE_AND_BLAME, mixed, items(comment, mixed));
    }
    Set<String> weak = weak(comment);
    if (!weak.isEmpty()) {
      return next(of, NextLabel.Reason.WEAK_ITEM, weak, items(comment, weak));
    }
    return next(of, NextLabel.Reason.UNTAGGED, Set.of(), List.of());
  }

  private static NextLabel next(
      LabelledComment comment, NextLabel.Reason reason, Set<String> themes, List<String> items) {
    return new NextLabel(comment, reason, List.copyOf(new TreeSet<>(themes)), items);
  }

  private String id(int theme) {
    return pack.themes().get(theme).id();
  }

  private Set<String> mixed(int comment) {
    Set<String> good = ofPolarity(comment, Polarity.POSITIVE);
    good.retainAll(ofPolarity(comment, Polarity.NEGATIVE));
    return good;
  }

  private Set<String> ofPolarity(int comment, Polarity polarity) {
    Set<String> themes = new HashSet<>();
    for (int i = 0; i < linesOf[comment].size(); i++) {
      Item item = hits.lines.get(linesOf[comment].get(i));
      if (item.polarity() == polarity) {
        themes.add(item.theme());
      }
    }
    return themes;
  }

  private Set<String> weak(int comment) {
    Set<String> weak = new HashSet<>();
    Set<String> sound = new HashSet<>();
    for (int i = 0; i < linesOf[comment].size(); i++) {
      int line = linesOf[comment].get(i);
      (isWeak[line] ? weak : sound).add(hits.lines.get(line).theme());
    }
    weak.removeAll(sound);
    return weak;
  }

  private List<String> items(int comment, Set<String> themes) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < linesOf[comment].size(); i++) {
      Item item = hits.lines.get(linesOf[comment].get(i));
      if (themes.contains(item.theme())) {
        items.add(item.text());
      }
    }
    return items;
  }

  private int rarest(int comment) {
    int rarest = Integer.MAX_VALUE;
    for (int i = 0; i < linesOf[comment].size(); i++) {
      rarest = Math.min(rarest, labelled[hits.theme[linesOf[comment].get(i)]]);
    }
    return rarest;
  }

  private NextLabel rareTheme(int comment) {
    int rarest = rarest(comment);
    Set<String> themes = new TreeSet<>();
    for (int i = 0; i < linesOf[comment].size(); i++) {
      int theme = hits.theme[linesOf[comment].get(i)];
      if (labelled[theme] == rarest) {
        themes.add(id(theme));
      }
    }
    return next(set.get(comment), NextLabel.Reason.RARE_THEME, themes, List.of());
  }

  /** A comment and what it was worth when it was last looked at. */
  private record Worth(int comment, double value) {}

  /**
   * Returns comments without a theme: first those whose words many others have, and then those that
   * say something else.
   */
  private List<NextLabel> telling(List<Integer> untagged, int most) {
    Ngrams ngrams = new Ngrams("", 2);
    untagged.forEach(each -> ngrams.add(List.of(WordRow.of(set.get(each).text()))));
    ngrams.count();
    double[] weight = new double[ngrams.size()];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = ngrams.length(i) == 1 ? Math.log1p(ngrams.frequency(i)) : 0;
    }
    // What a comment is worth only falls, so an old figure is never too low (Minoux, 1978).
    PriorityQueue<Worth> queue = new PriorityQueue<>(
        Comparator.comparingDouble((Worth each) -> -each.value()).thenComparingInt(Worth::comment));
    for (int i = 0; i < untagged.size(); i++) {
      queue.add(new Worth(i, worth(ngrams.of(i), weight)));
    }
    List<NextLabel> chosen = new ArrayList<>();
    while (chosen.size() < most && !queue.isEmpty()) {
      Worth best = queue.remove();
      int[] row = ngrams.of(best.comment());
      double value = worth(row, weight);
      if (value < best.value()) {
        queue.add(new Worth(best.comment(), value));
        continue;
      }
      for (int each : row) {
        weight[each] *= USED;
      }
      LabelledComment comment = set.get(untagged.get(best.comment()));
      chosen.add(next(comment, NextLabel.Reason.UNTAGGED, Set.of(), List.of()));
    }
    return chosen;
  }

  /** Long comments have more words, but are also more to read. */
  private static double worth(int[] row, double[] weight) {
    double sum = 0;
    int words = 0;
    for (int each : row) {
      sum += weight[each];
      words += weight[each] > 0 ? 1 : 0;
    }
    return sum / Math.sqrt(words + 3);
  }
}
