package io.github.feedback4j.spring.core;

import io.github.feedback4j.survey.Finding;
import io.github.feedback4j.survey.Linter;
import io.github.feedback4j.survey.Mistake;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFormatException;
import io.github.feedback4j.survey.SurveyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Reads the surveys of an application, with every mistake of every file and what could be better. */
final class SurveyFiles {

  /** Files that may stand among the surveys and are none. */
  private static final Set<String> OTHERS = Set.of(
      "policy.yaml", "policy.yml", "policy.json", "themes.yaml", "themes.yml", "themes.json");

  private final ResourcePatternResolver resources;
  private final Linter linter;
  private final List<Finding> findings = new ArrayList<>();

  SurveyFiles(ResourcePatternResolver resources, Linter linter) {
    this.resources = resources;
    this.linter = linter;
  }

  /**
   * Returns the surveys at some locations, by location and then file name.
   *
   * @throws SurveyFilesException with every mistake of every file
   */
  List<Survey> read(List<String> locations) {
    List<Survey> surveys = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    for (String location : locations) {
      for (Resource file : find(location)) {
        String fileName = file.getFilename();
        if (fileName != null && OTHERS.contains(fileName)) {
          continue;
        }
        String content = content(file);
        try {
          surveys.add(SurveyReader.read(name(file), content));
          findings.addAll(linter.lint(name(file), content));
        } catch (SurveyFormatException e) {
          mistakes.addAll(e.mistakes());
        }
      }
    }
    if (!mistakes.isEmpty()) {
      throw new SurveyFilesException(mistakes);
    }
    return surveys;
  }

  /** Returns what could be better in the files that were read. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private Resource[] find(String location) {
    return find(resources, location);
  }

  /**
   * Returns the only file at a location, or null if there is none and {@code classpath*:} says that there
   * need not be.
   *
   * @param what what the file is, for messages
   * @param setting the property that says where it is
   * @throws IllegalStateException if there are several, or none where one is named
   */
  static @Nullable Resource only(
      ResourcePatternResolver resources, String what, String setting, String location) {
    List<Resource> files =
        Arrays.stream(find(resources, location)).filter(Resource::exists).toList();
    if (files.size() > 1) {
      throw new IllegalStateException(
          "there must be one %s, but there are %d: %s. Set %s to one of them"
              .formatted(
                  what,
                  files.size(),
                  files.stream().map(Resource::getDescription).collect(Collectors.joining(", ")),
                  setting));
    }
    if (files.isEmpty() && !location.startsWith("classpath*:")) {
      throw new IllegalStateException(
          "there is no %s at '%s': set %s to where it is, or leave it out"
              .formatted(what, location, setting));
    }
    return files.isEmpty() ? null : files.get(0);
  }

  private static Resource[] find(ResourcePatternResolver resources, String location) {
    try {
      return resources.getResources(location);
    } catch (IOException e) {
      // A folder that is not there holds nothing; what is there and cannot be read fails later.
      return new Resource[0];
    }
  }

  static String name(Resource file) {
    String name = file.getFilename();
    return name == null ? file.getDescription() : name;
  }

  static String content(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("file " + file.getDescription() + " cannot be read", e);
    }
  }
}
