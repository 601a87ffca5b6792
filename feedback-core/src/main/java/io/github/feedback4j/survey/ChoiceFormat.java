package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.survey.FactorsQuestion.Band;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.StatementQuestion.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be chosen, rated or followed in survey files: options, rows, bands and links. */
final class ChoiceFormat {

  private final TextFormat texts;
  private final Mistakes mistakes;

  ChoiceFormat(TextFormat texts, Mistakes mistakes) {
    this.texts = texts;
    this.mistakes = mistakes;
  }

  /** Reads {@code choices}, {@code shuffle} and, where it is allowed, {@code other}. */
  @Nullable
  Options readOptions(Fields question, boolean mayBeOpen) {
    List<Choice> choices = readChoices(question, "choices", "a choice");
    LocalizedText other = mayBeOpen ? texts.readText(question.take("other"), "other") : null;
    Boolean shuffle = question.bool("shuffle");
    return choices == null ? null : new Options(choices, other, Boolean.TRUE.equals(shuffle));
  }

  @Nullable
  List<Choice> readChoices(Fields owner, String property, String what) {
    return readList(owner, property, property + ": with id and text each", each -> {
      Fields fields = Fields.of(each, what, mistakes);
      if (fields == null) {
        return null;
      }
      String id = readId(fields, "id: other", "choice id");
      LocalizedText text = texts.requireText(fields);
      fields.done();
      return id == null || text == null ? null : Choice.of(id, text);
    });
  }

  @Nullable
  List<Band> readBands(Fields question) {
    return readList(question, "bands", "bands: with from, to and choices each", each -> {
      Fields fields = Fields.of(each, "a band", mistakes);
      if (fields == null) {
        return null;
      }
      fields.require("from", "from: 1");
      fields.require("to", "to: 2");
      Integer from = fields.integer("from");
      Integer to = fields.integer("to");
      List<Choice> choices = readChoices(fields, "choices", "a choice");
      fields.done();
      return from == null || to == null || choices == null
          ? null
          : mistakes.attempt(each, () -> new Band(from, to, choices));
    });
  }

  @Nullable
  List<Link> readLinks(Fields question) {
    if (!question.has("links")) {
      question.take("links");
      return List.of();
    }
    return readList(question, "links", "links: with text and url each", each -> {
      Fields fields = Fields.of(each, "a link", mistakes);
      if (fields == null) {
        return null;
      }
      LocalizedText text = texts.requireText(fields);
      Node urlNode = fields.require("url", "url: https://…");
      String url = fields.text(urlNode, "url");
      fields.done();
      return text == null || urlNode == null || url == null
          ? null
          : mistakes.attempt(urlNode, () -> new Link(text, url));
    });
  }

  /** Returns what each entry is read as, or null if the list is missing or one of them is not whole. */
  private static <T> @Nullable List<T> readList(
      Fields owner, String property, String example, Function<Node, @Nullable T> read) {
    Node node = owner.require(property, example);
    List<T> all = new ArrayList<>();
    boolean whole = node instanceof Node.Items;
    for (Node each : owner.list(node, property)) {
      T one = read.apply(each);
      if (one == null) {
        whole = false;
      } else {
        all.add(one);
      }
    }
    return whole ? all : null;
  }

  @Nullable
  String readId(Fields fields, String example, String what) {
    Node node = fields.require("id", example);
    String id = fields.text(node, "id");
    return node == null || id == null
        ? null
        : mistakes.attempt(node, () -> Ids.requireId(what, id));
  }

  static void write(Options options, Map<String, Object> tree) {
    tree.put("choices", write(options.choices()));
    LocalizedText other = options.other();
    if (other != null) {
      tree.put("other", other.texts());
    }
    tree.put("shuffle", options.shuffled());
  }

  static List<Object> write(List<Choice> choices) {
    List<Object> tree = new ArrayList<>();
    for (Choice each : choices) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", each.id());
      one.put("text", each.text().texts());
      tree.add(one);
    }
    return tree;
  }

  static List<Object> writeBands(List<Band> bands) {
    List<Object> tree = new ArrayList<>();
    for (Band each : bands) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("from", each.from());
      one.put("to", each.to());
      one.put("choices", write(each.choices()));
      tree.add(one);
    }
    return tree;
  }

  static List<Object> writeLinks(List<Link> links) {
    List<Object> tree = new ArrayList<>();
    for (Link each : links) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("text", each.text().texts());
      one.put("url", each.url());
      tree.add(one);
    }
    return tree;
  }
}
