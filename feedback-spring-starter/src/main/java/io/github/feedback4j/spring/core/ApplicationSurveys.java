package io.github.feedback4j.spring.core;

import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import java.util.List;

/**
 * What an application asks, and what applies to all of it.
 *
 * @param surveys the surveys of its beans and files
 * @param policy that of its file or its properties
 * @since 0.1
 */
public record ApplicationSurveys(List<Survey> surveys, Policy policy) {

  /** Copies the surveys. */
  public ApplicationSurveys {
    surveys = List.copyOf(surveys);
  }
}
