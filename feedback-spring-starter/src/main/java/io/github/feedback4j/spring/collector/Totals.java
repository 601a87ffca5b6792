package io.github.feedback4j.spring.collector;

import io.github.feedback4j.spring.actuate.HealthPart;
import io.github.feedback4j.spring.core.StartUpNote;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.core.annotation.Order;

/** Who may send where, and what came in since the start. */
@Order(3)
final class Totals implements Watcher, HealthPart, StartUpNote {

  private final List<String> applications;
  private final String path;
  private final LongAdder taken = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private volatile boolean isStoreAway;

  Totals(Collection<String> applications, String path) {
    this.applications = applications.stream().sorted().toList();
    this.path = path;
  }

  @Override
  public void answered(String source, String outcome) {
    boolean isTaken = outcome.equals(Reception.TAKEN);
    (isTaken ? taken : refused).increment();
    if (isTaken) {
      isStoreAway = false;
    } else if (outcome.equals(Reception.STORE_UNAVAILABLE)) {
      isStoreAway = true;
    }
  }

  @Override
  public void arrived(String source, String type, String outcome, int events) {
    switch (outcome) {
      case Reception.ACCEPTED -> accepted.add(events);
      case Reception.DUPLICATE -> duplicates.add(events);
      default -> rejected.add(events);
    }
  }

  @Override
  public String startUpNote() {
    return "the collector " + path + " takes answers of " + applications;
  }

  @Override
  public String name() {
    return "collector";
  }

  /** Returns whether the last batch that reached the store found it away. */
  @Override
  public boolean isDegraded() {
    return isStoreAway;
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("applications", applications.size());
    details.put("batchesTaken", taken.sum());
    details.put("batchesRefused", refused.sum());
    details.put("accepted", accepted.sum());
    details.put("duplicates", duplicates.sum());
    details.put("rejected", rejected.sum());
    return details;
  }
}
