package io.github.feedback4j.spring.redis;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why contacts could not be kept in Redis, and what to do about it. */
final class RedisFailureAnalyzer extends AbstractFailureAnalyzer<RedisStoreException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, RedisStoreException cause) {
    return new FailureAnalysis(
        "feedback4j keeps contacts in Redis (feedback4j.ledger=redis): " + cause.getMessage() + ".",
        cause.wayOut(),
        rootFailure);
  }
}
