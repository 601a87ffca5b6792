package io.github.feedback4j.benchmarks;

import io.github.feedback4j.prompt.ContactLedger;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application that has its ledger from the starter, so that a shared store is measured as it is
 * used: with the starter's own wiring, and whatever stands before the store in it.
 */
final class Application implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  /** Nothing but the starter and what Spring Boot makes of the properties. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Guest {}

  Application(Map<String, Object> properties, BeanPostProcessor... processors) {
    context = new SpringApplicationBuilder(Guest.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .properties(properties)
        .initializers(
            context -> List.of(processors).forEach(context.getBeanFactory()::addBeanPostProcessor))
        .run();
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  ContactLedger ledger() {
    return get(ContactLedger.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
