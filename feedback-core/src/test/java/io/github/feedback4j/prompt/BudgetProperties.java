package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Pacing;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The laws of quota and pacing, with two nodes that do anything at the worst moment. */
class BudgetProperties {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");

  /** Something that happens on one of two nodes, perhaps in the middle of something on the other. */
  record Act(Kind kind, boolean second, boolean amid, int choice, int hours) {
    enum Kind {
      ASK,
      ASK_MANY,
      ANSWER,
      DISMISS,
      CANCEL,
      STOP,
      KILL,
      BREAK
    }
  }

  @Provide
  Arbitrary<Act> acts() {
    return acts(Act.Kind.values());
  }

  @Provide
  Arbitrary<Act> peacefulActs() {
    return acts(
        Act.Kind.ASK, Act.Kind.ASK_MANY, Act.Kind.ANSWER, Act.Kind.DISMISS, Act.Kind.CANCEL);
  }

  private static Arbitrary<Act> acts(Act.Kind... kinds) {
    return Combinators.combine(
            Arbitraries.of(kinds),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 1_000),
            Arbitraries.integers().between(0, 24 * 12))
        .as(Act::new);
  }

  @Provide
  Arbitrary<Survey> surveys() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 60),
            Arbitraries.integers().between(0, 4),
            Arbitraries.of(2, 24, 24 * 14))
        .as((answers, kind, life) -> {
          Survey survey = CSAT.withExpiresAfter(Duration.ofHours(life));
          return switch (kind) {
            case 0 -> survey.withQuota(Quota.total(answers));
            case 1 -> survey.withQuota(Quota.perDay(answers));
            case 2 -> survey.withQuota(Quota.perMonth(answers));
            case 3 -> survey.withPacing(Pacing.perMonth(answers));
            default ->
              survey.withQuota(Quota.perWeek(answers)).withPacing(Pacing.perWeek(answers + 5));
          };
        });
  }

  @Property
  void answersAndOpenInvitationsNeverExceedTheQuotaWhateverTwoNodesDo(
      @ForAll("surveys") Survey survey, @ForAll @Size(max = 40) List<@From("acts") Act> acts) {
    World world = new World(survey);
    for (Act act : acts) {
      world.happen(act);
      world.assertWithinBudgets();
    }
  }

  @Property
  void nothingIsLostUnlessANodeIsKilled(
      @ForAll @Size(max = 40) List<@From("peacefulActs") Act> acts, @ForAll boolean little) {
    int answers = little ? 3 : 40;
    World world = new World(CSAT.withQuota(Quota.total(answers)));
    for (Act act : acts) {
      world.happen(new Act(act.kind(), act.second(), false, act.choice(), act.hours()));
    }
    world.one.engine.close();
    world.two.engine.close();
    world.advance(Duration.ofDays(16));
    for (int i = 0; i < 2 * answers; i++) {
      world.ask(world.one);
    }

    assertThat(world.used(Instant.EPOCH, Instant.MAX)).isEqualTo(answers);
  }

  @Property
  void askAndExplainAgree(
      @ForAll("surveys") Survey survey,
      @ForAll @Size(max = 30) List<@From("peacefulActs") Act> acts) {
    World world = new World(survey);
    for (Act act : acts) {
      Touchpoint touchpoint =
          Touchpoint.of("ticket.closed", "p" + (world.people + 1)).subject("INC-1");
      Explanation explanation =
          world.one.engine.explain(touchpoint, new RespondentKey(touchpoint.respondent()));
      Decision decision = world.ask(world.one);

      assertThat(decision.fold(ask -> "ask", Decision.Skip::toString))
          .isEqualTo(explanation.skip() == null ? "ask" : explanation.skip().toString());
      world.happen(act);
    }
  }

  /** Two nodes on one ledger and one store of counters. */
  private static final class World {

    private final Survey survey;
    private final FragileLedger ledger = new FragileLedger();
    private final FragileCounters counters = new FragileCounters();
    private final List<Invitation> invitations = new ArrayList<>();
    private EngineFixture one;
    private EngineFixture two;
    private int people;
    private int nodes;

    World(Survey survey) {
      this.survey = survey;
      one = node(null);
      two = node(null);
    }

    private EngineFixture node(@Nullable EngineFixture before) {
      EngineFixture node =
          new EngineFixture(ledger, counters, ++nodes, ContactRules.none(), survey);
      node.advance(
          Duration.between(node.now(), before == null ? EngineFixture.START : before.now()));
      return node;
    }

    void happen(Act act) {
      EngineFixture node = act.second() ? two : one;
      EngineFixture other = act.second() ? one : two;
      if (act.amid()) {
        counters.betweenLoadAndExchange(() -> {
          counters.betweenLoadAndExchange(() -> {});
          ask(other);
        });
      }
      switch (act.kind()) {
        case ASK -> ask(node);
        case ASK_MANY -> {
          for (int i = 0; i < 8; i++) {
            ask(node);
          }
        }
        case ANSWER, DISMISS, CANCEL -> close(act, node);
        case STOP -> node.engine.close();
        case KILL -> {
          if (act.second()) {
            two = node(two);
          } else {
            one = node(one);
          }
        }
        case BREAK -> {
          counters.broken(true);
          ask(node);
          close(new Act(Act.Kind.DISMISS, false, false, act.choice(), 0), node);
          counters.broken(false);
        }
      }
      counters.betweenLoadAndExchange(() -> {});
      advance(Duration.ofHours(act.hours()));
    }

    private void close(Act act, EngineFixture node) {
      List<Invitation> live = invitations.stream().filter(this::isLive).toList();
      if (live.isEmpty()) {
        return;
      }
      Invitation invitation = live.get(act.choice() % live.size());
      switch (act.kind()) {
        case ANSWER -> node.contacts.answered(invitation, UUID.randomUUID(), 1, true);
        case CANCEL -> node.contacts.cancel(invitation.respondent(), "INC-1");
        default ->
          node.contacts.dismiss(
              invitation, act.choice() % 2 == 0 ? Dismissal.CLOSED : Dismissal.NEVER);
      }
    }

    Decision ask(EngineFixture node) {
      Decision decision =
          node.ask(Touchpoint.of("ticket.closed", "p" + ++people).subject("INC-1"));
      if (decision instanceof Decision.Ask ask) {
        invitations.add(ask.invitation());
      }
      return decision;
    }

    void advance(Duration by) {
      one.advance(by);
      two.advance(by);
    }

    private boolean isLive(Invitation invitation) {
      return contact(invitation).isLiveAt(one.now());
    }

    private Contact contact(Invitation invitation) {
      Contact contact = ledger.load(invitation.respondent()).history().find(invitation.id());
      assertThat(contact).isNotNull();
      return contact;
    }

    /** Returns how many invitations of a period were answered or may still be. */
    long used(Instant from, Instant until) {
      return invitations.stream()
          .filter(each -> !each.invitedAt().isBefore(from) && each.invitedAt().isBefore(until))
          .map(this::contact)
          .filter(each -> each.outcome() == Outcome.ANSWERED || each.isLiveAt(one.now()))
          .count();
    }

    void assertWithinBudgets() {
      Quota quota = survey.quota();
      Pacing pacing = survey.pacing();
      if (quota != null) {
        assertWithin(new QuotaBudget("csat", quota), quota.answers());
      }
      if (pacing != null) {
        assertWithin(new PacingBudget("csat", pacing), pacing.answers());
      }
    }

    private void assertWithin(Budget budget, int answers) {
      invitations.stream()
          .map(each -> budget.counter(each.invitedAt()))
          .distinct()
          .forEach(period ->
              assertThat(used(period.from(), period.until())).isLessThanOrEqualTo(answers));
    }
  }
}
