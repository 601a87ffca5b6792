package io.github.feedback4j.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.FactorsQuestion.Band;
import io.github.feedback4j.survey.Jump;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.StatementQuestion.Link;
import io.github.feedback4j.survey.Survey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The questions that the widget gets, as {@code docs/prompt-json.md} says. */
class PromptJsonTest {

  private static final LocalizedText TEXT = LocalizedText.of("en", "T", "fr", "F");
  private static final String SAID = "\"text\":\"T\",\"lang\":\"en\"";
  private static final Choice A = Choice.of("a", TEXT);
  private static final Choice B = Choice.of("b", TEXT);
  private static final String AB = "[{\"id\":\"a\"," + SAID + "},{\"id\":\"b\"," + SAID + "}]";

  @Test
  void writesEveryTypeOfQuestion() {
    assertThat(json(Question.text("q", TEXT).asShort().withMinLength(2).withMaxLength(9)))
        .isEqualTo(question("'type':'text','size':'short','minLength':2,'maxLength':9"));
    assertThat(json(Question.singleChoice("q", TEXT, A, B)))
        .isEqualTo(question("'type':'singleChoice','choices':") + AB + "}");
    assertThat(json(Question.multiChoice("q", TEXT, A, B).withOther(TEXT)))
        .isEqualTo(question("'type':'multiChoice','options':")
            + "[{\"id\":\"a\"," + SAID + "},{\"id\":\"b\"," + SAID + "},{\"id\":\"other\"," + SAID
            + "}]"
            + ",\"open\":\"other\",\"openMaxLength\":500,\"atLeast\":1,\"atMost\":3}");
    assertThat(json(Question.matrix("q", TEXT, MetricDefinition.csat(3), A, B).label(1, TEXT)))
        .isEqualTo(question("'type':'matrix','rows':")
            + AB
            + ",\"min\":1,\"max\":3,\"metric\":\"csat\",\"labels\":{\"1\":{" + SAID + "}}}");
    assertThat(json(Question.ranking("q", TEXT, A, B).withTop(1)))
        .isEqualTo(question("'type':'ranking','options':") + AB + ",\"top\":1}");
    assertThat(json(Question.consent("q", TEXT))).isEqualTo(question("'type':'consent'"));
    assertThat(json(Question.lostTime("q", TEXT).withBounds(5, 60)))
        .isEqualTo(question("'type':'lostTime','min':5,'max':60"));
    assertThat(json(Question.expectation("q", TEXT, MetricDefinition.csat(3))))
        .isEqualTo(
            question(
                "'type':'expectation','min':1,'max':3,'metric':'csat','labels':{},'presentation':'numbers'"));
    assertThat(json(Question.factors("q", TEXT, "r", new Band(1, 2, List.of(A)))))
        .isEqualTo(
            question("'type':'factors','of':'r','atMost':1,'bands':[{'from':1,'to':2,'options':")
                + "[{\"id\":\"a\"," + SAID + "}]}]}");
    assertThat(json(Question.statement("q", TEXT, new Link(TEXT, "tel:1"))))
        .isEqualTo(question("'type':'statement','links':[{'url':'tel:1','text':'T','lang':'en'}]"));
  }

  @Test
  void writesTheFlowWithoutTellingAttributes() {
    Question question = Question.consent("q", TEXT)
        .visibleWhen(Condition.all(
            Condition.in(Question.answerTo("r"), 1, 2), Condition.eq("secretTier", "gold")))
        .requiredWhen(Condition.not(Condition.gt(Question.answerTo("r"), 1)))
        .next(Jump.scored(1, 2, "x"), Jump.chosen("a", "y"), Jump.toEnd());

    String json = json(question);

    assertThat(json)
        .contains("\"requiredWhen\":{\"not\":{\"attribute\":\"answer.r\",\"gt\":1}}")
        .contains(
            "\"visibleWhen\":{\"all\":[{\"attribute\":\"answer.r\",\"in\":[1,2]},{\"is\":\"true\"}]}")
        .contains(
            "\"next\":[{\"from\":1,\"to\":2,\"go\":\"x\"},{\"choice\":\"a\",\"go\":\"y\"},{\"go\":\"end\"}]")
        .doesNotContain("secretTier", "gold");
  }

  @Test
  void showsOptionsInTheOrderOfTheInvitation() {
    Question.SingleChoice question = Question.singleChoice(
            "q", TEXT, A, B, Choice.of("c", TEXT), Choice.of("d", TEXT))
        .shuffled();
    JsonNode choices = prompt(question).at("/questions/0/choices");

    assertThat(choices.valueStream().map(each -> each.get("id").stringValue()))
        .containsExactlyElementsOf(question.options().shown(invitation().id(), "q").stream()
            .map(Choice::id)
            .toList());
  }

  private static String question(String rest) {
    String start = "{'id':'q','text':'T','lang':'en','required':false," + rest;
    boolean open = rest.endsWith(":");
    return start.replace('\'', '"') + (open ? "" : "}");
  }

  private static String json(Question question) {
    return prompt(question).at("/questions/0").toString();
  }

  private static JsonNode prompt(Question question) {
    return new PromptJson(Survey.of("s", question), Locale.ENGLISH)
        .write(invitation(), false, "pseudonymous");
  }

  private static Invitation invitation() {
    return new Invitation(
        new UUID(7, 7),
        "s",
        1,
        new RespondentKey("k"),
        "e",
        null,
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(1),
        1,
        Accountability.none(),
        null,
        Attributes.none().with("secretTier", "gold"));
  }
}
