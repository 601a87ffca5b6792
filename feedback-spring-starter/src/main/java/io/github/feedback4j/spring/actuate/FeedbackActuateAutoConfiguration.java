package io.github.feedback4j.spring.actuate;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds our parts to the health of an application, where they have something to say. */
@AutoConfiguration(
    afterName = {
      "io.github.feedback4j.spring.collector.FeedbackCollectorAutoConfiguration",
      "io.github.feedback4j.spring.remote.FeedbackRemoteAutoConfiguration"
    })
@ConditionalOnBean(HealthPart.class)
@ConditionalOnProperty(
    prefix = "management.health.feedback4j",
    name = "enabled",
    matchIfMissing = true)
class FeedbackActuateAutoConfiguration {

  private static final String BOOT_3 = "org.springframework.boot.actuate.health.HealthIndicator";
  private static final String BOOT_4 =
      "org.springframework.boot.health.contributor.HealthIndicator";

  /** The Actuator of Spring Boot 3.5. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = BOOT_3)
  static class OnBoot3 {

    @Bean
    @ConditionalOnMissingBean(name = "feedback4jHealthIndicator")
    org.springframework.boot.actuate.health.HealthIndicator feedback4jHealthIndicator(
        ObjectProvider<HealthPart> parts) {
      return () -> {
        Report report = Report.of(parts.orderedStream().toList());
        return (report.isDown()
                ? org.springframework.boot.actuate.health.Health.down()
                : org.springframework.boot.actuate.health.Health.up())
            .withDetails(report.details())
            .build();
      };
    }
  }

  /** That of Spring Boot 4, where the same types have moved. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = BOOT_4)
  @ConditionalOnMissingClass(BOOT_3)
  static class OnBoot4 {

    @Bean
    @ConditionalOnMissingBean(name = "feedback4jHealthIndicator")
    org.springframework.boot.health.contributor.HealthIndicator feedback4jHealthIndicator(
        ObjectProvider<HealthPart> parts) {
      return () -> {
        Report report = Report.of(parts.orderedStream().toList());
        return (report.isDown()
                ? org.springframework.boot.health.contributor.Health.down()
                : org.springframework.boot.health.contributor.Health.up())
            .withDetails(report.details())
            .build();
      };
    }
  }
}
