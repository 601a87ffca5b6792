package io.github.feedback4j.spring.collector;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what came in for Micrometer. */
final class Meters implements Watcher {

  private final MeterRegistry registry;

  Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void answered(String source, String outcome) {
    registry
        .counter("feedback4j.collector.batches", "source", source, "outcome", outcome)
        .increment();
  }

  @Override
  public void arrived(String source, String type, String outcome, int events) {
    registry
        .counter("feedback4j.collector.events", "source", source, "type", type, "outcome", outcome)
        .increment(events);
  }
}
