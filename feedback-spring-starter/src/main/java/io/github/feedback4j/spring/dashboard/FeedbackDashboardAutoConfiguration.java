package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.spring.http.CsrfTokens;
import io.github.feedback4j.spring.web.WebProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;

/** Serves the dashboard where somebody decides who may see it. */
@AutoConfiguration(afterName = "io.github.feedback4j.spring.core.FeedbackCoreAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBean(Feedback.class)
@ConditionalOnProperty(prefix = "feedback4j.dashboard", name = "enabled", matchIfMissing = true)
@Conditional({SomebodyDecides.class, AnswersAreHere.class})
@EnableConfigurationProperties({
  DashboardProperties.class,
  SecurityProperties.class,
  WebProperties.class
})
class FeedbackDashboardAutoConfiguration {

  @Bean
  Door feedback4jDashboardDoor(
      DashboardProperties dashboard,
      SecurityProperties authorities,
      WebProperties web,
      FeedbackAccess access) {
    return new Door(dashboard, authorities, access, web.basePath() + "/dashboard");
  }

  @Bean
  DashboardController feedback4jDashboardController(Door door, WebProperties web) {
    return new DashboardController(door, web.enabled());
  }

  @Bean
  StatsController feedback4jStatsController(
      Feedback feedback, DashboardProperties dashboard, Door door) {
    SmallGroupGuard guard = SmallGroupGuard.atLeast(dashboard.minGroupSize());
    Initiatives initiatives = Initiatives.of(dashboard.initiatives(), feedback.surveys());
    return new StatsController(feedback, guard, dashboard.batches(), initiatives, door);
  }

  @Bean(destroyMethod = "close")
  ThemesController feedback4jThemesController(
      Feedback feedback, Door door, ApplicationContext application) {
    return new ThemesController(
        feedback,
        CsrfTokens.of(application.getClassLoader()),
        door,
        new RetagJob(feedback, RetagJob.threadOfItsOwn()));
  }

  /** The authorities of Spring Security. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = SomebodyDecides.SECURITY)
  static class WithSecurity {
    @Bean
    @ConditionalOnMissingBean
    FeedbackAccess feedback4jAccess(SecurityProperties authorities) {
      return new AuthorityAccess(authorities);
    }
  }

  /** Nobody has an authority where nobody gives any. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingClass(SomebodyDecides.SECURITY)
  static class WithoutSecurity {
    @Bean
    @ConditionalOnMissingBean
    FeedbackAccess feedback4jAccess() {
      return (capability, request) -> false;
    }
  }
}
