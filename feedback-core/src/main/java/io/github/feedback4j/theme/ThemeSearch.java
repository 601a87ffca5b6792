package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Chooses which items of one theme to remove, and which candidates to add. */
final class ThemeSearch {

  // Greedy: the candidate with the most new correct comments minus the price of the new wrong ones,
  // again and again. A comment that is found once is found for good, so each of its candidates
  // loses
  // it from its counts then; all the counting together costs one step per hit.

  /** A factor that was not ticked is no proof of absence: it counts as half a wrong comment. */
  static final double PRICE_OF_UNKNOWN = 0.5;

  private static final int MOST_REMOVED = 200;

  /** No fold is left out. */
  static final int ALL_FOLDS = -1;

  private final byte[] states;
  private final int[] folds;
  private final BitSet foundBelow;
  private final int[][] own;
  private final int[][] candidates;
  private final int[] firstOf;
  private final int[] candidateOf;

  /** What was chosen, in this order, with the touched comments of each. */
  static final class Choice {
    final Numbers removed = new Numbers();
    final Numbers added = new Numbers();
    final BitSet found;
    final List<int[]> removedComments = new ArrayList<>();
    final List<int[]> addedComments = new ArrayList<>();

    private Choice(BitSet found) {
      this.found = found;
    }
  }

  /**
   * Prepares a theme.
   *
   * @param states what the labels say, by comment, as {@link CommentSet#state}
   * @param folds the fold of each comment
   * @param foundBelow the comments that themes below this one find
   * @param own the comments of each item of the theme that does not hide
   * @param candidates the comments of each candidate, simple ones first
   */
  ThemeSearch(byte[] states, int[] folds, BitSet foundBelow, int[][] own, int[][] candidates) {
    this.states = states;
    this.folds = folds;
    this.foundBelow = foundBelow;
    this.own = own;
    this.candidates = candidates;
    firstOf = new int[states.length + 1];
    for (int[] each : candidates) {
      for (int comment : each) {
        firstOf[comment + 1]++;
      }
    }
    for (int i = 0; i < states.length; i++) {
      firstOf[i + 1] += firstOf[i];
    }
    candidateOf = new int[firstOf[states.length]];
    int[] next = firstOf.clone();
    for (int i = 0; i < candidates.length; i++) {
      for (int comment : candidates[i]) {
        candidateOf[next[comment]++] = i;
      }
    }
  }

  /**
   * Chooses.
   *
   * @param leftOut a fold whose labels are not looked at, or {@link #ALL_FOLDS}
   * @param most how many candidates to add at most
   */
  Choice choose(Strictness strictness, int leftOut, int most) {
    int[] cover = new int[states.length];
    for (int[] each : own) {
      for (int comment : each) {
        cover[comment]++;
      }
    }
    for (int i = foundBelow.nextSetBit(0); i >= 0; i = foundBelow.nextSetBit(i + 1)) {
      cover[i]++;
    }
    Choice choice = new Choice(new BitSet(states.length));
    remove(strictness, leftOut, cover, choice);
    add(strictness, leftOut, most, cover, choice);
    for (int i = 0; i < cover.length; i++) {
      if (cover[i] > 0) {
        choice.found.set(i);
      }
    }
    return choice;
  }

  private void remove(Strictness strictness, int leftOut, int[] cover, Choice choice) {
    boolean[] isGone = new boolean[own.length];
    for (int round = 0; round < MOST_REMOVED; round++) {
      int worst = -1;
      int most = 0;
      for (int i = 0; i < own.length; i++) {
        if (!isGone[i]) {
          int loss = loss(own[i], cover, leftOut, strictness);
          if (loss > most) {
            most = loss;
            worst = i;
          }
        }
      }
      if (worst < 0) {
        return;
      }
      isGone[worst] = true;
      Numbers touched = new Numbers();
      for (int comment : own[worst]) {
        if (--cover[comment] == 0) {
          touched.add(comment);
        }
      }
      choice.removed.add(worst);
      choice.removedComments.add(touched.toArray());
    }
  }

  /** Returns how many more wrong than correct comments an item alone finds, 0 if it may stay. */
  private int loss(int[] comments, int[] cover, int leftOut, Strictness strictness) {
    int correct = 0;
    int wrong = 0;
    int correctInAll = 0;
    int wrongInAll = 0;
    for (int comment : comments) {
      if (folds[comment] != leftOut) {
        boolean isAlone = cover[comment] == 1;
        correctInAll += states[comment] == CommentSet.YES ? 1 : 0;
        wrongInAll += states[comment] == CommentSet.NO ? 1 : 0;
        correct += isAlone && states[comment] == CommentSet.YES ? 1 : 0;
        wrong += isAlone && states[comment] == CommentSet.NO ? 1 : 0;
      }
    }
    // Somebody wrote it for a reason: it starts as one correct and one wrong comment.
    boolean isWeak = (correct + 1.0) / (correct + wrong + 2) < strictness.keep()
        && (correctInAll + 1.0) / (correctInAll + wrongInAll + 2) < 0.5;
    return isWeak ? wrong - correct : 0;
  }

  private void add(Strictness strictness, int leftOut, int most, int[] cover, Choice choice) {
    int[] correct = new int[candidates.length];
    int[] wrong = new int[candidates.length];
    int[] unknown = new int[candidates.length];
    double share = share(leftOut);
    for (int comment = 0; comment < states.length; comment++) {
      if (cover[comment] == 0 && folds[comment] != leftOut) {
        count(comment, 1, correct, wrong, unknown);
      }
    }
    for (int round = 0; round < most; round++) {
      int best = -1;
      double highest = 0;
      for (int i = 0; i < candidates.length; i++) {
        if (correct[i] >= strictness.support()) {
          double gain = gain(correct[i], wrong[i], unknown[i], share, strictness);
          if (gain > highest) {
            highest = gain;
            best = i;
          }
        }
      }
      if (best < 0) {
        return;
      }
      Numbers touched = new Numbers();
      for (int comment : candidates[best]) {
        if (cover[comment]++ == 0) {
          touched.add(comment);
          if (folds[comment] != leftOut) {
            count(comment, -1, correct, wrong, unknown);
          }
        }
      }
      choice.added.add(best);
      choice.addedComments.add(touched.toArray());
    }
  }

  private static double gain(
      int correct, int wrong, int unknown, double share, Strictness strictness) {
    double bad = wrong + PRICE_OF_UNKNOWN * unknown;
    double precision =
        (correct + strictness.prior() * share) / (correct + bad + strictness.prior());
    return precision < strictness.precision() ? 0 : correct - strictness.priceOfWrong() * bad;
  }

  private void count(int comment, int by, int[] correct, int[] wrong, int[] unknown) {
    int[] counts = switch (states[comment]) {
      case CommentSet.YES -> correct;
      case CommentSet.NO -> wrong;
      default -> unknown;
    };
    for (int k = firstOf[comment]; k < firstOf[comment + 1]; k++) {
      counts[candidateOf[k]] += by;
    }
  }

  private double share(int leftOut) {
    int yes = 0;
    int all = 0;
    for (int i = 0; i < states.length; i++) {
      if (folds[i] != leftOut) {
        all++;
        yes += states[i] == CommentSet.YES ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) yes / all;
  }
}
