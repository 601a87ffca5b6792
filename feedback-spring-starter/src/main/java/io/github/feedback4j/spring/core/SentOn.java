package io.github.feedback4j.spring.core;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Holds where answers are sent to a collector: where that is chosen, or where an address is given and
 * there is no DataSource to keep them in.
 *
 * @since 0.1
 */
public final class SentOn implements ConfigurationCondition {

  @Override
  public ConfigurationPhase getConfigurationPhase() {
    return ConfigurationPhase.REGISTER_BEAN;
  }

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return holds(context);
  }

  /** Returns whether answers are sent on; ask once the beans of the application are registered. */
  public static boolean holds(ConditionContext context) {
    Environment environment = context.getEnvironment();
    String store = environment.getProperty("feedback4j.store", "auto");
    if (!store.equalsIgnoreCase("auto")) {
      return store.equalsIgnoreCase("remote");
    }
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    return !environment.getProperty("feedback4j.remote.url", "").isBlank()
        && beans != null
        && beans.getBeanNamesForType(DataSource.class, true, false).length == 0;
  }
}
