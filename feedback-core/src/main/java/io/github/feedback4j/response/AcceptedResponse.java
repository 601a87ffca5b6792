package io.github.feedback4j.response;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.theme.Mention;
import io.github.feedback4j.theme.Stance;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
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
  private final Map<String, Tagging> taggings;
  private final List<Correction> corrections;
  private final Map<Redaction.Kind, Integer> redactions;

  AcceptedResponse(
      Response response,
      Invitation invitation,
      Instant answeredAt,
      boolean late,
      List<Answer> answers,
      Map<String, Tagging> taggings,
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
        taggings,
        List.of(),
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
      Map<String, Tagging> taggings,
      List<Correction> corrections,
      Map<Redaction.Kind, Integer> redactions) {
    this.id = id;
    this.revision = revision;
    this.complete = complete;
    this.locale = locale;
    this.invitation = invitation;
    this.answeredAt = answeredAt;
    this.late = late;
    this.answers = List.copyOf(answers);
    this.taggings = Map.copyOf(taggings);
    this.corrections = List.copyOf(corrections);
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
   * @param taggings what the texts are about, by a question that is answered; all of one pack and
   *     engine
   * @param corrections what people said of the themes, which the taggings obey already
   * @param redactions how much was redacted, by kind
   * @throws IllegalArgumentException if the revision is less than 1, a question is answered twice, a
   *     tagging or correction belongs to no answer, or taggings are of different packs or engines
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
      Map<String, Tagging> taggings,
      List<Correction> corrections,
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
    for (String each : taggings.keySet()) {
      if (!answered.contains(each)) {
        throw new IllegalArgumentException(
            "question '" + each + "' must have an answer, because it has a tagging");
      }
    }
    for (Correction each : corrections) {
      if (!answered.contains(each.ruling().question())) {
        throw new IllegalArgumentException("question '" + each.ruling().question()
            + "' must have an answer, because it has a correction");
      }
    }
    long makers = taggings.values().stream()
        .map(each -> List.of(each.packId(), each.engine()))
        .distinct()
        .count();
    if (makers > 1) {
      throw new IllegalArgumentException(
          "taggings must be of one pack and engine, but are of " + makers);
    }
    return new AcceptedResponse(
        id,
        revision,
        complete,
        invitation,
        answeredAt,
        late,
        locale,
        answers,
        taggings,
        corrections,
        redactions);
  }

  /** Returns this response with the tags and corrections of another state of it; for stores only. */
  public AcceptedResponse withTagsOf(AcceptedResponse other) {
    return withTags(other.taggings, other.corrections);
  }

  /**
   * Returns this revision with the corrections of an earlier one, as far as they are about words that
   * have not changed; for stores only.
   */
  public AcceptedResponse withCorrectionsOf(AcceptedResponse earlier) {
    List<Correction> kept = earlier.corrections.stream()
        .filter(each -> {
          Answer was = earlier.answer(each.ruling().question());
          Answer is = answer(each.ruling().question());
          return was != null && is != null && Objects.equals(was.words(), is.words());
        })
        .toList();
    return kept.isEmpty() || !corrections.isEmpty()
        ? this
        : withTags(Corrections.apply(kept, taggings, answers), kept);
  }

  /** Returns this response with other tags. */
  AcceptedResponse withTags(Map<String, Tagging> taggings, List<Correction> corrections) {
    return new AcceptedResponse(
        id,
        revision,
        complete,
        invitation,
        answeredAt,
        late,
        locale,
        answers,
        taggings,
        corrections,
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

  /**
   * Returns what each text is about and what that rests on, by question; offsets refer to the redacted
   * text. A text without themes has a tagging without tags.
   */
  public Map<String, Tagging> taggings() {
    return taggings;
  }

  /** Returns what people said of the themes of the texts, one ruling to a question and theme. */
  public List<Correction> corrections() {
    return corrections;
  }

  /** Returns the places of {@link #taggings} that speak of a theme, by question; none without any. */
  public Map<String, List<Mention>> mentions() {
    Map<String, List<Mention>> mentions = new HashMap<>();
    taggings.forEach((question, tagging) -> {
      if (!tagging.tags().isEmpty()) {
        mentions.put(question, tagging.mentions());
      }
    });
    return Collections.unmodifiableMap(mentions);
  }

  /** Returns the themes that the texts speak of, by id, each with what all of them together say of it. */
  public SortedMap<String, Stance> themes() {
    if (taggings.size() == 1) {
      return taggings.values().iterator().next().themes();
    }
    List<Tag> tags = new ArrayList<>();
    taggings.values().forEach(each -> tags.addAll(each.tags()));
    return new Tagging("all", "all", false, tags).themes();
  }

  /**
   * Returns whether the respondent has commented: whether there is a text, be it beside an open option,
   * that does not only say that there is nothing to say, such as "N/A".
   *
   * <p>Lists of comments and shares of themes are of such responses only.
   */
  public boolean hasComment() {
    for (Answer each : answers) {
      if (each.words() != null) {
        Tagging tagging = taggings.get(each.question());
        if (tagging == null || !tagging.isEmptyAnswer()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns which theme pack, version and content tagged the texts, or null if none was tagged. */
  public @Nullable String themePack() {
    return taggings.isEmpty() ? null : taggings.values().iterator().next().packId();
  }

  /** Returns the version of the rules' meaning that tagged the texts, or null if none was tagged. */
  public @Nullable String themeEngine() {
    return taggings.isEmpty() ? null : taggings.values().iterator().next().engine();
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
