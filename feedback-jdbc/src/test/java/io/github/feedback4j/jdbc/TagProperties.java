package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.response.Correction;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.response.Retagging;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Whatever happens to tags, they are what the last pack finds and people say, and are counted so. */
class TagProperties {

  private static final LendingDataSource DATABASE = TestDatabase.h2(true);
  private static final ResponseFilter ALL = ResponseFilter.of(SampleResponse.SURVEY);

  private final JdbcResponseStore store = new JdbcResponseStore(DATABASE);

  static {
    JdbcSchema.initialize(DATABASE);
  }

  private enum Kind {
    APPEND,
    RETAG,
    CORRECT,
    WITHDRAW,
    ERASE
  }

  /** What happens to a response or to all of them. */
  record Act(Kind kind, int number, int revision, int pack, int comment, Correction correction) {

    void on(ResponseStore store) {
      Retagging tagger = SampleTags.PACKS.get(pack);
      TagRuling ruling = correction.ruling();
      switch (kind) {
        case APPEND ->
          store.append(
              SampleTags.response(number, revision, tagger, SampleTags.COMMENTS.get(comment)));
        case RETAG -> SampleTags.retagAll(store, tagger, 1 + number);
        case CORRECT ->
          store.retag(SampleResponse.of(number).id(), each -> tagger.correct(each, correction));
        case WITHDRAW ->
          store.retag(
              SampleResponse.of(number).id(),
              each -> tagger.withdraw(each, ruling.question(), ruling.theme()));
        case ERASE -> store.erase(new RespondentKey("person-" + number));
      }
    }
  }

  @BeforeTry
  void removeEverything() {
    new Database(DATABASE, JdbcSchema.DEFAULT_PREFIX).transaction("clear", session -> {
      session.update("DELETE FROM ${prefix}response");
      return session.update("DELETE FROM ${prefix}rating_rollup");
    });
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void tagsAreTheSameInMemoryAndInTheDatabaseAndCountedExactly(
      @ForAll @Size(max = 30) List<@From("acts") Act> acts) {
    InMemoryResponseStore memory = new InMemoryResponseStore();

    for (Act each : acts) {
      each.on(memory);
      each.on(store);
    }

    RollUpAudit.assertExact(DATABASE);
    for (AcceptedResponse each : memory.newest(ALL, 100)) {
      AcceptedResponse found = Objects.requireNonNull(store.find(each.id()));
      assertThat(found.taggings()).isEqualTo(each.taggings());
      assertThat(found.corrections()).isEqualTo(each.corrections());
    }
    assertThat(ids(store)).isEqualTo(ids(memory));
    for (String question : List.of("satisfaction", "effort")) {
      assertThat(groups(store, question)).isEqualTo(groups(memory, question));
    }
    for (Retagging each : SampleTags.PACKS) {
      assertThat(store.count(each.outdated(ALL))).isEqualTo(memory.count(each.outdated(ALL)));
    }
    DATABASE.assertEverythingCameBack();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void taggingAgainIsTaggingFromScratchAndPeopleHaveTheLastWord(
      @ForAll @Size(max = 30) List<@From("acts") Act> acts, @ForAll("packs") int pack) {
    acts.forEach(each -> each.on(store));
    List<AcceptedResponse> before = store.newest(ALL, 100);

    Retagging last = SampleTags.PACKS.get(pack);
    SampleTags.retagAll(store, last, 3);

    for (AcceptedResponse was : before) {
      AcceptedResponse is = Objects.requireNonNull(store.find(was.id()));
      assertThat(is.corrections()).isEqualTo(was.corrections());
      AcceptedResponse scratch = last.retag(withoutTags(was));
      Set<String> ruled = new HashSet<>();
      was.corrections().forEach(each -> ruled.add(each.ruling().theme()));
      assertThat(tags(is, ruled, false)).isEqualTo(tags(scratch, ruled, false));
      for (Correction each : was.corrections()) {
        assertThat(tags(is, Set.of(each.ruling().theme()), true))
            .allMatch(tag -> tag.source().origin() == Tag.Origin.MANUAL)
            .allMatch(tag -> tag.polarity() == each.ruling().polarity());
        assertThat(is.themes().containsKey(each.ruling().theme()))
            .isEqualTo(each.ruling().polarity() != null && is.hasComment());
      }
    }
    RollUpAudit.assertExact(DATABASE);
  }

  private static AcceptedResponse withoutTags(AcceptedResponse response) {
    return AcceptedResponse.restored(
        response.id(),
        response.revision(),
        response.isComplete(),
        response.invitation(),
        response.answeredAt(),
        response.isLate(),
        response.locale(),
        response.answers(),
        Map.of(),
        List.of(),
        response.redactions());
  }

  private static List<Tag> tags(AcceptedResponse response, Set<String> themes, boolean among) {
    return response.taggings().values().stream()
        .flatMap(each -> each.tags().stream())
        .filter(each -> themes.contains(each.theme()) == among)
        .toList();
  }

  private static List<String> ids(ResponseStore store) {
    return store.comments(CommentFilter.of(ALL).theme("speed"), 100).stream()
        .map(each -> each.id().toString())
        .toList();
  }

  private static List<String> groups(ResponseStore store, String question) {
    return store.ratingsByThemes(ALL, question).stream()
        .map(TagProperties::shown)
        .toList();
  }

  private static String shown(RatingGroup group) {
    return group.values() + " "
        + group.ratings().stream().map(Object::toString).sorted().toList() + " "
        + group.persons().size();
  }

  @Provide
  Arbitrary<Integer> packs() {
    return Arbitraries.integers().between(0, SampleTags.PACKS.size() - 1);
  }

  @Provide
  Arbitrary<Act> acts() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(8, Kind.APPEND),
                Tuple.of(3, Kind.RETAG),
                Tuple.of(4, Kind.CORRECT),
                Tuple.of(1, Kind.WITHDRAW),
                Tuple.of(1, Kind.ERASE)),
            Arbitraries.integers().between(1, 8),
            Arbitraries.integers().between(1, 4),
            packs(),
            Arbitraries.integers().between(0, SampleTags.COMMENTS.size() - 1),
            corrections())
        .as(Act::new);
  }

  private static Arbitrary<Correction> corrections() {
    return Combinators.combine(
            Arbitraries.of(SampleTags.THEMES), Arbitraries.of(Polarity.class).injectNull(0.4))
        .as((theme, polarity) -> SampleTags.correction(
            polarity == null
                ? TagRuling.isNot("comment", theme)
                : TagRuling.is("comment", theme, polarity)));
  }
}
