package io.github.feedback4j.spring.core;

import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.PolicyReader;
import io.github.feedback4j.survey.SurveyFormatException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Reads the policy that a platform team gives its applications, in a file of a jar that they share. */
final class PolicyFile {

  private static final Set<String> NAMES = Set.of("policy.yaml", "policy.yml", "policy.json");

  private PolicyFile() {}

  /** Returns whether a file among the surveys is a policy, by its name. */
  static boolean isOne(Resource file) {
    String name = file.getFilename();
    return name != null && NAMES.contains(name);
  }

  /**
   * Returns the policy of an application: that of its file and what properties add to it, or without a
   * file that of the properties and their defaults.
   *
   * @throws SurveyFilesException with every mistake of the file
   * @throws IllegalStateException if there are several files
   */
  static Policy read(ResourcePatternResolver resources, FeedbackProperties.Policy properties) {
    Resource[] files = Arrays.stream(SurveyFiles.find(resources, properties.location()))
        .filter(Resource::exists)
        .toArray(Resource[]::new);
    if (files.length == 0) {
      return Policy.of(properties.toRules());
    }
    if (files.length > 1) {
      throw new IllegalStateException(
          "there must be one policy, but there are %d: %s. Set feedback4j.policy.location to one of them"
              .formatted(
                  files.length,
                  Arrays.stream(files)
                      .map(Resource::getDescription)
                      .collect(Collectors.joining(", "))));
    }
    try {
      Policy file = PolicyReader.read(SurveyFiles.name(files[0]), SurveyFiles.content(files[0]));
      return file.withContact(properties.addTo(file.contact()));
    } catch (SurveyFormatException e) {
      throw new SurveyFilesException(e.mistakes());
    }
  }
}
