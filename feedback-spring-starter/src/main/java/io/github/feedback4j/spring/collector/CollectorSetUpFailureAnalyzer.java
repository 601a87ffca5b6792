package io.github.feedback4j.spring.collector;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints everything that is wrong with the properties of the collector, and how a token is made. */
final class CollectorSetUpFailureAnalyzer extends AbstractFailureAnalyzer<CollectorSetUpException> {

  private static final String ACTION = """
      Mend these properties. A token, and the hash of it that is configured here, are made with

          TOKEN=fb4j_$(openssl rand -hex 32)
          printf %s "$TOKEN" | openssl dgst -sha256 -r

      The token itself goes to the application that sends, as feedback4j.remote.token.""";

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, CollectorSetUpException cause) {
    String separator = System.lineSeparator() + "    ";
    return new FailureAnalysis(
        "The collector of feedback4j cannot be made:" + System.lineSeparator() + separator
            + String.join(separator, cause.mistakes()),
        ACTION,
        rootFailure);
  }
}
