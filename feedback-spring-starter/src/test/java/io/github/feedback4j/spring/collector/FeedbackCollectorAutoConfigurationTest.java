package io.github.feedback4j.spring.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.spring.actuate.HealthPart;
import io.github.feedback4j.spring.jdbc.InboxSource;
import io.github.feedback4j.survey.InMemorySurveyRegistry;
import io.github.feedback4j.survey.SurveyRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.DispatcherServlet;

class FeedbackCollectorAutoConfigurationTest {

  private static final AutoConfigurations OURS = AutoConfigurations.of(
      FeedbackCollectorAutoConfiguration.class,
      ours("jdbc.FeedbackJdbcAutoConfiguration"),
      ours("core.FeedbackCoreAutoConfiguration"));

  @TempDir
  private Path folder;

  private static Class<?> ours(String name) {
    try {
      return Class.forName("io.github.feedback4j.spring." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private String[] properties() {
    return new String[] {
      "feedback4j.jdbc.file=" + folder.resolve("answers"),
      "feedback4j.collector.enabled=true",
      "feedback4j.collector.applications.desk.source=urn:example:desk",
      "feedback4j.collector.applications.desk.token-hashes=" + "ab".repeat(32)
    };
  }

  private WebApplicationContextRunner web() {
    return new WebApplicationContextRunner()
        .withConfiguration(OURS)
        .withPropertyValues(properties());
  }

  @Test
  void isThereWhereItIsSwitchedOn() {
    web()
        .run(context -> assertThat(context)
            .hasSingleBean(CollectorController.class)
            .hasSingleBean(SurveyRegistry.class)
            .hasSingleBean(HealthPart.class));
  }

  @Test
  void nothingOfItIsThereUnlessItIsSwitchedOn() {
    for (String off : List.of("feedback4j.collector.enabled=false", "feedback4j.enabled=false")) {
      web()
          .withPropertyValues(off)
          .run(context -> assertThat(context)
              .doesNotHaveBean(CollectorController.class)
              .doesNotHaveBean(HealthPart.class)
              .doesNotHaveBean(InboxSource.class)
              .doesNotHaveBean(SurveyRegistry.class)
              .doesNotHaveBean(CollectorProperties.class));
    }
  }

  @Test
  void isNotThereOutsideOfAWebApplicationNorWithoutSpringMvc() {
    new ApplicationContextRunner()
        .withConfiguration(OURS)
        .withPropertyValues(properties())
        .run(context -> assertThat(context).doesNotHaveBean(CollectorController.class));
    web()
        .withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
        .run(context -> assertThat(context).doesNotHaveBean(CollectorController.class));
  }

  @Test
  void countsForMicrometerWhereThereIsSome() {
    web().run(context -> assertThat(context).doesNotHaveBean(Meters.class));
    web()
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .run(context -> assertThat(context).hasSingleBean(Meters.class));
    web()
        .withClassLoader(new FilteredClassLoader("io.micrometer.core"))
        .run(
            context -> assertThat(context).hasNotFailed().hasSingleBean(CollectorController.class));
  }

  @Test
  void answersInMemoryOrSentOnAreNoPlaceForACollector() {
    for (String store : List.of("memory", "remote")) {
      web().withPropertyValues("feedback4j.store=" + store).run(context -> {
        FailureAnalysis analysis =
            new CollectorSetUpFailureAnalyzer().analyze(context.getStartupFailure());
        assertThat(analysis.getDescription())
            .contains("feedback4j.store must be auto, jdbc or embedded");
      });
    }
  }

  @Test
  void aRegistryOfTheApplicationGoesBeforeOurs() {
    SurveyRegistry own = new InMemorySurveyRegistry();

    web()
        .withBean(SurveyRegistry.class, () -> own)
        .run(context -> assertThat(context.getBean(SurveyRegistry.class)).isSameAs(own));
  }
}
