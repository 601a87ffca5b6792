package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the n-grams that may be worth an item, by what labels say of the comments that have them. */
final class Candidates {

  // The n-grams are counted by stems, which is quick and nearly what the tagger does; those that
  // look
  // good become items, and the tagger itself says which comments they find.

  /** In so many comments an n-gram must be. */
  private static final int LEAST = 2;

  private static final int MOST_PER_THEME = 1_000;
  private static final int MOST = 20_000;
  private static final int LONGEST_TEXT = 80;

  // Looser than the loosest strictness, for the tagger may find a little more or less.
  private static final double PRICE_OF_WRONG = 0.5;

  private final ThemePack pack;
  private final CommentSet set;
  private final PackHits hits;
  private final List<Item> items = new ArrayList<>();
  private final SortedSet<String> unusedLanguages = new TreeSet<>();
  private boolean isWhole = true;

  Candidates(ThemePack pack, CommentSet set, PackHits hits) {
    this.pack = pack;
    this.set = set;
    this.hits = hits;
    Set<String> spoken = new HashSet<>();
    pack.items().forEach(each -> spoken.add(each.language()));
    SortedMap<String, List<Integer>> byLanguage = new TreeMap<>();
    for (int i = 0; i < set.size(); i++) {
      LabelledComment comment = set.get(i);
      String language = WordRow.of(comment.text()).language(comment.locale());
      byLanguage.computeIfAbsent(language, key -> new ArrayList<>()).add(i);
    }
    byLanguage.forEach((language, comments) -> {
      // A first item in a new language would change in which language other comments are read.
      if (!spoken.isEmpty() && !spoken.contains(language)) {
        unusedLanguages.add(language);
      } else {
        addAll(language, comments);
      }
    });
  }

  /** Returns the items to try, those of fewer words first. */
  List<Item> items() {
    return items;
  }

  SortedSet<String> unusedLanguages() {
    return unusedLanguages;
  }

  boolean isWhole() {
    return isWhole;
  }

  private void addAll(String language, List<Integer> comments) {
    Ngrams ngrams = new Ngrams(language, LEAST);
    comments.forEach(each -> ngrams.add(List.of(WordRow.of(set.get(each).text()))));
    ngrams.count();
    isWhole &= ngrams.isWhole();
    int[][] rows = new int[comments.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = ngrams.of(i);
    }
    List<int[]> chosen = new ArrayList<>();
    BitSet wanted = new BitSet();
    for (int theme = 0; theme < pack.themes().size(); theme++) {
      int[] ofTheme = choose(theme, comments, rows, ngrams);
      chosen.add(ofTheme);
      for (int each : ofTheme) {
        wanted.set(each);
      }
    }
    Map<Integer, String> texts = new NgramTexts(ngrams, wanted, LONGEST_TEXT)
        .read(comments.stream().map(each -> set.get(each).text()).toList());
    for (int theme = 0; theme < chosen.size(); theme++) {
      add(pack.themes().get(theme), language, chosen.get(theme), texts);
    }
  }

  private int[] choose(int theme, List<Integer> comments, int[][] rows, Ngrams ngrams) {
    BitSet found = hits.found.get(theme);
    int[] correct = new int[ngrams.size()];
    double[] bad = new double[ngrams.size()];
    BitSet supported = new BitSet();
    for (int i = 0; i < rows.length; i++) {
      int comment = comments.get(i);
      if (!found.get(comment) && set.state(theme, comment) == CommentSet.YES) {
        for (int each : rows[i]) {
          if (++correct[each] >= LEAST) {
            supported.set(each);
          }
        }
      }
    }
    for (int i = 0; i < rows.length; i++) {
      int comment = comments.get(i);
      int state = set.state(theme, comment);
      if (!found.get(comment) && state != CommentSet.YES) {
        for (int each : rows[i]) {
          bad[each] += state == CommentSet.NO ? 1 : ThemeSearch.PRICE_OF_UNKNOWN;
        }
      }
    }
    int most = Math.max(1, Math.min(MOST_PER_THEME, MOST / pack.themes().size()));
    return supported.stream()
        .boxed()
        .filter(each -> correct[each] > PRICE_OF_WRONG * bad[each])
        .sorted(
            Comparator.comparingDouble((Integer each) -> PRICE_OF_WRONG * bad[each] - correct[each])
                .thenComparingInt(each -> ngrams.length(each))
                .thenComparing(each -> String.join(" ", ngrams.stems(each))))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void add(Theme theme, String language, int[] chosen, Map<Integer, String> texts) {
    Set<String> known = new HashSet<>();
    for (Item each : theme.items()) {
      if (each.isOf(language)) {
        known.add(each.text());
      }
    }
    if (hasItemsForEveryLanguage(theme) && !theme.languages().contains(language)) {
      // A first item in a new language would bring the other ones to it, too.
      return;
    }
    String of = isOfEveryLanguage(theme) ? Item.EVERY_LANGUAGE : language;
    for (int each : chosen) {
      String text = texts.get(each);
      if (text != null && known.add(text)) {
        items.add(new Item(theme.id(), of, Polarity.NEUTRAL, false, text, Rule.parse(text)));
      }
    }
  }

  private static boolean hasItemsForEveryLanguage(Theme theme) {
    return theme.items().stream().anyMatch(each -> each.language().equals(Item.EVERY_LANGUAGE));
  }

  /** With a first item of one language, the others would no longer count for items of every one. */
  private static boolean isOfEveryLanguage(Theme theme) {
    return !theme.items().isEmpty()
        && theme.items().stream().allMatch(each -> each.language().equals(Item.EVERY_LANGUAGE));
  }
}
