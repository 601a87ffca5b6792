package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Contact;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.ContactLedger.Versioned;
import io.github.feedback4j.prompt.ContactRecorder;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Encounters;
import io.github.feedback4j.prompt.InMemorySurveyCounters;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.prompt.PromptEngine;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ContactLedger} must do; extend it and return a ledger that is empty at the start
 * of each test.
 *
 * @since 0.1
 */
public abstract class ContactLedgerContract {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final RespondentKey ANNA = new RespondentKey("anna");
  private static final RespondentKey BEN = new RespondentKey("ben");

  /** Creates the contract; JUnit does this for each test. */
  protected ContactLedgerContract() {}

  /** Returns the ledger under test, the same object for the whole of one test. */
  protected abstract ContactLedger ledger();

  /** Returns a second view of the same store, such as another node's; the same object by default. */
  protected ContactLedger secondNode() {
    return ledger();
  }

  @Test
  void somebodyUnknownHasAnEmptyHistoryOfVersionZero() {
    assertThat(ledger().load(ANNA)).isEqualTo(Versioned.ABSENT);
  }

  @Test
  void keepsEveryPartOfAHistory() {
    ContactHistory history = new ContactHistory(
        List.of(everything(), plain(ANNA, "INC-2")),
        NOW.plusSeconds(7),
        Map.of("project-nps", new Encounters(3, 5, true)));

    assertThat(ledger().compareAndSet(ANNA, 0, history)).isEqualTo(Commit.DONE);

    assertThat(ledger().load(ANNA).history()).isEqualTo(history);
    assertThat(secondNode().load(ANNA).history()).isEqualTo(history);
  }

  @Test
  void keepsHistoriesOfDifferentPeopleApart() {
    commit(ANNA, history(plain(ANNA, "INC-1")));
    commit(BEN, history(plain(BEN, "INC-2")));

    assertThat(ledger().load(ANNA).history().contacts()).hasSize(1);
    assertThat(ledger().load(BEN).history().contacts().get(0).invitation().subject())
        .isEqualTo(new Subject("INC-2", 1));
  }

  @Test
  void keepsKeysAndSubjectsOfAnyScript() {
    RespondentKey key = new RespondentKey("réseau-\u6771\u4eac-\ud83d\ude80");
    Contact contact = plain(key, "дело №7 \ud83d\udda8");

    commit(key, history(contact));

    assertThat(secondNode().load(key).history().contacts()).containsExactly(contact);
  }

  @Test
  void theVersionChangesWithEveryCommit() {
    commit(ANNA, history(plain(ANNA, "INC-1")));
    long first = ledger().load(ANNA).version();
    ledger().compareAndSet(ANNA, first, ContactHistory.EMPTY);

    assertThat(first).isNotZero();
    assertThat(ledger().load(ANNA).version()).isNotEqualTo(first).isNotZero();
  }

  @Test
  void refusesAVersionThatIsNoLongerCurrent() {
    commit(ANNA, history(plain(ANNA, "INC-1")));
    long stale = ledger().load(ANNA).version();
    ContactHistory current = history(plain(ANNA, "INC-2"));
    ledger().compareAndSet(ANNA, stale, current);

    assertThat(secondNode().compareAndSet(ANNA, stale, history(plain(ANNA, "INC-3"))))
        .isEqualTo(Commit.CONFLICT);
    assertThat(ledger().load(ANNA).history()).isEqualTo(current);
  }

  @Test
  void refusesVersionZeroForSomebodyWhoIsKnown() {
    commit(ANNA, history(plain(ANNA, "INC-1")));

    assertThat(ledger().compareAndSet(ANNA, 0, ContactHistory.EMPTY)).isEqualTo(Commit.CONFLICT);
  }

  @Test
  void refusesAnyOtherVersionForSomebodyWhoIsNotKnown() {
    assertThat(ledger().compareAndSet(ANNA, 1, ContactHistory.EMPTY)).isEqualTo(Commit.CONFLICT);
    assertThat(ledger().load(ANNA)).isEqualTo(Versioned.ABSENT);
  }

  @Test
  void eraseRemovesTheHistoryAndTheOptOut() {
    commit(ANNA, new ContactHistory(List.of(plain(ANNA, "INC-1")), NOW));

    ledger().erase(ANNA);

    assertThat(secondNode().load(ANNA)).isEqualTo(Versioned.ABSENT);
  }

  @Test
  void anOptOutThatWasRevokedIsGoneAndTheContactsStay() {
    commit(ANNA, new ContactHistory(List.of(plain(ANNA, "INC-1")), NOW));

    long version = ledger().load(ANNA).version();
    assertThat(ledger().compareAndSet(ANNA, version, history(plain(ANNA, "INC-1"))))
        .isEqualTo(Commit.DONE);

    ContactHistory found = secondNode().load(ANNA).history();
    assertThat(found.optedOutAt()).isNull();
    assertThat(found.contacts()).hasSize(1);
  }

  @Test
  void eraseOfSomebodyUnknownDoesNothing() {
    commit(BEN, history(plain(BEN, "INC-1")));

    ledger().erase(ANNA);

    assertThat(ledger().load(BEN).history().contacts()).hasSize(1);
  }

  @Test
  void aCommitThatBeganBeforeAnErasureIsRefused() {
    commit(ANNA, history(plain(ANNA, "INC-1")));
    long before = ledger().load(ANNA).version();
    ledger().erase(ANNA);

    assertThat(ledger().compareAndSet(ANNA, before, history(plain(ANNA, "INC-2"))))
        .isEqualTo(Commit.CONFLICT);
    assertThat(ledger().load(ANNA)).isEqualTo(Versioned.ABSENT);
  }

  @Test
  void aHistoryThatBeganAnewDoesNotTakeAVersionOfTheErasedOne() {
    commit(ANNA, history(plain(ANNA, "INC-1")));
    long before = ledger().load(ANNA).version();
    ledger().erase(ANNA);
    ContactHistory anew = history(plain(ANNA, "INC-2"));
    commit(ANNA, anew);

    assertThat(ledger().compareAndSet(ANNA, before, ContactHistory.EMPTY))
        .isEqualTo(Commit.CONFLICT);
    assertThat(ledger().load(ANNA).history()).isEqualTo(anew);
  }

  @Test
  void remembersNothingThatItChangedItself() {
    ContactHistory first = history(plain(ANNA, "INC-1"));
    commit(ANNA, first);
    long version = ledger().load(ANNA).version();
    ContactHistory second = history(plain(ANNA, "INC-2"));
    assertThat(ledger().recall(ANNA)).isIn(null, first);

    ledger().compareAndSet(ANNA, version, second);
    assertThat(ledger().recall(ANNA)).isIn(null, second);
    ledger().load(ANNA);
    ledger().erase(ANNA);

    assertThat(ledger().recall(ANNA)).isIn(null, ContactHistory.EMPTY);
  }

  @Test
  void ofManyCommitsWithOneVersionExactlyOneIsDone() throws Exception {
    List<Callable<Commit>> commits = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      ContactHistory mine = history(plain(ANNA, "INC-" + i));
      ContactLedger node = i % 2 == 0 ? ledger() : secondNode();
      commits.add(() -> node.compareAndSet(ANNA, 0, mine));
    }

    assertThat(AtOnce.run(commits)).filteredOn(each -> each == Commit.DONE).hasSize(1);
  }

  @Test
  void noUpdateIsLostAmongManyThreads() throws Exception {
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int writer = i;
      ContactLedger node = i % 2 == 0 ? ledger() : secondNode();
      writers.add(() -> {
        for (int n = 0; n < 20; n++) {
          append(node, plain(ANNA, "INC-" + writer + "-" + n));
        }
        return writer;
      });
    }
    AtOnce.run(writers);

    assertThat(ledger().load(ANNA).history().contacts())
        .extracting(each -> each.invitation().id())
        .hasSize(160)
        .doesNotHaveDuplicates();
  }

  @Test
  void twoHundredAsksOverTwoEnginesReserveOneInvitation() throws Exception {
    PromptEngine first = engine(ledger(), 1);
    PromptEngine second = engine(secondNode(), 2);
    Touchpoint touchpoint = Touchpoint.of("ticket.closed", "anna").subject("INC-1");
    List<Callable<Decision>> asks = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      PromptEngine engine = i % 2 == 0 ? first : second;
      asks.add(() -> engine.ask(touchpoint, ANNA));
    }

    List<Decision> decisions = AtOnce.run(asks);

    List<Decision.Ask> asked = decisions.stream().map(Decision.Ask.class::cast).toList();
    assertThat(asked).extracting(each -> each.invitation().id()).hasSize(200);
    assertThat(asked.stream().map(each -> each.invitation().id()).distinct()).hasSize(1);
    assertThat(asked).filteredOn(each -> !each.again()).hasSize(1);
    assertThat(ledger().load(ANNA).history().contacts()).hasSize(1);
  }

  @Test
  void asksAboutDifferentSubjectsAtOnceReserveOneInvitationUnderThePolicy() throws Exception {
    PromptEngine first = engine(ledger(), 1);
    PromptEngine second = engine(secondNode(), 2);
    List<Callable<Decision>> asks = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      Touchpoint touchpoint = Touchpoint.of("ticket.closed", "anna").subject("INC-" + i);
      PromptEngine engine = i % 2 == 0 ? first : second;
      asks.add(() -> engine.ask(touchpoint, ANNA));
    }

    assertThat(AtOnce.run(asks))
        .filteredOn(each -> each instanceof Decision.Ask)
        .hasSize(1);
  }

  @Test
  void aPausedSurveyIsPausedUntilItIsResumed() {
    ledger().setPaused("ticket-csat", true);
    ledger().setPaused("nps", true);
    ledger().setPaused("nps", false);

    assertThat(ledger().paused()).isEqualTo(Set.of("ticket-csat"));
  }

  @Test
  void theFirstSecretKeyStays() {
    byte[] first = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    byte[] given = first.clone();

    byte[] kept = ledger().secretKey(given);
    given[0] = 99;
    kept[1] = 99;

    assertThat(ledger().secretKey(new byte[16])).isEqualTo(first);
    assertThat(secondNode().secretKey(new byte[16])).isEqualTo(first);
  }

  private void commit(RespondentKey respondent, ContactHistory history) {
    assertThat(ledger().compareAndSet(respondent, 0, history)).isEqualTo(Commit.DONE);
  }

  private static void append(ContactLedger node, Contact contact) {
    Commit commit = Commit.CONFLICT;
    while (commit != Commit.DONE) {
      Versioned loaded = node.load(ANNA);
      List<Contact> contacts = new ArrayList<>(loaded.history().contacts());
      contacts.add(contact);
      commit = node.compareAndSet(ANNA, loaded.version(), new ContactHistory(contacts, null));
    }
  }

  private static PromptEngine engine(ContactLedger ledger, long seed) {
    SurveyCatalog catalog =
        SurveyCatalog.of(List.of(Surveys.csat("ticket-csat").on("ticket.closed")));
    Policy policy = Policy.of(ContactRules.atMostOncePer(Duration.ofDays(30)));
    InstantSource time = InstantSource.fixed(NOW);
    ContactRecorder recorder = new ContactRecorder(
        catalog, policy, ledger, new InMemorySurveyCounters(), time, event -> {});
    return new PromptEngine(catalog, policy, ledger, time, new SplittableRandom(seed), recorder);
  }

  private static ContactHistory history(Contact contact) {
    return new ContactHistory(List.of(contact), null);
  }

  private static Contact plain(RespondentKey respondent, String subject) {
    Invitation invitation = new Invitation(
        UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)),
        "ticket-csat",
        1,
        respondent,
        "ticket.closed",
        new Subject(subject, 1),
        NOW,
        NOW.plus(Duration.ofDays(14)),
        1,
        Accountability.none(),
        null);
    return new Contact(
        invitation, Outcome.INVITED, false, null, null, null, null, null, 0, null, 0, 0, null);
  }

  private static Contact everything() {
    Invitation invitation = new Invitation(
        UUID.fromString("0b5ad0b6-4c43-4d2f-9a5c-1d0f6a3f7a11"),
        "project-nps",
        7,
        ANNA,
        "project.finished",
        new Subject("P-1", 3),
        NOW.plusNanos(123_456_000),
        NOW.plus(Duration.ofDays(14)),
        0.1,
        Accountability.none()
            .team("Réseau")
            .agent("a.durand")
            .service("VPN")
            .channel("portal")
            .location("Lyon")
            .priority("high")
            .change("CHG-1")
            .slaMet(true)
            .openedAt(NOW.minusSeconds(90))
            .closedAt(NOW.minusSeconds(30)),
        Locale.CANADA_FRENCH);
    return new Contact(
        invitation,
        Outcome.ANSWERED,
        true,
        NOW.plusSeconds(1),
        NOW.plusSeconds(2),
        NOW.plusSeconds(3),
        NOW.plusSeconds(4),
        NOW.plusSeconds(5),
        2,
        UUID.fromString("2a4e9a52-8f47-4f4a-8a4e-2b9f6f0c7d22"),
        4,
        3,
        NOW.plusSeconds(6));
  }
}
