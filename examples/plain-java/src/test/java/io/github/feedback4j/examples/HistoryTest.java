package io.github.feedback4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Instant END = Instant.parse("2031-03-12T00:00:00Z");

  private static final Survey SURVEY = SurveyReader.read("csat.yaml", """
      survey: ticket-csat
      on: [ticket.closed]
      questions:
        - {id: satisfaction, type: rating, metric: csat, required: true, text: How was it?}
        - id: reason
          type: singleChoice
          text: Why?
          choices: [{id: speed, text: Speed}, {id: contact, text: Contact}, {id: other, text: Other}]
        - {id: comment, type: text, text: Anything else?}
      """);

  private final History history = History.endingBefore(END);
  private final ContactLedger ledger = new InMemoryLedger();
  private final ResponseStore store = new InMemoryResponseStore();

  @Test
  void itsLastFridayIsOverButNotForAWeekWhateverTheDay() {
    for (int day = 0; day < 400; day++) {
      Instant end = END.plus(Duration.ofDays(day)).plusSeconds(day * 200L);

      LocalDate last = History.endingBefore(end).lastDay();

      assertThat(last.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
      LocalDate today = end.atZone(ZoneOffset.UTC).toLocalDate();
      assertThat(last).isBefore(today).isAfterOrEqualTo(today.minusDays(7));
    }
  }

  @Test
  void itMovesIntoThePastAsWell() {
    assertThat(History.endingBefore(Instant.parse("2020-01-01T12:00:00Z")).lastDay())
        .isEqualTo("2019-12-27");
  }

  @Test
  void itIsHalfAYearFromAMondayToAFridayAndWhatIsNewMovesAlong() {
    assertThat(history.firstDay()).isEqualTo("2030-09-09");
    assertThat(history.newLaptops()).isEqualTo("2030-12-04");
    assertThat(history.newExpenses()).isEqualTo("2031-01-13");
    assertThat(history.lastDay()).isEqualTo("2031-03-07");
  }

  @Test
  void everyTicketIsReplayedAndNobodyAnswersInTheFuture() {
    History.Replayed replayed = history.replay(parts());

    assertThat(replayed.tickets()).isEqualTo(history.tickets());
    assertThat(replayed.invitations()).isEqualTo(feedback().score(all()).asked());
    assertThat(replayed.answers()).isEqualTo(answers().size());
    assertThat(answers())
        .hasSizeGreaterThan(1_000)
        .allMatch(each -> each.answeredAt().isBefore(END))
        .anyMatch(each -> each.answeredAt().isAfter(END.minus(Duration.ofDays(5))))
        .anyMatch(each -> each.answeredAt().isBefore(END.minus(Duration.ofDays(170))));
  }

  @Test
  void peopleChooseWhereTheSurveyLetsThem() {
    history.replay(parts());

    Question.SingleChoice reason = (Question.SingleChoice) SURVEY.question("reason");
    List<String> chosen = answers().stream()
        .filter(each -> each.answer("reason") instanceof Answer.Choice)
        .map(each -> ((Answer.Choice) each.answer("reason")).choice())
        .toList();
    assertThat(chosen).hasSizeBetween(answers().size() / 3, answers().size() - 1);
    assertThat(reason.choices()).map(Question.Choice::id).containsAll(chosen);
    assertThat(chosen).contains("speed", "contact", "other");
  }

  @Test
  void aHistoryThatWasErasedIsReplayedAsIfItHadNeverBeenThere() {
    History.Replayed first = history.replay(parts());
    String scores = feedback().score(all()).toString();

    history.erase(feedback());

    assertThat(answers()).isEmpty();
    assertThat(feedback().score(all()).asked()).isZero();
    assertThat(history.replay(parts())).isEqualTo(first);
    assertThat(feedback().score(all())).hasToString(scores);
  }

  @Test
  void erasingTakesNothingFromAnybodyElse() {
    history.replay(parts());
    long asked = feedback().score(all()).asked();
    // The same ids as in the tickets of the generator, but signed in here.
    IntStream.rangeClosed(1, TicketGenerator.REQUESTERS)
        .mapToObj("user-%03d"::formatted)
        .forEach(each -> feedback().erase(each));

    assertThat(feedback().score(all()).asked()).isEqualTo(asked);
  }

  @Test
  void aLedgerWithoutRoomIsToldAndNotPassedOver() {
    ContactLedger small = new InMemoryLedger(20, InstantSource.fixed(END));

    assertThatThrownBy(() -> history.replay(parts().ledger(small)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching("the ledger could not take note of \\d+ of \\d+ tickets; .*");
  }

  private Feedback.Builder parts() {
    return Feedback.builder().survey(SURVEY).ledger(ledger).store(store);
  }

  private Feedback feedback() {
    return parts().build();
  }

  private static Query all() {
    return Query.of(SURVEY.key());
  }

  private List<AcceptedResponse> answers() {
    return store.newest(ResponseFilter.of(SURVEY.key()), 10_000);
  }
}
