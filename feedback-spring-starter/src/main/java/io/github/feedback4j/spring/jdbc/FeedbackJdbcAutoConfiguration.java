package io.github.feedback4j.spring.jdbc;

import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.spring.core.FeedbackProperties;
import io.github.feedback4j.spring.core.FeedbackProperties.Ledger;
import io.github.feedback4j.spring.core.FeedbackProperties.Store;
import io.github.feedback4j.survey.SurveyRegistry;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.springframework.core.env.Environment;

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

  private static final Logger log = LoggerFactory.getLogger("io.github.feedback4j");

  @Bean(destroyMethod = "close")
  @DependsOnDatabaseInitialization
  Stores feedback4jStores(
      FeedbackProperties feedback,
      JdbcProperties jdbc,
      ObjectProvider<DataSource> dataSource,
      ListableBeanFactory beans,
      Environment environment) {
    boolean keepsAnswers = beans.getBeanNamesForType(ResponseStore.class, false, false).length > 0;
    boolean needsDataSource = feedback.store() == Store.JDBC || feedback.ledger() == Ledger.JDBC;
    if (feedback.store() == Store.EMBEDDED && needsDataSource) {
      throw new StoreSetUpException(
          "feedback4j.store is embedded, but feedback4j.ledger is jdbc: answers and contacts are in one database.",
          "Set feedback4j.ledger=auto, or feedback4j.store=jdbc.");
    }
    if (feedback.store() == Store.EMBEDDED
        || (feedback.store() == Store.REMOTE && !needsDataSource)) {
      return Stores.embedded(jdbc, keepsAnswers);
    }
    if (jdbc.datasource() != null) {
      return Stores.of(named(jdbc.datasource(), beans), jdbc, keepsAnswers);
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
      sayThatNothingIsSent(feedback, environment);
      return Stores.of(found, jdbc, keepsAnswers);
    }
    if (needsDataSource) {
      throw new StoreSetUpException(
          "feedback4j.%s is jdbc, but the application has no DataSource."
              .formatted(feedback.store() == Store.JDBC ? "store" : "ledger"),
          "Configure one, or set feedback4j.%s."
              .formatted(feedback.store() == Store.JDBC ? "store=embedded" : "ledger=auto"));
    }
    return Stores.embedded(jdbc, keepsAnswers);
  }

  /** Somebody who gives an address and has a DataSource would else wait for answers at the collector. */
  private static void sayThatNothingIsSent(FeedbackProperties feedback, Environment environment) {
    if (feedback.store() == Store.AUTO
        && !environment.getProperty("feedback4j.remote.url", "").isBlank()) {
      log.warn("feedback4j.remote.url is not used, because answers are kept in the application's "
          + "DataSource; set feedback4j.store=remote to send them there");
    }
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
  @Conditional(ContactsInDatabase.class)
  ContactLedger feedback4jLedger(Stores stores, FeedbackProperties feedback) {
    // Nobody else opens the embedded file, so there is nothing to be remembered of it.
    return stores.isShared() ? feedback.near(stores.ledger()) : stores.ledger();
  }

  @Bean
  @ConditionalOnMissingBean
  @Conditional(ContactsInDatabase.class)
  SurveyCounters feedback4jSurveyCounters(Stores stores) {
    return stores.counters();
  }

  @Bean
  @Conditional(KeptHere.class)
  ResponseStore feedback4jResponseStore(Stores stores) {
    return stores.responses();
  }

  /** What only a collector has: the answers of other applications, and what they were asked. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(KeptHere.class)
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
