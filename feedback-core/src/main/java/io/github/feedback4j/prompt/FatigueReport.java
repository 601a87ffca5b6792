package io.github.feedback4j.prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much asking a set of surveys and rules is for the people who are asked, and what it brings.
 *
 * <p>A simulated answer has no content, so there is no score here, only how many answers there are;
 * {@code ConfidenceInterval.ofShare} says how exact a score of so many is. Teams, rules and weeks
 * are bounded: the first {@value #MAX_TEAMS} teams and {@value #MAX_RULES} rules that are met have
 * lines of their own and the others share the line {@link #OTHER}; what comes after {@value
 * #MAX_WEEKS} weeks is added to the last of them. Immutable.
 *
 * @param from the time of the first touchpoint, or null if there is none
 * @param until the time of the last touchpoint, or null if there is none
 * @param totals what happened in all
 * @param peopleByAsks how many people were asked how often, those with touchpoints and no question
 *     included, by number of questions
 * @param weeks every week from the first touchpoint to the last answer, also the empty ones
 * @param teams by name
 * @param skips why touchpoints led to no question, the frequent ones first
 * @param shortestGap the shortest time between two questions to one person, or null if nobody was
 *     asked twice
 * @since 0.1
 */
public record FatigueReport(
    @Nullable Instant from,
    @Nullable Instant until,
    Totals totals,
    SortedMap<Integer, Long> peopleByAsks,
    List<Week> weeks,
    List<Team> teams,
    List<Skips> skips,
    @Nullable Duration shortestGap) {

  /** The greatest number of teams with a line of their own. */
  public static final int MAX_TEAMS = 500;

  /** The greatest number of rules with a line of their own. */
  public static final int MAX_RULES = 500;

  /** The greatest number of weeks, ten years. */
  public static final int MAX_WEEKS = 520;

  /** Stands for the teams or rules beyond the greatest number. */
  public static final String OTHER = "(other)";

  /** Stands for the team of touchpoints that name none. */
  public static final String NO_TEAM = "(none)";

  /** Copies the lists and the map. */
  public FatigueReport {
    peopleByAsks = Collections.unmodifiableSortedMap(new TreeMap<>(peopleByAsks));
    weeks = List.copyOf(weeks);
    teams = List.copyOf(teams);
    skips = List.copyOf(skips);
  }

  /**
   * What happened in all.
   *
   * @param touchpoints how many were decided about
   * @param presentedAgain how many of them met an invitation that was alive
   * @param askedLater how many people were asked at a later visit, because their ask was put off
   * @param cancelling how many events were there to void invitations; they are no touchpoints
   * @param shown how many invitations were seen at least once
   * @param putOff how many times "not now" was said
   * @param outcomes what became of the invitations in the end; {@link Outcome#DISMISSED} are closed
   *     or were left alone three times
   */
  public record Totals(
      long touchpoints,
      long presentedAgain,
      long askedLater,
      long cancelling,
      long shown,
      long putOff,
      Map<Outcome, Long> outcomes) {

    /** Copies the map. */
    public Totals {
      Map<Outcome, Long> copy = new EnumMap<>(Outcome.class);
      copy.putAll(outcomes);
      outcomes = Collections.unmodifiableMap(copy);
    }

    /** Returns how many invitations were made. */
    public long asked() {
      return outcomes.values().stream().mapToLong(each -> each).sum();
    }

    /** Returns how many of them ended like this. */
    public long ended(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0L);
    }

    /** Returns how many of them were answered. */
    public long answered() {
      return ended(Outcome.ANSWERED);
    }

    /** Returns how many touchpoints led to no question. */
    public long skipped() {
      return touchpoints - presentedAgain - (asked() - askedLater);
    }
  }

  /**
   * One week.
   *
   * @param monday its first day
   * @param touchpoints how many there were
   * @param asked how many invitations were made
   * @param answered how many answers came
   */
  public record Week(LocalDate monday, long touchpoints, long asked, long answered) {}

  /**
   * One team.
   *
   * @param name the name in the accountability, {@link #NO_TEAM} or {@link #OTHER}
   * @param touchpoints how many there were
   * @param surveys how many invitations and answers, by key of the survey
   */
  public record Team(String name, long touchpoints, SortedMap<String, Asks> surveys) {

    /** Copies the map. */
    public Team {
      surveys = Collections.unmodifiableSortedMap(new TreeMap<>(surveys));
    }

    /** Returns how many invitations were made. */
    public long asked() {
      return surveys.values().stream().mapToLong(Asks::asked).sum();
    }

    /** Returns how many of them were answered. */
    public long answered() {
      return surveys.values().stream().mapToLong(Asks::answered).sum();
    }

    /** Returns how many invitations and answers there were to one survey. */
    public Asks survey(String key) {
      return surveys.getOrDefault(key, Asks.NONE);
    }
  }

  /**
   * Invitations, and answers to them.
   *
   * @param asked how many invitations were made
   * @param answered how many of them were answered
   */
  public record Asks(long asked, long answered) {

    /** No invitation. */
    public static final Asks NONE = new Asks(0, 0);

    /** Returns these and those. */
    public Asks plus(Asks other) {
      return new Asks(asked + other.asked, answered + other.answered);
    }
  }

  /**
   * Touchpoints that one rule kept from a question.
   *
   * @param reason the reason
   * @param survey the survey that came furthest, or null if none waits for the event
   * @param rule the rule as it is written, or {@link #OTHER}
   * @param count how many
   */
  public record Skips(SkipReason reason, @Nullable String survey, String rule, long count) {}

  /** Returns the number of people who had a touchpoint. */
  public long people() {
    return askedMoreThan(-1);
  }

  /** Returns how many people were asked more than {@code times} times. */
  public long askedMoreThan(int times) {
    return peopleByAsks.tailMap(times + 1).values().stream()
        .mapToLong(each -> each)
        .sum();
  }

  /** Returns how many people were never asked. */
  public long neverAsked() {
    return peopleByAsks.getOrDefault(0, 0L);
  }

  /** Returns the greatest number of questions to one person, 0 if there are no people. */
  public int mostAsks() {
    return peopleByAsks.isEmpty() ? 0 : peopleByAsks.lastKey();
  }

  /**
   * Returns how many questions at most this share of the people had, counted from those with few: the
   * nearest rank, 0 if there are no people.
   *
   * @param share more than 0 and at most 1, such as 0.9
   */
  public int asksOf(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share must be more than 0 and at most 1, but was " + share);
    }
    double rank = Math.ceil(share * people());
    long seen = 0;
    for (Map.Entry<Integer, Long> each : peopleByAsks.entrySet()) {
      seen += each.getValue();
      if (seen >= rank) {
        return each.getKey();
      }
    }
    return 0;
  }

  /** Returns how many touchpoints each reason kept from a question, without those that kept none. */
  public Map<SkipReason, Long> skipsByReason() {
    Map<SkipReason, Long> sums = new EnumMap<>(SkipReason.class);
    skips.forEach(each -> sums.merge(each.reason(), each.count(), Long::sum));
    return Collections.unmodifiableMap(sums);
  }

  /** Returns how many invitations and answers each survey had, by key. */
  public SortedMap<String, Asks> surveys() {
    SortedMap<String, Asks> sums = new TreeMap<>();
    for (Team team : teams) {
      team.surveys().forEach((key, asks) -> sums.merge(key, asks, Asks::plus));
    }
    return Collections.unmodifiableSortedMap(sums);
  }
}
