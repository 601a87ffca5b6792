package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Texts in survey files, per language or in the default one. */
final class TextFormat {

  private final Locale defaultLocale;
  private final boolean mustCover;
  private final Mistakes mistakes;

  /** Makes a reader of texts that, with {@code mustCover}, demands each in the default language. */
  TextFormat(Locale defaultLocale, boolean mustCover, Mistakes mistakes) {
    this.defaultLocale = defaultLocale;
    this.mustCover = mustCover;
    this.mistakes = mistakes;
  }

  /** Reads the property {@code text}, which must be there. */
  @Nullable
  LocalizedText requireText(Fields fields) {
    return readText(fields.require("text", "text: {en: …, fr: …}"), "text");
  }

  /** Reads a text, given per language or as one text in the default language. */
  @Nullable
  LocalizedText readText(@Nullable Node node, String name) {
    if (node instanceof Node.Scalar scalar) {
      if (scalar.type() == Node.Scalar.Type.NULL) {
        mistakes.add(scalar, "'" + name + "' has no value", "give one or delete the line");
        return null;
      }
      return mistakes.attempt(
          scalar, () -> LocalizedText.of(defaultLocale.toLanguageTag(), scalar.text()));
    }
    Fields fields = Fields.of(node, "'" + name + "'", mistakes);
    if (node == null || fields == null) {
      return null;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    boolean whole = true;
    for (Map.Entry<String, Node.Entry> each : fields.node().entries().entrySet()) {
      Node.Entry entry = each.getValue();
      if (mistakes.attempt(entry.name(), () -> LocalizedText.parseTag(each.getKey())) == null) {
        whole = false;
        continue;
      }
      if (entry.value() instanceof Node.Scalar scalar) {
        texts.put(each.getKey(), scalar.type() == Node.Scalar.Type.NULL ? "" : scalar.text());
      } else {
        mistakes.add(
            entry.value(),
            "text '%s' must be a text, but is %s"
                .formatted(each.getKey(), entry.value().kind()),
            "");
        whole = false;
      }
    }
    LocalizedText text = whole ? mistakes.attempt(node, () -> LocalizedText.of(texts)) : null;
    if (text != null && mustCover && !text.covers(defaultLocale)) {
      mistakes.add(
          node,
          "'" + name + "' " + Survey.missingDefault(text, defaultLocale),
          "add " + defaultLocale.toLanguageTag() + ": …");
      return null;
    }
    return text;
  }

  /** Reads texts by point; null stands for no labels. */
  Map<Integer, LocalizedText> readLabels(@Nullable Node node, @Nullable MetricDefinition metric) {
    Map<Integer, LocalizedText> labels = new TreeMap<>();
    if (Fields.of(node, "labels", mistakes) == null || !(node instanceof Node.Mapping mapping)) {
      return labels;
    }
    mapping.entries().forEach((name, entry) -> {
      LocalizedText label = readText(entry.value(), "label " + name);
      if (!name.matches("0|[1-9]\\d?")) {
        mistakes.add(
            entry.name(),
            "label '" + name + "' must be a point of the scale",
            "write labels: {1: …, 5: …}");
      } else if (metric != null && !metric.scale().contains(Integer.parseInt(name))) {
        mistakes.add(
            entry.name(),
            "label " + name + " must be on the scale " + metric.scale(),
            "move it to a point of the scale or delete it");
      } else if (label != null) {
        labels.put(Integer.valueOf(name), label);
      }
    });
    return labels;
  }

  /** Puts the labels of points, if there are any, into the tree of a question. */
  static void writeLabels(Map<Integer, LocalizedText> labels, Map<String, Object> tree) {
    Map<String, Object> written = new LinkedHashMap<>();
    labels.forEach((point, label) -> written.put(point.toString(), label.texts()));
    if (!written.isEmpty()) {
      tree.put("labels", written);
    }
  }
}
