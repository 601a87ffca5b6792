package io.github.feedback4j.examples.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class QuestionScoresTest {

  private final Survey survey = Surveys.csat("csat");
  private final Question.Rating question = survey.firstRating();
  private final Asked asked = Asked.everything(5).by("team");

  private Collected answers(int satisfied, int persons) {
    Collected collected = new Collected();
    for (int i = 0; i < persons; i++) {
      collected.add(question.metric(), i < satisfied ? 5 : 1, 1, "person " + i);
    }
    return collected;
  }

  private QuestionScores scores(Map<String, Collected> teams) {
    Collected all = new Collected();
    teams.values().forEach(each -> all.add(Collected.fromBytes(each.toBytes())));
    return QuestionScores.of(
        survey,
        question,
        Map.of(
            QuestionScores.ALL,
            new TreeMap<>(Map.of(QuestionScores.ALL, all)),
            "team",
            new TreeMap<>(teams)),
        asked,
        SmallGroupGuard.atLeast(asked.minPersons()));
  }

  private static String printed(
      QuestionScores scores, BiConsumer<WarehouseScores, PrintStream> printer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Findings nothing = new Findings(0, 0, 0, 0, new TreeMap<>(), List.of());
    printer.accept(
        new WarehouseScores(List.of(scores), nothing), new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8);
  }

  @Test
  void printsWhatTheDashboardShows() {
    QuestionScores scores = scores(Map.of("network", answers(6, 10), "", answers(9, 10)));

    assertThat(printed(scores, ScoreTable::print)).isEqualToNormalizingNewlines("""
        csat, satisfaction (csat/1:1-5:score-interval)
                     csat  low  high   n  effective n
          all          75   53    89  20           20
          by team
            -          90   60    98  10           10
            network    60   31    83  10           10

        """);
  }

  @Test
  void jsonHasAllDigits() {
    QuestionScores scores = scores(Map.of("network", answers(2, 6)));

    assertThat(printed(scores, ScoreJson::print).lines().toList().get(1))
        .startsWith(
            "{\"survey\":\"csat\",\"question\":\"satisfaction\",\"metric\":\"csat\",\"by\":\"team\",\"value\":\"network\",\"state\":\"ok\",\"score\":33.33333333333333")
        .contains("\"n\":6,\"effectiveN\":6.0,\"few\":true")
        .endsWith("\"counts\":{\"1\":4,\"2\":0,\"3\":0,\"4\":0,\"5\":2}}");
  }

  @Test
  void hidesASmallGroupAndTheOneFromWhichItWouldFollow() {
    QuestionScores scores = scores(
        Map.of("mail", answers(1, 2), "network", answers(6, 10), "printing", answers(20, 30)));

    assertThat(scores.tables().get("team"))
        .extracting(QuestionScores.Figure::state)
        .containsExactly(
            QuestionScores.State.HIDDEN, QuestionScores.State.HIDDEN, QuestionScores.State.OK);
    assertThat(printed(scores, ScoreTable::print)).contains("too few people");
    assertThat(printed(scores, ScoreJson::print))
        .contains("\"value\":\"mail\",\"state\":\"hidden\"}");
  }

  @Test
  void withoutAnswersThereIsNoScore() {
    QuestionScores scores =
        QuestionScores.of(survey, question, Map.of(), asked, SmallGroupGuard.atLeast(5));

    assertThat(scores.all().state()).isEqualTo(QuestionScores.State.NONE);
    assertThat(printed(scores, ScoreTable::print)).contains("no answers");
    assertThat(printed(scores, ScoreJson::print)).contains("\"state\":\"none\"}");
  }
}
