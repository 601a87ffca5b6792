package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Scoreboard.Overview;
import io.github.feedback4j.Scoreboard.Slice;
import io.github.feedback4j.Scoreboard.State;
import io.github.feedback4j.privacy.BatchRelease;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchedFiguresTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Query QUERY = Query.of("ticket-csat").last(Duration.ofDays(60));
  private static final SmallGroupGuard GUARD = SmallGroupGuard.atLeast(5);

  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private int tickets;
  private final Feedback feedback = Feedback.builder()
      .survey(Surveys.csat("ticket-csat").on("ticket.closed"))
      .store(new InMemoryResponseStore())
      .time(() -> now)
      .pseudonymKey(new byte[16])
      .random(new SplittableRandom(4))
      .build();

  @Test
  void theAnswersOfTodayWait() {
    answers("Lyon", 6, 5);

    assertThat(overview().state()).as("few, not none").isEqualTo(State.HIDDEN);

    tomorrow();
    assertThat(n(overview())).isEqualTo(6);
  }

  @Test
  void aNewAnswerChangesNothingUntilFiveHaveCome() {
    answers("Lyon", 6, 5);
    tomorrow();
    answers("Lyon", 4, 1);
    tomorrow();

    assertThat(n(overview())).isEqualTo(6);
    assertThat(board().comments(QUERY, each -> each, 20).responses())
        .as("nor do the new comments tell")
        .hasSize(6);

    answers("Paris", 1, 1);
    tomorrow();
    assertThat(n(overview())).isEqualTo(11);
    assertThat(board().comments(QUERY, each -> each, 20).responses()).hasSize(11);
  }

  @Test
  void eachTeamHasBatchesOfItsOwn() {
    answers("Lyon", 6, 5);
    answers("Paris", 6, 5);
    tomorrow();
    answers("Lyon", 5, 1);
    answers("Paris", 4, 1);
    tomorrow();

    Overview overview = overview();

    assertThat(n(overview)).isEqualTo(21);
    assertThat(n(team(overview, "Lyon"))).isEqualTo(11);
    assertThat(n(team(overview, "Paris"))).isEqualTo(6);
  }

  @Test
  void periodsShowWhatTheirOwnBatchesDo() {
    answers("Lyon", 6, 5);
    tomorrow();
    answers("Lyon", 3, 5);
    now = MONDAY.plusDays(9).atTime(9, 0).toInstant(ZoneOffset.UTC);
    answers("Lyon", 5, 5);
    tomorrow();

    assertThat(overview().periods())
        .extracting(each -> each.score() == null ? null : each.score().n())
        .containsExactly(6L, 5L);
  }

  @Test
  void insightsAreOfTheSameAnswers() {
    answers("Lyon", 6, 1);
    answers("Paris", 6, 5);
    tomorrow();
    answers("Paris", 4, 1);
    tomorrow();
    Insights insights = feedback.insights(GUARD, BatchRelease.defaults());

    assertThat(insights.teams(QUERY, "team").comparisons())
        .allSatisfy(each -> assertThat(each.score().n()).isEqualTo(6));
    assertThat(insights.course(QUERY).chart().periods())
        .extracting(each -> each.answers())
        .containsExactly(12L);
    assertThat(feedback.insights(GUARD).course(QUERY).chart().periods())
        .extracting(each -> each.answers())
        .containsExactly(16L);
    assertThat(insights.drivers(QUERY).tooFew()).isEmpty();
  }

  private Scoreboard board() {
    return feedback.scoreboard(GUARD, BatchRelease.defaults());
  }

  private Overview overview() {
    return board().overview(QUERY, List.of("team"), new Periods(MONDAY, 7));
  }

  private static long n(Overview overview) {
    return Objects.requireNonNull(overview.score()).n();
  }

  private static @Nullable Long n(Slice slice) {
    return slice.score() == null ? null : slice.score().n();
  }

  private static Slice team(Overview overview, String name) {
    return Objects.requireNonNull(overview.groups().get("team")).stream()
        .filter(each -> each.value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void tomorrow() {
    now = now.plus(Duration.ofDays(1));
  }

  private void answers(String team, int persons, int rating) {
    for (int i = 0; i < persons; i++) {
      Touchpoint touchpoint = Touchpoint.of("ticket.closed", "person-" + ++tickets)
          .subject("INC-" + tickets)
          .accountable(a -> a.team(team));
      Decision.Ask ask = (Decision.Ask) feedback.ask(touchpoint);
      feedback
          .submit(Response.to(ask.invitation()).rate("satisfaction", rating).comment("as it is"))
          .orElseThrow();
    }
  }
}
