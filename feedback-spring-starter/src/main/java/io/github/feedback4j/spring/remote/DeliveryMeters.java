package io.github.feedback4j.spring.remote;

import io.github.feedback4j.client.CollectorClient;
import io.github.feedback4j.client.DeliveryListener;
import io.github.feedback4j.client.DeliveryReport;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Counts what is sent, and what waits, for Micrometer. */
final class DeliveryMeters implements DeliveryListener, SmartInitializingSingleton {

  private static final String PREFIX = "feedback4j.delivery.";

  /** Why an answer was not kept for sending; its caller was told. */
  private static final List<String> REASONS =
      List.of("spool-full", "closed", "too-large", "disk", "timeout");

  private final MeterRegistry registry;
  private final ObjectProvider<CollectorClient> client;

  /**
   * Creates a listener of a client that comes later, because it is told of its listeners when it is made.
   */
  DeliveryMeters(MeterRegistry registry, ObjectProvider<CollectorClient> client) {
    this.registry = registry;
    this.client = client;
  }

  @Override
  public void afterSingletonsInstantiated() {
    client.ifAvailable(this::bind);
  }

  @Override
  public void onRequest(int records, Duration took, String result) {
    registry.timer(PREFIX + "requests", "result", result).record(took);
  }

  @Override
  public void onDeadLetter(int records, String reason) {
    registry.counter(PREFIX + "dead.letters", "reason", reason).increment(records);
  }

  /** Adds what the client itself counts. */
  private void bind(CollectorClient client) {
    gauge(client, "pending", "records", report -> report.pending().records());
    gauge(client, "pending.size", "bytes", report -> report.pending().bytes());
    TimeGauge.builder(
            PREFIX + "pending.age",
            client,
            TimeUnit.MILLISECONDS,
            each -> each.report().pending().oldestAge().toMillis())
        .description("How long the oldest has waited")
        .register(registry);
    counter(client, "records", "outcome", "accepted", report -> report.sent().accepted());
    counter(client, "records", "outcome", "duplicate", report -> report.sent().duplicates());
    for (String reason : REASONS) {
      counter(
          client,
          "refused",
          "reason",
          reason,
          report -> report.rejected().getOrDefault(reason, 0L));
    }
  }

  private void gauge(
      CollectorClient client, String name, String unit, ToDoubleFunction<DeliveryReport> value) {
    Gauge.builder(PREFIX + name, client, each -> value.applyAsDouble(each.report()))
        .description("What waits to be sent")
        .baseUnit(unit)
        .register(registry);
  }

  private void counter(
      CollectorClient client,
      String name,
      String tag,
      String value,
      ToDoubleFunction<DeliveryReport> count) {
    FunctionCounter.builder(PREFIX + name, client, each -> count.applyAsDouble(each.report()))
        .tag(tag, value)
        .register(registry);
  }
}
