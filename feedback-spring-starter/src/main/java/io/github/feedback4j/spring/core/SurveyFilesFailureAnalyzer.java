package io.github.feedback4j.spring.core;

import io.github.feedback4j.survey.Mistake;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints every mistake in survey files, with its place. */
final class SurveyFilesFailureAnalyzer extends AbstractFailureAnalyzer<SurveyFilesException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SurveyFilesException cause) {
    String mistakes = cause.mistakes().stream()
        .map(Mistake::toString)
        .collect(Collectors.joining(System.lineSeparator() + "    ", "    ", ""));
    return new FailureAnalysis(
        "The survey files of feedback4j have mistakes:%n%n%s".formatted(mistakes),
        "Mend the files, or set feedback4j.survey-locations or feedback4j.policy.location to others.",
        rootFailure);
  }
}
