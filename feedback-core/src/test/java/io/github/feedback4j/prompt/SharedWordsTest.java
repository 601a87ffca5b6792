package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharedWordsTest {

  private static final RespondentKey ANNA = new RespondentKey("anna");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final SharedWords words = new SharedWords();

  @Test
  void aTextThatIsKnownCostsAByteOrTwo() {
    assertThat(written("ticket-csat")).hasSize(1);
    assertThat(written("x".repeat(SharedWords.MAX_LENGTH + 1)))
        .hasSizeGreaterThan(SharedWords.MAX_LENGTH);
  }

  @Test
  void whatFindsNoRoomIsWrittenOut() {
    for (int i = 0; i < SharedWords.MAX; i++) {
      words.common(new HistoryOutput(), "text " + i);
    }

    byte[] one = written("one too many");

    assertThat(one).hasSize(13);
    assertThat(words.text(new HistoryInput(one, 0))).isEqualTo("one too many");
    assertThat(words.text(new HistoryInput(written("text 7"), 0))).isEqualTo("text 7");
  }

  @Test
  void aLedgerKeepsEveryHistoryWhenThereIsNoRoomForFrames() {
    InMemoryLedger ledger = new InMemoryLedger();
    ContactHistory last = ContactHistory.EMPTY;
    for (int i = 0; i < SharedWords.MAX + 10; i++) {
      last = new ContactHistory(List.of(Contact.invited(invitation("agent-" + i), false)), null);
      RespondentKey person = new RespondentKey("p" + i % 100);
      ledger.compareAndSet(person, ledger.load(person).version(), last);
    }

    assertThat(ledger.words().frames()).isEqualTo(SharedWords.MAX);
    int person = (SharedWords.MAX + 9) % 100;
    assertThat(ledger
            .load(new RespondentKey("p" + person))
            .history()
            .contacts()
            .get(0)
            .invitation())
        .extracting(each -> each.accountability().get("agent"))
        .isEqualTo("agent-" + (SharedWords.MAX + 9));
    Numbering numbering = new Numbering(List.of(Surveys.csat("ticket-csat")));
    Moment moment = new Moment(numbering, () -> NOW);
    moment.begin(
        Touchpoint.of("ticket.closed", "x").subject("INC-1"), new RespondentKey("p" + person));
    moment.load(Histories.of(ledger, numbering));
    assertThat(moment.past.survey[0]).isZero();
    assertThat(moment.past.aboutThis[0]).isTrue();
  }

  private byte[] written(String text) {
    HistoryOutput out = new HistoryOutput();
    words.common(out, text);
    return out.toBytes();
  }

  private static Invitation invitation(String agent) {
    return new Invitation(
        new UUID(1, 2),
        "ticket-csat",
        1,
        ANNA,
        "ticket.closed",
        new Subject("INC-1", 1),
        NOW,
        NOW.plus(Duration.ofDays(14)),
        1,
        Accountability.none().agent(agent),
        null);
  }
}
