package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Dismissal;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.Breakdown;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.response.ContactCounts;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseSink.Kept;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.Polarity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ResponseStore} must do; extend it and return a store that is empty at the start
 * of each test.
 *
 * @since 0.1
 */
public abstract class ResponseStoreContract extends ResponseGroupsContract {

  /** Creates the contract; JUnit does this for each test. */
  protected ResponseStoreContract() {}

  @Test
  void findsWhatItKept() {
    AcceptedResponse response =
        accepted(Response.to(invite("anna", "Network")).rate("satisfaction", 4));

    assertThat(store().append(response)).isEqualTo(Kept.STORED);

    assertSame(store().find(response.id()), response);
  }

  @Test
  void findsNothingUnderAnUnknownId() {
    assertThat(store().find(UUID.randomUUID())).isNull();
  }

  @Test
  void keepsEveryPartOfAResponse() {
    Invitation invitation = invite("anna", "Réseau");
    fake.time().advance(Duration.ofDays(15));
    AcceptedResponse response = accepted(Response.to(invitation)
        .rate("satisfaction", 2)
        .comment("Le VPN est lent \ud83d\ude21, écrivez à anna@example.org")
        .locale(Locale.CANADA_FRENCH)
        .revision(3));

    store().append(response);

    AcceptedResponse found = store().find(response.id());
    assertSame(found, response);
    assertThat(response.isLate()).isTrue();
    assertThat(Objects.requireNonNull(response.taggings().get("comment")).tags())
        .anyMatch(each -> each.polarity() != Polarity.NEUTRAL);
    assertThat(response.redactions()).isNotEmpty();
  }

  @Test
  void keepsAnswersOfEveryType() {
    FakeFeedback every = EveryQuestion.feedback();
    Response response = EveryQuestion.answer(every);
    every.feedback().submit(response).orElseThrow();
    AcceptedResponse accepted = every.responses().get(0);

    assertThat(store().append(accepted)).isEqualTo(Kept.STORED);

    assertSame(store().find(response.id()), accepted);
    assertThat(accepted.invitation().attributes().asMap()).containsOnlyKeys("vip", "tags");
    assertThat(store().comments(CommentFilter.of(EveryQuestion.FILTER), 10)).hasSize(1);
    assertThat(store().ratings(EveryQuestion.FILTER, "expected"))
        .containsExactly(new RatingCount(1, 5, 1, 1));
    assertThat(store().ratings(EveryQuestion.FILTER, "aspects")).isEmpty();
  }

  @Test
  void aHigherRevisionTakesEveryPartOfALowerOneAway() {
    FakeFeedback every = EveryQuestion.feedback();
    Response response = EveryQuestion.answer(every);
    every.feedback().submit(response).orElseThrow();
    Response changed = Response.to(response.invitation())
        .withId(response.id())
        .revision(2)
        .rate("satisfaction", 5)
        .chooseAll("devices", "phone");
    every.feedback().submit(changed).orElseThrow();

    every.responses().forEach(store()::append);

    AcceptedResponse found = Objects.requireNonNull(store().find(response.id()));
    assertThat(found.answers())
        .containsExactly(
            new Answer.Rating("satisfaction", 5), new Answer.Choices("devices", List.of("phone")));
  }

  @Test
  void wordsBesideAnOpenOptionAreAComment() {
    FakeFeedback every = EveryQuestion.feedback();
    every
        .feedback()
        .submit(Response.to(every.invite(Touchpoint.of("ticket.closed", "anna")))
            .with(new Answer.Choice("channel", "other", "by fax")))
        .orElseThrow();
    every
        .feedback()
        .submit(Response.to(every.invite(Touchpoint.of("ticket.closed", "ben")))
            .choose("channel", "phone"))
        .orElseThrow();

    every.responses().forEach(store()::append);

    assertThat(store().comments(CommentFilter.of(EveryQuestion.FILTER), 10))
        .singleElement()
        .satisfies(each -> assertThat(each.answers())
            .containsExactly(new Answer.Choice("channel", "other", "by fax")));
  }

  @Test
  void aResponseThatIsSentTwiceCountsOnce() {
    AcceptedResponse response =
        accepted(Response.to(invite("anna", "Network")).rate("satisfaction", 4));
    store().append(response);

    assertThat(store().append(response)).isEqualTo(Kept.DUPLICATE);

    assertThat(store().newest(ALL, 10)).hasSize(1);
    assertThat(store().ratings(ALL, "satisfaction")).containsExactly(new RatingCount(1, 4, 1, 1));
  }

  @Test
  void aHigherRevisionTakesThePlaceOfALowerOneInTheCounts() {
    Response first = Response.to(invite("anna", "Network")).rate("satisfaction", 2);
    store().append(accepted(first));

    assertThat(store().append(accepted(first.rate("satisfaction", 5).revision(2))))
        .isEqualTo(Kept.UPDATED);

    assertThat(store().ratings(ALL, "satisfaction")).containsExactly(new RatingCount(1, 5, 1, 1));
    assertThat(store().newest(ALL, 10)).hasSize(1);
  }

  @Test
  void aLowerRevisionThatComesLateChangesNothing() {
    Response first = Response.to(invite("anna", "Network")).rate("satisfaction", 2);
    AcceptedResponse one = accepted(first);
    AcceptedResponse two = accepted(first.rate("satisfaction", 5).revision(2));
    store().append(two);

    assertThat(store().append(one)).isEqualTo(Kept.DUPLICATE);

    assertThat(store().ratings(ALL, "satisfaction")).containsExactly(new RatingCount(1, 5, 1, 1));
  }

  @Test
  void anotherResponseToTheSameInvitationIsNotKept() {
    Invitation invitation = invite("anna", "Network");
    AcceptedResponse other = acceptedElsewhere(Response.to(invitation).rate("satisfaction", 1));
    store().append(accepted(Response.to(invitation).rate("satisfaction", 4)));

    assertThat(store().append(other)).isEqualTo(Kept.OTHER_RESPONSE);

    assertThat(store().find(other.id())).isNull();
    assertThat(store().newest(ALL, 10)).hasSize(1);
  }

  @Test
  void oneIdCannotAnswerTwoInvitations() {
    Response first = Response.to(invite("anna", "Network")).rate("satisfaction", 4);
    Response second = Response.to(invite("ben", "Network"))
        .withId(first.id())
        .rate("satisfaction", 1)
        .revision(2);
    store().append(accepted(first));

    assertThat(store().append(acceptedElsewhere(second))).isEqualTo(Kept.OTHER_RESPONSE);

    assertThat(store().ratings(ALL, "satisfaction")).containsExactly(new RatingCount(1, 4, 1, 1));
  }

  @Test
  void aPartialResponseCountsToo() {
    store()
        .append(accepted(
            Response.to(invite("anna", "Network")).rate("satisfaction", 3).partial()));

    assertThat(store().ratings(ALL, "satisfaction")).containsExactly(new RatingCount(1, 3, 1, 1));
  }

  @Test
  void countsEachRatingByVersionAndInclusionProbability() {
    FakeFeedback half = FakeFeedback.seeded(
        7,
        ContactRules.none(),
        Surveys.csat("ticket-csat")
            .withVersion(2)
            .on("ticket.closed")
            .withSampling(Sampling.people(0.5)));
    int asked = 0;
    for (int i = 0; i < 40; i++) {
      Touchpoint touchpoint = Touchpoint.of("ticket.closed", "person-" + i);
      if (half.feedback().explain(touchpoint).skip() == null) {
        half.feedback().submit(Response.to(half.invite(touchpoint)).rate("satisfaction", 1));
        asked++;
      }
    }
    half.responses().forEach(store()::append);
    store().append(accepted(Response.to(invite("anna", "Network")).rate("satisfaction", 1)));

    assertThat(asked).isBetween(1, 39);
    assertThat(store().ratings(ALL, "satisfaction"))
        .containsExactlyInAnyOrder(new RatingCount(2, 1, 0.5, asked), new RatingCount(1, 1, 1, 1));
  }

  @Test
  void countsFromTheStartOfAWindowUntilBeforeItsEnd() {
    Instant start = fake.time().instant();
    for (int rating = 1; rating <= 3; rating++) {
      store()
          .append(
              accepted(Response.to(invite("p" + rating, "Network")).rate("satisfaction", rating)));
      fake.time().advance(Duration.ofDays(1));
    }
    ResponseFilter second = new ResponseFilter(
        "ticket-csat", start.plus(Duration.ofDays(1)), start.plus(Duration.ofDays(2)), Map.of());

    assertThat(store().ratings(second, "satisfaction"))
        .containsExactly(new RatingCount(1, 2, 1, 1));
    assertThat(store().newest(second, 10)).hasSize(1);
  }

  @Test
  void countsByDimensions() {
    store().append(accepted(Response.to(invite("anna", "Network")).rate("satisfaction", 1)));
    store().append(accepted(Response.to(invite("ben", "Desktop")).rate("satisfaction", 2)));
    store().append(accepted(Response.to(invite("cleo", "Mail")).rate("satisfaction", 3)));

    assertThat(store().ratings(by("team", "Network"), "satisfaction"))
        .containsExactly(new RatingCount(1, 1, 1, 1));
    assertThat(store()
            .ratings(
                new ResponseFilter(
                    "ticket-csat", null, null, Map.of("team", Set.of("Network", "Mail"))),
                "satisfaction"))
        .extracting(RatingCount::value)
        .containsExactlyInAnyOrder(1, 3);
    assertThat(store()
            .ratings(
                new ResponseFilter(
                    "ticket-csat",
                    null,
                    null,
                    Map.of("team", Set.of("Network"), "channel", Set.of("phone"))),
                "satisfaction"))
        .isEmpty();
    assertThat(store().ratings(ResponseFilter.of("another"), "satisfaction")).isEmpty();
  }

  @Test
  void aQuestionWithoutRatingsHasNoCounts() {
    store()
        .append(accepted(
            Response.to(invite("anna", "Network")).rate("satisfaction", 1).comment("x")));

    assertThat(store().ratings(ALL, "comment")).isEmpty();
    assertThat(store().ratings(ALL, "unknown")).isEmpty();
  }

  @Test
  void returnsTheNewestFirstUpToTheLimit() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      AcceptedResponse response =
          accepted(Response.to(invite("p" + i, "Network")).rate("satisfaction", 4));
      store().append(response);
      ids.add(0, response.id());
      fake.time().advance(Duration.ofMinutes(1));
    }

    assertThat(store().newest(ALL, 3))
        .extracting(AcceptedResponse::id)
        .containsExactlyElementsOf(ids.subList(0, 3));
  }

  @Test
  void accountsForEveryInvitationOnce() {
    invite("invited", "Network");
    Invitation shown = invite("shown", "Network");
    fake.feedback().shown(shown);
    Invitation answered = invite("answered", "Network");
    fake.feedback().shown(answered);
    fake.feedback().submit(Response.to(answered).rate("satisfaction", 4));
    Invitation dismissed = invite("dismissed", "Network");
    fake.feedback().shown(dismissed);
    fake.feedback().dismiss(dismissed, Dismissal.CLOSED);
    Invitation optedOut = invite("optedOut", "Network");
    fake.feedback().dismiss(optedOut, Dismissal.NEVER);

    replayContactsTwice();

    assertThat(store().contacts(ALL)).isEqualTo(new ContactCounts(5, 3, 1, 2));
  }

  @Test
  void anInvitationThatWasWithdrawnUnseenDoesNotCount() {
    Invitation unseen = invite("unseen", "Network");
    Invitation seen = invite("seen", "Network");
    fake.feedback().shown(seen);
    fake.feedback().cancel("ticket.reopened", subject(unseen), "unseen");
    fake.feedback().cancel("ticket.reopened", subject(seen), "seen");

    replayContactsTwice();

    assertThat(store().contacts(ALL)).isEqualTo(new ContactCounts(1, 1, 0, 0));
  }

  @Test
  void accountsByDimensionAndTimeOfInvitation() {
    Instant start = fake.time().instant();
    invite("anna", "Network");
    fake.time().advance(Duration.ofDays(1));
    invite("ben", "Network");
    invite("cleo", "Desktop");

    replayContactsTwice();

    assertThat(store().contacts(by("team", "Network")).invited()).isEqualTo(2);
    assertThat(store()
            .contacts(
                new ResponseFilter("ticket-csat", start, start.plus(Duration.ofDays(1)), Map.of()))
            .invited())
        .isEqualTo(1);
  }

  @Test
  void whatPeopleOpenThemselvesIsCountedApart() {
    AcceptedResponse asked =
        accepted(Response.to(invite("anna", "Network")).rate("satisfaction", 5).comment("Kind"));
    AcceptedResponse opened =
        accepted(Response.to(open("anna", "Network")).rate("satisfaction", 1).comment("Slow"));
    open("ben", "Network");
    store().append(asked);
    store().append(opened);
    replayContactsTwice();
    ResponseFilter apart = ALL.openedOnDemand();
    Periods days = new Periods(LocalDate.parse("2026-01-05"), 1);

    assertThat(store().ratings(ALL, "satisfaction")).containsExactly(new RatingCount(1, 5, 1, 1));
    assertThat(store().ratings(apart, "satisfaction")).containsExactly(new RatingCount(1, 1, 1, 1));
    assertThat(store().ratingsBy(apart, "satisfaction", Breakdown.by("team")))
        .singleElement()
        .satisfies(each -> assertThat(each.value()).isEqualTo("Network"));
    assertThat(store().ratingsBy(ALL, "satisfaction", Breakdown.none().over(days)))
        .hasSize(1);
    assertThat(store()
            .ratingsBy(apart, "satisfaction", Breakdown.none().over(days))
            .get(0)
            .ratings())
        .containsExactly(new RatingCount(1, 1, 1, 1));
    assertThat(store().contacts(ALL)).isEqualTo(new ContactCounts(1, 1, 1, 0));
    assertThat(store().contacts(apart)).isEqualTo(new ContactCounts(2, 1, 1, 0));
    assertThat(store().newest(ALL, 10))
        .extracting(AcceptedResponse::id)
        .containsExactly(asked.id());
    assertThat(store().comments(CommentFilter.of(apart), 10))
        .extracting(AcceptedResponse::id)
        .containsExactly(opened.id());
  }

  @Test
  void anErasedPersonIsTakenOutOfWhatTheyOpenedThemselves() {
    AcceptedResponse opened =
        accepted(Response.to(open("anna", "Network")).rate("satisfaction", 1));
    store().append(opened);
    replayContactsTwice();

    assertThat(store().erase(opened.invitation().respondent())).isEqualTo(1);

    assertThat(store().ratings(ALL.openedOnDemand(), "satisfaction")).isEmpty();
    assertThat(store().contacts(ALL.openedOnDemand()).invited()).isZero();
  }

  private Invitation open(String respondent, String team) {
    Touchpoint touchpoint = Touchpoint.onDemand(respondent).accountable(a -> a.team(team));
    return fake.feedback().offer("ticket-csat", touchpoint).fold(ask -> ask.invitation(), skip -> {
      throw new AssertionError("expected to open the survey, but: " + skip);
    });
  }

  @Test
  void erasureTakesAnswersAndContactsOutOfEveryFigure() {
    AcceptedResponse annas =
        accepted(Response.to(invite("anna", "Network")).rate("satisfaction", 1));
    AcceptedResponse bens = accepted(Response.to(invite("ben", "Network")).rate("satisfaction", 5));
    store().append(annas);
    store().append(bens);
    replayContactsTwice();

    assertThat(store().erase(annas.invitation().respondent())).isEqualTo(1);

    assertThat(store().find(annas.id())).isNull();
    assertThat(store().newest(ALL, 10)).extracting(AcceptedResponse::id).containsExactly(bens.id());
    assertThat(store().ratings(ALL, "satisfaction")).containsExactly(new RatingCount(1, 5, 1, 1));
    assertThat(store().contacts(ALL).invited()).isEqualTo(1);
    assertThat(store().erase(annas.invitation().respondent())).isZero();
  }

  @Test
  void countsWhatItKeepsOfAPersonAndOfNobodyElse() {
    AcceptedResponse annas =
        accepted(Response.to(invite("anna", "Network")).rate("satisfaction", 4));
    AcceptedResponse again = accepted(
        Response.to(annas.invitation()).withId(annas.id()).revision(2).rate("satisfaction", 5));
    AcceptedResponse bens = accepted(Response.to(invite("ben", "Network")).rate("satisfaction", 5));
    store().append(annas);
    store().append(again);
    assertThat(store().count(bens.invitation().respondent())).isZero();
    store().append(bens);

    assertThat(store().count(annas.invitation().respondent())).isEqualTo(1);

    store().erase(annas.invitation().respondent());
    assertThat(store().count(annas.invitation().respondent())).isZero();
    assertThat(store().count(bens.invitation().respondent())).isEqualTo(1);
  }

  @Test
  void ofManyThreadsWithTheSameResponseOneStoresIt() throws Exception {
    AcceptedResponse response =
        accepted(Response.to(invite("anna", "Network")).rate("satisfaction", 4));
    List<Callable<Kept>> appends = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      appends.add(() -> store().append(response));
    }

    List<Kept> kept = AtOnce.run(appends);

    assertThat(kept).filteredOn(each -> each == Kept.STORED).hasSize(1);
    assertThat(kept).filteredOn(each -> each == Kept.DUPLICATE).hasSize(15);
  }

  @Test
  void ofManyResponsesToOneInvitationAtOnceOneIsKept() throws Exception {
    Invitation invitation = invite("anna", "Network");
    List<Callable<Kept>> appends = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      AcceptedResponse each = acceptedElsewhere(Response.to(invitation).rate("satisfaction", 1));
      appends.add(() -> store().append(each));
    }

    assertThat(AtOnce.run(appends)).filteredOn(each -> each == Kept.STORED).hasSize(1);
    assertThat(store().ratings(ALL, "satisfaction")).hasSize(1);
  }

  private void replayContactsTwice() {
    List<ContactEvent> events = fake.store().contacts();
    events.forEach(store()::record);
    events.forEach(store()::record);
    assertThat(events).extracting(ContactEvent::outcome).contains(Outcome.INVITED);
  }

  private static String subject(Invitation invitation) {
    var subject = invitation.subject();
    return Objects.requireNonNull(subject).id();
  }

  private static void assertSame(@Nullable AcceptedResponse found, AcceptedResponse kept) {
    Objects.requireNonNull(found, "the response was not found");
    assertThat(found.id()).isEqualTo(kept.id());
    assertThat(found.revision()).isEqualTo(kept.revision());
    assertThat(found.isComplete()).isEqualTo(kept.isComplete());
    assertThat(found.invitation()).isEqualTo(kept.invitation());
    assertThat(found.answeredAt()).isEqualTo(kept.answeredAt());
    assertThat(found.isLate()).isEqualTo(kept.isLate());
    assertThat(found.locale()).isEqualTo(kept.locale());
    assertThat(found.answers()).isEqualTo(kept.answers());
    assertThat(found.answer("satisfaction")).isInstanceOf(Answer.Rating.class);
    assertThat(found.taggings()).isEqualTo(kept.taggings());
    assertThat(found.corrections()).isEqualTo(kept.corrections());
    assertThat(found.redactions()).isEqualTo(kept.redactions());
  }
}
