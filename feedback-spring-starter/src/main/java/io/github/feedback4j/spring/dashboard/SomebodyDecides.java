package io.github.feedback4j.spring.dashboard;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Holds where somebody has decided who may see the dashboard: it fails closed. */
final class SomebodyDecides extends AnyNestedCondition {

  static final String SECURITY = "org.springframework.security.core.context.SecurityContextHolder";

  SomebodyDecides() {
    super(ConfigurationPhase.REGISTER_BEAN);
  }

  /** Spring Security knows who has which authority. */
  @ConditionalOnClass(name = SECURITY)
  static class BySecurity {}

  /** A bean of the application decides. */
  @ConditionalOnBean(FeedbackAccess.class)
  static class ByBean {}

  /** The application's owner has opened it. */
  @ConditionalOnProperty(prefix = "feedback4j.dashboard", name = "access", havingValue = "open")
  static class ByProperty {}
}
