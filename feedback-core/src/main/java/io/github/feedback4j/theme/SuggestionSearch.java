package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/** Finds what labelled comments suggest to change in a pack. */
final class SuggestionSearch {

  private static final int FOLDS = 5;

  /** The share of the work after which candidates are known, and after which they are tried. */
  private static final double KNOWN = 0.2;

  private static final double TRIED = 0.5;

  private static final int MOST_EXAMPLES = 3;
  private static final int LONGEST_EXAMPLE = 300;

  private final ThemePack pack;
  private final CommentSet set;
  private final int mostPerTheme;
  private final DoubleConsumer progress;
  private final List<ThemeSearch> searches = new ArrayList<>();
  private final List<List<Item>> own = new ArrayList<>();
  private final List<List<Item>> added = new ArrayList<>();
  private final int[] folds;

  /**
   * Prepares a search.
   *
   * @param set labelled comments only
   */
  SuggestionSearch(ThemePack pack, CommentSet set, int mostPerTheme, DoubleConsumer progress) {
    this.pack = pack;
    this.set = set;
    this.mostPerTheme = mostPerTheme;
    this.progress = progress;
    folds = new int[set.size()];
    for (int i = 0; i < folds.length; i++) {
      folds[i] = fold(set.get(i).text());
    }
  }

  PackSuggestions suggest() {
    PackHits before = new PackHits(pack, List.of(), set, done -> progress.accept(KNOWN * done));
    Candidates candidates = new Candidates(pack, set, before);
    List<Item> items = compilable(candidates.items());
    PackHits hits =
        new PackHits(pack, items, set, done -> progress.accept(KNOWN + (TRIED - KNOWN) * done));
    for (int theme = 0; theme < pack.themes().size(); theme++) {
      prepare(theme, hits);
    }
    List<ThemeFigures> now = new ArrayList<>();
    for (int theme = 0; theme < pack.themes().size(); theme++) {
      now.add(ItemReporter.figures(id(theme), theme, hits.found.get(theme), set));
    }
    List<ThemeFigures> expected = now;
    Strictness best = null;
    for (int i = 0; i < Strictness.ALL.size(); i++) {
      Strictness each = Strictness.ALL.get(i);
      List<ThemeFigures> tried = tryOnOthers(each, i);
      if (ItemReport.macroF1(tried) > ItemReport.macroF1(expected)) {
        best = each;
        expected = tried;
      }
    }
    List<ItemSuggestion> removals = new ArrayList<>();
    List<ItemSuggestion> additions = new ArrayList<>();
    for (int theme = 0; best != null && theme < pack.themes().size(); theme++) {
      suggest(theme, best, removals, additions);
    }
    progress.accept(1);
    return new PackSuggestions(
        pack.id(),
        set.size(),
        set.leftOut,
        removals,
        additions,
        now,
        expected,
        List.copyOf(set.strangers),
        List.copyOf(candidates.unusedLanguages()),
        candidates.isWhole());
  }

  private String id(int theme) {
    return pack.themes().get(theme).id();
  }

  /** Equal texts are in one fold, or one would give away the other's labels. */
  private static int fold(String text) {
    int mixed = text.hashCode() * 0x9E3779B9;
    return Math.floorMod(mixed ^ mixed >>> 15, FOLDS);
  }

  /** Returns the items that the tagger takes. */
  private List<Item> compilable(List<Item> items) {
    try {
      new ItemProbe(pack, items, items);
      return items;
    } catch (IllegalArgumentException e) {
      // Rare enough to try each by itself.
      return items.stream().filter(this::isCompilable).toList();
    }
  }

  private boolean isCompilable(Item item) {
    try {
      new ItemProbe(pack, List.of(item), List.of(item));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void prepare(int theme, PackHits hits) {
    List<Item> ownItems = new ArrayList<>();
    List<int[]> ownComments = new ArrayList<>();
    List<Item> newItems = new ArrayList<>();
    List<int[]> newComments = new ArrayList<>();
    BitSet foundBelow = new BitSet();
    Set<List<Integer>> known = new HashSet<>();
    Set<Item> ofPack = new HashSet<>(pack.themes().get(theme).items());
    ThemeRows rows = new ThemeRows(pack);
    for (int line = 0; line < hits.lines.size(); line++) {
      Item item = hits.lines.get(line);
      int[] comments = hits.comments[line];
      if (hits.theme[line] != theme) {
        boolean isBelow = contains(rows.withAncestors(hits.theme[line]), theme);
        if (isBelow && line < hits.own && !item.hides()) {
          for (int each : comments) {
            foundBelow.set(each);
          }
        }
      } else if (line < hits.own) {
        if (!item.hides()) {
          ownItems.add(item);
          ownComments.add(comments);
        }
      } else if (!ofPack.contains(item) && known.add(asList(comments))) {
        // Of those that find the same comments the simplest one is kept.
        newItems.add(item);
        newComments.add(comments);
      }
    }
    own.add(ownItems);
    added.add(newItems);
    searches.add(new ThemeSearch(
        set.states(theme),
        folds,
        foundBelow,
        ownComments.toArray(new int[0][]),
        newComments.toArray(new int[0][])));
  }

  private static boolean contains(int[] numbers, int wanted) {
    for (int each : numbers) {
      if (each == wanted) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> asList(int[] numbers) {
    List<Integer> list = new ArrayList<>(numbers.length);
    for (int each : numbers) {
      list.add(each);
    }
    return list;
  }

  /** Returns how well the suggestions from four folds find the themes in the fifth, five times. */
  private List<ThemeFigures> tryOnOthers(Strictness strictness, int number) {
    List<ThemeFigures> figures = new ArrayList<>();
    for (int theme = 0; theme < searches.size(); theme++) {
      BitSet found = new BitSet();
      for (int fold = 0; fold < FOLDS; fold++) {
        BitSet ofFold = searches.get(theme).choose(strictness, fold, mostPerTheme).found;
        for (int i = ofFold.nextSetBit(0); i >= 0; i = ofFold.nextSetBit(i + 1)) {
          if (folds[i] == fold) {
            found.set(i);
          }
        }
      }
      figures.add(ItemReporter.figures(id(theme), theme, found, set));
      double done = (number + (theme + 1.0) / searches.size()) / Strictness.ALL.size();
      progress.accept(TRIED + (1 - TRIED) * done);
    }
    return figures;
  }

  private void suggest(
      int theme,
      Strictness strictness,
      List<ItemSuggestion> removals,
      List<ItemSuggestion> additions) {
    ThemeSearch.Choice choice =
        searches.get(theme).choose(strictness, ThemeSearch.ALL_FOLDS, mostPerTheme);
    List<Item> removed = new ArrayList<>();
    for (int i = 0; i < choice.removed.size(); i++) {
      removed.add(own.get(theme).get(choice.removed.get(i)));
    }
    if (keepsLanguages(pack.themes().get(theme), removed)) {
      for (int i = 0; i < removed.size(); i++) {
        removals.add(suggestion(
            ItemSuggestion.Kind.REMOVE, theme, removed.get(i), choice.removedComments.get(i)));
      }
    }
    for (int i = 0; i < choice.added.size(); i++) {
      Item item = added.get(theme).get(choice.added.get(i));
      additions.add(suggestion(ItemSuggestion.Kind.ADD, theme, item, choice.addedComments.get(i)));
    }
  }

  /** Items for every language are read in the languages of the others, so none of these may go. */
  private static boolean keepsLanguages(Theme theme, List<Item> removed) {
    Set<String> before = new TreeSet<>();
    Set<String> after = new TreeSet<>();
    for (Item each : theme.items()) {
      before.add(each.language());
      if (!removed.contains(each)) {
        after.add(each.language());
      }
    }
    return !before.contains(Item.EVERY_LANGUAGE) || before.equals(after);
  }

  private ItemSuggestion suggestion(
      ItemSuggestion.Kind kind, int theme, Item item, int[] comments) {
    int correct = 0;
    int wrong = 0;
    for (int each : comments) {
      correct += set.state(theme, each) == CommentSet.YES ? 1 : 0;
      wrong += set.state(theme, each) == CommentSet.NO ? 1 : 0;
    }
    return new ItemSuggestion(
        kind,
        item,
        correct,
        wrong,
        comments.length - correct - wrong,
        examples(theme, comments, kind == ItemSuggestion.Kind.ADD));
  }

  private List<String> examples(int theme, int[] comments, boolean rightFirst) {
    int[] order = rightFirst
        ? new int[] {CommentSet.YES, CommentSet.NO, CommentSet.UNKNOWN}
        : new int[] {CommentSet.NO, CommentSet.YES, CommentSet.UNKNOWN};
    List<String> examples = new ArrayList<>();
    for (int state : order) {
      for (int each : comments) {
        if (examples.size() < MOST_EXAMPLES && set.state(theme, each) == state) {
          examples.add(cut(set.get(each).text()));
        }
      }
    }
    return examples;
  }

  /** Returns the beginning of a text, without half of a character at its end. */
  static String cut(String text) {
    if (text.length() <= LONGEST_EXAMPLE) {
      return text;
    }
    int end = LONGEST_EXAMPLE;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
