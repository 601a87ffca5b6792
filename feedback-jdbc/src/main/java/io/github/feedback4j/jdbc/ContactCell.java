package io.github.feedback4j.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances under which invitations count as the same in the roll-up.
 *
 * @param survey the {@linkplain Series name} under which the survey is counted
 * @param day the day of the invitation in UTC, counted from 1970-01-01
 * @param dimensions the values in the order of {@link RollUpCell#DIMENSIONS}
 */
record ContactCell(String survey, long day, List<@Nullable String> dimensions) {

  /** Returns a hash of all of it. */
  byte[] key() {
    CellKey key = new CellKey().text(survey).number(day);
    dimensions.forEach(key::text);
    return key.toBytes();
  }
}
