package io.github.feedback4j.theme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Improves a pack with comments: what its items are worth, which ones to add and to remove, what
 * themes it lacks, and which comments to label next.
 *
 * <pre>{@code
 * ThemeTuner tuner = ThemeTuner.of(pack);
 * ItemReport report = tuner.report(comments);
 * PackSuggestions suggestions = tuner.suggest(comments);
 * ThemePack better = tuner.accept(suggestions.all());
 * }</pre>
 *
 * <p>What it says depends on the pack and the comments alone, not on their order, the machine or the
 * day. Comments may be any text. Time and memory grow in proportion to the comments; beyond the
 * numbers below the newest comments are used, and the results say how many were left out. Of a
 * comment, n-grams read the first 20,000 UTF-16 units.
 *
 * <p>Immutable and safe for use by several threads; does no I/O. The results are records that hold
 * nothing but texts, numbers, times and other records.
 *
 * @since 0.1
 */
public final class ThemeTuner {

  /** The greatest number of comments that {@link #report}, {@link #discover} and so on look at. */
  public static final int MAX_COMMENTS = 200_000;

  /** The greatest number of labelled comments that {@link #suggest} looks at. */
  public static final int MAX_LABELLED = 100_000;

  /** The greatest number of results of {@link #discover} and {@link #labelNext}. */
  public static final int MAX_RESULTS = 1_000;

  /** How many items are suggested for a theme at most, unless said. */
  public static final int DEFAULT_ITEMS_PER_THEME = 60;

  /** How many people must use a word before it may be a new theme, unless said. */
  public static final int DEFAULT_LEAST_PEOPLE = 3;

  private final ThemePack pack;
  private final int itemsPerTheme;
  private final int leastPeople;
  private final DoubleConsumer progress;

  private ThemeTuner(ThemePack pack, int itemsPerTheme, int leastPeople, DoubleConsumer progress) {
    if (itemsPerTheme < 1 || itemsPerTheme > MAX_RESULTS) {
      throw new IllegalArgumentException("itemsPerTheme must be between 1 and %d, but was %d"
          .formatted(MAX_RESULTS, itemsPerTheme));
    }
    if (leastPeople < 2) {
      throw new IllegalArgumentException(
          "leastPeople must be at least 2, but was %d; one person makes no theme"
              .formatted(leastPeople));
    }
    this.pack = pack;
    this.itemsPerTheme = itemsPerTheme;
    this.leastPeople = leastPeople;
    this.progress = progress;
  }

  /** Returns a tuner for a pack. */
  public static ThemeTuner of(ThemePack pack) {
    return new ThemeTuner(pack, DEFAULT_ITEMS_PER_THEME, DEFAULT_LEAST_PEOPLE, done -> {});
  }

  /**
   * Returns a tuner that suggests at most so many new items for each theme.
   *
   * @throws IllegalArgumentException if it is not between 1 and {@value #MAX_RESULTS}
   */
  public ThemeTuner withItemsPerTheme(int itemsPerTheme) {
    return new ThemeTuner(pack, itemsPerTheme, leastPeople, progress);
  }

  /**
   * Returns a tuner for which so many different people make a new or growing theme.
   *
   * @throws IllegalArgumentException if it is less than 2
   */
  public ThemeTuner withLeastPeople(int leastPeople) {
    return new ThemeTuner(pack, itemsPerTheme, leastPeople, progress);
  }

  /**
   * Returns a tuner that tells how far it is.
   *
   * @param progress takes the share of the work that is done, 0 to 1, rising, in the thread that asked
   *     for the work; often, so it should be quick
   */
  public ThemeTuner withProgress(DoubleConsumer progress) {
    return new ThemeTuner(pack, itemsPerTheme, leastPeople, progress);
  }

  /** Returns the pack. */
  public ThemePack pack() {
    return pack;
  }

  /**
   * Returns what each item and each theme of the pack is worth.
   *
   * <p>Comments without labels count as hits, neither as right nor as wrong. A factor that was not
   * ticked is unknown, too.
   */
  public ItemReport report(Collection<LabelledComment> comments) {
    return new ItemReporter(pack, new CommentSet(pack, comments, MAX_COMMENTS), progress).report();
  }

  /**
   * Returns which items to add and to remove, as the labels say.
   *
   * <p>An item to add is one to three words, in any of their forms. Each is the one with the most new
   * correct comments minus new wrong ones after those before it; a factor that was not ticked counts
   * as half a wrong comment. How much evidence is asked for is decided on comments that do not take
   * part, and nothing is suggested if the pack as it is does as well on these. Items are suggested in
   * languages that the pack has items in; for a pack without any, in those of the comments.
   *
   * <p>Accepted additions take no tag away from any comment.
   */
  public PackSuggestions suggest(Collection<LabelledComment> comments) {
    List<LabelledComment> labelled =
        comments.stream().filter(each -> !each.labels().isEmpty()).toList();
    CommentSet set = new CommentSet(pack, labelled, MAX_LABELLED);
    return new SuggestionSearch(pack, set, itemsPerTheme, progress).suggest();
  }

  /**
   * Returns the pack with these suggestions, as the next version.
   *
   * @param accepted some or all of what {@link #suggest} returned for this pack; an item to add that is
   *     there already, or one to remove that is not, changes nothing
   * @throws IllegalArgumentException if one is of a theme that the pack does not have, or the pack
   *     would be larger than it may be
   */
  public ThemePack accept(Collection<ItemSuggestion> accepted) {
    Set<Item> removed = new HashSet<>();
    for (ItemSuggestion each : accepted) {
      if (pack.theme(each.item().theme()) == null) {
        throw new IllegalArgumentException(
            "suggestions must be for themes of %s, but one is for '%s'; ask for suggestions anew"
                .formatted(pack.id(), each.item().theme()));
      }
      if (each.kind() == ItemSuggestion.Kind.REMOVE) {
        removed.add(each.item());
      }
    }
    List<Theme> themes = new ArrayList<>();
    for (Theme theme : pack.themes()) {
      Theme changed = theme.with(
          theme.items().stream().filter(each -> !removed.contains(each)).toList());
      for (ItemSuggestion each : accepted) {
        Item item = each.item();
        if (each.kind() == ItemSuggestion.Kind.ADD && item.theme().equals(theme.id())) {
          changed = changed.phrases(item.language(), item.text());
        }
      }
      themes.add(changed);
    }
    int version = pack.version() == Integer.MAX_VALUE ? pack.version() : pack.version() + 1;
    return ThemePack.of(pack.name(), version, pack.sets(), themes);
  }

  /**
   * Returns the themes that are new to the pack, and those that grow, the clearest first.
   *
   * <p>Words and phrases of recent comments are compared with those of earlier ones by their log-odds
   * with an informative Dirichlet prior (Monroe, Colaresi and Quinn, 2008), counted by people. Those
   * that stand in the same comments make one theme. What people have always said is not new, even if the
   * pack does not know it. Without earlier comments, those in which the pack finds nothing are compared
   * with the others, and nothing is said to grow.
   *
   * @param since from when on comments are recent; those without a time are earlier; with null, all are
   *     recent
   * @param most how many themes at most, 1 to {@value #MAX_RESULTS}
   * @throws IllegalArgumentException if {@code most} is out of bounds
   */
  public Discovery discover(
      Collection<LabelledComment> comments, @Nullable Instant since, int most) {
    requireResults(most);
    CommentSet set = new CommentSet(pack, comments, MAX_COMMENTS);
    return new ThemeSeeker(pack, since, leastPeople, progress).seek(set, most);
  }

  /**
   * Returns the comments that are most worth a person's look, best first, each with the reason.
   *
   * <p>Conflicts, rare themes and comments without a theme take turns. Comments with complete labels,
   * empty answers and repeated texts are left out.
   *
   * @param most how many comments at most, 1 to {@value #MAX_RESULTS}
   * @throws IllegalArgumentException if {@code most} is out of bounds
   */
  public List<NextLabel> labelNext(Collection<LabelledComment> comments, int most) {
    requireResults(most);
    CommentSet set = new CommentSet(pack, comments, MAX_COMMENTS);
    return List.copyOf(new LabelQueue(pack, set, progress).next(most));
  }

  private static void requireResults(int most) {
    if (most < 1 || most > MAX_RESULTS) {
      throw new IllegalArgumentException(
          "most must be between 1 and %d, but was %d".formatted(MAX_RESULTS, most));
    }
  }
}
