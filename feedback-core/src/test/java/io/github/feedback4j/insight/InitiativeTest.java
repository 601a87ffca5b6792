package io.github.feedback4j.insight;

import static io.github.feedback4j.insight.Groups.csat;
import static io.github.feedback4j.insight.Groups.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.insight.Initiative.Direction;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InitiativeTest {

  private static final LocalDate START = LocalDate.of(2026, 3, 1);

  private final Initiative initiative = new Initiative(
      "call back before closing",
      START,
      Map.of("team", "network", "channel", "phone"),
      MetricDefinition.csat(),
      Direction.RISE,
      Period.ofWeeks(8));

  @Test
  void timeBeforeIsAsLongAsTheHorizon() {
    assertThat(initiative.beforeFrom()).isEqualTo("2026-01-04");
    assertThat(initiative.until()).isEqualTo("2026-04-26");
    assertThat(initiative.isOver(LocalDate.of(2026, 4, 25))).isFalse();
    assertThat(initiative.isOver(LocalDate.of(2026, 4, 26))).isTrue();
    assertThat(initiative.scope().keySet()).containsExactly("channel", "team");
  }

  @Test
  void plainChangeIsTheHeadlineWhereNothingElseIsKnown() {
    InitiativeEffect effect = initiative.effect(csat(48, 80), csat(56, 70));

    assertThat(effect.headline()).isEqualTo(effect.change());
    assertThat(effect.change().value()).hasValueCloseTo(20.0, within(1e-9));
    assertThat(effect.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(effect.isAsDeclared()).isTrue();
  }

  @Test
  void rateEffectIsTheHeadlineWhereThereAreStrata() {
    InitiativeEffect effect = initiative.effect(
        Map.of("laptop", csat(45, 50), "printer", csat(50, 100)),
        Map.of("laptop", csat(135, 150), "printer", csat(15, 30)));

    assertThat(effect.change().verdict()).isEqualTo(Verdict.BETTER);
    assertThat(effect.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(effect.isAsDeclared()).isFalse();
  }

  @Test
  void untouchedGroupTakesOutWhatHappenedToAll() {
    InitiativeEffect effect =
        initiative.effect(csat(480, 800), csat(560, 700)).against(csat(480, 800), csat(560, 700));

    assertThat(effect.change().verdict()).isEqualTo(Verdict.BETTER);
    assertThat(effect.headline().value()).hasValueCloseTo(0.0, within(1e-9));
    assertThat(effect.verdict()).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void aFallIsAsDeclaredOnlyIfItWasDeclared() {
    Initiative cheaper = new Initiative(
        "shorter opening hours",
        START,
        Map.of(),
        MetricDefinition.csat(),
        Direction.FALL,
        Period.ofMonths(1));

    InitiativeEffect effect = cheaper.effect(csat(560, 700), csat(480, 800));

    assertThat(effect.isAsDeclared()).isTrue();
    assertThat(effect.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(initiative.effect(csat(560, 700), csat(480, 800)).isAsDeclared()).isFalse();
  }

  @Test
  void withoutAnswersNothingIsAsDeclared() {
    Tally none = Tally.empty(MetricDefinition.csat());

    assertThat(initiative.effect(none, csat(1, 1)).isAsDeclared()).isFalse();
    assertThat(initiative.effect(none, csat(1, 1)).verdict()).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void watchingLeavesOutWhatIsNotWithinTheHorizon() {
    TreeMap<LocalDate, Tally> days = new TreeMap<>();
    days.put(START.minusDays(1), csat(0, 50));
    days.put(START, csat(30, 40));
    days.put(initiative.until().minusDays(1), csat(5, 10));
    days.put(initiative.until(), csat(0, 50));

    var looks = initiative.watch(ConfidenceSequence.tightestAt(200), csat(60, 100), days);

    assertThat(looks).hasSize(2);
    assertThat(looks.get(1).compared().tally()).isEqualTo(csat(35, 50));
  }

  @Test
  void refusesWhatWasNotDeclared() {
    assertThatThrownBy(() -> initiative.effect(nps(1, 1, 1), nps(1, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same series");
    assertThatThrownBy(() -> initiative.effect(Map.of("a", nps(1, 1, 1)), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> initiative.effect(csat(1, 1), csat(1, 1)).against(nps(1, 1, 1), csat(1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nameAndHorizonAreChecked() {
    assertThatThrownBy(() -> new Initiative(
            " ", START, Map.of(), MetricDefinition.csat(), Direction.RISE, Period.ofDays(1)))
        .hasMessage("name of an initiative must not be blank");
    assertThatThrownBy(() -> new Initiative(
            "x", START, Map.of(), MetricDefinition.csat(), Direction.RISE, Period.ZERO))
        .hasMessage("horizon of initiative 'x' must be longer than zero, but was P0D");
  }
}
