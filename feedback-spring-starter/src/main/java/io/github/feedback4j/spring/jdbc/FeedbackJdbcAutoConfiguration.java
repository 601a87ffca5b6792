package io.github.feedback4j.spring.jdbc;

import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.spring.core.FeedbackProperties;
import io.github.feedback4j.spring.core.FeedbackProperties.Store;
import io.github.feedback4j.survey.SurveyRegistry;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Keeps contacts and answers in a database, unless the application keeps them itself. */
@AutoConfiguration(
    afterName = {
      // The first is its name in Boot 3.5, the second in 4.
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
    })
@ConditionalOnProperty(prefix = "feedback4j", name = "enabled", matchIfMissing = true)
@Conditional(NotInMemory.class)
@ConditionalOnMissingBean({ContactLedger.class, ResponseStore.class})
@EnableConfigurationProperties({FeedbackProperties.class, JdbcProperties.class})
class FeedbackJdbcAutoConfiguration {

  @Bean(destroyMethod = "close")
  @DependsOnDatabaseInitialization
  Stores feedback4jStores(
      FeedbackProperties feedback,
      JdbcProperties jdbc,
      ObjectProvider<DataSource> dataSource,
      ListableBeanFactory beans) {
    if (feedback.store() == Store.EMBEDDED) {
      return Stores.embedded(jdbc);
    }
    if (jdbc.datasource() != null) {
      return Stores.of(named(jdbc.datasource(), beans), jdbc);
    }
    DataSource found;
    try {
      found = dataSource.getIfAvailable();
    } catch (NoUniqueBeanDefinitionException e) {
      throw new StoreSetUpException(
          "There are several DataSources and none is primary: "
              + String.join(", ", beans.getBeanNamesForType(DataSource.class)) + ".",
          "Name one with feedback4j.jdbc.datasource, or set feedback4j.store=embedded.",
          e);
    }
    if (found != null) {
      return Stores.of(found, jdbc);
    }
    if (feedback.store() == Store.JDBC) {
      throw new StoreSetUpException(
          "feedback4j.store is jdbc, but the application has no DataSource.",
          "Configure one, or set feedback4j.store=embedded.");
    }
    return Stores.embedded(jdbc);
  }

  private static DataSource named(String name, ListableBeanFactory beans) {
    Map<String, DataSource> all = beans.getBeansOfType(DataSource.class);
    DataSource source = all.get(name);
    if (source == null) {
      throw new StoreSetUpException(
          "feedback4j.jdbc.datasource names '" + name + "', but there is no such DataSource.",
          "Use one of " + all.keySet() + ".");
    }
    return source;
  }

  @Bean
  @ConditionalOnProperty(
      prefix = "feedback4j",
      name = "ledger",
      havingValue = "auto",
      matchIfMissing = true)
  ContactLedger feedback4jLedger(Stores stores, FeedbackProperties feedback) {
    // Nobody else opens the embedded file, so there is nothing to be remembered of it.
    return stores.isShared() ? feedback.near(stores.ledger()) : stores.ledger();
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(
      prefix = "feedback4j",
      name = "ledger",
      havingValue = "auto",
      matchIfMissing = true)
  SurveyCounters feedback4jSurveyCounters(Stores stores) {
    return stores.counters();
  }

  @Bean
  ResponseStore feedback4jResponseStore(Stores stores) {
    return stores.responses();
  }

  /** What only a collector has: the answers of other applications, and what they were asked. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(prefix = "feedback4j.collector", name = "enabled", havingValue = "true")
  static class ForCollector {

    @Bean
    InboxSource feedback4jInboxSource(Stores stores) {
      return stores::inbox;
    }

    @Bean
    @ConditionalOnMissingBean
    SurveyRegistry feedback4jSurveyRegistry(Stores stores) {
      return stores.registry();
    }
  }
}
