package io.github.feedback4j.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Stance;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AcceptedResponseTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Tag SLOW = new Tag(
      "speed",
      Polarity.NEGATIVE,
      -80,
      List.of(new Tag.Span(0, 4)),
      null,
      new Tag.Source(Tag.Origin.RULE, "p:1:00000000", "1", "en", "slow", "slow"));
  private static final Tagging TAGGING = new Tagging("p:1:00000000", "1", false, List.of(SLOW));
  private static final Correction CORRECTION =
      new Correction(TagRuling.isNot("comment", "network"), "manager-7", NOW);
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
        Map.of("comment", TAGGING),
        List.of(CORRECTION),
        Map.of(Redaction.Kind.EMAIL, 1));

    assertThat(restored.id()).isEqualTo(new UUID(3, 4));
    assertThat(restored.revision()).isEqualTo(5);
    assertThat(restored.isComplete()).isFalse();
    assertThat(restored.invitation()).isEqualTo(INVITATION);
    assertThat(restored.answeredAt()).isEqualTo(NOW.plusSeconds(61));
    assertThat(restored.isLate()).isTrue();
    assertThat(restored.locale()).isEqualTo(Locale.FRENCH);
    assertThat(restored.answers()).isEqualTo(answers);
    assertThat(restored.taggings()).isEqualTo(Map.of("comment", TAGGING));
    assertThat(restored.corrections()).containsExactly(CORRECTION);
    assertThat(restored.mentions()).isEqualTo(Map.of("comment", List.of(SLOW.mention())));
    assertThat(restored.themes()).containsExactly(Map.entry("speed", Stance.NEGATIVE));
    assertThat(restored.themePack()).isEqualTo("p:1:00000000");
    assertThat(restored.themeEngine()).isEqualTo("1");
    assertThat(restored.redactions()).isEqualTo(Map.of(Redaction.Kind.EMAIL, 1));
  }

  @Test
  void aRestoredResponseIsCutOffFromTheListsItCameIn() {
    List<Answer> answers = new ArrayList<>(List.of(new Answer.Text("comment", "slow")));
    Map<String, Tagging> taggings = new HashMap<>(Map.of("comment", TAGGING));
    AcceptedResponse restored = restored(1, answers, taggings);

    answers.clear();
    taggings.clear();

    assertThat(restored.answers()).hasSize(1);
    assertThat(restored.taggings()).containsOnlyKeys("comment");
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
        .isThrownBy(() -> restored(1, List.of(), Map.of("q", TAGGING)))
        .withMessage("question 'q' must have an answer, because it has a tagging");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> restored(
            1,
            List.of(new Answer.Text("p", "slow"), new Answer.Text("q", "slow")),
            Map.of("p", TAGGING, "q", new Tagging("p:2:00000000", "1", false, List.of()))))
        .withMessage("taggings must be of one pack and engine, but are of 2");
  }

  @Test
  void aTextThatSaysThatThereIsNothingToSayIsNoComment() {
    Tagging empty = new Tagging("p:1:00000000", "1", true, List.of());
    List<Answer> answers = List.of(new Answer.Text("p", "N/A"), new Answer.Text("q", "-"));

    assertThat(restored(1, answers, Map.of("p", empty, "q", empty)).hasComment())
        .isFalse();
    assertThat(restored(1, answers, Map.of("p", empty, "q", TAGGING)).hasComment())
        .isTrue();
    assertThat(restored(1, List.of(new Answer.Rating("r", 1)), Map.of()).hasComment())
        .isFalse();
  }

  @Test
  void aTextThatNobodyTaggedIsACommentOfNoPack() {
    AcceptedResponse restored = restored(1, List.of(new Answer.Text("p", "slow")), Map.of());

    assertThat(restored.hasComment()).isTrue();
    assertThat(restored.themePack()).isNull();
    assertThat(restored.themeEngine()).isNull();
    assertThat(restored.mentions()).isEmpty();
    assertThat(restored.themes()).isEmpty();
  }

  private static AcceptedResponse restored(
      int revision, List<Answer> answers, Map<String, Tagging> taggings) {
    return AcceptedResponse.restored(
        new UUID(3, 4),
        revision,
        true,
        INVITATION,
        NOW,
        false,
        null,
        answers,
        taggings,
        List.of(),
        Map.of());
  }
}
