package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.InMemoryPackStore;
import io.github.feedback4j.theme.LabelledComment;
import io.github.feedback4j.theme.PackFormatException;
import io.github.feedback4j.theme.PackStore;
import io.github.feedback4j.theme.PackStore.Activation;
import io.github.feedback4j.theme.PackStore.Claim;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemeLabels;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePackWriter;
import io.github.feedback4j.theme.ThemeTagger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivePackTest {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");
  private static final ThemePack OLD =
      ThemePack.of("desk", 1, Theme.of("network").phrases("en", "vpn"));
  private static final ThemePack NEW =
      ThemePack.of("desk", 2, Theme.of("connection").phrases("en", "vpn"));

  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final InMemoryLedger ledger = new InMemoryLedger(10_000, () -> now);
  private final InMemoryResponseStore store = new InMemoryResponseStore();
  private final Feedback node = node();
  private final Feedback otherNode = node();
  private int tickets;

  private Feedback node() {
    return node(ThemeTagger.phrases(OLD));
  }

  private Feedback node(ThemeTagger tagger) {
    return Feedback.builder()
        .survey(CSAT)
        .ledger(ledger)
        .store(store)
        .tagger(tagger)
        .time(() -> now)
        .build();
  }

  @Test
  void theConfiguredPackIsInForceUntilAnotherIsActivated() {
    assertThat(node.tags().activation()).isEmpty();
    assertThat(node.tags().configuredPack()).contains(OLD);
    assertThat(submit(node).themePack()).isEqualTo(OLD.id());
    assertThat(node.themes()).extracting(Theme::id).containsExactly("network");
  }

  @Test
  void anActivatedPackTagsHereAtOnceAndElsewhereWithinSeconds() {
    submit(otherNode);

    Activation done = node.tags().activate(NEW, 0, "mona", "renamed").orElseThrow();

    assertThat(done)
        .isEqualTo(new Activation(1, NEW, ThemePackWriter.yaml(NEW), "mona", now, "renamed"));
    assertThat(submit(node).themePack()).isEqualTo(NEW.id());
    assertThat(node.themes()).extracting(Theme::id).containsExactly("connection");
    assertThat(submit(otherNode).themePack()).isEqualTo(OLD.id());
    now = now.plus(ActivePack.MAX_AGE).plusNanos(1);
    assertThat(submit(otherNode).themePack()).isEqualTo(NEW.id());
    assertThat(otherNode.tags().activation()).contains(done);
    assertThat(otherNode.tags().activation(1)).contains(done);
    assertThat(otherNode.tags().activations(10)).containsExactly(done);
    assertThat(node.tags().retag().retagged()).isEqualTo(2);
    assertThat(otherNode.tags().retag().total()).isZero();
  }

  @Test
  void whoAsksForTheActivationSeesTheOneOfThisMoment() {
    submit(otherNode);
    Activation done = node.tags().activate(NEW, 0, "mona", "").orElseThrow();

    assertThat(otherNode.tags().activation()).contains(done);
    assertThat(submit(otherNode).themePack()).isEqualTo(NEW.id());
  }

  @Test
  void theTextIsKeptAsItWasWritten() {
    String yaml = "# mine\n" + ThemePackWriter.yaml(NEW);

    assertThat(node.tags().activate(yaml, 0, "mona", "")).isPresent();

    assertThat(otherNode.tags().activation().orElseThrow().text()).isEqualTo(yaml);
  }

  @Test
  void aNodeThatStartsLaterTagsWithTheActivatedPackFromTheFirstComment() {
    assertThat(node.tags().activate(NEW, 0, "mona", "")).isPresent();

    assertThat(submit(node()).themePack()).isEqualTo(NEW.id());
  }

  @Test
  void nobodyUndoesAnActivationThatTheyHaveNotSeen() {
    assertThat(node.tags().activate(NEW, 0, "mona", "")).isPresent();

    assertThat(otherNode.tags().activate(OLD, 0, "ben", "")).isEmpty();
    assertThat(submit(otherNode).themePack()).isEqualTo(NEW.id());
    assertThat(otherNode.tags().activate(OLD, 1, "ben", "")).isPresent();
    assertThat(submit(otherNode).themePack()).isEqualTo(OLD.id());
  }

  @Test
  void whoTagsWithSomethingElseThanAPackGoesOnWithThat() {
    Feedback silent = node(ThemeTagger.none());
    assertThat(node.tags().activate(NEW, 0, "mona", "")).isPresent();

    assertThat(submit(silent).themePack()).isEqualTo("none");
    assertThat(silent.tags().configuredPack()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> silent.tags().activate(NEW, 1, "mona", ""))
        .withMessageContaining(".tagger(ThemeTagger.phrases(pack))");
  }

  @Test
  void commentsAreTakenInWhileTheStoreOfPacksIsAway() {
    Fragile packs = new Fragile();
    ActivePack active = new ActivePack(packs, ThemeTagger.phrases(OLD), () -> now);
    packs.store.activate(new Activation(1, NEW, ThemePackWriter.yaml(NEW), "mona", now, ""));
    assertThat(active.get().packId()).isEqualTo(NEW.id());

    packs.isAway = true;
    now = now.plus(Duration.ofMinutes(1));

    assertThat(active.get().packId()).isEqualTo(NEW.id());
    assertThatThrownBy(active::look).hasMessage("packs gone");
    assertThat(new ActivePack(packs, ThemeTagger.phrases(OLD), () -> now).get().packId())
        .isEqualTo(OLD.id());
  }

  @Test
  void theStoreIsAskedOnceInFiveSeconds() {
    Fragile packs = new Fragile();
    ActivePack active = new ActivePack(packs, ThemeTagger.phrases(OLD), () -> now);

    for (int i = 0; i < 11; i++) {
      active.get();
      now = now.plusMillis(500);
    }

    assertThat(packs.looks).isEqualTo(1);
    active.get();
    assertThat(packs.looks).isEqualTo(2);
  }

  @Test
  void mistakesAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node.tags().activate(NEW, -1, "mona", ""))
        .withMessage("after must be at least 0, but was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node.tags().activate(NEW, 0, "a\nb", ""))
        .withMessageContaining("actor must have 1 to 200 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node.tags().activate(NEW, 0, "mona", "x".repeat(501)))
        .withMessage("note must have at most 500 characters, but has 501");
    assertThatExceptionOfType(PackFormatException.class)
        .isThrownBy(() -> node.tags().activate("pack: desk\n", 0, "mona", ""));
    assertThat(node.tags().activation()).isEmpty();
  }

  @Test
  void taggingAgainGoesOnWithThePackThatIsActivatedMeanwhile() {
    for (int i = 0; i < 501; i++) {
      submit(node);
    }
    ThemePack newest = ThemePack.of("desk", 3, Theme.of("link").phrases("en", "vpn"));
    assertThat(node.tags().activate(NEW, 0, "mona", "")).isPresent();
    List<String> packs = new ArrayList<>();

    RetagReport report = node.tags().retag(each -> {
      if (packs.isEmpty()) {
        assertThat(node.tags().activate(newest, 1, "mona", "")).isPresent();
      }
      packs.add(each.packId());
    });

    assertThat(packs).containsExactly(NEW.id(), newest.id(), newest.id());
    assertThat(report.retagged()).isEqualTo(501);
    assertThat(report.isComplete()).isTrue();
    assertThat(node.tags().retagState()).isEqualTo(new RetagState(newest.id(), 501, 0, false));
  }

  @Test
  void oneNodeAtATimeTagsAgainAndTheOthersSeeHowFarItIs() {
    submit(node);
    submit(node);
    assertThat(node.tags().activate(NEW, 0, "mona", "")).isPresent();
    assertThat(node.tags().retagState()).isEqualTo(new RetagState(NEW.id(), 2, 2, false));
    List<RetagState> seen = new ArrayList<>();

    now = now.plusSeconds(6);
    RetagReport report = node.tags()
        .retagAlone(each -> {
          assertThat(otherNode.tags().retagAlone(none -> {})).isEmpty();
          seen.add(otherNode.tags().retagState());
        })
        .orElseThrow();

    assertThat(seen).containsExactly(new RetagState(NEW.id(), 2, 0, true));
    assertThat(report.isComplete()).isTrue();
    assertThat(otherNode.tags().retagState().isRunning()).isFalse();
    assertThat(otherNode.tags().retagAlone(none -> {})).isPresent();
  }

  @Test
  void aNodeThatEndedInTheMiddleIsWaitedForTwoMinutes() {
    store.packs().claim(new Claim("gone", now.plusSeconds(120)), now);

    assertThat(node.tags().retagAlone(none -> {})).isEmpty();
    now = now.plusSeconds(120);
    assertThat(node.tags().retagAlone(none -> {})).isPresent();
  }

  @Test
  void commentsToTuneWithHaveTheRulingsOfPeople() {
    AcceptedResponse ruled = submit(node);
    submit(node);
    node.tags().correct(ruled.id(), TagRuling.isNot("comment", "network"), "mona");

    List<LabelledComment> comments = node.tags().labelled("csat", 10);

    assertThat(comments).hasSize(2);
    LabelledComment first = comments.stream()
        .filter(each -> each.id().equals(ruled.id().toString()))
        .findFirst()
        .orElseThrow();
    assertThat(first.labels()).isEqualTo(ThemeLabels.none().without("network"));
    assertThat(first.text()).isEqualTo("VPN");
    assertThat(first.locale()).isEqualTo(Locale.ENGLISH);
    assertThat(first.at()).isEqualTo(now);
    assertThat(first.person()).isEqualTo(ruled.invitation().respondent().value());
    assertThat(comments).filteredOn(each -> each.labels().isEmpty()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node.tags().labelled("csat", 20_001))
        .withMessage("newest must be between 1 and 20000, but was 20001");
  }

  @Test
  void whatARespondentTickedIsALabelIfItHasTheNameOfATheme() {
    Feedback desk = askingWhatItIsAbout();
    submitTicked(desk);

    assertThat(desk.tags().labelled("csat", 10))
        .extracting(LabelledComment::labels)
        .containsExactly(ThemeLabels.ticked("network"));
    assertThat(desk.tags().labelled("csat", 10).toString()).doesNotContain("rains");
  }

  @Test
  void theOneOptionThatARespondentChoseIsALabelAsWell() {
    Survey survey = CSAT.ask(Question.singleChoice(
        "best",
        LocalizedText.of("en", "What was best?"),
        Choice.of("network", LocalizedText.of("en", "Network")),
        Choice.of("weather", LocalizedText.of("en", "Weather"))));
    Feedback desk = Feedback.builder()
        .survey(survey)
        .tagger(ThemeTagger.phrases(OLD))
        .time(() -> now)
        .build();
    for (String each : List.of("network", "weather")) {
      Decision decision = desk.ask(Touchpoint.of("ticket.closed", each).subject(each));
      desk.submit(Response.to(((Decision.Ask) decision).invitation())
              .rate("satisfaction", 3)
              .choose("best", each)
              .comment("Chose " + each))
          .orElseThrow();
    }

    assertThat(desk.tags().labelled("csat", 10))
        .extracting(LabelledComment::text, LabelledComment::labels)
        .containsExactlyInAnyOrder(
            tuple("Chose network", ThemeLabels.ticked("network")),
            tuple("Chose weather", ThemeLabels.none()));
  }

  @Test
  void aRulingGoesBeforeWhatWasTicked() {
    Feedback desk = askingWhatItIsAbout();
    UUID ruled = submitTicked(desk);

    assertThat(desk.tags().correct(ruled, TagRuling.isNot("comment", "network"), "mona"))
        .isPresent();

    assertThat(desk.tags().labelled("csat", 10))
        .extracting(LabelledComment::labels)
        .containsExactly(ThemeLabels.none().without("network"));
  }

  @Test
  void aThemeThatSomebodyAddedIsALabel() {
    AcceptedResponse ruled = submit(node);
    node.tags().correct(ruled.id(), TagRuling.is("comment", "network", Polarity.NEGATIVE), "mona");

    assertThat(node.tags().labelled("csat", 1))
        .extracting(LabelledComment::labels)
        .containsExactly(ThemeLabels.ticked("network"));
  }

  private Feedback askingWhatItIsAbout() {
    Survey survey = CSAT.ask(Question.multiChoice(
        "about",
        LocalizedText.of("en", "What is it about?"),
        Choice.of("network", LocalizedText.of("en", "Network")),
        Choice.of("weather", LocalizedText.of("en", "Weather"))));
    return Feedback.builder()
        .survey(survey)
        .tagger(ThemeTagger.phrases(OLD))
        .time(() -> now)
        .build();
  }

  private static UUID submitTicked(Feedback desk) {
    Decision decision = desk.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));
    Response response = Response.to(((Decision.Ask) decision).invitation())
        .rate("satisfaction", 3)
        .chooseAll("about", "network", "weather")
        .comment("It rains");
    desk.submit(response).orElseThrow();
    return response.id();
  }

  private AcceptedResponse submit(Feedback node) {
    Decision decision =
        node.ask(Touchpoint.of("ticket.closed", "person-" + ++tickets).subject("INC-" + tickets));
    Response response = Response.to(((Decision.Ask) decision).invitation())
        .rate("satisfaction", 3)
        .locale(Locale.ENGLISH)
        .comment("VPN");
    node.submit(response).orElseThrow();
    return Objects.requireNonNull(store.find(response.id()));
  }

  /** Packs in memory that can be away, and count how often somebody looks for a newer one. */
  private static final class Fragile implements PackStore {

    private final InMemoryPackStore store = new InMemoryPackStore(packId -> false);
    private boolean isAway;
    private int looks;

    @Override
    public @Nullable Activation newerThan(int number) {
      looks++;
      if (isAway) {
        throw new IllegalStateException("packs gone");
      }
      return store.newerThan(number);
    }

    @Override
    public @Nullable Activation find(int number) {
      return store.find(number);
    }

    @Override
    public List<Activation> newest(int limit) {
      return store.newest(limit);
    }

    @Override
    public boolean activate(Activation next) {
      return store.activate(next);
    }

    @Override
    public @Nullable Claim claim() {
      return store.claim();
    }

    @Override
    public boolean claim(Claim next, Instant at) {
      return store.claim(next, at);
    }
  }
}
