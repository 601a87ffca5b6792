package io.github.feedback4j.spring.core;

import io.github.feedback4j.theme.PackFormatException;
import io.github.feedback4j.theme.PackMistake;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints every mistake in a theme pack, with its place. */
final class PackFileFailureAnalyzer extends AbstractFailureAnalyzer<PackFormatException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PackFormatException cause) {
    String mistakes = cause.mistakes().stream()
        .map(PackMistake::toString)
        .collect(Collectors.joining(System.lineSeparator() + "    ", "    ", ""));
    return new FailureAnalysis(
        "The theme pack of feedback4j has mistakes:%n%n%s".formatted(mistakes),
        "Mend the file, or set feedback4j.themes.location to another.",
        rootFailure);
  }
}
