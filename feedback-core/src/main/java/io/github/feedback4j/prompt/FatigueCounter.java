package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.FatigueReport.Asks;
import io.github.feedback4j.prompt.FatigueReport.Skips;
import io.github.feedback4j.prompt.FatigueReport.Team;
import io.github.feedback4j.prompt.FatigueReport.Week;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what a {@link FatigueReport} reports, while it happens. */
final class FatigueCounter {

  private static final Outcome[] ENDS = {
    Outcome.ANSWERED, Outcome.DISMISSED, Outcome.OPTED_OUT, Outcome.EXPIRED, Outcome.CANCELLED
  };

  private final ZoneId zone;
  private final int maxPeople;
  private final Map<RespondentKey, Person> people = new HashMap<>();
  private final Map<String, TeamCount> teams = new HashMap<>();
  private final SortedMap<LocalDate, WeekCount> weeks = new TreeMap<>();
  private final Map<Rule, Long> skips = new HashMap<>();
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private @Nullable Instant from;
  private @Nullable Instant until;
  private @Nullable Duration shortestGap;
  private long touchpoints;
  private long again;
  private long asked;
  private long askedAtTouchpoint;
  private long cancelling;
  private long shown;
  private long putOff;

  private record Rule(SkipReason reason, @Nullable String survey, String text) {}

  private static final class Person {
    final RespondentKey key;
    boolean met;
    int asked;

    @Nullable
    Instant lastAsked;

    Person(RespondentKey key) {
      this.key = key;
    }
  }

  private static final class TeamCount {
    long touchpoints;
    final SortedMap<String, Asks> surveys = new TreeMap<>();
  }

  private static final class WeekCount {
    long touchpoints;
    long asked;
    long answered;
  }

  FatigueCounter(ZoneId zone, int maxPeople) {
    this.zone = zone;
    this.maxPeople = maxPeople;
    for (Outcome each : ENDS) {
      outcomes.put(each, 0L);
    }
  }

  /** Returns the one key of this person, so that equal keys are kept once. */
  RespondentKey known(RespondentKey key) {
    return person(key).key;
  }

  private Person person(RespondentKey key) {
    Person known = people.get(key);
    if (known != null) {
      return known;
    }
    if (people.size() >= maxPeople) {
      throw new IllegalStateException(
          "there are more than %d people; give the simulator room with withMaxPeople"
              .formatted(maxPeople));
    }
    Person person = new Person(key);
    people.put(key, person);
    return person;
  }

  void cancelling() {
    cancelling++;
  }

  void touchpoint(Touchpoint touchpoint, RespondentKey respondent, Instant at) {
    touchpoints++;
    from = from == null ? at : from;
    until = at;
    person(respondent).met = true;
    team(touchpoint.accountability()).touchpoints++;
    week(at).touchpoints++;
  }

  void decided(Decision decision) {
    if (decision instanceof Decision.Ask ask) {
      if (ask.again()) {
        again++;
      } else {
        askedAtTouchpoint++;
      }
    } else if (decision instanceof Decision.Skip skip) {
      Rule rule = new Rule(skip.reason(), skip.survey(), skip.rule());
      if (skips.size() >= FatigueReport.MAX_RULES && !skips.containsKey(rule)) {
        rule = new Rule(skip.reason(), null, FatigueReport.OTHER);
      }
      skips.merge(rule, 1L, Long::sum);
    }
  }

  void asked(Invitation invitation) {
    asked++;
    Instant at = invitation.invitedAt();
    Person person = person(invitation.respondent());
    person.asked++;
    if (person.lastAsked != null) {
      Duration gap = Duration.between(person.lastAsked, at);
      shortestGap = shortestGap == null || gap.compareTo(shortestGap) < 0 ? gap : shortestGap;
    }
    person.lastAsked = at;
    add(invitation, new Asks(1, 0));
    week(at).asked++;
  }

  void shown() {
    shown++;
  }

  void putOff() {
    putOff++;
  }

  void closed(Invitation invitation, Outcome outcome, Instant at) {
    outcomes.merge(outcome, 1L, Long::sum);
    if (outcome == Outcome.ANSWERED) {
      add(invitation, new Asks(0, 1));
      week(at).answered++;
    }
  }

  private void add(Invitation invitation, Asks asks) {
    team(invitation.accountability()).surveys.merge(invitation.survey(), asks, Asks::plus);
  }

  private TeamCount team(Accountability accountability) {
    String named = accountability.get("team");
    String name = named == null ? FatigueReport.NO_TEAM : named;
    TeamCount known = teams.get(name);
    if (known != null) {
      return known;
    }
    boolean room = teams.size() < FatigueReport.MAX_TEAMS;
    return teams.computeIfAbsent(room ? name : FatigueReport.OTHER, key -> new TeamCount());
  }

  private WeekCount week(Instant at) {
    LocalDate monday =
        at.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    if (!weeks.isEmpty()) {
      // Time does not run backwards, so only the far end needs a bound.
      LocalDate last = weeks.firstKey().plusWeeks(FatigueReport.MAX_WEEKS - 1);
      monday = monday.isAfter(last) ? last : monday;
    }
    return weeks.computeIfAbsent(monday, key -> new WeekCount());
  }

  FatigueReport report() {
    return new FatigueReport(
        from,
        until,
        new FatigueReport.Totals(
            touchpoints, again, asked - askedAtTouchpoint, cancelling, shown, putOff, outcomes),
        peopleByAsks(),
        weekList(),
        teamList(),
        skipList(),
        shortestGap);
  }

  private SortedMap<Integer, Long> peopleByAsks() {
    SortedMap<Integer, Long> sums = new TreeMap<>();
    for (Person each : people.values()) {
      if (each.met || each.asked > 0) {
        sums.merge(each.asked, 1L, Long::sum);
      }
    }
    return sums;
  }

  private List<Week> weekList() {
    List<Week> list = new ArrayList<>();
    if (!weeks.isEmpty()) {
      WeekCount none = new WeekCount();
      long count = ChronoUnit.WEEKS.between(weeks.firstKey(), weeks.lastKey());
      for (int i = 0; i <= count; i++) {
        LocalDate monday = weeks.firstKey().plusWeeks(i);
        WeekCount week = weeks.getOrDefault(monday, none);
        list.add(new Week(monday, week.touchpoints, week.asked, week.answered));
      }
    }
    return list;
  }

  private List<Team> teamList() {
    List<Team> list = new ArrayList<>();
    teams.forEach((name, count) -> list.add(new Team(name, count.touchpoints, count.surveys)));
    list.sort(Comparator.comparing(Team::name));
    return list;
  }

  private List<Skips> skipList() {
    List<Skips> list = new ArrayList<>();
    skips.forEach(
        (rule, count) -> list.add(new Skips(rule.reason(), rule.survey(), rule.text(), count)));
    list.sort(Comparator.comparingLong(Skips::count)
        .reversed()
        .thenComparing(Skips::reason)
        .thenComparing(each -> String.valueOf(each.survey()))
        .thenComparing(Skips::rule));
    return list;
  }
}
