package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.node.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class MistakesTest {

  private static final List<String> WORDS = List.of("active", "paused", "on");

  @Test
  void suggestsTheNearestWordOrNamesThemAll() {
    assertThat(Mistakes.suggest("activ", WORDS)).isEqualTo("did you mean 'active'?");
    assertThat(Mistakes.suggest("archived", WORDS)).isEqualTo("use one of active, paused, on");
    assertThat(Mistakes.suggest("", WORDS)).isEqualTo("use one of active, paused, on");
  }

  @Test
  void sortsByPlace() {
    Mistakes mistakes = new Mistakes("a.yaml");
    mistakes.add(new Place(2, 1, 0), "third", "");
    mistakes.add(new Place(1, 9, 0), "second", "");
    mistakes.add(new Place(1, 2, 0), "first", "");

    assertThat(mistakes.sorted())
        .extracting(Mistake::message)
        .containsExactly("first", "second", "third");
  }

  @Test
  void stopsCountingAtOneHundred() {
    Mistakes mistakes = new Mistakes("a.yaml");
    for (int i = 0; i < 1_000; i++) {
      mistakes.add(new Place(i + 1, 1, 0), "wrong", "");
    }

    assertThat(mistakes.sorted()).hasSize(Mistakes.MAX);
  }

  @Test
  void cutsWhatQuotesHalfAFile() {
    Mistakes mistakes = new Mistakes("a.yaml");

    mistakes.add(new Place(1, 1, 0), "x".repeat(501), "y".repeat(10_000));

    assertThat(mistakes.sorted())
        .containsExactly(new Mistake("a.yaml", 1, 1, "x".repeat(500) + "…", "y".repeat(500) + "…"));
  }

  @Test
  void notesWhyAValueIsRefused() {
    Mistakes mistakes = new Mistakes("a.yaml");
    Node node = new Node.Scalar(new Place(3, 7, 0), Node.Scalar.Type.NUMBER, "2");

    Sampling refused = mistakes.attempt(node, () -> Sampling.people(2));

    assertThat(refused).isNull();
    assertThat(mistakes.sorted())
        .containsExactly(
            new Mistake("a.yaml", 3, 7, "rate must be between 0 and 1, but was 2.0", ""));
  }

  @Test
  void notesNothingAboutAValueThatIsTaken() {
    Mistakes mistakes = new Mistakes("a.yaml");
    Node node = new Node.Scalar(new Place(3, 7, 0), Node.Scalar.Type.NUMBER, "0.5");

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
