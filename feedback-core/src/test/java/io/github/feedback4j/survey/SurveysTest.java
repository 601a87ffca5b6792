package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.Question.Presentation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SurveysTest {

  private static final char NO_BREAK_SPACE = '\u00A0';

  static Stream<Arguments> readyMade() {
    return Stream.of(
        argumentSet("csat", Surveys.csat("k"), "satisfaction", MetricDefinition.csat()),
        argumentSet("nps", Surveys.nps("k"), "recommend", MetricDefinition.nps()),
        argumentSet("ces", Surveys.ces("k"), "effort", MetricDefinition.ces()),
        argumentSet("thumbs", Surveys.thumbs("k"), "helpful", MetricDefinition.thumbs()));
  }

  @ParameterizedTest
  @MethodSource("readyMade")
  void askOneRequiredRatingAndAnOptionalComment(
      Survey survey, String rating, MetricDefinition metric) {
    assertThat(survey.key()).isEqualTo("k");
    assertThat(survey.questions()).extracting(Question::id).containsExactly(rating, "comment");
    assertThat(survey.questions()).extracting(Question::required).containsExactly(true, false);
    assertThat(Objects.requireNonNull(survey.firstRating()).metric()).isEqualTo(metric);
    assertThat(survey.question(Surveys.COMMENT)).isInstanceOf(Question.Text.class);
  }

  @ParameterizedTest
  @MethodSource("readyMade")
  void giveEveryTextInEnglishAndFrench(Survey survey) {
    assertThat(texts(survey))
        .allSatisfy(text -> assertThat(text.texts()).containsOnlyKeys("en", "fr"));
  }

  @ParameterizedTest
  @MethodSource("readyMade")
  void letTheQuestionSpeakForItself(Survey survey) {
    assertThat(survey.title()).isNull();
  }

  @ParameterizedTest
  @MethodSource("readyMade")
  void frenchPutsANoBreakSpaceBeforeAQuestionMark(Survey survey) {
    assertThat(texts(survey).map(each -> each.texts().get("fr")))
        .allSatisfy(french -> assertThat(
                IntStream.range(0, french.length()).filter(i -> french.charAt(i) == '?'))
            .allMatch(i -> french.charAt(i - 1) == NO_BREAK_SPACE))
        .anySatisfy(french -> assertThat(french).contains("?"));
  }

  @ParameterizedTest
  @MethodSource("readyMade")
  void englishPutsNoSpaceBeforeAQuestionMark(Survey survey) {
    assertThat(texts(survey).map(each -> each.texts().get("en")))
        .noneMatch(english -> english.matches(".*[\\s\u00A0]\\?.*"));
  }

  @ParameterizedTest
  @MethodSource("readyMade")
  void useTypographicApostrophesAndNoDoubleSpaces(Survey survey) {
    assertThat(texts(survey).flatMap(each -> each.texts().values().stream()))
        .noneMatch(
            text -> text.contains("'") || text.contains("  ") || !text.strip().equals(text));
  }

  @ParameterizedTest
  @MethodSource("readyMade")
  void labelBothEndsOfTheScale(Survey survey) {
    Question.Rating rating = Objects.requireNonNull(survey.firstRating());

    assertThat(rating.labels())
        .containsKeys(rating.scale().min(), rating.scale().max());
  }

  @Test
  void csatAndCesLabelEveryPoint() {
    assertThat(labelledPoints(Surveys.csat("k"))).isEqualTo(Set.of(1, 2, 3, 4, 5));
    assertThat(labelledPoints(Surveys.ces("k"))).isEqualTo(Set.of(1, 2, 3, 4, 5, 6, 7));
  }

  @Test
  void lostTimeAsksForMinutesInBothLanguages() {
    Survey survey = Surveys.lostTime("k").on("ticket.closed");

    assertThat(survey.questions()).extracting(Question::id).containsExactly("lostTime", "comment");
    assertThat(survey.questions()).extracting(Question::required).containsExactly(true, false);
    assertThat(survey.questions().get(0)).isInstanceOf(LostTimeQuestion.class);
    assertThat(survey.covers(Locale.ENGLISH)).isTrue();
    assertThat(survey.covers(Locale.CANADA_FRENCH)).isTrue();
    assertThat(survey.questions()).allSatisfy(each -> {
      assertThat(each.text().texts().get("fr")).matches("[^']+[^ ]\u00A0\\?");
      assertThat(each.text().texts().get("en")).matches("[^']+\\w\\?");
    });
  }

  @ParameterizedTest
  @MethodSource("readyMade")
  void theLinterHasNothingToSay(Survey survey) {
    assertThat(Linter.standard().lint(survey)).isEmpty();
    assertThat(Linter.standard().lint(Surveys.lostTime("k"))).isEmpty();
  }

  @Test
  void thumbsShowThumbs() {
    assertThat(Objects.requireNonNull(Surveys.thumbs("k").firstRating()).presentation())
        .isEqualTo(Presentation.THUMBS);
  }

  @Test
  void waitForATrigger() {
    assertThat(Surveys.csat("k").triggers()).isEmpty();
    assertThat(Surveys.csat("k").on("ticket.closed").triggers())
        .isEqualTo(List.of(Trigger.on("ticket.closed")));
  }

  private static Set<Integer> labelledPoints(Survey survey) {
    return Objects.requireNonNull(survey.firstRating()).labels().keySet();
  }

  private static Stream<LocalizedText> texts(Survey survey) {
    Stream<LocalizedText> title = Stream.ofNullable(survey.title());
    Stream<LocalizedText> questions = survey.questions().stream().map(Question::text);
    Stream<LocalizedText> labels =
        Objects.requireNonNull(survey.firstRating()).labels().values().stream();
    return Stream.of(title, questions, labels).flatMap(each -> each);
  }
}
