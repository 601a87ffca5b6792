package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A permission to ask one survey about one subject, reserved in the ledger. Immutable.
 *
 * @since 0.1
 */
public final class Invitation {

  /** How long after its expiry an answer is still kept, and flagged as late. */
  public static final Duration LATE = Duration.ofDays(30);

  /** The event of invitations that people open themselves; no trigger can name it. */
  public static final String ON_DEMAND = Trigger.RESERVED + "on-demand";

  /** The name of an invitation that nothing can be said about any more; nobody's. */
  static final UUID SETTLED = new UUID(0, 0);

  private final String survey;
  private final int surveyVersion;
  private final RespondentKey respondent;
  private final String event;
  private final @Nullable Subject subject;
  private final double inclusionProbability;
  private final Accountability accountability;
  private final @Nullable Locale locale;
  private final Attributes attributes;

  // Numbers in the place of a UUID and two Instants: an invitation is the largest part of what a
  // decision allocates, and most parts are never looked at.
  private final long idHigh;
  private final long idLow;
  private final long invitedSecond;
  private final long expiresSecond;
  private final int invitedNano;
  private final int expiresNano;

  /**
   * Creates an invitation.
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
   * @param attributes those of the touchpoint's attributes that the conditions of the survey's
   *     questions look at, and no others
   * @throws IllegalArgumentException if it expires before it begins, or the probability is out of bounds
   */
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
      @Nullable Locale locale,
      Attributes attributes) {
    if (!expiresAt.isAfter(invitedAt)) {
      throw new IllegalArgumentException(
          "expiresAt (" + expiresAt + ") must be after invitedAt (" + invitedAt + ")");
    }
    if (!(inclusionProbability > 0 && inclusionProbability <= 1)) {
      throw new IllegalArgumentException(
          "inclusionProbability must be more than 0 and at most 1, but was "
              + inclusionProbability);
    }
    this.idHigh = id.getMostSignificantBits();
    this.idLow = id.getLeastSignificantBits();
    this.survey = survey;
    this.surveyVersion = surveyVersion;
    this.respondent = respondent;
    this.event = event;
    this.subject = subject;
    this.invitedSecond = invitedAt.getEpochSecond();
    this.invitedNano = invitedAt.getNano();
    this.expiresSecond = expiresAt.getEpochSecond();
    this.expiresNano = expiresAt.getNano();
    this.inclusionProbability = inclusionProbability;
    this.accountability = accountability;
    this.locale = locale;
    this.attributes = attributes;
  }

  /** Creates the invitation of a moment without an object for its name or its times. */
  Invitation(Survey of, Moment moment, long idHigh, long idLow, double inclusionProbability) {
    Touchpoint touchpoint = moment.touchpoint;
    this.idHigh = idHigh;
    this.idLow = idLow;
    this.survey = of.key();
    this.surveyVersion = of.version();
    this.respondent = moment.respondent;
    this.event = touchpoint.event();
    this.subject = touchpoint.about();
    this.invitedSecond = moment.second();
    this.invitedNano = moment.nano();
    long expires = invitedNano + of.expiresAfter().toNanos();
    this.expiresSecond = invitedSecond + Nanos.second(expires);
    this.expiresNano = Nanos.nano(expires);
    this.inclusionProbability = inclusionProbability;
    this.accountability = touchpoint.accountability();
    this.locale = touchpoint.locale();
    this.attributes = of.frozen(touchpoint.attributes());
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
        id(),
        survey,
        surveyVersion,
        respondent,
        event,
        subject,
        invitedAt(),
        expiresAt(),
        1,
        Accountability.none(),
        null);
  }

  /**
   * Returns the name of the invitation; the nil UUID, which is nobody's, once it is {@linkplain
   * ContactHistory settled}.
   */
  public UUID id() {
    return new UUID(idHigh, idLow);
  }

  /** Returns the key of the survey. */
  public String survey() {
    return survey;
  }

  /** Returns the version of the survey that was current. */
  public int surveyVersion() {
    return surveyVersion;
  }

  /** Returns the pseudonym of the person asked. */
  public RespondentKey respondent() {
    return respondent;
  }

  /** Returns the event that led here. */
  public String event() {
    return event;
  }

  /** Returns what is asked about, or null. */
  public @Nullable Subject subject() {
    return subject;
  }

  /** Returns when it was reserved. */
  public Instant invitedAt() {
    return Instant.ofEpochSecond(invitedSecond, invitedNano);
  }

  /** Returns when it stops to be presented. */
  public Instant expiresAt() {
    return Instant.ofEpochSecond(expiresSecond, expiresNano);
  }

  /** Returns the probability with which sampling chose it. */
  public double inclusionProbability() {
    return inclusionProbability;
  }

  /** Returns who and what stood behind the touchpoint. */
  public Accountability accountability() {
    return accountability;
  }

  /** Returns the respondent's language, or null if it was not known. */
  public @Nullable Locale locale() {
    return locale;
  }

  /** Returns the attributes that the conditions of the survey's questions look at. */
  public Attributes attributes() {
    return attributes;
  }

  /** Returns whether this is its name; {@link #SETTLED} is nobody's. */
  boolean hasId(UUID id) {
    return !isSettled()
        && idHigh == id.getMostSignificantBits()
        && idLow == id.getLeastSignificantBits();
  }

  /** Returns whether only that it was made is known any more. */
  boolean isSettled() {
    return idHigh == 0 && idLow == 0;
  }

  /** Returns what stays of it when nobody can answer it any more. */
  Invitation settled(boolean keepsAccountability) {
    return new Invitation(
        SETTLED,
        survey,
        0,
        respondent,
        "",
        subject,
        invitedAt(),
        expiresAt(),
        inclusionProbability,
        keepsAccountability ? accountability : Accountability.none(),
        null,
        Attributes.none());
  }

  /** Returns whether it lives for so long. */
  boolean lives(long seconds) {
    return expiresSecond - invitedSecond == seconds && expiresNano == invitedNano;
  }

  void writeId(HistoryOutput out) {
    out.fixed(idHigh, 8);
    out.fixed(idLow, 8);
  }

  void writeTimes(HistoryOutput out, boolean expiry) {
    out.time(HistoryOutput.EPOCH_SECOND, 0, invitedSecond, invitedNano);
    if (expiry) {
      out.time(invitedSecond, invitedNano, expiresSecond, expiresNano);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Invitation that
        && idHigh == that.idHigh
        && idLow == that.idLow
        && surveyVersion == that.surveyVersion
        && invitedSecond == that.invitedSecond
        && invitedNano == that.invitedNano
        && expiresSecond == that.expiresSecond
        && expiresNano == that.expiresNano
        && Double.compare(inclusionProbability, that.inclusionProbability) == 0
        && survey.equals(that.survey)
        && respondent.equals(that.respondent)
        && event.equals(that.event)
        && Objects.equals(subject, that.subject)
        && accountability.equals(that.accountability)
        && Objects.equals(locale, that.locale)
        && attributes.equals(that.attributes);
  }

  /** Equal invitations have equal names. */
  @Override
  public int hashCode() {
    return Long.hashCode(idHigh ^ idLow);
  }

  /** Returns id and survey, not the person. */
  @Override
  public String toString() {
    return "Invitation[" + id() + ", " + survey + " v" + surveyVersion + "]";
  }
}
