package io.github.feedback4j.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.insight.Difference;
import io.github.feedback4j.insight.Initiative;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Access;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Declared;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Release;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Verbatims;
import io.github.feedback4j.spring.http.Problem;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page is told to do about the scores, asked of the controller. */
class InsightsJsonTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");

  private Instant now = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
  private final Feedback feedback = Feedback.builder()
      .surveys(List.of(CSAT))
      .store(new InMemoryResponseStore())
      .time(() -> now)
      .pseudonymKey(new byte[16])
      .build();
  private int tickets;

  @Test
  void theChangeIsThatOfTheDoorWithItsVerdict() {
    answers(120, 40, "Lyon", "portal", 2, null);
    answers(30, 40, "Lyon", "portal", 5, null);

    JsonNode change = insights("days=90").get("change");

    Difference expected = feedback
        .insights(SmallGroupGuard.atLeast(5))
        .change(Query.of("csat").lastDays(90, TODAY))
        .orElseThrow();
    assertThat(change.get("value").intValue()).isEqualTo(100);
    assertThat(change.get("low").decimalValue())
        .isEqualByComparingTo(expected.interval().orElseThrow().roundedLow(0));
    assertThat(change.get("verdict").stringValue()).isEqualTo("better");
    assertThat(change.get("before").intValue()).isEqualTo(40);
    assertThat(change.get("n").intValue()).isEqualTo(40);
  }

  @Test
  void whoCannotTellIsToldWhatWouldShowRoundedUp() {
    answers(120, 20, "Lyon", "portal", 5, null);
    answers(30, 20, "Lyon", "portal", 5, null);

    JsonNode change = insights("days=90").get("change");

    assertThat(change.get("verdict").stringValue()).isEqualTo("cannot-tell");
    double detectable = feedback
        .insights(SmallGroupGuard.atLeast(5))
        .change(Query.of("csat").lastDays(90, TODAY))
        .orElseThrow()
        .detectableDifference()
        .orElseThrow();
    assertThat(change.get("detectable").intValue()).isEqualTo((int) Math.ceil(detectable));
  }

  @Test
  void aTimeBeforeWithTooFewPeopleIsNotCompared() {
    answers(120, 4, "Lyon", "portal", 2, null);
    answers(30, 40, "Lyon", "portal", 5, null);

    assertThat(insights("days=90").has("change")).isFalse();
  }

  @Test
  void teamsStandInAlphabeticalOrderEachAgainstTheRestAndInTheFunnel() {
    answers(30, 60, "Lyon", "portal", 5, null);
    answers(30, 60, "Évry", "portal", 2, null);
    for (int rating : List.of(2, 5)) {
      answers(30, 20, "Paris", "portal", rating, null);
    }

    JsonNode teams = insights("").get("teams");

    assertThat(values(teams.get("list"))).containsExactly("Évry", "Lyon", "Paris");
    assertThat(teams.at("/list/0/rest/verdict").stringValue()).isEqualTo("worse");
    assertThat(teams.at("/list/1/rest/verdict").stringValue()).isEqualTo("better");
    assertThat(teams.at("/list/2/rest/verdict").stringValue()).isEqualTo("cannot-tell");
    assertThat(teams.at("/list/2/rest/detectable").intValue()).isBetween(10, 40);
    assertThat(teams.at("/list/1/ranks/best").intValue()).isEqualTo(1);
    assertThat(teams.at("/list/1/ranks/worst").intValue()).isEqualTo(1);
    assertThat(teams.at("/list/2/expected/value").intValue()).isEqualTo(50);
    assertThat(teams.at("/list/2/expected/low").intValue()).isBetween(30, 49);
    assertThat(teams.at("/list/2/limits").stringValue()).isEqualTo("within");
    assertThat(teams.at("/funnel/centre").intValue()).isEqualTo(50);
    JsonNode limits = teams.at("/funnel/limits");
    assertThat(limits.get(limits.size() - 1).get(0).intValue()).isEqualTo(65);
    for (JsonNode each : limits) {
      assertThat(List.of(each.get(1), each.get(2), each.get(3), each.get(4)))
          .extracting(JsonNode::doubleValue)
          .isSorted();
    }
  }

  @Test
  void aTeamOfTooFewPeopleIsInNoInsight() {
    answers(30, 60, "Lyon", "portal", 5, "The VPN is slow");
    answers(30, 20, "Paris", "portal", 4, null);
    answers(30, 6, "Rome", "portal", 4, null);
    answers(30, 4, "Solo", "phone", 1, null);

    JsonNode json = insights("");

    assertThat(values(json.at("/teams/list"))).containsExactly("Lyon", "Paris");
    assertThat(json.toString()).doesNotContain("Solo", "Rome", "phone");
  }

  @Test
  void channelsAreComparedWithTheSameMix() {
    for (int rating : List.of(2, 5)) {
      answers(30, 30, "Lyon", "phone", rating, null);
    }
    answers(30, 60, "Lyon", "portal", 5, null);

    JsonNode channels = insights("").get("channels");

    assertThat(channels.get("finding").stringValue()).isEqualTo("different");
    assertThat(values(channels.get("list"))).containsExactly("phone", "portal");
    assertThat(channels.at("/list/0/same/value").intValue()).isEqualTo(50);
    assertThat(channels.at("/worst/higher").stringValue()).isEqualTo("portal");
    assertThat(channels.at("/worst/lower").stringValue()).isEqualTo("phone");
    assertThat(channels.at("/worst/value").intValue()).isEqualTo(50);
    assertThat(channels.get("covered").intValue()).isEqualTo(100);
  }

  @Test
  void moreChannelsThanCanBeComparedAreNoFailure() {
    for (int i = 0; i < 51; i++) {
      answers(30, 5, "Lyon", "channel " + i, 5, null);
    }

    assertThat(insights("").at("/channels/finding").stringValue()).isEqualTo("too-many");
  }

  @Test
  void anSlaThatDoesNotPredictSaysSoWithItsCellsAndByService() {
    for (boolean met : List.of(true, false)) {
      for (int rating : List.of(2, 5)) {
        for (int i = 0; i < 10; i++) {
          answer(TODAY.minusDays(30), "Lyon", "portal", met, rating, null);
        }
      }
    }

    JsonNode agreements = insights("").get("agreements");

    assertThat(agreements.get("finding").stringValue()).isEqualTo("does-not-predict");
    assertThat(agreements.at("/met/value").intValue()).isEqualTo(50);
    assertThat(agreements.at("/met/unhappy").intValue()).isEqualTo(10);
    assertThat(agreements.at("/met/happy").intValue()).isEqualTo(10);
    assertThat(agreements.at("/missed/low").intValue()).isEqualTo(30);
    assertThat(agreements.at("/difference/value").intValue()).isZero();
    assertThat(agreements.at("/unseen/value").intValue()).isEqualTo(50);
    assertThat(values(agreements.get("services"))).containsExactly("VPN");
  }

  @Test
  void withoutMissedSlasThereIsNothingToSay() {
    answers(30, 20, "Lyon", "portal", 5, null);

    JsonNode agreements = insights("").get("agreements");

    assertThat(agreements.get("finding").stringValue()).isEqualTo("not-enough-data");
    assertThat(agreements.has("met")).isFalse();
  }

  @Test
  void whatCostsPointsIsBelowZeroAndNamedInTheLanguageOfThePage() {
    answers(30, 20, "Lyon", "portal", 2, "The VPN is slow");
    answers(30, 60, "Lyon", "portal", 5, "Thank you so much");

    JsonNode english = theme(insights("").at("/drivers/list"), "network");
    JsonNode french = theme(insights("lang=fr").at("/drivers/list"), "network");

    assertThat(english.get("mentions").intValue()).isEqualTo(20);
    assertThat(english.get("prevalence").intValue()).isEqualTo(25);
    assertThat(english.get("effect").intValue()).isEqualTo(-100);
    assertThat(english.get("value").doubleValue()).isEqualTo(-25);
    assertThat(english.get("low").doubleValue()).isLessThan(-25);
    assertThat(english.get("high").doubleValue()).isBetween(-25.0, 0.0);
    assertThat(english.get("discovery").booleanValue()).isTrue();
    assertThat(english.at("/title/lang").stringValue()).isEqualTo("en");
    assertThat(french.at("/title/lang").stringValue()).isEqualTo("fr");
    assertThat(french.at("/title/text").stringValue()).startsWith("Réseau");
  }

  @Test
  void aDoublingOfTheUnhappyIsAnAlarmWithItsDayAndItsStart() {
    for (int day = 80; day >= 0; day--) {
      int unhappy = day > 25 ? 1 : 6;
      for (int i = 0; i < 10; i++) {
        answer(TODAY.minusDays(day), "Lyon", "portal", true, i < unhappy ? 1 : 5, null);
      }
    }

    JsonNode course = insights("").get("course");

    assertThat(course.get("usual").intValue()).isEqualTo(10);
    assertThat(course.get("answersToFalseAlarm").intValue()).isGreaterThan(300);
    JsonNode alarm = course.at("/alarms/0");
    LocalDate noticed = LocalDate.parse(alarm.get("noticed").stringValue());
    LocalDate start = LocalDate.parse(alarm.get("start").stringValue());
    assertThat(noticed).isBetween(TODAY.minusDays(25), TODAY.minusDays(22));
    assertThat(start).isBetween(TODAY.minusDays(26), noticed);
    assertThat(course.get("outside")).isNotEmpty();
    assertThat(course.at("/outside/0/worse").isBoolean()).isTrue();
  }

  @Test
  void anInitiativeThatIsOverIsJudgedAndOneThatIsNotIsLookedAt() {
    answers(60, 40, "Lyon", "portal", 2, null);
    answers(40, 40, "Lyon", "portal", 5, null);

    JsonNode over = insights(
            "", declared("Over", TODAY.minusDays(50), "P20D", Map.of("team", "Lyon")))
        .at("/initiatives/0");
    JsonNode running = insights("", declared("Running", TODAY.minusDays(50), "P13W", Map.of()))
        .at("/initiatives/0");

    assertThat(over.get("name").stringValue()).isEqualTo("Over");
    assertThat(over.get("start").stringValue()).isEqualTo("2026-05-11");
    assertThat(over.get("until").stringValue()).isEqualTo("2026-05-31");
    assertThat(over.at("/scope/team").stringValue()).isEqualTo("Lyon");
    assertThat(over.get("over").booleanValue()).isTrue();
    assertThat(over.at("/before/value").intValue()).isZero();
    assertThat(over.at("/after/value").intValue()).isEqualTo(100);
    assertThat(over.at("/effect/value").intValue()).isEqualTo(100);
    assertThat(over.at("/effect/verdict").stringValue()).isEqualTo("better");
    assertThat(over.get("mix").intValue()).isZero();
    assertThat(over.get("asDeclared").booleanValue()).isTrue();
    assertThat(over.has("today")).isFalse();
    assertThat(running.get("over").booleanValue()).isFalse();
    assertThat(running.at("/today/verdict").stringValue()).isEqualTo("better");
    assertThat(running.at("/today/low").intValue()).isPositive();
  }

  @Test
  void anInitiativeWithoutAnswersOrWithTooFewPeopleShowsNoFigures() {
    answers(60, 40, "Lyon", "portal", 2, null);
    answers(40, 4, "Lyon", "portal", 5, null);

    JsonNode json = insights(
        "",
        declared("Hidden", TODAY.minusDays(50), "P13W", Map.of("team", "Lyon")),
        declared("Nobody", TODAY.minusDays(50), "P13W", Map.of("team", "Oslo")));

    assertThat(json.at("/initiatives/0/state").stringValue()).isEqualTo("hidden");
    assertThat(json.at("/initiatives/1/state").stringValue()).isEqualTo("none");
    assertThat(json.at("/initiatives/0").has("before")).isFalse();
  }

  @Test
  void aViewOfOneTeamLeavesTheInitiativesOfOthersOut() {
    JsonNode json = insights(
        "team=Lyon",
        declared("Paris", TODAY, "P13W", Map.of("team", "Paris")),
        declared("Lyon", TODAY, "P13W", Map.of("team", "Lyon")),
        declared("All", TODAY, "P13W", Map.of()));

    assertThat(json.get("initiatives"))
        .extracting(each -> each.get("name").stringValue())
        .containsExactly("Lyon", "All");
  }

  @Test
  void withoutAnswersEveryPartIsEmptyAndNothingFails() {
    JsonNode json = insights("");

    assertThat(json.has("change")).isFalse();
    assertThat(json.at("/teams/list")).isEmpty();
    assertThat(json.at("/teams").has("funnel")).isFalse();
    assertThat(json.at("/channels/finding").stringValue()).isEqualTo("not-enough-data");
    assertThat(json.at("/agreements/finding").stringValue()).isEqualTo("not-enough-data");
    assertThat(json.at("/drivers/list")).isEmpty();
    assertThat(json.at("/course/alarms")).isEmpty();
    assertThat(json.at("/course").has("usual")).isFalse();
  }

  @Test
  void itIsForThoseWhoMayViewAndALinkThatNamesWhatIsNotThereIsToldSo() {
    assertThatThrownBy(() -> controller(Access.AUTHORITY).insights(request("")))
        .isInstanceOfSatisfying(Problem.class, each -> assertThat(each.status()).isEqualTo(401));
    assertThatThrownBy(() -> controller(Access.OPEN).insights(request("survey=none")))
        .isInstanceOfSatisfying(Problem.class, each -> assertThat(each.status()).isEqualTo(400));
  }

  private JsonNode insights(String query, Declared... initiatives) {
    byte[] body = controller(Access.OPEN, initiatives).insights(request(query)).getBody();
    return JsonMapper.shared()
        .readTree(new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8));
  }

  private StatsController controller(Access access, Declared... initiatives) {
    DashboardProperties properties = new DashboardProperties(
        true, access, Verbatims.OFF, 5, Release.LIVE, 1, List.of(initiatives));
    Door door = new Door(
        properties,
        new SecurityProperties("SEE", "READ", "FEEDBACK_MANAGE"),
        (capability, request) -> false,
        "/feedback4j/dashboard");
    return new StatsController(
        feedback,
        SmallGroupGuard.atLeast(5),
        properties.batches(),
        Initiatives.of(properties.initiatives(), feedback.surveys()),
        door);
  }

  private static MockHttpServletRequest request(String query) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setParameter("lang", "en");
    for (String each : query.split("&", -1)) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        request.setParameter(each.substring(0, equals), each.substring(equals + 1));
      }
    }
    return request;
  }

  private static Declared declared(
      String name, LocalDate start, String horizon, Map<String, String> scope) {
    return new Declared(
        name, start, "csat", null, scope, Initiative.Direction.RISE, Period.parse(horizon));
  }

  private static List<String> values(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.get("value").stringValue())
        .toList();
  }

  private static JsonNode theme(JsonNode list, String id) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(each -> each.get("theme").stringValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void answers(
      int daysAgo, int count, String team, String channel, int rating, @Nullable String comment) {
    for (int i = 0; i < count; i++) {
      answer(TODAY.minusDays(daysAgo), team, channel, true, rating, comment);
    }
  }

  /** Lets somebody answer who never did. */
  private void answer(
      LocalDate day,
      String team,
      String channel,
      boolean met,
      int rating,
      @Nullable String comment) {
    now = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
    Decision decision = feedback.ask(Touchpoint.of("ticket.closed", "person-" + ++tickets)
        .subject("INC-" + tickets)
        .accountable(a -> a.team(team).service("VPN").channel(channel).slaMet(met)));
    Response response = Response.to(((Decision.Ask) decision).invitation())
        .rate("satisfaction", rating)
        .locale(Locale.ENGLISH);
    feedback.submit(comment == null ? response : response.comment(comment)).orElseThrow();
    now = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
