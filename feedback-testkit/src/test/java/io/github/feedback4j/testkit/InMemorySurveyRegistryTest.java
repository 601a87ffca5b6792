package io.github.feedback4j.testkit;

import io.github.feedback4j.survey.InMemorySurveyRegistry;
import io.github.feedback4j.survey.SurveyRegistry;

class InMemorySurveyRegistryTest extends SurveyRegistryContract {

  private final InMemorySurveyRegistry registry = new InMemorySurveyRegistry();

  @Override
  protected SurveyRegistry registry() {
    return registry;
  }
}
