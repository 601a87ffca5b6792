package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.feedback4j.Scoreboard.Overview;
import io.github.feedback4j.Scoreboard.Slice;
import io.github.feedback4j.Scoreboard.State;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScoreboardTest {

  private static final Survey CSAT = Surveys.csat("ticket-csat").on("ticket.closed");
  private static final Query QUERY = Query.of("ticket-csat");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Periods WEEKS = new Periods(MONDAY, 7);

  private final InMemoryResponseStore store = new InMemoryResponseStore();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private Feedback feedback = feedback(CSAT);
  private int tickets;

  private Feedback feedback(Survey... surveys) {
    return Feedback.builder()
        .surveys(List.of(surveys))
        .store(store)
        .time(() -> now)
        .pseudonymKey(new byte[16])
        .random(new SplittableRandom(surveys.length))
        .build();
  }

  @Test
  void showsTheScoresOfTheDoor() {
    answers("Lyon", 7, 5);
    answers("Paris", 6, 2);

    Overview overview = overview(QUERY);

    assertThat(overview.state()).isEqualTo(State.SHOWN);
    assertThat(overview.score()).isEqualTo(feedback.score(QUERY));
    assertThat(Objects.requireNonNull(overview.responses()).answered()).isEqualTo(13);
    assertThat(teams(overview)).containsOnlyKeys("Lyon", "Paris");
    Score lyon = Objects.requireNonNull(teams(overview).get("Lyon").score());
    assertThat(lyon.tally())
        .isEqualTo(feedback.score(QUERY.where("team", "Lyon")).tally());
  }

  @Test
  void noAnswersAreNotFewAnswers() {
    invite("Lyon", "anna");

    Overview overview = overview(QUERY);

    assertThat(overview.state()).isEqualTo(State.NO_ANSWERS);
    assertThat(overview.score()).isNull();
    assertThat(Objects.requireNonNull(overview.responses()).invited()).isEqualTo(1);
    assertThat(overview.groups().get("team")).isEmpty();
  }

  @Test
  void fourPersonsShowNothing() {
    answers("Lyon", 4, 5);

    Overview overview = overview(QUERY);

    assertThat(overview)
        .isEqualTo(new Overview(
            State.HIDDEN,
            null,
            null,
            Map.of("team", List.of(new Slice("Lyon", State.HIDDEN, null))),
            List.of()));
  }

  @Test
  void onePersonWithManyTicketsIsOnePerson() {
    for (int i = 0; i < 30; i++) {
      answer("Lyon", "anna", 5);
    }

    assertThat(overview(QUERY).state()).isEqualTo(State.HIDDEN);
  }

  @Test
  void aSmallTeamIsHiddenWithTheNextSmallestSoThatItDoesNotFollowFromTheTotal() {
    answers("Lyon", 3, 1);
    answers("Paris", 6, 4);
    answers("Geneva", 9, 4);

    assertThat(states(overview(QUERY)))
        .isEqualTo(Map.of("Lyon", State.HIDDEN, "Paris", State.HIDDEN, "Geneva", State.SHOWN));
  }

  @Test
  void aQueryMayFilterForWhatItsTableShowsAndForNothingElse() {
    answers("Lyon", 3, 1);
    answers("Paris", 6, 4);
    answers("Geneva", 9, 4);

    assertThat(overview(QUERY.where("team", "Geneva")).state()).isEqualTo(State.SHOWN);
    assertThat(overview(QUERY.where("team", "Paris")).state())
        .as("with its score the one of Lyon would follow")
        .isEqualTo(State.HIDDEN);
    assertThat(overview(QUERY.where("team", "Lyon")).state()).isEqualTo(State.HIDDEN);
    assertThat(overview(QUERY.where("team", "Lyon").where("team", "Geneva")).state())
        .isEqualTo(State.HIDDEN);
    assertThat(overview(QUERY.where("team", "Nobody")).state()).isEqualTo(State.NO_ANSWERS);
  }

  @Test
  void theGroupsOfAValueThatIsHiddenAreHiddenToo() {
    for (int i = 0; i < 4; i++) {
      answer("Lyon", "chat", "lyon-" + i, 1);
    }
    for (int i = 0; i < 6; i++) {
      answer("Paris", "phone", "paris-" + i, 4);
    }
    for (int i = 0; i < 9; i++) {
      answer("Geneva", "portal", "geneva-" + i, 4);
    }

    assertThat(states(overview(QUERY.where("channel", "phone"))))
        .as("all of the phone is Paris, and with it the chat would follow")
        .isEqualTo(Map.of("Paris", State.HIDDEN));
    assertThat(states(overview(QUERY.where("channel", "portal"))))
        .isEqualTo(Map.of("Geneva", State.SHOWN));
  }

  @Test
  void twoFiltersDoNotUncoverWhatOneHides() {
    for (int i = 0; i < 7; i++) {
      answer("Lyon", "portal", "lyon-" + i, 4);
      answer("Paris", "portal", "paris-" + i, 4);
    }
    answer("Lyon", "phone", "lyon-0", 1);
    for (int i = 0; i < 6; i++) {
      answer("Paris", "phone", "paris-" + i, 1);
    }
    Query lyon = QUERY.where("team", "Lyon");

    assertThat(overview(lyon).state()).isEqualTo(State.SHOWN);
    assertThat(overview(lyon.where("channel", "phone")).state()).isEqualTo(State.HIDDEN);
    assertThat(overview(lyon.where("channel", "portal")).state())
        .as("the difference to all of Lyon is one person on the phone")
        .isEqualTo(State.HIDDEN);
  }

  @Test
  void theTableStandsBesideTheTeamThatWasChosen() {
    answers("Lyon", 7, 5);
    answers("Paris", 6, 2);

    Overview overview = overview(QUERY.where("team", "Lyon"));

    assertThat(teams(overview)).containsOnlyKeys("Lyon", "Paris");
    assertThat(overview.score()).isEqualTo(feedback.score(QUERY.where("team", "Lyon")));
  }

  @Test
  void whoeverHasNoTeamIsAGroupToo() {
    answers("Lyon", 7, 5);
    answers(null, 8, 2);

    Overview overview = overview(QUERY.whereMissing("team"));

    assertThat(Objects.requireNonNull(overview.score()).n()).isEqualTo(8);
    assertThat(teams(overview)).containsOnlyKeys("", "Lyon");
  }

  @Test
  void everyPeriodIsThereAndThoseOfFewPersonsAreHidden() {
    answers("Lyon", 7, 5);
    now = now.plus(Duration.ofDays(14));
    answers("Lyon", 2, 1);
    now = now.plus(Duration.ofDays(7));
    answers("Lyon", 9, 4);
    answers("Paris", 9, 4);

    Overview overview = overview(QUERY.from(Instant.parse("2026-03-02T00:00:00Z")));

    assertThat(overview.periods())
        .extracting(Slice::value, Slice::state)
        .containsExactly(
            tuple("2026-03-02", State.HIDDEN),
            tuple("2026-03-09", State.NO_ANSWERS),
            tuple("2026-03-16", State.HIDDEN),
            tuple("2026-03-23", State.SHOWN));
  }

  @Test
  void periodsEndWithTheQuery() {
    answers("Lyon", 7, 5);
    Query march =
        QUERY.between(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-09T00:00:00Z"));

    assertThat(overview(march).periods()).extracting(Slice::value).containsExactly("2026-03-02");
  }

  @Test
  void tooManyPeriodsAreRefusedWithTheWayOut() {
    Periods days = new Periods(LocalDate.of(2000, 1, 1), 1);

    assertThatThrownBy(() -> board().overview(QUERY, List.of("team"), days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "an overview has at most 1000 periods; take longer ones than 1 days, or a shorter time");
  }

  @Test
  void personsWhoAnsweredAnotherMetricDoNotMakeAGroupLarge() {
    answers("Lyon", 9, 5);
    Survey sevenPoints = Survey.of(
            "ticket-csat",
            Question.rating(
                "satisfaction",
                LocalizedText.of("en", "How satisfied are you?"),
                MetricDefinition.csat(7)))
        .withVersion(2)
        .on("ticket.closed");
    feedback = feedback(CSAT, sevenPoints);
    answers("Lyon", 2, 7);

    assertThat(overview(QUERY).state()).isEqualTo(State.HIDDEN);
  }

  @Test
  void commentsAreHiddenWhereTheScoreIs() {
    answers("Lyon", 3, 1);
    answers("Paris", 6, 4);
    answers("Geneva", 9, 4);
    feedback
        .submit(Response.to(invite("Geneva", "zoe")).rate("satisfaction", 1).comment("Too slow"))
        .orElseThrow();

    assertThat(board().comments(QUERY, each -> each, 5).responses()).hasSize(1);
    assertThat(board().comments(QUERY, each -> each.theme("speed"), 5).responses())
        .hasSize(1);
    assertThat(board().comments(QUERY, each -> each.theme("network"), 5).responses())
        .isEmpty();
    assertThat(board().comments(QUERY.where("team", "Lyon"), each -> each, 5).state())
        .isEqualTo(State.HIDDEN);
  }

  private Scoreboard board() {
    return feedback.scoreboard(SmallGroupGuard.atLeast(5));
  }

  private Overview overview(Query query) {
    return board().overview(query, List.of("team"), WEEKS);
  }

  private static Map<String, Slice> teams(Overview overview) {
    return Objects.requireNonNull(overview.groups().get("team")).stream()
        .collect(Collectors.toMap(Slice::value, each -> each));
  }

  private static Map<String, State> states(Overview overview) {
    return Objects.requireNonNull(overview.groups().get("team")).stream()
        .collect(Collectors.toMap(Slice::value, Slice::state));
  }

  private void answers(String team, int persons, int rating) {
    for (int i = 0; i < persons; i++) {
      answer(team, team + "-" + i, rating);
    }
  }

  private void answer(String team, String respondent, int rating) {
    answer(team, "portal", respondent, rating);
  }

  private void answer(String team, String channel, String respondent, int rating) {
    feedback
        .submit(Response.to(invite(team, channel, respondent)).rate("satisfaction", rating))
        .orElseThrow();
  }

  private Invitation invite(String team, String respondent) {
    return invite(team, "portal", respondent);
  }

  private Invitation invite(String team, String channel, String respondent) {
    Touchpoint touchpoint = Touchpoint.of("ticket.closed", respondent)
        .subject("INC-" + ++tickets)
        .accountable(a -> team == null ? a.channel(channel) : a.team(team).channel(channel));
    Decision decision = feedback.ask(touchpoint);
    assertThat(decision).isInstanceOf(Decision.Ask.class);
    return ((Decision.Ask) decision).invitation();
  }
}
