package io.github.feedback4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.ContactRecorder;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.InMemorySurveyCounters;
import io.github.feedback4j.prompt.PromptEngine;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.testkit.ContactLedgerContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class RedisLedgerIT extends ContactLedgerContract {

  private static final RespondentKey ANNA = new RespondentKey("anna");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final String prefix = TestRedis.prefix();
  private final LettuceConnectionFactory connections = TestRedis.shared().connect();
  private final LettuceConnectionFactory otherConnections = TestRedis.shared().connect();
  private final RedisLedger ledger = ledger(connections, 1);
  private final RedisLedger secondNode = ledger(otherConnections, 2);

  private RedisLedger ledger(LettuceConnectionFactory factory, long seed) {
    return new RedisLedger(new Redis(factory, prefix), InstantSource.system(), new Random(seed));
  }

  @AfterEach
  void disconnect() {
    connections.destroy();
    otherConnections.destroy();
  }

  @Override
  protected ContactLedger ledger() {
    return ledger;
  }

  @Override
  protected ContactLedger secondNode() {
    return secondNode;
  }

  @Test
  void aHistoryExpiresADayAfterItCanNoLongerBind() {
    invite(ledger);
    Instant until = ledger.load(ANNA).history().bindsUntil();

    Duration left = Duration.ofMillis(timeToLive());

    Duration expected =
        Duration.between(InstantSource.system().instant(), until.plus(RedisLedger.GRACE));
    assertThat(left).isCloseTo(expected, Duration.ofMinutes(1));
  }

  @Test
  void anOptOutNeverExpiresAndARevokedOneDoes() {
    invite(ledger);
    ContactHistory history = ledger.load(ANNA).history();
    put(new ContactHistory(history.contacts(), NOW));
    assertThat(timeToLive()).isEqualTo(-1);

    put(history);
    assertThat(timeToLive()).isPositive();

    put(ContactHistory.EMPTY);
    assertThat(timeToLive())
        .isCloseTo(RedisLedger.GRACE.toMillis(), within(Duration.ofMinutes(1).toMillis()));
  }

  @Test
  void anErasureLeavesNoKey() {
    invite(ledger);
    assertThat(keys()).containsExactly(prefix + "contact:anna");

    ledger.erase(ANNA);

    assertThat(keys()).isEmpty();
  }

  @Test
  void pausesAndTheSecretKeyHaveKeysOfTheirOwn() {
    ledger.setPaused("nps", true);
    ledger.secretKey(new byte[32]);

    assertThat(keys()).containsExactlyInAnyOrder(prefix + "paused", prefix + "pseudonym-key");
  }

  @Test
  void goesOnWhenRedisHasForgottenItsScripts() {
    put(new ContactHistory(List.of(), NOW));
    TestRedis.command(connections, "SCRIPT", "FLUSH");

    put(new ContactHistory(List.of(), NOW.plusSeconds(1)));
    put(new ContactHistory(List.of(), NOW.plusSeconds(2)));

    assertThat(ledger.load(ANNA).history().optedOutAt()).isEqualTo(NOW.plusSeconds(2));
  }

  @Test
  void anExchangeThatIsSentTwiceBecauseItsAnswerWasLostTookPlaceOnce() {
    ContactHistory history = new ContactHistory(List.of(), NOW);
    assertThat(ledger(connections, 7).compareAndSet(ANNA, 0, history)).isEqualTo(Commit.DONE);
    long version = ledger.load(ANNA).version();

    // The same seed makes the same version, so these are the same bytes again.
    assertThat(ledger(connections, 7).compareAndSet(ANNA, 0, history)).isEqualTo(Commit.DONE);

    assertThat(ledger.load(ANNA).version()).isEqualTo(version);
    assertThat(ledger.compareAndSet(ANNA, 0, history)).isEqualTo(Commit.CONFLICT);
  }

  @Test
  void peopleWhoseKeysHaveNoUtf8AreKeptApart() {
    RespondentKey[] keys = {
      new RespondentKey("a?"),
      new RespondentKey("a\ud800"),
      new RespondentKey("a\ud801"),
      new RespondentKey("a\ufdd0d800"),
      new RespondentKey("a\ufffd")
    };
    for (RespondentKey each : keys) {
      assertThat(ledger.compareAndSet(each, 0, new ContactHistory(List.of(), NOW)))
          .isEqualTo(Commit.DONE);
    }
    assertThat(keys()).hasSize(keys.length);
  }

  @Test
  void whatIsNoHistoryIsExplainedWithoutItsKey() {
    TestRedis.command(connections, "SET", prefix + "contact:anna", "12345678damaged");
    assertThatThrownBy(() -> ledger.load(ANNA))
        .isInstanceOf(RedisStoreException.class)
        .hasMessageStartingWith("could not load a contact history: ");

    TestRedis.command(connections, "DEL", prefix + "contact:anna");
    TestRedis.command(connections, "LPUSH", prefix + "contact:anna", "x");
    assertThatThrownBy(() -> ledger.load(ANNA))
        .hasMessage("could not load a contact history: WRONGTYPE "
            + "(something else uses a key below feedback4j.redis.key-prefix)")
        .hasStackTraceContaining("text withheld");
  }

  private static void invite(ContactLedger ledger) {
    SurveyCatalog catalog =
        SurveyCatalog.of(List.of(Surveys.csat("ticket-csat").on("ticket.closed")));
    InstantSource time = InstantSource.fixed(NOW);
    ContactRecorder recorder = new ContactRecorder(
        catalog, Policy.none(), ledger, new InMemorySurveyCounters(), time, event -> {});
    PromptEngine engine =
        new PromptEngine(catalog, Policy.none(), ledger, time, new SplittableRandom(1), recorder);
    assertThat(engine.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"), ANNA))
        .isInstanceOf(Decision.Ask.class);
  }

  private void put(ContactHistory history) {
    assertThat(ledger.compareAndSet(ANNA, ledger.load(ANNA).version(), history))
        .isEqualTo(Commit.DONE);
  }

  private long timeToLive() {
    try (RedisConnection connection = connections.getConnection()) {
      return connection.keyCommands().pTtl(TestRedis.bytes(prefix + "contact:anna"));
    }
  }

  private List<String> keys() {
    try (RedisConnection connection = connections.getConnection()) {
      Set<byte[]> found = connection.keyCommands().keys(TestRedis.bytes(prefix + "*"));
      return found.stream().map(TestRedis::text).toList();
    }
  }
}
