package io.github.feedback4j.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FeedbackActuateAutoConfigurationTest {

  private final ApplicationContextRunner runner = new ApplicationContextRunner()
      .withConfiguration(AutoConfigurations.of(FeedbackActuateAutoConfiguration.class));

  private record Part(String name, boolean isDegraded, boolean isDown) implements HealthPart {
    @Override
    public Map<String, Object> details() {
      return Map.of("pending", 3L);
    }
  }

  private ApplicationContextRunner with(Part... parts) {
    ApplicationContextRunner all = runner;
    for (Part each : parts) {
      all = all.withBean(each.name(), HealthPart.class, () -> each);
    }
    return all;
  }

  @Test
  void isNotThereWhereNothingHasAnythingToSay() {
    runner.run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  @Test
  void isNotThereWithoutAnActuatorOrWhenSwitchedOff() {
    with(new Part("collector", false, false))
        .withClassLoader(new FilteredClassLoader(HealthIndicator.class))
        .run(context ->
            assertThat(context).hasNotFailed().doesNotHaveBean("feedback4jHealthIndicator"));
    with(new Part("collector", false, false))
        .withPropertyValues("management.health.feedback4j.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  @Test
  void theApplicationIsUpWhileAPartOfOursIsDegraded() {
    with(new Part("collector", false, false), new Part("delivery", true, false)).run(context -> {
      Health health = context.getBean(HealthIndicator.class).health();

      assertThat(health.getStatus()).isEqualTo(Status.UP);
      assertThat(health.getDetails())
          .containsEntry("degraded", true)
          .containsEntry("collector", Map.of("degraded", false, "pending", 3L))
          .containsEntry("delivery", Map.of("degraded", true, "pending", 3L));
    });
  }

  @Test
  void theApplicationIsDownOnlyWhereAPartSaysSo() {
    with(new Part("delivery", true, true))
        .run(context -> assertThat(
                context.getBean(HealthIndicator.class).health().getStatus())
            .isEqualTo(Status.DOWN));
  }
}
