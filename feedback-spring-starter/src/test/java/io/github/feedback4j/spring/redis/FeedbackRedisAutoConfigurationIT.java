package io.github.feedback4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Applications that keep contacts in Redis and answers in a database of their own. */
@ExtendWith(OutputCaptureExtension.class)
class FeedbackRedisAutoConfigurationIT {

  private static final String WARNING = "throws contacts and opt-outs away";

  @TempDir
  private Path folder;

  private final String prefix = TestRedis.prefix();

  private ApplicationContextRunner node(String name, TestRedis server) throws Exception {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(
            FeedbackRedisAutoConfiguration.class,
            Class.forName("io.github.feedback4j.spring.jdbc.FeedbackJdbcAutoConfiguration"),
            Class.forName("io.github.feedback4j.spring.core.FeedbackCoreAutoConfiguration")))
        .withBean(RedisConnectionFactory.class, server::connect)
        .withBean(
            Survey.class,
            () -> Surveys.csat("ticket-csat").on("ticket.closed").withQuota(Quota.total(1)))
        .withPropertyValues(
            "feedback4j.ledger=redis",
            "feedback4j.redis.key-prefix=" + prefix,
            "feedback4j.jdbc.file=" + folder.resolve(name));
  }

  @Test
  void nodesShareContactsAndCountsInRedisAndEachKeepsItsAnswersInItsDatabase() throws Exception {
    node("first", TestRedis.shared()).run(context -> {
      Feedback feedback = context.getBean(Feedback.class);
      Decision.Ask ask = (Decision.Ask) ask(feedback, "anna", "INC-1");
      feedback.submit(Response.to(ask.invitation()).rate("satisfaction", 4)).orElseThrow();
      assertThat(feedback.score(Query.of("ticket-csat")).n()).isEqualTo(1);
    });

    node("second", TestRedis.shared()).run(context -> {
      Feedback feedback = context.getBean(Feedback.class);
      assertThat(ask(feedback, "anna", "INC-1")).asString().contains("ALREADY_ASKED");
      assertThat(ask(feedback, "anna", "INC-2")).asString().contains("COOLING_DOWN");
      assertThat(ask(feedback, "ben", "INC-3")).asString().contains("QUOTA_REACHED");
      assertThat(feedback.score(Query.of("ticket-csat")).n()).isZero();
    });
  }

  @Test
  void answersMayStayInMemory() throws Exception {
    node("none", TestRedis.shared())
        .withPropertyValues("feedback4j.store=memory")
        .run(context -> assertThat(ask(context.getBean(Feedback.class), "anna", "INC-1"))
            .isInstanceOf(Decision.Ask.class));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theLineAtTheStartNamesTheLedger(CapturedOutput output) throws Exception {
    node("first", TestRedis.shared()).run(context -> assertThat(context).hasNotFailed());

    assertThat(output)
        .contains("feedback4j asks [ticket-csat v1]; answers are kept in the embedded database")
        .contains("; contacts are kept in Redis below '" + prefix + "'")
        .doesNotContain(WARNING);
  }

  @Test
  void addsOneBeanToThoseOfAnApplicationWithoutRedis() throws Exception {
    List<String> with = beans("feedback4j.ledger=redis");
    List<String> without = beans("feedback4j.ledger=auto");

    assertThat(with).containsAll(without).hasSize(without.size() + 1);
  }

  private List<String> beans(String property) throws Exception {
    List<String> names = new ArrayList<>();
    node("beans", TestRedis.shared())
        .withPropertyValues(property)
        .run(context -> Arrays.stream(context.getBeanDefinitionNames())
            .filter(each -> each.startsWith("feedback4j"))
            .forEach(names::add));
    return names;
  }

  @Test
  void warnsOfARedisThatThrowsContactsAway(CapturedOutput output) throws Exception {
    try (TestRedis cache = TestRedis.with("maxmemory 100mb", "maxmemory-policy allkeys-lru")) {
      node("first", cache).run(context -> assertThat(context).hasNotFailed());
    }

    assertThat(output).containsOnlyOnce(WARNING).contains("maxmemory-policy allkeys-lru");
  }

  @Test
  void saysNothingOfARedisWithoutALimitOrWhoseSettingsAreSecret(CapturedOutput output)
      throws Exception {
    try (TestRedis unlimited = TestRedis.with("maxmemory-policy allkeys-lru");
        TestRedis hosted = TestRedis.with(
            "maxmemory 100mb", "maxmemory-policy allkeys-lru", "rename-command CONFIG \"\"")) {
      node("first", unlimited).run(context -> assertThat(context).hasNotFailed());
      node("second", hosted).run(context -> assertThat(context).hasNotFailed());
    }

    assertThat(output).doesNotContain(WARNING);
  }

  private static Decision ask(Feedback feedback, String person, String ticket) {
    return feedback.ask(Touchpoint.of("ticket.closed", person).subject(ticket));
  }
}
