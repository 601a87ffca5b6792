package io.github.feedback4j.survey;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which share of the possible askings takes place.
 *
 * <p>Sampling is deterministic: the same unit is always in or always out, on every node and after
 * every restart, and a higher rate only ever adds units. The draw depends on the salt, which is the
 * survey's key unless set, so two surveys sample independently of each other unless they share a salt
 * or a layer. The probability with which a person was included is kept with each invitation.
 *
 * <p>A rate is a share of 0 to 1: 0 asks nobody, 1 everybody.
 *
 * @since 0.1
 */
public sealed interface Sampling {

  /** Returns what the draw depends on beside the unit, or null for the survey's key. */
  @Nullable
  String salt();

  /**
   * Returns this sampling with another salt, such as the old key of a renamed survey, so that the same
   * people stay in.
   */
  Sampling withSalt(String salt);

  /** Returns this sampling as a survey file writes it, such as {@code {people: 0.25}}. */
  default String definition() {
    return ConditionFormat.flow(SamplingFormat.write(this));
  }

  /** Returns a sampling that keeps everybody. */
  static Sampling everybody() {
    return people(1);
  }

  /**
   * Returns a sampling that keeps this share of the people, always the same ones.
   *
   * @throws IllegalArgumentException if {@code rate} is not between 0 and 1
   */
  static Sampling people(double rate) {
    return new People(rate, null);
  }

  /**
   * Returns a sampling that keeps this share of the touchpoints: a person is asked about some of
   * their tickets, and about the same ticket always or never.
   *
   * @throws IllegalArgumentException if {@code rate} is not between 0 and 1
   */
  static Sampling touchpoints(double rate) {
    return new Touchpoints(rate, null);
  }

  /**
   * Returns a sampling that asks each person in one of so many periods of UTC, turn by turn: with 4
   * panels per quarter everybody has a turn once a year.
   *
   * @throws IllegalArgumentException if there are no panels or too many
   */
  static Rotating rotating(int panels, CalendarPeriod period) {
    return new Rotating(panels, period, Quota.DEFAULT_ZONE, 1, null);
  }

  /**
   * Returns a sampling of people with another rate for each segment; the first whose condition holds
   * decides, and {@code otherwise} is the rate of everybody else.
   *
   * @throws IllegalArgumentException if {@code otherwise} is not between 0 and 1
   */
  static Sampling segments(double otherwise, Segment... segments) {
    return new Segments(List.of(segments), otherwise, null);
  }

  /**
   * Returns a sampling of people at this rate that raises it for teams with too few answers in the
   * period, of UTC; see {@link Coverage}.
   *
   * @throws IllegalArgumentException if {@code rate} is not between 0 and 1, or {@code minPerGroup}
   *     not between 1 and {@value Coverage#MAX_PER_GROUP}
   */
  static Coverage coverage(double rate, int minPerGroup, CalendarPeriod period) {
    return new Coverage(
        rate, minPerGroup, Coverage.DEFAULT_GROUP, period, Quota.DEFAULT_ZONE, null);
  }

  /**
   * Returns a sampling that keeps the people in a slot of a layer; surveys with other slots of the
   * same layer ask other people.
   *
   * @param name the name of the layer
   * @param from where the slot begins, 0 to 1
   * @param share the share of the people in the slot
   * @throws IllegalArgumentException if the slot is not between 0 and 1
   */
  static Sampling layer(String name, double from, double share) {
    return new Layer(name, from, share);
  }

  /**
   * Draws people.
   *
   * @param rate the share that is asked, 0 to 1
   * @param salt what the draw depends on, or null for the survey's key
   */
  record People(double rate, @Nullable String salt) implements Sampling {

    /** Checks the rate and the salt. */
    public People {
      rate = requireShare("rate", rate);
      requireSalt(salt);
    }

    @Override
    public Sampling withSalt(String salt) {
      return new People(rate, salt);
    }
  }

  /**
   * Draws (respondent, subject, resolution).
   *
   * @param rate the share that is asked, 0 to 1
   * @param salt what the draw depends on, or null for the survey's key
   */
  record Touchpoints(double rate, @Nullable String salt) implements Sampling {

    /** Checks the rate and the salt. */
    public Touchpoints {
      rate = requireShare("rate", rate);
      requireSalt(salt);
    }

    @Override
    public Sampling withSalt(String salt) {
      return new Touchpoints(rate, salt);
    }
  }

  /**
   * Deals people into panels, and asks one panel in each period, turn by turn.
   *
   * <p>Panel k has its turn in the periods whose {@linkplain CalendarPeriod#number number} leaves k
   * when divided by the number of panels. So a person has exactly one turn in each cycle, which is as
   * many periods as there are panels, and each period has about the same number of people. In their
   * turn people are asked at every touchpoint; a contact rule says how often.
   *
   * <p>The inclusion probability is the rate, 1 unless set: over a cycle everybody is included.
   *
   * @param panels the number of panels, 1 to {@value #MAX_PANELS}
   * @param period how long the turn of a panel is
   * @param zone where days begin
   * @param rate the share of the people who take part at all, 0 to 1; drawn apart from the panels
   * @param salt what the draws depend on, or null for the survey's key
   */
  record Rotating(
      int panels,
      CalendarPeriod period,
      ZoneId zone,
      double rate,
      @Nullable String salt) implements Sampling {

    /** The greatest number of panels. */
    public static final int MAX_PANELS = 1_000;

    /** Checks the number of panels, the rate and the salt. */
    public Rotating {
      if (panels < 1 || panels > MAX_PANELS) {
        throw new IllegalArgumentException(
            "panels must be between 1 and %d, but was %d".formatted(MAX_PANELS, panels));
      }
      rate = requireShare("rate", rate);
      requireSalt(salt);
    }

    /** Returns this rotation with days that begin in another zone. */
    public Rotating withZone(ZoneId zone) {
      return new Rotating(panels, period, zone, rate, salt);
    }

    /** Returns this rotation for a share of the people; the others never have a turn. */
    public Rotating withRate(double rate) {
      return new Rotating(panels, period, zone, rate, salt);
    }

    @Override
    public Rotating withSalt(String salt) {
      return new Rotating(panels, period, zone, rate, salt);
    }
  }

  /**
   * Those of whom a condition holds, and the rate at which they are asked.
   *
   * @param when what is to hold of the touchpoint; unknown is no match
   * @param rate the share of them that is asked, 0 to 1
   */
  record Segment(Condition when, double rate) {

    /** Checks the rate. */
    public Segment {
      rate = requireShare("rate", rate);
    }
  }

  /**
   * Draws people at the rate of the first segment that they match.
   *
   * <p>A person has one position for all segments, so whoever is in at the rate of one segment is in
   * at the higher rate of another too.
   *
   * @param segments the segments in order, 1 to {@value #MAX_SEGMENTS}
   * @param otherwise the rate of those who match none, 0 to 1
   * @param salt what the draw depends on, or null for the survey's key
   */
  record Segments(
      List<Segment> segments, double otherwise, @Nullable String salt) implements Sampling {

    /** The greatest number of segments. */
    public static final int MAX_SEGMENTS = 50;

    /** Copies and checks the segments, the rate and the salt. */
    public Segments {
      segments = List.copyOf(segments);
      if (segments.isEmpty() || segments.size() > MAX_SEGMENTS) {
        throw new IllegalArgumentException("'segments' must have 1 to %d entries, but has %d"
            .formatted(MAX_SEGMENTS, segments.size()));
      }
      otherwise = requireShare("otherwise", otherwise);
      requireSalt(salt);
    }

    @Override
    public Sampling withSalt(String salt) {
      return new Segments(segments, otherwise, salt);
    }
  }

  /**
   * Draws people, at a higher rate where their group has too few answers to be compared fairly.
   *
   * <p>A group is on schedule while it has its even share of {@code minPerGroup}, of which all is due
   * after three quarters of the period; then the rate is {@code rate}. With half of what is due, or
   * less, everybody is asked, and in between the rate rises evenly. So small teams catch up, and large
   * ones never notice. Whoever was asked about a group stays in for that group until the period ends.
   * The rate is looked up about once a minute, and the one that was in force is the inclusion
   * probability. Touchpoints without a group, and groups beyond the first {@value #MAX_GROUPS} with
   * answers in the period, have {@code rate}.
   *
   * @param rate the share that is asked of groups with enough answers, 0 to 1
   * @param minPerGroup how many answers each group is to have in a period, 1 to {@value
   *     #MAX_PER_GROUP}
   * @param group which accountability makes the group: one of {@link #GROUPS}
   * @param period for how long answers count
   * @param zone where days begin
   * @param salt what the draw depends on, or null for the survey's key
   */
  record Coverage(
      double rate,
      int minPerGroup,
      String group,
      CalendarPeriod period,
      ZoneId zone,
      @Nullable String salt)
      implements Sampling {

    /** The greatest number of groups that are counted in a period. */
    public static final int MAX_GROUPS = 100;

    /** The greatest number of answers per group. */
    public static final int MAX_PER_GROUP = 10_000;

    /** The group unless said otherwise. */
    public static final String DEFAULT_GROUP = "team";

    /** What may make a group; the dimensions of {@code Accountability}. */
    public static final List<String> GROUPS =
        List.of("agent", "change", "channel", "location", "priority", "service", "sla", "team");

    /** Checks the rate, the number, the group and the salt. */
    public Coverage {
      rate = requireShare("rate", rate);
      if (minPerGroup < 1 || minPerGroup > MAX_PER_GROUP) {
        throw new IllegalArgumentException("minPerGroup must be between 1 and %d, but was %d"
            .formatted(MAX_PER_GROUP, minPerGroup));
      }
      if (!GROUPS.contains(group)) {
        throw new IllegalArgumentException("group must be one of %s, but was '%s'"
            .formatted(String.join(", ", GROUPS), Ids.shown(group)));
      }
      requireSalt(salt);
    }

    /** Returns this coverage of other groups than teams. */
    public Coverage withGroup(String group) {
      return new Coverage(rate, minPerGroup, group, period, zone, salt);
    }

    /** Returns this coverage with days that begin in another zone. */
    public Coverage withZone(ZoneId zone) {
      return new Coverage(rate, minPerGroup, group, period, zone, salt);
    }

    @Override
    public Coverage withSalt(String salt) {
      return new Coverage(rate, minPerGroup, group, period, zone, salt);
    }
  }

  /**
   * Keeps the people in a slot of a layer, on which every person has one place for all surveys.
   *
   * <p>Two surveys with slots that do not overlap never ask the same person; slots that do are refused
   * by the {@link SurveyCatalog}.
   *
   * @param name the name of the layer, which is its salt
   * @param from where the slot begins, 0 to 1
   * @param share the share of the people in the slot, which is the inclusion probability
   */
  record Layer(String name, double from, double share) implements Sampling {

    /** Checks that the slot is on the layer. */
    public Layer {
      Ids.requireName("layer", name);
      from = requireShare("from", from);
      share = requireShare("share", share);
      if (end(from, share) > 1) {
        throw new IllegalArgumentException(
            "from and share must be at most 1 together, but were %s and %s".formatted(from, share));
      }
    }

    /** Returns where the slot ends; its people are those before that. */
    public double end() {
      return end(from, share);
    }

    /** Returns whether somebody could be in both slots. */
    public boolean overlaps(Layer other) {
      return name.equals(other.name) && Math.max(from, other.from) < Math.min(end(), other.end());
    }

    /** Returns the name of the layer. */
    @Override
    public String salt() {
      return name;
    }

    /** Returns the same slot of another layer. */
    @Override
    public Sampling withSalt(String salt) {
      return new Layer(salt, from, share);
    }

    /** Adds as people do on paper: in binary, 0.1 and 0.2 are a little more than 0.3. */
    private static double end(double from, double share) {
      return BigDecimal.valueOf(from).add(BigDecimal.valueOf(share)).doubleValue();
    }
  }

  private static double requireShare(String name, double share) {
    // Written so that NaN fails too.
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " must be between 0 and 1, but was " + share);
    }
    // −0.0 becomes 0.0, or a survey would not equal its copy read from a file.
    return share + 0.0;
  }

  private static void requireSalt(@Nullable String salt) {
    if (salt != null) {
      Ids.requireName("salt", salt);
    }
  }
}
