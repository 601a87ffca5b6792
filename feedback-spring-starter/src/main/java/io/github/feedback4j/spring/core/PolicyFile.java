package io.github.feedback4j.spring.core;

import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.PolicyReader;
import io.github.feedback4j.survey.SurveyFormatException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Reads the policy that a platform team gives its applications, in a file of a jar that they share. */
final class PolicyFile {

  private PolicyFile() {}

  /**
   * Returns the policy of an application: that of its file and what properties add to it, or without a
   * file that of the properties and their defaults.
   *
   * @throws SurveyFilesException with every mistake of the file
   * @throws IllegalStateException if there are several files, or none where one is named
   */
  static Policy read(ResourcePatternResolver resources, FeedbackProperties.Policy properties) {
    Resource found =
        SurveyFiles.only(resources, "policy", "feedback4j.policy.location", properties.location());
    if (found == null) {
      return Policy.of(properties.toRules());
    }
    try {
      Policy file = PolicyReader.read(SurveyFiles.name(found), SurveyFiles.content(found));
      return file.withContact(properties.addTo(file.contact()));
    } catch (SurveyFormatException e) {
      throw new SurveyFilesException(e.mistakes());
    }
  }
}
