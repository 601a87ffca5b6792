package io.github.feedback4j.prompt;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who and what stands behind a touchpoint, frozen into the invitation at the time of asking.
 *
 * <p>Scores are compared by these dimensions. They come from the application, never from the
 * respondent, and a later change of the ticket does not move an answer to another team. Immutable.
 *
 * @since 0.1
 */
public final class Accountability {

  /** The names of the dimensions, sorted. */
  public static final List<String> DIMENSIONS =
      List.of("agent", "change", "channel", "location", "priority", "service", "sla", "team");

  /** The greatest length of a value. */
  public static final int MAX_LENGTH = 200;

  private static final Accountability NONE = new Accountability(Map.of(), null, null);

  private final Map<String, String> dimensions;
  private final @Nullable Instant openedAt;
  private final @Nullable Instant closedAt;

  private Accountability(
      Map<String, String> dimensions, @Nullable Instant openedAt, @Nullable Instant closedAt) {
    this.dimensions = dimensions;
    this.openedAt = openedAt;
    this.closedAt = closedAt;
  }

  /** Returns an accountability that names nobody. */
  public static Accountability none() {
    return NONE;
  }

  /** Returns this accountability with the team that did the work. */
  public Accountability team(String team) {
    return with("team", team);
  }

  /** Returns this accountability with the person who did the work. */
  public Accountability agent(String agent) {
    return with("agent", agent);
  }

  /** Returns this accountability with the service concerned. */
  public Accountability service(String service) {
    return with("service", service);
  }

  /** Returns this accountability with the way in, such as portal, phone or chat. */
  public Accountability channel(String channel) {
    return with("channel", channel);
  }

  /** Returns this accountability with the place of the respondent. */
  public Accountability location(String location) {
    return with("location", location);
  }

  /** Returns this accountability with the priority of the ticket. */
  public Accountability priority(String priority) {
    return with("priority", priority);
  }

  /** Returns this accountability with the key of the change that touched it. */
  public Accountability change(String change) {
    return with("change", change);
  }

  /** Returns this accountability with whether the agreed time was kept: {@code met} or {@code missed}. */
  public Accountability slaMet(boolean met) {
    return with("sla", met ? "met" : "missed");
  }

  /** Returns this accountability with the time at which the ticket was opened. */
  public Accountability openedAt(Instant openedAt) {
    return new Accountability(dimensions, openedAt, closedAt);
  }

  /** Returns this accountability with the time at which the ticket was closed. */
  public Accountability closedAt(Instant closedAt) {
    return new Accountability(dimensions, openedAt, closedAt);
  }

  /**
   * Returns this accountability with a value for one of the {@link #DIMENSIONS}.
   *
   * @throws IllegalArgumentException if there is no such dimension, or the value is blank or too long
   */
  public Accountability with(String dimension, String value) {
    Map<String, String> copy = new TreeMap<>(dimensions);
    put(copy, dimension, value);
    return new Accountability(Collections.unmodifiableMap(copy), openedAt, closedAt);
  }

  /** Returns an accountability with these values, each checked as by {@link #with}. */
  static Accountability of(Map<String, String> values) {
    Map<String, String> checked = new TreeMap<>();
    values.forEach((dimension, value) -> put(checked, dimension, value));
    return new Accountability(Collections.unmodifiableMap(checked), null, null);
  }

  private static void put(Map<String, String> into, String dimension, String value) {
    requireDimension(dimension);
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("%s must have 1 to %d characters, but has %d"
          .formatted(dimension, MAX_LENGTH, value.length()));
    }
    into.put(dimension, value);
  }

  /**
   * Returns the name unchanged.
   *
   * @throws IllegalArgumentException that lists the dimensions if there is none of this name
   */
  public static String requireDimension(String name) {
    if (!DIMENSIONS.contains(name)) {
      throw new IllegalArgumentException("dimension must be one of %s, but was '%s'"
          .formatted(String.join(", ", DIMENSIONS), name));
    }
    return name;
  }

  /** Returns the value of a dimension, or null if it is not set. */
  public @Nullable String get(String dimension) {
    return dimensions.get(dimension);
  }

  /** Returns the values that are set, by dimension. */
  public Map<String, String> dimensions() {
    return dimensions;
  }

  /** Returns when the ticket was opened, or null if that is not known. */
  public @Nullable Instant openedAt() {
    return openedAt;
  }

  /** Returns when the ticket was closed, or null if that is not known. */
  public @Nullable Instant closedAt() {
    return closedAt;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Accountability that
        && dimensions.equals(that.dimensions)
        && Objects.equals(openedAt, that.openedAt)
        && Objects.equals(closedAt, that.closedAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(dimensions, openedAt, closedAt);
  }

  /** Returns the dimensions without the agent, who is a person. */
  @Override
  public String toString() {
    Map<String, String> shown = new TreeMap<>(dimensions);
    shown.remove("agent");
    return "Accountability" + shown;
  }
}
