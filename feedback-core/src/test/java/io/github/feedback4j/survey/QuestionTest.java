package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.Question.Presentation;
import io.github.feedback4j.survey.Question.Rating;
import io.github.feedback4j.survey.Question.SingleChoice;
import io.github.feedback4j.survey.Question.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

  private static final LocalizedText HELLO = LocalizedText.of("en", "Hello");
  private static final Rating RATING = Question.rating("r", HELLO, MetricDefinition.csat());
  private static final Text TEXT = Question.text("t", HELLO);
  private static final SingleChoice CHOICE =
      Question.singleChoice("c", HELLO, Choice.of("a", HELLO), Choice.of("b", HELLO));

  static Stream<Question> kinds() {
    return Stream.of(RATING, TEXT, CHOICE);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isNotRequiredUnlessToldSo(Question question) {
    assertThat(question.required()).isFalse();
    assertThat(question.asRequired().required()).isTrue();
    assertThat(question.asRequired().id()).isEqualTo(question.id());
    assertThat(question.asRequired().text()).isEqualTo(HELLO);
  }

  @Test
  void requiringAnAnswerKeepsTheRest() {
    Rating rating = RATING.label(1, HELLO).shownAs(Presentation.STARS);

    assertThat(rating.asRequired().labels()).isEqualTo(Map.of(1, HELLO));
    assertThat(rating.asRequired().presentation()).isEqualTo(Presentation.STARS);
    assertThat(TEXT.withMaxLength(5).asRequired().maxLength()).isEqualTo(5);
    assertThat(CHOICE.asRequired().choices()).isEqualTo(CHOICE.choices());
  }

  @Test
  void aRatingHasTheScaleOfItsMetric() {
    assertThat(RATING.scale()).isEqualTo(Scale.of(1, 5));
    assertThat(RATING.presentation()).isEqualTo(Presentation.NUMBERS);
  }

  @Test
  void labelsAreInTheOrderOfTheScale() {
    assertThat(RATING.label(5, HELLO).label(1, HELLO).label(3, HELLO).labels().keySet())
        .containsExactly(1, 3, 5);
  }

  @Test
  void theLastLabelOfAPointStays() {
    LocalizedText other = LocalizedText.of("en", "Other");

    assertThat(RATING.label(1, HELLO).label(1, other).labels()).isEqualTo(Map.of(1, other));
  }

  @Test
  void doesNotSeeLaterChangesOfTheLabels() {
    Map<Integer, LocalizedText> labels = new HashMap<>(Map.of(1, HELLO));
    Rating rating = new Rating(
        "r", HELLO, QuestionRules.none(), MetricDefinition.csat(), Presentation.NUMBERS, labels);

    labels.clear();

    assertThat(rating.labels()).containsOnlyKeys(1);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> rating.labels().clear());
  }

  @Test
  void choicesKeepTheirOrder() {
    assertThat(CHOICE.choices()).extracting(Choice::id).containsExactly("a", "b");
  }

  @Test
  void aTextTakesFourThousandCharactersUnlessToldOtherwise() {
    assertThat(TEXT.maxLength()).isEqualTo(4_000);
    assertThat(TEXT.withMaxLength(Text.MAX_LENGTH).maxLength()).isEqualTo(100_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"q", "Q_1-a", "-", "_", "0"})
  void takesAnId(String id) {
    assertThat(Question.text(id, HELLO).id()).isEqualTo(id);
    assertThat(Choice.of(id, HELLO).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a.b", "é", "a\n"})
  void refusesAnId(String id) {
    String rule = " id must match [A-Za-z0-9_-]{1,64}, but was '" + id + "'";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Question.text(id, HELLO))
        .withMessage("question" + rule);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Choice.of(id, HELLO))
        .withMessage("choice" + rule);
  }

  @Test
  void cutsAnEndlessIdInTheMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Question.text("x".repeat(1_000), HELLO))
        .withMessage("question id must match [A-Za-z0-9_-]{1,64}, but was '%s…'", "x".repeat(80));
  }

  @ParameterizedTest
  @MethodSource
  void refuses(Runnable make, String message) {
    assertThatIllegalArgumentException().isThrownBy(make::run).withMessage(message);
  }

  static Stream<Arguments> refuses() {
    return Stream.of(
        refusal(
            "a label below the scale",
            () -> RATING.label(0, HELLO),
            "question 'r': label 0 must be on the scale 1–5"),
        refusal(
            "a label above the scale",
            () -> RATING.label(6, HELLO),
            "question 'r': label 6 must be on the scale 1–5"),
        refusal(
            "thumbs for five points",
            () -> RATING.shownAs(Presentation.THUMBS),
            "question 'r': thumbs need a scale of 2 points, but it has 5"),
        refusal(
            "an answer of no length",
            () -> TEXT.withMaxLength(0),
            "question 't': maxLength must be between 1 and 100000, but was 0"),
        refusal(
            "an answer as long as a book",
            () -> TEXT.withMaxLength(100_001),
            "question 't': maxLength must be between 1 and 100000, but was 100001"),
        refusal(
            "one choice",
            () -> Question.singleChoice("c", HELLO, Choice.of("a", HELLO)),
            "question 'c' must have 2 to 50 choices, but has 1"),
        refusal(
            "51 choices",
            () -> new SingleChoice("c", HELLO, QuestionRules.none(), Options.of(choices(51))),
            "question 'c' must have 2 to 50 choices, but has 51"),
        refusal(
            "two choices with one id",
            () -> Question.singleChoice("c", HELLO, Choice.of("a", HELLO), Choice.of("a", HELLO)),
            "question 'c' has two choices with the id 'a'"));
  }

  private static List<Choice> choices(int size) {
    return IntStream.range(0, size).mapToObj(i -> Choice.of("c" + i, HELLO)).toList();
  }

  private static Arguments refusal(String name, Runnable make, String message) {
    return argumentSet(name, make, message);
  }
}
