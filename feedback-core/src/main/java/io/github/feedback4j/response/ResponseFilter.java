package io.github.feedback4j.response;

import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which responses a store is asked for.
 *
 * @param survey the key of the survey
 * @param from the earliest time that counts, or null for all
 * @param until the time from which on nothing counts, or null for all
 * @param dimensions the values that are let through, by {@linkplain Accountability#DIMENSIONS
 *     dimension}; a dimension that is not named lets everything through, and an empty text lets
 *     through what has no value in it
 * @param onDemand whether what people {@linkplain Invitation#isOnDemand() opened themselves} is meant,
 *     and nothing else; otherwise it is left out, because it is no sample of anybody
 * @since 0.1
 */
public record ResponseFilter(
    String survey,
    @Nullable Instant from,
    @Nullable Instant until,
    Map<String, Set<String>> dimensions,
    boolean onDemand) {

  /** Copies the dimensions and checks their names. */
  public ResponseFilter {
    Map<String, Set<String>> copy = new HashMap<>();
    dimensions.forEach(
        (name, values) -> copy.put(Accountability.requireDimension(name), Set.copyOf(values)));
    dimensions = Map.copyOf(copy);
  }

  /** Creates a filter for what we asked for. */
  public ResponseFilter(
      String survey,
      @Nullable Instant from,
      @Nullable Instant until,
      Map<String, Set<String>> dimensions) {
    this(survey, from, until, dimensions, false);
  }

  /** Returns a filter for every response to a survey that we asked for. */
  public static ResponseFilter of(String survey) {
    return new ResponseFilter(survey, null, null, Map.of());
  }

  /** Returns whether something about this invitation at this time counts. */
  public boolean matches(Invitation invitation, Instant at) {
    if (!invitation.survey().equals(survey)
        || invitation.isOnDemand() != onDemand
        || (from != null && at.isBefore(from))
        || (until != null && !at.isBefore(until))) {
      return false;
    }
    for (Map.Entry<String, Set<String>> each : dimensions.entrySet()) {
      if (!each.getValue().contains(value(invitation, each.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Returns this filter without what it says of a dimension. */
  public ResponseFilter without(String dimension) {
    Map<String, Set<String>> rest = new HashMap<>(dimensions);
    rest.remove(dimension);
    return new ResponseFilter(survey, from, until, rest, onDemand);
  }

  /** Returns this filter for what people opened themselves, and nothing else. */
  public ResponseFilter openedOnDemand() {
    return new ResponseFilter(survey, from, until, dimensions, true);
  }

  /** Returns the value of an invitation in a dimension, or an empty text if it has none. */
  static String value(Invitation invitation, String dimension) {
    String value = invitation.accountability().get(dimension);
    return value == null ? "" : value;
  }
}
