package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.response.Correction;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseSink.Kept;
import io.github.feedback4j.response.RetagFilter;
import io.github.feedback4j.response.Retagged;
import io.github.feedback4j.response.Retagging;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemeTagger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every store must do for tags that are made anew and for those that are made by hand. */
abstract class ResponseTagsContract extends ResponseStoreFixture {

  private static final ThemePack PACK = ThemePack.of(
      "contract",
      7,
      Theme.of("kindness").phrases("en", "kind"),
      Theme.of("network").phrases("en", "vpn").negative("en", "kept dropping"));

  private final Retagging retagging =
      new Retagging(SurveyCatalog.of(fake.feedback().surveys()), ThemeTagger.phrases(PACK), true);
  private final RetagFilter outdated = retagging.outdated(ALL);

  @Test
  void tagsAgainWhatAnotherPackHasTagged() {
    AcceptedResponse slow = commented("anna", 1, "The VPN is slow");
    AcceptedResponse kind = commented("ben", 5, "Quick and kind");
    AcceptedResponse nothing = commented("cleo", 3, "N/A");
    store().append(accepted(Response.to(invite("dora", "Network")).rate("satisfaction", 4)));
    assertThat(store().count(outdated)).isEqualTo(3);

    Retagged done = store().retag(outdated, 10, retagging::retag);

    assertThat(done.candidates()).isEqualTo(3);
    assertThat(done.changes())
        .extracting(each -> each.before().id())
        .containsExactlyInAnyOrder(slow.id(), kind.id(), nothing.id());
    assertThat(found(slow).taggings()).isEqualTo(retagging.retag(slow).taggings());
    assertThat(found(slow).themePack()).isEqualTo(PACK.id());
    assertThat(found(slow).themes().keySet()).containsExactly("network");
    assertThat(found(nothing).themePack()).isEqualTo(PACK.id());
    assertThat(store().count(outdated)).isZero();
    assertThat(store().retag(outdated, 10, retagging::retag))
        .isEqualTo(new Retagged(0, List.of(), null));
  }

  @Test
  void whatIsNoTagStaysAsItIs() {
    AcceptedResponse slow = commented("anna", 1, "The VPN is slow");

    store().retag(outdated, 10, retagging::retag);

    AcceptedResponse found = found(slow);
    assertThat(found.answers()).isEqualTo(slow.answers());
    assertThat(found.invitation()).isEqualTo(slow.invitation());
    assertThat(found.revision()).isEqualTo(slow.revision());
    assertThat(found.answeredAt()).isEqualTo(slow.answeredAt());
    assertThat(found.locale()).isEqualTo(slow.locale());
    assertThat(found.redactions()).isEqualTo(slow.redactions());
    assertThat(store().append(slow)).isEqualTo(Kept.DUPLICATE);
    assertThat(found(slow).themePack()).isEqualTo(PACK.id());
  }

  @Test
  void theCountsOfThemesAreThoseOfTheNewTags() {
    commented("anna", 1, "The VPN is slow");
    commented("ben", 1, "My VPN is slow too");
    AcceptedResponse kind = commented("cleo", 5, "Quick and kind");

    store().retag(outdated, 10, retagging::retag);

    List<RatingGroup> groups = store().ratingsByThemes(ALL, "satisfaction");
    assertThat(groups)
        .extracting(RatingGroup::values)
        .containsExactly(List.of("kindness"), List.of("network"));
    assertThat(groups.get(1).ratings()).containsExactly(new RatingCount(1, 1, 1, 2));
    assertThat(groups.get(1).persons().size()).isEqualTo(2);
    assertThat(store().ratings(ALL, "satisfaction")).hasSize(2);
    assertThat(store().comments(CommentFilter.of(ALL).theme("kindness"), 10))
        .extracting(AcceptedResponse::id)
        .containsExactly(kind.id());
    assertThat(store().comments(CommentFilter.of(ALL).theme("speed"), 10)).isEmpty();
  }

  @Test
  void aListIsOfOneWholeTheme() {
    commented("anna", 5, "Kind people, good VPN");
    store().retag(outdated, 10, retagging::retag);
    CommentFilter all = CommentFilter.of(ALL);

    assertThat(store().comments(all.theme("kindness"), 10)).hasSize(1);
    assertThat(store().comments(all.theme("network"), 10)).hasSize(1);
    assertThat(store().comments(all.theme("kindness network"), 10)).isEmpty();
    assertThat(store().comments(all.theme("net"), 10)).isEmpty();
    assertThat(store().comments(all.theme(""), 10)).isEmpty();
  }

  @Test
  void goesThroughAllOfThemInBatches() {
    List<UUID> given = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      given.add(commented("person-" + i, 4, "The VPN, number " + i).id());
      if (i % 5 == 4) {
        fake.time().advance(Duration.ofDays(1));
      }
    }

    List<UUID> read = new ArrayList<>();
    Retagged batch = store().retag(outdated, 4, retagging::retag);
    while (batch.last() != null) {
      assertThat(batch.candidates()).isBetween(1, 4);
      batch.changes().forEach(each -> read.add(each.after().id()));
      batch = store().retag(outdated.before(batch.last()), 4, retagging::retag);
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(given);
    assertThat(read.subList(0, 3)).containsExactlyInAnyOrderElementsOf(given.subList(10, 13));
  }

  @Test
  void aBatchHasBounds() {
    for (int limit : new int[] {0, Retagged.MAX_BATCH + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store().retag(outdated, limit, retagging::retag))
          .withMessage("limit must be between 1 and 1000, but was " + limit);
    }
  }

  @Test
  void aTaggerThatFailsLeavesTheWholeBatchAsItWas() {
    AcceptedResponse one = commented("anna", 1, "The VPN is slow");
    AcceptedResponse two = commented("ben", 1, "Quick and kind");
    Set<UUID> seen = new HashSet<>();

    assertThatThrownBy(() -> store().retag(outdated, 10, each -> {
          if (!seen.isEmpty()) {
            throw new IllegalStateException("out of order");
          }
          seen.add(each.id());
          return retagging.retag(each);
        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(found(one).taggings()).isEqualTo(one.taggings());
    assertThat(found(two).taggings()).isEqualTo(two.taggings());
    assertThat(store().count(outdated)).isEqualTo(2);
  }

  @Test
  void ofManyWhoTagTheSameAtOnceEachResponseIsChangedByOne() throws Exception {
    for (int i = 0; i < 12; i++) {
      commented("person-" + i, 4, "The VPN");
    }
    List<Callable<List<UUID>>> nodes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      nodes.add(() -> store().retag(outdated, 12, retagging::retag).changes().stream()
          .map(each -> each.after().id())
          .toList());
    }

    List<UUID> changed = AtOnce.run(nodes).stream().flatMap(List::stream).toList();

    assertThat(changed).hasSize(12).doesNotHaveDuplicates();
    assertThat(store().ratingsByThemes(ALL, "satisfaction"))
        .singleElement()
        .satisfies(
            group -> assertThat(group.ratings()).containsExactly(new RatingCount(1, 4, 1, 12)));
  }

  @Test
  void keepsCorrectionsWithWhoMadeThemAndWhen() {
    AcceptedResponse slow = commented("anna", 1, "The VPN is slow");
    Correction not = correction(TagRuling.isNot("comment", "network"));
    Correction kind =
        correction(TagRuling.is("comment", "kindness", Polarity.NEGATIVE).at(4, 7));

    store().retag(slow.id(), each -> retagging.correct(each, not));
    Retagged.Change done = store().retag(slow.id(), each -> retagging.correct(each, kind));

    AcceptedResponse found = found(slow);
    assertThat(found.corrections()).containsExactly(not, kind);
    assertThat(found.taggings()).isEqualTo(Objects.requireNonNull(done).after().taggings());
    assertThat(Objects.requireNonNull(found.taggings().get("comment")).tags())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.theme()).isEqualTo("kindness");
          assertThat(each.source().origin()).isEqualTo(Tag.Origin.MANUAL);
          assertThat(each.place()).isEqualTo(new Tag.Span(4, 7));
        });
    assertThat(store().ratingsByThemes(ALL, "satisfaction"))
        .extracting(RatingGroup::values)
        .containsExactly(List.of("kindness"));
  }

  @Test
  void correctionsSurviveTagsThatAreMadeAnew() {
    AcceptedResponse slow = commented("anna", 1, "The VPN is slow");
    Correction not = correction(TagRuling.isNot("comment", "network"));
    store().retag(slow.id(), each -> each);
    Retagging older = new Retagging(
        SurveyCatalog.of(fake.feedback().surveys()),
        ThemeTagger.phrases(ThemePack.of("older", 1, Theme.of("network").phrases("en", "slow"))),
        true);
    store().retag(slow.id(), each -> older.correct(each, not));

    store().retag(outdated, 10, retagging::retag);

    assertThat(found(slow).themePack()).isEqualTo(PACK.id());
    assertThat(found(slow).themes()).isEmpty();
    assertThat(found(slow).corrections()).containsExactly(not);

    store().retag(slow.id(), each -> retagging.withdraw(each, "comment", "network"));

    assertThat(found(slow).themes().keySet()).containsExactly("network");
    assertThat(found(slow).corrections()).isEmpty();
  }

  @Test
  void correctionsStayWithTheWordsThatTheyAreAbout() {
    Response first =
        Response.to(invite("anna", "Network")).rate("satisfaction", 1).comment("The VPN is slow");
    AcceptedResponse slow = accepted(first);
    store().append(slow);
    Correction not = correction(TagRuling.isNot("comment", "network"));
    store().retag(slow.id(), each -> retagging.correct(each, not));

    store().append(accepted(first.rate("satisfaction", 2).revision(2)));

    assertThat(found(slow).revision()).isEqualTo(2);
    assertThat(found(slow).corrections()).containsExactly(not);
    assertThat(found(slow).themes()).doesNotContainKey("network");

    store().append(accepted(first.comment("The VPN was slow").revision(3)));

    assertThat(found(slow).corrections()).isEmpty();
    assertThat(found(slow).themes()).containsKey("network");
    assertThat(store().erase(slow.invitation().respondent())).isEqualTo(1);
    assertThat(store().ratingsByThemes(ALL, "satisfaction")).isEmpty();
  }

  @Test
  void thereIsNothingToTagUnderAnUnknownId() {
    assertThat(store().retag(UUID.randomUUID(), each -> each)).isNull();
  }

  private static Correction correction(TagRuling ruling) {
    return new Correction(ruling, "manager-7", Instant.parse("2026-02-03T04:05:06.000000007Z"));
  }

  private AcceptedResponse found(AcceptedResponse response) {
    return Objects.requireNonNull(store().find(response.id()));
  }

  private AcceptedResponse commented(String respondent, int rating, String comment) {
    AcceptedResponse response = accepted(
        Response.to(invite(respondent, "Network")).rate("satisfaction", rating).comment(comment));
    store().append(response);
    return response;
  }
}
