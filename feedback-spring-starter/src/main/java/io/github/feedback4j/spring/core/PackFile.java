package io.github.feedback4j.spring.core;

import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePackReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Reads the theme pack that a platform team gives its applications, in a file of a jar that they share. */
final class PackFile {

  private PackFile() {}

  /**
   * Returns the pack of an application, or null if it has no file.
   *
   * @throws io.github.feedback4j.theme.PackFormatException with every mistake of the file
   * @throws IllegalStateException if there are several files, or none where one is named
   */
  static @Nullable ThemePack read(
      ResourcePatternResolver resources, FeedbackProperties.Themes properties) {
    Resource file = SurveyFiles.only(
        resources, "theme pack", "feedback4j.themes.location", properties.location());
    if (file == null) {
      return null;
    }
    try (InputStream in = file.getInputStream()) {
      return ThemePackReader.read(SurveyFiles.name(file), in);
    } catch (IOException e) {
      throw new UncheckedIOException("theme pack " + file.getDescription() + " cannot be read", e);
    }
  }
}
