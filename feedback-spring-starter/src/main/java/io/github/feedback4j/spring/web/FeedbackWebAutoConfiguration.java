package io.github.feedback4j.spring.web;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.spring.core.FeedbackProperties;
import io.github.feedback4j.spring.http.CsrfTokens;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;

/** Serves prompts, answers and the widget in a servlet application. */
@AutoConfiguration(afterName = "io.github.feedback4j.spring.core.FeedbackCoreAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBean(Feedback.class)
@ConditionalOnProperty(prefix = "feedback4j.web", name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(WebProperties.class)
class FeedbackWebAutoConfiguration {

  @Bean
  PromptController feedback4jPromptController(
      Feedback feedback,
      ObjectProvider<TouchpointSource> source,
      FeedbackProperties properties,
      ApplicationContext application) {
    return new PromptController(
        feedback,
        source.getIfAvailable(() -> (event, subject, user) -> Optional.empty()),
        CsrfTokens.of(application.getClassLoader()),
        identity(properties));
  }

  @Bean
  MeController feedback4jMeController(
      Feedback feedback, FeedbackProperties properties, ApplicationContext application) {
    CsrfTokens csrf = CsrfTokens.of(application.getClassLoader());
    return new MeController(feedback, csrf, identity(properties), InstantSource.system());
  }

  private static String identity(FeedbackProperties properties) {
    return properties.respondent().mode().name().toLowerCase(Locale.ROOT);
  }

  @Bean
  ResponseController feedback4jResponseController(Feedback feedback) {
    return new ResponseController(feedback);
  }

  @Bean
  AssetController feedback4jAssetController() {
    return new AssetController();
  }
}
