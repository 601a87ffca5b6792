package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.feedback4j.jdbc.Arrival.Accepted;
import io.github.feedback4j.jdbc.Arrival.Rejected;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.ContactCounts;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseSink.Kept;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import io.github.feedback4j.wire.SurveyLoaded;
import io.github.feedback4j.wire.WireEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of events while others are at work, or the database is not, on both databases. */
abstract class InboxRaceLaws {

  private static final ResponseFilter ALL = ResponseFilter.of(SampleResponse.SURVEY);
  private static final Arrival ACCEPTED = new Accepted();

  private final LendingDataSource dataSource = database();
  private final JdbcResponseStore store = new JdbcResponseStore(dataSource);
  private final JdbcSurveyRegistry registry = new JdbcSurveyRegistry(dataSource);
  private Instant now = SampleResponse.MONDAY.plus(Duration.ofDays(1));
  private final JdbcInbox inbox = inbox();

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
  void aRecordThatTheDatabaseRefusesDoesNotStopItsNeighbours() {
    inbox.accept(List.of(SampleEvents.survey()));
    SampleResponse broken = SampleResponse.of(2);
    Tag tooLong = new Tag(
        "t".repeat(64),
        Polarity.NEGATIVE,
        -100,
        List.of(new Tag.Span(0, 1)),
        null,
        new Tag.Source(Tag.Origin.CANDIDATE, "p", "e", "en", "i", "r"));
    AcceptedResponse refused = AcceptedResponse.restored(
        broken.id(),
        1,
        true,
        broken.invitation(),
        broken.answeredAt(),
        false,
        null,
        broken.toResponse().answers(),
        Map.of("comment", new Tagging("p", "e", false, List.of(tooLong))),
        List.of(),
        Map.of());
    narrowThemes();

    List<Arrival> arrivals = inbox.accept(List.of(
        SampleEvents.response(SampleResponse.of(1)),
        SampleEvents.contact(SampleResponse.of(1), Outcome.SHOWN),
        SampleEvents.response(refused),
        SampleEvents.response(SampleResponse.of(3)),
        SampleEvents.response(SampleResponse.of(1).revision(2))));

    assertThat(arrivals)
        .containsExactly(
            ACCEPTED,
            ACCEPTED,
            new Rejected("not-stored", "the database refuses it with SQLState 22001"),
            ACCEPTED,
            ACCEPTED);
    assertThat(TableDump.sorted(dataSource, "response")).hasSize(2);
    assertThat(TableDump.sorted(dataSource, "delivered")).hasSize(5);
  }

  /** Makes the database refuse what feedback4j itself lets through. */
  private void narrowThemes() {
    new Database(dataSource, JdbcSchema.DEFAULT_PREFIX).transaction("narrow", session -> {
      session.execute("ALTER TABLE ${prefix}tag DROP COLUMN theme");
      session.execute("ALTER TABLE ${prefix}tag ADD COLUMN theme VARCHAR(10) NOT NULL");
      return session;
    });
  }

  @Test
  void whatCannotBeReachedIsThrownAndLeavesNothingBehind() {
    inbox.accept(List.of(SampleEvents.survey()));
    List<WireEvent> events = List.of(
        SampleEvents.contact(SampleResponse.of(1), Outcome.SHOWN),
        SampleEvents.response(SampleResponse.of(1)));
    for (String where : List.of("INTO feedback4j_answer ", "INTO feedback4j_contact", "commit")) {
      dataSource.failAt(where, 1, "08006");

      assertThatExceptionOfType(StoreException.class)
          .as(where)
          .isThrownBy(() -> inbox.accept(events))
          .satisfies(each -> assertThat(each.sqlState()).isEqualTo("08006"));

      assertThat(TableDump.sorted(dataSource, "response")).isEmpty();
      assertThat(TableDump.sorted(dataSource, "invitation")).isEmpty();
      assertThat(TableDump.sorted(dataSource, "delivered")).hasSize(1);
    }

    assertThat(inbox.accept(events)).containsOnly(ACCEPTED);
  }

  @Test
  void whoLosesAgainstAnotherTransactionBeginsAnew() {
    inbox.accept(List.of(SampleEvents.survey()));
    dataSource.failAt("INTO feedback4j_invitation", 3, "40001");

    assertThat(inbox.accept(List.of(
            SampleEvents.response(SampleResponse.of(1)),
            SampleEvents.contact(SampleResponse.of(1), Outcome.SHOWN))))
        .containsExactly(ACCEPTED, ACCEPTED);
  }

  @Test
  void eventsAreForgottenAfterThirtyDaysABiteAtATime() {
    inbox.accept(List.of(SampleEvents.survey(), SampleEvents.erasure("anna", now)));
    for (int i = 0; i < 3; i++) {
      inbox.accept(contacts(1_000 * i, 1_000));
    }
    now = now.plus(Delivered.KEPT);
    inbox().accept(contacts(10_000, 1_000));
    assertThat(TableDump.sorted(dataSource, "delivered")).hasSize(4_002);

    now = now.plusSeconds(1);
    inbox().accept(contacts(20_000, 10));

    // What is forgotten at once is bounded, whatever there is.
    assertThat(TableDump.sorted(dataSource, "delivered")).hasSize(4_012 - 2_020);
    assertThat(TableDump.sorted(dataSource, "erased")).isEmpty();
    inbox().accept(contacts(30_000, 10));
    assertThat(TableDump.sorted(dataSource, "delivered")).hasSize(1_020);
  }

  @Test
  void forgettingThatFailsDoesNotUndoWhatWasTakenIn() {
    dataSource.failAt("FROM feedback4j_delivered WHERE delivered_at", 1, "08006");

    assertThat(inbox.accept(List.of(SampleEvents.survey()))).containsExactly(ACCEPTED);
    assertThat(registry.all()).hasSize(1);
  }

  private static List<WireEvent> contacts(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(each -> SampleEvents.contact(SampleResponse.of(each), Outcome.INVITED))
        .toList();
  }

  @Test
  void twoCollectorsWithTheSameBatchesTakeEachEventOnce() throws Exception {
    inbox.accept(List.of(SampleEvents.survey()));
    JdbcInbox other = inbox();
    for (int round = 0; round < 8; round++) {
      List<WireEvent> events = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        SampleResponse each = SampleResponse.of(100 * round + i).from("person-" + i);
        events.add(SampleEvents.contact(each, Outcome.INVITED));
        events.add(SampleEvents.response(each));
        events.add(SampleEvents.response(each.revision(2).rating(1 + i % 5)));
        events.add(SampleEvents.contact(each, Outcome.ANSWERED));
      }
      List<WireEvent> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(round));

      List<List<Arrival>> arrivals =
          Together.run(List.of(() -> inbox.accept(events), () -> other.accept(shuffled)));

      assertThat(arrivals.get(0)).doesNotHaveAnyElementsOfTypes(Rejected.class);
      assertThat(arrivals.get(1)).doesNotHaveAnyElementsOfTypes(Rejected.class);
      assertThat(TableDump.sorted(dataSource, "delivered")).hasSize(1 + 160 * (round + 1));
      assertThat(TableDump.sorted(dataSource, "response")).hasSize(40 * (round + 1));
      assertThat(store.contacts(ALL).answered()).isEqualTo(40L * (round + 1));
    }
  }

  @Test
  void manyNodesOfOneApplicationAndTheCollectorsOwnPeopleLoseNothing() throws Exception {
    inbox.accept(List.of(SampleEvents.survey()));
    int nodes = 4;
    int each = 60;
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      int of = node;
      calls.add(() -> {
        int taken = 0;
        for (int from = 0; from < each; from += 20) {
          List<WireEvent> events = new ArrayList<>();
          for (int i = from; i < from + 20; i++) {
            // Every invitation is shown on every node, and answered with the help of two of them.
            SampleResponse response = SampleResponse.of(i).from("person-" + i % 7);
            events.add(SampleEvents.contact(response, Outcome.SHOWN));
            events.add(SampleEvents.response(response.revision(1 + (i + of) % nodes)));
          }
          taken += inbox().accept(events).size();
        }
        return taken;
      });
    }
    calls.add(() -> {
      for (int i = 1_000; i < 1_040; i++) {
        SampleResponse own = SampleResponse.of(i).from("person-" + i % 7);
        store.record(new ContactEvent(own.invitation(), Outcome.ANSWERED, now));
        assertThat(store.append(own.toResponse())).isEqualTo(Kept.STORED);
      }
      return 0;
    });
    calls.add(() -> {
      for (int i = 0; i < 10; i++) {
        store.erase(new RespondentKey("nobody-of-these-" + i));
      }
      return 0;
    });

    Together.run(calls);

    List<AcceptedResponse> kept = store.newest(ALL, 1_000);
    assertThat(kept).hasSize(each + 40);
    assertThat(kept)
        .filteredOn(response -> response.id().getLeastSignificantBits() < 1_000)
        .allMatch(response -> response.revision() == nodes);
    assertThat(store.contacts(ALL)).isEqualTo(new ContactCounts(each + 40, each + 40, 40, 0));
  }

  @Test
  void anErasureAndAResponseOfTheSamePersonAtOnceLeaveNothingOfTheTimeBefore() throws Exception {
    inbox.accept(List.of(SampleEvents.survey()));
    for (int round = 0; round < 15; round++) {
      String person = "person-" + round;
      List<WireEvent> said = IntStream.range(10 * round, 10 * round + 10)
          .mapToObj(i -> SampleEvents.response(SampleResponse.of(i).from(person)))
          .toList();
      WireEvent erased = SampleEvents.erasure(person, now);

      Together.run(List.of(() -> inbox.accept(said), () -> inbox().accept(List.of(erased))));

      assertThat(store.count(new RespondentKey(person))).isZero();
    }
  }

  @Test
  void nodesThatRegisterSurveysInAnyOrderAtOnceAllSucceed() throws Exception {
    List<WireEvent> surveys = IntStream.range(0, 30)
        .mapToObj(i -> SampleEvents.survey(Surveys.csat("survey-" + i)))
        .toList();
    List<Callable<List<Arrival>>> calls = new ArrayList<>();
    for (int node = 0; node < 4; node++) {
      List<WireEvent> mine = new ArrayList<>();
      surveys.forEach(each -> mine.add(SampleEvents.survey(((SurveyLoaded) each.data()).survey())));
      Collections.shuffle(mine, new Random(node));
      calls.add(() -> inbox().accept(mine));
    }

    assertThat(Together.run(calls)).allSatisfy(each -> assertThat(each).containsOnly(ACCEPTED));
    assertThat(registry.all()).hasSize(30);
  }
}
