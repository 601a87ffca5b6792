package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.InvitationBudget;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The invitations of all surveys and applications together; {@code decisions.txt} has the rows. */
class PolicyBudgetTest {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed").withOnDemand(true);
  private static final Survey NPS = Surveys.nps("nps").on("project.finished");
  private static final Counter WEEK = new Counter(
      "acme/budget", Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-09T00:00:00Z"));

  @Test
  void saysWhosePolicyItIsAndWhichSurveyItStopped() {
    EngineFixture fixture = new EngineFixture(acme(1), CSAT, NPS);
    fixture.invite(Touchpoint.of("project.finished", "ben"));

    assertThat(fixture.skip(Touchpoint.of("ticket.closed", "anna")))
        .isEqualTo(new Decision.Skip(
            SkipReason.QUOTA_REACHED,
            "csat",
            "acme: {budget: {invitations: 1, per: week}}",
            WEEK.until()));
  }

  @Test
  void applicationsThatShareTheCountersShareTheBudget() {
    FragileCounters shared = new FragileCounters();
    EngineFixture here = new EngineFixture(new FragileLedger(), shared, 1, acme(40), CSAT);
    EngineFixture there = new EngineFixture(new FragileLedger(), shared, 2, acme(40), NPS);
    int asked = 0;
    for (int i = 0; i < 100; i++) {
      asked += asks(here.ask(Touchpoint.of("ticket.closed", "h" + i))) ? 1 : 0;
      asked += asks(there.ask(Touchpoint.of("project.finished", "t" + i))) ? 1 : 0;
    }

    assertThat(asked).isEqualTo(40);
    assertThat(shared.load(WEEK).count().taken()).isEqualTo(40);
  }

  @Test
  void twoEnginesWithManyThreadsNeverMakeOneMore() throws Exception {
    ContactLedger ledger = new InMemoryLedger();
    SurveyCounters counters = new InMemorySurveyCounters();
    List<PromptEngine> engines =
        List.of(engine(ledger, counters, 500), engine(ledger, counters, 500));
    List<Callable<Long>> work = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int number = thread;
      work.add(() -> {
        long asked = 0;
        for (int i = 0; i < 200; i++) {
          String person = "p" + number + "-" + i;
          asked += asks(engines
                  .get(i % 2)
                  .ask(Touchpoint.of("ticket.closed", person), new RespondentKey(person)))
              ? 1
              : 0;
        }
        return asked;
      });
    }

    long asked = 0;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Long> each : threads.invokeAll(work)) {
        asked += each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(asked).isEqualTo(500);
  }

  @Test
  void aClosedEngineGivesBackWhatItDidNotUse() {
    FragileCounters shared = new FragileCounters();
    EngineFixture here = new EngineFixture(new FragileLedger(), shared, 1, acme(160), CSAT);
    here.invite(Touchpoint.of("ticket.closed", "anna"));
    assertThat(shared.load(WEEK).count().taken()).isEqualTo(10);

    here.engine.close();

    assertThat(shared.load(WEEK).count().taken()).isEqualTo(1);
  }

  @Test
  void aQuotaThatIsReachedCostsNothingOfTheBudget() {
    FragileCounters shared = new FragileCounters();
    EngineFixture fixture = new EngineFixture(
        new FragileLedger(), shared, 1, acme(5), CSAT.withQuota(Quota.total(1)), NPS);
    fixture.invite(Touchpoint.of("ticket.closed", "anna"));
    fixture.skip(Touchpoint.of("ticket.closed", "ben"));
    fixture.skip(Touchpoint.of("ticket.closed", "cleo"));

    assertThat(shared.load(WEEK).count().taken()).isEqualTo(1);
  }

  @Test
  void aBudgetThatIsUsedUpGivesTheQuotaItsUnitBack() {
    FragileCounters shared = new FragileCounters();
    EngineFixture fixture = new EngineFixture(
        new FragileLedger(), shared, 1, acme(1), CSAT.withQuota(Quota.total(9)), NPS);
    fixture.invite(Touchpoint.of("project.finished", "anna"));
    fixture.skip(Touchpoint.of("ticket.closed", "ben"));
    fixture.engine.close();

    assertThat(shared
            .load(new Counter("csat/quota", Instant.EPOCH, Counter.NEVER))
            .count()
            .taken())
        .isZero();
  }

  @Test
  void whatPeopleOpenThemselvesIsFree() {
    EngineFixture fixture = new EngineFixture(acme(1), CSAT);
    fixture.invite(Touchpoint.of("ticket.closed", "ben"));

    assertThat(asks(fixture.engine.offer("csat", Touchpoint.onDemand("anna"), EngineFixture.ANNA)))
        .isTrue();
    assertThat(fixture.counters.load(WEEK).count().taken()).isEqualTo(1);
  }

  @Test
  void withoutTheCountersNobodyIsAsked() {
    EngineFixture fixture = new EngineFixture(acme(1), CSAT);
    fixture.counters.broken(true);

    assertThat(fixture.skip(Touchpoint.of("ticket.closed", "anna")).reason())
        .isEqualTo(SkipReason.STORE_UNAVAILABLE);
    fixture.counters.broken(false);
    fixture.invite(Touchpoint.of("ticket.closed", "anna"));
  }

  @Test
  void anAskThatWasPutOffUsesTheBudgetOfTheDayOnWhichItIsMade() {
    Survey patient = CSAT.withContactRules(
        ContactRules.none().any(Since.INVITED, Duration.ofDays(7)).deferUntilEligible());
    EngineFixture fixture = new EngineFixture(acme(2), patient);
    fixture.invite(EngineFixture.closed("INC-1"));
    fixture.skip(EngineFixture.closed("INC-2"));
    assertThat(fixture.counters.load(WEEK).count().taken()).isEqualTo(1);
    fixture.advance(Duration.ofDays(7));

    assertThat(fixture.engine.pending(EngineFixture.ANNA)).hasSize(1);

    Counter next = new Counter("acme/budget", WEEK.until(), WEEK.until().plus(Duration.ofDays(7)));
    assertThat(fixture.counters.load(next).count().taken()).isEqualTo(1);
  }

  private static PromptEngine engine(
      ContactLedger ledger, SurveyCounters counters, int invitations) {
    SurveyCatalog catalog = SurveyCatalog.of(List.of(CSAT));
    Policy policy = acme(invitations);
    return new PromptEngine(
        catalog,
        policy,
        ledger,
        () -> EngineFixture.START,
        new SecureRandom(),
        new ContactRecorder(
            catalog, policy, ledger, counters, () -> EngineFixture.START, event -> {}));
  }

  private static Policy acme(int invitations) {
    return new Policy("acme", ContactRules.none(), Set.of())
        .withBudget(InvitationBudget.perWeek(invitations));
  }

  private static boolean asks(Decision decision) {
    return decision instanceof Decision.Ask;
  }
}
