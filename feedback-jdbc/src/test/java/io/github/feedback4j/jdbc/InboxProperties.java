package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.wire.WireEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** Whatever the order and the batches in which events come, and however often, the tables are the same. */
class InboxProperties {

  private static final Instant NOW = SampleResponse.MONDAY.plus(Duration.ofDays(30));
  private static final LendingDataSource ONCE = prepared();
  private static final LendingDataSource OFTEN = prepared();

  /** All that outlives the journey of an event; what was delivered is compared apart. */
  private static final List<String> TABLES = List.of(
      "response",
      "answer",
      "answer_part",
      "tag",
      "invitation",
      "rating_rollup",
      "contact_rollup",
      "registered_survey",
      "unverified",
      "erased");

  private static LendingDataSource prepared() {
    LendingDataSource dataSource = TestDatabase.h2(true);
    JdbcSchema.initialize(dataSource);
    return dataSource;
  }

  private static JdbcInbox inbox(LendingDataSource dataSource) {
    return new JdbcInbox(
        dataSource, JdbcSchema.DEFAULT_PREFIX, () -> NOW, (key, version) -> null, true);
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void anyOrderSplitsRepetitionsAndRetriesLeaveWhatEachEventOnceLeaves(
      @ForAll @Size(max = 40) List<@From("events") WireEvent> events, @ForAll long seed) {
    clear(ONCE);
    clear(OFTEN);
    for (WireEvent each : events) {
      inbox(ONCE).accept(List.of(each));
    }

    Random random = new Random(seed);
    List<WireEvent> journey = new ArrayList<>(events);
    for (WireEvent each : events) {
      if (random.nextInt(3) == 0) {
        journey.add(each);
      }
    }
    Collections.shuffle(journey, random);
    int at = 0;
    while (at < journey.size()) {
      int end = Math.min(journey.size(), at + 1 + random.nextInt(12));
      List<WireEvent> batch = journey.subList(at, end);
      if (random.nextInt(4) == 0) {
        // It fails somewhere, and all of it is sent again.
        OFTEN.failAt(
            List.of("INTO feedback4j_answer ", "feedback4j_rating_rollup", "commit", "UPDATE")
                .get(random.nextInt(4)),
            1,
            random.nextBoolean() ? "08006" : "40001");
        try {
          inbox(OFTEN).accept(batch);
        } catch (StoreException e) {
          assertThat(e.sqlState()).isEqualTo("08006");
        }
        OFTEN.failAt("nowhere", 0, "08006");
      }
      inbox(OFTEN).accept(batch);
      at = end;
    }

    for (String each : TABLES) {
      assertThat(TableDump.sorted(OFTEN, each)).as(each).isEqualTo(TableDump.sorted(ONCE, each));
    }
    RollUpAudit.assertExact(OFTEN);
    OFTEN.assertEverythingCameBack();
  }

  private static void clear(LendingDataSource dataSource) {
    new Database(dataSource, JdbcSchema.DEFAULT_PREFIX).transaction("clear", session -> {
      for (String each : List.of(
          "response",
          "invitation",
          "rating_rollup",
          "contact_rollup",
          "registered_survey",
          "delivered",
          "erased")) {
        session.update("DELETE FROM ${prefix}" + each);
      }
      return session;
    });
  }

  @Provide
  Arbitrary<WireEvent> events() {
    Arbitrary<SampleResponse> responses = Combinators.combine(
            Arbitraries.integers().between(1, 6), Arbitraries.integers().between(1, 3))
        .as((number, revision) -> {
          // Of a response and revision there is one content; one response does not fit the survey.
          Random content = new Random(31L * number + revision);
          return SampleResponse.of(number)
              .from("person-" + number % 3)
              .revision(revision)
              .rating(number == 5 ? 6 : 1 + content.nextInt(5))
              .at(SampleResponse.MONDAY.plus(Duration.ofHours(7L * number + revision)))
              .accountable(Accountability.none().team(number % 2 == 0 ? "Network" : "Workplace"));
        });
    return Arbitraries.frequencyOf(
        Tuple.of(6, responses.map(SampleEvents::response)),
        Tuple.of(
            4,
            Combinators.combine(responses, Arbitraries.of(Outcome.class))
                .as(SampleEvents::contact)),
        Tuple.of(
            1,
            Combinators.combine(
                    Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 50))
                .as((person, hours) -> SampleEvents.erasure(
                    "person-" + person, SampleResponse.MONDAY.plus(Duration.ofHours(hours))))),
        Tuple.of(1, Arbitraries.create(SampleEvents::survey)));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everyEventHasOneFateAndTheAcceptedOnesAreDelivered(
      @ForAll @Size(max = 30) List<@From("events") WireEvent> events) {
    clear(OFTEN);

    List<Arrival> arrivals = inbox(OFTEN).accept(events);

    long rejected = arrivals.stream().filter(Arrival.Rejected.class::isInstance).count();
    assertThat(arrivals).hasSize(events.size());
    assertThat(TableDump.sorted(OFTEN, "delivered")).hasSize((int) (events.size() - rejected));
    RollUpAudit.assertExact(OFTEN);
    assertThat(new JdbcResponseStore(OFTEN).count(new RespondentKey("person-0")))
        .isLessThanOrEqualTo(2);
  }
}
