package io.github.feedback4j.spring.remote;

import io.github.feedback4j.client.CollectorClient;
import io.github.feedback4j.client.DeliveryReport;
import io.github.feedback4j.client.DeliveryState;
import io.github.feedback4j.spring.actuate.HealthPart;
import io.github.feedback4j.spring.core.StartUpNote;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.annotation.Order;

/** Begins to send what an earlier run has left once the application is ready, and says how it stands. */
@Order(-1)
final class Delivery
    implements ApplicationListener<ApplicationReadyEvent>, HealthPart, StartUpNote {

  private final CollectorClient client;
  private final RemoteProperties properties;

  Delivery(CollectorClient client, RemoteProperties properties) {
    this.client = client;
    this.properties = properties;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    client.start();
  }

  @Override
  public String startUpNote() {
    RemoteProperties.Spool spool = properties.spool();
    return "answers are sent to %s as %s, from %s"
        .formatted(
            properties.url(),
            properties.source(),
            spool.memory()
                ? "memory"
                : Path.of(spool.directory()).toAbsolutePath().normalize());
  }

  @Override
  public String name() {
    return "delivery";
  }

  /** Returns whether nothing gets through; whatever is appended is kept. */
  @Override
  public boolean isDegraded() {
    DeliveryState state = client.report().state();
    return state.isStopped() || state == DeliveryState.CIRCUIT_OPEN;
  }

  @Override
  public boolean isDown() {
    return properties.healthDown() && client.report().state().isStopped();
  }

  @Override
  public Map<String, Object> details() {
    DeliveryReport report = client.report();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("state", report.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    details.put("pending", report.pending().records());
    details.put("pendingBytes", report.pending().bytes());
    details.put("oldestPending", report.pending().oldestAge().toString());
    details.put("accepted", report.sent().accepted());
    details.put("duplicates", report.sent().duplicates());
    details.put("retried", report.sent().retried());
    details.put("rejected", sum(report.rejected()));
    details.put("deadLettered", sum(report.deadLettered()));
    return details;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
