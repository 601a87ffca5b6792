package io.github.feedback4j.examples;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Dismissal;
import io.github.feedback4j.prompt.Explanation;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.survey.AttributeValue;
import io.github.feedback4j.survey.FactorsQuestion;
import io.github.feedback4j.survey.LostTimeQuestion;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFlow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/**
 * Lives through the tickets again: each closing is a touchpoint, each question meets a respondent.
 *
 * <p>Closings and reactions stand in one queue, ordered by time, because somebody may answer about
 * one ticket after the next one was closed.
 */
final class Replay {

  /** Whoever says "not now" comes back after this; the snooze of the contact rules is 7 days. */
  private static final Duration COMES_BACK_AFTER = Duration.ofDays(8);

  private final Feedback feedback;
  private final ReplayClock clock;
  private final RespondentModel respondents;
  private final PriorityQueue<Step> queue =
      new PriorityQueue<>(Comparator.comparing(Step::at).thenComparingInt(Step::order));
  private final List<Asked> asked = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final Map<SkipReason, Explained> explanations = new EnumMap<>(SkipReason.class);
  private int order;
  private int answers;

  private record Step(Instant at, int order, Runnable action) {}

  /** A ticket whose requester was asked. */
  record Asked(Ticket ticket, Invitation invitation) {}

  /** A ticket whose requester was not asked, and why. */
  record Skipped(Ticket ticket, Decision.Skip skip) {}

  /**
   * What the engine decided when each ticket was closed, in the order of closing.
   *
   * @param asked the tickets that led to an invitation
   * @param skipped all other tickets
   * @param explanations the first skip of each reason, explained gate by gate
   * @param answers how many of the invitations were answered
   */
  record Decisions(
      List<Asked> asked,
      List<Skipped> skipped,
      Map<SkipReason, Explained> explanations,
      int answers) {}

  /** Why a ticket was skipped, as {@code explain} told at that time. */
  record Explained(Ticket ticket, Explanation explanation) {}

  Replay(Feedback feedback, ReplayClock clock, RespondentModel respondents) {
    this.feedback = feedback;
    this.clock = clock;
    this.respondents = respondents;
  }

  /**
   * Replays the tickets and returns what was decided about each.
   *
   * @param progress is told the number of tickets closed so far, after each
   */
  Decisions run(List<Experience> experiences, IntConsumer progress) {
    return run(experiences, Instant.MAX, progress);
  }

  /** Replays what happens before {@code end}; who would react after it has not yet. */
  Decisions run(List<Experience> experiences, Instant end, IntConsumer progress) {
    for (Experience each : experiences) {
      at(each.ticket().closedAt(), () -> closed(each));
    }
    while (!queue.isEmpty() && queue.element().at().isBefore(end)) {
      Step step = queue.remove();
      clock.advanceTo(step.at());
      int before = asked.size() + skipped.size();
      step.action().run();
      int after = asked.size() + skipped.size();
      if (after > before) {
        progress.accept(after);
      }
    }
    return new Decisions(
        List.copyOf(asked), List.copyOf(skipped), Map.copyOf(explanations), answers);
  }

  /** Returns what the application reports when a ticket is closed. */
  static Touchpoint touchpoint(Ticket ticket) {
    return Touchpoint.of("ticket.closed", ticket.requester())
        .subject(ticket.id(), ticket.resolution())
        .locale(Locale.forLanguageTag(ticket.language()))
        // Attributes decide who is asked; accountability says whose score the answer counts for.
        .attribute("priority", ticket.priority())
        .attribute("late", !ticket.slaMet())
        .attribute("reopened", ticket.resolution() > 1)
        .accountable(a -> a.team(ticket.team())
            .channel(ticket.channel())
            .service(ticket.service())
            .priority(ticket.priority())
            .slaMet(ticket.slaMet())
            .openedAt(ticket.openedAt())
            .closedAt(ticket.closedAt()));
  }

  private void closed(Experience experience) {
    Ticket ticket = experience.ticket();
    Touchpoint touchpoint = touchpoint(ticket);
    Decision decision = feedback.ask(touchpoint);
    if (decision instanceof Decision.Ask ask) {
      asked.add(new Asked(ticket, ask.invitation()));
      present(experience, ask.invitation());
    } else if (decision instanceof Decision.Skip skip) {
      skipped.add(new Skipped(ticket, skip));
      // Explained now or never: at the end of the replay the same question has another answer.
      explanations.computeIfAbsent(
          skip.reason(), reason -> new Explained(ticket, feedback.explain(touchpoint)));
    }
  }

  /** Plans when the person sees the question, and what happens then. */
  private void present(Experience experience, Invitation invitation) {
    Survey survey = feedback.survey(invitation).orElseThrow();
    // Without a rating the model would have nothing to say.
    Question.Rating question = Objects.requireNonNull(survey.firstRating());
    RespondentModel.Reaction reaction = respondents.react(experience, question.metric());
    if (reaction.act() == RespondentModel.Act.NEVER_SEES) {
      return;
    }
    Instant seenAt = clock.instant().plus(reaction.seenAfter());
    at(seenAt, () -> feedback.shown(invitation));
    at(seenAt.plus(reaction.actsAfter()), () -> act(experience, invitation, survey, reaction));
  }

  private void act(
      Experience experience,
      Invitation invitation,
      Survey survey,
      RespondentModel.Reaction reaction) {
    switch (reaction.act()) {
      case ANSWERS -> {
        feedback.submit(response(experience, invitation, survey, reaction)).orElseThrow();
        answers++;
      }
      case CLOSES -> feedback.dismiss(invitation, Dismissal.CLOSED);
      case OPTS_OUT -> feedback.dismiss(invitation, Dismissal.NEVER);
      case PUTS_OFF -> {
        feedback.dismiss(invitation, Dismissal.LATER);
        Instant next = clock.instant().plus(COMES_BACK_AFTER);
        if (next.isBefore(invitation.expiresAt())) {
          at(next, () -> comeBack(experience));
        }
      }
      case IGNORES, NEVER_SEES -> {}
    }
  }

  private Response response(
      Experience experience,
      Invitation invitation,
      Survey survey,
      RespondentModel.Reaction reaction) {
    SurveyFlow flow = SurveyFlow.of(survey, invitation.attributes());
    Response response = Response.to(invitation);
    Map<String, AttributeValue> known = new HashMap<>();
    for (Question each : survey.questions()) {
      // What is not on the person's way is not on their screen.
      if (!flow.path(known).shows(each.id())) {
        continue;
      }
      if (each instanceof Question.Rating rating && rating.equals(survey.firstRating())) {
        response = response.rate(rating.id(), reaction.rating());
        known.put(rating.id(), AttributeValue.Numeric.of(reaction.rating()));
      } else if (each instanceof Question.SingleChoice choice) {
        String chosen = respondents.choose(experience, choice, reaction);
        response = chosen == null ? response : response.choose(choice.id(), chosen);
      } else if (each instanceof FactorsQuestion factors) {
        List<String> chosen = respondents.blame(experience, factors, reaction);
        response = chosen.isEmpty()
            ? response
            : response.chooseAll(factors.id(), chosen.toArray(String[]::new));
      } else if (each instanceof LostTimeQuestion) {
        response = response.lostMinutes(each.id(), respondents.lostMinutes(experience));
      }
    }
    return response.comment(reaction.comment().text());
  }

  /** The same touchpoint again presents the same invitation, so nothing is counted here. */
  private void comeBack(Experience experience) {
    Decision decision = feedback.ask(touchpoint(experience.ticket()));
    if (decision instanceof Decision.Ask ask) {
      present(experience, ask.invitation());
    }
  }

  private void at(Instant time, Runnable action) {
    queue.add(new Step(time, order++, action));
  }
}
