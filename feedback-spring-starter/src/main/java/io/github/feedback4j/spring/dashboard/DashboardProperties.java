package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.privacy.SmallGroupGuard;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application can set about the dashboard.
 *
 * @param enabled whether there is a dashboard, if the application has Spring Security or opens it
 * @param access who may see scores: holders of an authority, or everybody whom the application lets
 *     through
 * @param verbatims who may read comments
 * @param minGroupSize how many people must stand behind every figure, 1 to 20
 * @since 0.1
 */
@ConfigurationProperties("feedback4j.dashboard")
public record DashboardProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("authority") Access access,
    @DefaultValue("authority") Verbatims verbatims,
    @DefaultValue("" + SmallGroupGuard.DEFAULT_MIN_PERSONS) int minGroupSize) {

  /** Checks the size. */
  public DashboardProperties {
    if (minGroupSize < 1 || minGroupSize > SmallGroupGuard.MAX_MIN_PERSONS) {
      throw new IllegalArgumentException(
          "feedback4j.dashboard.min-group-size must be between 1 and %d, but was %d"
              .formatted(SmallGroupGuard.MAX_MIN_PERSONS, minGroupSize));
    }
  }

  /** Who may see scores. */
  public enum Access {
    /** Those who have the authority {@code feedback4j.security.view-authority}. */
    AUTHORITY,
    /** Everybody whom the application lets through. */
    OPEN
  }

  /** Who may read comments, of those who may see scores. */
  public enum Verbatims {
    /** Those who have the authority {@code feedback4j.security.verbatim-authority}. */
    AUTHORITY,
    /** Everybody who may see scores. */
    OPEN,
    /** Nobody. */
    OFF
  }
}
