package io.github.feedback4j.insight;

import java.util.Arrays;

/** The expected number of steps of a sum that moves on whole numbers from 0 to a limit. */
final class RunLength {

  // The sum is a Markov chain on 0 … limit − 1 that goes up by `up` with probability p, else down
  // by
  // `down` but not below 0. The textbook (Brook & Evans 1972) solves (I − Q) L = 1, of which the
  // condition number is about L: too many digits are lost where a false alarm is rare, and the
  // matrix is large where unhappy answers are.
  //
  // Instead, state after state from the top, for each: where does the sum first get below this
  // state,
  // how likely is the alarm before that, and how long does it take. From s + up, where an unhappy
  // answer leads, the way down is a chain of such first passages that are known already. Everything
  // is a sum of positive terms (as in the elimination of Grassmann, Taksar & Heyman 1985), so
  // nearly
  // all digits are right, and only `down` probabilities per state are kept.

  private RunLength() {}

  static double expected(int up, int down, int limit, double p) {
    double q = 1 - p;
    double[] time = new double[limit];
    double[] alarm = new double[limit];
    double[][] below = new double[limit][down]; // [s][j]: first below s is s − 1 − j
    double[] mass = new double[up + down + 1]; // probability of s − down … s + up
    for (int s = limit - 1; true; s--) {
      Arrays.fill(mass, 0);
      double meanTime = 0;
      double alarmed = 0;
      if (s + up >= limit) {
        alarmed = 1;
      } else {
        mass[up + down] = 1;
        for (int r = up; r > 0; r--) {
          double here = mass[r + down];
          meanTime += here * time[s + r];
          alarmed += here * alarm[s + r];
          for (int j = 0; j < down; j++) {
            mass[r + down - 1 - j] += here * below[s + r][j];
          }
        }
      }
      if (s == 0) {
        return (1 + p * meanTime) / (p * alarmed);
      }
      double gone = alarmed;
      for (int j = 0; j < down; j++) {
        gone += mass[down - 1 - j];
      }
      double leaves = q + p * gone;
      time[s] = (1 + p * meanTime) / leaves;
      alarm[s] = p * alarmed / leaves;
      for (int j = 0; j < down; j++) {
        below[s][j] = p * mass[down - 1 - j] / leaves;
      }
      below[s][Math.min(down, s) - 1] += q / leaves;
    }
  }
}
