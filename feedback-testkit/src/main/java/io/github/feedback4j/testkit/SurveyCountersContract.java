package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.ContactRecorder;
import io.github.feedback4j.prompt.Count;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Dismissal;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.PromptEngine;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.prompt.SurveyCounters.Versioned;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.CalendarPeriod;
import io.github.feedback4j.survey.Pacing;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * What all {@link SurveyCounters} must do; extend it and return counters that are at zero at the start
 * of each test.
 *
 * @since 0.1
 */
public abstract class SurveyCountersContract {

  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final Counter TOTAL = new Counter("csat/quota", Instant.EPOCH, Counter.NEVER);
  private static final Counter OTHER = new Counter("nps/quota", Instant.EPOCH, Counter.NEVER);
  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");

  private final SettableTime time = SettableTime.at(MONDAY.plus(Duration.ofHours(9)));
  private final ContactLedger ledger = new InMemoryLedger(10_000, time);

  /** Creates the contract; JUnit does this for each test. */
  protected SurveyCountersContract() {}

  /** Returns the counters under test, the same object for the whole of one test. */
  protected abstract SurveyCounters counters();

  /** Returns a second view of the same store, such as another node's; the same object by default. */
  protected SurveyCounters secondNode() {
    return counters();
  }

  @Test
  void whatWasNeverCountedIsZeroAndOfVersionZero() {
    assertThat(counters().load(TOTAL)).isEqualTo(Versioned.ABSENT);
  }

  @Test
  void leasesWhatIsThereAndNotMore() {
    assertThat(counters().lease(TOTAL, 10, 4)).isEqualTo(4);
    assertThat(secondNode().lease(TOTAL, 10, 4)).isEqualTo(4);
    assertThat(counters().lease(TOTAL, 10, 4)).isEqualTo(2);
    assertThat(secondNode().lease(TOTAL, 10, 4)).isZero();
    assertThat(counters().load(TOTAL).count().taken()).isEqualTo(10);
  }

  @Test
  void whatIsGivenBackCanBeLeasedByAnotherNode() {
    counters().lease(TOTAL, 10, 10);
    counters().giveBack(TOTAL, 3);

    assertThat(secondNode().lease(TOTAL, 10, 10)).isEqualTo(3);
  }

  @Test
  void nothingCanBeGivenBackThatWasNotTaken() {
    counters().lease(TOTAL, 10, 2);
    counters().giveBack(TOTAL, 7);

    assertThat(secondNode().lease(TOTAL, 10, 100)).isEqualTo(10);
  }

  @Test
  void aBudgetThatWasLoweredLeasesNothingUntilEnoughIsBack() {
    counters().lease(TOTAL, 10, 8);

    assertThat(counters().lease(TOTAL, 5, 1)).isZero();
    counters().giveBack(TOTAL, 4);
    assertThat(counters().lease(TOTAL, 5, 3)).isEqualTo(1);
  }

  @Test
  void refusesASliceOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counters().lease(TOTAL, 10, 0))
        .withMessage("slice must be at least 1, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counters().giveBack(TOTAL, 0))
        .withMessage("units must be at least 1, but was 0");
  }

  @Test
  void namesAndPeriodsAreCountedApart() {
    counters().lease(TOTAL, 5, 5);
    counters().lease(day(0), 5, 2);
    counters().lease(day(1), 5, 1);

    assertThat(secondNode().load(OTHER)).isEqualTo(Versioned.ABSENT);
    assertThat(secondNode().load(day(0)).count().taken()).isEqualTo(2);
    assertThat(secondNode().load(day(1)).count().taken()).isEqualTo(1);
  }

  @Test
  void keepsNamesOfAnyScriptAndTimesOfAnyAge() {
    Counter counter =
        new Counter("réseau \u6771\u4eac '\ud83d\ude80'", Instant.EPOCH.minusSeconds(7), MONDAY);
    counters().lease(counter, 5, 3);

    assertThat(secondNode().load(counter).count().taken()).isEqualTo(3);
  }

  @Test
  void keepsEveryPartOfACount() {
    Count count = Count.decode("1 7 20514 3 1772000000 2 1772100000=3 1772200000=-1");

    assertThat(counters().compareAndSet(TOTAL, 0, count)).isTrue();
    assertThat(secondNode().load(TOTAL).count()).isEqualTo(count);
  }

  @Test
  void anExchangeTakesPlaceOnceHoweverOftenItIsTried() {
    Count one = Count.decode("1 1 0 0 0 0");
    Count two = Count.decode("1 2 0 0 0 0");
    assertThat(counters().compareAndSet(TOTAL, 0, one)).isTrue();
    long version = counters().load(TOTAL).version();

    assertThat(counters().compareAndSet(TOTAL, 0, two)).isFalse();
    assertThat(secondNode().compareAndSet(TOTAL, version, two)).isTrue();
    assertThat(counters().compareAndSet(TOTAL, version, one)).isFalse();
    assertThat(counters().load(TOTAL).count()).isEqualTo(two);
    assertThat(counters().load(TOTAL).version()).isNotEqualTo(version).isNotZero();
    assertThat(counters().compareAndSet(OTHER, 1, one)).isFalse();
    assertThat(counters().load(OTHER)).isEqualTo(Versioned.ABSENT);
  }

  @Test
  void ofManyExchangesOfOneVersionExactlyOneTakesPlace() throws Exception {
    List<Callable<Boolean>> exchanges = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      Count mine = Count.decode("1 " + (i + 1) + " 0 0 0 0");
      SurveyCounters node = i % 2 == 0 ? counters() : secondNode();
      exchanges.add(() -> node.compareAndSet(TOTAL, 0, mine));
    }

    assertThat(AtOnce.run(exchanges)).filteredOn(each -> each).hasSize(1);
  }

  @Test
  void twoHundredLeasesByTwoNodesHandOutExactlyTheBudget() throws Exception {
    List<Callable<Integer>> leases = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      SurveyCounters node = i % 2 == 0 ? counters() : secondNode();
      int slice = 1 + i % 3;
      leases.add(() -> node.lease(TOTAL, 137, slice));
    }

    assertThat(AtOnce.run(leases).stream().mapToInt(each -> each).sum()).isEqualTo(137);
    assertThat(counters().load(TOTAL).count().taken()).isEqualTo(137);
  }

  @Test
  void periodsThatAreLongOverAreForgotten() {
    counters().lease(TOTAL, 5, 1);
    for (int i = 0; i < 5; i++) {
      counters().lease(day(i), 5, 1 + i);
    }

    assertThat(secondNode().load(day(4)).count().taken()).isEqualTo(5);
    assertThat(secondNode().load(day(3)).count().taken()).isEqualTo(4);
    assertThat(secondNode().load(day(2))).isEqualTo(Versioned.ABSENT);
    assertThat(secondNode().load(day(0))).isEqualTo(Versioned.ABSENT);
    assertThat(secondNode().load(TOTAL).count().taken()).isEqualTo(1);
  }

  @Test
  void twoHundredAsksByTwoNodesInviteExactlyTheQuota() throws Exception {
    Survey survey = CSAT.withQuota(Quota.total(97));
    Node first = new Node(counters(), 1, survey);
    Node second = new Node(secondNode(), 2, survey);
    List<Callable<Decision>> asks = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String person = "p" + i;
      Node node = i % 2 == 0 ? first : second;
      asks.add(() -> node.ask(person));
    }
    List<Decision> decisions = AtOnce.run(asks);

    int asked =
        (int) decisions.stream().filter(each -> each instanceof Decision.Ask).count();
    assertThat(asked).isLessThanOrEqualTo(97);
    assertThat(decisions)
        .filteredOn(each -> each instanceof Decision.Skip)
        .allSatisfy(each ->
            assertThat(((Decision.Skip) each).reason()).isEqualTo(SkipReason.QUOTA_REACHED));
    // What one node held in its slice, the other one gets when it is given back.
    first.engine.close();
    second.engine.close();
    time.advance(Duration.ofMinutes(1));
    for (int i = 200; i < 400; i++) {
      asked += first.ask("p" + i) instanceof Decision.Ask ? 1 : 0;
    }
    assertThat(asked).isEqualTo(97);
  }

  @Test
  void aDismissalOnAnotherNodeFreesTheUnitAndAnAnswerDoesNot() {
    Survey survey = CSAT.withQuota(Quota.total(1));
    Node first = new Node(counters(), 1, survey);
    Node second = new Node(secondNode(), 2, survey);
    Invitation dismissed = first.invite("anna");
    second.recorder.dismiss(dismissed, Dismissal.CLOSED);
    Invitation answered = second.invite("ben");
    first.recorder.answered(answered, new UUID(1, 1), 1, true);
    time.advance(Duration.ofDays(60));

    assertThat(first.ask("cleo")).isInstanceOf(Decision.Skip.class);
    assertThat(second.ask("dora")).isInstanceOf(Decision.Skip.class);
  }

  @Test
  void anInvitationThatExpiredFreesItsUnitForAnotherNode() {
    Survey survey = CSAT.withQuota(Quota.total(1));
    new Node(counters(), 1, survey).invite("anna");
    Node second = new Node(secondNode(), 2, survey);
    assertThat(second.ask("ben")).isInstanceOf(Decision.Skip.class);
    time.advance(Duration.ofDays(15));

    second.invite("cleo");
  }

  @Test
  void twoNodesShareTheBudgetsOfTheDays() {
    Survey survey = CSAT.withPacing(Pacing.perWeek(14));
    Node first = new Node(counters(), 1, survey);
    Node second = new Node(secondNode(), 2, survey);
    time.set(MONDAY);
    int asked = 0;
    for (int hour = 0; hour < 7 * 24; hour++) {
      Node node = hour % 2 == 0 ? first : second;
      asked += node.ask("p" + hour) instanceof Decision.Ask ? 1 : 0;
      assertThat(asked).isLessThanOrEqualTo(2 * (hour / 24 + 1));
      time.advance(Duration.ofHours(1));
    }
    assertThat(asked).isBetween(12, 14);
  }

  @Test
  void whatOneGroupHasIsKnownOnAnotherNodeAMinuteLater() {
    Survey survey = CSAT.withSampling(Sampling.coverage(0, 1, CalendarPeriod.week()));
    Node first = new Node(counters(), 1, survey);
    Node second = new Node(secondNode(), 2, survey);
    // After three quarters of the week, the one answer is due.
    time.advance(Duration.ofDays(5));
    second.inviteFor("Network", "anna");
    first.recorder.answered(first.inviteFor("Network", "ben"), new UUID(1, 1), 1, true);
    time.advance(Duration.ofMinutes(1));

    assertThat(second.askFor("Network", "cleo")).isInstanceOf(Decision.Skip.class);
    second.inviteFor("Desktop", "cleo");
  }

  private static Counter day(int number) {
    Instant from = MONDAY.plus(Duration.ofDays(number));
    return new Counter("csat/quota", from, from.plus(Duration.ofDays(1)));
  }

  /** One of several nodes on one ledger and one store of counters. */
  private final class Node {

    private final ContactRecorder recorder;
    private final PromptEngine engine;

    Node(SurveyCounters counters, long seed, Survey survey) {
      SurveyCatalog catalog = SurveyCatalog.of(List.of(survey));
      Policy policy = Policy.none();
      recorder = new ContactRecorder(catalog, policy, ledger, counters, time, event -> {});
      engine =
          new PromptEngine(catalog, policy, ledger, time, new SplittableRandom(seed), recorder);
    }

    Decision ask(String person) {
      return engine.ask(
          Touchpoint.of("ticket.closed", person).subject("INC-1"), new RespondentKey(person));
    }

    Decision askFor(String team, String person) {
      return engine.ask(
          Touchpoint.of("ticket.closed", person).subject("INC-1").accountable(a -> a.team(team)),
          new RespondentKey(person));
    }

    Invitation invite(String person) {
      return invitation(ask(person));
    }

    Invitation inviteFor(String team, String person) {
      return invitation(askFor(team, person));
    }

    private Invitation invitation(Decision decision) {
      return decision.fold(Decision.Ask::invitation, skip -> {
        throw new AssertionError("expected to ask, but: " + skip);
      });
    }
  }
}
