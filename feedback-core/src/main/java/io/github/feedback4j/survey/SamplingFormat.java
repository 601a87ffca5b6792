package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.survey.Sampling.Coverage;
import io.github.feedback4j.survey.Sampling.Layer;
import io.github.feedback4j.survey.Sampling.People;
import io.github.feedback4j.survey.Sampling.Rotating;
import io.github.feedback4j.survey.Sampling.Segment;
import io.github.feedback4j.survey.Sampling.Segments;
import io.github.feedback4j.survey.Sampling.Touchpoints;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Sampling in a file: one of the modes, and the salt. */
final class SamplingFormat {

  private static final List<String> MODES =
      List.of("people", "touchpoints", "rotating", "segments", "coverage", "layer");

  private final Fields fields;
  private final Mistakes mistakes;

  private SamplingFormat(Fields fields, Mistakes mistakes) {
    this.fields = fields;
    this.mistakes = mistakes;
  }

  /** Returns the sampling, or null if there is none or after a mistake. */
  static @Nullable Sampling read(@Nullable Node node, Mistakes mistakes) {
    Fields fields = Fields.of(node, "'sampling'", mistakes);
    return fields == null ? null : new SamplingFormat(fields, mistakes).read();
  }

  private @Nullable Sampling read() {
    Sampling plain = null;
    for (String mode : MODES) {
      Node value = fields.take(mode);
      if (value != null) {
        plain = read(mode, value);
      }
    }
    Node saltNode = fields.take("salt");
    String salt = fields.text(saltNode, "salt");
    fields.done();
    if (MODES.stream().filter(fields::has).count() != 1) {
      mistakes.add(
          fields.node(),
          "'sampling' must have exactly one of " + String.join(", ", MODES),
          "write sampling: {people: 0.25}");
      return null;
    }
    Sampling read = plain;
    if (read == null || saltNode == null || salt == null) {
      return read;
    }
    if (read instanceof Layer) {
      mistakes.add(saltNode, "a layer has no 'salt'", "its name is one; delete the salt");
      return null;
    }
    return mistakes.attempt(saltNode, () -> read.withSalt(salt));
  }

  private @Nullable Sampling read(String mode, Node value) {
    return switch (mode) {
      case "people" -> readRate(value, mode, Sampling::people);
      case "touchpoints" -> readRate(value, mode, Sampling::touchpoints);
      case "rotating" -> readRotating(value);
      case "segments" -> readSegments(value);
      case "coverage" -> readCoverage(value);
      default -> readLayer(value);
    };
  }

  private <T> @Nullable T readRate(@Nullable Node node, String name, DoubleFunction<T> make) {
    Double rate = fields.number(node, name);
    return node == null || rate == null ? null : mistakes.attempt(node, () -> make.apply(rate));
  }

  private @Nullable Sampling readRotating(Node node) {
    Fields inner = Fields.of(node, "'rotating'", mistakes);
    if (inner == null) {
      return null;
    }
    Node panelsNode = inner.require("panels", "panels: 4");
    Integer panels = inner.integer("panels");
    CalendarPeriod period = readPeriod(inner);
    ZoneId zone = readZone(inner);
    Node rateNode = inner.take("rate");
    boolean whole = rateNode != null || !inner.has("rate");
    inner.done();
    if (panelsNode == null || panels == null || period == null || zone == null || !whole) {
      return null;
    }
    Rotating everybody =
        mistakes.attempt(panelsNode, () -> Sampling.rotating(panels, period).withZone(zone));
    return everybody == null || rateNode == null
        ? everybody
        : readRate(rateNode, "rate", everybody::withRate);
  }

  private @Nullable Sampling readSegments(Node node) {
    List<Segment> segments = new ArrayList<>();
    boolean whole = node instanceof Node.Items;
    for (Node each : fields.list(node, "segments")) {
      Segment segment = readSegment(each);
      if (segment == null) {
        whole = false;
      } else {
        segments.add(segment);
      }
    }
    Node otherwiseNode = fields.take("otherwise");
    if (otherwiseNode == null && !fields.has("otherwise")) {
      mistakes.add(
          node, "'segments' lack the rate of everybody else", "add otherwise: 0.1 beside them");
    }
    Double otherwise = fields.number(otherwiseNode, "otherwise");
    if (!whole || otherwiseNode == null || otherwise == null) {
      return null;
    }
    Sampling one = mistakes.attempt(node, () -> new Segments(segments, 0, null));
    return one == null
        ? null
        : mistakes.attempt(otherwiseNode, () -> new Segments(segments, otherwise, null));
  }

  private @Nullable Segment readSegment(Node node) {
    Fields inner = Fields.of(node, "a segment", mistakes);
    if (inner == null) {
      return null;
    }
    Condition when =
        ConditionFormat.read(inner.require("when", "when: {attribute: vip, eq: true}"), mistakes);
    Node rateNode = inner.require("rate", "rate: 0.5");
    Double rate = inner.number(rateNode, "rate");
    inner.done();
    return when == null || rateNode == null || rate == null
        ? null
        : mistakes.attempt(rateNode, () -> new Segment(when, rate));
  }

  private @Nullable Sampling readCoverage(Node node) {
    Fields inner = Fields.of(node, "'coverage'", mistakes);
    if (inner == null) {
      return null;
    }
    Node rateNode = inner.require("rate", "rate: 0.1, of groups with enough answers");
    Double rate = inner.number(rateNode, "rate");
    Node leastNode = inner.require("minPerGroup", "minPerGroup: 30");
    Integer least = inner.integer("minPerGroup");
    CalendarPeriod period = readPeriod(inner);
    ZoneId zone = readZone(inner);
    Node groupNode = inner.take("group");
    String group = inner.has("group") ? inner.text(groupNode, "group") : Coverage.DEFAULT_GROUP;
    inner.done();
    if (rateNode == null || rate == null || leastNode == null || least == null) {
      return null;
    }
    if (period == null || zone == null || group == null) {
      return null;
    }
    // One part after the other, so that what is wrong is told at the place of the part.
    Coverage teams = mistakes.attempt(rateNode, () -> Sampling.coverage(rate, 1, period));
    Coverage counted = teams == null
        ? null
        : mistakes.attempt(leastNode, () -> Sampling.coverage(rate, least, period));
    return counted == null
        ? null
        : mistakes.attempt(
            groupNode == null ? node : groupNode, () -> counted.withGroup(group).withZone(zone));
  }

  private @Nullable Sampling readLayer(Node node) {
    Fields inner = Fields.of(node, "'layer'", mistakes);
    if (inner == null) {
      return null;
    }
    String name = inner.text(inner.require("name", "name: and the name of the layer"), "name");
    Node fromNode = inner.require("from", "from: 0.0");
    Double from = inner.number(fromNode, "from");
    Node shareNode = inner.require("share", "share: 0.2");
    Double share = inner.number(shareNode, "share");
    inner.done();
    return name == null || from == null || share == null
        ? null
        : mistakes.attempt(node, () -> Sampling.layer(name, from, share));
  }

  private @Nullable CalendarPeriod readPeriod(Fields inner) {
    Node node =
        inner.require("period", "period: day, week, month, quarter, half-year, year or like P2W");
    String text = inner.text(node, "period");
    return node == null || text == null
        ? null
        : mistakes.attempt(node, () -> CalendarPeriod.parse(text));
  }

  /** Returns the zone, the default one if the file names none, or null after a mistake. */
  private static @Nullable ZoneId readZone(Fields inner) {
    ZoneId zone = inner.zone("zone");
    return inner.has("zone") ? zone : Quota.DEFAULT_ZONE;
  }

  static Map<String, Object> write(Sampling sampling) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (sampling instanceof People people) {
      tree.put("people", people.rate());
    } else if (sampling instanceof Touchpoints touchpoints) {
      tree.put("touchpoints", touchpoints.rate());
    } else if (sampling instanceof Rotating rotating) {
      tree.put("rotating", write(rotating));
    } else if (sampling instanceof Segments segments) {
      tree.put(
          "segments", segments.segments().stream().map(SamplingFormat::write).toList());
      tree.put("otherwise", segments.otherwise());
    } else if (sampling instanceof Coverage coverage) {
      tree.put("coverage", write(coverage));
    } else if (sampling instanceof Layer layer) {
      tree.put("layer", write(layer));
      return tree;
    }
    String salt = sampling.salt();
    if (salt != null) {
      tree.put("salt", salt);
    }
    return tree;
  }

  private static Map<String, Object> write(Rotating rotating) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("panels", rotating.panels());
    tree.put("period", rotating.period().toString());
    tree.put("zone", rotating.zone().getId());
    tree.put("rate", rotating.rate());
    return tree;
  }

  private static Map<String, Object> write(Segment segment) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("when", ConditionFormat.write(segment.when()));
    tree.put("rate", segment.rate());
    return tree;
  }

  private static Map<String, Object> write(Coverage coverage) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("rate", coverage.rate());
    tree.put("minPerGroup", coverage.minPerGroup());
    tree.put("period", coverage.period().toString());
    tree.put("group", coverage.group());
    tree.put("zone", coverage.zone().getId());
    return tree;
  }

  private static Map<String, Object> write(Layer layer) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", layer.name());
    tree.put("from", layer.from());
    tree.put("share", layer.share());
    return tree;
  }
}
