package io.github.feedback4j.spring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.InMemorySurveyCounters;
import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class FeedbackJdbcAutoConfigurationTest {

  @TempDir
  private Path folder;

  private ApplicationContextRunner runner() throws ClassNotFoundException {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(
            FeedbackJdbcAutoConfiguration.class,
            Class.forName("io.github.feedback4j.spring.core.FeedbackCoreAutoConfiguration")))
        .withUserConfiguration(OneSurvey.class)
        .withPropertyValues("feedback4j.jdbc.file=" + folder.resolve("answers"));
  }

  @Configuration(proxyBeanMethods = false)
  static class OneSurvey {
    @Bean
    Survey ticketCsat() {
      return Surveys.csat("ticket-csat").on("ticket.closed");
    }
  }

  @Test
  void anApplicationWithoutADataSourceKeepsAnswersInAFileAndStillHasNone() throws Exception {
    runner().run(context -> {
      assertThat(context).doesNotHaveBean(DataSource.class);
      answer(context.getBean(Feedback.class));
    });
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("answers.mv.db"));
    }

    runner().run(context -> {
      Feedback again = context.getBean(Feedback.class);
      assertThat(again.score(Query.of("ticket-csat")).n()).isEqualTo(1);
      assertThat(again.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1")))
          .asString()
          .contains("ALREADY_ASKED");
    });
  }

  @Test
  void usesTheDataSourceOfTheApplicationAndCreatesItsTablesThereWhenItIsInMemory()
      throws Exception {
    runner()
        .withBean(DataSource.class, FeedbackJdbcAutoConfigurationTest::database)
        .run(context -> {
          answer(context.getBean(Feedback.class));
          assertThat(
                  context.getBean(Feedback.class).score(Query.of("ticket-csat")).n())
              .isEqualTo(1);
        });
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void countsQuotasInTheSameDatabaseUnlessTheApplicationCountsThem() throws Exception {
    ApplicationContextRunner limited = runner()
        .withBean(
            "limited",
            Survey.class,
            () -> Surveys.csat("limited").on("project.finished").withQuota(Quota.total(1)));
    Touchpoint touchpoint = Touchpoint.of("project.finished", "anna");
    limited.run(context -> {
      assertThat(context).hasBean("feedback4jSurveyCounters");
      assertThat(context.getBean(Feedback.class).ask(touchpoint.subject("P-1")))
          .isInstanceOf(Decision.Ask.class);
    });
    limited.run(context -> assertThat(context
            .getBean(Feedback.class)
            .ask(Touchpoint.of("project.finished", "ben").subject("P-1")))
        .asString()
        .contains("QUOTA_REACHED"));
    limited.withBean(SurveyCounters.class, InMemorySurveyCounters::new).run(context -> {
      assertThat(context).doesNotHaveBean("feedback4jSurveyCounters");
      assertThat(context
              .getBean(Feedback.class)
              .ask(Touchpoint.of("project.finished", "cleo").subject("P-1")))
          .isInstanceOf(Decision.Ask.class);
    });
  }

  @Test
  void doesNotCreateTablesWhereAMigrationToolDoes() throws Exception {
    runner()
        .withBean(DataSource.class, FeedbackJdbcAutoConfigurationTest::database)
        .withPropertyValues("feedback4j.jdbc.initialize-schema=never")
        .run(context -> assertThat(analysis(context)).satisfies(analysis -> {
          assertThat(analysis.getDescription())
              .startsWith("The tables of feedback4j are not as they must be")
              .contains("schema-h2.sql");
          assertThat(analysis.getAction()).contains("feedback4j.jdbc.initialize-schema=always");
        }));
  }

  @Test
  void severalDataSourcesWithoutAChoiceAreExplained() throws Exception {
    ApplicationContextRunner two = runner()
        .withBean("orders", DataSource.class, FeedbackJdbcAutoConfigurationTest::database)
        .withBean("people", DataSource.class, FeedbackJdbcAutoConfigurationTest::database);

    two.run(context -> {
      assertThat(analysis(context).getDescription())
          .isEqualTo("There are several DataSources and none is primary: orders, people.");
      assertThat(analysis(context).getAction()).contains("feedback4j.jdbc.datasource");
    });
    two.withPropertyValues("feedback4j.jdbc.datasource=people")
        .run(context -> assertThat(context).hasNotFailed());
    two.withPropertyValues("feedback4j.jdbc.datasource=nobody")
        .run(context ->
            assertThat(analysis(context).getAction()).isEqualTo("Use one of [orders, people]."));
    two.withPropertyValues("feedback4j.store=embedded")
        .run(context -> assertThat(folder.resolve("answers.mv.db")).exists());
  }

  @Test
  void storeJdbcWithoutADataSourceIsExplained() throws Exception {
    runner()
        .withPropertyValues("feedback4j.store=jdbc")
        .run(context -> assertThat(analysis(context).getDescription())
            .isEqualTo("feedback4j.store is jdbc, but the application has no DataSource."));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsExplained() throws Exception {
    Path file = Files.createFile(folder.resolve("a-file"));

    runner()
        .withPropertyValues("feedback4j.jdbc.file=" + file.resolve("answers"))
        .run(context -> {
          assertThat(analysis(context).getDescription())
              .contains("cannot be opened")
              .contains("a-file");
          assertThat(analysis(context).getAction()).contains("feedback4j.jdbc.file");
        });
  }

  @Test
  void stepsBackForAStoreOfTheApplication() throws Exception {
    ContactLedger own = new InMemoryLedger();

    runner().withBean(ContactLedger.class, () -> own).run(context -> {
      assertThat(context.getBean(ContactLedger.class)).isSameAs(own);
      assertThat(context).doesNotHaveBean(ResponseStore.class);
    });
  }

  @Test
  void memoryMeansMemory() throws Exception {
    runner().withPropertyValues("feedback4j.store=memory").run(context -> {
      assertThat(context).doesNotHaveBean(ContactLedger.class);
      assertThat(folder).isEmptyDirectory();
    });
  }

  @Test
  void bootMakesNoDataSourceBecauseOfOurH2() throws Exception {
    runner()
        .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
        .withClassLoader(new FilteredClassLoader("org.springframework.jdbc"))
        .run(context -> assertThat(context).doesNotHaveBean(DataSource.class));
  }

  private static void answer(Feedback feedback) {
    Decision.Ask ask =
        (Decision.Ask) feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));
    feedback.submit(Response.to(ask.invitation()).rate("satisfaction", 4)).orElseThrow();
  }

  private static DataSource database() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  private static FailureAnalysis analysis(AssertableApplicationContext context) {
    FailureAnalysis analysis = new StoreSetUpFailureAnalyzer().analyze(context.getStartupFailure());
    assertThat(analysis).as("analysis of %s", context.getStartupFailure()).isNotNull();
    return analysis;
  }
}
