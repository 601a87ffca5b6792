package io.github.feedback4j.examples.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.examples.History;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.survey.FactorsQuestion;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.theme.Discovery;
import io.github.feedback4j.theme.ItemReport;
import io.github.feedback4j.theme.ItemSuggestion;
import io.github.feedback4j.theme.LabelledComment;
import io.github.feedback4j.theme.NewTheme;
import io.github.feedback4j.theme.PackSuggestions;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePacks;
import io.github.feedback4j.theme.ThemeTagger;
import io.github.feedback4j.theme.ThemeTuner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What people say in the history, and what can be learned from it for the theme pack. */
class DemoThemesTest {

  private static final Pattern EXPENSES = Pattern.compile("expenses?|frais");
  private static final int TOP = 10;

  private static final History HISTORY =
      History.endingBefore(FixedTime.NOW.truncatedTo(ChronoUnit.DAYS));
  private static final Instant NEW_EXPENSES =
      HISTORY.newExpenses().atStartOfDay(ZoneOffset.UTC).toInstant();
  private static final ThemePack PACK = ThemePacks.itService();

  @TempDir
  private static Path folder;

  private static List<LabelledComment> comments;
  private static Set<String> options;

  /** Replays the history as the desk does, but in memory, which takes a moment only. */
  @BeforeAll
  static void readTheHistory() {
    try (ConfigurableApplicationContext desk =
        DemoHistoryTest.start(folder, "--feedback4j.store=memory")) {
      Feedback feedback = desk.getBean(Feedback.class);
      Feedback.Builder parts = Feedback.builder()
          .surveys(feedback.surveys())
          .policy(feedback.policy())
          .ledger(new InMemoryLedger())
          .store(new InMemoryResponseStore());
      HISTORY.replay(parts);
      comments = parts.build().tags().labelled("ticket-csat", 10_000);
      Survey survey = feedback.surveys().stream()
          .filter(each -> each.key().equals("ticket-csat"))
          .findFirst()
          .orElseThrow();
      options = Stream.concat(
              ((FactorsQuestion) Objects.requireNonNull(survey.question("wrong"))).ids().stream(),
              ((Question.SingleChoice) Objects.requireNonNull(survey.question("liked")))
                  .choices().stream().map(Question.Choice::id))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void oneRecentCommentInTwentyIsAboutNewTravelExpensesAndNoneBefore() {
    List<LabelledComment> recent = comments(DemoThemesTest::isRecent);
    List<LabelledComment> planted = comments(each -> isOnExpenses(each.text()));

    assertThat(planted).allMatch(DemoThemesTest::isRecent);
    assertThat((double) planted.size() / recent.size()).isCloseTo(0.05, within(0.02));
    for (String language : List.of("en", "fr")) {
      assertThat(planted.stream()
              .filter(each -> isIn(each, language))
              .map(LabelledComment::person)
              .distinct())
          .as(language)
          .hasSizeGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void discoveryFindsThemInBothLanguagesAndNothingElseThatIsNew() {
    Discovery discovery = ThemeTuner.of(PACK).discover(comments, NEW_EXPENSES, TOP);

    List<NewTheme> found = ofKind(discovery, NewTheme.Kind.NEW);
    assertThat(found)
        .allSatisfy(each -> {
          assertThat(each.terms().get(0).text()).containsPattern(EXPENSES);
          assertThat(each.peopleBefore()).isZero();
          assertThat(each.people()).isGreaterThanOrEqualTo(5);
          assertThat(each.examples()).hasSize(3).allMatch(DemoThemesTest::isOnExpenses);
        })
        .map(each -> each.terms().get(0).language())
        .containsExactlyInAnyOrder("en", "fr");
  }

  @Test
  void examplesAreOfDifferentPeople() {
    Discovery discovery = ThemeTuner.of(PACK).discover(comments, NEW_EXPENSES, TOP);

    for (NewTheme theme : ofKind(discovery, NewTheme.Kind.NEW)) {
      List<Set<String>> authors = theme.examples().stream()
          .map(example -> comments(each -> each.text().equals(example)).stream()
              .map(each -> Objects.requireNonNull(each.person()))
              .collect(Collectors.toSet()))
          .toList();
      assertThat(authors.stream().flatMap(Set::stream).distinct())
          .hasSizeGreaterThanOrEqualTo(authors.size());
    }
  }

  @Test
  void whatWasPlantedEarlierIsNeverCalledNew() {
    Instant laptops = HISTORY.newLaptops().atStartOfDay(ZoneOffset.UTC).toInstant();
    for (Instant since = laptops;
        since.isBefore(NEW_EXPENSES);
        since = since.plus(Duration.ofDays(7))) {
      Discovery discovery =
          ThemeTuner.of(PACK).discover(comments(each -> !isRecent(each)), since, TOP);

      assertThat(ofKind(discovery, NewTheme.Kind.NEW)).as("since %s", since).isEmpty();
    }
  }

  @Test
  void whatPeopleTickHasTheIdsOfThemes() {
    assertThat(PACK.themes()).map(Theme::id).containsAll(options);
  }

  @Test
  void whatPeopleTickLabelsWhatTheyWrite() {
    ItemReport report = ThemeTuner.of(PACK).report(comments);

    assertThat(report.labelled()).isGreaterThan(200);
    assertThat(report.unknownThemes()).isEmpty();
    assertThat(report.themes())
        .filteredOn(each -> each.isLabelled())
        .map(each -> each.theme())
        .containsExactlyInAnyOrderElementsOf(options);
    assertThat(report.items()).anyMatch(each -> each.correct() > 0);
  }

  @Test
  void thePackLearnsWordsFromWhatPeopleTick() {
    PackSuggestions suggestions = ThemeTuner.of(PACK).suggest(comments);

    assertThat(suggestions.labelled()).isGreaterThan(200);
    assertThat(suggestions.additions())
        .isNotEmpty()
        .allMatch(each -> options.contains(each.item().theme()))
        .allMatch(each -> each.correct() > each.wrong());
    assertThat(suggestions.additions())
        .map(ItemSuggestion::toString)
        .anyMatch(each -> each.startsWith("ADD resolution (en): saddle,"))
        .anyMatch(each -> each.startsWith("ADD resolution (fr): revoilà,"));
    assertThat(suggestions.macroF1Expected()).isGreaterThanOrEqualTo(suggestions.macroF1Now());
  }

  @Test
  void aThemeIsFoundInMostCommentsAndNotInAll() {
    for (String language : List.of("en", "fr")) {
      List<LabelledComment> all = comments(each -> isIn(each, language));
      long untagged = all.stream().filter(each -> themes(each).isEmpty()).count();

      assertThat((double) untagged / all.size()).as(language).isBetween(0.10, 0.25);
    }
  }

  @Test
  void everyThemeOfThePackIsFoundInBothLanguages() {
    for (String language : List.of("en", "fr")) {
      Set<String> found = comments(each -> isIn(each, language)).stream()
          .flatMap(each -> themes(each).stream())
          .collect(Collectors.toSet());

      assertThat(found)
          .as(language)
          .containsExactlyInAnyOrderElementsOf(
              PACK.themes().stream().map(Theme::id).toList());
    }
  }

  private static Set<String> themes(LabelledComment comment) {
    ThemeTagger tagger = ThemePacks.itServiceTagger();
    return tagger.tags(comment.text(), comment.locale()).themes().keySet();
  }

  private static List<LabelledComment> comments(Predicate<LabelledComment> condition) {
    return comments.stream().filter(condition).toList();
  }

  private static List<NewTheme> ofKind(Discovery discovery, NewTheme.Kind kind) {
    return discovery.themes().stream().filter(each -> each.kind() == kind).toList();
  }

  private static boolean isRecent(LabelledComment comment) {
    return !Objects.requireNonNull(comment.at()).isBefore(NEW_EXPENSES);
  }

  private static boolean isIn(LabelledComment comment, String language) {
    return Objects.requireNonNull(comment.locale()).getLanguage().equals(language);
  }

  private static boolean isOnExpenses(String text) {
    return EXPENSES.matcher(text.toLowerCase(Locale.ROOT)).find();
  }
}
