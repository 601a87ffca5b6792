package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A named, versioned way to turn the answers on a scale into one number.
 *
 * <p>Every metric is a mean of fixed category scores: the scale is cut into classes, each class has a
 * whole-number score, and the value is {@code offset + factor × mean(score)}. CSAT scores its
 * satisfied answers 1 and the others 0, NPS scores detractors −1, passives 0 and promoters +1; both
 * have the factor 100. So the counts per point are all that is needed to compute, merge and compare.
 *
 * <p>Two answers belong to the same series only if their metrics are {@linkplain #equals equal}:
 * same id, version, scale, direction, factor, offset and classes.
 *
 * @param id the name of the metric, such as {@code csat}
 * @param version counts up when the meaning changes, at least 1
 * @param scale the points that may be answered
 * @param direction whether a higher value is better
 * @param factor what the mean score is multiplied with: 100 for percentages and points, 1 for means
 * @param offset what is added to it: 0 for all but the NSAT family
 * @param classes the classes in ascending order; together they cover each point of the scale once
 * @since 0.1
 */
public record MetricDefinition(
    String id,
    int version,
    Scale scale,
    Direction direction,
    int factor,
    int offset,
    List<ScoreClass> classes) {

  /** Whether a higher value is good news. */
  public enum Direction {
    /** A higher value is better, as with CSAT, NPS and CES 2.0. */
    HIGHER_IS_BETTER,
    /** A lower value is better, as with CES 1.0 or lost minutes. */
    LOWER_IS_BETTER
  }

  /** How the value of a metric is written. */
  public enum Unit {
    /** A percentage from 0 to 100, as CSAT. */
    PERCENT(0),
    /** Points that may have a sign, as NPS. */
    POINTS(0),
    /** A mean on the scale of the answers, as CES 1.0. */
    MEAN(2);

    private final int decimals;

    Unit(int decimals) {
      this.decimals = decimals;
    }

    /** Returns how many decimals are worth showing. */
    public int decimals() {
      return decimals;
    }
  }

  /**
   * Neighbouring points that count alike.
   *
   * @param name what the class is called, such as {@code promoter}
   * @param from its lowest point
   * @param to its highest point
   * @param score what an answer in this class adds to the mean, −1000 to 1000
   */
  public record ScoreClass(String name, int from, int to, int score) {

    /** Checks that the class is not empty and has a name. */
    public ScoreClass {
      Ids.requireName("class name", name);
      if (from > to) {
        throw new IllegalArgumentException(
            "class '" + name + "' must not end (" + to + ") before it starts (" + from + ")");
      }
      if (score < -1000 || score > 1000) {
        throw new IllegalArgumentException(
            "score of class '" + name + "' must be between -1000 and 1000, but was " + score);
      }
    }
  }

  /**
   * Checks that the classes cover the scale and do not all score alike.
   *
   * @throws IllegalArgumentException that names the first point which is in no class or in two
   */
  public MetricDefinition {
    Ids.requireName("metric id", id);
    if (version < 1) {
      throw new IllegalArgumentException("metric version must be at least 1, but was " + version);
    }
    if (factor < 1 || factor > 1000) {
      throw new IllegalArgumentException(
          "metric factor must be between 1 and 1000, but was " + factor);
    }
    if (offset < -100_000 || offset > 100_000) {
      throw new IllegalArgumentException(
          "metric offset must be between -100000 and 100000, but was " + offset);
    }
    classes = List.copyOf(classes);
    int next = scale.min();
    Set<String> names = new HashSet<>();
    Set<Integer> scores = new HashSet<>();
    for (ScoreClass each : classes) {
      if (each.from() != next) {
        throw new IllegalArgumentException(
            "classes of metric '%s' must cover %s in ascending order without gaps: expected a class from %d, but '%s' starts at %d"
                .formatted(id, scale, next, each.name(), each.from()));
      }
      if (!names.add(each.name())) {
        throw new IllegalArgumentException(
            "metric '" + id + "' has two classes named '" + each.name() + "'");
      }
      scores.add(each.score());
      next = each.to() + 1;
    }
    if (next != scale.max() + 1) {
      throw new IllegalArgumentException(
          "classes of metric '%s' must cover %s, but end at %d".formatted(id, scale, next - 1));
    }
    if (scores.size() < 2) {
      throw new IllegalArgumentException(
          "classes of metric '" + id + "' must have at least two different scores");
    }
  }

  /** Returns CSAT on the 1 to 5 scale: the percentage of answers 4 and 5. */
  public static MetricDefinition csat() {
    return csat(5);
  }

  /**
   * Returns CSAT on the scale 1 to {@code points}: the percentage of satisfied answers.
   *
   * <p>Satisfied are 2 of 2, 3 of 3, 3–4 of 4, 4–5 of 5, 6–7 of 7 and 9–10 of 10.
   *
   * @throws IllegalArgumentException if {@code points} is not 2, 3, 4, 5, 7 or 10
   */
  public static MetricDefinition csat(int points) {
    int satisfiedFrom = switch (points) {
      case 2 -> 2;
      case 3, 4 -> 3;
      case 5 -> 4;
      case 7 -> 6;
      case 10 -> 9;
      default ->
        throw new IllegalArgumentException("csat has 2, 3, 4, 5, 7 or 10 points, but was "
            + points
            + "; define a metric of your own for another scale");
    };
    return percentage("csat", Scale.of(1, points), satisfiedFrom, "unsatisfied", "satisfied");
  }

  /** Returns the mean of the answers on the scale 1 to {@code points}, which is not {@link #csat}. */
  public static MetricDefinition csatMean(int points) {
    return mean("csat-mean", Scale.of(1, points), Direction.HIGHER_IS_BETTER);
  }

  /**
   * Returns NPS on the 0 to 10 scale: the share of promoters (9, 10) minus that of detractors (0 to
   * 6), in points from −100 to 100; passives count in n (Reichheld 2003).
   */
  public static MetricDefinition nps() {
    return nps("nps");
  }

  /**
   * Returns eNPS, the {@link #nps} of employees who are asked about their employer; a series of its
   * own, since answers to another question are not added to it.
   */
  public static MetricDefinition enps() {
    return nps("enps");
  }

  /**
   * Returns tNPS, the {@link #nps} of one transaction, such as a ticket (some call it happiness); a
   * series of its own, because people answer it differently from the one about the relationship.
   */
  public static MetricDefinition tnps() {
    return nps("tnps");
  }

  private static MetricDefinition nps(String id) {
    return new MetricDefinition(
        id,
        1,
        Scale.of(0, 10),
        Direction.HIGHER_IS_BETTER,
        100,
        0,
        List.of(
            new ScoreClass("detractor", 0, 6, -1),
            new ScoreClass("passive", 7, 8, 0),
            new ScoreClass("promoter", 9, 10, 1)));
  }

  /**
   * Returns CES 2.0 on the 1 to 7 agreement scale ("made it easy for me"): the percentage of answers
   * 5 to 7. The mean that stands beside it is {@link #cesMean}.
   */
  public static MetricDefinition ces() {
    return percentage("ces", Scale.of(1, 7), 5, "hard", "easy");
  }

  /** Returns the mean of the answers to CES 2.0, 1 to 7, which is not {@link #ces}. */
  public static MetricDefinition cesMean() {
    return mean("ces-mean", Scale.of(1, 7), Direction.HIGHER_IS_BETTER);
  }

  /**
   * Returns CES 1.0 ("how much effort did you have to put in?", 1 very low to 5 very high): the mean
   * of the answers, of which a lower one is better (Dixon, Freeman &amp; Toman 2010).
   */
  public static MetricDefinition ces1() {
    return mean("ces1", Scale.of(1, 5), Direction.LOWER_IS_BETTER);
  }

  /**
   * Returns NSAT on four points, from 1 very dissatisfied to 4 very satisfied: the percentage of very
   * satisfied answers (4) minus that of dissatisfied ones (1 and 2) plus 100, from 0 to 200.
   *
   * <p>"Don't know" is no point of the scale: it is stored as not applicable, and never scored.
   */
  public static MetricDefinition nsat() {
    return new MetricDefinition(
        "nsat",
        1,
        Scale.of(1, 4),
        Direction.HIGHER_IS_BETTER,
        100,
        100,
        List.of(
            new ScoreClass("dissatisfied", 1, 2, -1),
            new ScoreClass("satisfied", 3, 3, 0),
            new ScoreClass("very-satisfied", 4, 4, 1)));
  }

  /** Returns five stars: the percentage of 4 and 5 stars. */
  public static MetricDefinition stars() {
    return stars(4);
  }

  /**
   * Returns five stars: the percentage of answers with {@code goodFrom} stars or more.
   *
   * @param goodFrom 2 to 5; other thresholds make other series, which are never added up
   * @throws IllegalArgumentException if it is out of bounds
   */
  public static MetricDefinition stars(int goodFrom) {
    if (goodFrom < 2 || goodFrom > 5) {
      throw new IllegalArgumentException(
          "goodFrom must be between 2 and 5 stars, but was " + goodFrom);
    }
    return percentage("stars", Scale.of(1, 5), goodFrom, "few", "many");
  }

  /** Returns the mean number of stars, 1 to 5, which is not {@link #stars}. */
  public static MetricDefinition starsMean() {
    return mean("stars-mean", Scale.of(1, 5), Direction.HIGHER_IS_BETTER);
  }

  /** Returns thumbs, 0 for down and 1 for up: the percentage of thumbs up. */
  public static MetricDefinition thumbs() {
    return percentage("thumbs", Scale.of(0, 1), 1, "down", "up");
  }

  /**
   * Returns a metric that gives the percentage of answers from {@code goodFrom} on.
   *
   * @throws IllegalArgumentException if {@code goodFrom} leaves one of the two classes empty
   */
  public static MetricDefinition percentage(
      String id, Scale scale, int goodFrom, String badName, String goodName) {
    return new MetricDefinition(
        id,
        1,
        scale,
        Direction.HIGHER_IS_BETTER,
        100,
        0,
        List.of(
            new ScoreClass(badName, scale.min(), goodFrom - 1, 0),
            new ScoreClass(goodName, goodFrom, scale.max(), 1)));
  }

  /** Returns a metric that gives the mean of the answers, in points of the scale. */
  public static MetricDefinition mean(String id, Scale scale, Direction direction) {
    List<ScoreClass> classes = new ArrayList<>();
    for (int point = scale.min(); point <= scale.max(); point++) {
      classes.add(new ScoreClass(Integer.toString(point), point, point, point));
    }
    return new MetricDefinition(id, 1, scale, direction, 1, 0, classes);
  }

  /**
   * Returns the class of an answer.
   *
   * @throws IllegalArgumentException if {@code point} is not on the scale
   */
  public ScoreClass classOf(int point) {
    for (ScoreClass each : classes) {
      if (point >= each.from() && point <= each.to()) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "answer to metric '" + id + "' must be on the scale " + scale + ", but was " + point);
  }

  /**
   * Returns what an answer adds to the mean score.
   *
   * @throws IllegalArgumentException if {@code point} is not on the scale
   */
  public int scoreOf(int point) {
    return classOf(point).score();
  }

  /** Returns the lowest value that the metric can take. */
  public double lowest() {
    return offset
        + (double) factor * classes.stream().mapToInt(ScoreClass::score).min().orElseThrow();
  }

  /** Returns the highest value that the metric can take. */
  public double highest() {
    return offset
        + (double) factor * classes.stream().mapToInt(ScoreClass::score).max().orElseThrow();
  }

  /** Returns how the value is written. */
  public Unit unit() {
    if (factor < 100) {
      return Unit.MEAN;
    }
    return lowest() == 0 && highest() == 100 && factor == 100 ? Unit.PERCENT : Unit.POINTS;
  }
}
