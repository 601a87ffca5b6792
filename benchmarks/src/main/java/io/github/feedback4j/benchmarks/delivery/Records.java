package io.github.feedback4j.benchmarks.delivery;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What is sent: made beforehand, so that what that costs is nobody's, and made anew where it is to be as
 * an application has it, just made. A number is made anew by one thread at a time.
 */
final class Records<T> {

  private final Object[] made;
  private final IntFunction<T> maker;

  Records(int count, IntFunction<T> maker) {
    this.made = IntStream.range(0, count).mapToObj(maker).toArray();
    this.maker = maker;
  }

  @SuppressWarnings("unchecked") // only the maker fills it
  T get(int number) {
    return (T) made[number];
  }

  void makeAnew(int number) {
    made[number] = maker.apply(number);
  }

  int count() {
    return made.length;
  }
}
