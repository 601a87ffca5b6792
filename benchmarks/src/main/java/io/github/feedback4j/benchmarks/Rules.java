package io.github.feedback4j.benchmarks;

/** A peer's answer to "does one of the surveys want this person, for this ticket?". */
public interface Rules extends AutoCloseable {

  /** Returns whether the conditions and the 10 % of one survey let the person in. */
  boolean wants(String key);

  @Override
  void close();
}
