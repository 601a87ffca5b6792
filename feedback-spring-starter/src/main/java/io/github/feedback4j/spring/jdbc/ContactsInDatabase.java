package io.github.feedback4j.spring.jdbc;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds unless contacts and counts are in the application's Redis. */
final class ContactsInDatabase implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return !context
        .getEnvironment()
        .getProperty("feedback4j.ledger", "auto")
        .equalsIgnoreCase("redis");
  }
}
