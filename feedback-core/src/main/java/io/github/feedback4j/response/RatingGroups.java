package io.github.feedback4j.response;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.theme.Mention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects counted ratings in the groups of a {@link Breakdown}, for a store that counts some of it by
 * itself. Used by one thread.
 *
 * @since 0.1
 */
public final class RatingGroups {

  private static final Comparator<RatingGroup> IN_ORDER = (one, other) -> {
    int common = Math.min(one.values().size(), other.values().size());
    for (int i = 0; i < common; i++) {
      int order = one.values().get(i).compareTo(other.values().get(i));
      if (order != 0) {
        return order;
      }
    }
    if (one.values().size() != other.values().size()) {
      return Integer.compare(one.values().size(), other.values().size());
    }
    LocalDate period = one.period();
    LocalDate otherPeriod = other.period();
    int order = period == null || otherPeriod == null ? 0 : period.compareTo(otherPeriod);
    return order != 0 ? order : Integer.compare(one.surveyVersion(), other.surveyVersion());
  };

  private final Breakdown breakdown;
  private final Map<Key, Members> groups = new HashMap<>();

  private record Key(List<String> values, @Nullable LocalDate period, int surveyVersion) {}

  private static final class Members {
    private final Map<RatingCount, Long> counts = new LinkedHashMap<>();
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
    LocalDate period = periods == null ? null : periods.startOf(answeredAt);
    if (periods != null && period == null) {
      return;
    }
    Members members = groups.computeIfAbsent(
        new Key(values, period, ratings.surveyVersion()), key -> new Members());
    RatingCount kind = new RatingCount(
        ratings.surveyVersion(), ratings.value(), ratings.inclusionProbability(), 1);
    members.counts.merge(kind, ratings.count(), Long::sum);
    members.persons = members.persons.plus(persons);
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
    if (response.answers().stream().anyMatch(each -> each.words() != null)) {
      List<String> themes = response.mentions().values().stream()
          .flatMap(List::stream)
          .map(Mention::theme)
          .distinct()
          .sorted()
          .toList();
      add(themes, response, rating);
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
    List<RatingGroup> result = new ArrayList<>();
    groups.forEach((key, members) -> {
      List<RatingCount> counts = new ArrayList<>();
      members.counts.forEach((kind, count) -> counts.add(
          new RatingCount(kind.surveyVersion(), kind.value(), kind.inclusionProbability(), count)));
      result.add(
          new RatingGroup(key.values, key.period, key.surveyVersion, counts, members.persons));
    });
    result.sort(IN_ORDER);
    return result;
  }
}
