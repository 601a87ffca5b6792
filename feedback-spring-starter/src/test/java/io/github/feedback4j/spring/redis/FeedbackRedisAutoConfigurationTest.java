package io.github.feedback4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.jdbc.JdbcLedger;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.NearLedger;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** How a ledger in Redis is chosen, without a Redis. */
class FeedbackRedisAutoConfigurationTest {

  private static final String CHOSEN = "feedback4j.ledger=redis";
  private static final String KEY = "feedback4j.respondent.pseudonym-key=0123456789abcdef";

  @TempDir
  private Path folder;

  private ApplicationContextRunner runner() throws ClassNotFoundException {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(
            FeedbackRedisAutoConfiguration.class,
            Class.forName("io.github.feedback4j.spring.jdbc.FeedbackJdbcAutoConfiguration"),
            Class.forName("io.github.feedback4j.spring.core.FeedbackCoreAutoConfiguration")))
        .withBean(Survey.class, () -> Surveys.csat("ticket-csat").on("ticket.closed"))
        .withPropertyValues("feedback4j.jdbc.file=" + folder.resolve("answers"));
  }

  private ApplicationContextRunner withRedisAway() throws Exception {
    return runner()
        .withBean(RedisConnectionFactory.class, FeedbackRedisAutoConfigurationTest::away)
        .withPropertyValues(CHOSEN);
  }

  @Test
  void aRedisThatIsNotChosenIsNotUsed() throws Exception {
    runner()
        .withBean(RedisConnectionFactory.class, FeedbackRedisAutoConfigurationTest::away)
        .run(context -> {
          assertThat(context).doesNotHaveBean(RedisStores.class);
          assertThat(context).getBean(ContactLedger.class).isInstanceOf(JdbcLedger.class);
        });
  }

  @Test
  void aChoiceWithoutSpringDataRedisIsExplained() throws Exception {
    runner()
        .withPropertyValues(CHOSEN)
        .withClassLoader(new FilteredClassLoader("org.springframework.data.redis"))
        .run(context -> {
          assertThat(analysis(context).getDescription())
              .isEqualTo("feedback4j keeps contacts in Redis (feedback4j.ledger=redis): "
                  + "Spring Data Redis is not on the class path.");
          assertThat(analysis(context).getAction())
              .isEqualTo("Add spring-boot-starter-data-redis and set spring.data.redis.url, or set "
                  + "feedback4j.ledger=auto.");
        });
  }

  @Test
  void withoutSpringDataRedisEverythingElseIsAsItWas() throws Exception {
    runner()
        .withClassLoader(new FilteredClassLoader("org.springframework.data.redis"))
        .run(context -> assertThat(context).hasSingleBean(Feedback.class));
  }

  @Test
  void aChoiceWithoutAConnectionFactoryIsExplained() throws Exception {
    runner().withPropertyValues(CHOSEN).run(context -> {
      assertThat(analysis(context).getDescription())
          .endsWith(": the application has no RedisConnectionFactory.");
      assertThat(analysis(context).getAction()).contains("spring-boot-starter-data-redis");
    });
  }

  @Test
  void severalConnectionFactoriesWithoutAChoiceAreExplained() throws Exception {
    ApplicationContextRunner two = runner()
        .withPropertyValues(CHOSEN, KEY)
        .withBean("cache", RedisConnectionFactory.class, FeedbackRedisAutoConfigurationTest::away)
        .withBean("data", RedisConnectionFactory.class, FeedbackRedisAutoConfigurationTest::away);

    two.run(context -> {
      assertThat(analysis(context).getDescription())
          .endsWith(
              ": there are several RedisConnectionFactories and none is primary: cache, data.");
      assertThat(analysis(context).getAction())
          .isEqualTo("Name one with feedback4j.redis.connection-factory.");
    });
    two.withPropertyValues("feedback4j.redis.connection-factory=nobody")
        .run(context ->
            assertThat(analysis(context).getAction()).isEqualTo("Use one of [cache, data]."));
    two.withPropertyValues("feedback4j.redis.connection-factory=data")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void aRedisThatIsAwayAtTheStartIsExplained() throws Exception {
    withRedisAway().run(context -> {
      assertThat(analysis(context).getDescription())
          .contains("could not read the pseudonym key: RedisConnectionFailureException "
              + "(no connection, or no answer in time)");
      assertThat(analysis(context).getAction())
          .contains("spring.data.redis.*", "feedback4j.respondent.pseudonym-key");
    });
  }

  @Test
  void withAPseudonymKeyTheApplicationStartsWithoutRedisAndAsksNobody() throws Exception {
    withRedisAway()
        .withPropertyValues(KEY)
        .run(context -> assertThat(context
                .getBean(Feedback.class)
                .ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1")))
            .asString()
            .contains("STORE_UNAVAILABLE"));
  }

  @Test
  void stepsBackForALedgerOfTheApplication() throws Exception {
    ContactLedger own = new InMemoryLedger();

    withRedisAway().withBean(ContactLedger.class, () -> own).run(context -> {
      assertThat(context).doesNotHaveBean(RedisStores.class);
      assertThat(context.getBean(ContactLedger.class)).isSameAs(own);
    });
  }

  @Test
  void isNotThereWhereFeedback4jIsOff() throws Exception {
    withRedisAway()
        .withPropertyValues("feedback4j.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(ContactLedger.class));
  }

  @Test
  void onlyALedgerThatIsSharedHasAMemoryBeforeItAndNoneIfItMayNotLast() throws Exception {
    withRedisAway()
        .withPropertyValues(KEY)
        .run(context ->
            assertThat(context).getBean(ContactLedger.class).isInstanceOf(NearLedger.class));
    withRedisAway()
        .withPropertyValues(KEY, "feedback4j.near-cache=0s")
        .run(context ->
            assertThat(context).getBean(ContactLedger.class).isInstanceOf(RedisLedger.class));
    runner()
        .withBean(DataSource.class, FeedbackRedisAutoConfigurationTest::database)
        .run(context ->
            assertThat(context).getBean(ContactLedger.class).isInstanceOf(NearLedger.class));
    runner()
        .run(context ->
            assertThat(context).getBean(ContactLedger.class).isInstanceOf(JdbcLedger.class));
  }

  @Test
  void aMemoryThatLastsTooLongStopsTheStart() throws Exception {
    runner()
        .withPropertyValues("feedback4j.near-cache=2m")
        .run(context -> assertThat(context)
            .getFailure()
            .hasStackTraceContaining(
                "feedback4j.near-cache must be between 0s and 60s, but was PT2M"));
  }

  private static DataSource database() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  /** A factory whose Redis nobody has started. */
  private static LettuceConnectionFactory away() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return new LettuceConnectionFactory(
          new RedisStandaloneConfiguration("127.0.0.1", socket.getLocalPort()),
          LettuceClientConfiguration.builder()
              .commandTimeout(Duration.ofSeconds(1))
              .shutdownTimeout(Duration.ZERO)
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FailureAnalysis analysis(AssertableApplicationContext context) {
    FailureAnalysis analysis = new RedisFailureAnalyzer().analyze(context.getStartupFailure());
    assertThat(analysis).as("analysis of %s", context.getStartupFailure()).isNotNull();
    return analysis;
  }
}
