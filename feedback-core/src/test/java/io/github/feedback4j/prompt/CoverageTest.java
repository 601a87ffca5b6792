package io.github.feedback4j.prompt;

import static io.github.feedback4j.prompt.EngineFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.CalendarPeriod;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sampling that helps groups with too few answers. */
class CoverageTest {

  /** At {@link EngineFixture#START}, 60 days into the quarter, 26 answers are due. */
  private static final Sampling.Coverage THIRTY =
      Sampling.coverage(0, 30, CalendarPeriod.quarter());

  private static final int DUE = 26;
  private static final Duration MINUTE = CoverageCounts.LOOK_AGAIN;

  private final EngineFixture fixture = fixture(THIRTY);
  private int people;

  @ParameterizedTest
  @CsvSource({
    "0.1, 0, 0, 0.1", "0.1, 0, 26, 1", "0.1, 13, 26, 1", "0.1, 26, 26, 0.1", "0.1, 99, 26, 0.1",
    "0.1, 3, 4, 0.55", "0, 3, 4, 0.5", "1, 0, 26, 1", "1, 20, 26, 1", "0.2, 9, 10, 0.36"
  })
  void theRateRisesFromTheBaseWithAllThatIsDueToOneWithHalf(
      double base, long answers, long due, double rate) {
    assertThat(CoverageCounts.rate(base, answers, due)).isCloseTo(rate, within(1e-12));
  }

  @Test
  void aGroupWithoutAnswersIsAskedInFull() {
    assertThat(invite("network").inclusionProbability()).isEqualTo(1);
  }

  @Test
  void aGroupWithAllAnswersThatAreDueHasTheBaseRate() {
    answers("network", DUE);

    assertThat(skip("network").rule())
        .isEqualTo(
            "sampling: {coverage: {rate: 0.0, minPerGroup: 30, period: quarter, group: team, zone: UTC}}");
    assertThat(invite("desktop").inclusionProbability()).as("another team").isEqualTo(1);
  }

  @Test
  void inBetweenTheProbabilityIsTheRateThatWasInForce() {
    answers("network", 20);
    Invitation invitation = null;
    for (int i = 0; i < 100 && invitation == null; i++) {
      invitation =
          ask(nobodyYet(), "network").<Invitation>fold(Decision.Ask::invitation, skip -> null);
    }

    // 20 of 26 are more than half: 1 − (2 · 20/26 − 1).
    assertThat(invitation).isNotNull();
    assertThat(invitation.inclusionProbability()).isCloseTo(12 / 26.0, within(1e-12));
  }

  @Test
  void nothingIsDueWhenAPeriodBegins() {
    fixture.advance(Duration.between(START, Instant.parse("2026-04-01T00:00:00Z")));
    skip("network");
    fixture.advance(Duration.ofDays(4));

    invite("network");
  }

  @Test
  void aNewPeriodCountsAnew() {
    answers("network", 100);
    fixture.advance(Duration.between(START, Instant.parse("2026-05-01T00:00:00Z")));

    assertThat(invite("network").inclusionProbability()).isEqualTo(1);
  }

  @Test
  void aTouchpointWithoutAGroupHasTheBaseRate() {
    assertThat(fixture.ask(Touchpoint.of("ticket.closed", "anna").subject("T-1")))
        .isInstanceOf(Decision.Skip.class);
  }

  @Test
  void whoWasAskedStaysInForTheGroupUntilThePeriodEnds() {
    Invitation first = fixture.invite(touchpoint("anna", "network", "T-1"));
    answers("network", DUE);
    answers("desktop", DUE);

    skip("network");
    Invitation second = fixture.invite(touchpoint("anna", "network", "T-2"));
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.inclusionProbability()).isEqualTo(1);
    assertThat(fixture.ask(touchpoint("anna", "desktop", "T-3")))
        .as("another group")
        .isInstanceOf(Decision.Skip.class);
    fixture.advance(Duration.between(fixture.now(), Instant.parse("2026-04-01T00:00:00Z")));
    assertThat(fixture.ask(touchpoint("anna", "network", "T-4")))
        .as("another period")
        .isInstanceOf(Decision.Skip.class);
  }

  @Test
  void aLiveInvitationIsPresentedAgainAfterTheRateFell() {
    fixture.advance(Duration.between(START, Instant.parse("2026-03-31T23:00:00Z")));
    Invitation invitation = fixture.invite(touchpoint("anna", "network", "T-1"));
    fixture.advance(Duration.ofHours(2));
    skip("network");

    assertThat(fixture.ask(touchpoint("anna", "network", "T-1")))
        .isEqualTo(new Decision.Ask(invitation, true));
  }

  @Test
  void anAnswerThatIsChangedCountsOnce() {
    Invitation invitation = invite("network");
    for (int revision = 1; revision <= DUE; revision++) {
      fixture.contacts.answered(invitation, new UUID(9, 9), revision, true);
    }
    fixture.advance(MINUTE);

    assertThat(invite("network").inclusionProbability()).isEqualTo(1);
  }

  @Test
  void onlyAnswersCountAndNotInvitations() {
    for (int i = 0; i < 100; i++) {
      invite("network");
    }
    fixture.advance(MINUTE);

    assertThat(invite("network").inclusionProbability()).isEqualTo(1);
  }

  @Test
  void looksIntoTheStoreOnceAMinuteForAllGroupsTogether() {
    for (int i = 0; i < 600; i++) {
      ask(nobodyYet(), "team-" + i % 60);
      fixture.advance(Duration.ofMillis(300));
    }

    assertThat(fixture.counters.calls()).isEqualTo(3);
  }

  @Test
  void anotherNodeKnowsAMinuteLater() {
    EngineFixture other = new EngineFixture(
        new FragileLedger(), fixture.counters, 2, ContactRules.none(), survey(THIRTY));
    other.invite(touchpoint(nobodyYet(), "network", "T-1"));
    answers("network", DUE);
    other.advance(MINUTE.minusNanos(1));
    other.invite(touchpoint(nobodyYet(), "network", "T-1"));
    other.advance(Duration.ofNanos(1));

    assertThat(other.ask(touchpoint(nobodyYet(), "network", "T-1")))
        .isInstanceOf(Decision.Skip.class);
  }

  @Test
  void withoutTheStoreGroupsHaveTheBaseRateAndNothingIsThrown() {
    fixture.counters.broken(true);

    skip("network");
    fixture.counters.broken(false);
    fixture.advance(MINUTE);
    invite("network");
  }

  @Test
  void whileTheStoreIsAwayGroupsKeepTheRateTheyHad() {
    Invitation invitation = invite("network");
    fixture.counters.broken(true);
    fixture.advance(MINUTE);

    invite("network");
    fixture.answer(invitation);
    assertThat(fixture.contacts.find(invitation).contact())
        .extracting(Contact::outcome)
        .as("the answer is kept although nobody counts it")
        .isEqualTo(Outcome.ANSWERED);
  }

  @Test
  void groupsBeyondTheFirstHundredWithAnswersHaveTheBaseRate() {
    for (int i = 0; i < 150; i++) {
      fixture.answer(invite("team-" + i));
    }
    fixture.advance(MINUTE);

    invite("team-0");
    invite("team-99");
    skip("team-100");
    skip("team-150");
    SurveyCounters.Counter counter = new SurveyCounters.Counter(
        "csat/coverage/team",
        Instant.parse("2026-01-01T00:00:00Z"),
        Instant.parse("2026-04-01T00:00:00Z"));
    Count count = fixture.counters.load(counter).count();
    assertThat(count.encode()).hasSizeLessThan(4_000);
    assertThat(Count.decode(count.encode())).isEqualTo(count);
  }

  @Test
  void countsByAnyDimension() {
    EngineFixture services = fixture(THIRTY.withGroup("service"));

    assertThat(services.ask(touchpoint("anna", "network", "T-1")))
        .isInstanceOf(Decision.Skip.class);
    services.invite(touchpoint("anna", "network", "T-1").accountable(a -> a.service("Mail")));
  }

  @Test
  void theGroupsOfASurveyAreTheDimensionsOfAnAccountability() {
    assertThat(Sampling.Coverage.GROUPS).isEqualTo(Accountability.DIMENSIONS);
  }

  @Test
  void smallTeamsCatchUpAndLargeOnesAreAskedNoMoreThanBefore() {
    EngineFixture quarter = fixture(Sampling.coverage(0.05, 30, CalendarPeriod.quarter()));
    quarter.advance(Duration.between(START, Instant.parse("2026-04-01T00:00:00Z")));
    SplittableRandom random = new SplittableRandom(7);
    int[] asked = new int[2];
    int[] answered = new int[2];
    for (int day = 0; day < 91; day++) {
      for (int ticket = 0; ticket < 82; ticket++) {
        int team = ticket < 2 ? 0 : 1;
        String id = day + "-" + ticket;
        Decision decision = quarter.ask(touchpoint(id, team == 0 ? "small" : "large", id));
        if (decision instanceof Decision.Ask ask) {
          asked[team]++;
          if (random.nextInt(10) < 4) {
            answered[team]++;
            quarter.answer(ask.invitation());
          }
        }
        quarter.advance(Duration.ofDays(1).dividedBy(82));
      }
    }

    // At the base rate, the small team would have had about 4 answers of 182 tickets.
    assertThat(answered[0]).isBetween(27, 40);
    assertThat(asked[1] / (80.0 * 91)).isCloseTo(0.05, within(0.01));
  }

  @Test
  void whatPeopleOpenThemselvesIsNoAnswerOfTheGroupAndNoRateAtWhichTheyWereIn() {
    answers("network", DUE);
    answersOnDemand("desktop", DUE);

    assertThat(invite("desktop").inclusionProbability()).isEqualTo(1);
    RespondentKey anna = new RespondentKey("anna");
    fixture.engine.offer("csat", touchpoint("anna", "network", "T-1"), anna);
    assertThat(fixture.skip(touchpoint("anna", "network", "T-2")).reason())
        .isEqualTo(SkipReason.NOT_SAMPLED);
  }

  private void answersOnDemand(String team, int number) {
    for (int i = 0; i < number; i++) {
      Touchpoint touchpoint = touchpoint(nobodyYet(), team, "T-1");
      Decision opened =
          fixture.engine.offer("csat", touchpoint, new RespondentKey(touchpoint.respondent()));
      fixture.answer(((Decision.Ask) opened).invitation());
    }
    fixture.advance(MINUTE);
  }

  private void answers(String team, int number) {
    for (int i = 0; i < number; i++) {
      fixture.answer(invite(team));
    }
    fixture.advance(MINUTE);
  }

  private Invitation invite(String team) {
    return fixture.invite(touchpoint(nobodyYet(), team, "T-1"));
  }

  private Decision.Skip skip(String team) {
    return fixture.skip(touchpoint(nobodyYet(), team, "T-1"));
  }

  private Decision ask(String person, String team) {
    return fixture.ask(touchpoint(person, team, "T-1"));
  }

  private String nobodyYet() {
    return "p" + ++people;
  }

  private static Touchpoint touchpoint(String person, String team, String ticket) {
    return Touchpoint.of("ticket.closed", person).subject(ticket).accountable(a -> a.team(team));
  }

  private static Survey survey(Sampling sampling) {
    return Surveys.csat("csat").on("ticket.closed").withOnDemand(true).withSampling(sampling);
  }

  private static EngineFixture fixture(Sampling sampling) {
    return new EngineFixture(ContactRules.none(), survey(sampling));
  }
}
