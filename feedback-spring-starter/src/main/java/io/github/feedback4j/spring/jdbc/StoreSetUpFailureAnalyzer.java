package io.github.feedback4j.spring.jdbc;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why answers could not be kept, and what to do about it. */
final class StoreSetUpFailureAnalyzer extends AbstractFailureAnalyzer<StoreSetUpException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StoreSetUpException cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.wayOut(), rootFailure);
  }
}
