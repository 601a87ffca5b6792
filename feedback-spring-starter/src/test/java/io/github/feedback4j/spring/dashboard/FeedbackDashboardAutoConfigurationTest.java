package io.github.feedback4j.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.insight.Initiative;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Declared;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.DispatcherServlet;

@ExtendWith(OutputCaptureExtension.class)
class FeedbackDashboardAutoConfigurationTest {

  private static final AutoConfigurations OURS = AutoConfigurations.of(
      core("io.github.feedback4j.spring.core.FeedbackCoreAutoConfiguration"),
      FeedbackDashboardAutoConfiguration.class);

  private static final FilteredClassLoader WITHOUT_SECURITY =
      new FilteredClassLoader(SecurityContextHolder.class);

  private final WebApplicationContextRunner web = new WebApplicationContextRunner()
      .withConfiguration(OURS)
      .withPropertyValues("feedback4j.store=memory");

  @Test
  void isThereForHoldersOfAnAuthority() {
    web.run(context -> assertThat(context)
        .hasSingleBean(DashboardController.class)
        .hasSingleBean(StatsController.class)
        .hasSingleBean(ThemesController.class)
        .getBean(FeedbackAccess.class)
        .isInstanceOf(AuthorityAccess.class));
  }

  @Test
  void isNotThereWithoutSpringSecurity() {
    web.withClassLoader(WITHOUT_SECURITY)
        .run(context -> assertThat(context)
            .hasNotFailed()
            .doesNotHaveBean(DashboardController.class)
            .doesNotHaveBean(StatsController.class)
            .doesNotHaveBean(ThemesController.class));
  }

  @Test
  void canBeOpenedWithoutSpringSecurity() {
    web.withClassLoader(WITHOUT_SECURITY)
        .withPropertyValues("feedback4j.dashboard.access=open")
        .run(context -> assertThat(context).hasSingleBean(DashboardController.class));
  }

  @Test
  void aBeanOfTheApplicationDecidesInThePlaceOfAuthorities() {
    FeedbackAccess own = (capability, request) -> true;

    web.withBean(FeedbackAccess.class, () -> own)
        .run(context -> assertThat(context.getBean(FeedbackAccess.class)).isSameAs(own));
    web.withClassLoader(WITHOUT_SECURITY)
        .withBean(FeedbackAccess.class, () -> own)
        .run(context -> assertThat(context).hasSingleBean(DashboardController.class));
  }

  @Test
  void isNotThereWhenSwitchedOff() {
    for (String off : List.of("feedback4j.enabled=false", "feedback4j.dashboard.enabled=false")) {
      web.withPropertyValues(off)
          .run(context -> assertThat(context).doesNotHaveBean(DashboardController.class));
    }
  }

  @Test
  void isNotThereOutsideOfAWebApplicationNorWithoutSpringMvc() {
    new ApplicationContextRunner()
        .withConfiguration(OURS)
        .withPropertyValues("feedback4j.store=memory")
        .run(context -> assertThat(context).doesNotHaveBean(DashboardController.class));
    web.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
        .run(context -> assertThat(context).doesNotHaveBean(DashboardController.class));
  }

  @Test
  void aGroupSizeOutOfBoundsIsNamed() {
    web.withPropertyValues("feedback4j.dashboard.min-group-size=0")
        .run(context -> assertThat(context.getStartupFailure())
            .rootCause()
            .hasMessage("feedback4j.dashboard.min-group-size must be between 1 and 20, but was 0"));
  }

  @Test
  void newAnswersAreShownAtOnceUnlessSaidOtherwise() {
    web.run(context ->
        assertThat(context.getBean(DashboardProperties.class).batches()).isNull());
    web.withPropertyValues(
            "feedback4j.dashboard.release=batched",
            "feedback4j.dashboard.release-every-days=7",
            "feedback4j.dashboard.min-group-size=8")
        .run(context -> assertThat(context.getBean(DashboardProperties.class).batches())
            .hasToString("BatchRelease[at least 8 answers of 8 persons, every 7 days]"));
    web.withPropertyValues("feedback4j.dashboard.release-every-days=0")
        .run(context -> assertThat(context.getStartupFailure())
            .rootCause()
            .hasMessage(
                "feedback4j.dashboard.release-every-days must be between 1 and 366, but was 0"));
  }

  @Test
  void initiativesAreDeclaredAsData() {
    web.withBean("survey", Survey.class, () -> Surveys.csat("csat"))
        .withPropertyValues(
            "feedback4j.dashboard.initiatives[0].name=New laptops",
            "feedback4j.dashboard.initiatives[0].start=2026-04-01",
            "feedback4j.dashboard.initiatives[0].survey=csat",
            "feedback4j.dashboard.initiatives[0].scope.service=Laptops",
            "feedback4j.dashboard.initiatives[1].name=Shorter forms",
            "feedback4j.dashboard.initiatives[1].start=2026-05-01",
            "feedback4j.dashboard.initiatives[1].survey=csat",
            "feedback4j.dashboard.initiatives[1].question=satisfaction",
            "feedback4j.dashboard.initiatives[1].direction=fall",
            "feedback4j.dashboard.initiatives[1].horizon=P6M")
        .run(context -> assertThat(context.getBean(DashboardProperties.class).initiatives())
            .containsExactly(
                new Declared(
                    "New laptops",
                    LocalDate.of(2026, 4, 1),
                    "csat",
                    null,
                    Map.of("service", "Laptops"),
                    Initiative.Direction.RISE,
                    Period.ofWeeks(13)),
                new Declared(
                    "Shorter forms",
                    LocalDate.of(2026, 5, 1),
                    "csat",
                    "satisfaction",
                    Map.of(),
                    Initiative.Direction.FALL,
                    Period.ofMonths(6))));
  }

  @Test
  void allThatIsWrongWithInitiativesIsNamedWithTheWayOut() {
    web.withBean("survey", Survey.class, () -> Surveys.csat("csat"))
        .withPropertyValues(
            "feedback4j.dashboard.initiatives[0].name=New laptops",
            "feedback4j.dashboard.initiatives[0].start=2026-04-01",
            "feedback4j.dashboard.initiatives[0].survey=cast",
            "feedback4j.dashboard.initiatives[0].scope.servise=Laptops",
            "feedback4j.dashboard.initiatives[0].horizon=P0D",
            "feedback4j.dashboard.initiatives[1].survey=csat",
            "feedback4j.dashboard.initiatives[1].question=comment")
        .run(context -> assertThat(context.getStartupFailure()).rootCause().hasMessage("""
                feedback4j.dashboard.initiatives[0].horizon must be longer than zero, such as P13W, but was P0D
                feedback4j.dashboard.initiatives[0].scope.servise is wrong: dimension must be one of agent, \
                change, channel, location, priority, service, sla, team, but was 'servise'
                feedback4j.dashboard.initiatives[0].survey must be one of [csat], but was 'cast'
                feedback4j.dashboard.initiatives[1].name must say what it is called, such as New laptops
                feedback4j.dashboard.initiatives[1].start must be the first day of the change, such as 2026-04-01
                feedback4j.dashboard.initiatives[1].question must be a rating of the survey 'csat', which has \
                [satisfaction], but was 'comment'"""));
  }

  @Test
  void aStartThatIsNoDayNamesItsProperty() {
    web.withPropertyValues(
            "feedback4j.dashboard.initiatives[0].name=New laptops",
            "feedback4j.dashboard.initiatives[0].start=soon")
        .run(context -> assertThat(context.getStartupFailure())
            .hasStackTraceContaining("feedback4j.dashboard.initiatives[0].start"));
  }

  @Test
  void theLineAtTheStartSaysWhoMaySeeIt(CapturedOutput output) {
    web.withBean("survey", Survey.class, () -> Surveys.csat("csat"))
        .withPropertyValues("feedback4j.web.base-path=/ask")
        .run(context -> assertThat(context).hasNotFailed());

    assertThat(output).contains("the dashboard /ask/dashboard is open to FEEDBACK_VIEW");
  }

  @Test
  void withEverySurfaceAtMostTwentyBeansAreOurs(@TempDir Path folder) {
    new WebApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(
            core("io.github.feedback4j.spring.jdbc.FeedbackJdbcAutoConfiguration"),
            core("io.github.feedback4j.spring.core.FeedbackCoreAutoConfiguration"),
            core("io.github.feedback4j.spring.web.FeedbackWebAutoConfiguration"),
            FeedbackDashboardAutoConfiguration.class))
        .withPropertyValues("feedback4j.jdbc.file=" + folder.resolve("answers"))
        .run(context -> {
          assertThat(context).hasSingleBean(DashboardController.class);
          assertThat(context.getBeanDefinitionNames())
              .filteredOn(each -> each.startsWith("feedback4j"))
              .hasSizeBetween(15, 20);
        });
  }

  private static Class<?> core(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
