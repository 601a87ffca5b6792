package io.github.feedback4j.spring.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.client.CollectorClient;
import io.github.feedback4j.client.SpoolOptions;
import io.github.feedback4j.client.TokenSupplier;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.spring.actuate.HealthPart;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FeedbackRemoteAutoConfigurationTest {

  private static final String TOKEN = "fb4j_0123456789abcdef0123456789abcdef";

  @TempDir
  private Path folder;

  private ApplicationContextRunner runner() {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(
            FeedbackRemoteAutoConfiguration.class,
            ours("jdbc.FeedbackJdbcAutoConfiguration"),
            ours("core.FeedbackCoreAutoConfiguration")))
        .withBean(Survey.class, () -> Surveys.csat("ticket-csat").on("ticket.closed"))
        .withPropertyValues(
            "feedback4j.jdbc.file=" + folder.resolve("contacts"),
            "feedback4j.remote.url=http://127.0.0.1:9",
            "feedback4j.remote.source=urn:example:desk",
            "feedback4j.remote.token=" + TOKEN,
            "feedback4j.remote.spool.directory=" + folder.resolve("spool"));
  }

  private static Class<?> ours(String name) {
    try {
      return Class.forName("io.github.feedback4j.spring." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource database() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  private static void answer(Feedback feedback) {
    Decision.Ask ask =
        (Decision.Ask) feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));
    feedback.submit(Response.to(ask.invitation()).rate("satisfaction", 4)).orElseThrow();
  }

  private static FailureAnalysis analysis(AssertableApplicationContext context) {
    FailureAnalysis analysis =
        new RemoteSetUpFailureAnalyzer().analyze(context.getStartupFailure());
    assertThat(analysis).as("analysis of %s", context.getStartupFailure()).isNotNull();
    return analysis;
  }

  @Test
  void withoutADataSourceAnAddressIsEnoughToSendAnswers(CapturedOutput output) {
    runner().run(context -> {
      answer(context.getBean(Feedback.class));

      assertThat(context).doesNotHaveBean(ResponseStore.class).doesNotHaveBean(DataSource.class);
      assertThat(context.getBean(CollectorClient.class).report().pending().records())
          .as("survey, invited, answered, response")
          .isEqualTo(4);
    });
    assertThat(output)
        .contains("answers are sent to http://127.0.0.1:9 as urn:example:desk, from ")
        .contains("contacts are kept in the embedded database")
        .contains("of this node; for several nodes set feedback4j.ledger to jdbc or redis")
        .doesNotContain("in memory only", TOKEN);
  }

  @Test
  void whatWasNotSentIsThereAfterARestart() {
    runner().run(context -> answer(context.getBean(Feedback.class)));

    runner().run(context -> {
      assertThat(context.getBean(CollectorClient.class).report().pending().records())
          .isEqualTo(4);
      assertThat(context
              .getBean(Feedback.class)
              .ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1")))
          .asString()
          .contains("ALREADY_ASKED");
    });
  }

  @Test
  void aDataSourceGoesBeforeAnAddressAndThatIsSaid(CapturedOutput output) {
    runner()
        .withBean(DataSource.class, FeedbackRemoteAutoConfigurationTest::database)
        .run(context -> assertThat(context)
            .hasSingleBean(ResponseStore.class)
            .doesNotHaveBean(CollectorClient.class));

    assertThat(output).contains("WARN").contains("set feedback4j.store=remote to send them there");
  }

  @Test
  void storeRemoteSendsAnswersBesideADataSource() {
    runner()
        .withBean(DataSource.class, FeedbackRemoteAutoConfigurationTest::database)
        .withPropertyValues("feedback4j.store=remote")
        .run(context -> {
          assertThat(context)
              .hasSingleBean(CollectorClient.class)
              .doesNotHaveBean(ResponseStore.class);
          answer(context.getBean(Feedback.class));
        });
    assertThat(folder.resolve("contacts.mv.db")).exists();
  }

  @Test
  void contactsMayBeInTheDataSourceForSeveralNodes(CapturedOutput output) {
    runner()
        .withBean(DataSource.class, FeedbackRemoteAutoConfigurationTest::database)
        .withPropertyValues("feedback4j.store=remote", "feedback4j.ledger=jdbc")
        .run(context -> {
          answer(context.getBean(Feedback.class));
          assertThat(context).hasSingleBean(ContactLedger.class);
        });
    assertThat(folder.resolve("contacts.mv.db")).doesNotExist();
    assertThat(output).contains("contacts are kept in the application's DataSource");
  }

  @Test
  void aLedgerInADataSourceThatIsNotThereIsExplained() {
    runner()
        .withPropertyValues("feedback4j.ledger=jdbc")
        .run(context -> assertThat(context.getStartupFailure())
            .hasStackTraceContaining(
                "feedback4j.ledger is jdbc, but the application has no DataSource."));
  }

  @Test
  void stepsBackForAStoreOfTheApplication() {
    runner()
        .withBean(ResponseStore.class, InMemoryResponseStore::new)
        .run(context -> assertThat(context).doesNotHaveBean(CollectorClient.class));
  }

  @Test
  void isNotThereWithoutAnAddress() {
    runner()
        .withPropertyValues("feedback4j.remote.url=")
        .run(context -> assertThat(context)
            .hasSingleBean(ResponseStore.class)
            .doesNotHaveBean(CollectorClient.class));
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    runner()
        .withPropertyValues(
            "feedback4j.store=remote",
            "feedback4j.remote.url=",
            "feedback4j.remote.source=",
            "feedback4j.remote.token=",
            "feedback4j.remote.spool.max-bytes=1KB")
        .run(context -> assertThat(analysis(context).getDescription())
            .isEqualTo("feedback4j sends answers to a collector: "
                + "feedback4j.remote.url is not set, such as https://feedback.example.com; "
                + "feedback4j.remote.source is not set, such as urn:example:desk; "
                + "feedback4j.remote.token is not set, and there is no TokenSupplier; "
                + "feedback4j.remote.spool: maxBytes must be at least 1048576, but was 1024."));
  }

  @Test
  void anAddressWithAPasswordIsRefusedAndNotRepeated() {
    runner()
        .withPropertyValues("feedback4j.remote.url=http://desk:secret@127.0.0.1")
        .run(context -> assertThat(analysis(context).getDescription())
            .contains("must have no user or password")
            .doesNotContain("secret"));
  }

  @Test
  void aBeanMayGiveTheToken() {
    runner()
        .withPropertyValues("feedback4j.remote.token=")
        .withBean(TokenSupplier.class, () -> () -> TOKEN)
        .run(context -> assertThat(context).hasSingleBean(CollectorClient.class));
  }

  @Test
  void aSpoolThatAnotherProcessHasIsExplained() {
    URI collector = URI.create("http://127.0.0.1:9");
    try (CollectorClient other = CollectorClient.builder(collector, URI.create("urn:example:other"))
        .spool(SpoolOptions.defaults().withDirectory(folder.resolve("spool")))
        .build()) {
      assertThat(other.report().pending().records()).isZero();

      runner().run(context -> {
        assertThat(analysis(context).getDescription()).contains("spool").contains("lock");
        assertThat(analysis(context).getAction()).contains("feedback4j.remote.spool.directory");
      });
    }
  }

  @Test
  void anHttpClientThatIsNotThereIsExplained() {
    runner()
        .withPropertyValues("feedback4j.remote.http-client=nobody")
        .run(context -> assertThat(analysis(context).getAction()).isEqualTo("Use one of []."));
  }

  @Test
  void withoutTheClientOnTheClassPathTheWayOutIsSaid() {
    runner()
        .withClassLoader(new FilteredClassLoader(CollectorClient.class))
        .run(context -> assertThat(analysis(context).getAction())
            .startsWith("Add io.github.feedback4j:feedback-http-client"));
  }

  @Test
  void neitherMicrometerNorAnActuatorIsNeeded() {
    runner()
        .withClassLoader(
            new FilteredClassLoader("io.micrometer", "org.springframework.boot.actuate"))
        .run(context -> answer(context.getBean(Feedback.class)));
  }

  @Test
  void metersAndHealthSayWhatWaits() {
    runner().withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
      answer(context.getBean(Feedback.class));

      MeterRegistry registry = context.getBean(MeterRegistry.class);
      assertThat(registry.get("feedback4j.delivery.pending").gauge().value()).isEqualTo(4);
      assertThat(registry.get("feedback4j.delivery.pending.size").gauge().value())
          .isPositive();
      assertThat(registry.get("feedback4j.delivery.pending.age").timeGauge().value())
          .isNotNegative();
      assertThat(registry
              .get("feedback4j.delivery.records")
              .tag("outcome", "accepted")
              .functionCounter()
              .count())
          .isZero();
      assertThat(registry
              .get("feedback4j.delivery.refused")
              .tag("reason", "spool-full")
              .functionCounter()
              .count())
          .isZero();
      assertThat(context.getBean(HealthPart.class).details()).containsEntry("pending", 4L);
    });
  }

  @Test
  void thePropertiesShowNoToken() {
    runner()
        .run(context -> assertThat(context.getBean(RemoteProperties.class).toString())
            .contains("urn:example:desk")
            .doesNotContain(TOKEN));
  }
}
