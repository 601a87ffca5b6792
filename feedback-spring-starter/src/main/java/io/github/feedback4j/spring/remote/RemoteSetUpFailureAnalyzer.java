package io.github.feedback4j.spring.remote;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why answers could not be sent to a collector, and what to do about it. */
final class RemoteSetUpFailureAnalyzer extends AbstractFailureAnalyzer<RemoteSetUpException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RemoteSetUpException cause) {
    return new FailureAnalysis(
        "feedback4j sends answers to a collector: " + cause.getMessage() + ".",
        cause.wayOut(),
        rootFailure);
  }
}
