package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.survey.InMemorySurveyRegistry;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.SurveyRegistry;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemeTagger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownSurveysTest {

  private static final String DESK = "https://desk.example";
  private static final Survey OWN = Surveys.csat("csat").on("ticket.closed");
  private static final Survey OTHERS = Surveys.ces("effort").on("request.fulfilled");

  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final Fragile registry = new Fragile();
  private final InMemoryResponseStore store = new InMemoryResponseStore();
  private final Feedback feedback = Feedback.builder()
      .survey(OWN)
      .store(store)
      .registry(registry)
      .tagger(
          ThemeTagger.phrases(ThemePack.of("desk", 1, Theme.of("network").phrases("en", "vpn"))))
      .time(() -> now)
      .build();

  @Test
  void registeredSurveysAreKnownBesideTheOwnOnes() {
    registry.register(OTHERS, DESK);

    assertThat(feedback.surveys()).containsExactly(OWN, OTHERS);
    assertThat(feedback.ownSurveys()).containsExactly(OWN);
    assertThat(feedback.survey(invitation(1))).contains(OTHERS);
  }

  @Test
  void withoutARegistryOnlyTheOwnOnesAreKnown() {
    Feedback alone = Feedback.builder().survey(OWN).time(() -> now).build();

    assertThat(alone.surveys()).containsExactly(OWN);
    assertThat(alone.survey(invitation(1))).isEmpty();
  }

  @Test
  void ofARegisteredSurveyTheHighestVersionIsCurrentAndOlderOnesAreFound() {
    registry.register(OTHERS.withVersion(3), DESK);
    registry.register(OTHERS, DESK);

    assertThat(feedback.surveys()).containsExactly(OWN, OTHERS.withVersion(3));
    assertThat(feedback.survey(invitation(1))).contains(OTHERS);
  }

  @Test
  void theOwnOneWinsWhereBothHaveASurvey() {
    registry.register(OWN.withPriority(9), DESK);
    registry.register(OWN.withVersion(2), DESK);

    assertThat(feedback.surveys()).containsExactly(OWN);
  }

  @Test
  void aSurveyThatIsRegisteredLaterIsKnownWithinFiveSeconds() {
    assertThat(feedback.surveys()).containsExactly(OWN);
    registry.register(OTHERS, DESK);

    assertThat(feedback.surveys()).containsExactly(OWN);
    now = now.plus(KnownSurveys.MAX_AGE).plusNanos(1);
    assertThat(feedback.surveys()).containsExactly(OWN, OTHERS);
  }

  @Test
  void theRegistryIsAskedOnceInFiveSecondsAndReadWhenItHasChanged() {
    registry.register(OTHERS, DESK);
    for (int i = 0; i < 31; i++) {
      assertThat(feedback.surveys()).hasSize(2);
      now = now.plusMillis(500);
    }

    assertThat(registry.looks).isEqualTo(3);
    assertThat(registry.reads).isEqualTo(1);
  }

  @Test
  void aRegistryThatIsAwayChangesNothing() {
    registry.isAway = true;
    assertThat(feedback.surveys()).containsExactly(OWN);
    registry.isAway = false;
    registry.register(OTHERS, DESK);
    now = now.plusSeconds(6);
    assertThat(feedback.surveys()).hasSize(2);

    registry.isAway = true;
    now = now.plusSeconds(6);

    assertThat(feedback.surveys()).hasSize(2);
  }

  @Test
  void askingAndAnsweringCostNoLookAtTheRegistry() {
    registry.isAway = true;

    Decision decision = feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));
    Response response = Response.to(((Decision.Ask) decision).invitation()).rate("satisfaction", 4);
    feedback.submit(response).orElseThrow();
    assertThat(feedback.survey(response.invitation())).contains(OWN);

    assertThat(registry.looks).isZero();
  }

  @Test
  void aRegisteredSurveyIsNeverAskedHere() {
    registry.register(OTHERS.withOnDemand(true), DESK);
    assertThat(feedback.surveys()).hasSize(2);

    Decision asked = feedback.ask(Touchpoint.of("request.fulfilled", "anna").subject("REQ-1"));
    Decision offered = feedback.offer("effort", Touchpoint.onDemand("anna"));

    for (Decision each : List.of(asked, offered)) {
      assertThat(each)
          .isInstanceOfSatisfying(
              Decision.Skip.class,
              skip -> assertThat(skip.reason()).isEqualTo(SkipReason.NO_TRIGGER));
    }
    for (Runnable each : List.<Runnable>of(
        () -> feedback.pause("effort"),
        () -> feedback.resume("effort"),
        () -> feedback.nextEligibleAt("anna", "effort"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(each::run)
          .withMessage("there is no survey 'effort'; the surveys are [csat]");
    }
  }

  @Test
  void figuresAndTagsKnowRegisteredSurveys() {
    registry.register(OTHERS, DESK);
    for (int i = 0; i < 6; i++) {
      store.append(response(i, 7));
    }
    Query query = Query.of("effort");

    assertThat(feedback.score(query).value()).hasValue(100);
    assertThat(feedback
            .scoreboard(SmallGroupGuard.atLeast(5))
            .overview(query, List.of(), new Periods(LocalDate.of(2026, 3, 2), 7))
            .state())
        .isEqualTo(Scoreboard.State.SHOWN);
    assertThat(feedback.insights(SmallGroupGuard.atLeast(5)).findings(query)).isNotNull();
    assertThat(feedback.tags().retagState().tagged()).isZero();
    assertThat(feedback.tags().labelled("effort", 10)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> feedback.tags().labelled("nobody-asked", 10))
        .withMessage("there is no survey 'nobody-asked'; the surveys are [csat, effort]");
  }

  @Test
  void whileOneThreadLooksTheOthersGoOnWithWhatTheyHave() throws Exception {
    KnownSurveys known = new KnownSurveys(SurveyCatalog.of(List.of(OWN)), registry, () -> now);
    assertThat(known.get().current()).hasSize(1);
    registry.register(OTHERS, DESK);
    now = now.plusSeconds(6);
    registry.isLooking = new CountDownLatch(1);
    registry.mayGoOn = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<SurveyCatalog> looking = other.submit(known::get);
      assertThat(registry.isLooking.await(30, TimeUnit.SECONDS)).isTrue();

      assertThat(known.get().current()).containsExactly(OWN);

      registry.mayGoOn.countDown();
      assertThat(looking.get(30, TimeUnit.SECONDS).current()).containsExactly(OWN, OTHERS);
      assertThat(known.get().current()).containsExactly(OWN, OTHERS);
    } finally {
      other.shutdownNow();
    }
  }

  private Invitation invitation(int number) {
    return new Invitation(
        new UUID(2, number),
        "effort",
        1,
        new RespondentKey("person-" + number),
        "request.fulfilled",
        null,
        now,
        now.plus(Duration.ofDays(14)),
        1,
        Accountability.none(),
        null);
  }

  private AcceptedResponse response(int number, int rating) {
    return AcceptedResponse.restored(
        new UUID(1, number),
        1,
        true,
        invitation(number),
        now,
        false,
        Locale.ENGLISH,
        List.of(new Answer.Rating("effort", rating), new Answer.Text("comment", "VPN")),
        Map.of(),
        List.of(),
        Map.of());
  }

  /** Surveys in memory that can be away or slow, and count who looks. */
  private static final class Fragile implements SurveyRegistry {

    private final InMemorySurveyRegistry surveys = new InMemorySurveyRegistry();
    private boolean isAway;
    private int looks;
    private int reads;
    private @Nullable CountDownLatch isLooking;
    private @Nullable CountDownLatch mayGoOn;

    @Override
    public Registration register(Survey survey, String source) {
      return surveys.register(survey, source);
    }

    @Override
    public @Nullable Survey find(String key, int version) {
      return surveys.find(key, version);
    }

    @Override
    public List<Survey> all() {
      reads++;
      return surveys.all();
    }

    @Override
    public long revision() {
      looks++;
      if (isAway) {
        throw new IllegalStateException("registry gone");
      }
      CountDownLatch wait = mayGoOn;
      CountDownLatch tell = isLooking;
      if (wait != null && tell != null) {
        tell.countDown();
        try {
          assertThat(wait.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return surveys.revision();
    }
  }
}
