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
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Reads the surveys of an application, with every mistake of every file and what could be better. */
final class SurveyFiles {

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
        if (PolicyFile.isOne(file)) {
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

  static Resource[] find(ResourcePatternResolver resources, String location) {
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
      throw new UncheckedIOException("survey file " + file.getDescription() + " cannot be read", e);
    }
  }
}
