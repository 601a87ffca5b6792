package io.github.feedback4j.spring.collector;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.jdbc.JdbcInbox;
import io.github.feedback4j.jdbc.JdbcInbox.OwnSurveys;
import io.github.feedback4j.spring.collector.CollectorProperties.UnknownSurveys;
import io.github.feedback4j.spring.jdbc.InboxSource;
import io.github.feedback4j.spring.web.WebProperties;
import io.github.feedback4j.survey.Survey;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;

/** Takes the answers of other applications, where that is switched on. */
@AutoConfiguration(
    afterName = {
      "io.github.feedback4j.spring.core.FeedbackCoreAutoConfiguration",
      // The first are their names in Boot 3.5, the others in 4.
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnProperty(prefix = "feedback4j", name = "enabled", matchIfMissing = true)
@ConditionalOnProperty(prefix = "feedback4j.collector", name = "enabled", havingValue = "true")
@EnableConfigurationProperties({CollectorProperties.class, WebProperties.class})
class FeedbackCollectorAutoConfiguration {

  @Bean
  Totals feedback4jCollectorTotals(CollectorProperties properties, WebProperties web) {
    return new Totals(
        properties.applications().keySet(), web.basePath() + CollectorController.PATH);
  }

  @Bean
  CollectorController feedback4jCollectorController(
      CollectorProperties properties,
      Feedback feedback,
      ObjectProvider<InboxSource> source,
      ObjectProvider<Watcher> watchers) {
    InboxSource tables = source.getIfAvailable();
    if (tables == null) {
      throw new CollectorSetUpException(List.of(
          "feedback4j.store must be auto, jdbc or embedded, and the application must have no ContactLedger "
              + "and no ResponseStore of its own: the collector keeps answers in a database"));
    }
    JdbcInbox inbox = tables.open(
        own(feedback.ownSurveys()), properties.unknownSurveys() == UnknownSurveys.ACCEPT);
    Warnings warnings = new Warnings(System::nanoTime);
    List<Watcher> all = watchers.orderedStream().toList();
    return new CollectorController(
        SetUp.senders(properties, System::nanoTime),
        new Reception(inbox::accept, properties.maxEvents(), all, warnings),
        properties,
        all,
        warnings);
  }

  private static OwnSurveys own(List<Survey> surveys) {
    return (key, version) -> surveys.stream()
        .filter(each -> each.key().equals(key) && each.version() == version)
        .findFirst()
        .orElse(null);
  }

  /** Counts where there is Micrometer. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnBean(MeterRegistry.class)
  static class WithMicrometer {
    @Bean
    Meters feedback4jCollectorMeters(MeterRegistry registry) {
      return new Meters(registry);
    }
  }
}
