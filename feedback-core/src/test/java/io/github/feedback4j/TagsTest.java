package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Correction;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseSink;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Stance;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemeTagger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TagsTest {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed").withOnDemand(true);
  private static final ThemePack OLD = ThemePack.of(
      "desk",
      1,
      Theme.of("network").phrases("en", "vpn"),
      Theme.of("speed").negative("en", "slow"));
  private static final ThemePack NEW = ThemePack.of(
      "desk",
      2,
      Theme.of("network").phrases("en", "vpn", "wifi"),
      Theme.of("speed").positive("en", "slow"),
      Theme.of("kindness").positive("en", "kind"));

  private final Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final InMemoryLedger ledger = new InMemoryLedger(10_000, () -> now);
  private final InMemoryResponseStore store = new InMemoryResponseStore();
  private final Feedback before = node(OLD);
  private final Feedback after = node(NEW);
  private int tickets;

  private Feedback node(ThemePack pack) {
    return Feedback.builder()
        .survey(CSAT)
        .ledger(ledger)
        .store(store)
        .tagger(ThemeTagger.phrases(pack))
        .time(() -> now)
        .build();
  }

  @Test
  void tellsWhatWasGainedAndLostByTheme() {
    AcceptedResponse slow = submit(before, 2, "The VPN is slow");
    submit(before, 5, "So kind");
    submit(before, 5, "Kind people, good wifi");
    submit(before, 3, "N/A");
    AcceptedResponse fresh = submit(after, 5, "Kind");

    RetagReport report = after.tags().retag();

    assertThat(report.packId()).isEqualTo(NEW.id());
    assertThat(report.total()).isEqualTo(4);
    assertThat(report.done()).isEqualTo(4);
    assertThat(report.retagged()).isEqualTo(4);
    assertThat(report.changed()).isEqualTo(3);
    assertThat(report.isComplete()).isTrue();
    assertThat(report.themes())
        .isEqualTo(Map.of(
            "kindness", new RetagReport.Change(2, 0, 0),
            "network", new RetagReport.Change(1, 0, 0),
            "speed", new RetagReport.Change(0, 0, 1)));
    assertThat(found(slow.id()).themes().get("speed")).isEqualTo(Stance.POSITIVE);
    assertThat(found(fresh.id()).taggings()).isEqualTo(fresh.taggings());
  }

  @Test
  void nothingOfTheOldPackRemains() {
    AcceptedResponse slow = submit(before, 2, "The VPN is slow");

    after.tags().retag();

    assertThat(found(slow.id()).taggings().values())
        .allMatch(each -> each.packId().equals(NEW.id()))
        .flatMap(each -> each.tags())
        .allMatch(each -> each.source().packId().equals(NEW.id()));
  }

  @Test
  void callingItAgainDoesNothing() {
    submit(before, 2, "The VPN is slow");
    after.tags().retag();

    RetagReport again = after.tags().retag();

    assertThat(again.total()).isZero();
    assertThat(again.done()).isZero();
    assertThat(again.themes()).isEmpty();
    assertThat(again.isComplete()).isTrue();
  }

  @Test
  void whatPeopleOpenedThemselvesIsTaggedAgainToo() {
    Decision opened = before.offer("csat", Touchpoint.onDemand("anna"));
    Response response = Response.to(((Decision.Ask) opened).invitation())
        .rate("satisfaction", 5)
        .comment("So kind");
    before.submit(response).orElseThrow();

    assertThat(after.tags().retag().retagged()).isEqualTo(1);
    assertThat(found(response.id()).themes()).containsOnlyKeys("kindness");
  }

  @Test
  void goesOnWhereItWasInterrupted() {
    for (int i = 0; i < 1_100; i++) {
      submit(before, 5, "So kind");
    }
    List<Long> told = new ArrayList<>();

    assertThatThrownBy(() -> after.tags().retag(report -> {
          told.add(report.done());
          throw new IllegalStateException("stop");
        }))
        .hasMessage("stop");
    Thread.currentThread().interrupt();
    RetagReport interrupted = after.tags().retag(report -> told.add(report.done()));
    assertThat(Thread.interrupted()).isTrue();
    RetagReport rest = after.tags().retag(report -> told.add(report.done()));

    assertThat(interrupted.isComplete()).isFalse();
    assertThat(interrupted.total()).isEqualTo(600);
    assertThat(interrupted.done()).isZero();
    assertThat(told).containsExactly(500L, 500L, 600L);
    assertThat(rest.retagged()).isEqualTo(600);
    assertThat(rest.isComplete()).isTrue();
  }

  @Test
  void aSinkHasNoTags() {
    Feedback remote = Feedback.builder().survey(CSAT).sink(new Nowhere()).build();

    assertThatIllegalStateException()
        .isThrownBy(remote::tags)
        .withMessageContaining("give the builder .store(…)");
  }

  @Test
  void aPreviewShowsWhatAnotherPackWouldChangeAndChangesNothing() {
    AcceptedResponse slow = submit(before, 2, "The VPN is slow");
    submit(before, 5, "So kind");
    AcceptedResponse wifi = submit(before, 5, "Fine wifi");
    AcceptedResponse ruled = submit(before, 2, "It was slow");
    submit(before, 3, "N/A");
    before.tags().correct(ruled.id(), TagRuling.isNot("comment", "speed"), "mona");

    TagPreview preview = before.tags().preview("csat", ThemeTagger.phrases(NEW), 100);

    assertThat(preview.fromPack()).isEqualTo(OLD.id());
    assertThat(preview.toPack()).isEqualTo(NEW.id());
    assertThat(preview.comments()).isEqualTo(4);
    assertThat(preview.changed()).isEqualTo(3);
    assertThat(preview.themes()).containsOnlyKeys("kindness", "network", "speed");
    TagPreview.Effect network = preview.themes().get("network");
    assertThat(network.change()).isEqualTo(new RetagReport.Change(1, 0, 0));
    assertThat(network.gained()).singleElement().satisfies(each -> {
      assertThat(each.response()).isEqualTo(wifi.id());
      assertThat(each.text()).isEqualTo("Fine wifi");
      assertThat(each.before()).isEmpty();
      assertThat(each.after()).hasSize(1);
      assertThat(each.toString()).doesNotContain("wifi");
    });
    assertThat(preview.themes().get("speed").restated()).singleElement().satisfies(each -> {
      assertThat(each.response()).isEqualTo(slow.id());
      assertThat(each.before().get(0).polarity()).isEqualTo(Polarity.NEGATIVE);
      assertThat(each.after().get(0).polarity()).isEqualTo(Polarity.POSITIVE);
    });
    assertThat(found(slow.id()).taggings()).isEqualTo(slow.taggings());
  }

  @Test
  void aPreviewTriesTheNewestAndShowsAFewOfThem() {
    for (int i = 0; i < 620; i++) {
      submit(before, 5, "So kind");
    }

    TagPreview.Effect all =
        before.tags().preview("csat", ThemeTagger.phrases(NEW), 10_000).themes().get("kindness");
    TagPreview some = before.tags().preview("csat", ThemeTagger.phrases(NEW), 510);

    assertThat(all.change().gained()).isEqualTo(620);
    assertThat(all.gained()).hasSize(TagPreview.MAX_EXAMPLES);
    assertThat(some.comments()).isEqualTo(510);
  }

  @Test
  void aPreviewNamesMistakes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> before.tags().preview("nps", ThemeTagger.none(), 10))
        .withMessage("there is no survey 'nps'; the surveys are [csat]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> before.tags().preview("csat", ThemeTagger.none(), 10_001))
        .withMessage("newest must be between 1 and 10000, but was 10001");
  }

  @Nested
  class ByHand {

    private final AcceptedResponse slow = submit(before, 2, "The VPN is slow");
    private final Tags tags = before.tags();

    @Test
    void aThemeIsTakenAwayAndStaysAway() {
      AcceptedResponse done =
          tags.correct(slow.id(), TagRuling.isNot("comment", "network"), "mona").orElseThrow();

      assertThat(done.themes()).containsOnlyKeys("speed");
      assertThat(done.corrections())
          .containsExactly(new Correction(TagRuling.isNot("comment", "network"), "mona", now));
      after.tags().retag();
      assertThat(found(slow.id()).themes()).containsOnlyKeys("speed");
      before.tags().retag();
      assertThat(found(slow.id()).themes()).containsOnlyKeys("speed");
    }

    @Test
    void aPolarityIsCorrectedWhereThePackFindsTheTheme() {
      AcceptedResponse done = tags.correct(
              slow.id(), TagRuling.is("comment", "speed", Polarity.NEUTRAL), "mona")
          .orElseThrow();

      assertThat(done.themes().get("speed")).isEqualTo(Stance.NEUTRAL);
      assertThat(done.taggings().get("comment").tags())
          .filteredOn(each -> each.theme().equals("speed"))
          .singleElement()
          .satisfies(each -> {
            assertThat(each.place()).isEqualTo(new Tag.Span(11, 15));
            assertThat(each.source().origin()).isEqualTo(Tag.Origin.MANUAL);
          });
    }

    @Test
    void aThemeThatNoRuleFindsIsAddedToTheWholeTextOrToAPlaceOfIt() {
      AcceptedResponse other = submit(before, 1, "Never again");
      AcceptedResponse whole = tags.correct(
              other.id(), TagRuling.is("comment", "speed", Polarity.NEGATIVE), "mona")
          .orElseThrow();
      AcceptedResponse place = tags.correct(
              other.id(), TagRuling.is("comment", "speed", Polarity.NEGATIVE).at(0, 5), "ben")
          .orElseThrow();

      assertThat(whole.mentions().get("comment").get(0).end()).isEqualTo(11);
      assertThat(place.mentions().get("comment").get(0).end()).isEqualTo(5);
      assertThat(place.corrections()).extracting(Correction::actor).containsExactly("ben");
    }

    @Test
    void aRulingIsTakenBack() {
      tags.correct(slow.id(), TagRuling.isNot("comment", "network"), "mona");

      AcceptedResponse done = tags.withdraw(slow.id(), "comment", "network").orElseThrow();

      assertThat(done.taggings()).isEqualTo(slow.taggings());
      assertThat(done.corrections()).isEmpty();
    }

    @Test
    void thereIsNothingToCorrectWhereThereIsNoComment() {
      TagRuling ruling = TagRuling.isNot("comment", "network");
      AcceptedResponse nothing = submit(before, 3, "N/A");

      assertThat(tags.correct(UUID.randomUUID(), ruling, "mona")).isEmpty();
      assertThat(tags.correct(nothing.id(), ruling, "mona")).isEmpty();
      assertThat(tags.correct(slow.id(), TagRuling.isNot("satisfaction", "network"), "mona"))
          .isEmpty();
      assertThat(tags.withdraw(UUID.randomUUID(), "comment", "network")).isEmpty();
      assertThat(found(nothing.id()).corrections()).isEmpty();
    }

    @Test
    void mistakesAreNamed() {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              tags.correct(slow.id(), TagRuling.is("comment", "netwerk", Polarity.NEUTRAL), "mona"))
          .withMessage(
              "theme 'netwerk' is not in %s; its themes are [network, speed]".formatted(OLD.id()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tags.correct(
              slow.id(), TagRuling.is("comment", "speed", Polarity.NEUTRAL).at(4, 16), "mona"))
          .withMessage(
              "place must be in the text of 15 UTF-16 units and cut no character, but was 4 to 16");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tags.correct(slow.id(), TagRuling.isNot("comment", "speed"), " "))
          .withMessage("actor must have 1 to 200 characters and not be blank, but has 1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TagRuling.isNot("comment", "Speed"))
          .withMessage("theme must match [a-z0-9-]{1,64}, but was 'Speed'");
    }

    @Test
    void aPlaceCutsNoCharacter() {
      AcceptedResponse emoji = submit(before, 1, "VPN \ud83d\ude21");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> tags.correct(
              emoji.id(), TagRuling.is("comment", "speed", Polarity.NEUTRAL).at(0, 5), "mona"));
    }

    @Test
    void aResponseHasAHundredCorrectionsAndNoMore() {
      for (int i = 0; i < Correction.MAX_IN_RESPONSE; i++) {
        assertThat(tags.correct(slow.id(), TagRuling.isNot("comment", "theme-" + i), "mona"))
            .isPresent();
      }

      assertThat(tags.correct(slow.id(), TagRuling.isNot("comment", "theme-7"), "ben"))
          .isPresent();
      assertThatIllegalStateException()
          .isThrownBy(() -> tags.correct(slow.id(), TagRuling.isNot("comment", "one-more"), "mona"))
          .withMessageContaining("at most 100 corrections");
    }
  }

  private AcceptedResponse submit(Feedback node, int rating, String comment) {
    Decision decision =
        node.ask(Touchpoint.of("ticket.closed", "person-" + ++tickets).subject("INC-" + tickets));
    Response response = Response.to(((Decision.Ask) decision).invitation())
        .rate("satisfaction", rating)
        .locale(Locale.ENGLISH)
        .comment(comment);
    node.submit(response).orElseThrow();
    return found(response.id());
  }

  private AcceptedResponse found(UUID id) {
    return Objects.requireNonNull(store.find(id));
  }

  private static final class Nowhere implements ResponseSink {

    @Override
    public Kept append(AcceptedResponse response) {
      return Kept.STORED;
    }

    @Override
    public void record(ContactEvent event) {}

    @Override
    public int erase(RespondentKey respondent) {
      return 0;
    }
  }
}
