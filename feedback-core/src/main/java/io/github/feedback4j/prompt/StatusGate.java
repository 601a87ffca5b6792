package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lets a survey pass while it is active and inside its window. */
final class StatusGate implements Gate {

  private final SurveyStatus status;
  private final @Nullable Instant from;
  private final @Nullable Instant until;
  private final Decision.Skip inactive;
  private final Decision.Skip notStarted;
  private final Decision.Skip ended;
  private final Duration expiresAfter;
  private final Decision.Skip stale;

  StatusGate(Survey survey) {
    status = survey.status();
    from = survey.from();
    until = survey.until();
    String word = status.name().toLowerCase(Locale.ROOT);
    inactive = new Decision.Skip(SkipReason.NOT_ACTIVE, survey.key(), "status: " + word, null);
    notStarted = new Decision.Skip(SkipReason.NOT_STARTED, survey.key(), "from: " + from, from);
    expiresAfter = survey.expiresAfter();
    stale = new Decision.Skip(
        SkipReason.ENDED,
        survey.key(),
        "expiresAfter: the touchpoint lies back for longer than an invitation lives",
        null);
    ended = new Decision.Skip(SkipReason.ENDED, survey.key(), "until: " + until, null);
  }

  @Override
  public Name name() {
    return Name.STATUS;
  }

  /** Returns whether only the age of a touchpoint can stop the survey here. */
  boolean isAlwaysOpen() {
    return status == SurveyStatus.ACTIVE && from == null && until == null;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    if (status != SurveyStatus.ACTIVE) {
      return inactive;
    }
    if (from != null && moment.now().isBefore(from)) {
      return notStarted;
    }
    if (until != null && !moment.now().isBefore(until)) {
      return ended;
    }
    Instant occurredAt = moment.touchpoint.occurredAt();
    return occurredAt != null
            && Duration.between(occurredAt, moment.now()).compareTo(expiresAfter) >= 0
        ? stale
        : null;
  }
}
