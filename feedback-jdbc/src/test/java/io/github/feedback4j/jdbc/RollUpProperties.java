package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Breakdown;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/** Whatever happens to responses, a roll-up is what one would count again. */
class RollUpProperties {

  private static final LendingDataSource DATABASE = TestDatabase.h2(true);

  private final JdbcResponseStore store = new JdbcResponseStore(DATABASE);

  static {
    JdbcSchema.initialize(DATABASE);
  }

  /** A response that comes, is changed, comes too late, or an erasure of who gave it. */
  record Act(
      boolean erase,
      int number,
      int revision,
      int rating,
      Instant answeredAt,
      double probability,
      Accountability accountability) {

    AcceptedResponse response() {
      return new SampleResponse(
              number,
              respondent().value(),
              revision,
              rating,
              answeredAt,
              probability,
              accountability)
          .toResponse();
    }

    RespondentKey respondent() {
      return new RespondentKey("person-" + number % 3);
    }
  }

  @BeforeTry
  void removeEverything() {
    new Database(DATABASE, JdbcSchema.DEFAULT_PREFIX).transaction("clear", session -> {
      session.update("DELETE FROM ${prefix}response");
      session.update("DELETE FROM ${prefix}invitation");
      session.update("DELETE FROM ${prefix}contact_rollup");
      return session.update("DELETE FROM ${prefix}rating_rollup");
    });
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theRollUpEqualsACountOfTheAnswers(
      @ForAll @Size(max = 30) List<@From("acts") Act> acts,
      @ForAll @Size(min = 1, max = 6) List<@From("filters") ResponseFilter> filters,
      @ForAll("breakdowns") Breakdown breakdown) {
    InMemoryResponseStore memory = new InMemoryResponseStore();
    for (Act each : acts) {
      if (each.erase) {
        assertThat(store.erase(each.respondent())).isEqualTo(memory.erase(each.respondent()));
      } else {
        assertThat(store.append(each.response())).isEqualTo(memory.append(each.response()));
      }
    }

    RollUpAudit.assertExact(DATABASE);
    for (ResponseFilter each : filters) {
      for (String question : List.of("satisfaction", "effort", "comment")) {
        assertThat(store.ratings(each, question))
            .containsExactlyInAnyOrderElementsOf(memory.ratings(each, question));
        assertThat(groups(store, each, question, breakdown))
            .containsExactlyElementsOf(groups(memory, each, question, breakdown));
      }
      assertThat(store.newest(each, 5))
          .extracting(AcceptedResponse::id)
          .containsExactlyElementsOf(
              memory.newest(each, 5).stream().map(AcceptedResponse::id).toList());
    }
    DATABASE.assertEverythingCameBack();
  }

  /** Returns groups with their ratings in one order, since none is promised. */
  private static List<RatingGroup> groups(
      ResponseStore store, ResponseFilter filter, String question, Breakdown breakdown) {
    return store.ratingsBy(filter, question, breakdown).stream()
        .map(each -> new RatingGroup(
            each.values(),
            each.period(),
            each.surveyVersion(),
            each.ratings().stream()
                .sorted(Comparator.comparingInt(RatingCount::value)
                    .thenComparingDouble(RatingCount::inclusionProbability))
                .toList(),
            each.persons()))
        .toList();
  }

  @Provide
  Arbitrary<Breakdown> breakdowns() {
    return Combinators.combine(
            Arbitraries.of("team", "service", "channel", "sla", "agent").set().ofMaxSize(3),
            Combinators.combine(
                    Arbitraries.of(SampleResponse.MONDAY, Instant.EPOCH),
                    Arbitraries.integers().between(-2, 2),
                    Arbitraries.integers().between(1, 4))
                .as((start, days, length) ->
                    new Periods(LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(days), length))
                .injectNull(0.5))
        .as((names, periods) -> new Breakdown(List.copyOf(names), periods));
  }

  /** Something that became of an invitation, or an erasure of who was invited. */
  record Reaction(Act act, Outcome outcome) {}

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theRollUpOfContactsEqualsACountOfTheInvitations(
      @ForAll @Size(max = 30) List<@From("reactions") Reaction> reactions,
      @ForAll @Size(min = 1, max = 6) List<@From("filters") ResponseFilter> filters) {
    InMemoryResponseStore memory = new InMemoryResponseStore();
    // Of one invitation there is one text, whatever the events about it say.
    Map<Integer, Act> first = new HashMap<>();
    for (Reaction each : reactions) {
      Act act = first.computeIfAbsent(each.act.number, number -> each.act);
      if (each.act.erase) {
        assertThat(store.erase(act.respondent())).isEqualTo(memory.erase(act.respondent()));
      } else {
        ContactEvent event =
            new ContactEvent(act.response().invitation(), each.outcome, act.answeredAt);
        store.record(event);
        memory.record(event);
      }
    }

    RollUpAudit.assertExact(DATABASE);
    for (ResponseFilter each : filters) {
      assertThat(store.contacts(each)).isEqualTo(memory.contacts(each));
    }
    DATABASE.assertEverythingCameBack();
  }

  @Provide
  Arbitrary<Reaction> reactions() {
    return Combinators.combine(acts(), Arbitraries.of(Outcome.class)).as(Reaction::new);
  }

  @Provide
  Arbitrary<Act> acts() {
    return Combinators.combine(
            Arbitraries.frequency(Tuple.of(5, false), Tuple.of(1, true)),
            Arbitraries.integers().between(1, 8),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(1, 3),
            times(),
            Arbitraries.of(1.0, 0.5, 1 / 3.0),
            accountabilities())
        .as(Act::new);
  }

  @Provide
  Arbitrary<ResponseFilter> filters() {
    return Combinators.combine(
            times().injectNull(0.3),
            times().injectNull(0.3),
            values().injectNull(0.5),
            values().injectNull(0.7),
            Arbitraries.of("agent", "change", "sla", "priority", "service"))
        .as((one, other, teams, some, name) -> {
          boolean sorted = one == null || other == null || one.isBefore(other);
          Map<String, Set<String>> dimensions = new HashMap<>();
          if (teams != null) {
            dimensions.put("team", teams);
          }
          if (some != null) {
            dimensions.put(name, some);
          }
          return new ResponseFilter(
              SampleResponse.SURVEY, sorted ? one : other, sorted ? other : one, dimensions);
        });
  }

  /** Times near the ends of days, before and after 1970. */
  private static Arbitrary<Instant> times() {
    return Combinators.combine(
            Arbitraries.of(SampleResponse.MONDAY, Instant.EPOCH),
            Arbitraries.integers().between(-3, 3),
            Arbitraries.of(0, 0, 1, 7, 23),
            Arbitraries.of(0, 0, 0, -1, 1, 999_999_999))
        .as((start, days, hours, nanos) ->
            start.plus(Duration.ofDays(days)).plus(Duration.ofHours(hours)).plusNanos(nanos));
  }

  private static Arbitrary<Set<String>> values() {
    return Arbitraries.of("a", "b", "A").set().ofMaxSize(2);
  }

  private static Arbitrary<Accountability> accountabilities() {
    Arbitrary<@Nullable String> value = Arbitraries.of("a", "b", "A").injectNull(0.3);
    return Arbitraries.maps(Arbitraries.of(Accountability.DIMENSIONS), value)
        .ofMaxSize(8)
        .map(values -> {
          Accountability accountable = Accountability.none();
          for (Map.Entry<String, String> each : values.entrySet()) {
            if (each.getValue() != null) {
              accountable = accountable.with(each.getKey(), each.getValue());
            }
          }
          return accountable;
        });
  }
}
