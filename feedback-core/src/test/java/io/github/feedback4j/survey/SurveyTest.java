package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.Question.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SurveyTest {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final LocalizedText HELLO = LocalizedText.of("en", "Hello", "fr", "Bonjour");
  private static final LocalizedText FRENCH = LocalizedText.of("fr", "Bonjour");
  private static final Question COMMENT = Question.text("comment", HELLO);
  private static final Question.Rating RATING =
      Question.rating("rating", HELLO, MetricDefinition.csat());
  private static final Survey SURVEY = Survey.of("onboarding", COMMENT);

  @Test
  void startsWithTheDocumentedDefaults() {
    assertThat(SURVEY.version()).isEqualTo(1);
    assertThat(SURVEY.status()).isEqualTo(SurveyStatus.ACTIVE);
    assertThat(SURVEY.defaultLocale()).isEqualTo(Locale.ENGLISH);
    assertThat(SURVEY.title()).isNull();
    assertThat(SURVEY.from()).isNull();
    assertThat(SURVEY.until()).isNull();
    assertThat(SURVEY.triggers()).isEmpty();
    assertThat(SURVEY.audience()).isNull();
    assertThat(SURVEY.sampling()).isEqualTo(Sampling.everybody());
    assertThat(SURVEY.contactRules()).isEqualTo(ContactRules.none());
    assertThat(SURVEY.quota()).isNull();
    assertThat(SURVEY.pacing()).isNull();
    assertThat(SURVEY.priority()).isZero();
    assertThat(SURVEY.expiresAfter()).isEqualTo(Duration.ofDays(14));
    assertThat(SURVEY.editableFor()).isEqualTo(Duration.ofHours(12));
  }

  @ParameterizedTest
  @MethodSource
  void changesOneThing(UnaryOperator<Survey> change, Set<String> changed) {
    Map<String, Object> before = parts(SURVEY);

    Survey after = change.apply(SURVEY);

    Map<String, Object> parts = parts(after);
    assertThat(parts.keySet().stream().filter(each -> !parts.get(each).equals(before.get(each))))
        .containsExactlyInAnyOrderElementsOf(changed);
    assertThat(parts(SURVEY)).isEqualTo(before);
    assertThat(after).isNotEqualTo(SURVEY).isEqualTo(change.apply(SURVEY));
  }

  static Stream<Arguments> changesOneThing() {
    return Stream.of(
        change("an event", s -> s.on("ticket.closed"), "triggers"),
        change(
            "a trigger",
            s -> s.on(Trigger.on("ticket.closed").when(Condition.eq("vip", true))),
            "triggers"),
        change("a question", s -> s.ask(RATING), "questions"),
        change("the version", s -> s.withVersion(2), "version"),
        change("the status", s -> s.withStatus(SurveyStatus.DRAFT), "status"),
        change("the window", s -> s.withWindow(MAY, JUNE), "from", "until"),
        change("the start", s -> s.withWindow(MAY, null), "from"),
        change("the end", s -> s.withWindow(null, JUNE), "until"),
        change("the quota", s -> s.withQuota(Quota.perDay(5)), "quota"),
        change("the pacing", s -> s.withPacing(Pacing.perMonth(5)), "pacing"),
        change("the title", s -> s.withTitle(HELLO), "title"),
        change("the language", s -> s.withDefaultLocale(Locale.FRENCH), "defaultLocale"),
        change("the audience", s -> s.withAudience(Condition.present("vip")), "audience"),
        change("the sampling", s -> s.withSampling(Sampling.people(0.25)), "sampling"),
        change(
            "the contact rules",
            s -> s.withContactRules(ContactRules.none().any(Since.SHOWN, Duration.ofDays(1))),
            "contactRules"),
        change("the priority", s -> s.withPriority(7), "priority"),
        change("the expiry", s -> s.withExpiresAfter(Duration.ofDays(1)), "expiresAfter"),
        change("the time to edit", s -> s.withEditableFor(Duration.ZERO), "editableFor"));
  }

  private static Arguments change(String name, UnaryOperator<Survey> change, String... changed) {
    return argumentSet(name, change, Set.of(changed));
  }

  private static Map<String, Object> parts(Survey survey) {
    Map<String, Function<Survey, Object>> accessors = new LinkedHashMap<>();
    accessors.put("key", Survey::key);
    accessors.put("version", Survey::version);
    accessors.put("status", Survey::status);
    accessors.put("from", Survey::from);
    accessors.put("until", Survey::until);
    accessors.put("title", Survey::title);
    accessors.put("defaultLocale", Survey::defaultLocale);
    accessors.put("questions", Survey::questions);
    accessors.put("triggers", Survey::triggers);
    accessors.put("audience", Survey::audience);
    accessors.put("sampling", Survey::sampling);
    accessors.put("contactRules", Survey::contactRules);
    accessors.put("quota", each -> String.valueOf(each.quota()));
    accessors.put("pacing", each -> String.valueOf(each.pacing()));
    accessors.put("priority", Survey::priority);
    accessors.put("expiresAfter", Survey::expiresAfter);
    accessors.put("editableFor", Survey::editableFor);
    return accessors.entrySet().stream()
        .collect(Collectors.toMap(
            Map.Entry::getKey, each -> String.valueOf(each.getValue().apply(survey))));
  }

  @Test
  void addsTriggersAndQuestionsAtTheEnd() {
    Survey survey = SURVEY.on("one").on("two").ask(RATING);

    assertThat(survey.triggers()).containsExactly(Trigger.on("one"), Trigger.on("two"));
    assertThat(survey.questions()).containsExactly(COMMENT, RATING);
  }

  @Test
  void findsAQuestionByItsId() {
    Survey survey = Survey.of("onboarding", COMMENT, RATING);

    assertThat(survey.question("rating")).isEqualTo(RATING);
    assertThat(survey.question("Rating")).isNull();
  }

  @Test
  void theFirstRatingCarriesTheScore() {
    Question.Rating second = Question.rating("second", HELLO, MetricDefinition.nps());

    assertThat(Survey.of("onboarding", COMMENT, RATING, second).firstRating()).isEqualTo(RATING);
    assertThat(SURVEY.firstRating()).isNull();
  }

  @Test
  void cannotBeChangedThroughItsLists() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> SURVEY.questions().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> SURVEY.on("e").triggers().clear());
  }

  @Test
  void isEqualIfEveryPartIs() {
    Survey same = Survey.of("onboarding", COMMENT);

    assertThat(same).isEqualTo(SURVEY).hasSameHashCodeAs(SURVEY);
    assertThat(Survey.of("other", COMMENT)).isNotEqualTo(SURVEY);
  }

  @Test
  void readsAsKeyAndVersion() {
    assertThat(SURVEY.withVersion(3)).hasToString("onboarding v3");
  }

  @Test
  void tellsTheDefaultLanguageAsBcp47Does() {
    Locale nynorsk = new Locale.Builder().setLanguage("nn").setRegion("NO").build();
    @SuppressWarnings("deprecation") // The only way to make a locale of the old kind.
    Locale old = new Locale("no", "NO", "NY");
    Survey survey = Survey.of("k", Question.text("q", LocalizedText.of("nn", "Hei", "en", "Hi")));

    assertThat(survey.withDefaultLocale(old).defaultLocale()).isEqualTo(nynorsk);
  }

  @Test
  void aLessSpecificTextCoversTheDefaultLanguage() {
    assertThat(SURVEY.withDefaultLocale(Locale.CANADA_FRENCH).defaultLocale())
        .isEqualTo(Locale.CANADA_FRENCH);
  }

  @Test
  void takesTheLongestTimesAndTheHighestPriority() {
    Duration year = Duration.ofDays(365);
    Survey survey =
        SURVEY.withExpiresAfter(year).withEditableFor(year).withPriority(1000).withPriority(-1000);

    assertThat(survey.expiresAfter()).isEqualTo(year);
    assertThat(survey.editableFor()).isEqualTo(year);
    assertThat(survey.priority()).isEqualTo(-1000);
  }

  @ParameterizedTest
  @MethodSource
  void refuses(Runnable make, String message) {
    assertThatIllegalArgumentException().isThrownBy(make::run).withMessage(message);
  }

  static Stream<Arguments> refuses() {
    Duration tooLong = Duration.ofDays(365).plusNanos(1);
    String languages = " must have a text in the default language 'en', but has [fr]";
    Survey full = Stream.iterate(SURVEY, s -> s.on("e")).skip(50).findFirst().orElseThrow();
    Question.Choice french = Question.Choice.of("b", FRENCH);
    return Stream.of(
        refusal(
            "a key with a space",
            () -> Survey.of("my survey", COMMENT),
            "survey key must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was 'my survey'"),
        refusal(
            "no question",
            () -> Survey.of("k"),
            "survey 'k': a survey must have 1 to 50 questions, but has 0"),
        refusal(
            "51 questions",
            () -> Survey.of(
                "k",
                IntStream.range(0, 51)
                    .mapToObj(i -> Question.text("q" + i, HELLO))
                    .toArray(Question[]::new)),
            "survey 'k': a survey must have 1 to 50 questions, but has 51"),
        refusal(
            "51 triggers",
            () -> full.on("e"),
            "survey 'onboarding': a survey must have at most 50 triggers, but has 51"),
        refusal(
            "two questions with one id",
            () -> SURVEY.ask(COMMENT),
            "survey 'onboarding': two questions have the id 'comment'"),
        refusal(
            "version zero",
            () -> SURVEY.withVersion(0),
            "survey 'onboarding': version must be at least 1, but was 0"),
        refusal(
            "too high a priority",
            () -> SURVEY.withPriority(1001),
            "survey 'onboarding': priority must be between -1000 and 1000, but was 1001"),
        refusal(
            "too low a priority",
            () -> SURVEY.withPriority(-1001),
            "survey 'onboarding': priority must be between -1000 and 1000, but was -1001"),
        refusal(
            "an invitation without life",
            () -> SURVEY.withExpiresAfter(Duration.ZERO),
            "survey 'onboarding': expiresAfter must be more than zero and at most 365 days, but was PT0S"),
        refusal(
            "too long a life of an invitation",
            () -> SURVEY.withExpiresAfter(tooLong),
            "survey 'onboarding': expiresAfter must be more than zero and at most 365 days, but was PT8760H0.000000001S"),
        refusal(
            "a negative time to edit",
            () -> SURVEY.withEditableFor(Duration.ofNanos(-1)),
            "survey 'onboarding': editableFor must be between zero and 365 days, but was PT-0.000000001S"),
        refusal(
            "too long a time to edit",
            () -> SURVEY.withEditableFor(tooLong),
            "survey 'onboarding': editableFor must be between zero and 365 days, but was PT8760H0.000000001S"),
        refusal(
            "an end before the start",
            () -> SURVEY.withWindow(JUNE, MAY),
            "survey 'onboarding': until (2026-05-01T00:00:00Z) must be after from (2026-06-01T00:00:00Z)"),
        refusal(
            "an end at the start",
            () -> SURVEY.withWindow(MAY, MAY),
            "survey 'onboarding': until (2026-05-01T00:00:00Z) must be after from (2026-05-01T00:00:00Z)"),
        refusal(
            "a title without the default language",
            () -> SURVEY.withTitle(FRENCH),
            "survey 'onboarding': title" + languages),
        refusal(
            "a question without the default language",
            () -> SURVEY.ask(Question.text("q2", FRENCH)),
            "survey 'onboarding': question 'q2'" + languages),
        refusal(
            "a label without the default language",
            () -> SURVEY.ask(RATING.label(5, FRENCH)),
            "survey 'onboarding': question 'rating', label 5" + languages),
        refusal(
            "a choice without the default language",
            () -> SURVEY.ask(
                Question.singleChoice("q2", HELLO, Question.Choice.of("a", HELLO), french)),
            "survey 'onboarding': question 'q2', choice 'b'" + languages),
        refusal(
            "a default language that a text lacks",
            () -> SURVEY.withDefaultLocale(Locale.GERMAN),
            "survey 'onboarding': question 'comment' must have a text in the default language 'de', but has [en, fr]"));
  }

  private static Arguments refusal(String name, Runnable make, String message) {
    return argumentSet(name, make, message);
  }

  @Test
  void knowsWhetherEveryTextIsThereForALanguageWithoutFallingBack() {
    LocalizedText both = LocalizedText.of("en", "Hello", "fr", "Bonjour");
    Survey whole = Survey.of(
        "s", Question.singleChoice("q", both, Choice.of("a", both), Choice.of("b", both)));

    assertThat(whole.covers(Locale.FRENCH)).isTrue();
    assertThat(whole.covers(Locale.CANADA_FRENCH)).isTrue();
    assertThat(whole.covers(Locale.forLanguageTag("FR-ca"))).isTrue();
    assertThat(whole.covers(Locale.GERMAN)).isFalse();
  }

  @Test
  void oneMissingOrBlankTextIsEnoughToBeIncompleteInALanguage() {
    LocalizedText both = LocalizedText.of("en", "Hello", "fr", "Bonjour");
    LocalizedText one = LocalizedText.of("en", "Hello");
    LocalizedText blank = LocalizedText.of("en", "Hello", "fr", " ");
    Question whole = Question.text("q", both);

    for (Question each : List.of(
        Question.text("x", one),
        Question.text("x", blank),
        Question.singleChoice("x", both, Choice.of("a", both), Choice.of("b", one)),
        Question.singleChoice("x", both, Choice.of("a", both), Choice.of("b", both))
            .withOther(one),
        Question.rating("x", both, MetricDefinition.csat()).label(3, one),
        Question.matrix("x", both, MetricDefinition.csat(), Choice.of("a", one)),
        Question.factors(
            "x", both, "q", new FactorsQuestion.Band(1, 2, List.of(Choice.of("a", one)))),
        Question.statement("x", both, new StatementQuestion.Link(one, "tel:1")))) {
      assertThat(Survey.of("s", whole, each).covers(Locale.FRENCH))
          .as("%s", each)
          .isFalse();
      assertThat(Survey.of("s", whole, each).covers(Locale.ENGLISH)).isTrue();
    }
    assertThat(Survey.of("s", whole).withTitle(one).covers(Locale.FRENCH)).isFalse();
  }

  @Test
  void eachTextKnowsTheLocaleItCameFrom() {
    LocalizedText text = LocalizedText.of("en", "Hello", "fr", "Bonjour");

    assertThat(text.resolve(Locale.forLanguageTag("fr-CA"), Locale.ENGLISH).locale())
        .isEqualTo(Locale.FRENCH);
    assertThat(text.resolve(Locale.GERMAN, Locale.ENGLISH).locale()).isEqualTo(Locale.ENGLISH);
    assertThat(LocalizedText.of("FR-ca", "Allô", "en", "Hello")
            .resolve(Locale.forLanguageTag("fr-ca"), Locale.ENGLISH)
            .locale())
        .isEqualTo(Locale.CANADA_FRENCH);
  }

  @Test
  void isPseudonymousAndFallsBackUnlessToldOtherwise() {
    Survey survey = Surveys.csat("s");

    assertThat(survey.anonymity()).isEqualTo(Anonymity.PSEUDONYMOUS);
    assertThat(survey.missingLocale()).isEqualTo(MissingLocale.FALLBACK);
    assertThat(survey.withAnonymity(Anonymity.ANONYMOUS).anonymity())
        .isEqualTo(Anonymity.ANONYMOUS);
    assertThat(survey.withMissingLocale(MissingLocale.SKIP)).isNotEqualTo(survey);
  }
}
