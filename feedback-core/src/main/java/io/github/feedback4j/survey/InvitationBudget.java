package io.github.feedback4j.survey;

import java.time.ZoneId;

/**
 * How many invitations all surveys together may make per day, week or month, in every application that
 * shares the counters.
 *
 * <p>An invitation that was made is used up, whatever becomes of it; only one that is withdrawn before
 * anybody saw it comes back. What a period leaves unused is gone.
 *
 * @param invitations the greatest number of invitations, 1 to {@value #MAX_INVITATIONS}
 * @param per the period: day, week or month
 * @param zone where days begin
 * @since 0.1
 */
public record InvitationBudget(int invitations, Per per, ZoneId zone) {

  /** The greatest number of invitations that a budget can have. */
  public static final int MAX_INVITATIONS = 10_000_000;

  /** Checks the number and the period. */
  public InvitationBudget {
    if (invitations < 1 || invitations > MAX_INVITATIONS) {
      throw new IllegalArgumentException("invitations must be between 1 and %d, but was %d"
          .formatted(MAX_INVITATIONS, invitations));
    }
    if (per == Per.TOTAL) {
      throw new IllegalArgumentException(
          "per must be day, week or month for a budget, but was total; an organisation does not ask its last question");
    }
  }

  /** Returns the budget of this many invitations per day of UTC. */
  public static InvitationBudget perDay(int invitations) {
    return new InvitationBudget(invitations, Per.DAY, Quota.DEFAULT_ZONE);
  }

  /** Returns the budget of this many invitations per week of UTC, from Monday. */
  public static InvitationBudget perWeek(int invitations) {
    return new InvitationBudget(invitations, Per.WEEK, Quota.DEFAULT_ZONE);
  }

  /** Returns the budget of this many invitations per calendar month of UTC. */
  public static InvitationBudget perMonth(int invitations) {
    return new InvitationBudget(invitations, Per.MONTH, Quota.DEFAULT_ZONE);
  }

  /** Returns this budget with days that begin in another zone. */
  public InvitationBudget withZone(ZoneId zone) {
    return new InvitationBudget(invitations, per, zone);
  }

  /** Returns the budget as a policy file writes it, such as {@code budget: {invitations: 50, per: day}}. */
  @Override
  public String toString() {
    return "budget: {invitations: %d, per: %s}".formatted(invitations, per.word());
  }
}
