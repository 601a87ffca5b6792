package io.github.feedback4j.theme;

import java.util.List;

/**
 * How much evidence a suggestion needs.
 *
 * @param support the least number of correct comments
 * @param prior how many comments of the theme's usual share each item is thought to have had before
 * @param precision the least share of correct comments, those of the prior included
 * @param keep the share of correct comments below which an item of the pack is removed
 */
record Strictness(int support, double prior, double precision, double keep) {

  // The precision of an item that found few comments is shrunk towards the share of the theme: of a
  // thousand n-grams that say nothing, some are in two comments of a theme by chance. How much to
  // shrink depends on the comments, so each of these is tried on comments that did not take part,
  // from the strictest on.

  static final List<Strictness> ALL = List.of(
      new Strictness(3, 4, 0.6, 0.2),
      new Strictness(3, 2, 0.5, 0.3),
      new Strictness(2, 2, 0.5, 0.3));

  /** Returns how many correct comments one wrong one outweighs. */
  double priceOfWrong() {
    return precision / (1 - precision);
  }
}
