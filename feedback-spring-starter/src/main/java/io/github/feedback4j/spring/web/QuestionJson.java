package io.github.feedback4j.spring.web;

import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.survey.ExpectationQuestion;
import io.github.feedback4j.survey.FactorsQuestion;
import io.github.feedback4j.survey.Jump;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.LostTimeQuestion;
import io.github.feedback4j.survey.MatrixQuestion;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MultiChoiceQuestion;
import io.github.feedback4j.survey.Options;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.Question.Presentation;
import io.github.feedback4j.survey.QuestionRules;
import io.github.feedback4j.survey.RankingQuestion;
import io.github.feedback4j.survey.StatementQuestion;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFlow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the questions of a prompt as {@code docs/prompt-json.md} says, options in the order in which
 * the invitation shows them.
 */
final class QuestionJson {

  private final Invitation invitation;
  private final SurveyFlow flow;
  private final BiConsumer<ObjectNode, LocalizedText> texts;

  QuestionJson(Survey survey, Invitation invitation, BiConsumer<ObjectNode, LocalizedText> texts) {
    this.invitation = invitation;
    this.flow = SurveyFlow.of(survey, invitation.attributes());
    this.texts = texts;
  }

  void write(Question question, ObjectNode node) {
    node.put("id", question.id());
    texts.accept(node, question.text());
    rules(question.rules(), node);
    if (question instanceof Question.Rating rating) {
      node.put("type", "rating");
      points(node, rating.metric(), rating.labels());
      look(node, rating.presentation());
    } else if (question instanceof Question.Text text) {
      node.put("type", "text");
      node.put("size", word(text.size()));
      node.put("minLength", text.minLength());
      node.put("maxLength", text.maxLength());
    } else if (question instanceof Question.SingleChoice choice) {
      node.put("type", "singleChoice");
      options(node, "choices", choice.options(), choice.id());
    } else if (question instanceof MultiChoiceQuestion choice) {
      node.put("type", "multiChoice");
      options(node, "options", choice.options(), choice.id());
      node.put("atLeast", choice.atLeast());
      node.put("atMost", choice.atMost());
    } else if (question instanceof MatrixQuestion matrix) {
      node.put("type", "matrix");
      choices(node.putArray("rows"), matrix.rows());
      points(node, matrix.metric(), matrix.labels());
    } else if (question instanceof RankingQuestion ranking) {
      node.put("type", "ranking");
      options(node, "options", ranking.options(), ranking.id());
      node.put("top", ranking.top());
    } else if (question instanceof LostTimeQuestion lostTime) {
      node.put("type", "lostTime");
      node.put("min", lostTime.min());
      node.put("max", lostTime.max());
    } else if (question instanceof ExpectationQuestion expectation) {
      node.put("type", "expectation");
      points(node, expectation.metric(), expectation.labels());
      look(node, expectation.presentation());
    } else if (question instanceof FactorsQuestion factors) {
      node.put("type", "factors");
      factors(node, factors);
    } else if (question instanceof StatementQuestion statement) {
      node.put("type", "statement");
      ArrayNode links = node.putArray("links");
      statement
          .links()
          .forEach(each -> texts.accept(links.addObject().put("url", each.url()), each.text()));
    } else {
      node.put("type", "consent");
    }
  }

  private void rules(QuestionRules rules, ObjectNode node) {
    node.put("required", rules.required());
    if (rules.requiredWhen() != null) {
      map(node.putObject("requiredWhen"), flow.forBrowser(rules.requiredWhen()));
    }
    if (rules.visibleWhen() != null) {
      map(node.putObject("visibleWhen"), flow.forBrowser(rules.visibleWhen()));
    }
    if (!rules.next().isEmpty()) {
      ArrayNode next = node.putArray("next");
      rules.next().forEach(each -> jump(next.addObject(), each));
    }
  }

  private static void jump(ObjectNode node, Jump jump) {
    if (jump.when() instanceof Jump.Chosen chosen) {
      node.put("choice", chosen.choice());
    } else if (jump.when() instanceof Jump.Scored scored) {
      node.put("from", scored.from()).put("to", scored.to());
    }
    node.put("go", jump.to());
  }

  private void points(
      ObjectNode node, MetricDefinition metric, Map<Integer, LocalizedText> labels) {
    node.put("min", metric.scale().min());
    node.put("max", metric.scale().max());
    node.put("metric", metric.id());
    ObjectNode written = node.putObject("labels");
    labels.forEach((point, label) -> texts.accept(written.putObject(point.toString()), label));
  }

  private static void look(ObjectNode node, Presentation presentation) {
    node.put("presentation", word(presentation));
  }

  private void options(ObjectNode node, String name, Options options, String question) {
    ArrayNode written = node.putArray(name);
    choices(written, options.shown(invitation.id(), question));
    if (options.other() != null) {
      node.put("open", Options.OTHER);
      node.put("openMaxLength", Options.OTHER_MAX_LENGTH);
    }
  }

  private void choices(ArrayNode written, List<Choice> choices) {
    choices.forEach(each -> texts.accept(written.addObject().put("id", each.id()), each.text()));
  }

  private void factors(ObjectNode node, FactorsQuestion factors) {
    node.put("of", factors.of());
    node.put("atMost", factors.atMost());
    ArrayNode bands = node.putArray("bands");
    for (FactorsQuestion.Band each : factors.bands()) {
      ObjectNode band = bands.addObject().put("from", each.from()).put("to", each.to());
      choices(band.putArray("options"), factors.shown(each, invitation.id()));
    }
  }

  private static void map(ObjectNode node, Map<?, ?> tree) {
    tree.forEach((key, value) -> {
      String name = key.toString();
      if (value instanceof Map<?, ?> inner) {
        map(node.putObject(name), inner);
      } else if (value instanceof List<?> list) {
        list(node.putArray(name), list);
      } else if (value instanceof Boolean truth) {
        node.put(name, truth);
      } else if (value instanceof BigDecimal number) {
        node.put(name, number);
      } else {
        node.put(name, value.toString());
      }
    });
  }

  private static void list(ArrayNode node, List<?> list) {
    for (Object each : list) {
      if (each instanceof Map<?, ?> inner) {
        map(node.addObject(), inner);
      } else if (each instanceof BigDecimal number) {
        node.add(number);
      } else {
        node.add(each.toString());
      }
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
