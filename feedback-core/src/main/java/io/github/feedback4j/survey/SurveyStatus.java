package io.github.feedback4j.survey;

/**
 * Where a survey is in its life.
 *
 * @since 0.1
 */
public enum SurveyStatus {
  /** Being written; asks nobody. */
  DRAFT,
  /** Asks. */
  ACTIVE,
  /** Asks nobody for the time being; open invitations can be answered. */
  PAUSED,
  /** Asks nobody again; open invitations can be answered. */
  CLOSED
}
