package io.github.feedback4j.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What conditions may see of answers, on the scale and off it, to some of the questions. */
final class AnswerValues {

  private AnswerValues() {}

  static Attributes attributes(Random random) {
    Attributes attributes = Attributes.none();
    attributes = random.nextBoolean() ? attributes.with("vip", random.nextBoolean()) : attributes;
    return random.nextBoolean() ? attributes.with("team", "Network") : attributes;
  }

  static Map<String, AttributeValue> of(Survey survey, Random random) {
    Map<String, AttributeValue> answers = new HashMap<>();
    for (Question each : survey.questions()) {
      if (each instanceof MatrixQuestion matrix) {
        answers.put(each.id() + "." + matrix.rows().get(0).id(), number(random));
      } else if (random.nextInt(3) > 0) {
        answers.put(each.id(), value(each, random));
      }
    }
    return answers;
  }

  private static AttributeValue value(Question question, Random random) {
    if (question instanceof MultiChoiceQuestion || question instanceof FactorsQuestion) {
      return new AttributeValue.Texts(List.of("c_" + random.nextInt(3)));
    }
    if (question instanceof Question.SingleChoice || question instanceof Question.Text) {
      return new AttributeValue.Text("c_" + random.nextInt(3));
    }
    return question instanceof ConsentQuestion
        ? new AttributeValue.Bool(random.nextBoolean())
        : number(random);
  }

  private static AttributeValue number(Random random) {
    return AttributeValue.Numeric.of(random.nextInt(12));
  }
}
