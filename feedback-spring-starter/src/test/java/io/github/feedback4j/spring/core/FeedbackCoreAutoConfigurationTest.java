package io.github.feedback4j.spring.core;

import static io.github.feedback4j.survey.ContactScope.ANY_SURVEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.Redactor;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.KnownNames;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.survey.Anonymity;
import io.github.feedback4j.survey.ContactLimit;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.Stance;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePacks;
import io.github.feedback4j.theme.ThemeTagger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class FeedbackCoreAutoConfigurationTest {

  private final ApplicationContextRunner runner = new ApplicationContextRunner()
      .withConfiguration(AutoConfigurations.of(FeedbackCoreAutoConfiguration.class))
      .withPropertyValues("feedback4j.store=memory");

  @Configuration(proxyBeanMethods = false)
  static class OneSurvey {
    @Bean
    Survey ticketCsat() {
      return Surveys.csat("ticket-csat").on("ticket.closed");
    }
  }

  @Test
  void makesFeedbackOfSurveyBeansAndFiles() {
    runner
        .withUserConfiguration(OneSurvey.class)
        .withPropertyValues("feedback4j.survey-locations=classpath*:surveys/*.yaml")
        .run(context -> assertThat(context.getBean(Feedback.class).surveys())
            .extracting(Survey::key)
            .containsExactly("portal-nps", "ticket-csat"));
  }

  @Test
  void saysOnceWhatCouldBeBetterInSurveysOfFilesAndBeans(CapturedOutput output) {
    runner
        .withBean(
            Survey.class,
            () -> Survey.of(
                "thumbs",
                Question.rating(
                    "helpful", LocalizedText.of("en", "Helpful?"), MetricDefinition.thumbs())))
        .withPropertyValues("feedback4j.survey-locations=classpath*:linted/*.yaml")
        .run(context -> assertThat(context).hasSingleBean(Feedback.class));

    assertThat(output)
        .containsOnlyOnce("WARN io.github.feedback4j -- 2 warnings about the surveys:")
        .contains("survey 'thumbs' v1: question 'helpful', labels: the scale 0–1 says")
        .contains("twofold.yaml:6:11: question 'q': the text in 'en' may ask about two things");
  }

  @Test
  void saysNothingOfSurveysThatAreFine(CapturedOutput output) {
    runner
        .withUserConfiguration(OneSurvey.class)
        .run(context -> assertThat(context).hasSingleBean(Feedback.class));

    assertThat(output).doesNotContain("about the surveys");
  }

  @Test
  void startsWithoutAnySurvey() {
    runner.run(context -> assertThat(
            context.getBean(Feedback.class).ask(Touchpoint.of("ticket.closed", "anna")))
        .isInstanceOfSatisfying(
            Decision.Skip.class,
            skip -> assertThat(skip.reason()).isEqualTo(SkipReason.NO_TRIGGER)));
  }

  @Test
  void isNotThereWhenSwitchedOff() {
    runner
        .withPropertyValues("feedback4j.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(Feedback.class));
  }

  @Test
  void stepsBackForAFeedbackOfTheApplication() {
    Feedback own = Feedback.builder().surveys(List.of()).build();

    runner
        .withBean(Feedback.class, () -> own)
        .run(context -> assertThat(context.getBean(Feedback.class)).isSameAs(own));
  }

  @Test
  void everyMistakeInASurveyFileIsExplainedWithItsPlace() {
    runner
        .withPropertyValues("feedback4j.survey-locations=classpath*:mistaken/*.yaml")
        .run(context -> {
          Throwable failure = context.getStartupFailure();
          assertThat(failure).rootCause().isInstanceOf(SurveyFilesException.class);
          FailureAnalysis analysis = new SurveyFilesFailureAnalyzer().analyze(failure);
          assertThat(analysis.getDescription())
              .contains("wrong.yaml:2:9: unknown status 'actve'; did you mean 'active'?")
              .contains("wrong.yaml:7:13: unknown metric 'csatt'; did you mean 'csat'?");
          assertThat(analysis.getAction()).contains("feedback4j.survey-locations");
        });
  }

  @Test
  void asksAPersonOnceInThirtyDaysAndTheSameSurveyOnceInNinetyUnlessSet() {
    runner.withUserConfiguration(OneSurvey.class).run(context -> {
      Feedback feedback = context.getBean(Feedback.class);
      feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));

      assertThat(feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-2")))
          .asString()
          .contains("COOLING_DOWN", "policy: {this: {invited: 90d}}");
    });
    runner
        .withUserConfiguration(OneSurvey.class)
        .withPropertyValues(
            "feedback4j.policy.any.answered=7d", "feedback4j.policy.same-survey.invited=0")
        .run(context -> {
          Feedback feedback = context.getBean(Feedback.class);
          feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));

          assertThat(feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-2")))
              .isInstanceOf(Decision.Ask.class);
        });
  }

  @Test
  void asksAPersonAtMostFourTimesInNinetyDaysUnlessSet() {
    assertThat(limits()).containsExactly(new ContactLimit(ANY_SURVEY, 4, Duration.ofDays(90)));
    assertThat(limits("feedback4j.policy.limit.times=0")).isEmpty();
    assertThat(limits("feedback4j.policy.limit.times=2", "feedback4j.policy.limit.within=30d"))
        .containsExactly(new ContactLimit(ANY_SURVEY, 2, Duration.ofDays(30)));
  }

  private List<ContactLimit> limits(String... properties) {
    List<ContactLimit> limits = new ArrayList<>();
    runner
        .withPropertyValues(properties)
        .run(context -> limits.addAll(
            context.getBean(FeedbackProperties.class).policy().toRules().limits()));
    return limits;
  }

  @Test
  void aPolicyFileTakesThePlaceOfTheDefaultsAndIsNoSurvey() {
    policy("policies/one/policy.yaml").run(context -> {
      Feedback feedback = context.getBean(Feedback.class);
      assertThat(feedback.surveys()).extracting(Survey::key).containsExactly("ticket-csat");
      feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));

      assertThat(feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-2")))
          .asString()
          .contains("COOLING_DOWN", "acme: {any: {invited: 5d}}");
      assertThat(feedback.ask(Touchpoint.of("ticket.closed", "ceo").subject("INC-3")))
          .asString()
          .contains("EXCLUDED");
    });
  }

  @Test
  void whatIsSetAddsToThePolicyFile() {
    policy("policies/one/policy.yaml")
        .withPropertyValues("feedback4j.policy.same-survey.invited=60d")
        .run(context -> {
          Feedback feedback = context.getBean(Feedback.class);
          feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));

          assertThat(feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-2")))
              .asString()
              .contains("acme: {this: {invited: 60d}}");
        });
  }

  @Test
  void everyMistakeInThePolicyFileIsExplainedWithItsPlace() {
    policy("policies/mistaken/policy.yaml").run(context -> {
      Throwable failure = context.getStartupFailure();
      assertThat(failure).rootCause().isInstanceOf(SurveyFilesException.class);
      FailureAnalysis analysis = new SurveyFilesFailureAnalyzer().analyze(failure);
      assertThat(analysis.getDescription())
          .contains("policy.yaml:3:9: unknown property 'invitd' of 'any'; did you mean 'invited'?");
      assertThat(analysis.getAction()).contains("feedback4j.policy.location");
    });
  }

  @Test
  void twoPolicyFilesStopTheStart() {
    policy("policies/*/policy.yaml")
        .run(context -> assertThat(context.getStartupFailure())
            .rootCause()
            .hasMessageContaining("there must be one policy, but there are 2")
            .hasMessageContaining("feedback4j.policy.location"));
  }

  @Test
  void aPolicyThatIsNamedAndNotThereStopsTheStart() {
    runner
        .withUserConfiguration(OneSurvey.class)
        .withPropertyValues("feedback4j.policy.location=classpath:policies/none.yaml")
        .run(context -> assertThat(context.getStartupFailure())
            .rootCause()
            .hasMessageContaining("there is no policy at 'classpath:policies/none.yaml'")
            .hasMessageContaining("feedback4j.policy.location"));
  }

  @Test
  void commentsAreTaggedWithThePackOfAFileWhichIsNoSurvey() {
    pack("packs/one/themes.yaml").run(context -> {
      Feedback feedback = context.getBean(Feedback.class);
      assertThat(feedback.surveys()).extracting(Survey::key).containsExactly("ticket-csat");
      assertThat(feedback.themes()).extracting(Theme::id).containsExactly("canteen");
    });
  }

  @Test
  void aTaggerBeanGoesBeforeThePackOfAFile() {
    pack("packs/one/themes.yaml")
        .withBean(ThemeTagger.class, ThemeTagger::none)
        .run(context -> assertThat(context.getBean(Feedback.class).themes()).isEmpty());
  }

  @Test
  void withoutAPackCommentsAreTaggedWithItService() {
    runner
        .withUserConfiguration(OneSurvey.class)
        .run(context -> assertThat(context.getBean(Feedback.class).themes())
            .isEqualTo(ThemePacks.itService().themes()));
  }

  @Test
  void everyMistakeInThePackIsExplainedWithItsPlace() {
    pack("packs/mistaken/themes.yaml").run(context -> {
      Throwable failure = context.getStartupFailure();
      FailureAnalysis analysis = new PackFileFailureAnalyzer().analyze(failure);
      assertThat(analysis.getDescription())
          .contains("themes.yaml:5:5: unknown property 'titel'", "themes.yaml:6:16: ");
      assertThat(analysis.getAction()).contains("feedback4j.themes.location");
    });
  }

  @Test
  void twoPacksStopTheStart() {
    pack("packs/o*/themes.yaml")
        .run(context -> assertThat(context.getStartupFailure())
            .rootCause()
            .hasMessageContaining("there must be one theme pack, but there are 2")
            .hasMessageContaining("feedback4j.themes.location"));
  }

  private ApplicationContextRunner pack(String location) {
    return runner
        .withUserConfiguration(OneSurvey.class)
        .withPropertyValues(
            "feedback4j.themes.location=classpath*:" + location,
            "feedback4j.survey-locations=classpath*:packs/one/*.yaml");
  }

  private ApplicationContextRunner policy(String location) {
    return runner
        .withUserConfiguration(OneSurvey.class)
        .withPropertyValues(
            "feedback4j.policy.location=classpath*:" + location,
            "feedback4j.survey-locations=classpath*:policies/one/*.yaml");
  }

  @Test
  void keepsUserNamesOnlyWhenIdentified() {
    assertThat(respondent()).isNotEqualTo(new RespondentKey("anna"));
    assertThat(respondent("feedback4j.respondent.mode=identified"))
        .isEqualTo(new RespondentKey("anna"));
  }

  @Test
  void anAnonymousApplicationMakesEverySurveyAnonymous() {
    runner
        .withUserConfiguration(OneSurvey.class)
        .withPropertyValues("feedback4j.respondent.mode=anonymous")
        .run(context -> assertThat(context.getBean(Feedback.class).surveys())
            .isNotEmpty()
            .allMatch(each -> each.anonymity() == Anonymity.ANONYMOUS));
  }

  @Test
  void aSharedKeyMakesTheSamePseudonymInEveryApplication() {
    String key = "feedback4j.respondent.pseudonym-key=0123456789abcdef";

    assertThat(respondent(key)).isEqualTo(respondent(key));
    assertThat(respondent()).isNotEqualTo(respondent());
  }

  @Test
  void aKeyThatIsTooShortIsRefusedAndNotPrinted(CapturedOutput output) {
    runner
        .withPropertyValues("feedback4j.respondent.pseudonym-key=hunter2")
        .run(context -> assertThat(context.getStartupFailure())
            .rootCause()
            .hasMessage(
                "feedback cannot be built: pseudonymKey must have at least 16 bytes, but has 7"));
    assertThat(output).doesNotContain("hunter2");
  }

  @Test
  void saysOneLineAtTheStart(CapturedOutput output) {
    runner
        .withUserConfiguration(OneSurvey.class)
        .withBean(ResponseStore.class, InMemoryResponseStore::new)
        .withBean(StartUpNote.class, () -> () -> "answers are kept in the application's DataSource")
        .run(context -> assertThat(context).hasNotFailed());

    assertThat(output.getAll().lines().filter(each -> each.contains("feedback4j asks")))
        .singleElement()
        .asString()
        .contains("INFO", "[ticket-csat v1]; answers are kept in the application's DataSource");
  }

  @Test
  void warnsWhenAnswersEndWithTheProcess(CapturedOutput output) {
    runner.run(context -> assertThat(context).hasNotFailed());

    assertThat(output).containsPattern("WARN.*feedback4j asks .*in memory");
  }

  @Test
  void isAPoliteGuest() {
    Set<String> before = threads();
    runner.withUserConfiguration(OneSurvey.class).run(context -> {
      assertThat(context).doesNotHaveBean(DataSource.class).doesNotHaveBean(Clock.class);
      assertThat(Arrays.stream(context.getBeanDefinitionNames())
              .filter(each -> each.startsWith("feedback4j")))
          .hasSizeLessThanOrEqualTo(20);
      Set<String> after = threads();
      after.removeAll(before);
      assertThat(after).isEmpty();
    });
  }

  @Test
  void takesOutOfWordsWhatNeedsNoSettings() {
    assertThat(kept("anna@example.org, 06 12 34 56 78, 10.0.0.1, https://a.example, EMP-123456"))
        .isEqualTo("<EMAIL>, <PHONE>, <IP>, <URL>, EMP-123456");
    assertThat(kept("FR76 3000 6000 0112 3456 7890 189, 4111 1111 1111 1111"))
        .isEqualTo("<IBAN>, <CARD>");
  }

  @Test
  void takesOutIdsOfTheFormsThatAreSet() {
    assertThat(kept(
            "EMP-123456 gave Z1234 the laptop lt00042",
            "feedback4j.redaction.employee-ids=EMP-######,@####",
            "feedback4j.redaction.asset-tags=LT#####"))
        .isEqualTo("<EMPLOYEE> gave <EMPLOYEE> the laptop <ASSET>");
  }

  @Test
  void leavesWhatIsSwitchedOff() {
    String text = "anna@example.org, 06 12 34 56 78, 10.0.0.1, https://a.example, "
        + "BE68 5390 0754 7034, 4111 1111 1111 1111";

    assertThat(kept(
            text,
            "feedback4j.redaction.email=false",
            "feedback4j.redaction.phone=false",
            "feedback4j.redaction.ip=false",
            "feedback4j.redaction.url=false",
            "feedback4j.redaction.iban=false",
            "feedback4j.redaction.card=false"))
        .isEqualTo(text);
    assertThat(kept(text, "feedback4j.redaction.url=false"))
        .isEqualTo("<EMAIL>, <PHONE>, <IP>, https://a.example, <IBAN>, <CARD>");
  }

  @Test
  void everyMistakeInTheFormsStopsTheStart() {
    runner
        .withPropertyValues(
            "feedback4j.redaction.employee-ids=EMP-\\d+,##",
            "feedback4j.redaction.asset-tags=@@@@@")
        .run(context -> assertThat(context.getStartupFailure())
            .rootCause()
            .hasMessageContaining(
                "feedback4j.redaction.employee-ids: employee id pattern 'EMP-\\d+' must not have the character '\\'")
            .hasMessageContaining("'##' must stand for at least 3 letters and digits")
            .hasMessageContaining("feedback4j.redaction.asset-tags: asset tag pattern '@@@@@'"));
  }

  @Test
  void aRedactorBeanTakesThePlaceOfTheSettings() {
    assertThat(kept(runner.withBean(Redactor.class, Redactor::none), "anna@example.org"))
        .isEqualTo("anna@example.org");
  }

  @Test
  void takesOutTheNamesThatABeanKnows() {
    KnownNames names = invitation -> List.of("Zoé Martin", "Zoé");

    assertThat(kept(runner.withBean(KnownNames.class, () -> names), "Merci Zoé"))
        .isEqualTo("Merci <NAME>");
  }

  @Test
  void theRatingJudgesThemesUnlessThatIsSwitchedOff() {
    assertThat(stance()).isEqualTo(Stance.POSITIVE);
    assertThat(stance("feedback4j.themes.polarity-from-score=false")).isEqualTo(Stance.NEUTRAL);
  }

  private Stance stance(String... properties) {
    return response(runner.withPropertyValues(properties), "VPN").themes().get("network");
  }

  private String kept(String text, String... properties) {
    return kept(runner.withPropertyValues(properties), text);
  }

  /** Returns what is kept of the words of an answer. */
  private static String kept(ApplicationContextRunner runner, String text) {
    return ((Answer.Text) response(runner, text).answer("comment")).text();
  }

  private static AcceptedResponse response(ApplicationContextRunner runner, String text) {
    AcceptedResponse[] kept = new AcceptedResponse[1];
    InMemoryResponseStore store = new InMemoryResponseStore();
    runner
        .withUserConfiguration(OneSurvey.class)
        .withBean(ResponseStore.class, () -> store)
        .run(context -> {
          Feedback feedback = context.getBean(Feedback.class);
          Decision.Ask ask =
              (Decision.Ask) feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));
          Response response =
              Response.to(ask.invitation()).rate("satisfaction", 4).comment(text);
          feedback.submit(response).orElseThrow();
          kept[0] = store.newest(ResponseFilter.of("ticket-csat"), 1).get(0);
        });
    return kept[0];
  }

  private RespondentKey respondent(String... properties) {
    RespondentKey[] key = new RespondentKey[1];
    runner
        .withUserConfiguration(OneSurvey.class)
        .withPropertyValues(properties)
        .run(context -> key[0] = ((Decision.Ask)
                context.getBean(Feedback.class).ask(Touchpoint.of("ticket.closed", "anna")))
            .invitation()
            .respondent());
    return key[0];
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
