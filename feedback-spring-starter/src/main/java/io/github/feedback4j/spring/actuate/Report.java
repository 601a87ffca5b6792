package io.github.feedback4j.spring.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told about all parts together. */
record Report(boolean isDown, Map<String, Object> details) {

  static Report of(List<HealthPart> parts) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("degraded", parts.stream().anyMatch(HealthPart::isDegraded));
    for (HealthPart each : parts) {
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("degraded", each.isDegraded());
      part.putAll(each.details());
      details.put(each.name(), part);
    }
    return new Report(parts.stream().anyMatch(HealthPart::isDown), details);
  }
}
