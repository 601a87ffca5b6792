package io.github.feedback4j.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.theme.Mention;
import io.github.feedback4j.theme.Polarity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AcceptedResponseTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Mention SLOW = new Mention("speed", 0, 4, Polarity.NEGATIVE, "slow");
  private static final Invitation INVITATION = new Invitation(
      new UUID(1, 2),
      "csat",
      1,
      new RespondentKey("anna"),
      "ticket.closed",
      null,
      NOW,
      NOW.plusSeconds(60),
      1,
      Accountability.none(),
      null);

  @Test
  void aRestoredResponseHasEveryPartThatWasKept() {
    List<Answer> answers =
        List.of(new Answer.Rating("satisfaction", 2), new Answer.Text("comment", "slow"));

    AcceptedResponse restored = AcceptedResponse.restored(
        new UUID(3, 4),
        5,
        false,
        INVITATION,
        NOW.plusSeconds(61),
        true,
        Locale.FRENCH,
        answers,
        Map.of("comment", List.of(SLOW)),
        "it-service",
        Map.of(Redaction.Kind.EMAIL, 1));

    assertThat(restored.id()).isEqualTo(new UUID(3, 4));
    assertThat(restored.revision()).isEqualTo(5);
    assertThat(restored.isComplete()).isFalse();
    assertThat(restored.invitation()).isEqualTo(INVITATION);
    assertThat(restored.answeredAt()).isEqualTo(NOW.plusSeconds(61));
    assertThat(restored.isLate()).isTrue();
    assertThat(restored.locale()).isEqualTo(Locale.FRENCH);
    assertThat(restored.answers()).isEqualTo(answers);
    assertThat(restored.mentions()).isEqualTo(Map.of("comment", List.of(SLOW)));
    assertThat(restored.themePack()).isEqualTo("it-service");
    assertThat(restored.redactions()).isEqualTo(Map.of(Redaction.Kind.EMAIL, 1));
  }

  @Test
  void aRestoredResponseIsCutOffFromTheListsItCameIn() {
    List<Answer> answers = new ArrayList<>(List.of(new Answer.Text("comment", "slow")));
    List<Mention> mentions = new ArrayList<>(List.of(SLOW));
    AcceptedResponse restored = restored(1, answers, Map.of("comment", mentions));

    answers.clear();
    mentions.clear();

    assertThat(restored.answers()).hasSize(1);
    assertThat(restored.mentions().get("comment")).containsExactly(SLOW);
  }

  @Test
  void refusesWhatNoIntakeAccepts() {
    List<Answer> twice = List.of(new Answer.Rating("q", 1), new Answer.Rating("q", 2));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> restored(0, List.of(), Map.of()))
        .withMessage("revision must be at least 1, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> restored(1, twice, Map.of()))
        .withMessage("question 'q' must have one answer, but has several");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> restored(1, List.of(), Map.of("q", List.of(SLOW))))
        .withMessage("question 'q' must have an answer, because it has mentions");
  }

  private static AcceptedResponse restored(
      int revision, List<Answer> answers, Map<String, List<Mention>> mentions) {
    return AcceptedResponse.restored(
        new UUID(3, 4),
        revision,
        true,
        INVITATION,
        NOW,
        false,
        null,
        answers,
        mentions,
        "none",
        Map.of());
  }
}
