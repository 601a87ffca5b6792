package io.github.feedback4j.spring.remote;

import io.github.feedback4j.client.CollectorClient;
import io.github.feedback4j.client.DeliveryListener;
import io.github.feedback4j.client.TokenSupplier;
import io.github.feedback4j.response.ResponseSink;
import io.github.feedback4j.spring.core.ApplicationSurveys;
import io.github.feedback4j.spring.core.SentOn;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Sends answers to a collector, where there is one and no other place for them. */
@AutoConfiguration(
    afterName = {
      // The first are their names in Boot 3.5, the second in 4.
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnProperty(prefix = "feedback4j", name = "enabled", matchIfMissing = true)
@Conditional(SentOn.class)
@ConditionalOnMissingBean(ResponseSink.class)
class FeedbackRemoteAutoConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(CollectorClient.class)
  @EnableConfigurationProperties(RemoteProperties.class)
  static class WithClient {

    @Bean(destroyMethod = "close")
    CollectorClient feedback4jCollectorClient(
        RemoteProperties properties,
        ApplicationSurveys surveys,
        ObjectProvider<TokenSupplier> tokens,
        ObjectProvider<DeliveryListener> listeners,
        ListableBeanFactory beans) {
      return new Client(properties, tokens.getIfAvailable())
          .open(surveys.surveys(), listeners.orderedStream().toList(), http(properties, beans));
    }

    private static @Nullable OkHttpClient http(
        RemoteProperties properties, ListableBeanFactory beans) {
      String name = properties.httpClient();
      if (name == null) {
        return null;
      }
      Map<String, OkHttpClient> all = beans.getBeansOfType(OkHttpClient.class);
      OkHttpClient found = all.get(name);
      if (found == null) {
        throw new RemoteSetUpException(
            "feedback4j.remote.http-client names '" + name + "', but there is no such OkHttpClient",
            "Use one of " + all.keySet() + ".");
      }
      return found;
    }

    @Bean
    Delivery feedback4jDelivery(CollectorClient client, RemoteProperties properties) {
      return new Delivery(client, properties);
    }

    /** Counts where there is Micrometer. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    static class WithMicrometer {

      @Bean
      DeliveryMeters feedback4jDeliveryMeters(
          MeterRegistry registry, ObjectProvider<CollectorClient> client) {
        return new DeliveryMeters(registry, client);
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingClass("io.github.feedback4j.client.CollectorClient")
  static class WithoutClient {

    @Bean
    ResponseSink feedback4jCollectorClient() {
      throw new RemoteSetUpException(
          "feedback-http-client is not on the class path",
          "Add io.github.feedback4j:feedback-http-client, or set feedback4j.store to where answers "
              + "are kept instead.");
    }
  }
}
