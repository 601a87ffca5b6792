package io.github.feedback4j.response;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.theme.Mention;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response that was checked, redacted and tagged; all that sinks take.
 *
 * <p>Only {@link Intake} makes one. Immutable.
 *
 * @since 0.1
 */
public final class AcceptedResponse {

  private final UUID id;
  private final int revision;
  private final boolean complete;
  private final Invitation invitation;
  private final Instant answeredAt;
  private final boolean late;
  private final @Nullable Locale locale;
  private final List<Answer> answers;
  private final Map<String, List<Mention>> mentions;
  private final String themePack;
  private final Map<Redaction.Kind, Integer> redactions;

  AcceptedResponse(
      Response response,
      Invitation invitation,
      Instant answeredAt,
      boolean late,
      List<Answer> answers,
      Map<String, List<Mention>> mentions,
      String themePack,
      Map<Redaction.Kind, Integer> redactions) {
    this.id = response.id();
    this.revision = response.revision();
    this.complete = response.isComplete();
    this.locale = response.locale();
    this.invitation = invitation;
    this.answeredAt = answeredAt;
    this.late = late;
    this.answers = List.copyOf(answers);
    this.mentions = Map.copyOf(mentions);
    this.themePack = themePack;
    this.redactions = Map.copyOf(redactions);
  }

  /** Returns the id that the client made. */
  public UUID id() {
    return id;
  }

  /** Returns the revision, at least 1; the highest one stands. */
  public int revision() {
    return revision;
  }

  /** Returns whether the respondent has finished. */
  public boolean isComplete() {
    return complete;
  }

  /** Returns the invitation as the ledger knows it, with its frozen accountability. */
  public Invitation invitation() {
    return invitation;
  }

  /** Returns when this revision was accepted. */
  public Instant answeredAt() {
    return answeredAt;
  }

  /** Returns whether the invitation had expired. */
  public boolean isLate() {
    return late;
  }

  /** Returns the language of the answers, or null if it is not known. */
  public @Nullable Locale locale() {
    return locale;
  }

  /** Returns the answers in the order in which they were given, redacted, none blank. */
  public List<Answer> answers() {
    return answers;
  }

  /** Returns the answer to a question, or null if there is none. */
  public @Nullable Answer answer(String question) {
    for (Answer each : answers) {
      if (each.question().equals(question)) {
        return each;
      }
    }
    return null;
  }

  /** Returns what the texts are about, by question; offsets refer to the redacted text. */
  public Map<String, List<Mention>> mentions() {
    return mentions;
  }

  /** Returns which theme pack, version and content tagged the texts. */
  public String themePack() {
    return themePack;
  }

  /** Returns how much was redacted, by kind. */
  public Map<Redaction.Kind, Integer> redactions() {
    return redactions;
  }

  /** Returns id and revision, not the answers. */
  @Override
  public String toString() {
    return "AcceptedResponse[" + id + ", revision " + revision + "]";
  }
}
