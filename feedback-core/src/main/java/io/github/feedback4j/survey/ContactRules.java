package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.ContactScope.ANY_SURVEY;
import static io.github.feedback4j.survey.ContactScope.THIS_SURVEY;

import io.github.feedback4j.survey.ContactRule.Since;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How often a person may be asked: a matrix of scope × event → gap, limits per stretch of time, and
 * what "not now" means.
 *
 * <p>A platform's policy and a survey's own rules apply together, and the strictest wins; so does
 * the longer of two gaps for one cell. Only an {@link Exemption} of the survey lifts a rule of the
 * policy. Immutable.
 *
 * @since 0.1
 */
public final class ContactRules {

  /** How long "not now" lasts unless said otherwise. */
  public static final Duration DEFAULT_SNOOZE = Duration.ofDays(7);

  /** How often "not now" may be chosen for one invitation unless said otherwise. */
  public static final int DEFAULT_MAX_SNOOZES = 2;

  /** The greatest number of gaps, and of limits. */
  public static final int MAX_RULES = 100;

  /** Whether a gap of exactly N days has passed after exactly N days. */
  public enum Boundary {
    /** Eligible when the elapsed time is at least the gap. */
    INCLUSIVE,
    /** Eligible when the elapsed time is more than the gap. */
    EXCLUSIVE
  }

  /** What a day is in a gap. */
  public enum Days {
    /** 24 hours, counted from the moment of the event. */
    ELAPSED,
    /**
     * A date of the respondent's calendar: whoever was asked at any time on the 1st is free at the
     * beginning of the 31st after a gap of 30 days.
     */
    CALENDAR
  }

  private static final Duration LONGEST_SNOOZE = Duration.ofDays(365);

  private static final ContactRules NONE = new ContactRules(new Parts());

  private final Parts parts;

  private ContactRules(Parts parts) {
    this.parts = parts;
    check();
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

  /** Returns these rules with a gap after events of the surveys of a group. */
  public ContactRules group(String group, Since since, Duration gap) {
    return with(new ContactRule(ContactScope.group(group), since, gap));
  }

  /** Returns these rules with one more; of two for the same scope and event the longer gap stays. */
  public ContactRules with(ContactRule rule) {
    List<ContactRule> merged = new ArrayList<>();
    ContactRule strictest = rule;
    for (ContactRule each : parts.rules) {
      if (!each.scope().equals(rule.scope()) || each.since() != rule.since()) {
        merged.add(each);
      } else if (each.gap().compareTo(strictest.gap()) > 0) {
        strictest = each;
      }
    }
    merged.add(strictest);
    merged.sort(Comparator.comparing(ContactRule::scope).thenComparing(ContactRule::since));
    return change(p -> p.rules = List.copyOf(merged));
  }

  /** Returns these rules with at most so many invitations to any survey within a moving stretch. */
  public ContactRules atMost(int times, Duration within) {
    return with(new ContactLimit(ANY_SURVEY, times, within));
  }

  /** Returns these rules with one more limit; of two for the same scope and length the smaller stays. */
  public ContactRules with(ContactLimit limit) {
    List<ContactLimit> merged = new ArrayList<>();
    ContactLimit strictest = limit;
    for (ContactLimit each : parts.limits) {
      if (!each.scope().equals(limit.scope()) || !each.within().equals(limit.within())) {
        merged.add(each);
      } else if (each.times() < strictest.times()) {
        strictest = each;
      }
    }
    merged.add(strictest);
    merged.sort(Comparator.comparing(ContactLimit::scope).thenComparing(ContactLimit::within));
    return change(p -> p.limits = List.copyOf(merged));
  }

  /** Returns these rules with another reading of "exactly N days". */
  public ContactRules withBoundary(Boundary boundary) {
    return change(p -> p.boundary = boundary);
  }

  /**
   * Returns these rules with dates in the place of elapsed time, so that somebody who was asked in
   * the afternoon can be asked again in the morning; every gap must be whole days then.
   *
   * @param zone where days begin for a respondent whose own zone the touchpoint does not name
   */
  public ContactRules withCalendarDays(ZoneId zone) {
    return change(p -> {
      p.days = Days.CALENDAR;
      p.zone = zone;
    });
  }

  /**
   * Returns these rules with another "not now".
   *
   * @param snooze how long it lasts, more than zero and at most 365 days
   * @param atMost how often it may be chosen for one invitation, 0 to 10; the next time dismisses it
   */
  public ContactRules withSnooze(Duration snooze, int atMost) {
    return change(p -> {
      p.snooze = snooze;
      p.maxSnoozes = atMost;
      p.saysSnooze = true;
    });
  }

  /**
   * Returns these rules with a time in which people who are new are not asked; the touchpoint must
   * say since when somebody is here, or they are not asked either.
   *
   * @param grace more than zero and at most 730 days
   */
  public ContactRules withNewcomerGrace(Duration grace) {
    return change(p -> p.newcomerGrace = grace);
  }

  /** Returns these rules of a survey, free from more of the policy. */
  public ContactRules exempt(Exemption... exemptions) {
    TreeSet<Exemption> all = new TreeSet<>(parts.exemptions);
    all.addAll(List.of(exemptions));
    return change(p -> p.exemptions = List.copyOf(all));
  }

  /**
   * Returns these rules of a survey, with asks that come too early kept until the rules let them
   * pass.
   *
   * <p>They are presented at the respondent's next visit after that, while an invitation that was made
   * at the touchpoint would still be alive. Unless this is set an ask that comes too early is dropped.
   */
  public ContactRules deferUntilEligible() {
    return change(p -> p.defers = true);
  }

  /** Returns the gaps by scope, then event; at most one for each pair. */
  public List<ContactRule> rules() {
    return parts.rules;
  }

  /** Returns the limits by scope, then length; at most one for each pair. */
  public List<ContactLimit> limits() {
    return parts.limits;
  }

  /** Returns the gap for a scope and event, or null if there is none. */
  public @Nullable Duration gap(ContactScope scope, Since since) {
    for (ContactRule each : parts.rules) {
      if (each.scope().equals(scope) && each.since() == since) {
        return each.gap();
      }
    }
    return null;
  }

  /** Returns how "exactly N days" is read. */
  public Boundary boundary() {
    return parts.boundary;
  }

  /** Returns what a day is. */
  public Days days() {
    return parts.days;
  }

  /** Returns where days begin for a respondent whose own zone is not known. */
  public ZoneId zone() {
    return parts.zone;
  }

  /** Returns whether these rules say anything about "not now"; if not, the defaults are filled in. */
  public boolean saysSnooze() {
    return parts.saysSnooze;
  }

  /** Returns how long "not now" lasts. */
  public Duration snooze() {
    return parts.snooze;
  }

  /** Returns how often "not now" may be chosen for one invitation, 0 to 10. */
  public int maxSnoozes() {
    return parts.maxSnoozes;
  }

  /** Returns how long somebody new is not asked, or null if there is no such time. */
  public @Nullable Duration newcomerGrace() {
    return parts.newcomerGrace;
  }

  /** Returns the newcomers' grace as a survey file writes it, empty if there is none. */
  public String newcomerGraceText() {
    Duration grace = parts.newcomerGrace;
    return grace == null ? "" : Exemption.NEWCOMER_GRACE + ": " + Durations.format(grace);
  }

  /** Returns what of the policy does not hold, in alphabetical order. */
  public List<Exemption> exemptions() {
    return parts.exemptions;
  }

  /** Returns whether asks that come too early are kept until they are not. */
  public boolean defersUntilEligible() {
    return parts.defers;
  }

  private ContactRules change(Consumer<Parts> change) {
    Parts copy = new Parts(parts);
    change.accept(copy);
    return new ContactRules(copy);
  }

  private void check() {
    if (parts.snooze.isNegative()
        || parts.snooze.isZero()
        || parts.snooze.compareTo(LONGEST_SNOOZE) > 0) {
      throw new IllegalArgumentException(
          "snooze must be more than zero and at most 365 days, but was " + parts.snooze);
    }
    if (parts.maxSnoozes < 0 || parts.maxSnoozes > 10) {
      throw new IllegalArgumentException(
          "snooze atMost must be between 0 and 10, but was " + parts.maxSnoozes);
    }
    requireAtMost("gaps", parts.rules);
    requireAtMost("limits", parts.limits);
    requireAtMost("exemptions", parts.exemptions);
    if (parts.newcomerGrace != null) {
      ContactRule.requireLength(Exemption.NEWCOMER_GRACE, parts.newcomerGrace);
      requireWholeDays(Exemption.NEWCOMER_GRACE, parts.newcomerGrace);
    }
    parts.rules.forEach(each -> requireWholeDays("gap", each.gap()));
    parts.limits.forEach(each -> requireWholeDays("within", each.within()));
  }

  private static void requireAtMost(String what, Collection<?> rules) {
    if (rules.size() > MAX_RULES) {
      throw new IllegalArgumentException("contact rules must have at most %d %s, but have %d"
          .formatted(MAX_RULES, what, rules.size()));
    }
  }

  private void requireWholeDays(String what, Duration length) {
    if (parts.days == Days.CALENDAR && !length.equals(Duration.ofDays(length.toDays()))) {
      throw new IllegalArgumentException(
          what + " must be whole days where days are those of the calendar, but was " + length);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContactRules that && parts.asList().equals(that.parts.asList());
  }

  @Override
  public int hashCode() {
    return parts.asList().hashCode();
  }

  @Override
  public String toString() {
    return parts.limits.isEmpty() ? parts.rules.toString() : parts.rules + " " + parts.limits;
  }

  /** The parts of the rules while they are being put together; never shared afterwards. */
  private static final class Parts {
    List<ContactRule> rules = List.of();
    List<ContactLimit> limits = List.of();
    Boundary boundary = Boundary.INCLUSIVE;
    Days days = Days.ELAPSED;
    ZoneId zone = Quota.DEFAULT_ZONE;
    Duration snooze = DEFAULT_SNOOZE;
    int maxSnoozes = DEFAULT_MAX_SNOOZES;
    boolean saysSnooze;

    @Nullable
    Duration newcomerGrace;

    List<Exemption> exemptions = List.of();
    boolean defers;

    Parts() {}

    Parts(Parts other) {
      rules = other.rules;
      limits = other.limits;
      boundary = other.boundary;
      days = other.days;
      zone = other.zone;
      snooze = other.snooze;
      maxSnoozes = other.maxSnoozes;
      saysSnooze = other.saysSnooze;
      newcomerGrace = other.newcomerGrace;
      exemptions = other.exemptions;
      defers = other.defers;
    }

    List<@Nullable Object> asList() {
      List<@Nullable Object> list = new ArrayList<>();
      list.add(rules);
      list.add(limits);
      list.add(boundary);
      list.add(days);
      list.add(zone);
      list.add(snooze);
      list.add(maxSnoozes);
      list.add(saysSnooze);
      list.add(newcomerGrace);
      list.add(exemptions);
      list.add(defers);
      return list;
    }
  }
}
