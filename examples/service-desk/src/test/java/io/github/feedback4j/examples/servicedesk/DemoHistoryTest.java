package io.github.feedback4j.examples.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.examples.History;
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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
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
    assertThat(afterFirstStart).hasSizeGreaterThan(250);
    assertThat(scoreAfterFirstStart.n()).isEqualTo(afterFirstStart.size());
    assertThat(scoreAfterFirstStart.asked()).isBetween(500L, 900L);
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
    double lyon = value(ALL.where("team", "Lyon"));
    Stream.of(Ticket.Team.values())
        .map(Ticket.Team::word)
        .filter(each -> !each.equals("Lyon"))
        .forEach(each -> assertThat(value(ALL.where("team", each))).as(each).isLessThan(lyon));
    Score vpn = score(ALL.where("service", "VPN"));
    assertThat(vpn.interval().orElseThrow().high()).isLessThan(value(ALL));
    Score phone = score(ALL.where("channel", "phone"));
    assertThat(phone.interval().orElseThrow().high())
        .isLessThan(
            score(ALL.where("channel", "portal")).interval().orElseThrow().low());
  }

  @Test
  void theNewLaptopsAreSeenWhereTheHistorySaysThatTheyArrive() {
    Instant arrival = History.endingBefore(FixedTime.NOW.truncatedTo(ChronoUnit.DAYS))
        .newLaptops()
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
    Query laptops = ALL.where("service", "Laptops");

    Score before = score(laptops.until(arrival));
    Score after = score(laptops.from(arrival));

    assertThat(before.interval().orElseThrow().high())
        .isLessThan(after.interval().orElseThrow().low());
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

  private static ConfigurableApplicationContext start(Path folder, String... more) {
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

  private static double value(Query query) {
    return score(query).value().orElseThrow();
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
