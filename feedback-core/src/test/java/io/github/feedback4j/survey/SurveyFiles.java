package io.github.feedback4j.survey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.assertj.core.api.Assertions;

/** The survey files of the tests, and what the reader has to say about one. */
final class SurveyFiles {

  private SurveyFiles() {}

  /** Returns the content of a file in {@code src/test/resources/surveys}. */
  static String content(String name) {
    try (InputStream in = SurveyFiles.class.getResourceAsStream("/surveys/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the reader reports about a text, one mistake in a line. */
  static String report(String name, String content) {
    SurveyFormatException thrown = Assertions.catchThrowableOfType(
        SurveyFormatException.class, () -> SurveyReader.read(name, content));
    Assertions.assertThat(thrown).as("the reader found no mistake").isNotNull();
    return String.join("\n", thrown.mistakes().stream().map(Mistake::toString).toList());
  }
}
