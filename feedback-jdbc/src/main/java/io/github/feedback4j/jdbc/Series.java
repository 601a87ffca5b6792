package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.response.ResponseFilter;

/**
 * The name under which a survey is counted: its key, and another one for what people opened themselves,
 * which is counted apart. No key has a slash.
 */
final class Series {

  private static final String ON_DEMAND = "/on-demand";

  private Series() {}

  static String of(Invitation invitation) {
    return invitation.isOnDemand() ? invitation.survey() + ON_DEMAND : invitation.survey();
  }

  static String of(ResponseFilter filter) {
    return filter.onDemand() ? filter.survey() + ON_DEMAND : filter.survey();
  }

  /** Returns the key of the survey that is counted under a name. */
  static String key(String series) {
    return series.endsWith(ON_DEMAND)
        ? series.substring(0, series.length() - ON_DEMAND.length())
        : series;
  }
}
