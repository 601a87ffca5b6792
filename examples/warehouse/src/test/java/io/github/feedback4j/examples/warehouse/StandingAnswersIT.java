package io.github.feedback4j.examples.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.wire.WireEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules by which answers stand, each with a survey of its own, in one job over disorderly files. */
class StandingAnswersIT {

  @TempDir
  private static Path folder;

  private static WarehouseScores scores;

  @BeforeAll
  static void score() throws IOException {
    List<WireEvent> events = new ArrayList<>();
    SampleAnswer first = SampleAnswer.to("revised", "anna", 1);
    events.addAll(List.of(
        first.told(),
        first.revision(3, 5).at(2).told(),
        first.revision(2, 4).at(3).told(),
        first.contact(Outcome.ANSWERED)));

    SampleAnswer again = SampleAnswer.to("repeated", "ben", 2);
    WireEvent elsewhere = new WireEvent(
        again.told().id(),
        URI.create("urn:desk:south"),
        null,
        again.told().time(),
        SampleAnswer.to("repeated", "bea", 2).told().data());
    events.addAll(List.of(again.told(), again.told(), again.told(), elsewhere));

    // Erased at minute 10, with everything that was said until then; later answers are others.
    events.addAll(List.of(
        SampleAnswer.to("erased", "before", 1).of("carla").at(9).told(),
        SampleAnswer.to("erased", "just then", 2).of("carla").at(10).told(),
        SampleAnswer.to("erased", "after", 3).of("carla").at(11).told(),
        SampleAnswer.to("erased", "of somebody else", 4).of("dora").at(9).told(),
        SampleAnswer.erased("carla", 10),
        SampleAnswer.erased("carla", 5)));

    SampleAnswer halfErased = SampleAnswer.to("half-erased", "emil", 1);
    events.addAll(List.of(
        halfErased.revision(2, 4).at(20).told(),
        halfErased.at(9).told(),
        SampleAnswer.erased("emil", 10)));

    events.addAll(List.of(
        SampleAnswer.to("two-responses", "late", 1).answering("one").at(5).told(),
        SampleAnswer.to("two-responses", "early", 5).answering("one").at(4).told(),
        SampleAnswer.to("two-responses", "early", 4)
            .revision(2, 4)
            .answering("one")
            .at(9)
            .told()));

    events.addAll(List.of(
        SampleAnswer.to("two-invitations", "fred", 2).told(),
        SampleAnswer.to("two-invitations", "fred", 5)
            .revision(2, 5)
            .answering("other")
            .at(1)
            .told()));

    for (String each : List.of(
        "revised", "repeated", "erased", "half-erased", "two-responses", "two-invitations")) {
      // Definitions may come last.
      events.add(SampleAnswer.described(Surveys.csat(each), 600));
    }
    Survey other = Surveys.csat("revised").withEditableFor(Duration.ofHours(1));
    events.add(SampleAnswer.described(other, 700));

    Collections.shuffle(events, new Random(5));
    List<String> lines = new ArrayList<>(events.stream().map(SampleAnswer::line).toList());
    lines.add(7, "not an event");
    Path one = Files.write(folder.resolve("a.ndjson"), lines.subList(0, 9));
    Path two = Files.write(folder.resolve("b.ndjson"), lines.subList(9, lines.size()));
    scores = WarehouseScores.of(
        LocalSpark.session(),
        List.of(one.toString(), two.toString()),
        List.of(),
        Asked.everything(1),
        SampleAnswer.START.plus(Duration.ofDays(1)));
  }

  private static SortedMap<Integer, Long> ratings(String survey) {
    SortedMap<Integer, Long> ratings = new TreeMap<>(
        scores.question(survey, "satisfaction").all().score().tally().counts());
    ratings.values().removeIf(count -> count == 0);
    return ratings;
  }

  @Test
  void ofAResponseTheHighestRevisionStands() {
    assertThat(ratings("revised")).hasToString("{5=1}");
  }

  @Test
  void theSameSourceAndIdAreTheSameEvent() {
    assertThat(ratings("repeated")).hasToString("{2=2}");
    assertThat(scores.findings().duplicates()).isEqualTo(2);
  }

  @Test
  void anErasureTakesWhatItsRespondentSaidUntilThenAndNothingElse() {
    assertThat(ratings("erased")).hasToString("{3=1, 4=1}");
  }

  @Test
  void aRevisionThatCameAfterTheErasureStands() {
    assertThat(ratings("half-erased")).hasToString("{4=1}");
  }

  @Test
  void ofTwoResponsesToAnInvitationTheOneThatWasBegunFirstStands() {
    assertThat(ratings("two-responses")).hasToString("{4=1}");
  }

  @Test
  void aResponseStaysWithItsFirstInvitation() {
    assertThat(ratings("two-invitations")).hasToString("{2=1}");
  }

  @Test
  void everythingThatIsInNoFigureIsCounted() {
    assertThat(scores.findings().leftOut())
        .hasToString("{erased=3, other-response=2, other-survey=1, revised=3}");
    assertThat(scores.findings().unreadable()).isEqualTo(1);
    assertThat(scores.findings().standing()).isEqualTo(8);
  }

  @Test
  void mistakesAreToldWithTheirPlace() {
    assertThat(scores.findings().toString())
        .contains("a.ndjson, line 8: not-json: a line must be one event as JSON in UTF-8")
        .contains("survey 'revised' v1: other-survey: has 2 different definitions")
        .contains("event "
            + SampleAnswer.to("two-responses", "late", 1)
                .answering("one")
                .at(5)
                .told()
                .id()
            + " of urn:desk:north: other-response: another response answers the invitation");
  }
}
