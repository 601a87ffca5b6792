package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Contact;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.ContactCounts;
import io.github.feedback4j.response.Correction;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseSink.Kept;
import io.github.feedback4j.response.RetagFilter;
import io.github.feedback4j.response.Retagging;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both databases must do beyond the contracts: fidelity, races, failures, the roll-up. */
abstract class StoreLaws {

  private static final ResponseFilter ALL = ResponseFilter.of(SampleResponse.SURVEY);
  private static final Duration DAY = Duration.ofDays(1);

  private final LendingDataSource dataSource = database();
  private final JdbcResponseStore store = new JdbcResponseStore(dataSource);
  private final JdbcResponseStore otherNode = new JdbcResponseStore(dataSource);
  private final JdbcLedger ledger = new JdbcLedger(dataSource);

  abstract LendingDataSource database();

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
  void keepsTextsTimesAndNumbersThatDatabasesDoNotLike() {
    String odd = "\u0000 \ud83d \ude00\ud83d \ufdd0 \ud83d\ude80 'x' \\ % \u202e";
    Invitation invitation = new Invitation(
        UUID.randomUUID(),
        "ticket-csat",
        3,
        new RespondentKey("anna \ud83d"),
        odd,
        new Subject(odd, 7),
        Instant.MIN,
        Instant.MAX,
        Double.MIN_VALUE,
        Accountability.none()
            .team(odd)
            .agent("\ufdd0")
            .closedAt(Instant.parse("9999-12-31T23:59:59.999999999Z")),
        new Locale("no", "NO", "NY"),
        Attributes.none().with("odd", odd).with("at", Instant.MIN).with("n", 1e-300));
    String pack = "pack \u0000";
    String engine = "\ufdd0";
    Tag vpn = new Tag(
        "v".repeat(64),
        Polarity.NEUTRAL,
        0,
        List.of(
            new Tag.Span(0, 1),
            new Tag.Span(7, Integer.MAX_VALUE),
            new Tag.Span(7, Integer.MAX_VALUE)),
        null,
        new Tag.Source(Tag.Origin.CANDIDATE, pack, engine, "fr", odd, odd));
    Tag slow = new Tag(
        "speed",
        Polarity.NEGATIVE,
        -100,
        List.of(new Tag.Span(0, 9)),
        new Tag.Span(Integer.MAX_VALUE - 1, Integer.MAX_VALUE),
        new Tag.Source(Tag.Origin.MANUAL, odd, odd, odd, "slow", odd));
    AcceptedResponse response = AcceptedResponse.restored(
        UUID.randomUUID(),
        2,
        false,
        invitation,
        Instant.parse("2026-01-05T08:00:00.123456789Z"),
        true,
        new Locale("not a language"),
        List.of(
            new Answer.Choice("why", odd),
            new Answer.Text("comment", odd),
            new Answer.Text("empty", ""),
            new Answer.Rating("satisfaction", Integer.MIN_VALUE),
            new Answer.Choice("other", "other", odd),
            new Answer.Choices("several", List.of(odd, "a", "other"), odd),
            new Answer.Choices("none", List.of()),
            new Answer.Matrix("grid", Map.of(odd, Integer.MAX_VALUE)),
            new Answer.Ranking("rank", List.of("z", "a", odd)),
            new Answer.Consent("yes", true),
            new Answer.Consent("no", false),
            new Answer.LostTime("lost", 525_600)),
        Map.of(
            "comment", new Tagging(pack, engine, false, List.of(vpn, slow)),
            "several", new Tagging(pack, engine, true, List.of(vpn, vpn)),
            "why", new Tagging(pack, engine, true, List.of()),
            "empty", new Tagging(pack, engine, false, List.of())),
        List.of(
            new Correction(
                TagRuling.is("comment", "v".repeat(64), Polarity.NEUTRAL).at(0, Integer.MAX_VALUE),
                "\ud83d " + "a".repeat(198),
                Instant.MAX),
            new Correction(TagRuling.isNot("several", "speed"), "manager-7", Instant.MIN),
            new Correction(TagRuling.isNot("several", "a"), "manager-7", Instant.EPOCH)),
        Map.of(Redaction.Kind.EMAIL, 2, Redaction.Kind.PHONE, 1, Redaction.Kind.NAME, 12));

    assertThat(store.append(response)).isEqualTo(Kept.STORED);

    AcceptedResponse found = Objects.requireNonNull(store.find(response.id()));
    assertThat(found.invitation()).isEqualTo(response.invitation());
    assertThat(found.revision()).isEqualTo(2);
    assertThat(found.isComplete()).isFalse();
    assertThat(found.isLate()).isTrue();
    assertThat(found.answeredAt()).isEqualTo(response.answeredAt());
    assertThat(found.locale()).isEqualTo(response.locale());
    assertThat(found.answers()).isEqualTo(response.answers());
    assertThat(found.taggings()).isEqualTo(response.taggings());
    assertThat(found.corrections()).isEqualTo(response.corrections());
    assertThat(found.redactions()).isEqualTo(response.redactions());
    ResponseFilter filter =
        new ResponseFilter("ticket-csat", Instant.MIN, Instant.MAX, Map.of("team", Set.of(odd)));
    assertThat(store.ratings(filter, "satisfaction"))
        .containsExactly(new RatingCount(3, Integer.MIN_VALUE, Double.MIN_VALUE, 1));
    assertThat(store.erase(invitation.respondent())).isEqualTo(1);
  }

  @Test
  void tellsRespondentsApartThatDifferInHalfACharacter() {
    ContactHistory history = new ContactHistory(List.of(), SampleResponse.MONDAY);
    RespondentKey high = new RespondentKey("a\ud83d");
    RespondentKey low = new RespondentKey("a\ude00");
    RespondentKey replaced = new RespondentKey("a?");

    assertThat(ledger.compareAndSet(high, 0, history)).isEqualTo(Commit.DONE);

    assertThat(ledger.load(high).history()).isEqualTo(history);
    assertThat(ledger.load(low).version()).isZero();
    assertThat(ledger.load(replaced).version()).isZero();
  }

  @Test
  void keepsAHistoryOfTheGreatestSize() {
    String longest = "\u6771".repeat(Accountability.MAX_LENGTH - 4);
    List<Contact> contacts = new ArrayList<>();
    for (int i = 0; i < ContactHistory.MAX_CONTACTS; i++) {
      Invitation invitation = SampleResponse.of(i)
          .accountable(Accountability.none().team(longest + i).agent(i + longest))
          .invitation();
      contacts.add(new Contact(
          invitation, Outcome.INVITED, false, null, null, null, null, null, 0, null, 0, 0, null));
    }
    ContactHistory history = new ContactHistory(contacts, null);
    RespondentKey anna = new RespondentKey("anna");

    assertThat(ledger.compareAndSet(anna, 0, history)).isEqualTo(Commit.DONE);

    assertThat(ledger.load(anna).history()).isEqualTo(history);
  }

  @Test
  void rollsUpDimensionsOfTheGreatestLength() {
    String longest = "\ud83d".repeat(Accountability.MAX_LENGTH);
    Accountability accountable = Accountability.none();
    for (String each : Accountability.DIMENSIONS) {
      accountable = accountable.with(each, longest);
    }

    store.append(SampleResponse.of(1).accountable(accountable).toResponse());

    ResponseFilter filter = new ResponseFilter(
        SampleResponse.SURVEY, null, null, Map.of("location", Set.of("x", longest)));
    assertThat(store.ratings(filter, "satisfaction")).containsExactly(new RatingCount(1, 4, 1, 1));
  }

  @Test
  void countsByAgentAndChangeToo() {
    for (int i = 0; i < 4; i++) {
      Accountability accountable =
          Accountability.none().team("Network").agent("agent-" + i % 2).change("CHG-" + i);
      store.append(SampleResponse.of(i).rating(i + 1).accountable(accountable).toResponse());
    }

    assertThat(store.ratings(by(Map.of("agent", Set.of("agent-1"))), "satisfaction"))
        .containsExactly(new RatingCount(1, 2, 1, 1), new RatingCount(1, 4, 1, 1));
    assertThat(store.ratings(
            by(Map.of("team", Set.of("Network"), "change", Set.of("CHG-0", "CHG-9"))),
            "satisfaction"))
        .containsExactly(new RatingCount(1, 1, 1, 1));
    assertThat(store.ratings(by(Map.of("team", Set.of())), "satisfaction")).isEmpty();
  }

  @Test
  void wholeDaysComeFromTheRollUpAndTheRestFromTheAnswers() {
    store.append(SampleResponse.of(1).toResponse());
    ResponseFilter monday = new ResponseFilter(
        SampleResponse.SURVEY, SampleResponse.MONDAY, SampleResponse.MONDAY.plus(DAY), Map.of());
    ResponseFilter partOfMonday = new ResponseFilter(
        SampleResponse.SURVEY,
        SampleResponse.MONDAY.plusSeconds(1),
        SampleResponse.MONDAY.plus(DAY),
        Map.of());

    addToRollUp(10);

    assertThat(store.ratings(ALL, "satisfaction")).containsExactly(new RatingCount(1, 4, 1, 11));
    assertThat(store.ratings(monday, "satisfaction")).containsExactly(new RatingCount(1, 4, 1, 11));
    assertThat(store.ratings(partOfMonday, "satisfaction"))
        .containsExactly(new RatingCount(1, 4, 1, 1));
    addToRollUp(-10);
  }

  @Test
  void aRollUpThatWasTamperedWithRefusesChangesAndSaysSo() {
    store.append(SampleResponse.of(1).toResponse());
    Database database = new Database(dataSource, JdbcSchema.DEFAULT_PREFIX);
    database.transaction("tamper", session -> session.update("DELETE FROM ${prefix}rating_rollup"));

    assertThatThrownBy(
            () -> store.append(SampleResponse.of(1).revision(2).rating(1).toResponse()))
        .isInstanceOf(StoreException.class)
        .hasMessage("could not keep a response: SQLState F4J01 (the roll-up lacks a row)");

    database.transaction("mend", session -> session.update("DELETE FROM ${prefix}response"));
  }

  private void addToRollUp(int count) {
    new Database(dataSource, JdbcSchema.DEFAULT_PREFIX)
        .transaction(
            "tamper",
            session -> session.update(
                "UPDATE ${prefix}rating_rollup SET responses = responses + ?", count));
  }

  @Test
  void aWindowEndsToTheNanosecond() {
    Instant start = SampleResponse.MONDAY.plus(Duration.ofHours(7)).plusNanos(500);
    Instant end = start.plus(DAY.multipliedBy(3));
    List<Instant> inside = List.of(
        start,
        SampleResponse.MONDAY.plus(DAY).minusNanos(1),
        SampleResponse.MONDAY.plus(DAY),
        SampleResponse.MONDAY.plus(DAY.multipliedBy(3)).minusNanos(1),
        SampleResponse.MONDAY.plus(DAY.multipliedBy(3)),
        end.minusNanos(1));
    int number = 0;
    for (Instant each : inside) {
      store.append(SampleResponse.of(number++).rating(5).at(each).toResponse());
    }
    store.append(SampleResponse.of(number++).rating(1).at(start.minusNanos(1)).toResponse());
    store.append(SampleResponse.of(number).rating(1).at(end).toResponse());

    ResponseFilter window = new ResponseFilter(SampleResponse.SURVEY, start, end, Map.of());

    assertThat(store.ratings(window, "satisfaction"))
        .containsExactly(new RatingCount(1, 5, 1, inside.size()));
    assertThat(store.newest(window, 100)).hasSize(inside.size());
    assertThat(store.ratings(
            new ResponseFilter(SampleResponse.SURVEY, end, start, Map.of()), "satisfaction"))
        .isEmpty();
  }

  @Test
  void everyRevisionOfManyAtOnceIsKeptOrOlderThanWhatIsKept() throws Exception {
    List<Callable<Kept>> appends = new ArrayList<>();
    for (int i = 1; i <= 16; i++) {
      AcceptedResponse response =
          SampleResponse.of(1).revision(i).rating(1 + i % 5).toResponse();
      JdbcResponseStore node = i % 2 == 0 ? store : otherNode;
      appends.add(() -> node.append(response));
    }

    List<Kept> kept = Together.run(appends);

    assertThat(kept).filteredOn(each -> each == Kept.STORED).hasSize(1);
    assertThat(kept).isSubsetOf(Kept.STORED, Kept.UPDATED, Kept.DUPLICATE);
    assertThat(Objects.requireNonNull(store.find(SampleResponse.of(1).id())).revision())
        .isEqualTo(16);
    assertThat(store.ratings(ALL, "satisfaction")).containsExactly(new RatingCount(1, 2, 1, 1));
  }

  @Test
  void differentResponsesToOneInvitationOverTwoNodesLeaveOne() throws Exception {
    List<Callable<Kept>> appends = new ArrayList<>();
    for (int i = 1; i <= 16; i++) {
      AcceptedResponse response = SampleResponse.of(1).rating(1 + i % 5).toResponse(new UUID(9, i));
      JdbcResponseStore node = i % 2 == 0 ? store : otherNode;
      appends.add(() -> node.append(response));
    }

    List<Kept> kept = Together.run(appends);

    assertThat(kept).filteredOn(each -> each == Kept.STORED).hasSize(1);
    assertThat(kept).filteredOn(each -> each == Kept.OTHER_RESPONSE).hasSize(15);
    assertThat(store.newest(ALL, 10)).hasSize(1);
  }

  @Test
  void changesAndErasuresAtOnceLeaveTheRollUpExact() throws Exception {
    RespondentKey anna = new RespondentKey("anna");
    List<Callable<Object>> calls = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int mine = thread;
      JdbcResponseStore node = thread % 2 == 0 ? store : otherNode;
      calls.add(() -> {
        for (int i = 0; i < 20; i++) {
          if (mine == 0 && i % 4 == 3) {
            node.erase(anna);
          } else {
            node.append(SampleResponse.of(i % 5)
                .from("anna")
                .revision(1 + i * 8 + mine)
                .rating(1 + (i + mine) % 5)
                .toResponse());
          }
        }
        return mine;
      });
    }

    Together.run(calls);

    RollUpAudit.assertExact(dataSource);
    assertThat(store.erase(anna)).isBetween(0, 5);
    assertThat(store.ratings(ALL, "satisfaction")).isEmpty();
  }

  @Test
  void tagsMadeAnewOnManyNodesWhileResponsesComeInLeaveTheRollUpExact() throws Exception {
    for (int i = 0; i < 60; i++) {
      store.append(SampleTags.response(i, 1, SampleTags.PACKS.get(0)));
    }
    List<Callable<Object>> calls = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int mine = thread;
      JdbcResponseStore node = thread % 2 == 0 ? store : otherNode;
      calls.add(() -> {
        for (int i = 0; i < 10; i++) {
          int number = (mine * 17 + i * 7) % 60;
          if (mine < 4) {
            SampleTags.retagAll(node, SampleTags.PACKS.get(mine % 2), 1 + 5 * mine);
          } else if (mine == 4) {
            Correction correction = SampleTags.correction(number);
            node.retag(
                SampleResponse.of(number).id(),
                each -> SampleTags.PACKS.get(0).correct(each, correction));
          } else if (mine == 5 && i % 4 == 3) {
            node.erase(new RespondentKey("person-" + number));
          } else {
            node.append(SampleTags.response(number, 2 + i, SampleTags.PACKS.get(mine % 3)));
            node.append(SampleTags.response(60 + number, 1, SampleTags.PACKS.get(mine % 3)));
          }
        }
        return mine;
      });
    }

    Together.run(calls);

    RollUpAudit.assertExact(dataSource);
    Retagging last = SampleTags.PACKS.get(2);
    SampleTags.retagAll(otherNode, last, 7);
    assertThat(store.count(last.outdated(ALL))).isZero();
    assertThat(store.newest(ALL, 1_000)).isNotEmpty().allSatisfy(each -> {
      assertThat(each.themePack()).isEqualTo("desk:3:" + SampleTags.hash(3));
      assertThat(each.taggings()).isEqualTo(last.retag(each).taggings());
    });
  }

  @Test
  void aRetagThatIsCutOffLeavesWholeBatches() {
    for (int i = 0; i < 10; i++) {
      store.append(SampleTags.response(i, 1, SampleTags.PACKS.get(0)));
    }
    Retagging next = SampleTags.PACKS.get(1);
    store.retag(next.outdated(ALL), 4, next::retag);
    dataSource.failAt("INSERT INTO feedback4j_tag", 9, "57014");

    assertThatThrownBy(() -> store.retag(next.outdated(ALL), 4, next::retag))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("could not tag responses again: SQLState 57014");

    dataSource.failAt("nowhere", 0, "57014");
    RollUpAudit.assertExact(dataSource);
    assertThat(store.count(next.outdated(ALL))).isEqualTo(6);
    SampleTags.retagAll(store, next, 4);
    assertThat(store.count(next.outdated(ALL))).isZero();
  }

  @Test
  void whoLeavesACellWhileSomebodyEntersItIsNotCountedThere() {
    Retagging pack = SampleTags.PACKS.get(0);
    store.append(SampleTags.response(1, 1, pack, "The VPN"));
    store.append(SampleTags.response(3, 1, pack, "Kind"));
    store.append(SampleTags.response(5, 1, pack, "Kind"));
    List<TagRuling> swapped = List.of(
        TagRuling.is("comment", "kindness", Polarity.POSITIVE),
        TagRuling.isNot("comment", "network"));

    store.retag(new RetagFilter(ALL, "another", "1", null), 10, each -> {
      AcceptedResponse changed = each;
      if (each.id().equals(SampleResponse.of(1).id())) {
        for (TagRuling ruling : swapped) {
          changed = pack.correct(changed, SampleTags.correction(ruling));
        }
      } else if (each.id().equals(SampleResponse.of(3).id())) {
        changed =
            pack.correct(changed, SampleTags.correction(TagRuling.isNot("comment", "kindness")));
      }
      return changed;
    });

    RollUpAudit.assertExact(dataSource);
    assertThat(store.ratingsByThemes(ALL, "satisfaction"))
        .extracting(each -> each.values() + " " + each.persons().size())
        .containsExactly("[] 1", "[kindness] 2");
  }

  @Test
  void eventsOfOneInvitationAtOnceMakeOneRow() throws Exception {
    List<Callable<Object>> calls = new ArrayList<>();
    for (Outcome each : Outcome.values()) {
      ContactEvent event =
          new ContactEvent(SampleResponse.of(1).invitation(), each, SampleResponse.MONDAY);
      calls.add(() -> {
        store.record(event);
        otherNode.record(event);
        return each;
      });
    }

    Together.run(calls);

    assertThat(store.contacts(ALL)).isEqualTo(new ContactCounts(1, 1, 1, 0));
  }

  @Test
  void manyNodesMayCreateTheTablesAtOnce() throws Exception {
    List<Callable<Object>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(() -> {
        JdbcSchema.initialize(dataSource, "at_once_");
        return "done";
      });
    }

    assertThat(Together.run(calls)).hasSize(6);
    JdbcSchema.verify(dataSource, "at_once_");
  }

  @Test
  void theSecretKeyIsOneForAllNodesThatStartAtOnce() throws Exception {
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      byte[] proposed = new byte[32];
      proposed[0] = (byte) i;
      calls.add(() -> Arrays.toString(new JdbcLedger(dataSource).secretKey(proposed)));
    }

    assertThat(Together.run(calls).stream().distinct()).hasSize(1);
  }

  @Test
  void aFailureBeforeTheCommitLeavesNothing() {
    for (String place : List.of("answer (", "rating_rollup (", "commit")) {
      dataSource.failAt(place, 1, "22000");

      assertThatThrownBy(() -> store.append(SampleResponse.of(1).toResponse()))
          .isInstanceOf(StoreException.class)
          .hasMessage("could not keep a response: SQLState 22000");

      assertThat(store.find(SampleResponse.of(1).id())).isNull();
      RollUpAudit.assertExact(dataSource);
    }
    assertThat(store.append(SampleResponse.of(1).toResponse())).isEqualTo(Kept.STORED);
  }

  @Test
  void whatIsLostAgainstOthersIsTriedAgainUpToFiveTimes() {
    dataSource.failAt("rating_rollup (", Database.MAX_ATTEMPTS - 1, "40001");
    assertThat(store.append(SampleResponse.of(1).toResponse())).isEqualTo(Kept.STORED);

    dataSource.failAt("rating_rollup (", Database.MAX_ATTEMPTS, "40P01");
    assertThatThrownBy(() -> store.append(SampleResponse.of(2).rating(1).toResponse()))
        .hasMessage(
            "could not keep a response: SQLState 40P01 (lost against other transactions several times)");
    assertThat(store.newest(ALL, 10)).hasSize(1);
  }

  @Test
  void aFailureNamesTheOperationAndNoValue() {
    dataSource.failAt("contact_history", 1, "57014");

    assertThatThrownBy(() -> ledger.load(new RespondentKey("anna")))
        .isInstanceOfSatisfying(StoreException.class, failure -> {
          assertThat(failure.operation()).isEqualTo("load a contact history");
          assertThat(failure.sqlState()).isEqualTo("57014");
        })
        .hasMessage(
            "could not load a contact history: SQLState 57014 (cancelled, timed out or shut down)")
        .hasRootCauseMessage("java.sql.SQLException with code 4711, text withheld")
        .hasStackTraceContaining("LendingDataSource");
  }

  @Test
  void aMissingTableAtRunTimeSaysWhatToDo() {
    JdbcLedger elsewhere =
        new JdbcLedger(dataSource, "elsewhere_", Instant::now, new SplittableRandom(1));

    assertThatThrownBy(() -> elsewhere.load(new RespondentKey("anna")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("a table is missing: call JdbcSchema.initialize");
  }

  @Test
  void connectionsComeBackWhenTheWayBackFailsToo() {
    for (String place : List.of("setAutoCommit", "getAutoCommit", "rollback")) {
      dataSource.failAt(place, 9, "08006");
      assertThatThrownBy(() -> store.append(nameless())).isInstanceOf(RuntimeException.class);
      dataSource.assertEverythingCameBack();
    }
    dataSource.failAt("nowhere", 0, "08006");
    assertThat(store.append(SampleResponse.of(1).toResponse())).isEqualTo(Kept.STORED);
  }

  /** A response that the database refuses once its row is written: an answer to no question. */
  private static AcceptedResponse nameless() {
    AcceptedResponse whole = SampleResponse.of(1).toResponse();
    return AcceptedResponse.restored(
        whole.id(),
        1,
        true,
        whole.invitation(),
        whole.answeredAt(),
        false,
        null,
        List.of(new Answer.Choice(null, "x")),
        Map.of(),
        List.of(),
        Map.of());
  }

  private static ResponseFilter by(Map<String, Set<String>> dimensions) {
    return new ResponseFilter(SampleResponse.SURVEY, null, null, dimensions);
  }
}
