package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.feedback4j.jdbc.Arrival.Accepted;
import io.github.feedback4j.jdbc.Arrival.Duplicate;
import io.github.feedback4j.jdbc.Arrival.Rejected;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.ContactCounts;
import io.github.feedback4j.response.Correction;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.Retagging;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.ThemeTagger;
import io.github.feedback4j.wire.InvitationChanged;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.WireEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of events of other applications, on both databases. */
abstract class InboxLaws {

  private static final ResponseFilter ALL = ResponseFilter.of(SampleResponse.SURVEY);
  private static final Arrival ACCEPTED = new Accepted();
  private static final Arrival DUPLICATE = new Duplicate();

  private final LendingDataSource dataSource = database();
  private final JdbcResponseStore store = new JdbcResponseStore(dataSource);
  private final JdbcSurveyRegistry registry = new JdbcSurveyRegistry(dataSource);
  private Instant now = SampleResponse.MONDAY.plus(Duration.ofDays(1));
  private final JdbcInbox inbox = inbox();
  private final JdbcInbox trusting =
      new JdbcInbox(dataSource, JdbcSchema.DEFAULT_PREFIX, () -> now, (key, version) -> null, true);

  abstract LendingDataSource database();

  private JdbcInbox inbox() {
    return new JdbcInbox(dataSource, JdbcSchema.DEFAULT_PREFIX, () -> now);
  }

  @BeforeEach
  void createTables() {
    JdbcSchema.initialize(dataSource);
  }

  @AfterEach
  void everythingCameBackAndTheRollUpIsExact() throws SQLException {
    RollUpAudit.assertExact(dataSource);
    dataSource.assertEverythingCameBack();
    dataSource.close();
  }

  @Test
  void takesABatchOfEverythingAndSaysWhatBecameOfEach() {
    SampleResponse anna = SampleResponse.of(1).from("anna");
    SampleResponse ben = SampleResponse.of(2).from("ben");

    List<Arrival> arrivals = inbox.accept(List.of(
        SampleEvents.contact(anna, Outcome.INVITED),
        SampleEvents.contact(anna, Outcome.SHOWN),
        SampleEvents.response(anna),
        SampleEvents.survey(),
        SampleEvents.contact(ben, Outcome.INVITED),
        SampleEvents.contact(anna, Outcome.ANSWERED),
        SampleEvents.response(ben.rating(9)),
        SampleEvents.contact(ben, Outcome.DISMISSED)));

    assertThat(arrivals)
        .extracting(each -> each.getClass().getSimpleName())
        .containsExactly(
            "Accepted",
            "Accepted",
            "Accepted",
            "Accepted",
            "Accepted",
            "Accepted",
            "Rejected",
            "Accepted");
    assertThat(arrivals.get(6))
        .isEqualTo(new Rejected(
            "not-valid",
            "question 'satisfaction': the rating must be on the scale 1–5, but was 9"));
    assertThat(TableDump.sorted(dataSource, "response")).hasSize(1);
    assertThat(Objects.requireNonNull(store.find(anna.id())).answers())
        .isEqualTo(anna.toResponse().answers());
    assertThat(store.contacts(ALL)).isEqualTo(new ContactCounts(2, 1, 1, 1));
    assertThat(registry.all()).containsExactly(SampleEvents.SURVEY);
    assertThat(inbox.accept(List.of())).isEmpty();
  }

  @Test
  void theSameEventCountsOnceAndTheSameIdOfAnotherSourceIsAnotherEvent() {
    inbox.accept(List.of(SampleEvents.survey()));
    WireEvent event = SampleEvents.response(SampleResponse.of(1));
    WireEvent other = SampleEvents.from(
        SampleEvents.PORTAL,
        new WireEvent(
            event.id(),
            SampleEvents.DESK,
            null,
            event.time(),
            new ResponseAccepted(SampleResponse.of(2).toResponse())));

    assertThat(inbox.accept(List.of(event, other, event)))
        .containsExactly(ACCEPTED, ACCEPTED, DUPLICATE);
    assertThat(inbox.accept(List.of(event, other))).containsExactly(DUPLICATE, DUPLICATE);
    assertThat(TableDump.sorted(dataSource, "response")).hasSize(2);
  }

  @Test
  void anEventThatWasRejectedMayComeAgainWhenNothingIsInItsWayAnyMore() {
    WireEvent event = SampleEvents.response(SampleResponse.of(1));

    assertThat(inbox.accept(List.of(event, event)))
        .containsOnly(
            new Rejected(
                "unknown-survey",
                "survey 'ticket-csat' v1 is not registered; its definition comes before its first response"));
    registry.register(SampleEvents.SURVEY, "by hand");
    assertThat(inbox.accept(List.of(event))).containsExactly(ACCEPTED);
  }

  @Test
  void ofAResponseTheHighestRevisionStandsWhereverItIsInTheBatch() {
    SampleResponse one = SampleResponse.of(1);
    SampleResponse two = SampleResponse.of(2);
    inbox.accept(List.of(SampleEvents.survey()));

    assertThat(inbox.accept(List.of(
            SampleEvents.response(one.revision(2).rating(2)),
            SampleEvents.response(one),
            SampleEvents.response(two),
            SampleEvents.response(one.revision(2).rating(5)),
            SampleEvents.response(two.revision(3).rating(1)),
            SampleEvents.response(two.revision(2).rating(5)))))
        .containsExactly(ACCEPTED, DUPLICATE, ACCEPTED, DUPLICATE, ACCEPTED, DUPLICATE);
    assertThat(inbox.accept(List.of(
            SampleEvents.response(one.revision(1)),
            SampleEvents.response(one.revision(3).rating(3)),
            SampleEvents.response(two.revision(3).rating(2)))))
        .containsExactly(DUPLICATE, ACCEPTED, DUPLICATE);

    assertThat(Objects.requireNonNull(store.find(one.id())).answers())
        .isEqualTo(one.revision(3).rating(3).toResponse().answers());
    assertThat(Objects.requireNonNull(store.find(two.id())).answers())
        .isEqualTo(two.revision(3).rating(1).toResponse().answers());
  }

  @Test
  void anInvitationIsAnsweredByOneResponse() {
    inbox.accept(List.of(SampleEvents.survey()));
    SampleResponse one = SampleResponse.of(1);
    AcceptedResponse impostor = one.toResponse(UUID.randomUUID());
    AcceptedResponse elsewhere = SampleResponse.of(2).revision(7).toResponse(one.id());
    Arrival refused = new Rejected(
        "other-response",
        "another response answers the invitation, or this one answers another invitation");

    assertThat(inbox.accept(List.of(
            SampleEvents.response(one),
            SampleEvents.response(impostor),
            SampleEvents.response(elsewhere))))
        .containsExactly(ACCEPTED, refused, refused);
    assertThat(inbox.accept(
            List.of(SampleEvents.response(impostor), SampleEvents.response(elsewhere))))
        .containsOnly(refused);
    assertThat(TableDump.sorted(dataSource, "response")).hasSize(1);
  }

  @Test
  void whatPeopleRuledHereOnAThemeOutlivesANewRevision() {
    inbox.accept(List.of(SampleEvents.survey()));
    Retagging retagging = new Retagging(SurveyCatalog.of(List.of()), ThemeTagger.none(), false);
    SampleResponse one = SampleResponse.of(1);
    UUID id = one.id();
    inbox.accept(List.of(SampleEvents.response(retagging.retag(one.toResponse(id, "The VPN")))));
    Correction ruled =
        new Correction(TagRuling.is("comment", "network", Polarity.NEGATIVE), "mona", now);
    store.retag(id, each -> retagging.correct(each, ruled));

    AcceptedResponse edited = one.revision(2).rating(1).toResponse(id, "The VPN");
    inbox.accept(List.of(SampleEvents.response(retagging.retag(edited))));

    AcceptedResponse kept = Objects.requireNonNull(store.find(id));
    assertThat(kept.revision()).isEqualTo(2);
    assertThat(kept.corrections()).containsExactly(ruled);
    assertThat(kept.themes()).containsOnlyKeys("network");
  }

  @Test
  void anErasureTakesEverythingOfAPersonAlsoWhatComesLater() {
    SampleResponse before = SampleResponse.of(1).from("anna");
    SampleResponse late = SampleResponse.of(2).from("anna");
    SampleResponse other = SampleResponse.of(3).from("ben");
    Instant erasedAt = before.answeredAt().plusSeconds(60);
    inbox.accept(List.of(
        SampleEvents.survey(),
        SampleEvents.response(before),
        SampleEvents.contact(before, Outcome.ANSWERED),
        SampleEvents.response(other),
        SampleEvents.contact(other, Outcome.SHOWN)));

    assertThat(inbox.accept(List.of(
            SampleEvents.response(before.revision(2)), SampleEvents.erasure("anna", erasedAt))))
        .containsExactly(ACCEPTED, ACCEPTED);
    assertThat(inbox.accept(List.of(
            SampleEvents.response(late),
            SampleEvents.contact(late, Outcome.SHOWN),
            SampleEvents.response(before.revision(3)))))
        .containsExactly(ACCEPTED, ACCEPTED, ACCEPTED);

    assertThat(store.count(new RespondentKey("anna"))).isZero();
    assertThat(store.count(new RespondentKey("ben"))).isEqualTo(1);
    assertThat(store.contacts(ALL)).isEqualTo(new ContactCounts(1, 1, 0, 0));
    assertThat(TableDump.of(dataSource)).noneMatch(each -> each.contains("anna"));
  }

  @Test
  void whatAPersonSaysAfterTheErasureIsKeptAlsoIfItComesEarlier() {
    SampleResponse after = SampleResponse.of(1).from("anna");
    Instant erasedAt = after.answeredAt().minusNanos(1);
    inbox.accept(List.of(SampleEvents.survey(), SampleEvents.response(after)));

    inbox.accept(List.of(SampleEvents.erasure("anna", erasedAt)));
    // Another node's erasure of an earlier time changes nothing.
    inbox.accept(List.of(SampleEvents.erasure("anna", erasedAt.minusSeconds(60))));

    assertThat(store.count(new RespondentKey("anna"))).isEqualTo(1);
    assertThat(inbox.accept(
            List.of(SampleEvents.response(SampleResponse.of(2).from("anna").at(erasedAt)))))
        .containsExactly(ACCEPTED);
    assertThat(store.count(new RespondentKey("anna"))).isEqualTo(1);
  }

  @Test
  void aClockThatIsAheadErasesNothingThatIsStillToBeSaid() {
    inbox.accept(List.of(
        SampleEvents.survey(), SampleEvents.erasure("anna", now.plus(Duration.ofDays(900)))));

    now = now.plusSeconds(60);
    inbox.accept(
        List.of(SampleEvents.response(SampleResponse.of(1).from("anna").at(now.minusSeconds(1)))));

    assertThat(store.count(new RespondentKey("anna"))).isEqualTo(1);
  }

  @Test
  void nobodyCannotBeErased() {
    SampleResponse anonymous = SampleResponse.of(1).from(ContactEvent.NOBODY.value());
    inbox.accept(List.of(SampleEvents.contact(anonymous, Outcome.INVITED)));

    assertThat(inbox.accept(List.of(SampleEvents.erasure(ContactEvent.NOBODY.value(), now))))
        .containsExactly(new Rejected(
            "not-valid", "answers to anonymous surveys are nobody's, who cannot be erased"));
    assertThat(store.contacts(ALL).invited()).isEqualTo(1);
  }

  @Test
  void aSurveyThatIsRegisteredWithOtherContentStays() {
    Survey other = SampleEvents.SURVEY.on("request.fulfilled");

    assertThat(inbox.accept(
            List.of(SampleEvents.survey(), SampleEvents.survey(other), SampleEvents.survey())))
        .satisfiesExactly(
            each -> assertThat(each).isEqualTo(ACCEPTED),
            each -> assertThat(each)
                .isInstanceOfSatisfying(
                    Rejected.class, one -> assertThat(one.code()).isEqualTo("other-survey")),
            each -> assertThat(each).isEqualTo(ACCEPTED));
    assertThat(registry.all()).containsExactly(SampleEvents.SURVEY);
  }

  @Test
  void theCollectorsOwnSurveysNeedNoRegistration() {
    JdbcInbox own = new JdbcInbox(
        dataSource,
        JdbcSchema.DEFAULT_PREFIX,
        () -> now,
        SurveyCatalog.of(List.of(SampleEvents.SURVEY))::find,
        false);

    assertThat(own.accept(List.of(
            SampleEvents.response(SampleResponse.of(1)),
            SampleEvents.response(SampleResponse.of(2).rating(6)),
            SampleEvents.survey(),
            SampleEvents.survey(SampleEvents.SURVEY.withPriority(3)))))
        .extracting(each -> each instanceof Rejected rejected ? rejected.code() : "")
        .containsExactly("", "not-valid", "", "other-survey");
    assertThat(registry.all()).isEmpty();
  }

  @Test
  void aSurveyThatSomebodyHasDeletedByHandIsUnknownAgain() {
    inbox.accept(List.of(SampleEvents.survey(), SampleEvents.response(SampleResponse.of(1))));
    new Database(dataSource, JdbcSchema.DEFAULT_PREFIX)
        .transaction("delete", session -> session.update("DELETE FROM ${prefix}registered_survey"));

    assertThat(
            inbox.accept(List.of(SampleEvents.response(SampleResponse.of(2)))).get(0))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void unverifiedResponsesAreCheckedWhenTheirSurveyIsRegistered() {
    SampleResponse fits = SampleResponse.of(1);
    SampleResponse doesNot = SampleResponse.of(2).rating(9);
    assertThat(trusting.accept(List.of(
            SampleEvents.response(fits),
            SampleEvents.response(doesNot),
            SampleEvents.response(fits.revision(2)))))
        .containsOnly(ACCEPTED);
    assertThat(trusting.unverified()).isEqualTo(2);
    assertThat(Objects.requireNonNull(store.find(fits.id())).revision()).isEqualTo(2);

    assertThat(inbox.accept(List.of(SampleEvents.survey()))).containsExactly(ACCEPTED);

    assertThat(trusting.unverified()).isZero();
    assertThat(store.find(fits.id())).isNotNull();
    assertThat(store.find(doesNot.id())).isNull();
    assertThat(
            trusting.accept(List.of(SampleEvents.response(SampleResponse.of(3).rating(9)))))
        .hasOnlyElementsOfType(Rejected.class);
  }

  @Test
  void unverifiedResponsesAreCheckedWithTheNextOneWhereTheSurveyBecameKnownOtherwise() {
    trusting.accept(List.of(
        SampleEvents.response(SampleResponse.of(1)),
        SampleEvents.response(SampleResponse.of(2).rating(9))));
    registry.register(SampleEvents.SURVEY, "by hand");

    inbox.accept(List.of(SampleEvents.response(SampleResponse.of(2).revision(2))));

    assertThat(trusting.unverified()).isZero();
    assertThat(store.find(SampleResponse.of(1).id())).isNotNull();
    assertThat(Objects.requireNonNull(store.find(SampleResponse.of(2).id())).revision())
        .isEqualTo(2);
  }

  @Test
  void unverifiedResponsesToOneVersionOfASurveyAreBoundedAndAllCheckedAtOnce() {
    for (int from = 0; from < Unverified.MOST; from += JdbcInbox.MAX_BATCH) {
      assertThat(trusting.accept(IntStream.range(from, from + JdbcInbox.MAX_BATCH)
              .mapToObj(each -> SampleEvents.response(SampleResponse.of(each)))
              .toList()))
          .containsOnly(ACCEPTED);
    }

    assertThat(trusting.accept(List.of(SampleEvents.response(SampleResponse.of(-1)))))
        .containsExactly(
            new Rejected(
                "unknown-survey",
                "survey 'ticket-csat' v1 is not registered, and there are 10000 responses to it already"));
    inbox.accept(List.of(SampleEvents.survey()));
    assertThat(trusting.unverified()).isZero();
  }

  @Test
  void whoAsksToBeErasedIsErasedFromTheUnverifiedAsWell() {
    trusting.accept(List.of(SampleEvents.response(SampleResponse.of(1).from("anna"))));

    assertThat(store.erase(new RespondentKey("anna"))).isEqualTo(1);

    assertThat(trusting.unverified()).isZero();
  }

  @Test
  void aBatchHasABound() {
    List<WireEvent> events =
        Collections.nCopies(JdbcInbox.MAX_BATCH, SampleEvents.survey(Surveys.nps("nps")));
    List<WireEvent> tooMany = new ArrayList<>(events);
    tooMany.add(SampleEvents.survey());

    assertThat(inbox.accept(events)).hasSize(JdbcInbox.MAX_BATCH).contains(ACCEPTED, DUPLICATE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inbox.accept(tooMany))
        .withMessage("events must be at most 5000, but are 5001; send them in several batches");
  }

  @Test
  void oddTextsAndTimesComeBackAsTheyWere() {
    trusting.accept(List.of(SampleEvents.response(oddResponse())));

    AcceptedResponse kept = Objects.requireNonNull(store.find(oddResponse().id()));
    assertThat(kept.answers()).isEqualTo(oddResponse().answers());
    assertThat(kept.invitation()).isEqualTo(oddResponse().invitation());
    assertThat(kept.taggings()).isEqualTo(oddResponse().taggings());
  }

  private static AcceptedResponse oddResponse() {
    SampleResponse sample = SampleResponse.of(1).from("anna \ud83d");
    return sample.toResponse(sample.id(), "\u0000 \ud83d \ude00\ud83d \ufdd0 'x' \\ %");
  }

  @Test
  void contactsOfAnonymousSurveysStandForThemselves() {
    SampleResponse nobody = SampleResponse.of(1).from(ContactEvent.NOBODY.value());
    SampleResponse reaction = SampleResponse.of(2).from(ContactEvent.NOBODY.value());

    inbox.accept(List.of(
        SampleEvents.contact(nobody, Outcome.INVITED),
        SampleEvents.contact(reaction, Outcome.ANSWERED)));

    assertThat(store.contacts(ALL)).isEqualTo(new ContactCounts(1, 1, 1, 0));
  }

  @Test
  void contactsWithTheSameMeaningChangeNothing() {
    WireEvent shown = SampleEvents.contact(SampleResponse.of(1), Outcome.SHOWN);
    inbox.accept(List.of(shown));
    List<String> before = TableDump.sorted(dataSource, "invitation");

    inbox.accept(List.of(SampleEvents.contact(SampleResponse.of(1), Outcome.SHOWN)));

    assertThat(TableDump.sorted(dataSource, "invitation")).isEqualTo(before);
    assertThat(((InvitationChanged) shown.data()).contact().outcome()).isEqualTo(Outcome.SHOWN);
  }
}
