package io.github.feedback4j.spring.jdbc;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds unless the application wants everything in memory. */
final class NotInMemory implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return !context
        .getEnvironment()
        .getProperty("feedback4j.store", "auto")
        .equalsIgnoreCase("memory");
  }
}
