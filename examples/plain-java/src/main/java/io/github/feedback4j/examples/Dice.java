package io.github.feedback4j.examples;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Seeded chance that falls the same way on every JDK.
 *
 * <p>The algorithm is named, and everything is made of {@code nextDouble}, which is fixed to the
 * last bit. How {@code nextGaussian} or a bounded {@code nextInt} come about may change from JDK to
 * JDK.
 */
final class Dice {

  private final RandomGenerator random;

  Dice(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Returns true with this probability. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Returns a number from {@code low}, included, to {@code high}, excluded. */
  double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  /** Returns a whole number from 0 to {@code bound} − 1. */
  int below(int bound) {
    return (int) (random.nextDouble() * bound);
  }

  /** Returns one of the choices, each as likely as the others. */
  <T> T one(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Returns a number around 0 with a standard deviation of 1, never beyond ±6. */
  double normal() {
    // Twelve uniform numbers have a variance of 1, and their sum is as good as normal here.
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /** Returns the index of one of the weights, each as likely as its share of their sum. */
  int weighted(double... weights) {
    double sum = 0;
    for (double each : weights) {
      sum += each;
    }
    double position = random.nextDouble() * sum;
    int index = 0;
    while (index < weights.length - 1 && position >= weights[index]) {
      position -= weights[index];
      index++;
    }
    return index;
  }
}
