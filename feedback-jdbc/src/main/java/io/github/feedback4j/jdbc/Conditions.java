package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.response.ResponseFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code WHERE} clause that grows, with the values of its question marks in order. */
final class Conditions {

  private final StringBuilder sql = new StringBuilder();
  private final List<@Nullable Object> values = new ArrayList<>();

  /** Returns the conditions that are met by the responses that a filter lets through. */
  static Conditions ofResponses(ResponseFilter filter) {
    return new Conditions()
        .survey(filter)
        .dimensions(filter.dimensions())
        .from("answered", filter.from())
        .until("answered", filter.until());
  }

  /** Lets through the responses to a survey, those that we asked for or the others. */
  Conditions survey(ResponseFilter filter) {
    return survey(filter.survey(), filter.onDemand());
  }

  Conditions survey(String key, boolean onDemand) {
    return and("survey = ?", key).and(onDemand ? "event = ?" : "event <> ?", Invitation.ON_DEMAND);
  }

  /** Lets through one value of a column, null included. */
  Conditions equal(String name, @Nullable String value) {
    return value == null ? and(name + " IS NULL") : and(name + " = ?", value);
  }

  /** Adds a condition; it is text of ours, and what varies is among the values. */
  Conditions and(String condition, Object... more) {
    sql.append(sql.isEmpty() ? "WHERE " : " AND ").append(condition);
    values.addAll(List.of(more));
    return this;
  }

  /** Lets through the values of each dimension that is named; the names are checked by the filter. */
  Conditions dimensions(Map<String, Set<String>> dimensions) {
    dimensions.forEach((name, wanted) -> {
      String among = wanted.isEmpty() ? "1 = 0" : name + " IN (" + marks(wanted.size()) + ")";
      // An empty text stands for no value, which is NULL here and equal to nothing.
      and(
          wanted.contains("") ? "(" + among + " OR " + name + " IS NULL)" : among,
          wanted.toArray());
    });
    return this;
  }

  /** Lets through what is not before a time, unless that is null. */
  Conditions from(String name, @Nullable Instant from) {
    return from == null ? this : from(name, from.getEpochSecond(), from.getNano());
  }

  Conditions from(String name, long second, int nano) {
    // The first comparison alone says where to start in the index.
    return and(
        "%1$s_at >= ? AND (%1$s_at > ? OR %1$s_nano >= ?)".formatted(name), second, second, nano);
  }

  /** Lets through what is before a time, unless that is null. */
  Conditions until(String name, @Nullable Instant until) {
    return until == null ? this : until(name, until.getEpochSecond(), until.getNano());
  }

  Conditions until(String name, long second, int nano) {
    return and(
        "%1$s_at <= ? AND (%1$s_at < ? OR %1$s_nano < ?)".formatted(name), second, second, nano);
  }

  /** Lets through what comes after a place in the list of responses, newest first. */
  Conditions after(CommentFilter.Position place) {
    Instant answeredAt = place.answeredAt();
    long second = answeredAt.getEpochSecond();
    int nano = answeredAt.getNano();
    return and(
        "answered_at <= ? AND (answered_at < ? OR answered_nano < ? OR (answered_nano = ? AND id > ?))",
        second,
        second,
        nano,
        nano,
        place.id());
  }

  /** Returns so many question marks. */
  static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  String sql() {
    return sql.toString();
  }

  Collection<@Nullable Object> values() {
    return values;
  }
}
