package io.github.feedback4j.examples.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.Insights;
import io.github.feedback4j.examples.History;
import io.github.feedback4j.insight.Initiative;
import io.github.feedback4j.insight.InitiativeEffect;
import io.github.feedback4j.insight.SlaGap;
import io.github.feedback4j.insight.Teams;
import io.github.feedback4j.insight.Verdict;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.AttributeValue;
import io.github.feedback4j.survey.MetricDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The history in a file; most tests look at what the second start finds there. */
class DemoHistoryTest {

  private static final String SURVEY = "ticket-csat";
  private static final Query ALL = Query.of(SURVEY);

  @TempDir
  private static Path shared;

  private static List<AcceptedResponse> afterFirstStart;
  private static Score scoreAfterFirstStart;
  private static ConfigurableApplicationContext secondStart;

  @BeforeAll
  static void startTwice() {
    try (ConfigurableApplicationContext first = start(shared)) {
      afterFirstStart = answers(first);
      scoreAfterFirstStart = first.getBean(Feedback.class).score(ALL);
    }
    secondStart = start(shared);
  }

  @AfterAll
  static void stop() {
    secondStart.close();
  }

  @Test
  void theFirstStartReplaysHalfAYear() {
    assertThat(afterFirstStart).hasSizeGreaterThan(1_200);
    assertThat(scoreAfterFirstStart.n()).isEqualTo(afterFirstStart.size());
    assertThat(scoreAfterFirstStart.asked()).isBetween(2_400L, 2_900L);
    assertThat(scoreAfterFirstStart.responseRate().orElseThrow()).isBetween(0.4, 0.6);
  }

  @Test
  void theSecondStartAddsNothing() {
    assertThat(answers(secondStart))
        .map(AcceptedResponse::id)
        .containsExactlyElementsOf(
            afterFirstStart.stream().map(AcceptedResponse::id).toList());
    assertThat(feedback().score(ALL)).isEqualTo(scoreAfterFirstStart);
  }

  @Test
  void theHistoryEndsShortlyBeforeTheStart() {
    Instant today = FixedTime.NOW.truncatedTo(ChronoUnit.DAYS);

    assertThat(afterFirstStart).allMatch(each -> each.answeredAt().isBefore(today));
    for (int month = 0; month < 6; month++) {
      Instant until = today.minus(Duration.ofDays(30L * month));
      assertThat(score(ALL.between(until.minus(Duration.ofDays(30)), until)).n())
          .as("answers in the 30 days before %s", until)
          .isGreaterThan(30);
    }
  }

  @Test
  void theDashboardCanFindWhatWasPlanted() {
    Insights insights = feedback().insights(SmallGroupGuard.atLeast(5));

    Teams teams = insights.teams(ALL, "team");
    assertThat(teams.comparisons()).hasSize(20);
    assertThat(teams.findings()).isEmpty();
    assertThat(insights.channels(ALL).pairs())
        .filteredOn(each -> each.difference().isClear())
        .hasSize(3)
        .allMatch(each -> each.lower().equals("phone"));
    Insights.Agreements agreements = insights.agreements(ALL);
    assertThat(agreements.all().finding()).isEqualTo(SlaGap.Finding.PREDICTS);
    assertThat(agreements.services())
        .hasSize(8)
        .filteredOn(each -> each.gap().finding() == SlaGap.Finding.DOES_NOT_PREDICT)
        .map(Insights.ServiceGap::service)
        .containsExactly("VPN");
    assertThat(
            insights.course(ALL.from(FixedTime.NOW.minus(Duration.ofDays(200)))).alarms())
        .isEmpty();
  }

  @Test
  void theNewLaptopsAreSeenWhereTheHistorySaysThatTheyArrive() {
    Initiative laptops = new Initiative(
        "New laptops",
        History.endingBefore(FixedTime.NOW.truncatedTo(ChronoUnit.DAYS)).newLaptops(),
        Map.of("service", "Laptops"),
        MetricDefinition.csat(),
        Initiative.Direction.RISE,
        Period.ofMonths(3));

    InitiativeEffect effect = Objects.requireNonNull(
        feedback().insights(SmallGroupGuard.atLeast(5)).progress(laptops, ALL).effect());

    assertThat(effect.isAsDeclared()).isTrue();
    assertThat(effect.verdict()).isEqualTo(Verdict.BETTER);
  }

  @Test
  void theInitiativeOfTheDashboardBeginsOnThatDayAfterARestartToo() {
    assertThat(
            secondStart.getEnvironment().getProperty("feedback4j.dashboard.initiatives[0].start"))
        .isEqualTo(History.endingBefore(FixedTime.NOW.truncatedTo(ChronoUnit.DAYS))
            .newLaptops()
            .toString());
  }

  @Test
  void ticketsHereHaveTheWordsOfTheHistory() {
    assertThat(words("team")).isEqualTo(words(Ticket.Team.values(), Ticket.Team::word));
    assertThat(words("service")).isEqualTo(words(Ticket.Service.values(), Ticket.Service::word));
    assertThat(words("channel")).isEqualTo(words(Ticket.Channel.values(), Ticket.Channel::word));
    assertThat(words("priority")).isEqualTo(words(Ticket.Priority.values(), Ticket.Priority::word));
  }

  @Test
  void theSatisfiedSayWhatWasBestAndTheOthersWhatWentWrongAndWhatItCost() {
    assertThat(afterFirstStart)
        .filteredOn(each -> rating(each) >= 4)
        .anyMatch(each -> each.answer("liked") instanceof Answer.Choice)
        .anyMatch(each -> each.answer("lost") instanceof Answer.LostTime)
        .allMatch(each -> each.answer("wrong") == null);
    assertThat(afterFirstStart)
        .filteredOn(each -> rating(each) <= 2)
        .anyMatch(each -> each.answer("wrong") instanceof Answer.Choices)
        .allMatch(each -> each.answer("lost") instanceof Answer.LostTime)
        .allMatch(each -> each.answer("liked") == null);
    assertThat(afterFirstStart)
        .filteredOn(each -> rating(each) == 3 && wentSmoothly(each))
        .isNotEmpty()
        .allMatch(each -> each.answer("lost") == null);
  }

  private static int rating(AcceptedResponse response) {
    return ((Answer.Rating) Objects.requireNonNull(response.answer("satisfaction"))).value();
  }

  private static boolean wentSmoothly(AcceptedResponse response) {
    return Stream.of("late", "reopened")
        .map(response.invitation().attributes()::get)
        .allMatch(new AttributeValue.Bool(false)::equals);
  }

  @Test
  void answersHaveCommentsInBothLanguages() {
    assertThat(afterFirstStart)
        .anyMatch(each -> each.answer("comment") != null && isIn(each, "fr"))
        .anyMatch(each -> each.answer("comment") != null && isIn(each, "en"));
    assertThat(afterFirstStart).anyMatch(each -> !each.mentions().isEmpty());
  }

  @Test
  void theEditorOfThemesLearnsFromWhatPeopleTicked() {
    int port =
        Integer.parseInt(secondStart.getEnvironment().getRequiredProperty("local.server.port"));
    Browser mona = Browser.of(port, "mona");

    assertThat(mona.themes("report?survey=ticket-csat").body())
        .containsPattern("\"labelled\":2\\d\\d,");
    assertThat(mona.themes("suggestions?survey=ticket-csat").body())
        .containsPattern("\"labelled\":2\\d\\d,")
        .contains("\"saddle\"", "Back in the saddle.");
    assertThat(Browser.of(port, "lea").themes("report?survey=ticket-csat").statusCode())
        .isEqualTo(403);
  }

  @Test
  void nobodyWhoSignsInIsPartOfTheHistory() {
    for (Person each : secondStart.getBean(People.class).whoSignIn()) {
      Instant eligible = feedback().nextEligibleAt(each.id(), SURVEY).orElseThrow();

      assertThat(eligible).as(each.id()).isBeforeOrEqualTo(Instant.now());
    }
  }

  @Test
  void aHistoryThatWasCutOffByAKillBeginsAnewAndLeavesOtherAnswersAlone(@TempDir Path folder)
      throws Exception {
    assertThat(killedInTheMiddle(folder)).isEqualTo(DyingDesk.EXIT_CODE);
    int part;
    try (ConfigurableApplicationContext desk = start(folder, "--service-desk.history=false")) {
      part = answers(desk).size();
      answerAs("ben", desk.getBean(Feedback.class));
    }

    try (ConfigurableApplicationContext desk = start(folder)) {
      assertThat(part).as("kept before the kill").isEqualTo(DyingDesk.LAST_WORDS);
      assertThat(answers(desk)).hasSize(afterFirstStart.size() + 1);
      Score score = desk.getBean(Feedback.class).score(ALL);
      assertThat(score.n()).isEqualTo(scoreAfterFirstStart.n() + 1);
      assertThat(score.asked()).isEqualTo(scoreAfterFirstStart.asked() + 1);
      assertThat(score.answered()).isEqualTo(scoreAfterFirstStart.answered() + 1);
    }
  }

  @Test
  void aDeskThatHasAnswersAlreadyGetsNoHistory(@TempDir Path folder) {
    try (ConfigurableApplicationContext desk = start(folder, "--service-desk.history=false")) {
      assertThat(answers(desk)).isEmpty();
      answerAs("ben", desk.getBean(Feedback.class));
    }

    try (ConfigurableApplicationContext desk = start(folder)) {
      assertThat(answers(desk)).hasSize(1);
    }
  }

  @Test
  void withoutAStoreOfItsOwnTheDeskStartsWithoutHistory() {
    try (ConfigurableApplicationContext desk = start(shared, "--feedback4j.store=memory")) {
      assertThat(desk.getBeanProvider(ContactLedger.class).getIfAvailable()).isNull();
      assertThat(desk.getBean(Feedback.class).score(ALL).n()).isZero();
    }
  }

  private static void answerAs(String person, Feedback feedback) {
    Decision.Ask ask =
        (Decision.Ask) feedback.ask(Touchpoint.of(ClosedTickets.EVENT, person).subject("INC-1044"));
    feedback.submit(Response.to(ask.invitation()).rate("satisfaction", 5)).orElseThrow();
  }

  /** Returns the exit code of a desk in a process of its own. */
  private static int killedInTheMiddle(Path folder) throws IOException, InterruptedException {
    Stream<String> command = Stream.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        DyingDesk.class.getName());
    Process process = new ProcessBuilder(
            Stream.concat(command, arguments(folder)).toList())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log.txt").toFile())
        .start();
    return process.waitFor();
  }

  static ConfigurableApplicationContext start(Path folder, String... more) {
    return new SpringApplication(ServiceDeskApplication.class, FixedTime.class)
        .run(Stream.concat(arguments(folder), Arrays.stream(more)).toArray(String[]::new));
  }

  private static Stream<String> arguments(Path folder) {
    return Stream.of(
        "--server.port=0",
        "--feedback4j.jdbc.file=" + folder.resolve("desk"),
        "--logging.level.root=warn",
        "--spring.main.banner-mode=off");
  }

  private static List<AcceptedResponse> answers(ConfigurableApplicationContext desk) {
    return desk.getBean(ResponseStore.class).newest(ResponseFilter.of(SURVEY), 10_000);
  }

  private static Feedback feedback() {
    return secondStart.getBean(Feedback.class);
  }

  private static Score score(Query query) {
    return feedback().score(query);
  }

  private static Set<String> words(String dimension) {
    return afterFirstStart.stream()
        .map(each -> String.valueOf(each.invitation().accountability().get(dimension)))
        .collect(Collectors.toSet());
  }

  private static <T> Set<String> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word).collect(Collectors.toSet());
  }

  private static boolean isIn(AcceptedResponse response, String language) {
    return response.locale() != null && response.locale().getLanguage().equals(language);
  }
}
