package io.github.feedback4j.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.feedback4j.response.Answer;
import io.github.feedback4j.spring.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJsonTest {

  @Test
  void readsAnswersOfEveryKind() {
    assertThat(read("'rating': 4")).isEqualTo(new Answer.Rating("q", 4));
    assertThat(read("'text': 'quick'")).isEqualTo(new Answer.Text("q", "quick"));
    assertThat(read("'choice': 'phone'")).isEqualTo(new Answer.Choice("q", "phone"));
    assertThat(read("'choice': 'other', 'other': 'fax'"))
        .isEqualTo(new Answer.Choice("q", "other", "fax"));
    assertThat(read("'choices': ['b', 'a'], 'other': null"))
        .isEqualTo(new Answer.Choices("q", List.of("b", "a")));
    assertThat(read("'rows': {'speed': 1, 'tone': 5}"))
        .isEqualTo(new Answer.Matrix("q", Map.of("speed", 1, "tone", 5)));
    assertThat(read("'ranking': ['b', 'a']")).isEqualTo(new Answer.Ranking("q", List.of("b", "a")));
    assertThat(read("'consent': false")).isEqualTo(new Answer.Consent("q", false));
    assertThat(read("'minutes': 90")).isEqualTo(new Answer.LostTime("q", 90));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'rating': 4.5",
        "'rating': '4'",
        "'rating': true",
        "'rating': null",
        "'rating': 4.0",
        "'rating': 99999999999",
        "'text': 4",
        "'text': null",
        "'choice': 1",
        "'choice': 'other', 'other': 1",
        "'choices': 'a'",
        "'choices': [1]",
        "'choices': ['a', null]",
        "'rows': []",
        "'rows': {'speed': '4'}",
        "'rows': {'speed': 4.5}",
        "'rows': {'speed': true}",
        "'ranking': {'a': 1}",
        "'ranking': [true]",
        "'consent': 'true'",
        "'consent': 1",
        "'consent': null",
        "'minutes': 1.5",
        "'minutes': '90'",
        "'minutes': true",
        "'rating': 4, 'text': 'x'",
        "'other': 'x'",
        "'value': 4"
      })
  void refusesWhatMerelyLooksLikeAnAnswer(String answer) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(answer))
        .withMessageMatching("('[a-z]+'|each answer) must .*");
  }

  @Test
  void anAnswerNamesItsQuestion() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> AnswerJson.read(Json.read("{\"rating\": 4}".getBytes(StandardCharsets.UTF_8))))
        .withMessage("each answer must name its 'question'");
  }

  private static Answer read(String answer) {
    String json = "{'question': 'q', " + answer + "}";
    return AnswerJson.read(Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }
}
