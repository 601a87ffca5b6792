package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.response.CommentFilter.Position;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store must do for figures of groups and for lists of comments. */
abstract class ResponseGroupsContract extends ResponseStoreFixture {

  @Test
  void groupsByTheValuesOfADimensionWithThePeopleBehindThem() {
    AcceptedResponse anna = rated("anna", "Network", 1);
    AcceptedResponse again = rated("anna", "Network", 1);
    AcceptedResponse ben = rated("ben", "Network", 4);
    AcceptedResponse cleo = rated("cleo", "Desktop", 5);

    List<RatingGroup> groups = store().ratingsBy(ALL, "satisfaction", "team");

    assertThat(again.invitation().respondent()).isEqualTo(anna.invitation().respondent());
    assertThat(groups).extracting(RatingGroup::value).containsExactly("Desktop", "Network");
    assertThat(groups.get(0).ratings()).containsExactly(new RatingCount(1, 5, 1, 1));
    assertThat(groups.get(0).persons()).containsExactly(cleo.invitation().respondent());
    assertThat(groups.get(1).ratings())
        .containsExactlyInAnyOrder(new RatingCount(1, 1, 1, 2), new RatingCount(1, 4, 1, 1));
    assertThat(groups.get(1).persons())
        .containsExactlyInAnyOrder(
            anna.invitation().respondent(), ben.invitation().respondent());
  }

  @Test
  void theGroupOfWhatHasNoValueIsAnEmptyTextAndCanBeFilteredFor() {
    rated("anna", "Network", 1);
    store().append(accepted(Response.to(inviteWithoutTeam("ben")).rate("satisfaction", 3)));

    assertThat(store().ratingsBy(ALL, "satisfaction", "team"))
        .extracting(RatingGroup::value)
        .containsExactly("", "Network");
    assertThat(store().ratings(by("team", ""), "satisfaction"))
        .containsExactly(new RatingCount(1, 3, 1, 1));
    assertThat(store().ratings(either("", "Network"), "satisfaction")).hasSize(2);
    assertThat(store().newest(by("team", ""), 10)).hasSize(1);
  }

  @Test
  void groupsByEveryDimensionThatThereIs() {
    rated("anna", "Network", 2);

    for (String dimension : Accountability.DIMENSIONS) {
      assertThat(store().ratingsBy(ALL, "satisfaction", dimension))
          .as(dimension)
          .singleElement()
          .satisfies(group -> assertThat(group.persons()).hasSize(1));
    }
    assertThatThrownBy(() -> store().ratingsBy(ALL, "satisfaction", "floor"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("floor");
  }

  @Test
  void groupsObeyTheFilter() {
    rated("anna", "Network", 1);
    fake.time().advance(Duration.ofDays(1));
    Instant later = fake.time().instant();
    rated("ben", "Network", 2);
    rated("cleo", "Desktop", 3);
    ResponseFilter filter =
        new ResponseFilter("ticket-csat", later, null, Map.of("channel", Set.of("portal")));

    assertThat(store().ratingsBy(filter, "satisfaction", "team"))
        .extracting(RatingGroup::value, each -> each.persons().size())
        .containsExactly(tuple("Desktop", 1), tuple("Network", 1));
    assertThat(store().ratingsBy(filter, "effort", "team")).isEmpty();
    assertThat(store().ratingsBy(by("team", "Desktop"), "satisfaction", "team"))
        .extracting(RatingGroup::value)
        .containsExactly("Desktop");
  }

  @Test
  void aNewVersionOfASurveyIsAGroupOfItsOwn() {
    rated("anna", "Network", 1);
    FakeFeedback next = FakeFeedback.seeded(
        7, ContactRules.none(), Surveys.csat("ticket-csat").withVersion(2).on("ticket.closed"));
    Invitation invitation = next.invite(
        Touchpoint.of("ticket.closed", "ben").subject("INC-7").accountable(a -> a.team("Network")));
    next.feedback().submit(Response.to(invitation).rate("satisfaction", 5)).orElseThrow();
    next.responses().forEach(store()::append);

    assertThat(store().ratingsBy(ALL, "satisfaction", "team"))
        .extracting(RatingGroup::surveyVersion, each -> each.persons().size())
        .containsExactly(tuple(1, 1), tuple(2, 1));
  }

  @Test
  void namesNoMorePeopleThanAreNeededToKnowThatAGroupIsNotSmall() {
    for (int i = 0; i < RatingGroup.MAX_PERSONS + 5; i++) {
      rated("person-" + i, "Network", 4);
    }

    assertThat(store().ratingsBy(ALL, "satisfaction", "team")).singleElement().satisfies(group -> {
      assertThat(group.persons()).hasSize(RatingGroup.MAX_PERSONS);
      assertThat(group.ratings())
          .containsExactly(new RatingCount(1, 4, 1, RatingGroup.MAX_PERSONS + 5));
    });
  }

  @Test
  void groupsByPeriodFromTheFirstDayOn() {
    LocalDate monday = LocalDate.ofInstant(fake.time().instant(), ZoneOffset.UTC);
    List<Integer> days = List.of(0, 1, 2, 5, 6, 13);
    for (int day = 0; day < 14; day++) {
      if (days.contains(day)) {
        rated("person-" + day, "Network", 1 + day % 5);
      }
      fake.time().advance(Duration.ofDays(1));
    }

    List<RatingGroup> groups =
        store().ratingsByPeriod(ALL, "satisfaction", new Periods(monday.plusDays(1), 5));

    assertThat(groups)
        .extracting(RatingGroup::value, each -> each.persons().size())
        .containsExactly(
            tuple(monday.plusDays(1).toString(), 3),
            tuple(monday.plusDays(6).toString(), 1),
            tuple(monday.plusDays(11).toString(), 1));
    assertThat(groups.get(0).ratings())
        .containsExactlyInAnyOrder(
            new RatingCount(1, 2, 1, 1), new RatingCount(1, 3, 1, 1), new RatingCount(1, 1, 1, 1));
  }

  @Test
  void periodsObeyTheFilterToTheInstant() {
    Instant start = fake.time().instant();
    LocalDate first = LocalDate.ofInstant(start, ZoneOffset.UTC);
    for (int hour = 0; hour < 48; hour += 6) {
      rated("person-" + hour, hour < 24 ? "Network" : "Desktop", 3);
      fake.time().advance(Duration.ofHours(6));
    }
    ResponseFilter filter = new ResponseFilter(
        "ticket-csat",
        start.plus(Duration.ofHours(6)),
        start.plus(Duration.ofHours(18)),
        Map.of("team", Set.of("Network")));

    List<RatingGroup> groups =
        store().ratingsByPeriod(filter, "satisfaction", new Periods(first.minusDays(3), 400));

    assertThat(groups).singleElement().satisfies(group -> {
      assertThat(group.value()).isEqualTo(first.minusDays(3).toString());
      assertThat(group.ratings()).containsExactly(new RatingCount(1, 3, 1, 2));
      assertThat(group.persons()).hasSize(2);
    });
  }

  @Test
  void erasureTakesAPersonOutOfTheGroups() {
    AcceptedResponse anna = rated("anna", "Network", 1);
    AcceptedResponse ben = rated("ben", "Network", 1);

    store().erase(anna.invitation().respondent());

    assertThat(store().ratingsBy(ALL, "satisfaction", "team")).singleElement().satisfies(group -> {
      assertThat(group.persons()).containsExactly(ben.invitation().respondent());
      assertThat(group.ratings()).containsExactly(new RatingCount(1, 1, 1, 1));
    });
  }

  @Test
  void listsResponsesWithATextOnly() {
    rated("anna", "Network", 4);
    AcceptedResponse with = commented("ben", 4, "Quick and kind");

    assertThat(store().comments(CommentFilter.of(ALL), 10))
        .extracting(AcceptedResponse::id)
        .containsExactly(with.id());
  }

  @Test
  void listsCommentsByRatingAndTheme() {
    AcceptedResponse kind = commented("anna", 5, "Quick and kind");
    AcceptedResponse slow = commented("ben", 1, "The VPN is slow");
    commented("cleo", 3, "N/A");
    CommentFilter all = CommentFilter.of(ALL);

    assertThat(kind.mentions()).isNotEmpty();
    assertThat(ids(all.rated("satisfaction", 4, 5))).containsExactly(kind.id());
    assertThat(ids(all.rated("satisfaction", 1, 3))).hasSize(2);
    assertThat(ids(all.rated("effort", 1, 5))).isEmpty();
    assertThat(ids(all.theme("network"))).containsExactly(slow.id());
    assertThat(ids(all.theme("network").rated("satisfaction", 4, 5))).isEmpty();
    assertThat(ids(CommentFilter.of(by("team", "Desktop")))).isEmpty();
  }

  @Test
  void pagesThroughCommentsWithoutLossAlsoWithinOneInstant() {
    List<UUID> given = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      given.add(commented("person-" + i, 4, "Comment " + i).id());
      if (i % 8 == 7) {
        fake.time().advance(Duration.ofNanos(1));
      }
    }

    List<UUID> read = new ArrayList<>();
    CommentFilter filter = CommentFilter.of(ALL);
    List<AcceptedResponse> page = store().comments(filter, 5);
    while (!page.isEmpty()) {
      page.forEach(each -> read.add(each.id()));
      page = store().comments(filter.before(Position.of(page.get(page.size() - 1))), 5);
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(given);
    assertThat(read.subList(0, 8)).containsExactlyInAnyOrderElementsOf(given.subList(16, 24));
  }

  private List<UUID> ids(CommentFilter filter) {
    return store().comments(filter, 10).stream().map(AcceptedResponse::id).toList();
  }

  private AcceptedResponse rated(String respondent, String team, int rating) {
    AcceptedResponse response =
        accepted(Response.to(invite(respondent, team)).rate("satisfaction", rating));
    store().append(response);
    return response;
  }

  private AcceptedResponse commented(String respondent, int rating, String comment) {
    AcceptedResponse response = accepted(
        Response.to(invite(respondent, "Network")).rate("satisfaction", rating).comment(comment));
    store().append(response);
    return response;
  }

  private Invitation inviteWithoutTeam(String respondent) {
    return fake.invite(Touchpoint.of("ticket.closed", respondent).subject("INC-0"));
  }

  private static ResponseFilter either(String... teams) {
    return new ResponseFilter("ticket-csat", null, null, Map.of("team", Set.of(teams)));
  }
}
