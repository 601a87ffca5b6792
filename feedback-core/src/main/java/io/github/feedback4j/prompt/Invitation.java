package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A permission to ask one survey about one subject, reserved in the ledger.
 *
 * @param id 122 random bits that name the invitation everywhere
 * @param survey the key of the survey
 * @param surveyVersion the version that was current; it stays answerable
 * @param respondent the pseudonym of the person asked
 * @param event the event that led here
 * @param subject what is asked about, or null
 * @param invitedAt when it was reserved
 * @param expiresAt when it stops to be presented; an answer up to {@link #LATE} later is kept
 * @param inclusionProbability the probability with which sampling chose it, more than 0 up to 1
 * @param accountability who and what stood behind the touchpoint at that time
 * @param locale the respondent's language, or null if it was not known
 * @param attributes those of the touchpoint's attributes that the conditions of the survey's questions
 *     look at, and no others
 * @since 0.1
 */
public record Invitation(
    UUID id,
    String survey,
    int surveyVersion,
    RespondentKey respondent,
    String event,
    @Nullable Subject subject,
    Instant invitedAt,
    Instant expiresAt,
    double inclusionProbability,
    Accountability accountability,
    @Nullable Locale locale,
    Attributes attributes) {

  /** How long after its expiry an answer is still kept, and flagged as late. */
  public static final Duration LATE = Duration.ofDays(30);

  /** The event of invitations that people open themselves; no trigger can name it. */
  public static final String ON_DEMAND = Trigger.RESERVED + "on-demand";

  /** Checks the times and the probability. */
  public Invitation {
    if (!expiresAt.isAfter(invitedAt)) {
      throw new IllegalArgumentException(
          "expiresAt (" + expiresAt + ") must be after invitedAt (" + invitedAt + ")");
    }
    if (!(inclusionProbability > 0 && inclusionProbability <= 1)) {
      throw new IllegalArgumentException(
          "inclusionProbability must be more than 0 and at most 1, but was "
              + inclusionProbability);
    }
  }

  /** Creates an invitation to a survey whose questions have no conditions on attributes. */
  public Invitation(
      UUID id,
      String survey,
      int surveyVersion,
      RespondentKey respondent,
      String event,
      @Nullable Subject subject,
      Instant invitedAt,
      Instant expiresAt,
      double inclusionProbability,
      Accountability accountability,
      @Nullable Locale locale) {
    this(
        id,
        survey,
        surveyVersion,
        respondent,
        event,
        subject,
        invitedAt,
        expiresAt,
        inclusionProbability,
        accountability,
        locale,
        Attributes.none());
  }

  /** Returns whether the respondent opened it themselves, so that nobody asked. */
  public boolean isOnDemand() {
    return event.equals(ON_DEMAND);
  }

  /** Returns this invitation without anything that could be found again beside an answer to it. */
  Invitation withoutCircumstances() {
    return new Invitation(
        id,
        survey,
        surveyVersion,
        respondent,
        event,
        subject,
        invitedAt,
        expiresAt,
        1,
        Accountability.none(),
        null);
  }

  /** Returns id and survey, not the person. */
  @Override
  public String toString() {
    return "Invitation[" + id + ", " + survey + " v" + surveyVersion + "]";
  }
}
