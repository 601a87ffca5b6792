package io.github.feedback4j.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.privacy.Redactor;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.ContactRecorder;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Dismissal;
import io.github.feedback4j.prompt.FragileLedger;
import io.github.feedback4j.prompt.InMemorySurveyCounters;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.prompt.PromptEngine;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Submission.Receipt;
import io.github.feedback4j.response.Submission.Receipt.Status;
import io.github.feedback4j.response.Submission.Rejection;
import io.github.feedback4j.response.Violation.Code;
import io.github.feedback4j.survey.Anonymity;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.Mention;
import io.github.feedback4j.theme.Stance;
import io.github.feedback4j.theme.ThemePacks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");
  private static final RespondentKey ANNA = new RespondentKey("anna");
  private static final Touchpoint TICKET =
      Touchpoint.of("ticket.closed", "anna").subject("INC-1").accountable(a -> a.team("Network"));

  private final FragileLedger ledger = new FragileLedger();
  private final InMemoryResponseStore store = new InMemoryResponseStore();
  private final SurveyCatalog catalog = SurveyCatalog.of(List.of(CSAT));
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final ContactRecorder contacts = new ContactRecorder(
      catalog, Policy.none(), ledger, new InMemorySurveyCounters(), () -> now, store::record);
  private final PromptEngine engine = new PromptEngine(
      catalog, Policy.none(), ledger, () -> now, new SplittableRandom(1), contacts);
  private final Intake intake = intake(catalog);
  private final Invitation invitation = ((Decision.Ask) engine.ask(TICKET, ANNA)).invitation();
  private final Response response = Response.to(invitation).rate("satisfaction", 4);

  private Intake intake(SurveyCatalog surveys) {
    return intake(surveys, KnownNames.nobody());
  }

  private Intake intake(SurveyCatalog surveys, KnownNames names) {
    return new Intake(
        surveys,
        contacts,
        Redactor.standard(),
        names,
        ThemePacks::itServiceTagger,
        true,
        store,
        () -> now);
  }

  @Test
  void anAcceptedResponseIsKeptAndRecordedInTheLedger() {
    Receipt receipt = intake.submit(response).orElseThrow();

    assertThat(receipt).isEqualTo(new Receipt(response.id(), 1, Status.STORED, false, false));
    assertThat(store.find(response.id()))
        .satisfies(kept -> assertThat(kept.answer("satisfaction"))
            .isEqualTo(new Answer.Rating("satisfaction", 4)));
    assertThat(contacts.find(invitation).contact()).satisfies(contact -> {
      assertThat(contact.outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(contact.responseId()).isEqualTo(response.id());
      assertThat(contact.answeredAt()).isEqualTo(now);
    });
    assertThat(((Decision.Skip) engine.ask(TICKET, ANNA)).reason())
        .isEqualTo(SkipReason.ALREADY_ASKED);
  }

  @Test
  void theAccountabilityOfTheLedgerCountsNotThatOfTheCaller() {
    Invitation forged = new Invitation(
        invitation.id(),
        "csat",
        1,
        ANNA,
        "ticket.closed",
        null,
        invitation.invitedAt(),
        invitation.expiresAt(),
        0.001,
        invitation.accountability().team("Desktop"),
        null);

    intake
        .submit(Response.to(forged).withId(response.id()).rate("satisfaction", 1))
        .orElseThrow();

    assertThat(store.find(response.id()))
        .satisfies(kept -> assertThat(kept.invitation()).isEqualTo(invitation));
  }

  @Test
  void textIsRedactedComposedAndCleanedBeforeItIsTaggedAndKept() {
    intake
        .submit(response
            .comment("Re\u0301seau\u0000 lent\u0007, appelez 06 12 34 56 78\nanna@example.org")
            .locale(Locale.FRENCH))
        .orElseThrow();

    AcceptedResponse kept = store.newest(ResponseFilter.of("csat"), 1).get(0);
    String text = ((Answer.Text) kept.answers().get(1)).text();
    assertThat(text).isEqualTo("Réseau lent, appelez <PHONE>\n<EMAIL>");
    assertThat(kept.redactions())
        .isEqualTo(Map.of(Redaction.Kind.PHONE, 1, Redaction.Kind.EMAIL, 1));
    assertThat(kept.mentions().get("comment"))
        .filteredOn(each -> each.theme().equals("network"))
        .extracting(each -> text.substring(each.start(), each.end()))
        .containsExactly("Réseau lent");
    assertThat(kept.themePack()).startsWith("it-service:");
  }

  @Test
  void aBlankCommentIsNotKept() {
    intake.submit(response.comment("  ")).orElseThrow();

    assertThat(store.newest(ResponseFilter.of("csat"), 1).get(0).answers()).hasSize(1);
  }

  @Test
  void nobodyAnswersWhatNobodyWasInvitedTo() {
    Invitation stranger = new Invitation(
        new UUID(9, 9),
        "csat",
        1,
        ANNA,
        "ticket.closed",
        null,
        now,
        now.plusSeconds(60),
        1,
        invitation.accountability(),
        null);

    assertRejected(
        intake.submit(Response.to(stranger).rate("satisfaction", 4)), Code.UNKNOWN_INVITATION);
  }

  @Test
  void somebodyElseCannotAnswer() {
    Invitation stolen = new Invitation(
        invitation.id(),
        "csat",
        1,
        new RespondentKey("ben"),
        "ticket.closed",
        null,
        invitation.invitedAt(),
        invitation.expiresAt(),
        1,
        invitation.accountability(),
        null);

    assertRejected(
        intake.submit(Response.to(stolen).rate("satisfaction", 1)), Code.UNKNOWN_INVITATION);
  }

  @Test
  void anAnswerToAVersionThatIsNotLoadedNamesTheWayOut() {
    Rejection rejection =
        (Rejection) intake(SurveyCatalog.of(List.of(CSAT.withVersion(2)))).submit(response);

    assertThat(rejection.violations())
        .containsExactly(
            new Violation(
                Code.UNKNOWN_SURVEY,
                null,
                "survey 'csat' v1 is not loaded; keep old versions until their invitations have expired"));
  }

  @Test
  void anOldVersionStaysAnswerable() {
    Intake both = intake(SurveyCatalog.of(List.of(CSAT, CSAT.withVersion(2))));

    assertThat(both.submit(response)).isInstanceOf(Receipt.class);
  }

  @Test
  void everyViolationIsReportedAtOnceAlsoThoseOfTheAnswers() {
    contacts.cancel(ANNA, "INC-1");

    Rejection rejection = (Rejection) intake.submit(response.rate("satisfaction", 9));

    assertThat(rejection.violations())
        .extracting(Violation::code)
        .containsExactly(Code.CANCELLED, Code.OUT_OF_RANGE);
    assertThat(rejection.isRetryable()).isFalse();
    assertThatThrownBy(rejection::orElseThrow)
        .isInstanceOf(RejectedResponseException.class)
        .hasMessage(
            "response rejected: CANCELLED: the invitation was withdrawn; its subject was opened again; OUT_OF_RANGE (satisfaction): the rating must be on the scale 1–5, but was 9");
  }

  @Test
  void anAnswerAfterADismissalIsKept() {
    contacts.dismiss(invitation, Dismissal.CLOSED);

    assertThat(intake.submit(response)).isInstanceOf(Receipt.class);
  }

  @Test
  void anAnswerAfterAnOptOutIsKeptAndTheOptOutStays() {
    contacts.dismiss(invitation, Dismissal.NEVER);

    assertThat(intake.submit(response)).isInstanceOf(Receipt.class);
    assertThat(((Decision.Skip) engine.ask(Touchpoint.of("ticket.closed", "anna"), ANNA)).reason())
        .isEqualTo(SkipReason.OPTED_OUT);
  }

  @Nested
  class Anonymously {

    private final SurveyCatalog anonymous =
        SurveyCatalog.of(List.of(CSAT.withAnonymity(Anonymity.ANONYMOUS)));

    @Test
    void nothingIsKeptWhileTheLedgerCannotSayWhichResponseAnswers() {
      ledger.broken(true);
      assertRejected(intake(anonymous).submit(response), Code.STORE_UNAVAILABLE);
      ledger.broken(false);

      assertThat(intake(anonymous).submit(response).orElseThrow().status())
          .isEqualTo(Status.STORED);
    }

    @Test
    void aFirstAttemptThatReachedTheStoreOnlyIsCompletedByTheSecond() {
      int[] loads = {0};
      ledger.betweenLoadAndCommit(() -> ledger.broken(++loads[0] == 3));
      intake(anonymous).submit(response).orElseThrow();
      ledger.betweenLoadAndCommit(() -> {});
      ledger.broken(false);
      assertThat(contacts.find(invitation).contact())
          .satisfies(contact -> assertThat(contact.outcome()).isEqualTo(Outcome.INVITED));

      assertThat(intake(anonymous).submit(response).orElseThrow().status())
          .isEqualTo(Status.DUPLICATE);

      assertThat(contacts.find(invitation).contact())
          .satisfies(contact -> assertThat(contact.outcome()).isEqualTo(Outcome.ANSWERED));
    }

    @Test
    void anAnswerThatIsNotKeptAnyMoreDoesNotComeBackAsAChange() {
      intake(anonymous).submit(response).orElseThrow();
      store.erase(store.newest(ResponseFilter.of("csat"), 1).get(0).invitation().respondent());

      assertRejected(intake(anonymous).submit(response.revision(2)), Code.NOT_EDITABLE);
    }

    @Test
    void aSinkThatCannotBeAskedIsGivenNothing() {
      Intake remote = new Intake(
          anonymous,
          contacts,
          Redactor.standard(),
          KnownNames.nobody(),
          ThemePacks::itServiceTagger,
          true,
          new ForwardingSink(),
          () -> now);

      assertRejected(remote.submit(response), Code.STORE_UNAVAILABLE);
    }

    @Test
    void textsAreRedactedAndTaggedAsEver() {
      intake(anonymous).submit(response.comment("Slow VPN, anna@example.org")).orElseThrow();

      AcceptedResponse kept = store.newest(ResponseFilter.of("csat"), 1).get(0);
      assertThat(kept.redactions()).containsEntry(Redaction.Kind.EMAIL, 1);
      assertThat(kept.mentions()).containsKey("comment");
    }

    @Test
    void lateIsToldAndNotKept() {
      now = invitation.expiresAt();

      assertThat(intake(anonymous).submit(response).orElseThrow().late()).isTrue();

      assertThat(store.newest(ResponseFilter.of("csat"), 1).get(0).isLate()).isFalse();
      assertThat(contacts.find(invitation).contact())
          .satisfies(contact -> assertThat(contact.answeredAt())
              .isEqualTo(invitation.expiresAt().plus(Invitation.LATE)));
    }

    @Test
    void oneIdForTwoInvitationsIsTwoAnswers() {
      Invitation other = ((Decision.Ask) engine.ask(TICKET.subject("INC-2"), ANNA)).invitation();
      intake(anonymous).submit(response).orElseThrow();

      Receipt second = intake(anonymous)
          .submit(Response.to(other).withId(response.id()).rate("satisfaction", 1))
          .orElseThrow();

      assertThat(second.status()).isEqualTo(Status.STORED);
      assertThat(store.newest(ResponseFilter.of("csat"), 10)).hasSize(2);
    }

    @Test
    void theTwoIdsOfAnAnswerAreTheSameInEveryVersion() {
      AnonymousAnswer ids = AnonymousAnswer.of(
          UUID.fromString("00112233-4455-4677-8899-aabbccddeeff"),
          UUID.fromString("ffeeddcc-bbaa-4988-b766-554433221100"));

      assertThat(ids.kept()).hasToString("c71e1f43-3a87-86a0-b308-d1b9bc296a53");
      assertThat(ids.recorded()).hasToString("002717f1-de88-8c40-a17e-0cf843b73bc6");
    }
  }

  /** Somewhere else, which takes everything. */
  private static final class ForwardingSink implements ResponseSink {

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

  @Nested
  class Twice {

    @Test
    void theSameResponseIsADuplicate() {
      intake.submit(response);

      assertThat(intake.submit(response).orElseThrow().status()).isEqualTo(Status.DUPLICATE);
      assertThat(store.newest(ResponseFilter.of("csat"), 10)).hasSize(1);
    }

    @Test
    void anotherResponseIsRefused() {
      intake.submit(response);

      assertRejected(
          intake.submit(Response.to(invitation).rate("satisfaction", 1)), Code.ALREADY_ANSWERED);
    }

    @Test
    void aRetryLongAfterTheEndIsStillADuplicate() {
      intake.submit(response);
      now = now.plus(Duration.ofDays(200));

      assertThat(intake.submit(response).orElseThrow().status()).isEqualTo(Status.DUPLICATE);
    }
  }

  @Nested
  class Changing {

    @Test
    void isPossibleForTwelveHours() {
      intake.submit(response);
      now = now.plus(Duration.ofHours(12));

      Receipt receipt =
          intake.submit(response.rate("satisfaction", 2).revision(2)).orElseThrow();

      assertThat(receipt.status()).isEqualTo(Status.UPDATED);
      assertThat(store.ratings(ResponseFilter.of("csat"), "satisfaction"))
          .containsExactly(new RatingCount(1, 2, 1, 1));
    }

    @Test
    void isRefusedAfterThat() {
      intake.submit(response);
      now = now.plus(Duration.ofHours(12)).plusNanos(1);

      assertRejected(
          intake.submit(response.rate("satisfaction", 2).revision(2)), Code.NOT_EDITABLE);
    }

    @Test
    void completesAPartialResponseUntilTheInvitationIsTooOld() {
      intake.submit(response.partial());
      now = now.plus(Duration.ofDays(13));

      assertThat(intake
              .submit(response.comment("at last").revision(2))
              .orElseThrow()
              .status())
          .isEqualTo(Status.UPDATED);
    }

    @Test
    void countsTheTimeFromTheFirstCompleteAnswer() {
      intake.submit(response.partial());
      now = now.plus(Duration.ofDays(1));
      intake.submit(response.revision(2));
      now = now.plus(Duration.ofHours(12));

      assertThat(intake.submit(response.rate("satisfaction", 1).revision(3)))
          .isInstanceOf(Receipt.class);
    }
  }

  @Nested
  class Late {

    @Test
    void isAnAnswerFromTheExpiryOnAndKept() {
      now = invitation.expiresAt();

      assertThat(intake.submit(response).orElseThrow().late()).isTrue();
      assertThat(store.find(response.id()))
          .satisfies(kept -> assertThat(kept.isLate()).isTrue());
    }

    @Test
    void isNotAnAnswerJustBefore() {
      now = invitation.expiresAt().minusNanos(1);

      assertThat(intake.submit(response).orElseThrow().late()).isFalse();
    }

    @Test
    void endsThirtyDaysAfterTheExpiry() {
      now = invitation.expiresAt().plus(Invitation.LATE).minusNanos(1);
      assertThat(intake.submit(response)).isInstanceOf(Receipt.class);

      Invitation other = ((Decision.Ask)
              engine.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-2"), ANNA))
          .invitation();
      now = other.expiresAt().plus(Invitation.LATE);
      assertRejected(intake.submit(Response.to(other).rate("satisfaction", 1)), Code.EXPIRED);
    }
  }

  @Nested
  class WithoutTheLedger {

    @Test
    void aResponseIsKeptOnTheWordOfItsInvitation() {
      ledger.broken(true);

      assertThat(intake.submit(response).orElseThrow().status()).isEqualTo(Status.STORED);
    }

    @Test
    void aRetryOnceItIsBackRecordsTheAnswer() {
      ledger.broken(true);
      intake.submit(response);
      ledger.broken(false);
      assertThat(engine.ask(TICKET, ANNA)).isInstanceOf(Decision.Ask.class);

      assertThat(intake.submit(response).orElseThrow().status()).isEqualTo(Status.DUPLICATE);

      assertThat(engine.ask(TICKET, ANNA)).isInstanceOf(Decision.Skip.class);
    }

    @Test
    void twoResponsesToOneInvitationStillDoNotCountTwice() {
      ledger.broken(true);
      intake.submit(response);

      assertRejected(
          intake.submit(Response.to(invitation).rate("satisfaction", 1)), Code.ALREADY_ANSWERED);
    }
  }

  @Nested
  class Names {

    private final Response words = response.comment("Zoé helped, and Anna S. says thanks");

    private String kept() {
      AcceptedResponse kept = store.newest(ResponseFilter.of("csat"), 1).get(0);
      return ((Answer.Text) kept.answers().get(1)).text();
    }

    @Test
    void ofTheResponseAreTakenOut() {
      intake.submit(words.names(List.of("Zoé", "Anna S."))).orElseThrow();

      assertThat(kept()).isEqualTo("<NAME> helped, and <NAME>. says thanks");
      assertThat(store.newest(ResponseFilter.of("csat"), 1).get(0).redactions())
          .isEqualTo(Map.of(Redaction.Kind.NAME, 2));
    }

    @Test
    void thatTheApplicationKnowsAreTakenOut() {
      KnownNames names = invitation ->
          List.of(String.valueOf(invitation.subject()).contains("INC-1") ? "Zoé" : "Paul");

      intake(catalog, names).submit(words.names(List.of("Anna S"))).orElseThrow();

      assertThat(kept()).isEqualTo("<NAME> helped, and <NAME>. says thanks");
    }

    @Test
    void areLookedUpForAnAnonymousAnswerToo() {
      SurveyCatalog anonymous = SurveyCatalog.of(List.of(CSAT.withAnonymity(Anonymity.ANONYMOUS)));
      List<Invitation> asked = new ArrayList<>();
      KnownNames names = each -> {
        asked.add(each);
        return List.of("Zoé");
      };

      intake(anonymous, names).submit(words).orElseThrow();

      assertThat(asked).containsExactly(invitation);
      assertThat(kept()).startsWith("<NAME> helped");
    }

    @Test
    void areNotLookedUpForARating() {
      KnownNames none = each -> {
        throw new AssertionError("there are no words");
      };

      assertThat(intake(catalog, none).submit(response)).isInstanceOf(Receipt.class);
    }

    @Test
    void thatCannotBeLookedUpStopTheWordsFromBeingKept() {
      KnownNames broken = each -> {
        throw new IllegalStateException("the directory is down");
      };

      assertRejected(intake(catalog, broken).submit(words), Code.STORE_UNAVAILABLE);

      assertThat(store.newest(ResponseFilter.of("csat"), 1)).isEmpty();
      assertThat(intake.submit(words)).isInstanceOf(Receipt.class);
    }

    @Test
    void ofAResponseAreAtMostAHundred() {
      assertThatThrownBy(() -> response.names(Collections.nCopies(101, "Zoé")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a response must have at most 100 names, but has 101");
    }

    @Test
    void stayThroughEveryChangeOfTheResponseButAreNotPrinted() {
      Response changed = response
          .names(List.of("Zoé"))
          .rate("satisfaction", 3)
          .revision(2)
          .partial()
          .locale(Locale.FRENCH)
          .withId(response.id());

      assertThat(changed.names()).containsExactly("Zoé");
      assertThat(changed.toString()).doesNotContain("Zoé");
    }
  }

  @Test
  void mentionsAreOfTheRedactedText() {
    intake.submit(response.comment("a@example.org says the VPN is slow")).orElseThrow();

    AcceptedResponse kept = store.newest(ResponseFilter.of("csat"), 1).get(0);
    String text = ((Answer.Text) kept.answers().get(1)).text();
    assertThat(kept.mentions().get("comment"))
        .extracting((Mention each) -> text.substring(each.start(), each.end()))
        .containsExactly("VPN is slow");
  }

  @Test
  void theRatingOfTheSameResponseJudgesWhatItsCommentOnlyNames() {
    intake.submit(response.rate("satisfaction", 1).comment("VPN")).orElseThrow();

    AcceptedResponse kept = store.newest(ResponseFilter.of("csat"), 1).get(0);
    assertThat(kept.themes()).containsEntry("network", Stance.NEGATIVE);
  }

  @Test
  void anAnswerThatSaysNothingIsKeptAndIsNoComment() {
    intake.submit(response.comment("N/A")).orElseThrow();

    AcceptedResponse kept = store.newest(ResponseFilter.of("csat"), 1).get(0);
    assertThat(kept.answer("comment")).isEqualTo(new Answer.Text("comment", "N/A"));
    assertThat(kept.hasComment()).isFalse();
    assertThat(store.comments(CommentFilter.of(ResponseFilter.of("csat")), 1)).isEmpty();
  }

  private static void assertRejected(Submission submission, Code code) {
    assertThat(submission)
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection -> assertThat(rejection.violations())
                .extracting(Violation::code)
                .containsExactly(code));
  }
}
