package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.response.ResponseSink;
import io.github.feedback4j.response.ResponseStore;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;

/** Holds unless answers are only sent on: there is nothing to show then. */
final class AnswersAreHere extends AnyNestedCondition {

  AnswersAreHere() {
    super(ConfigurationPhase.REGISTER_BEAN);
  }

  /** They are kept by a bean. */
  @ConditionalOnBean(ResponseStore.class)
  static class InAStore {}

  /** They are kept in the memory of this process. */
  @ConditionalOnMissingBean(ResponseSink.class)
  static class InMemory {}
}
