package io.github.feedback4j.response;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.theme.Mention;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response that was checked, redacted and tagged; all that sinks take.
 *
 * <p>Only {@link Intake} makes one; a store that kept it {@linkplain #restored makes it again}.
 * Immutable.
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
    this(
        response.id(),
        response.revision(),
        response.isComplete(),
        invitation,
        answeredAt,
        late,
        response.locale(),
        answers,
        mentions,
        themePack,
        redactions);
  }

  private AcceptedResponse(
      UUID id,
      int revision,
      boolean complete,
      Invitation invitation,
      Instant answeredAt,
      boolean late,
      @Nullable Locale locale,
      List<Answer> answers,
      Map<String, List<Mention>> mentions,
      String themePack,
      Map<Redaction.Kind, Integer> redactions) {
    this.id = id;
    this.revision = revision;
    this.complete = complete;
    this.locale = locale;
    this.invitation = invitation;
    this.answeredAt = answeredAt;
    this.late = late;
    this.answers = List.copyOf(answers);
    this.mentions = Map.copyOf(mentions);
    this.themePack = themePack;
    this.redactions = Map.copyOf(redactions);
  }

  /**
   * Rebuilds a response that a store kept; for stores only.
   *
   * <p>Nothing is checked against a survey, redacted or tagged again: what the intake accepted stays
   * as it is. A response that was not accepted before must go through {@link Intake}.
   *
   * @param id the id that the client made
   * @param revision the revision, at least 1
   * @param complete whether the respondent has finished
   * @param invitation the invitation as the ledger knew it
   * @param answeredAt when this revision was accepted
   * @param late whether the invitation had expired
   * @param locale the language of the answers, or null if it is not known
   * @param answers the redacted answers in the order in which they were given, one to a question
   * @param mentions what the texts are about, by a question that is answered
   * @param themePack which theme pack, version and content tagged the texts
   * @param redactions how much was redacted, by kind
   * @throws IllegalArgumentException if the revision is less than 1, a question is answered twice, or
   *     a mention belongs to no answer
   */
  public static AcceptedResponse restored(
      UUID id,
      int revision,
      boolean complete,
      Invitation invitation,
      Instant answeredAt,
      boolean late,
      @Nullable Locale locale,
      List<Answer> answers,
      Map<String, List<Mention>> mentions,
      String themePack,
      Map<Redaction.Kind, Integer> redactions) {
    if (revision < 1) {
      throw new IllegalArgumentException("revision must be at least 1, but was " + revision);
    }
    Set<String> answered = new HashSet<>();
    for (Answer each : answers) {
      if (!answered.add(each.question())) {
        throw new IllegalArgumentException(
            "question '" + each.question() + "' must have one answer, but has several");
      }
    }
    for (String each : mentions.keySet()) {
      if (!answered.contains(each)) {
        throw new IllegalArgumentException(
            "question '" + each + "' must have an answer, because it has mentions");
      }
    }
    Map<String, List<Mention>> copy = new HashMap<>();
    mentions.forEach((question, found) -> copy.put(question, List.copyOf(found)));
    return new AcceptedResponse(
        id,
        revision,
        complete,
        invitation,
        answeredAt,
        late,
        locale,
        answers,
        copy,
        themePack,
        redactions);
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
