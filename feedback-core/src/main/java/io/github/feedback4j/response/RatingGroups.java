package io.github.feedback4j.response;

import io.github.feedback4j.privacy.RespondentKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts equal ratings apart for each value and version, with the people behind them. */
final class RatingGroups {

  private final SortedMap<Key, Members> groups =
      new TreeMap<>(Comparator.comparing(Key::value).thenComparingInt(Key::surveyVersion));

  private record Key(String value, int surveyVersion) {}

  private record Members(RatingCounts counts, Set<RespondentKey> persons) {}

  void add(String value, AcceptedResponse response, int rating) {
    Members members = groups.computeIfAbsent(
        new Key(value, response.invitation().surveyVersion()),
        key -> new Members(new RatingCounts(), new HashSet<>()));
    members.counts.add(response, rating);
    if (members.persons.size() < RatingGroup.MAX_PERSONS) {
      members.persons.add(response.invitation().respondent());
    }
  }

  List<RatingGroup> toList() {
    List<RatingGroup> result = new ArrayList<>();
    groups.forEach((key, members) -> result.add(new RatingGroup(
        key.value(), key.surveyVersion(), members.counts.toList(), members.persons)));
    return result;
  }
}
