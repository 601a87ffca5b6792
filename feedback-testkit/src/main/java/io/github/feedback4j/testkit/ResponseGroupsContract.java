package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Breakdown;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store must do for figures of groups and for lists of comments. */
abstract class ResponseGroupsContract extends ResponseTagsContract {

  @Test
  void groupsByTheValuesOfADimensionWithThePeopleBehindThem() {
    AcceptedResponse anna = rated("anna", "Network", 1);
    AcceptedResponse again = rated("anna", "Network", 1);
    AcceptedResponse ben = rated("ben", "Network", 4);
    AcceptedResponse cleo = rated("cleo", "Desktop", 5);

    List<RatingGroup> groups = store().ratingsBy(ALL, "satisfaction", Breakdown.by("team"));

    assertThat(again.invitation().respondent()).isEqualTo(anna.invitation().respondent());
    assertThat(groups).extracting(RatingGroup::value).containsExactly("Desktop", "Network");
    assertThat(groups.get(0).ratings()).containsExactly(new RatingCount(1, 5, 1, 1));
    assertThat(groups.get(0).persons()).isEqualTo(persons(cleo));
    assertThat(groups.get(1).ratings())
        .containsExactlyInAnyOrder(new RatingCount(1, 1, 1, 2), new RatingCount(1, 4, 1, 1));
    assertThat(groups.get(1).persons()).isEqualTo(persons(anna, ben));
  }

  @Test
  void theGroupOfWhatHasNoValueIsAnEmptyTextAndCanBeFilteredFor() {
    rated("anna", "Network", 1);
    store().append(accepted(Response.to(inviteWithoutTeam("ben")).rate("satisfaction", 3)));

    assertThat(store().ratingsBy(ALL, "satisfaction", Breakdown.by("team")))
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
      assertThat(store().ratingsBy(ALL, "satisfaction", Breakdown.by(dimension)))
          .as(dimension)
          .singleElement()
          .satisfies(group -> assertThat(group.persons().size()).isEqualTo(1));
    }
    assertThatThrownBy(() -> store().ratingsBy(ALL, "satisfaction", Breakdown.by("floor")))
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

    assertThat(store().ratingsBy(filter, "satisfaction", Breakdown.by("team")))
        .extracting(RatingGroup::value, each -> each.persons().size())
        .containsExactly(tuple("Desktop", 1), tuple("Network", 1));
    assertThat(store().ratingsBy(filter, "effort", Breakdown.by("team"))).isEmpty();
    assertThat(store().ratingsBy(by("team", "Desktop"), "satisfaction", Breakdown.by("team")))
        .extracting(RatingGroup::value)
        .containsExactly("Desktop");
  }

  @Test
  void theTotalOfManyPeopleIsThatOfTheirGroups() {
    Instant start = fake.time().instant();
    for (int i = 0; i < 2 * PersonSketch.CAPACITY; i++) {
      fake.time().advance(Duration.ofHours(5));
      rated("person-" + i, i % 3 == 0 ? "Network" : "Desktop", 1 + i % 5);
    }
    ResponseFilter middle = new ResponseFilter(
        "ticket-csat",
        start.plus(Duration.ofHours(12)),
        start.plus(Duration.ofHours(188)),
        Map.of());

    assertThat(store().ratingsBy(middle, "satisfaction", Breakdown.none()))
        .singleElement()
        .satisfies(total -> {
          assertThat(total.persons().isFull()).isTrue();
          assertThat(total.ratings())
              .containsExactlyInAnyOrderElementsOf(store().ratings(middle, "satisfaction"));
          assertThat(total.ratings().stream().mapToLong(RatingCount::count).sum())
              .isEqualTo(35)
              .isEqualTo(store().ratingsBy(middle, "satisfaction", Breakdown.by("team")).stream()
                  .flatMap(each -> each.ratings().stream())
                  .mapToLong(RatingCount::count)
                  .sum());
        });
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

    assertThat(store().ratingsBy(ALL, "satisfaction", Breakdown.by("team")))
        .extracting(RatingGroup::surveyVersion, each -> each.persons().size())
        .containsExactly(tuple(1, 1), tuple(2, 1));
  }

  @Test
  void countsNoMorePeopleThanAreNeededToKnowThatAGroupIsNotSmall() {
    for (int i = 0; i < PersonSketch.CAPACITY + 5; i++) {
      rated("person-" + i, "Network", 4);
    }

    assertThat(store().ratingsBy(ALL, "satisfaction", Breakdown.by("team")))
        .singleElement()
        .satisfies(group -> {
          assertThat(group.persons().isFull()).isTrue();
          assertThat(group.ratings())
              .containsExactly(new RatingCount(1, 4, 1, PersonSketch.CAPACITY + 5));
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

    List<RatingGroup> groups = store()
        .ratingsBy(ALL, "satisfaction", Breakdown.none().over(new Periods(monday.plusDays(1), 5)));

    assertThat(groups)
        .extracting(RatingGroup::period, each -> each.persons().size())
        .containsExactly(
            tuple(monday.plusDays(1), 3),
            tuple(monday.plusDays(6), 1),
            tuple(monday.plusDays(11), 1));
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

    List<RatingGroup> groups = store()
        .ratingsBy(
            filter, "satisfaction", Breakdown.none().over(new Periods(first.minusDays(3), 400)));

    assertThat(groups).singleElement().satisfies(group -> {
      assertThat(group.period()).isEqualTo(first.minusDays(3));
      assertThat(group.ratings()).containsExactly(new RatingCount(1, 3, 1, 2));
      assertThat(group.persons().size()).isEqualTo(2);
    });
  }

  @Test
  void erasureTakesAPersonOutOfTheGroups() {
    AcceptedResponse anna = rated("anna", "Network", 1);
    AcceptedResponse ben = rated("ben", "Network", 1);

    store().erase(anna.invitation().respondent());

    assertThat(store().ratingsBy(ALL, "satisfaction", Breakdown.by("team")))
        .singleElement()
        .satisfies(group -> {
          assertThat(group.persons()).isEqualTo(persons(ben));
          assertThat(group.ratings()).containsExactly(new RatingCount(1, 1, 1, 1));
        });
  }

  @Test
  void somebodyWhoLeavesAFullGroupIsReplacedByWhoElseIsInIt() {
    AcceptedResponse anna = rated("anna", "Network", 4);
    for (int i = 0; i < PersonSketch.CAPACITY; i++) {
      rated("person-" + i, "Network", 4);
    }

    store().erase(anna.invitation().respondent());

    assertThat(store().ratingsBy(ALL, "satisfaction", Breakdown.by("team")))
        .singleElement()
        .satisfies(group -> {
          assertThat(group.persons().isFull()).isTrue();
          assertThat(group.ratings())
              .containsExactly(new RatingCount(1, 4, 1, PersonSketch.CAPACITY));
        });
  }

  @Test
  void countsEachCombinationOfValuesAndPeriodsApart() {
    LocalDate today = LocalDate.ofInstant(fake.time().instant(), ZoneOffset.UTC);
    rated("anna", "Network", 1);
    rated("ben", "Desktop", 2);
    fake.time().advance(Duration.ofDays(1));
    rated("anna", "Network", 3);
    store().append(accepted(Response.to(inviteWithoutTeam("cleo")).rate("satisfaction", 4)));

    List<RatingGroup> groups = store()
        .ratingsBy(
            ALL, "satisfaction", Breakdown.by("channel", "team").over(new Periods(today, 1)));

    assertThat(groups)
        .extracting(
            RatingGroup::values,
            RatingGroup::period,
            each -> each.ratings().get(0).value())
        .containsExactly(
            tuple(List.of("", ""), today.plusDays(1), 4),
            tuple(List.of("portal", "Desktop"), today, 2),
            tuple(List.of("portal", "Network"), today, 1),
            tuple(List.of("portal", "Network"), today.plusDays(1), 3));
    assertThatThrownBy(() -> groups.get(0).value()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aBreakdownByNothingIsOneGroup() {
    rated("anna", "Network", 1);
    rated("anna", "Desktop", 5);

    assertThat(store().ratingsBy(ALL, "satisfaction", Breakdown.none()))
        .singleElement()
        .satisfies(group -> {
          assertThat(group.values()).isEmpty();
          assertThat(group.ratings()).hasSize(2);
          assertThat(group.persons().size()).isEqualTo(1);
        });
  }

  @Test
  void countsRatingsApartForEachSetOfThemesThatIsMentionedTogether() {
    AcceptedResponse kind = commented("anna", 5, "Quick and kind");
    commented("ben", 5, "Quick and kind, so quick");
    AcceptedResponse slow = commented("cleo", 1, "The VPN is slow");
    commented("dora", 3, "Lorem ipsum");
    rated("emil", "Network", 4);
    commented("fay", 2, "N/A");
    commented("gus", 2, "Néant.");

    List<RatingGroup> groups = store().ratingsByThemes(ALL, "satisfaction");

    List<String> ofKind = List.copyOf(kind.themes().keySet());
    List<String> ofSlow = List.copyOf(slow.themes().keySet());
    assertThat(ofKind).isNotEqualTo(ofSlow);
    assertThat(groups)
        .extracting(RatingGroup::values, each -> each.ratings().get(0))
        .containsExactlyInAnyOrder(
            tuple(List.of(), new RatingCount(1, 3, 1, 1)),
            tuple(ofKind, new RatingCount(1, 5, 1, 2)),
            tuple(ofSlow, new RatingCount(1, 1, 1, 1)));
    assertThat(groups.get(0).values()).isEmpty();
    assertThat(store().ratingsByThemes(by("team", "Desktop"), "satisfaction")).isEmpty();
    assertThat(store().ratingsByThemes(ALL, "effort")).isEmpty();
  }

  private static PersonSketch persons(AcceptedResponse... responses) {
    return PersonSketch.of(
        Arrays.stream(responses).map(each -> each.invitation().respondent()).toList());
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
  void anAnswerThatSaysThatThereIsNothingToSayIsNoComment() {
    for (String each : List.of("N/A", "RAS", "-", "néant", "No comment")) {
      commented("person-" + each.length(), 2, each);
    }
    AcceptedResponse with = commented("ben", 2, "No comment from me on the printer");

    assertThat(ids(CommentFilter.of(ALL))).containsExactly(with.id());
    assertThat(store().ratingsByThemes(ALL, "satisfaction"))
        .singleElement()
        .satisfies(
            group -> assertThat(group.ratings()).containsExactly(new RatingCount(1, 2, 1, 1)));
    assertThat(store().newest(ALL, 10)).hasSize(6);
    assertThat(store().ratings(ALL, "satisfaction")).containsExactly(new RatingCount(1, 2, 1, 6));
  }

  @Test
  void aCommentThatBecomesEmptyLeavesTheCountsOfThemes() {
    Response slow =
        Response.to(invite("anna", "Network")).rate("satisfaction", 1).comment("The VPN is slow");
    store().append(accepted(slow));
    commented("ben", 5, "Quick and kind");

    store().append(accepted(slow.comment("N/A").revision(2)));

    assertThat(store().ratingsByThemes(ALL, "satisfaction"))
        .singleElement()
        .satisfies(
            group -> assertThat(group.ratings()).containsExactly(new RatingCount(1, 5, 1, 1)));
  }

  @Test
  void listsCommentsByRatingAndTheme() {
    AcceptedResponse kind = commented("anna", 5, "Quick and kind");
    AcceptedResponse slow = commented("ben", 1, "The VPN is slow");
    commented("cleo", 3, "Lorem ipsum");
    CommentFilter all = CommentFilter.of(ALL);

    assertThat(kind.mentions()).isNotEmpty();
    assertThat(ids(all.rated("satisfaction", 4, 5))).containsExactly(kind.id());
    assertThat(ids(all.rated("satisfaction", 1, 3))).hasSize(2);
    assertThat(ids(all.rated("effort", 1, 5))).isEmpty();
    assertThat(ids(all.theme("network"))).containsExactly(slow.id());
    assertThat(ids(all.theme("net"))).isEmpty();
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
