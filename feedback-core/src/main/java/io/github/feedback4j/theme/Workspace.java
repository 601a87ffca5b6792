package io.github.feedback4j.theme;

import java.util.Arrays;

/**
 * Room in which one thread tags one text: every step from the words to the chosen places.
 *
 * <p>It is used again, so that tagging makes no garbage beside its result. It keeps no text.
 */
final class Workspace {

  // Order of the steps: words, language, literals, clauses and negations, what hiding items cover,
  // trees, and then the choice: of overlapping places of one theme the leftmost, and of those the
  // longest. Items that judge count as judgements for the other mentions of their clause.

  /** So many small words of one language, and none of the other, leave no doubt. */
  private static final int ENOUGH_VOTES = 4;

  /** So many small words of another language than the declared one show that both are written. */
  private static final int MOST_ACROSS = 3;

  final Program program;
  final Matches matches;
  final Clauses clauses;
  final Hidden hidden = new Hidden();
  final Places places;

  /** The chosen places, leftmost first. */
  int chosen;

  int[] branch = new int[16];
  int[] from = new int[16];
  int[] to = new int[16];

  // What the items at a place say of it, by themselves: both bits if they disagree.
  private byte[] own = new byte[16];
  private int[] ownNegation = new int[16];

  private static final byte GOOD = 1;
  private static final byte BAD = 2;

  private long[] sorted = new long[32];
  private final int[] last;
  private final int[] lastRound;
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
    last = new int[program.themes.size()];
    lastRound = new int[program.themes.size()];
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
    for (int i = 0; i < matches.woken; i++) {
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
    // In the order of the items, whatever woke them.
    Arrays.sort(matches.wokenBranch, 0, matches.woken);
    for (int i = 0; i < matches.woken; i++) {
      int number = matches.wokenBranch[i];
      Branch woken = branchOf(number);
      if (!woken.hides() && woken.tree() != null) {
        int count = places.find(woken.tree(), woken.theme());
        for (int k = 0; k < count; k++) {
          long place = places.stack[k];
          matches.addCandidate(number, Places.from(place), Places.to(place));
        }
      }
    }
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
      take(Order.number(sorted[k]));
    }
  }

  private void take(int candidate) {
    Branch each = branchOf(matches.candidateBranch[candidate]);
    int theme = each.theme();
    int first = matches.candidateFrom[candidate];
    int end = matches.candidateTo[candidate];
    byte says = says(each);
    if (lastRound[theme] == round && first <= to[last[theme]]) {
      int winner = last[theme];
      if (end <= to[winner] && says != 0) {
        boolean isSame = first == from[winner] && end == to[winner];
        if (own[winner] == 0 && isSame) {
          branch[winner] = matches.candidateBranch[candidate];
        }
        if (own[winner] == 0) {
          ownNegation[winner] = negationOf(each, first, end);
        }
        // What stands inside of a longer place that judges itself has nothing to add.
        if (own[winner] == 0 || isSame) {
          own[winner] |= says;
        }
      }
      return;
    }
    if (chosen == branch.length) {
      grow();
    }
    branch[chosen] = matches.candidateBranch[candidate];
    from[chosen] = first;
    to[chosen] = end;
    own[chosen] = says;
    ownNegation[chosen] = negationOf(each, first, end);
    lastRound[theme] = round;
    last[theme] = chosen++;
  }

  private static byte says(Branch branch) {
    return switch (branch.polarity()) {
      case POSITIVE -> GOOD;
      case NEGATIVE -> BAD;
      case NEUTRAL -> 0;
    };
  }

  private int negationOf(Branch branch, int first, int end) {
    return branch.isNegated() ? 0 : clauses.negationOf(first, end, branch.tree() == null);
  }

  private void grow() {
    int capacity = 2 * chosen;
    branch = Arrays.copyOf(branch, capacity);
    from = Arrays.copyOf(from, capacity);
    to = Arrays.copyOf(to, capacity);
    own = Arrays.copyOf(own, capacity);
    ownNegation = Arrays.copyOf(ownNegation, capacity);
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
    Branch found = branchOf(branch[place]);
    negation = own[place] == 0 ? negationOf(found, first, end) : ownNegation[place];
    if (own[place] == GOOD || own[place] == BAD) {
      score = 100 * signOf(place);
      return;
    }
    int sum = clauses.partScore(first, end);
    int unit = 20;
    if (sum == 0 && negation != 0) {
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
