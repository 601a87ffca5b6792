package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.FactorsQuestion.Band;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.StatementQuestion.Link;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rarer kinds of questions: what each of them is, and what it cannot be. */
class QuestionKindsTest {

  private static final LocalizedText HELLO = LocalizedText.of("en", "Hello");
  private static final Choice A = Choice.of("a", HELLO);
  private static final Choice B = Choice.of("b", HELLO);
  private static final Choice C = Choice.of("c", HELLO);
  private static final UUID INVITATION = UUID.fromString("0b5ad0b6-4c43-4d2f-9a5c-1d0f6a3f7a11");

  @Test
  void aMultipleChoiceTakesOneUpToAllUnlessToldOtherwise() {
    MultiChoiceQuestion question = Question.multiChoice("q", HELLO, A, B).withOther(HELLO);

    assertThat(question.atLeast()).isEqualTo(1);
    assertThat(question.atMost()).isEqualTo(3);
    assertThat(question.options().ids()).containsExactly("a", "b", "other");
  }

  @Test
  void theOpenOptionIsLastHoweverTheOthersAreShuffled() {
    Options options =
        Question.multiChoice("q", HELLO, A, B, C).withOther(HELLO).shuffled().options();
    Random random = new Random(1);

    for (int i = 0; i < 100; i++) {
      List<Choice> shown = options.shown(new UUID(random.nextLong(), random.nextLong()), "q");

      assertThat(shown).hasSize(4).last().extracting(Choice::id).isEqualTo("other");
    }
  }

  @Test
  void anInvitationShowsTheSameOrderAgain() {
    Options options = Question.singleChoice("q", HELLO, A, B, C).shuffled().options();

    assertThat(options.shown(INVITATION, "q")).isEqualTo(options.shown(INVITATION, "q"));
  }

  @Test
  void optionsThatAreNotShuffledKeepTheirOrder() {
    assertThat(Options.of(List.of(A, B, C)).shown(INVITATION, "q")).containsExactly(A, B, C);
  }

  /** The order is computed again when answers are analysed, so it may never change. */
  @Test
  void theOrderOfAnInvitationIsFrozen() {
    List<Integer> ten = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

    assertThat(ShownOrder.of(ten, INVITATION, "devices"))
        .containsExactly(2, 8, 0, 7, 1, 5, 6, 9, 3, 4);
    assertThat(ShownOrder.of(ten, INVITATION, "reasons"))
        .containsExactly(5, 1, 4, 2, 8, 3, 9, 0, 7, 6);
    assertThat(ShownOrder.of(ten, new UUID(0, 0), "-"))
        .containsExactly(0, 2, 1, 3, 4, 9, 5, 6, 8, 7);
  }

  @Test
  void everyOrderIsAsLikelyAsEveryOther() {
    Map<List<String>, Integer> counts = new HashMap<>();
    Random random = new Random(42);
    for (int i = 0; i < 24_000; i++) {
      UUID invitation = new UUID(random.nextLong(), random.nextLong());
      counts.merge(ShownOrder.of(List.of("a", "b", "c", "d"), invitation, "q"), 1, Integer::sum);
    }

    double chiSquare = counts.values().stream()
        .mapToDouble(each -> Math.pow(each - 1_000, 2) / 1_000)
        .sum();

    // 23 degrees of freedom: 99.9 % of fair shuffles are below 49.7.
    assertThat(counts).hasSize(24);
    assertThat(chiSquare).isBetween(7.5, 49.7);
  }

  @Test
  void aRankingNamesAllUnlessToldOtherwise() {
    assertThat(Question.ranking("q", HELLO, A, B, C).top()).isEqualTo(3);
    assertThat(Question.ranking("q", HELLO, A, B, C).withTop(1).top()).isEqualTo(1);
  }

  @Test
  void lostTimeIsAtMostAWorkingWeekUnlessToldOtherwise() {
    assertThat(Question.lostTime("q", HELLO).max()).isEqualTo(40 * 60);
  }

  @Test
  void factorsDependOnTheBandOfTheRating() {
    FactorsQuestion question = Question.factors(
        "q", HELLO, "r", new Band(1, 2, List.of(A, B)), new Band(4, 5, List.of(A, C)));

    assertThat(question.choices(2)).containsExactly(A, B);
    assertThat(question.choices(3)).isEmpty();
    assertThat(question.choices(5)).containsExactly(A, C);
    assertThat(question.ids()).containsExactly("a", "b", "c");
  }

  @Test
  void factorsAreShownInARandomOrder() {
    FactorsQuestion question = Question.factors("q", HELLO, "r", new Band(1, 2, List.of(A, B, C)));
    Set<List<Choice>> orders = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      orders.add(question.shown(question.bands().get(0), new UUID(i, i)));
    }

    assertThat(orders).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "HTTP://example.org/a?b#c",
        "mailto:a@example.org",
        "tel:+33123456"
      })
  void aStatementMayLinkTo(String url) {
    assertThat(new Link(HELLO, url).url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "vbscript:x",
        "/relative",
        "//example.org",
        "example.org",
        "https:",
        "http:///path",
        " https://example.org",
        "java\nscript:x",
        ""
      })
  void aStatementMayNotLinkTo(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Link(HELLO, url))
        .withMessageStartingWith(
            "link must be an address that starts with http://, https://, mailto: or tel:, but");
  }

  @Test
  void aTextMayHaveALeastLengthAndOneLine() {
    Question.Text question = Question.text("q", HELLO).asShort().withMinLength(3);

    assertThat(question.size()).isEqualTo(Question.Text.Size.SHORT);
    assertThat(question.minLength()).isEqualTo(3);
    assertThat(Question.text("q", HELLO).size()).isEqualTo(Question.Text.Size.LONG);
  }

  @ParameterizedTest
  @MethodSource
  void refuses(Runnable make, String message) {
    assertThatIllegalArgumentException().isThrownBy(make::run).withMessage(message);
  }

  static Stream<Arguments> refuses() {
    MultiChoiceQuestion multi = Question.multiChoice("q", HELLO, A, B);
    return Stream.of(
        refusal(
            "no selection",
            () -> multi.withSelections(0, 1),
            "question 'q': selections must be between 1 and 2, but were from 0 to 1"),
        refusal(
            "more selections than options",
            () -> multi.withSelections(1, 3),
            "question 'q': selections must be between 1 and 2, but were from 1 to 3"),
        refusal(
            "selections upside down",
            () -> multi.withSelections(2, 1),
            "question 'q': selections must be between 1 and 2, but were from 2 to 1"),
        refusal(
            "an option with the id of the open one",
            () ->
                Question.singleChoice("q", HELLO, A, Choice.of("other", HELLO)).withOther(HELLO),
            "question 'q' has two choices with the id 'other'"),
        refusal(
            "a matrix without rows",
            () -> Question.matrix("q", HELLO, MetricDefinition.csat()),
            "question 'q' must have 1 to 20 rows, but has 0"),
        refusal(
            "two rows with one id",
            () -> Question.matrix("q", HELLO, MetricDefinition.csat(), A, A),
            "question 'q' has two rows with the id 'a'"),
        refusal(
            "a label that is not on the scale of the rows",
            () -> Question.matrix("q", HELLO, MetricDefinition.csat(), A).label(6, HELLO),
            "question 'q': label 6 must be on the scale 1–5"),
        refusal(
            "a ranking of more than there is",
            () -> Question.ranking("q", HELLO, A, B).withTop(3),
            "question 'q': top must be between 1 and 2, but was 3"),
        refusal(
            "lost time before zero",
            () -> Question.lostTime("q", HELLO).withBounds(-1, 5),
            "question 'q': minutes must be from 0 to 525600 with min below max, but were -1 to 5"),
        refusal(
            "lost time of more than a year",
            () -> Question.lostTime("q", HELLO).withBounds(0, 525_601),
            "question 'q': minutes must be from 0 to 525600 with min below max, but were 0 to 525601"),
        refusal(
            "an expectation with thumbs on five points",
            () -> Question.expectation("q", HELLO, MetricDefinition.csat())
                .shownAs(Question.Presentation.THUMBS),
            "question 'q': thumbs need a scale of 2 points, but it has 5"),
        refusal(
            "factors without bands",
            () -> Question.factors("q", HELLO, "r"),
            "question 'q' must have 1 to 11 bands, but has 0"),
        refusal(
            "bands that overlap",
            () -> Question.factors(
                "q", HELLO, "r", new Band(1, 3, List.of(A)), new Band(3, 5, List.of(B))),
            "question 'q': bands must be in ascending order without overlaps, but one ends at 3 and the next starts at 3"),
        refusal(
            "a band upside down",
            () -> new Band(3, 1, List.of(A)),
            "a band must go from 0 or more up to its end, but goes from 3 to 1"),
        refusal(
            "a statement that must be answered",
            () -> Question.statement("q", HELLO).asRequired(),
            "question 'q': a statement is not answered, so no answer can be required"),
        refusal(
            "a least length above the greatest",
            () -> Question.text("q", HELLO).withMaxLength(5).withMinLength(6),
            "question 'q': minLength must be between 0 and maxLength (5), but was 6"),
        refusal(
            "a jump that is never taken",
            () -> Question.text("q", HELLO).next(Jump.toEnd(), Jump.to("a")),
            "'next' must have the jump without a condition at its end, because no later one is taken"),
        refusal(
            "an answer whose name is too long",
            () -> Question.answerTo("x".repeat(58)),
            "name of an answer must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was 'answer."
                + "x".repeat(58)
                + "'"),
        refusal(
            "a question that is called end",
            () -> Survey.of("s", Question.text("end", HELLO)),
            "survey 's': no question may have the id 'end', which means the end of the survey after 'next'"));
  }

  private static Arguments refusal(String name, Runnable make, String message) {
    return argumentSet(name, make, message);
  }
}
