package io.github.feedback4j.spring.core;

import io.github.feedback4j.survey.Finding;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once, at the start, what could be better in the surveys. */
final class SurveyWarnings {

  private static final Logger log = LoggerFactory.getLogger("io.github.feedback4j");

  /** Whoever has more will look at their surveys anyway. */
  private static final int MAX = 20;

  private SurveyWarnings() {}

  static void log(List<Finding> findings) {
    List<Finding> warnings = findings.stream()
        .filter(each -> each.severity() == Finding.Severity.WARNING)
        .toList();
    if (warnings.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    warnings.stream().limit(MAX).forEach(each -> lines.append("\n  ").append(each));
    if (warnings.size() > MAX) {
      lines.append("\n  … and %d more; Linter gives all of them".formatted(warnings.size() - MAX));
    }
    log.warn(
        warnings.size() == 1
            ? "1 warning about the surveys:{}"
            : "{} warnings about the surveys:{}",
        warnings.size() == 1 ? new Object[] {lines} : new Object[] {warnings.size(), lines});
  }
}
