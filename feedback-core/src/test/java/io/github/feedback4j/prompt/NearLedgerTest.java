package io.github.feedback4j.prompt;

import static io.github.feedback4j.prompt.EngineFixture.ANNA;
import static io.github.feedback4j.prompt.EngineFixture.START;
import static io.github.feedback4j.prompt.EngineFixture.closed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NearLedgerTest {

  private static final Duration MAX_AGE = Duration.ofSeconds(5);

  private final FragileLedger shared = new FragileLedger();
  private Survey survey = Surveys.csat("ticket-csat").on("ticket.closed");
  private Instant now = START;
  private final Node here = new Node(new NearLedger(shared, MAX_AGE, 16, () -> now), 1);
  private final Node elsewhere = new Node(shared, 2);

  /** An engine and a recorder with a ledger of their own. */
  private final class Node {

    final ContactLedger ledger;
    final ContactRecorder contacts;
    final PromptEngine engine;

    Node(ContactLedger ledger, long seed) {
      this.ledger = ledger;
      Policy policy = Policy.of(ContactRules.atMostOncePer(Duration.ofDays(30)));
      SurveyCatalog catalog = SurveyCatalog.of(List.of(survey));
      SurveyCounters counters = new InMemorySurveyCounters();
      contacts = new ContactRecorder(catalog, policy, ledger, counters, () -> now, event -> {});
      engine = new PromptEngine(
          catalog, policy, ledger, () -> now, new SplittableRandom(seed), contacts);
    }

    Decision ask(String ticket) {
      return engine.ask(closed(ticket), ANNA);
    }

    Invitation invite(String ticket) {
      return ask(ticket).fold(Decision.Ask::invitation, skip -> {
        throw new AssertionError("expected to ask, but " + skip);
      });
    }

    SkipReason skip(String ticket) {
      return ask(ticket)
          .fold(
              ask -> {
                throw new AssertionError("expected to skip, but " + ask);
              },
              Decision.Skip::reason);
    }
  }

  @Nested
  class ASkip {

    @Test
    void thatNeedsOnlyTimeCostsOneLookUpHoweverOftenItIsGiven() {
      elsewhere.invite("INC-1");
      int before = shared.loads();

      Decision first = here.ask("INC-2");
      for (int i = 0; i < 10; i++) {
        assertThat(here.ask("INC-2")).isEqualTo(first);
        assertThat(here.skip("INC-3")).isEqualTo(SkipReason.COOLING_DOWN);
      }

      assertThat(shared.loads()).isEqualTo(before + 1);
    }

    @Test
    void costsALookUpAgainWhenTheMemoryIsTooOld() {
      elsewhere.invite("INC-1");
      here.skip("INC-2");
      int before = shared.loads();

      now = now.plus(MAX_AGE).minusNanos(1);
      here.skip("INC-2");
      assertThat(shared.loads()).isEqualTo(before);

      now = now.plusNanos(1);
      here.skip("INC-2");
      assertThat(shared.loads()).isEqualTo(before + 1);
    }

    @Test
    void costsALookUpAgainWhenTheClockWasSetBack() {
      elsewhere.invite("INC-1");
      here.skip("INC-2");
      int before = shared.loads();

      now = now.minusSeconds(1);
      here.skip("INC-2");

      assertThat(shared.loads()).isEqualTo(before + 1);
    }

    @Test
    void ofSomebodyWhoOptedOutAnsweredOrSaidNotNowIsRemembered() {
      Invitation invitation = elsewhere.invite("INC-1");
      elsewhere.contacts.dismiss(invitation, Dismissal.LATER);
      assertThat(loadsOfTwoSkips(SkipReason.SNOOZED)).isEqualTo(1);

      elsewhere.contacts.answered(invitation, new UUID(1, 1), 1, true);
      now = now.plus(MAX_AGE);
      assertThat(loadsOfTwoSkips(SkipReason.ALREADY_ASKED)).isEqualTo(1);

      elsewhere.contacts.optOut(ANNA);
      now = now.plus(MAX_AGE);
      assertThat(loadsOfTwoSkips(SkipReason.OPTED_OUT)).isEqualTo(1);
    }

    @Test
    void forAQuotaAlwaysAsksTheStore() {
      survey = survey.withQuota(Quota.total(1)).withContactRules(ContactRules.none());
      Policy none = Policy.none();
      SurveyCatalog catalog = SurveyCatalog.of(List.of(survey));
      SurveyCounters counters = new InMemorySurveyCounters();
      ContactRecorder contacts =
          new ContactRecorder(catalog, none, here.ledger, counters, () -> now, event -> {});
      PromptEngine engine = new PromptEngine(
          catalog, none, here.ledger, () -> now, new SplittableRandom(3), contacts);
      assertThat(engine.ask(closed("INC-1"), ANNA)).isInstanceOf(Decision.Ask.class);

      for (int i = 0; i < 3; i++) {
        int before = shared.loads();
        assertThat(engine.ask(closed("INC-2"), ANNA)).asString().contains("QUOTA_REACHED");
        assertThat(shared.loads()).isGreaterThan(before);
      }
    }

    private int loadsOfTwoSkips(SkipReason reason) {
      int before = shared.loads();
      assertThat(here.skip("INC-1")).isEqualTo(reason);
      assertThat(here.skip("INC-1")).isEqualTo(reason);
      return shared.loads() - before;
    }
  }

  @Nested
  class AnAsk {

    @Test
    void isNeverRepeatedFromMemory() {
      Invitation invitation = elsewhere.invite("INC-1");
      assertThat(here.ask("INC-1")).isEqualTo(new Decision.Ask(invitation, true));

      elsewhere.contacts.answered(invitation, new UUID(1, 1), 1, true);

      assertThat(here.skip("INC-1")).isEqualTo(SkipReason.ALREADY_ASKED);
    }

    @Test
    void isHeldBackByAnOldMemoryForItsAgeAndNoLonger() {
      Invitation invitation = elsewhere.invite("INC-1");
      here.skip("INC-2");
      elsewhere.contacts.cancel(ANNA, "INC-1");
      assertThat(elsewhere.ledger.load(ANNA).history().find(invitation.id()))
          .extracting(Contact::outcome)
          .isEqualTo(Outcome.CANCELLED);

      now = now.plus(MAX_AGE).minusNanos(1);
      assertThat(here.skip("INC-2")).isEqualTo(SkipReason.COOLING_DOWN);
      now = now.plusNanos(1);
      assertThat(here.ask("INC-2")).isInstanceOf(Decision.Ask.class);
    }

    @Test
    void comesAtTheMomentAtWhichTheGapEndsWhateverIsRemembered() {
      elsewhere.invite("INC-1");
      now = now.plus(Duration.ofDays(30)).minusNanos(1);
      assertThat(here.skip("INC-2")).isEqualTo(SkipReason.COOLING_DOWN);

      now = now.plusNanos(1);

      assertThat(here.ask("INC-2")).isInstanceOf(Decision.Ask.class);
    }

    @Test
    void thatLosesItsRaceGetsTheInvitationOfTheWinner() {
      boolean[] done = new boolean[1];
      shared.betweenLoadAndCommit(() -> {
        if (!done[0]) {
          done[0] = true;
          elsewhere.invite("INC-1");
        }
      });

      Decision.Ask ask = (Decision.Ask) here.ask("INC-1");

      assertThat(ask.again()).isTrue();
      assertThat(shared.load(ANNA).history().contacts()).hasSize(1);
    }
  }

  @Nested
  class AChange {

    @Test
    void ofThisNodeIsSeenAtOnce() {
      here.contacts.optOut(ANNA);
      assertThat(here.skip("INC-1")).isEqualTo(SkipReason.OPTED_OUT);

      here.contacts.optIn(ANNA);
      assertThat(here.ask("INC-1")).isInstanceOf(Decision.Ask.class);
      assertThat(here.skip("INC-2")).isEqualTo(SkipReason.COOLING_DOWN);

      here.ledger.erase(ANNA);
      assertThat(here.ask("INC-2")).isInstanceOf(Decision.Ask.class);
    }

    @Test
    void ofAnotherNodeIsSeenWhenTheMemoryIsTooOld() {
      elsewhere.contacts.optOut(ANNA);
      here.skip("INC-1");
      elsewhere.ledger.erase(ANNA);

      assertThat(here.skip("INC-1")).isEqualTo(SkipReason.OPTED_OUT);
      now = now.plus(MAX_AGE);
      assertThat(here.ask("INC-1")).isInstanceOf(Decision.Ask.class);
    }

    @Test
    void ofAnotherNodeIsSeenByTheRecorderAtOnce() {
      elsewhere.invite("INC-1");
      here.skip("INC-2");
      elsewhere.ledger.erase(ANNA);
      Invitation invitation = elsewhere.invite("INC-2");

      assertThat(here.contacts.find(ANNA, invitation.id()).state()).isEqualTo(Recorded.DONE);
      assertThat(here.contacts.shown(invitation)).isEqualTo(Recorded.DONE);
      assertThat(here.contacts.cancel(ANNA, "INC-2")).isEqualTo(Recorded.DONE);
    }

    @Test
    void isNotUndoneByALoadThatBeganBeforeIt() {
      here.contacts.optOut(ANNA);
      shared.betweenLoadAndCommit(() -> here.ledger.erase(ANNA));

      assertThat(here.ledger.load(ANNA).history().optedOutAt()).isNotNull();

      assertThat(here.ledger.recall(ANNA)).isNull();
    }

    @Test
    void isForgottenAlsoWhenNobodyKnowsWhetherItTookPlace() {
      elsewhere.contacts.optOut(ANNA);
      here.skip("INC-1");
      assertThat(here.ledger.recall(ANNA)).isNotNull();

      shared.broken(true);
      assertThatThrownBy(() -> here.ledger.erase(ANNA)).hasMessage("ledger gone");

      assertThat(here.ledger.recall(ANNA)).isNull();
    }

    @Test
    void thatLeavesNothingIsRememberedAsNothing() {
      elsewhere.contacts.optOut(ANNA);
      here.skip("INC-1");
      elsewhere.ledger.erase(ANNA);

      here.ledger.load(ANNA);

      assertThat(here.ledger.recall(ANNA)).isNull();
    }
  }

  @Test
  void remembersNoMorePeopleThanItMay() {
    ContactHistory optedOut = new ContactHistory(List.of(), START);
    for (int i = 0; i < 1_000; i++) {
      shared.compareAndSet(person(i), 0, optedOut);
      here.ledger.load(person(i));
    }

    long remembered = 0;
    for (int i = 0; i < 1_000; i++) {
      remembered += here.ledger.recall(person(i)) == null ? 0 : 1;
    }
    assertThat(remembered).isBetween(1L, 16L);
  }

  @Test
  void remembersNobodyWithAVeryLongHistory() {
    Contact contact = Contact.invited(elsewhere.invite("INC-1"), false);
    long version = shared.load(ANNA).version();
    shared.compareAndSet(
        ANNA,
        version,
        new ContactHistory(Collections.nCopies(NearLedger.MAX_CONTACTS + 1, contact), null));

    here.ledger.load(ANNA);

    assertThat(here.ledger.recall(ANNA)).isNull();
  }

  @Test
  void pausesAndTheSecretKeyAreThoseOfTheSharedLedger() {
    here.ledger.setPaused("ticket-csat", true);

    assertThat(shared.paused()).containsExactly("ticket-csat");
    assertThat(here.skip("INC-1")).isEqualTo(SkipReason.NOT_ACTIVE);
    assertThat(here.ledger.secretKey(new byte[] {1})).isEqualTo(shared.secretKey(new byte[] {2}));
  }

  @Test
  void refusesAnAgeThatHoldsPeopleBackForLong() {
    assertThatThrownBy(() -> new NearLedger(shared, Duration.ofMinutes(2), 1, () -> now))
        .hasMessage("maxAge must be above zero and at most PT1M, but was PT2M");
    assertThatThrownBy(() -> new NearLedger(shared, Duration.ZERO, 1, () -> now))
        .hasMessage("maxAge must be above zero and at most PT1M, but was PT0S");
    assertThatThrownBy(() -> new NearLedger(shared, MAX_AGE, 0, () -> now))
        .hasMessage("maxRespondents must be at least 1, but was 0");
  }

  private static RespondentKey person(int number) {
    return new RespondentKey("p" + number);
  }
}
