package io.github.feedback4j.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.DispatcherServlet;

class FeedbackWebAutoConfigurationTest {

  private static final AutoConfigurations OURS = AutoConfigurations.of(
      core("io.github.feedback4j.spring.core.FeedbackCoreAutoConfiguration"),
      FeedbackWebAutoConfiguration.class);

  private final WebApplicationContextRunner web = new WebApplicationContextRunner()
      .withConfiguration(OURS)
      .withPropertyValues("feedback4j.store=memory");

  @Test
  void servesPromptsAnswersPreferencesAndTheWidget() {
    web.run(context -> assertThat(context)
        .hasSingleBean(PromptController.class)
        .hasSingleBean(ResponseController.class)
        .hasSingleBean(MeController.class)
        .hasSingleBean(AssetController.class));
  }

  @Test
  void isNotThereOutsideOfAWebApplication() {
    new ApplicationContextRunner()
        .withConfiguration(OURS)
        .withPropertyValues("feedback4j.store=memory")
        .run(context -> assertThat(context).doesNotHaveBean(PromptController.class));
  }

  @Test
  void isNotThereWithoutSpringMvc() {
    web.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
        .run(context -> assertThat(context).doesNotHaveBean(PromptController.class));
  }

  @Test
  void isNotThereWhenSwitchedOff() {
    for (String off : List.of("feedback4j.enabled=false", "feedback4j.web.enabled=false")) {
      web.withPropertyValues(off)
          .run(context -> assertThat(context).doesNotHaveBean(PromptController.class));
    }
  }

  @Test
  void needsNoSpringSecurity() {
    web.withClassLoader(new FilteredClassLoader(CsrfToken.class))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(PromptController.class));
  }

  @Test
  void aBasePathThatIsNoneIsNamed() {
    for (String path : List.of("feedback", "/", "/a b", "/feedback/")) {
      web.withPropertyValues("feedback4j.web.base-path=" + path)
          .run(context -> assertThat(context.getStartupFailure())
              .as("base path '%s'", path)
              .rootCause()
              .hasMessage(
                  "feedback4j.web.base-path must look like /feedback4j, but was '" + path + "'"));
    }
  }

  private static Class<?> core(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
