package io.github.feedback4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseCheck;
import io.github.feedback4j.response.Violation;
import io.github.feedback4j.survey.AttributeValue;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFlow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The browser's flow.js is asked what core's evaluators are asked, and answers the same. */
class FlowIT extends OnAPage {

  private static final String NAME = "answer.q";

  /** What conditions may see of an answer. */
  private static final List<Object> VALUES = List.of(
      0,
      1,
      3,
      600,
      "",
      "a",
      "ab",
      "3",
      "2026-01-01T00:00:00Z",
      true,
      false,
      List.of(),
      List.of("a"),
      List.of("ab", "3"));

  @Test
  void everyComparisonOfEveryTypeComesOutAsOnTheServer() {
    Attributes facts = Attributes.none().with("vip", true);
    Question any = Question.consent("q", LocalizedText.of("en", "May we?"));
    SurveyFlow flow = SurveyFlow.of(Survey.of("s", any), facts);
    List<Object> cases = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Object> expected = new ArrayList<>();
    for (Condition condition : conditions()) {
      Object json = plain(flow.forBrowser(condition));
      for (Object value : VALUES) {
        cases.add(List.of(json, value));
        names.add(json + " after " + value);
        expected.add(condition.evaluate(facts.with(NAME, seen(value))).name());
      }
      cases.add(List.of(json));
      names.add(json + " without an answer");
      expected.add(condition.evaluate(facts).name());
    }

    visit("");
    List<?> actual = (List<?>) page.evaluate("""
        async cases => {
          const {truth} = await import('/feedback4j/assets/flow.js');
          return cases.map(([condition, value]) => ['FALSE', 'UNKNOWN', 'TRUE'][2 *
            truth(condition, new Map(value === undefined ? [] : [['answer.q', value]]))]);
        }""", cases);

    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).as(names.get(i)).isEqualTo(expected.get(i));
    }
    assertThat(actual).hasSameSizeAs(expected);
    assertThat(expected).contains("TRUE", "FALSE", "UNKNOWN");
  }

  private static List<Condition> comparisons() {
    Instant time = Instant.parse("2026-01-01T00:00:00Z");
    return List.of(
        Condition.eq(NAME, 3),
        Condition.eq(NAME, "a"),
        Condition.eq(NAME, "3"),
        Condition.eq(NAME, true),
        Condition.ne(NAME, 3),
        Condition.ne(NAME, "a"),
        Condition.ne(NAME, false),
        Condition.lt(NAME, 1),
        Condition.le(NAME, new BigDecimal("1.5")),
        Condition.gt(NAME, 600),
        Condition.ge(NAME, 600),
        Condition.between(NAME, 1, 3),
        Condition.between(NAME, time, time.plusSeconds(1)),
        Condition.before(NAME, time),
        Condition.after(NAME, time),
        Condition.contains(NAME, "a"),
        Condition.startsWith(NAME, "a"),
        Condition.endsWith(NAME, "b"),
        Condition.in(NAME, 0, 3),
        Condition.in(NAME, "a", "b"),
        Condition.notIn(NAME, 0, 3),
        Condition.notIn(NAME, "a", "b"),
        Condition.present(NAME),
        Condition.absent(NAME));
  }

  /** Returns the comparisons, and each of them nested with others that are known, unknown, and not about answers. */
  private static List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>(comparisons());
    List<Condition> others = List.of(
        Condition.present(NAME),
        Condition.absent(NAME),
        Condition.gt(NAME, 0),
        Condition.eq("vip", true),
        Condition.eq("vip", false),
        Condition.eq("unheardOf", 1));
    for (Condition each : comparisons()) {
      conditions.add(Condition.not(each));
      for (Condition other : others) {
        conditions.add(Condition.all(each, other));
        conditions.add(Condition.any(other, each));
        conditions.add(Condition.not(Condition.any(Condition.not(each), Condition.all(other))));
      }
    }
    return conditions;
  }

  @ParameterizedTest
  @CsvSource({"branches, change.finished", "maze, maze.entered", "everything, device.renewed"})
  void theWayThroughTheQuestionsIsTheServers(String key, String event) {
    Touchpoint touchpoint = Touchpoint.of(event, "anna").subject(ticket).attribute("vip", true);
    Invitation invitation = ((Decision.Ask) feedback().ask(touchpoint)).invitation();
    Survey survey = feedback().survey(invitation).orElseThrow();
    assertThat(survey.key()).isEqualTo(key);
    Random random = new Random(20261126);
    List<Object> cases = new ArrayList<>();
    List<Set<String>> expected = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      Map<String, Map<String, Object>> given = RandomAnswers.to(survey, random);
      cases.add(List.copyOf(given.values()));
      expected.add(judged(survey, invitation, given));
    }

    visit("&event=" + event);
    List<?> actual = (List<?>) page.evaluate("""
        async ([event, ticket, cases]) => {
          const {way} = await import('/feedback4j/assets/flow.js');
          const answer = await fetch(`/feedback4j/api/v1/prompts?touchpoint=${event}&subject=${ticket}`,
            {headers: {'X-Feedback4j': '1'}});
          const {questions} = await answer.json();
          return cases.map(answers => {
            const {shown, required} = way(questions, answers);
            const missing = id => {
              const {rows} = questions.find(each => each.id === id);
              const answer = answers.find(each => each.question === id);
              return !answer || rows?.some(each => !(each.id in answer.rows));
            };
            return [
              ...answers.filter(each => !shown.has(each.question)).map(each => 'NOT_VISIBLE ' + each.question),
              ...[...required].filter(missing).map(id => 'REQUIRED ' + id)];
          });
        }""", List.of(event, ticket, cases));

    for (int i = 0; i < expected.size(); i++) {
      Set<String> found = new TreeSet<>();
      ((List<?>) actual.get(i)).forEach(each -> found.add(String.valueOf(each)));
      assertThat(found).as(String.valueOf(cases.get(i))).isEqualTo(expected.get(i));
    }
  }

  /** Returns what the server refuses because of the way, and not because of the answers themselves. */
  private static Set<String> judged(
      Survey survey, Invitation invitation, Map<String, Map<String, Object>> given) {
    Response response = Response.to(invitation);
    for (Map<String, Object> each : given.values()) {
      response = response.with(RandomAnswers.answer(each));
    }
    Set<String> judged = new TreeSet<>();
    for (Violation each : ResponseCheck.check(survey, response)) {
      if (each.code() == Violation.Code.NOT_VISIBLE || each.code() == Violation.Code.REQUIRED) {
        judged.add(each.code() + " " + each.question());
      } else {
        assertThat(each.code())
            .as(each.message())
            .isIn(Violation.Code.UNKNOWN_CHOICE, Violation.Code.NO_ANSWER);
      }
    }
    return judged;
  }

  /** Returns what core sees of such an answer. */
  private static AttributeValue seen(Object value) {
    if (value instanceof Integer number) {
      return AttributeValue.Numeric.of(number);
    }
    if (value instanceof Boolean truth) {
      return new AttributeValue.Bool(truth);
    }
    return value instanceof List<?> texts
        ? new AttributeValue.Texts(texts.stream().map(String::valueOf).toList())
        : new AttributeValue.Text(value.toString());
  }

  /** Returns the same with numbers that can be handed to a browser. */
  private static Object plain(Object json) {
    if (json instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(key.toString(), plain(value)));
      return copy;
    }
    if (json instanceof List<?> list) {
      return list.stream().map(FlowIT::plain).toList();
    }
    return json instanceof BigDecimal number ? number.doubleValue() : json;
  }
}
