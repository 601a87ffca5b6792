package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When questions are shown and what comes next, in survey files: {@code visibleWhen}, {@code required},
 * {@code requiredWhen} and {@code next}.
 */
final class RulesFormat {

  private final Mistakes mistakes;

  RulesFormat(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  QuestionRules read(Fields question) {
    Boolean required = question.bool("required");
    Condition requiredWhen = ConditionFormat.read(question.take("requiredWhen"), mistakes);
    Condition visibleWhen = ConditionFormat.read(question.take("visibleWhen"), mistakes);
    Node next = question.take("next");
    List<Jump> jumps = readNext(question, next);
    QuestionRules rules = mistakes.attempt(
        next == null ? question.node() : next,
        () -> new QuestionRules(Boolean.TRUE.equals(required), requiredWhen, visibleWhen, jumps));
    return rules == null ? QuestionRules.none() : rules;
  }

  private List<Jump> readNext(Fields question, @Nullable Node next) {
    List<Jump> jumps = new ArrayList<>();
    if (next instanceof Node.Scalar) {
      String to = question.text(next, "next");
      Jump jump = to == null ? null : mistakes.attempt(next, () -> Jump.to(to));
      return jump == null ? jumps : List.of(jump);
    }
    for (Node each : question.list(next, "next")) {
      Jump jump = readJump(each);
      if (jump != null) {
        jumps.add(jump);
      }
    }
    return jumps;
  }

  private @Nullable Jump readJump(Node node) {
    Fields fields = Fields.of(node, "a jump", mistakes);
    if (fields == null) {
      return null;
    }
    Node choiceNode = fields.take("choice");
    String choice = fields.text(choiceNode, "choice");
    Integer from = fields.integer("from");
    Integer to = fields.integer("to");
    Node goNode = fields.require("go", "go: and the id of a later question, or end");
    String go = fields.text(goNode, "go");
    fields.done();
    boolean banded = fields.has("from") || fields.has("to");
    if (banded && fields.has("choice")) {
      mistakes.add(
          node,
          "a jump must be taken after a choice or after a score, not both",
          "write two jumps, one under the other");
      return null;
    }
    if (banded && !(fields.has("from") && fields.has("to"))) {
      mistakes.add(node, "a jump after a score must have both ends", "write from: 1, to: 2");
      return null;
    }
    if (go == null
        || (banded && (from == null || to == null))
        || (fields.has("choice") && choice == null)) {
      return null;
    }
    return mistakes.attempt(node, () -> {
      if (from != null && to != null) {
        return Jump.scored(from, to, go);
      }
      return choice == null ? Jump.to(go) : Jump.chosen(choice, go);
    });
  }

  static void write(QuestionRules rules, Map<String, Object> tree) {
    tree.put("required", rules.required());
    Condition requiredWhen = rules.requiredWhen();
    if (requiredWhen != null) {
      tree.put("requiredWhen", ConditionFormat.write(requiredWhen));
    }
    Condition visibleWhen = rules.visibleWhen();
    if (visibleWhen != null) {
      tree.put("visibleWhen", ConditionFormat.write(visibleWhen));
    }
    if (!rules.next().isEmpty()) {
      tree.put("next", rules.next().stream().map(RulesFormat::write).toList());
    }
  }

  private static Map<String, Object> write(Jump jump) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (jump.when() instanceof Jump.Chosen chosen) {
      tree.put("choice", chosen.choice());
    } else if (jump.when() instanceof Jump.Scored scored) {
      tree.put("from", scored.from());
      tree.put("to", scored.to());
    }
    tree.put("go", jump.to());
    return tree;
  }
}
