package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.insight.Initiative;
import io.github.feedback4j.privacy.BatchRelease;
import io.github.feedback4j.privacy.SmallGroupGuard;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
 * @param release when new answers change a figure
 * @param releaseEveryDays how many days pass at least from one batch to the next, 1 to 366
 * @param initiatives the changes that are to be judged, declared before they start
 * @since 0.1
 */
@ConfigurationProperties("feedback4j.dashboard")
public record DashboardProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("authority") Access access,
    @DefaultValue("authority") Verbatims verbatims,
    @DefaultValue("" + SmallGroupGuard.DEFAULT_MIN_PERSONS) int minGroupSize,
    @DefaultValue("live") Release release,
    @DefaultValue("1") int releaseEveryDays,
    @DefaultValue List<Declared> initiatives) {

  private static final int MAX_RELEASE_DAYS = 366;

  /** Checks the numbers, and copies the initiatives. */
  public DashboardProperties {
    if (minGroupSize < 1 || minGroupSize > SmallGroupGuard.MAX_MIN_PERSONS) {
      throw new IllegalArgumentException(
          "feedback4j.dashboard.min-group-size must be between 1 and %d, but was %d"
              .formatted(SmallGroupGuard.MAX_MIN_PERSONS, minGroupSize));
    }
    if (releaseEveryDays < 1 || releaseEveryDays > MAX_RELEASE_DAYS) {
      throw new IllegalArgumentException(
          "feedback4j.dashboard.release-every-days must be between 1 and %d, but was %d"
              .formatted(MAX_RELEASE_DAYS, releaseEveryDays));
    }
    initiatives = List.copyOf(initiatives);
  }

  /** Returns how new answers are held back, or null if they are shown at once. */
  @Nullable
  BatchRelease batches() {
    return release == Release.LIVE
        ? null
        : BatchRelease.defaults().atLeastPersons(minGroupSize).everyDays(releaseEveryDays);
  }

  /**
   * A change that somebody means to make, and what it is to move. It is checked where the surveys are
   * known, so that all that is wrong is told at once.
   *
   * @param name what it is called
   * @param start its first day, such as 2026-04-01
   * @param survey the key of the survey that measures it
   * @param question the rating that measures it; by default the first one of the survey
   * @param scope where it takes place: values by dimension, such as service: Laptops; empty is
   *     everywhere
   * @param direction whether the score is to rise or to fall
   * @param horizon after what time it is judged, such as P13W; the time before is as long
   */
  public record Declared(
      @Nullable String name,
      @Nullable LocalDate start,
      @Nullable String survey,
      @Nullable String question,
      @DefaultValue Map<String, String> scope,
      @DefaultValue("rise") Initiative.Direction direction,
      @DefaultValue("P13W") Period horizon) {

    /** Copies the scope. */
    public Declared {
      scope = Map.copyOf(scope);
    }
  }

  /** When new answers change a figure. */
  public enum Release {
    /** At once. */
    LIVE,
    /** At the end of a day with which enough new answers of enough people have come together. */
    BATCHED
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
