package io.github.feedback4j.response;

import io.github.feedback4j.prompt.Invitation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts equal ratings one by one. */
final class RatingCounts {

  private final Map<RatingCount, Long> counts = new LinkedHashMap<>();

  void add(AcceptedResponse response, int rating) {
    Invitation invitation = response.invitation();
    counts.merge(
        new RatingCount(invitation.surveyVersion(), rating, invitation.inclusionProbability(), 1),
        1L,
        Long::sum);
  }

  List<RatingCount> toList() {
    List<RatingCount> result = new ArrayList<>();
    counts.forEach((cell, count) -> result.add(
        new RatingCount(cell.surveyVersion(), cell.value(), cell.inclusionProbability(), count)));
    return result;
  }
}
