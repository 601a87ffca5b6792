package io.github.feedback4j.benchmarks.delivery;

/** Somebody who takes records and sends them on, set up as its documentation has it. */
interface Sender extends AutoCloseable {

  /** Makes a record once more, which is then in the processor's caches. */
  void makeAnew(int number);

  /**
   * Takes a record, and waits for room where the contender says that it is full.
   *
   * @return whether it was taken; one that is full without a word says that it was
   */
  boolean send(int number);

  /** Asks for everything to be sent soon. */
  void flush();

  @Override
  void close();
}
