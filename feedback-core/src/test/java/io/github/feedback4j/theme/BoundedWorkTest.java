package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a pack and a text cost that were made to cost much. */
class BoundedWorkTest {

  private static final List<String> THEMES = List.of("t");

  private static Item item(String text) {
    return new Item("t", "en", Polarity.NEUTRAL, false, text, Rule.parse(text));
  }

  private static Workspace tagged(List<Item> items, String text) {
    Workspace workspace = new Workspace(RuleCompiler.compile("test:1:00000000", THEMES, items));
    workspace.tag(text, -1);
    return workspace;
  }

  @Test
  void thousandsOfItemsOfOneWordFillNoMoreThanTheirShareOfMemory() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      items.add(item("ab & not x" + i));
      items.add(item("ab | x" + i));
    }

    Workspace workspace = tagged(items, "ab ".repeat(20_000));

    assertThat(workspace.matches.candidates).isEqualTo(Matches.MOST_PLACES);
    assertThat(workspace.matches.room()).isLessThanOrEqualTo(2 * Matches.MOST_PLACES);
    assertThat(workspace.matches.steps).isLessThan(3L * Matches.MOST_STEPS);
  }

  @Test
  void whatStandsBeforeTheEndOfTheSearchIsFound() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      items.add(item("ab | x" + i));
    }
    RuleTagger tagger = RuleTagger.of("test:1:00000000", List.of(Theme.of("t")), items);

    // Each word has a place of every item, and one more ends the search.
    int most = Matches.MOST_PLACES / items.size();
    List<Mention> found = tagger.tag("ab ".repeat(3 * most), Locale.ENGLISH);

    assertThat(found).hasSize(most + 1);
    assertThat(found.get(most).start()).isEqualTo(3 * most);
  }

  @Test
  void phrasesThatNeverFitEndTheSearchAfterSoManySteps() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 4_096; i++) {
      StringBuilder phrase = new StringBuilder();
      for (int bit = 0; bit < 12; bit++) {
        phrase.append((i >> bit & 1) == 0 ? "ab " : "ba ");
      }
      items.add(item(phrase + "cd"));
      items.add(item(phrase + "ab cd"));
    }

    Workspace workspace = tagged(items, "cd ".repeat(40_000));

    assertThat(workspace.matches.steps)
        .isBetween((long) Matches.MOST_STEPS, 2L * Matches.MOST_STEPS);
  }

  @Test
  void conditionsOfManyPlacesTakeStepsInProportionToThem() {
    RuleTagger tagger = RuleTagger.of(
        "test:1:00000000",
        List.of(Theme.of("t")),
        List.of(item("comment: vpn & slow"), item("comment: lan & slow")));
    String text = "vpn lan slow ";

    assertThat(tagger.stepsOfTags(text.repeat(2_000)))
        .isLessThan(3 * tagger.stepsOfTags(text.repeat(1_000)));
  }
}
