package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.Pseudonymizer;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Dismissal;
import io.github.feedback4j.prompt.FatigueReport;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.ResponseBehaviour;
import io.github.feedback4j.prompt.ResponseBehaviour.Delay;
import io.github.feedback4j.prompt.Simulator;
import io.github.feedback4j.prompt.TimedTouchpoint;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Pacing;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A simulation decides what the same application would have decided at the same times. */
class SimulatorDecisionsTest {

  private static final Duration SEEN_AFTER = Duration.ofHours(5);
  private static final Duration CLOSED_AFTER = Duration.ofMinutes(1);

  private static final List<Survey> SURVEYS = List.of(
      Surveys.csat("ticket-csat")
          .on("ticket.closed")
          .withAudience(Condition.not(Condition.eq("priority", "low")))
          .withSampling(Sampling.touchpoints(0.7))
          .withPacing(Pacing.perMonth(25))
          .withPriority(1),
      Surveys.nps("it-nps")
          .on("ticket.closed")
          .withSampling(Sampling.people(0.6))
          .withContactRules(ContactRules.none().sameSurvey(Since.INVITED, Duration.ofDays(40))));

  private static final Policy POLICY = Policy.of(ContactRules.atMostOncePer(Duration.ofDays(9))
      .any(Since.DISMISSED, Duration.ofDays(20))
      .atMost(3, Duration.ofDays(60)));

  private final Pseudonymizer pseudonyms = Pseudonymizer.hmacSha256(new byte[16]);
  private final List<TimedTouchpoint> touchpoints = touchpoints();
  private Instant now = touchpoints.get(0).at();

  @Test
  void decidesLikeAnApplicationWhereNobodyReacts() {
    Feedback feedback = feedback();
    List<String> expected = new ArrayList<>();
    for (TimedTouchpoint each : touchpoints) {
      now = each.at();
      expected.add(text(feedback.ask(each.touchpoint())));
    }

    assertThat(simulated(ResponseBehaviour.defaults().withSees(0))).isEqualTo(expected);
    assertThat(expected).anyMatch(each -> each.startsWith("ask ticket-csat"));
    assertThat(expected).anyMatch(each -> each.startsWith("ask it-nps"));
    assertThat(expected).anyMatch(each -> each.contains("PACED"));
    assertThat(expected).anyMatch(each -> each.contains("CONTACT_LIMIT"));
    assertThat(expected).anyMatch(each -> each.contains("NOT_SAMPLED"));
  }

  @Test
  void decidesLikeAnApplicationWhereEverybodyClosesTheQuestion() {
    record Step(Instant at, Invitation invitation, boolean closes) {}
    Feedback feedback = feedback();
    PriorityQueue<Step> steps = new PriorityQueue<>(Comparator.comparing(Step::at));
    List<String> expected = new ArrayList<>();
    for (TimedTouchpoint each : touchpoints) {
      while (!steps.isEmpty() && !steps.element().at().isAfter(each.at())) {
        Step step = steps.remove();
        now = step.at();
        if (step.closes()) {
          feedback.dismiss(step.invitation(), Dismissal.CLOSED);
        } else {
          feedback.shown(step.invitation());
          steps.add(new Step(now.plus(CLOSED_AFTER), step.invitation(), true));
        }
      }
      now = each.at();
      Decision decision = feedback.ask(each.touchpoint());
      expected.add(text(decision));
      if (decision instanceof Decision.Ask ask && !ask.again()) {
        steps.add(new Step(now.plus(SEEN_AFTER), ask.invitation(), false));
      }
    }

    List<String> simulated = simulated(ResponseBehaviour.defaults()
        .withSees(1)
        .withAnswers(0)
        .withPutsOff(0)
        .withOptsOut(0)
        .withDismisses(1)
        .withUntilSeen(Delay.of(SEEN_AFTER))
        .withUntilReaction(Delay.of(CLOSED_AFTER)));

    assertThat(simulated).isEqualTo(expected);
    assertThat(expected).anyMatch(each -> each.contains("{any: {dismissed: 20d}}"));
  }

  private List<String> simulated(ResponseBehaviour behaviour) {
    List<String> decisions = new ArrayList<>();
    FatigueReport report = Simulator.of(SurveyCatalog.of(SURVEYS), POLICY)
        .withPseudonymizer(pseudonyms)
        .withBehaviour(behaviour)
        .run(touchpoints.iterator(), (touchpoint, decision) -> decisions.add(text(decision)));
    assertThat(report.totals().touchpoints()).isEqualTo(touchpoints.size());
    return decisions;
  }

  private Feedback feedback() {
    return Feedback.builder()
        .surveys(SURVEYS)
        .policy(POLICY)
        .pseudonymizer(pseudonyms)
        .time(() -> now)
        .build();
  }

  private static String text(Decision decision) {
    return decision.fold(
        ask -> "ask " + ask.invitation().survey() + (ask.again() ? " again" : ""),
        skip -> skip.reason() + " " + skip.survey() + " " + skip.rule() + " " + skip.eligibleAt());
  }

  private static List<TimedTouchpoint> touchpoints() {
    // java.util.Random is specified to the last bit.
    Random random = new Random(7);
    Instant at = Instant.parse("2026-01-05T08:00:00Z");
    List<TimedTouchpoint> all = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      at = at.plusSeconds(random.nextInt(40_000));
      all.add(new TimedTouchpoint(
          at,
          Touchpoint.of("ticket.closed", "user-" + random.nextInt(60))
              .subject("INC-" + random.nextInt(700))
              .attribute("priority", random.nextInt(5) == 0 ? "low" : "high")));
    }
    return all;
  }
}
