package io.github.feedback4j.benchmarks;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.Pseudonymizer;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.PromptEngine;
import io.github.feedback4j.prompt.Touchpoint;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** One way to decide whether a person is asked. */
interface Decider {

  /** Returns a {@link Decision} or a {@link Boolean}. */
  Object decide(String key);

  static boolean isYes(Object decision) {
    return decision instanceof Boolean yes ? yes : decision instanceof Decision.Ask;
  }

  static Decider of(DecisionBenchmark.Who who, People people, int surveys) {
    return switch (who) {
      case FLOOR -> floor(people, surveys);
      case FEEDBACK4J -> engine(people, surveys);
      case FEEDBACK -> feedback(people, surveys);
      case LAUNCHDARKLY_MAP -> rulesFirst(new LaunchDarklyRules(surveys), Throttle.ofMap(people));
      case MAP_LAUNCHDARKLY ->
        throttleFirst(new LaunchDarklyRules(surveys), Throttle.ofMap(people));
      case LAUNCHDARKLY_BUCKET4J ->
        rulesFirst(new LaunchDarklyRules(surveys), Throttle.ofBuckets(people));
      case BUCKET4J_LAUNCHDARKLY ->
        throttleFirst(new LaunchDarklyRules(surveys), Throttle.ofBuckets(people));
      case UNLEASH9_MAP -> rulesFirst(Unleashes.nine(surveys), Throttle.ofMap(people));
      case UNLEASH12_MAP -> rulesFirst(Unleashes.twelve(surveys), Throttle.ofMap(people));
    };
  }

  private static Decider floor(People people, int surveys) {
    Floor floor = new Floor(people, surveys);
    return floor::asks;
  }

  private static Decider rulesFirst(Rules rules, Throttle throttle) {
    return key -> rules.wants(key) && throttle.allows(key);
  }

  private static Decider throttleFirst(Rules rules, Throttle throttle) {
    return key -> throttle.allows(key) && rules.wants(key);
  }

  private static Decider engine(People people, int surveys) {
    PromptEngine engine = Workload.engine(
        Workload.ledger(people, UnaryOperator.identity()), Workload.surveys(surveys));
    Touchpoint touchpoint = Workload.touchpoint(surveys);
    return warm(people, key -> engine.ask(touchpoint, new RespondentKey(key)));
  }

  private static Decider feedback(People people, int surveys) {
    Pseudonymizer pseudonymizer = Pseudonymizer.hmacSha256(new byte[Pseudonymizer.MIN_KEY_BYTES]);
    InMemoryLedger ledger =
        Workload.ledger(people, key -> pseudonymizer.pseudonymize(key).value());
    Feedback feedback = Feedback.builder()
        .surveys(Workload.surveys(surveys))
        .policy(Workload.policy())
        .ledger(ledger)
        .pseudonymizer(pseudonymizer)
        .time(Workload.CLOCK)
        .random(new SplittableRandom(1))
        .build();
    return warm(people, key -> feedback.ask(Workload.touchpoint(key, surveys)));
  }

  /**
   * Decides about everybody once. Whoever is asked has an open invitation about this very ticket from
   * then on, which every further call presents again; so nothing changes while it is measured. What a
   * new invitation costs is in the reports on allocation and on the ledger.
   */
  private static Decider warm(People people, Decider decider) {
    for (int person = 0; person < people.size(); person++) {
      decider.decide(people.key(person));
    }
    return decider;
  }
}
