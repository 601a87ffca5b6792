package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MistakesTest {

  private static final List<String> WORDS = List.of("active", "paused", "on");

  @ParameterizedTest
  @MethodSource
  void suggestsTheNearestWord(String word, String advice) {
    assertThat(Mistakes.suggest(word, WORDS)).isEqualTo(advice);
  }

  static Stream<Arguments> suggestsTheNearestWord() {
    return Stream.of(
        argumentSet("a letter is missing", "activ", "did you mean 'active'?"),
        argumentSet("a letter is too many", "actiive", "did you mean 'active'?"),
        argumentSet("a letter is wrong", "actixe", "did you mean 'active'?"),
        argumentSet("two letters changed places", "atcive", "did you mean 'active'?"),
        argumentSet("two mistakes in five letters", "aktif", "use one of active, paused, on"),
        argumentSet("two mistakes in six letters", "aktife", "did you mean 'active'?"),
        argumentSet("capitals", "PAUSED", "did you mean 'paused'?"),
        argumentSet("one letter of two", "of", "did you mean 'on'?"),
        argumentSet("nothing near", "archived", "use one of active, paused, on"),
        argumentSet("nothing at all", "", "use one of active, paused, on"),
        argumentSet("far too long", "active".repeat(100), "use one of active, paused, on"));
  }

  @Test
  void sortsByPlace() {
    Mistakes mistakes = new Mistakes("a.yaml");
    mistakes.add(2, 1, "third", "");
    mistakes.add(1, 9, "second", "");
    mistakes.add(1, 2, "first", "");

    assertThat(mistakes.sorted())
        .extracting(Mistake::message)
        .containsExactly("first", "second", "third");
  }

  @Test
  void stopsCountingAtOneHundred() {
    Mistakes mistakes = new Mistakes("a.yaml");
    for (int i = 0; i < 1_000; i++) {
      mistakes.add(i + 1, 1, "wrong", "");
    }

    assertThat(mistakes.sorted()).hasSize(Mistakes.MAX);
  }

  @Test
  void cutsWhatQuotesHalfAFile() {
    Mistakes mistakes = new Mistakes("a.yaml");

    mistakes.add(1, 1, "x".repeat(501), "y".repeat(10_000));

    assertThat(mistakes.sorted())
        .containsExactly(new Mistake("a.yaml", 1, 1, "x".repeat(500) + "…", "y".repeat(500) + "…"));
  }

  @Test
  void notesWhyAValueIsRefused() {
    Mistakes mistakes = new Mistakes("a.yaml");
    Node node = new Node.Scalar(3, 7, Node.Scalar.Type.NUMBER, "2");

    Sampling refused = mistakes.attempt(node, () -> Sampling.people(2));

    assertThat(refused).isNull();
    assertThat(mistakes.sorted())
        .containsExactly(
            new Mistake("a.yaml", 3, 7, "rate must be between 0 and 1, but was 2.0", ""));
  }

  @Test
  void notesNothingAboutAValueThatIsTaken() {
    Mistakes mistakes = new Mistakes("a.yaml");
    Node node = new Node.Scalar(3, 7, Node.Scalar.Type.NUMBER, "0.5");

    assertThat(mistakes.attempt(node, () -> Sampling.people(0.5))).isEqualTo(Sampling.people(0.5));
    assertThat(mistakes.isEmpty()).isTrue();
  }

  @Test
  void aMistakeReadsAsEditorsLinkIt() {
    assertThat(new Mistake("a.yaml", 3, 7, "wrong", "")).hasToString("a.yaml:3:7: wrong");
    assertThat(new Mistake("a.yaml", 3, 7, "wrong", "right it"))
        .hasToString("a.yaml:3:7: wrong; right it");
  }
}
