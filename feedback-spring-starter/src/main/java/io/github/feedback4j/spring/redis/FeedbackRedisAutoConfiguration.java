package io.github.feedback4j.spring.redis;

import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.spring.core.FeedbackProperties;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Keeps contacts and counts in the application's Redis, where that is chosen. */
@AutoConfiguration(afterName = "io.github.feedback4j.spring.jdbc.FeedbackJdbcAutoConfiguration")
@ConditionalOnProperty(prefix = "feedback4j", name = "enabled", matchIfMissing = true)
@ConditionalOnProperty(prefix = "feedback4j", name = "ledger", havingValue = "redis")
@ConditionalOnMissingBean(ContactLedger.class)
@EnableConfigurationProperties(FeedbackProperties.class)
class FeedbackRedisAutoConfiguration {

  private static final String NO_FACTORY = "the application has no RedisConnectionFactory";

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(RedisConnectionFactory.class)
  static class WithSpringDataRedis {

    @Bean
    RedisStores feedback4jRedisStores(
        FeedbackProperties properties,
        ObjectProvider<RedisConnectionFactory> connections,
        ListableBeanFactory beans) {
      String name = properties.redis().connectionFactory();
      return new RedisStores(
          name == null ? only(connections, beans) : named(name, beans), properties.redis());
    }

    private static RedisConnectionFactory only(
        ObjectProvider<RedisConnectionFactory> connections, ListableBeanFactory beans) {
      RedisConnectionFactory found;
      try {
        found = connections.getIfAvailable();
      } catch (NoUniqueBeanDefinitionException e) {
        throw new RedisStoreException(
            "there are several RedisConnectionFactories and none is primary: "
                + String.join(", ", beans.getBeanNamesForType(RedisConnectionFactory.class)),
            "Name one with feedback4j.redis.connection-factory.");
      }
      if (found == null) {
        throw new RedisStoreException(
            NO_FACTORY,
            "Add spring-boot-starter-data-redis and set spring.data.redis.url, or set "
                + "feedback4j.ledger=auto.");
      }
      return found;
    }

    private static RedisConnectionFactory named(String name, ListableBeanFactory beans) {
      Map<String, RedisConnectionFactory> all = beans.getBeansOfType(RedisConnectionFactory.class);
      RedisConnectionFactory found = all.get(name);
      if (found == null) {
        throw new RedisStoreException(
            "feedback4j.redis.connection-factory names '" + name
                + "', but there is no such RedisConnectionFactory",
            "Use one of " + all.keySet() + ".");
      }
      return found;
    }

    @Bean
    ContactLedger feedback4jLedger(RedisStores stores, FeedbackProperties properties) {
      return properties.near(stores.ledger());
    }

    @Bean
    @ConditionalOnMissingBean
    SurveyCounters feedback4jSurveyCounters(RedisStores stores) {
      return stores.counters();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingClass("org.springframework.data.redis.connection.RedisConnectionFactory")
  static class WithoutSpringDataRedis {

    @Bean
    ContactLedger feedback4jLedger() {
      throw new RedisStoreException(
          "Spring Data Redis is not on the class path",
          "Add spring-boot-starter-data-redis and set spring.data.redis.url, or set "
              + "feedback4j.ledger=auto.");
    }
  }
}
