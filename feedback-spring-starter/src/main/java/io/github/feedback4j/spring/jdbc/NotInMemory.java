package io.github.feedback4j.spring.jdbc;

import io.github.feedback4j.spring.core.SentOn;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds unless the application wants everything in memory, or has a place elsewhere for all of it. */
final class NotInMemory implements ConfigurationCondition {

  @Override
  public ConfigurationPhase getConfigurationPhase() {
    return ConfigurationPhase.REGISTER_BEAN;
  }

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment environment = context.getEnvironment();
    if (environment.getProperty("feedback4j.store", "auto").equalsIgnoreCase("memory")) {
      return false;
    }
    boolean contactsAreElsewhere =
        environment.getProperty("feedback4j.ledger", "auto").equalsIgnoreCase("redis");
    return !(contactsAreElsewhere && SentOn.holds(context));
  }
}
