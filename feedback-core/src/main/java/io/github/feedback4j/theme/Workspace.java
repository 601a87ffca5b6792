package io.github.feedback4j.theme;

import java.util.Arrays;

/**
 * Room in which one thread tags one text: every step from the words to the chosen places.
 *
 * <p>It is used again, so that tagging makes no garbage beside its result. It keeps no text.
 */
final class Workspace {

  // Order of the steps: words, language, literals, clauses and negations, what hiding items cover,
  // trees, and then the choice among overlapping places of one theme: see ThemeTagger.phrases.
  // Items that judge count as judgements for the other mentions of their clause.

  /** So many small words of one language, and none of the other, leave no doubt. */
  private static final int ENOUGH_VOTES = 4;

  /** So many small words of another language than the declared one show that both are written. */
  private static final int MOST_ACROSS = 3;

  final Program program;
  final Matches matches;
  final Clauses clauses;
  final Hidden hidden = new Hidden();
  final Places places;

  /** The chosen places: those of items that judge by themselves, then the others. */
  int chosen;

  int[] branch = new int[16];
  int[] from = new int[16];
  int[] to = new int[16];

  // What the items at a place say of it, by themselves: both bits if they disagree.
  private byte[] own = new byte[16];
  private int[] ownNegation = new int[16];

  private static final byte GOOD = 1;
  private static final byte BAD = 2;

  /** Said by the longer place that took it in. */
  private static final byte TAKEN_IN = -1;

  private long[] sorted = new long[32];

  // What negates a candidate of a tree, by its number less that of the first one.
  private int[] treeNegation = new int[16];
  private int firstOfTrees;

  // By theme: its chosen places that judge, as a list by start, and the last one that does not.
  private final int[] judging;
  private final int[] lastJudging;
  private final int[] judgingRound;
  private final int[] lastNeutral;
  private final int[] neutralRound;
  private int[] next = new int[16];
  private int round;

  private final int english;
  private final int french;

  // What the last call of judge() found.
  int score;
  int negation;

  Workspace(Program program) {
    this.program = program;
    matches = new Matches(program);
    clauses = new Clauses(matches);
    places = new Places(matches, clauses, hidden);
    int themes = program.themes.size();
    judging = new int[themes];
    lastJudging = new int[themes];
    judgingRound = new int[themes];
    lastNeutral = new int[themes];
    neutralRound = new int[themes];
    english = program.languages.indexOf("en");
    french = program.languages.indexOf("fr");
  }

  /**
   * Finds and chooses the places of a text.
   *
   * @param declared the place of the language that the text is said to be in, or -1
   */
  void tag(String text, int declared) {
    chosen = 0;
    matches.read(text, declared >= 0 && declared == english);
    matches.find(languages(declared));
    if (matches.candidates == 0 && matches.woken == 0) {
      return;
    }
    clauses.divide();
    hide();
    growTrees();
    choose();
    if (chosen > 0) {
      listen();
    }
  }

  /** Returns the bits of the languages to look for. */
  private long languages(int declared) {
    long all = -1L;
    int englishVotes = matches.tokens.englishVotes;
    int frenchVotes = matches.tokens.frenchVotes;
    if (declared >= 0) {
      // Who writes in two languages tells by the small words of the other one.
      long only = 1L << declared;
      if (declared == french && english >= 0 && englishVotes >= MOST_ACROSS) {
        return only | 1L << english;
      }
      if (declared == english && french >= 0 && frenchVotes >= MOST_ACROSS) {
        return only | 1L << french;
      }
      return only;
    }
    if (english >= 0 && french >= 0) {
      if (englishVotes >= ENOUGH_VOTES && frenchVotes == 0) {
        return all & ~(1L << french);
      }
      if (frenchVotes >= ENOUGH_VOTES && englishVotes == 0) {
        return all & ~(1L << english);
      }
    }
    return all;
  }

  private void hide() {
    hidden.clear();
    for (int i = 0; i < matches.candidates; i++) {
      Branch found = branchOf(matches.candidateBranch[i]);
      if (found.hides()) {
        hidden.add(found.theme(), matches.candidateFrom[i], matches.candidateTo[i]);
      }
    }
    for (int i = 0; i < matches.woken && !matches.isSpent(); i++) {
      Branch woken = branchOf(matches.wokenBranch[i]);
      if (woken.hides() && woken.tree() != null) {
        // They see all words: what hides is not hidden.
        int count = places.find(woken.tree(), Hidden.NO_THEME);
        for (int k = 0; k < count; k++) {
          long place = places.stack[k];
          hidden.add(woken.theme(), Places.from(place), Places.to(place));
        }
      }
    }
    hidden.join();
  }

  private void growTrees() {
    firstOfTrees = matches.candidates;
    // In the order of the items, whatever woke them.
    Arrays.sort(matches.wokenBranch, 0, matches.woken);
    for (int i = 0; i < matches.woken && !matches.isSpent(); i++) {
      int number = matches.wokenBranch[i];
      Branch woken = branchOf(number);
      if (!woken.hides() && woken.tree() != null) {
        int count = places.find(woken.tree(), woken.theme());
        for (int k = 0; k < count; k++) {
          addOfTree(number, woken, woken.tree(), places.stack[k]);
        }
      }
    }
  }

  private void addOfTree(int number, Branch branch, Node tree, long place) {
    int first = Places.from(place);
    int end = Places.to(place);
    int at = matches.candidates - firstOfTrees;
    matches.addCandidate(number, first, end);
    if (matches.candidates - firstOfTrees == at) {
      return;
    }
    if (at == treeNegation.length) {
      treeNegation = Arrays.copyOf(treeNegation, 2 * at);
    }
    treeNegation[at] = branch.isNegated() ? 0 : places.negationOf(tree, first, end);
  }

  private void choose() {
    int count = 0;
    if (sorted.length < matches.candidates) {
      sorted = new long[matches.candidates + matches.candidates / 2];
    }
    for (int i = 0; i < matches.candidates; i++) {
      Branch each = branchOf(matches.candidateBranch[i]);
      int first = matches.candidateFrom[i];
      int end = matches.candidateTo[i];
      if (!each.hides() && (each.tree() != null || !hidden.covers(each.theme(), first, end))) {
        sorted[count++] = Order.key(first, end, i);
      }
    }
    Arrays.sort(sorted, 0, count);
    round++;
    for (int k = 0; k < count; k++) {
      int candidate = Order.number(sorted[k]);
      byte says = says(branchOf(matches.candidateBranch[candidate]));
      if (says != 0) {
        takeJudging(candidate, says);
      }
    }
    int judgingOnes = chosen;
    for (int k = 0; k < count; k++) {
      int candidate = Order.number(sorted[k]);
      if (says(branchOf(matches.candidateBranch[candidate])) == 0) {
        takeNeutral(candidate);
      }
    }
    if (chosen > judgingOnes) {
      dropTakenIn(judgingOnes);
    }
  }

  /** Takes a place that judges, unless one of its theme to the left overlaps it. */
  private void takeJudging(int candidate, byte says) {
    int theme = branchOf(matches.candidateBranch[candidate]).theme();
    int first = matches.candidateFrom[candidate];
    int end = matches.candidateTo[candidate];
    boolean isFirst = judgingRound[theme] != round;
    int before = lastJudging[theme];
    if (!isFirst && first <= to[before]) {
      if (first == from[before] && end == to[before]) {
        own[before] |= says;
      }
      return;
    }
    int place = take(candidate, says);
    if (isFirst) {
      judgingRound[theme] = round;
      judging[theme] = place;
    } else {
      next[before] = place;
    }
    lastJudging[theme] = place;
  }

  /** Takes a place that does not judge, unless one of its theme outweighs it. */
  private void takeNeutral(int candidate) {
    int theme = branchOf(matches.candidateBranch[candidate]).theme();
    int first = matches.candidateFrom[candidate];
    int end = matches.candidateTo[candidate];
    if (neutralRound[theme] == round && first <= to[lastNeutral[theme]]) {
      return;
    }
    int inside = judgingFrom(theme, first);
    for (int i = inside; i >= 0 && from[i] <= end; i = next[i]) {
      boolean isInside = from[i] >= first && to[i] <= end;
      if (!isInside || (from[i] == first && to[i] == end)) {
        return;
      }
    }
    int place = take(candidate, (byte) 0);
    neutralRound[theme] = round;
    lastNeutral[theme] = place;
    for (int i = inside; i >= 0 && from[i] <= end; i = next[i]) {
      if (own[place] == 0) {
        own[place] = own[i];
        ownNegation[place] = ownNegation[i];
      }
      own[i] = TAKEN_IN;
    }
  }

  /** Returns the first place of the theme that judges and ends at a token or behind it, or -1. */
  private int judgingFrom(int theme, int token) {
    if (judgingRound[theme] != round) {
      return -1;
    }
    // Those that end before the token end before all that come, too.
    int at = judging[theme];
    while (at >= 0 && to[at] < token) {
      at = next[at];
    }
    judging[theme] = at;
    return at;
  }

  private int take(int candidate, byte says) {
    if (chosen == branch.length) {
      grow();
    }
    branch[chosen] = matches.candidateBranch[candidate];
    from[chosen] = matches.candidateFrom[candidate];
    to[chosen] = matches.candidateTo[candidate];
    own[chosen] = says;
    ownNegation[chosen] = negationOf(candidate);
    next[chosen] = -1;
    return chosen++;
  }

  private void dropTakenIn(int judgingOnes) {
    int kept = 0;
    for (int i = 0; i < chosen; i++) {
      if (i >= judgingOnes || own[i] != TAKEN_IN) {
        branch[kept] = branch[i];
        from[kept] = from[i];
        to[kept] = to[i];
        own[kept] = own[i];
        ownNegation[kept++] = ownNegation[i];
      }
    }
    chosen = kept;
  }

  private static byte says(Branch branch) {
    return switch (branch.polarity()) {
      case POSITIVE -> GOOD;
      case NEGATIVE -> BAD;
      case NEUTRAL -> 0;
    };
  }

  private int negationOf(int candidate) {
    Branch each = branchOf(matches.candidateBranch[candidate]);
    if (each.tree() != null) {
      return treeNegation[candidate - firstOfTrees];
    }
    return clauses.negationOf(matches.candidateFrom[candidate], matches.candidateTo[candidate]);
  }

  private void grow() {
    int capacity = 2 * chosen;
    branch = Arrays.copyOf(branch, capacity);
    from = Arrays.copyOf(from, capacity);
    to = Arrays.copyOf(to, capacity);
    own = Arrays.copyOf(own, capacity);
    ownNegation = Arrays.copyOf(ownNegation, capacity);
    next = Arrays.copyOf(next, capacity);
  }

  /** Makes the places that judge by themselves judgements for their clause. */
  private void listen() {
    for (int i = 0; i < chosen; i++) {
      if (own[i] == GOOD || own[i] == BAD) {
        int sign = signOf(i);
        matches.addRole(Role.FIXED | (sign > 0 ? Role.PRAISE : Role.COMPLAINT), from[i], to[i]);
      }
    }
    hidden.play(matches);
    clauses.pickJudges();
    clauses.addUp();
  }

  private int signOf(int place) {
    int sign = own[place] == GOOD ? 1 : -1;
    int negated = ownNegation[place];
    return negated == 0 || (sign < 0 && clauses.isWish(negated)) ? sign : -sign;
  }

  /**
   * Finds the {@link #score} of a place, -100 to 100, and what {@link #negation} turned it round, as
   * a role's number plus 1 or 0.
   *
   * @param hint the sign of the survey's score, 0 if it does not count
   */
  void judge(int place, int hint) {
    int first = from[place];
    int end = to[place];
    negation = ownNegation[place];
    if (own[place] == GOOD || own[place] == BAD) {
      score = 100 * signOf(place);
      return;
    }
    int sum = clauses.partScore(first, end);
    int unit = 20;
    if (sum == 0 && (negation != 0 || clauses.isDenied(first, end))) {
      // "There is no access": what somebody names as missing is missed.
      sum = -1;
    }
    if (sum == 0) {
      sum = clauses.clauseScore(first, end);
      unit = 15;
    }
    if (sum == 0) {
      sum = clauses.wholeScore(first, end);
      unit = 10;
    }
    if (sum == 0) {
      sum = hint;
      unit = 10;
    }
    score = Math.max(-90, Math.min(90, unit * sum));
  }

  /** Makes the chosen places ready for {@link #byBranch}. */
  void sortByBranch() {
    if (sorted.length < chosen) {
      sorted = new long[chosen + chosen / 2];
    }
    for (int i = 0; i < chosen; i++) {
      sorted[i] = (long) branch[i] << Integer.SIZE | i;
    }
    Arrays.sort(sorted, 0, chosen);
  }

  /** Returns the number of the chosen place that is the {@code i}-th in the order of the branches. */
  int byBranch(int i) {
    return (int) sorted[i];
  }

  Branch branchOf(int number) {
    return program.branches.get(number);
  }

  int start(int place) {
    return matches.tokens.start[from[place]];
  }

  int end(int place) {
    return matches.tokens.end[to[place]];
  }

  /** Returns whether it is small enough to be kept for the next text. */
  boolean isSmall() {
    return matches.room() <= RuleTagger.MOST_KEPT;
  }
}
