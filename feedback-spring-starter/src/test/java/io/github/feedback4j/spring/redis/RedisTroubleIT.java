package io.github.feedback4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Dismissal;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Recorded;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Surveys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.types.RedisClientInfo;

/** Whatever happens to Redis, the application gets an answer and nobody is asked on a guess. */
class RedisTroubleIT {

  private static final Counter TOTAL = new Counter("csat/quota", Instant.EPOCH, Counter.NEVER);
  private static final byte[] PSEUDONYM_KEY = new byte[32];

  @Test
  void whileRedisIsAwayNobodyIsAskedAndRecordingSaysSoAndAfterThatItGoesOn() {
    try (TestRedis server = TestRedis.with()) {
      LettuceConnectionFactory connections = server.connect();
      Feedback feedback = feedback(connections);
      Invitation invitation = ask(feedback, "anna").fold(Decision.Ask::invitation, skip -> {
        throw new AssertionError("expected to ask, but " + skip);
      });

      server.stop();
      assertThat(reason(ask(feedback, "anna"))).isEqualTo(SkipReason.STORE_UNAVAILABLE);
      assertThat(feedback.dismiss(invitation, Dismissal.CLOSED)).isEqualTo(Recorded.UNAVAILABLE);
      assertThatThrownBy(() -> feedback.erase("anna"))
          .isInstanceOf(RedisStoreException.class)
          .hasMessageStartingWith("could not erase a contact history: ")
          .hasMessageEndingWith(" (no connection, or no answer in time)");

      server.start();
      // The driver tries to connect again in growing steps.
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(ask(feedback, "ben")).isInstanceOf(Decision.Ask.class));
      connections.destroy();
    }
  }

  @Test
  void aConnectionThatIsKilledIsMadeAgain() {
    try (TestRedis server = TestRedis.with()) {
      LettuceConnectionFactory connections = server.connect();
      LettuceConnectionFactory killer = server.connect();
      Feedback feedback = feedback(connections);
      ask(feedback, "anna");

      assertThat(killOthers(killer)).isEqualTo(1);

      assertThat(ask(feedback, "anna"))
          .isInstanceOfSatisfying(
              Decision.Ask.class, again -> assertThat(again.again()).isTrue());
      connections.destroy();
      killer.destroy();
    }
  }

  @Test
  void aFullRedisAsksNobodyNewAndStillErases() {
    try (TestRedis server = TestRedis.with()) {
      LettuceConnectionFactory connections = server.connect();
      Feedback feedback = feedback(connections);
      ask(feedback, "anna");

      TestRedis.command(connections, "CONFIG", "SET", "maxmemory", "1");
      assertThat(reason(ask(feedback, "ben"))).isEqualTo(SkipReason.STORE_FULL);
      assertThat(ask(feedback, "anna")).isInstanceOf(Decision.Ask.class);
      assertThatThrownBy(() -> counters(connections).lease(TOTAL, 10, 1))
          .hasMessageStartingWith("could not exchange a count: ");
      feedback.erase("anna");

      TestRedis.command(connections, "CONFIG", "SET", "maxmemory", "0");
      assertThat(ask(feedback, "ben")).isInstanceOf(Decision.Ask.class);
      connections.destroy();
    }
  }

  @Test
  void aUserWhoMayDoWhatTheDocumentationNamesMayDoEnoughAndAnotherIsExplained() throws IOException {
    try (TestRedis server = TestRedis.with()) {
      LettuceConnectionFactory admin = server.connect();
      TestRedis.command(admin, "ACL", arguments("SETUSER fb on >secret " + documented()));
      TestRedis.command(admin, "ACL", arguments("SETUSER reader on >secret +get ~other:*"));
      LettuceConnectionFactory connections = server.connectAs("fb", "secret");
      LettuceConnectionFactory refused = server.connectAs("reader", "secret");

      RedisLedger ledger = ledger(connections);
      ledger.secretKey(new byte[32]);
      ledger.setPaused("nps", true);
      ledger.setPaused("nps", false);
      Feedback feedback = feedback(connections);
      assertThat(ask(feedback, "anna")).isInstanceOf(Decision.Ask.class);
      TestRedis.command(admin, "SCRIPT", "FLUSH");
      assertThat(feedback.optOut("anna")).isEqualTo(Recorded.DONE);
      feedback.erase("anna");
      assertThat(counters(connections).lease(TOTAL, 10, 1)).isEqualTo(1);

      assertThatThrownBy(() -> counters(refused).load(TOTAL))
          .hasMessage("could not load a count: NOPERM (not authorised; docs/spring.md names the "
              + "commands and keys that feedback4j needs)");
      admin.destroy();
      connections.destroy();
      refused.destroy();
    }
  }

  @Test
  void noMessageRepeatsWhatRedisRepeats() {
    try (TestRedis server = TestRedis.with("rename-command EVALSHA \"\"")) {
      LettuceConnectionFactory connections = server.connect();
      assertThatThrownBy(
              () -> TestRedis.command(connections, "EVALSHA", "0", "1", "feedback4j:contact:anna"))
          .hasStackTraceContaining("feedback4j:contact:anna");

      assertThatThrownBy(() ->
              ledger(connections).compareAndSet(new RespondentKey("anna"), 0, ContactHistory.EMPTY))
          .hasMessage("could not commit a contact history: ERR (an error of Redis)")
          .satisfies(each -> assertThat(each).hasStackTraceContaining("text withheld"))
          .satisfies(
              each -> assertThat(Throwables.getStackTrace(each)).doesNotContain("contact:anna"));
      connections.destroy();
    }
  }

  /** Kills every connection but the one that does this, and returns how many that were. */
  private static int killOthers(LettuceConnectionFactory killer) {
    int killed = 0;
    try (RedisConnection connection = killer.getConnection()) {
      for (RedisClientInfo each : connection.serverCommands().getClientList()) {
        if (!each.getLastCommand().startsWith("client")) {
          String[] address = each.getAddressPort().split(":", -1);
          connection.serverCommands().killClient(address[0], Integer.parseInt(address[1]));
          killed++;
        }
      }
    }
    return killed;
  }

  private static Feedback feedback(LettuceConnectionFactory connections) {
    return Feedback.builder()
        .survey(Surveys.csat("csat").on("ticket.closed"))
        .policy(ContactRules.atMostOncePer(Duration.ofDays(30)))
        .pseudonymKey(PSEUDONYM_KEY)
        .ledger(ledger(connections))
        .counters(counters(connections))
        .build();
  }

  private static RedisLedger ledger(LettuceConnectionFactory connections) {
    return new RedisLedger(
        new Redis(connections, "feedback4j:"), InstantSource.system(), new Random(1));
  }

  private static RedisSurveyCounters counters(LettuceConnectionFactory connections) {
    return new RedisSurveyCounters(new Redis(connections, "feedback4j:"), new Random(2));
  }

  private static Decision ask(Feedback feedback, String person) {
    return feedback.ask(Touchpoint.of("ticket.closed", person).subject("INC-1"));
  }

  private static SkipReason reason(Decision decision) {
    return ((Decision.Skip) decision).reason();
  }

  /** Returns the permissions as docs/spring.md writes them. */
  private static String documented() throws IOException {
    Matcher permissions = Pattern.compile("ACL SETUSER \\S+ on >\\S+ (~.*)")
        .matcher(Files.readString(Path.of("../docs/spring.md")));
    assertThat(permissions.find()).isTrue();
    return permissions.group(1);
  }

  private static String[] arguments(String command) {
    return command.split(" ");
  }
}
