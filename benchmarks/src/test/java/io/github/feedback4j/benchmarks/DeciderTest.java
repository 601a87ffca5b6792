package io.github.feedback4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.benchmarks.DecisionBenchmark.Who;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.PromptEngine;
import io.github.feedback4j.prompt.SamplingPosition;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.Touchpoint;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That everybody in the benchmark of decisions has the same work, and does it. */
class DeciderTest {

  private static final int SIZE = 8_000;
  private static final People PEOPLE = new People(SIZE);

  /** Four standard deviations of 5 % of 8,000 people. */
  private static final double NOISE = 0.0097;

  @ParameterizedTest
  @EnumSource
  void saysYesToFivePercentOfThePeople(Who who) {
    assertThat(shareOfYes(Decider.of(who, PEOPLE, 1))).isCloseTo(0.05, within(NOISE));
  }

  @ParameterizedTest
  @EnumSource
  void oneOfTwentySurveysFitsTheTicket(Who who) {
    // Fewer people, since each costs some peers twenty times as much; so twice the noise.
    People people = new People(SIZE / 4);

    assertThat(shareOfYes(Decider.of(who, people, 20), people.size()))
        .isCloseTo(0.05, within(2 * NOISE));
  }

  @ParameterizedTest
  @EnumSource
  void asksNobodyWhoIsCoolingDown(Who who) {
    Decider decider = Decider.of(who, PEOPLE, 1);

    assertThat(IntStream.range(0, SIZE)
            .filter(People::isCoolingDown)
            .filter(person -> Decider.isYes(decider.decide(PEOPLE.key(person)))))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void decidesTheSameAgainHoweverOften(Who who) {
    Decider decider = Decider.of(who, PEOPLE, 1);

    double first = shareOfYes(decider);

    assertThat(shareOfYes(decider)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void theEngineSkipsForTheReasonsThatTheWorkloadNames(int surveys) {
    PromptEngine engine = Workload.engine(
        Workload.ledger(PEOPLE, UnaryOperator.identity()), Workload.surveys(surveys));
    Touchpoint touchpoint = Workload.touchpoint(surveys);
    Map<SkipReason, Integer> reasons = new EnumMap<>(SkipReason.class);
    int asked = 0;
    for (int person = 0; person < SIZE; person++) {
      Decision decision = engine.ask(touchpoint, new RespondentKey(PEOPLE.key(person)));
      if (decision instanceof Decision.Skip skip) {
        reasons.merge(skip.reason(), 1, Integer::sum);
      } else {
        asked++;
      }
    }

    assertThat(reasons).containsOnlyKeys(SkipReason.NOT_SAMPLED, SkipReason.COOLING_DOWN);
    assertThat(share(reasons.get(SkipReason.NOT_SAMPLED))).isCloseTo(0.9, within(2 * NOISE));
    assertThat(share(reasons.get(SkipReason.COOLING_DOWN))).isCloseTo(0.05, within(NOISE));
    assertThat(share(asked)).isCloseTo(0.05, within(NOISE));
  }

  @Test
  void theEngineAsksExactlyWhomTheSampleHoldsAndTheRuleLets() {
    Decider decider = Decider.of(Who.FEEDBACK4J, PEOPLE, 1);

    for (int person = 0; person < SIZE; person++) {
      boolean sampled =
          SamplingPosition.of(Workload.surveyKey(0), PEOPLE.key(person)) < Workload.RATE;
      assertThat(Decider.isYes(decider.decide(PEOPLE.key(person))))
          .isEqualTo(sampled && !People.isCoolingDown(person));
    }
  }

  @Test
  void halfOfThePeopleAreCoolingDown() {
    assertThat(IntStream.range(0, SIZE).filter(People::isCoolingDown).count()).isEqualTo(SIZE / 2);
    Throttle map = Throttle.ofMap(PEOPLE);
    Throttle buckets = Throttle.ofBuckets(PEOPLE);
    for (int person = 0; person < SIZE; person++) {
      assertThat(map.allows(PEOPLE.key(person))).isNotEqualTo(People.isCoolingDown(person));
      assertThat(buckets.allows(PEOPLE.key(person))).isNotEqualTo(People.isCoolingDown(person));
    }
  }

  @Test
  void unleashTwelveIsAnotherUnleash() throws Exception {
    try (Rules nine = Unleashes.nine(1);
        Rules twelve = Unleashes.twelve(1)) {
      assertThat(unleashOf(nine)).isNotEqualTo(unleashOf(twelve));
    }
  }

  private static Class<?> unleashOf(Rules rules) throws ReflectiveOperationException {
    return rules.getClass().getDeclaredField("unleash").getType();
  }

  @Test
  void everyKeyIsAnObjectOfItsOwnOf22Characters() {
    assertThat(PEOPLE.key(7)).hasSize(22).isEqualTo(PEOPLE.key(7)).isNotSameAs(PEOPLE.key(7));
    assertThat(IntStream.range(0, SIZE).mapToObj(PEOPLE::key).distinct()).hasSize(SIZE);
  }

  @Test
  void aWalkMeetsEverybodyOnce() {
    Walk walk = new Walk(PEOPLE.inRandomOrder(), 1, 2);

    assertThat(IntStream.range(0, SIZE).map(i -> walk.next()).distinct()).hasSize(SIZE);
  }

  private static double shareOfYes(Decider decider) {
    return shareOfYes(decider, SIZE);
  }

  /** The first people of a greater crowd are those of a smaller one. */
  private static double shareOfYes(Decider decider, int people) {
    return (double) IntStream.range(0, people)
            .filter(person -> Decider.isYes(decider.decide(PEOPLE.key(person))))
            .count()
        / people;
  }

  private static double share(int people) {
    return (double) people / SIZE;
  }
}
