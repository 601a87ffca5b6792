package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the n-grams of one language that stand out in recent comments, and those that go together. */
final class TermSearch {

  // People are counted, not comments: who says the same thing ten times is one. A term is new if it
  // stands out in the recent comments without a theme, unless people have always said so, and
  // growing if it does so in all recent ones.
  // Without earlier comments, those without a theme are compared with those that have one.

  /** The quantile of the standard normal distribution that one in twenty is above. */
  private static final double LEAST_Z = 1.645;

  /** So many terms are compared with each other. */
  private static final int MOST_TERMS = 300;

  private static final int LONGEST_TEXT = 80;

  /** Two n-grams with so many people in common, of all who used one of them, are one term. */
  private static final double SAME = 0.5;

  /** Two terms with so many people in common, of those who used the rarer one, go together. */
  private static final double TOGETHER = 0.5;

  /** The prior is worth so many of the words that were compared. */
  private static final double PRIOR = 0.1;

  private final String language;
  private final List<SeenComment> comments;
  private final int leastPeople;
  private final Ngrams ngrams;
  private final int[][] rows;
  private final boolean hasEarlier;

  TermSearch(String language, List<SeenComment> comments, int leastPeople) {
    this.language = language;
    this.comments = comments;
    this.leastPeople = leastPeople;
    ngrams = new Ngrams(language, leastPeople);
    comments.forEach(each -> ngrams.add(List.of(WordRow.of(each.comment().text()))));
    ngrams.count();
    rows = new int[comments.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = ngrams.of(i);
    }
    hasEarlier = comments.stream().anyMatch(each -> !each.isRecent());
  }

  boolean isWhole() {
    return ngrams.isWhole();
  }

  /** An n-gram that stands out. */
  private record Found(int number, NewTheme.Kind kind, int people, int peopleBefore, double z) {}

  List<ThemeGroup> groups() {
    int[] earlier = people(each -> !each.isRecent());
    int[] recent = people(SeenComment::isRecent);
    int[] untagged = people(each -> each.isRecent() && each.isUntagged());
    int[] before = hasEarlier ? earlier : people(each -> !each.isUntagged());
    LogOdds[] ofNew = odds(untagged, before);
    LogOdds[] ofGrowing = odds(recent, earlier);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < ngrams.size(); i++) {
      int length = ngrams.length(i);
      boolean isNew = untagged[i] >= leastPeople && 2 * untagged[i] >= recent[i];
      if (isNew && !isOldNews(recent[i], earlier[i], ofGrowing[length])) {
        double z = ofNew[length].z(untagged[i], before[i]);
        add(found, new Found(i, NewTheme.Kind.NEW, untagged[i], before[i], z));
      } else if (!isNew && hasEarlier && recent[i] >= leastPeople) {
        double z = ofGrowing[length].z(recent[i], earlier[i]);
        add(found, new Found(i, NewTheme.Kind.GROWING, recent[i], earlier[i], z));
      }
    }
    found.sort(Comparator.comparingDouble((Found each) -> -each.z())
        .thenComparing(each -> String.join(" ", ngrams.stems(each.number()))));
    return grouped(found.subList(0, Math.min(MOST_TERMS, found.size())));
  }

  /**
   * Returns whether people have said so before as well, not clearly less often: "thank you" stands out
   * in comments without a theme whenever they were written.
   */
  private static boolean isOldNews(int recent, int earlier, LogOdds ofGrowing) {
    return earlier > 0 && ofGrowing.z(recent, earlier) < LEAST_Z;
  }

  private static void add(List<Found> found, Found each) {
    // Without words in one of both groups there are no odds.
    if (each.z() >= LEAST_Z) {
      found.add(each);
    }
  }

  /** Says which comments count. */
  private interface Wanted {
    boolean test(SeenComment comment);
  }

  /** Returns how many people have each n-gram in the comments that count. */
  private int[] people(Wanted wanted) {
    int[] people = new int[ngrams.size()];
    Map<String, List<Integer>> byPerson = new LinkedHashMap<>();
    for (int i = 0; i < comments.size(); i++) {
      if (wanted.test(comments.get(i))) {
        byPerson
            .computeIfAbsent(comments.get(i).author(), key -> new ArrayList<>(1))
            .add(i);
      }
    }
    int[] last = new int[people.length];
    int person = 0;
    for (List<Integer> each : byPerson.values()) {
      person++;
      for (int comment : each) {
        for (int number : rows[comment]) {
          people[number] += last[number] == person ? 0 : 1;
          last[number] = person;
        }
      }
    }
    return people;
  }

  /** Returns the comparison for the n-grams of each length. */
  private LogOdds[] odds(int[] first, int[] second) {
    double[] inFirst = new double[Ngrams.LONGEST + 1];
    double[] inSecond = new double[Ngrams.LONGEST + 1];
    for (int i = 0; i < first.length; i++) {
      inFirst[ngrams.length(i)] += first[i];
      inSecond[ngrams.length(i)] += second[i];
    }
    LogOdds[] odds = new LogOdds[Ngrams.LONGEST + 1];
    Arrays.setAll(
        odds,
        length -> new LogOdds(
            inFirst[length], inSecond[length], PRIOR * (inFirst[length] + inSecond[length])));
    return odds;
  }

  private List<ThemeGroup> grouped(List<Found> found) {
    BitSet wanted = new BitSet();
    found.forEach(each -> wanted.set(each.number()));
    NgramTexts reader = new NgramTexts(ngrams, wanted, LONGEST_TEXT);
    Map<Integer, BitSet> commentsOf = new HashMap<>();
    for (int i = 0; i < rows.length; i++) {
      boolean isFull = false;
      for (int number : rows[i]) {
        if (wanted.get(number)) {
          commentsOf.computeIfAbsent(number, key -> new BitSet()).set(i);
          isFull |= comments.get(i).isRecent();
        }
      }
      if (isFull) {
        reader.add(i, WordRow.of(comments.get(i).comment().text()));
      }
    }
    Map<Integer, String> texts = reader.result();
    List<ThemeGroup> groups = new ArrayList<>();
    for (Found each : found) {
      String text = texts.get(each.number());
      if (text != null) {
        BitSet of = commentsOf.computeIfAbsent(each.number(), key -> new BitSet());
        ThemeGroup.Part part = new ThemeGroup.Part(
            text,
            new HashSet<>(ngrams.stems(each.number())),
            of,
            authors(of, each.kind()),
            each.people(),
            each.peopleBefore(),
            each.z());
        place(part, each.kind(), groups);
      }
    }
    return groups;
  }

  private void place(ThemeGroup.Part part, NewTheme.Kind kind, List<ThemeGroup> groups) {
    for (ThemeGroup group : groups) {
      if (group.kind() == kind && group.takes(part, SAME, TOGETHER)) {
        return;
      }
    }
    groups.add(new ThemeGroup(language, kind, comments, part));
  }

  private Set<String> authors(BitSet of, NewTheme.Kind kind) {
    Set<String> authors = new HashSet<>();
    for (int i = of.nextSetBit(0); i >= 0; i = of.nextSetBit(i + 1)) {
      SeenComment each = comments.get(i);
      if (each.isRecent() && (kind == NewTheme.Kind.GROWING || each.isUntagged())) {
        authors.add(each.author());
      }
    }
    return authors;
  }
}
