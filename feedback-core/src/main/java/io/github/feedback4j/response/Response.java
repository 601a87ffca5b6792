package io.github.feedback4j.response;

import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one respondent to one invitation, before they are checked.
 *
 * <p>Immutable; every method returns a changed copy. The id is made here, by whoever answers, so that
 * a response that is sent twice counts once. A change of an answer is the same id with a higher
 * {@linkplain #revision(int) revision}.
 *
 * @since 0.1
 */
public final class Response {

  private static final int MAX_NAMES = 100;

  private final UUID id;
  private final Invitation invitation;
  private final int revision;
  private final boolean complete;
  private final Map<String, Answer> answers;
  private final @Nullable Locale locale;
  private final List<String> names;

  private Response(
      UUID id,
      Invitation invitation,
      int revision,
      boolean complete,
      Map<String, Answer> answers,
      @Nullable Locale locale,
      List<String> names) {
    this.id = id;
    this.invitation = invitation;
    this.revision = revision;
    this.complete = complete;
    this.answers = answers;
    this.locale = locale;
    this.names = names;
  }

  /** Returns a complete response without answers, revision 1, with a new random id. */
  public static Response to(Invitation invitation) {
    return new Response(
        UUID.randomUUID(), invitation, 1, true, Map.of(), invitation.locale(), List.of());
  }

  /** Returns this response under an id that the client made. */
  public Response withId(UUID id) {
    return new Response(id, invitation, revision, complete, answers, locale, names);
  }

  /** Returns this response with a point of a scale as the answer to {@code question}. */
  public Response rate(String question, int value) {
    return with(new Answer.Rating(question, value));
  }

  /** Returns this response with words as the answer to the question {@value Surveys#COMMENT}. */
  public Response comment(String text) {
    return text(Surveys.COMMENT, text);
  }

  /** Returns this response with words as the answer to {@code question}. */
  public Response text(String question, String text) {
    return with(new Answer.Text(question, text));
  }

  /** Returns this response with an option as the answer to {@code question}. */
  public Response choose(String question, String choice) {
    return with(new Answer.Choice(question, choice));
  }

  /** Returns this response with some options as the answer to {@code question}. */
  public Response chooseAll(String question, String... choices) {
    return with(new Answer.Choices(question, List.of(choices)));
  }

  /** Returns this response with a point in one more row of the matrix {@code question}. */
  public Response rateRow(String question, String row, int value) {
    Map<String, Integer> points = new LinkedHashMap<>();
    if (answers.get(question) instanceof Answer.Matrix matrix) {
      points.putAll(matrix.points());
    }
    points.put(row, value);
    return with(new Answer.Matrix(question, points));
  }

  /** Returns this response with options in order, the best first, as the answer to {@code question}. */
  public Response rank(String question, String... choices) {
    return with(new Answer.Ranking(question, List.of(choices)));
  }

  /** Returns this response with a consent given or refused as the answer to {@code question}. */
  public Response consent(String question, boolean given) {
    return with(new Answer.Consent(question, given));
  }

  /** Returns this response with lost working time as the answer to {@code question}. */
  public Response lostMinutes(String question, int minutes) {
    return with(new Answer.LostTime(question, minutes));
  }

  /**
   * Returns this response with an answer, in the place of an earlier one to the same question.
   *
   * @throws IllegalArgumentException if there are more answers than a survey has questions
   */
  public Response with(Answer answer) {
    Map<String, Answer> copy = new LinkedHashMap<>(answers);
    copy.put(answer.question(), answer);
    if (copy.size() > Survey.MAX_QUESTIONS) {
      throw new IllegalArgumentException(
          "a response must have at most " + Survey.MAX_QUESTIONS + " answers");
    }
    return new Response(
        id, invitation, revision, complete, Collections.unmodifiableMap(copy), locale, names);
  }

  /**
   * Returns this response as a later state of itself.
   *
   * @param revision at least 1; the highest one stands
   */
  public Response revision(int revision) {
    if (revision < 1) {
      throw new IllegalArgumentException("revision must be at least 1, but was " + revision);
    }
    return new Response(id, invitation, revision, complete, answers, locale, names);
  }

  /** Returns this response as one that its respondent has not finished; nothing is required of it. */
  public Response partial() {
    return new Response(id, invitation, revision, false, answers, locale, names);
  }

  /** Returns this response in the language in which it was given. */
  public Response locale(Locale locale) {
    return new Response(id, invitation, revision, complete, answers, locale, names);
  }

  /**
   * Returns this response with the names of people whom its words may mention, such as the agent and
   * whoever wrote it. They are taken out of the words before anything is kept, and kept nowhere.
   *
   * @param names at most 100, each with at least 2 letters; others are left out
   * @throws IllegalArgumentException if there are more
   */
  public Response names(Collection<String> names) {
    if (names.size() > MAX_NAMES) {
      throw new IllegalArgumentException(
          "a response must have at most " + MAX_NAMES + " names, but has " + names.size());
    }
    return new Response(id, invitation, revision, complete, answers, locale, List.copyOf(names));
  }

  /** Returns the id that the client made. */
  public UUID id() {
    return id;
  }

  /** Returns the invitation that is answered. */
  public Invitation invitation() {
    return invitation;
  }

  /** Returns the revision, at least 1. */
  public int revision() {
    return revision;
  }

  /** Returns whether the respondent has finished. */
  public boolean isComplete() {
    return complete;
  }

  /** Returns the answers in the order in which they were given. */
  public Collection<Answer> answers() {
    return answers.values();
  }

  /** Returns the language of the answers, or null if it is not known. */
  public @Nullable Locale locale() {
    return locale;
  }

  /** Returns the names of people whom the words may mention. */
  public List<String> names() {
    return names;
  }

  /** Returns id and revision, not the answers. */
  @Override
  public String toString() {
    return "Response[" + id + ", revision " + revision + "]";
  }
}
