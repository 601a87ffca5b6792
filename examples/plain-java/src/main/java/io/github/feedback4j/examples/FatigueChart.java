package io.github.feedback4j.examples;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Charts of one or two series as inline SVG. Widths are shares of the page, so that the text keeps its
 * size on a narrow screen. The first of two series is hatched, the last one is solid.
 */
final class FatigueChart {

  private static final double LEFT = 7;
  private static final double RIGHT = 1;
  private static final int TOP = 12;
  private static final int PLOT = 180;
  private static final int ROW = 24;

  private final String summary;
  private final String id;
  private final int series;

  /**
   * Creates a chart.
   *
   * @param id unique on the page
   * @param summary what a reader who does not see the chart is told
   * @param series how many series there are, 1 or 2
   */
  FatigueChart(String id, String summary, int series) {
    this.id = id;
    this.summary = summary;
    this.series = series;
  }

  /** Returns standing bars, a group for each label. */
  String columns(List<String> labels, List<double[]> values, IntFunction<String> axis) {
    Markup svg = open(TOP + PLOT + 24);
    double max = max(values);
    axis(svg, max, axis);
    double group = (100 - LEFT - RIGHT) / labels.size();
    double width = group * 0.8 / series;
    for (int i = 0; i < labels.size(); i++) {
      double start = LEFT + i * group + group * 0.1;
      for (int s = 0; s < series; s++) {
        double height = PLOT * values.get(s)[i] / max;
        svg.empty(
            "rect",
            "class",
            look(s),
            "x",
            percent(start + s * width),
            "y",
            px(TOP + PLOT - height),
            "width",
            percent(width),
            "height",
            px(height));
      }
      svg.leaf(
          "text",
          labels.get(i),
          "x",
          percent(LEFT + (i + 0.5) * group),
          "y",
          TOP + PLOT + 18,
          "text-anchor",
          "middle");
    }
    return svg.close("svg").toString();
  }

  /** Returns a line for each series over weeks. */
  String lines(List<String> labels, List<double[]> values, IntFunction<String> axis) {
    Markup svg = open(TOP + PLOT + 24);
    double max = max(values);
    axis(svg, max, axis);
    int count = labels.size();
    int step = Math.max(1, (count + 3) / 4);
    double span = 100 - LEFT - RIGHT;
    for (int i = 0; i < count; i += step) {
      svg.leaf(
          "text",
          labels.get(i),
          "x",
          percent(LEFT + span * i / Math.max(1, count - 1)),
          "y",
          TOP + PLOT + 18,
          "text-anchor",
          i == 0 ? "start" : i == count - 1 ? "end" : "middle");
    }
    svg.open(
        "svg",
        "x",
        percent(LEFT),
        "y",
        TOP,
        "width",
        percent(span),
        "height",
        PLOT,
        "viewBox",
        "0 0 " + Math.max(1, count - 1) + " 1",
        "preserveAspectRatio",
        "none",
        "overflow",
        "visible");
    for (int s = 0; s < series; s++) {
      StringBuilder points = new StringBuilder();
      for (int i = 0; i < count; i++) {
        points.append(String.format(Locale.ROOT, "%d,%.4f ", i, 1 - values.get(s)[i] / max));
      }
      svg.empty(
          "polyline", "class", look(s) + " line", "points", points.toString().strip());
    }
    return svg.close("svg").close("svg").toString();
  }

  /** Returns lying bars with a name above each group and a note behind each bar. */
  String bars(List<String> names, List<double[]> values, List<List<String>> notes, double mark) {
    int block = ROW + series * 20;
    Markup svg = open(names.size() * block + 4);
    double max = Math.max(max(values), mark);
    // Room for the note behind the longest bar.
    double span = 58;
    if (mark > 0) {
      svg.empty(
          "line",
          "class",
          "mark",
          "x1",
          percent(span * mark / max),
          "x2",
          percent(span * mark / max),
          "y1",
          ROW - 4,
          "y2",
          names.size() * block);
    }
    for (int i = 0; i < names.size(); i++) {
      int top = i * block;
      svg.leaf("text", names.get(i), "class", "name", "x", 0, "y", top + 16);
      for (int s = 0; s < series; s++) {
        int y = top + ROW - 2 + s * 20;
        double width = span * values.get(s)[i] / max;
        svg.empty("rect", "class", look(s), "x", 0, "y", y, "width", percent(width), "height", 16);
        // A little distance in pixels, whatever the width of the page.
        svg.open(
            "svg",
            "x",
            percent(width),
            "y",
            y,
            "width",
            "42%",
            "height",
            20,
            "overflow",
            "visible");
        svg.leaf("text", notes.get(s).get(i), "x", 6, "y", 13);
        svg.close("svg");
      }
    }
    return svg.close("svg").toString();
  }

  /** Returns a small sample of how the line of one of two series looks. */
  static String lineKey(int index) {
    return new Markup()
        .open("svg", "class", "key", "width", 28, "height", 14, "aria-hidden", "true")
        .empty(
            "line",
            "class",
            (index == 0 ? "before" : "after") + " line",
            "x1",
            0,
            "x2",
            28,
            "y1",
            7,
            "y2",
            7)
        .close("svg")
        .toString();
  }

  /** Returns a small sample of how a series looks. */
  static String key(String id, int index, int series) {
    Markup svg = new Markup();
    svg.open("svg", "class", "key", "width", 28, "height", 14, "aria-hidden", "true");
    pattern(svg, id);
    svg.empty(
        "rect",
        "class",
        series == 2 && index == 0 ? "before" : "after",
        "x",
        1,
        "y",
        1,
        "width",
        26,
        "height",
        12);
    return svg.close("svg").toString();
  }

  private Markup open(int height) {
    Markup svg = new Markup();
    svg.open(
        "svg",
        "class",
        "chart",
        "role",
        "img",
        "aria-labelledby",
        id + "-summary",
        "width",
        "100%",
        "height",
        height);
    svg.leaf("title", summary, "id", id + "-summary");
    pattern(svg, id + "-hatch");
    return svg;
  }

  private static void pattern(Markup svg, String id) {
    svg.open("defs")
        .open(
            "pattern",
            "id",
            id,
            "width",
            6,
            "height",
            6,
            "patternUnits",
            "userSpaceOnUse",
            "patternTransform",
            "rotate(45)")
        .empty("rect", "class", "ground", "width", 6, "height", 6)
        .empty("rect", "class", "hatch", "width", 2.5, "height", 6)
        .close("pattern")
        .close("defs");
  }

  private void axis(Markup svg, double max, IntFunction<String> text) {
    for (int i = 0; i <= 2; i++) {
      double y = TOP + PLOT - PLOT * i / 2.0;
      svg.empty(
          "line",
          "class",
          "grid",
          "x1",
          percent(LEFT),
          "x2",
          percent(100 - RIGHT),
          "y1",
          px(y),
          "y2",
          px(y));
      svg.leaf(
          "text",
          text.apply((int) Math.round(max * i / 2)),
          "x",
          percent(LEFT - 1),
          "y",
          px(y + 4),
          "text-anchor",
          "end");
    }
  }

  private String look(int index) {
    return series == 2 && index == 0 ? "before" : "after";
  }

  /** Returns a round even number that no value exceeds, so that half of it is whole. */
  private static double max(List<double[]> values) {
    double max = 2;
    for (double[] each : values) {
      for (double value : each) {
        max = Math.max(max, value);
      }
    }
    double unit = Math.pow(10, Math.floor(Math.log10(max)));
    for (double factor : new double[] {1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10}) {
      double round = factor * unit;
      if (round >= max && round % 2 == 0) {
        return round;
      }
    }
    return Math.ceil(max / 2) * 2;
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.3f%%", value);
  }

  private static String px(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
