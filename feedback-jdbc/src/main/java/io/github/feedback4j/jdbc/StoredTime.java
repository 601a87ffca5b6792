package io.github.feedback4j.jdbc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a time as two numbers, the UTC second and the nanosecond within it: exact everywhere. */
final class StoredTime {

  private StoredTime() {}

  /** Adds the values of the columns {@code …_at} and {@code …_nano}. */
  static void add(List<@Nullable Object> values, @Nullable Instant time) {
    if (time == null) {
      values.add(null);
      values.add(null);
    } else {
      values.add(time.getEpochSecond());
      values.add(time.getNano());
    }
  }
}
