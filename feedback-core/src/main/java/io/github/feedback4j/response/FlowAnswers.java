package io.github.feedback4j.response;

import io.github.feedback4j.survey.AttributeValue;
import java.util.HashMap;
import java.util.Map;

/** What conditions see of answers: see {@code Question.answerTo}. */
final class FlowAnswers {

  private final Map<String, AttributeValue> values = new HashMap<>();

  /** Adds an answer that fits its question, so that its ids are short and few. */
  void add(Answer answer) {
    String question = answer.question();
    if (answer instanceof Answer.Rating rating) {
      values.put(question, AttributeValue.Numeric.of(rating.value()));
    } else if (answer instanceof Answer.Text text) {
      values.put(question, new AttributeValue.Text(cut(text.text())));
    } else if (answer instanceof Answer.Choice choice) {
      values.put(question, new AttributeValue.Text(choice.choice()));
    } else if (answer instanceof Answer.Choices choices) {
      values.put(question, new AttributeValue.Texts(choices.choices()));
    } else if (answer instanceof Answer.Matrix matrix) {
      matrix
          .points()
          .forEach(
              (row, point) -> values.put(question + "." + row, AttributeValue.Numeric.of(point)));
    } else if (answer instanceof Answer.Ranking ranking) {
      values.put(question, new AttributeValue.Texts(ranking.choices()));
    } else if (answer instanceof Answer.Consent consent) {
      values.put(question, new AttributeValue.Bool(consent.given()));
    } else if (answer instanceof Answer.LostTime lostTime) {
      values.put(question, AttributeValue.Numeric.of(lostTime.minutes()));
    }
  }

  Map<String, AttributeValue> asMap() {
    return values;
  }

  private static String cut(String text) {
    return text.length() <= AttributeValue.MAX_TEXT
        ? text
        : text.substring(0, AttributeValue.MAX_TEXT);
  }
}
