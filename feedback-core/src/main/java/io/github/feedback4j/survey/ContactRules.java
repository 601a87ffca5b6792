package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.ContactRule.Scope.ANY_SURVEY;
import static io.github.feedback4j.survey.ContactRule.Scope.THIS_SURVEY;

import io.github.feedback4j.survey.ContactRule.Scope;
import io.github.feedback4j.survey.ContactRule.Since;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a person may be asked: a matrix of scope × event → gap, and what "not now" means.
 *
 * <p>A platform's policy and a survey's own rules apply together, and the strictest wins; so does
 * the longer of two gaps for one cell. Immutable.
 *
 * @since 0.1
 */
public final class ContactRules {

  /** How long "not now" lasts unless said otherwise. */
  public static final Duration DEFAULT_SNOOZE = Duration.ofDays(7);

  /** How often "not now" may be chosen for one invitation unless said otherwise. */
  public static final int DEFAULT_MAX_SNOOZES = 2;

  /** Whether a gap of exactly N days has passed after exactly N days. */
  public enum Boundary {
    /** Eligible when the elapsed time is at least the gap. */
    INCLUSIVE,
    /** Eligible when the elapsed time is more than the gap. */
    EXCLUSIVE
  }

  private static final Duration LONGEST_SNOOZE = Duration.ofDays(365);

  private static final ContactRules NONE =
      new ContactRules(List.of(), Boundary.INCLUSIVE, DEFAULT_SNOOZE, DEFAULT_MAX_SNOOZES);

  private final List<ContactRule> rules;
  private final Boundary boundary;
  private final Duration snooze;
  private final int maxSnoozes;

  private ContactRules(
      List<ContactRule> rules, Boundary boundary, Duration snooze, int maxSnoozes) {
    if (snooze.isNegative() || snooze.isZero() || snooze.compareTo(LONGEST_SNOOZE) > 0) {
      throw new IllegalArgumentException(
          "snooze must be more than zero and at most 365 days, but was " + snooze);
    }
    if (maxSnoozes < 0 || maxSnoozes > 10) {
      throw new IllegalArgumentException(
          "snooze atMost must be between 0 and 10, but was " + maxSnoozes);
    }
    this.rules = rules;
    this.boundary = boundary;
    this.snooze = snooze;
    this.maxSnoozes = maxSnoozes;
  }

  /** Returns no rules: a person may be asked any time, about each subject once. */
  public static ContactRules none() {
    return NONE;
  }

  /** Returns the rule that a person is invited to any survey at most once per {@code gap}. */
  public static ContactRules atMostOncePer(Duration gap) {
    return NONE.any(Since.INVITED, gap);
  }

  /** Returns these rules with a gap after events of any survey. */
  public ContactRules any(Since since, Duration gap) {
    return with(new ContactRule(ANY_SURVEY, since, gap));
  }

  /** Returns these rules with a gap after events of the same survey. */
  public ContactRules sameSurvey(Since since, Duration gap) {
    return with(new ContactRule(THIS_SURVEY, since, gap));
  }

  /** Returns these rules with one more; of two for the same scope and event the longer gap stays. */
  public ContactRules with(ContactRule rule) {
    List<ContactRule> merged = new ArrayList<>();
    ContactRule strictest = rule;
    for (ContactRule each : rules) {
      if (each.scope() != rule.scope() || each.since() != rule.since()) {
        merged.add(each);
      } else if (each.gap().compareTo(strictest.gap()) > 0) {
        strictest = each;
      }
    }
    merged.add(strictest);
    merged.sort(Comparator.comparing(ContactRule::scope).thenComparing(ContactRule::since));
    return new ContactRules(List.copyOf(merged), boundary, snooze, maxSnoozes);
  }

  /** Returns these rules with another reading of "exactly N days". */
  public ContactRules withBoundary(Boundary boundary) {
    return new ContactRules(rules, boundary, snooze, maxSnoozes);
  }

  /**
   * Returns these rules with another "not now".
   *
   * @param snooze how long it lasts, more than zero and at most 365 days
   * @param atMost how often it may be chosen for one invitation, 0 to 10; the next time dismisses it
   */
  public ContactRules withSnooze(Duration snooze, int atMost) {
    return new ContactRules(rules, boundary, snooze, atMost);
  }

  /** Returns the rules by scope, then event; at most one for each pair. */
  public List<ContactRule> rules() {
    return rules;
  }

  /** Returns the gap for a scope and event, or null if there is none. */
  public @Nullable Duration gap(Scope scope, Since since) {
    for (ContactRule each : rules) {
      if (each.scope() == scope && each.since() == since) {
        return each.gap();
      }
    }
    return null;
  }

  /** Returns how "exactly N days" is read. */
  public Boundary boundary() {
    return boundary;
  }

  /** Returns how long "not now" lasts. */
  public Duration snooze() {
    return snooze;
  }

  /** Returns how often "not now" may be chosen for one invitation, 0 to 10. */
  public int maxSnoozes() {
    return maxSnoozes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContactRules that
        && rules.equals(that.rules)
        && boundary == that.boundary
        && snooze.equals(that.snooze)
        && maxSnoozes == that.maxSnoozes;
  }

  @Override
  public int hashCode() {
    return Objects.hash(rules, boundary);
  }

  @Override
  public String toString() {
    return rules.toString();
  }
}
