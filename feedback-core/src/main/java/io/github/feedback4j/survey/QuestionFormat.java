package io.github.feedback4j.survey;

import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.Question.Presentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Questions in survey files, each with {@code id}, {@code type} and {@code text}. */
final class QuestionFormat {

  private final Locale defaultLocale;
  private final boolean mustCover;
  private final Mistakes mistakes;

  /** Makes a reader of texts that, with {@code mustCover}, demands each in the default language. */
  QuestionFormat(Locale defaultLocale, boolean mustCover, Mistakes mistakes) {
    this.defaultLocale = defaultLocale;
    this.mustCover = mustCover;
    this.mistakes = mistakes;
  }

  private enum Type {
    RATING("rating"),
    TEXT("text"),
    SINGLE_CHOICE("singleChoice");

    private final String word;

    Type(String word) {
      this.word = word;
    }
  }

  @Nullable
  Question read(Node node) {
    Fields fields = Fields.of(node, "a question", mistakes);
    if (fields == null) {
      return null;
    }
    String id = readId(fields, "id: satisfaction", "question id");
    fields.require("type", "type: rating, text or singleChoice");
    Type type = fields.constant("type", Type.class, each -> each.word);
    LocalizedText text = readText(fields.require("text", "text: {en: …, fr: …}"), "text");
    Boolean required = fields.bool("required");
    Question question =
        type == null ? null : readOf(type, fields, id, text, Boolean.TRUE.equals(required));
    if (type != null) {
      fields.done();
    }
    return question;
  }

  private @Nullable Question readOf(
      Type type,
      Fields fields,
      @Nullable String id,
      @Nullable LocalizedText text,
      boolean required) {
    return switch (type) {
      case RATING -> {
        MetricDefinition metric = MetricFormat.read(fields, mistakes);
        Presentation presentation =
            fields.constant("presentation", Presentation.class, QuestionFormat::word);
        Map<Integer, LocalizedText> labels = readLabels(fields.take("labels"), metric);
        yield id == null || text == null || metric == null
            ? null
            : mistakes.attempt(
                fields.node(),
                () -> new Question.Rating(
                    id,
                    text,
                    required,
                    metric,
                    presentation == null ? Presentation.NUMBERS : presentation,
                    labels));
      }
      case TEXT -> {
        Integer maxLength = fields.integer("maxLength");
        yield id == null || text == null
            ? null
            : mistakes.attempt(
                fields.node(),
                () -> new Question.Text(
                    id,
                    text,
                    required,
                    maxLength == null ? Question.Text.DEFAULT_MAX_LENGTH : maxLength));
      }
      case SINGLE_CHOICE -> {
        List<Choice> choices = readChoices(fields);
        yield id == null || text == null || choices == null
            ? null
            : mistakes.attempt(
                fields.node(), () -> new Question.SingleChoice(id, text, required, choices));
      }
    };
  }

  private @Nullable String readId(Fields fields, String example, String what) {
    Node node = fields.require("id", example);
    String id = fields.text(node, "id");
    return node == null || id == null
        ? null
        : mistakes.attempt(node, () -> Ids.requireId(what, id));
  }

  private @Nullable List<Choice> readChoices(Fields question) {
    Node node = question.require("choices", "choices: with id and text each");
    List<Choice> choices = new ArrayList<>();
    boolean whole = node instanceof Node.Items;
    for (Node each : question.list(node, "choices")) {
      Fields fields = Fields.of(each, "a choice", mistakes);
      if (fields == null) {
        whole = false;
        continue;
      }
      String id = readId(fields, "id: other", "choice id");
      LocalizedText text = readText(fields.require("text", "text: {en: …, fr: …}"), "text");
      fields.done();
      if (id == null || text == null) {
        whole = false;
      } else {
        choices.add(Choice.of(id, text));
      }
    }
    return whole ? choices : null;
  }

  private Map<Integer, LocalizedText> readLabels(
      @Nullable Node node, @Nullable MetricDefinition metric) {
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

  static Map<String, Object> write(Question question) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", question.id());
    if (question instanceof Question.Rating rating) {
      tree.put("type", Type.RATING.word);
      tree.put("text", question.text().texts());
      MetricFormat.write(rating.metric(), tree);
      tree.put("presentation", word(rating.presentation()));
      Map<String, Object> labels = new LinkedHashMap<>();
      rating.labels().forEach((point, label) -> labels.put(point.toString(), label.texts()));
      if (!labels.isEmpty()) {
        tree.put("labels", labels);
      }
    } else if (question instanceof Question.Text text) {
      tree.put("type", Type.TEXT.word);
      tree.put("text", question.text().texts());
      tree.put("maxLength", text.maxLength());
    } else if (question instanceof Question.SingleChoice choice) {
      tree.put("type", Type.SINGLE_CHOICE.word);
      tree.put("text", question.text().texts());
      List<Object> choices = new ArrayList<>();
      for (Choice each : choice.choices()) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", each.id());
        one.put("text", each.text().texts());
        choices.add(one);
      }
      tree.put("choices", choices);
    }
    tree.put("required", question.required());
    return tree;
  }

  private static String word(Presentation presentation) {
    return presentation.name().toLowerCase(Locale.ROOT);
  }
}
