package io.github.feedback4j.response;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.prompt.Invitation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects counted ratings in the groups of a {@link Breakdown}, for a store that counts some of it by
 * itself. Used by one thread.
 *
 * @since 0.1
 */
public final class RatingGroups {

  private static final int SECONDS_PER_DAY = 86_400;
  private static final long ALL_THE_TIME = Long.MIN_VALUE;

  private final Breakdown breakdown;

  // A store has a hundred thousand rows for a season, so values are told apart by numbers, whatever
  // dimension they are of.
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Place, Members> groups = new HashMap<>();
  private Place probe = new Place(0);
  private Kind kind = new Kind();

  /** Which group: its values by number, the period counted from the first, and the version. */
  private static final class Place {
    private final int[] values;
    private long period;
    private int surveyVersion;

    Place(int values) {
      this.values = new int[values];
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Place that
          && period == that.period
          && surveyVersion == that.surveyVersion
          && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * Arrays.hashCode(values) + Long.hashCode(period)) + surveyVersion;
    }
  }

  /** A rating that was given with a probability; mutable where it only looks something up. */
  private static final class Kind {
    private int rating;
    private double probability;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Kind that
          && rating == that.rating
          && Double.compare(probability, that.probability) == 0;
    }

    @Override
    public int hashCode() {
      return 31 * Double.hashCode(probability) + rating;
    }
  }

  private static final class Count {
    private long responses;
  }

  private static final class Members {
    private final Map<Kind, Count> counts = new LinkedHashMap<>(8);
    private PersonSketch persons = PersonSketch.none();
  }

  /** Creates the groups of a breakdown, all of them empty. */
  public RatingGroups(Breakdown breakdown) {
    this.breakdown = breakdown;
  }

  /**
   * Adds ratings to their group; those from before the first period are left out.
   *
   * @param values the value in each dimension of the breakdown, an empty text for none; or the themes
   * @param answeredAt any instant of the day of the answers
   * @param ratings how many of them there are
   * @param persons who gave them
   */
  public void add(
      List<String> values, Instant answeredAt, RatingCount ratings, PersonSketch persons) {
    Periods periods = breakdown.periods();
    long period = ALL_THE_TIME;
    if (periods != null) {
      long day = Math.floorDiv(answeredAt.getEpochSecond(), SECONDS_PER_DAY);
      period = Math.floorDiv(day - periods.first().toEpochDay(), periods.days());
      if (period < 0) {
        return;
      }
    }
    if (probe.values.length != values.size()) {
      probe = new Place(values.size());
    }
    for (int i = 0; i < probe.values.length; i++) {
      probe.values[i] = number(values.get(i));
    }
    probe.period = period;
    probe.surveyVersion = ratings.surveyVersion();
    Members members = groups.get(probe);
    if (members == null) {
      members = new Members();
      groups.put(probe, members);
      probe = new Place(values.size());
    }
    kind.rating = ratings.value();
    kind.probability = ratings.inclusionProbability();
    Count count = members.counts.get(kind);
    if (count == null) {
      count = new Count();
      members.counts.put(kind, count);
      kind = new Kind();
    }
    count.responses += ratings.count();
    members.persons = members.persons.plus(persons);
  }

  private int number(String value) {
    Integer number = numbers.get(value);
    if (number == null) {
      number = numbers.size();
      numbers.put(value, number);
    }
    return number;
  }

  void add(AcceptedResponse response, int rating) {
    add(
        breakdown.dimensions().stream()
            .map(each -> ResponseFilter.value(response.invitation(), each))
            .toList(),
        response,
        rating);
  }

  void addByThemes(AcceptedResponse response, int rating) {
    if (response.hasComment()) {
      add(List.copyOf(response.themes().keySet()), response, rating);
    }
  }

  private void add(List<String> values, AcceptedResponse response, int rating) {
    Invitation invitation = response.invitation();
    add(
        values,
        response.answeredAt(),
        new RatingCount(invitation.surveyVersion(), rating, invitation.inclusionProbability(), 1),
        PersonSketch.of(List.of(invitation.respondent())));
  }

  /** Returns the groups by values, period and version. */
  public List<RatingGroup> toList() {
    List<String> names = numbers.keySet().stream().sorted().toList();
    int[] ranks = new int[names.size()];
    for (int i = 0; i < ranks.length; i++) {
      ranks[Objects.requireNonNull(numbers.get(names.get(i)))] = i;
    }
    List<Map.Entry<Place, Members>> sorted = new ArrayList<>(groups.entrySet());
    sorted.sort((one, other) -> compare(one.getKey(), other.getKey(), ranks));
    List<RatingGroup> result = new ArrayList<>(sorted.size());
    for (Map.Entry<Place, Members> each : sorted) {
      Place place = each.getKey();
      String[] values = new String[place.values.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = names.get(ranks[place.values[i]]);
      }
      List<RatingCount> counts = new ArrayList<>();
      each.getValue()
          .counts
          .forEach((given, count) -> counts.add(new RatingCount(
              place.surveyVersion, given.rating, given.probability, count.responses)));
      result.add(new RatingGroup(
          List.of(values),
          start(place.period),
          place.surveyVersion,
          counts,
          each.getValue().persons));
    }
    return result;
  }

  private @Nullable LocalDate start(long period) {
    Periods periods = breakdown.periods();
    return periods == null ? null : periods.start(period);
  }

  private static int compare(Place one, Place other, int[] ranks) {
    int common = Math.min(one.values.length, other.values.length);
    for (int i = 0; i < common; i++) {
      int order = Integer.compare(ranks[one.values[i]], ranks[other.values[i]]);
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(one.values.length, other.values.length);
    order = order != 0 ? order : Long.compare(one.period, other.period);
    return order != 0 ? order : Integer.compare(one.surveyVersion, other.surveyVersion);
  }
}
