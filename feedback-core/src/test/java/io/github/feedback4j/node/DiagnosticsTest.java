package io.github.feedback4j.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

  private final Notes notes = new Notes();

  @Test
  void sortsByPlace() {
    notes.add(new Place(2, 1, 20), "third", "");
    notes.add(new Place(1, 9, 8), "second", "");
    notes.add(new Place(1, 2, 1), "first", "");

    assertThat(notes.sorted())
        .extracting(Notes.Note::message)
        .containsExactly("first", "second", "third");
  }

  @Test
  void keepsNoMoreThanItsBound() {
    assertThat(notes.isEmpty()).isTrue();
    for (int i = 1; i <= 5; i++) {
      notes.add(new Place(i, 1, i), "wrong", "");
      assertThat(notes.isFull()).isEqualTo(i >= 3);
    }

    assertThat(notes.count()).isEqualTo(3);
    assertThat(notes.sorted()).extracting(each -> each.place().line()).containsExactly(1, 2, 3);
  }

  @Test
  void listsOneMistakeInALine() {
    assertThat(Diagnostics.report(List.of("a"), "the menu"))
        .isEqualTo("1 mistake in the menu:\n  a");
    assertThat(Diagnostics.report(List.of("a", "b"), "the menu"))
        .isEqualTo("2 mistakes in the menu:\n  a\n  b");
  }
}
