package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Metrics in survey files: a well-known name with its points, or a definition in full. */
final class MetricFormat {

  /** The metrics with one scale, by the name that stands in files. */
  private static final Map<String, MetricDefinition> FIXED = fixed(
      MetricDefinition.nps(),
      MetricDefinition.enps(),
      MetricDefinition.tnps(),
      MetricDefinition.ces(),
      MetricDefinition.cesMean(),
      MetricDefinition.ces1(),
      MetricDefinition.nsat(),
      MetricDefinition.stars(),
      MetricDefinition.starsMean(),
      MetricDefinition.thumbs());

  private static final List<String> NAMES =
      Stream.concat(Stream.of("csat", "csat-mean"), FIXED.keySet().stream()).toList();
  private static final int DEFAULT_POINTS = 5;

  private MetricFormat() {}

  private static Map<String, MetricDefinition> fixed(MetricDefinition... metrics) {
    Map<String, MetricDefinition> named = new LinkedHashMap<>();
    for (MetricDefinition each : metrics) {
      named.put(each.id(), each);
    }
    return Collections.unmodifiableMap(named);
  }

  /** Reads {@code metric} and {@code points} of a rating. */
  static @Nullable MetricDefinition read(Fields rating, Mistakes mistakes) {
    Node node = rating.require("metric", "metric: csat, nps, ces or thumbs");
    Node pointsNode = rating.take("points");
    Integer points = pointsNode == null ? null : rating.integer("points");
    if (node == null) {
      return null;
    }
    if (node instanceof Node.Mapping) {
      if (pointsNode != null) {
        mistakes.add(
            pointsNode, "'points' goes with a well-known metric", "use the metric's scale");
      }
      return readFull(node, mistakes);
    }
    String name = rating.text(node, "metric");
    if (name == null) {
      return null;
    }
    if (!NAMES.contains(name)) {
      mistakes.add(node, "unknown metric '" + name + "'", Mistakes.suggest(name, NAMES));
      return null;
    }
    MetricDefinition fixed = FIXED.get(name);
    if (fixed != null) {
      if (pointsNode != null) {
        mistakes.add(
            pointsNode,
            "'points' goes with csat only; %s has a fixed scale".formatted(name),
            "delete the line");
      }
      return fixed;
    }
    if (pointsNode != null && points == null) {
      return null;
    }
    int wanted = points == null ? DEFAULT_POINTS : points;
    return mistakes.attempt(
        pointsNode == null ? node : pointsNode,
        () -> name.equals("csat")
            ? MetricDefinition.csat(wanted)
            : MetricDefinition.csatMean(wanted));
  }

  private static @Nullable MetricDefinition readFull(Node node, Mistakes mistakes) {
    Fields fields = Fields.of(node, "a metric", mistakes);
    if (fields == null) {
      return null;
    }
    String id = fields.text(fields.require("id", "id: and a name of your own"), "id");
    Integer version = fields.integer("version");
    Scale scale = readScale(fields.require("scale", "scale: {min: 1, max: 5}"), mistakes);
    Direction better = fields.constant(
        "better", Direction.class, each -> each == Direction.HIGHER_IS_BETTER ? "higher" : "lower");
    Integer factor = fields.integer("factor");
    Integer offset = fields.integer("offset");
    List<ScoreClass> classes = readClasses(fields, mistakes);
    fields.done();
    if (id == null || scale == null || classes == null) {
      return null;
    }
    return mistakes.attempt(
        node,
        () -> new MetricDefinition(
            id,
            version == null ? 1 : version,
            scale,
            better == null ? Direction.HIGHER_IS_BETTER : better,
            factor == null ? 1 : factor,
            offset == null ? 0 : offset,
            classes));
  }

  private static @Nullable Scale readScale(@Nullable Node node, Mistakes mistakes) {
    Fields fields = Fields.of(node, "a scale", mistakes);
    if (node == null || fields == null) {
      return null;
    }
    fields.require("min", "min: 1");
    fields.require("max", "max: 5");
    Integer min = fields.integer("min");
    Integer max = fields.integer("max");
    fields.done();
    return min == null || max == null ? null : mistakes.attempt(node, () -> Scale.of(min, max));
  }

  private static @Nullable List<ScoreClass> readClasses(Fields metric, Mistakes mistakes) {
    Node node = metric.require("classes", "classes: with name, from, to and score each");
    List<ScoreClass> classes = new ArrayList<>();
    boolean whole = node instanceof Node.Items;
    for (Node each : metric.list(node, "classes")) {
      ScoreClass one = readClass(each, mistakes);
      if (one == null) {
        whole = false;
      } else {
        classes.add(one);
      }
    }
    return whole ? classes : null;
  }

  private static @Nullable ScoreClass readClass(Node node, Mistakes mistakes) {
    Fields fields = Fields.of(node, "a class", mistakes);
    if (fields == null) {
      return null;
    }
    String name = fields.text(fields.require("name", "name: satisfied"), "name");
    fields.require("from", "from: 4");
    fields.require("to", "to: 5");
    fields.require("score", "score: 1");
    Integer from = fields.integer("from");
    Integer to = fields.integer("to");
    Integer score = fields.integer("score");
    fields.done();
    return name == null || from == null || to == null || score == null
        ? null
        : mistakes.attempt(node, () -> new ScoreClass(name, from, to, score));
  }

  /** Puts {@code metric} and {@code points} into the tree of a rating. */
  static void write(MetricDefinition metric, Map<String, Object> rating) {
    int points = metric.scale().points();
    if (metric.equals(FIXED.get(metric.id()))) {
      rating.put("metric", metric.id());
    } else if (isCsat(metric, points)) {
      rating.put("metric", metric.id());
      rating.put("points", points);
    } else {
      rating.put("metric", writeFull(metric));
    }
  }

  private static boolean isCsat(MetricDefinition metric, int points) {
    boolean hasThreshold = List.of(2, 3, 4, 5, 7, 10).contains(points);
    return (hasThreshold && metric.equals(MetricDefinition.csat(points)))
        || metric.equals(MetricDefinition.csatMean(points));
  }

  private static Map<String, Object> writeFull(MetricDefinition metric) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", metric.id());
    tree.put("version", metric.version());
    Map<String, Object> scale = new LinkedHashMap<>();
    scale.put("min", metric.scale().min());
    scale.put("max", metric.scale().max());
    tree.put("scale", scale);
    tree.put("better", metric.direction() == Direction.HIGHER_IS_BETTER ? "higher" : "lower");
    tree.put("factor", metric.factor());
    tree.put("offset", metric.offset());
    List<Object> classes = new ArrayList<>();
    for (ScoreClass each : metric.classes()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", each.name());
      one.put("from", each.from());
      one.put("to", each.to());
      one.put("score", each.score());
      classes.add(one);
    }
    tree.put("classes", classes);
    return tree;
  }
}
