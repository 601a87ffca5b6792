package io.github.feedback4j.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AlphabeticalOrderTest {

  @Test
  void accentsAndCaseDoNotMoveAWordAndNothingComesLast() {
    assertThat(AlphabeticalOrder.of(Locale.FRENCH)
            .sort(List.of("", "Zürich", "écran", "Edge", "Évry", "ecran", "Lyon"), each -> each))
        .containsExactly("ecran", "écran", "Edge", "Évry", "Lyon", "Zürich", "");
  }
}
