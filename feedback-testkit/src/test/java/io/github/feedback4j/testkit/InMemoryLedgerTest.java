package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryLedgerTest extends ContactLedgerContract {

  private final SettableTime time = SettableTime.at("2026-01-05T08:00:00Z");
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryLedger small = new InMemoryLedger(2, time);
  private final Feedback feedback = Feedback.builder()
      .survey(Surveys.csat("ticket-csat").on("ticket.closed"))
      .ledger(small)
      .time(time)
      .build();

  @Override
  protected ContactLedger ledger() {
    return ledger;
  }

  @Test
  void aFullLedgerAsksNobodyNewAndKeepsWhatItHas() {
    assertThat(ask("anna")).isInstanceOf(Decision.Ask.class);
    assertThat(ask("ben")).isInstanceOf(Decision.Ask.class);

    assertThat(ask("cleo"))
        .isInstanceOfSatisfying(
            Decision.Skip.class,
            skip -> assertThat(skip.reason()).isEqualTo(SkipReason.STORE_FULL));
    assertThat(small.size()).isEqualTo(2);
    assertThat(ask("anna"))
        .isInstanceOfSatisfying(
            Decision.Ask.class, again -> assertThat(again.again()).isTrue());
  }

  @Test
  void aFullLedgerForgetsOnlyWhatNoLongerBinds() {
    ask("anna");
    ask("ben");
    feedback.optOut("ben");
    time.advance(ContactHistory.RETENTION.plus(Duration.ofDays(60)));

    assertThat(ask("cleo")).isInstanceOf(Decision.Ask.class);

    assertThat(ask("ben"))
        .isInstanceOfSatisfying(
            Decision.Skip.class, skip -> assertThat(skip.reason()).isEqualTo(SkipReason.OPTED_OUT));
  }

  @Test
  void aFullLedgerHasRoomAgainAfterAnErasure() {
    ask("anna");
    ask("ben");
    ask("cleo");

    feedback.erase("anna");

    assertThat(ask("cleo")).isInstanceOf(Decision.Ask.class);
  }

  @Test
  void somebodyKnownConflictsRatherThanBeingRefusedForRoom() {
    RespondentKey key = new RespondentKey("k");
    InMemoryLedger one = new InMemoryLedger(1, time);
    one.compareAndSet(key, 0, history());

    assertThat(one.compareAndSet(key, 0, history())).isEqualTo(Commit.CONFLICT);
  }

  @Test
  void refusesARoomForNobody() {
    assertThatThrownBy(() -> new InMemoryLedger(0, time))
        .hasMessage("maxRespondents must be at least 1, but was 0");
  }

  private ContactHistory history() {
    return new ContactHistory(List.of(), time.instant());
  }

  private Decision ask(String respondent) {
    return feedback.ask(Touchpoint.of("ticket.closed", respondent).subject("INC-" + respondent));
  }
}
