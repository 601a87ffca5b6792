package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackDiffTest {

  private static final Theme NETWORK =
      Theme.of("network").title("en", "Network").phrases("en", "vpn", "wifi").negative("*", "slow");

  private static ThemePack pack(Theme... themes) {
    return ThemePack.of("test", 1, themes);
  }

  @Test
  void listsThemesAndTheirItems() {
    PackDiff diff = PackDiff.between(
        pack(NETWORK, Theme.of("old").phrases("en", "gone")),
        pack(NETWORK, Theme.of("new").phrases("fr", "neuf")));

    assertThat(diff.addedThemes()).containsExactly("new");
    assertThat(diff.removedThemes()).containsExactly("old");
    assertThat(diff.addedItems()).extracting(Item::text).containsExactly("neuf");
    assertThat(diff.removedItems()).extracting(Item::text).containsExactly("gone");
    assertThat(diff.changedThemes()).isEmpty();
    assertThat(diff.isEmpty()).isFalse();
  }

  @Test
  void listsItemsOnceThoughTheyHoldForEveryLanguage() {
    PackDiff diff = PackDiff.between(
        pack(NETWORK), pack(NETWORK.phrases("fr", "réseau").negative("*", "lost")));

    assertThat(diff.addedItems())
        .extracting(each -> each.language() + " " + each.text())
        .containsExactly("* lost", "fr réseau");
    assertThat(diff.removedItems()).isEmpty();
  }

  @Test
  void anItemWithAnotherPolarityIsChanged() {
    PackDiff diff = PackDiff.between(
        pack(Theme.of("a").phrases("en", "one", "two").positive("en", "three")),
        pack(Theme.of("a")
            .phrases("en", "one")
            .negative("en", "one", "two")
            .negative("en", "three")));

    assertThat(diff.changedItems())
        .extracting(
            each -> each.before().text(),
            each -> each.before().polarity(),
            each -> each.after().polarity())
        .containsExactly(
            tuple("one", Polarity.NEUTRAL, Polarity.NEGATIVE),
            tuple("three", Polarity.POSITIVE, Polarity.NEGATIVE),
            tuple("two", Polarity.NEUTRAL, Polarity.NEGATIVE));
    assertThat(diff.addedItems()).isEmpty();
    assertThat(diff.removedItems()).isEmpty();
  }

  @Test
  void anItemThatHidesIsAnother() {
    PackDiff diff = PackDiff.between(
        pack(Theme.of("a").phrases("en", "one")), pack(Theme.of("a").hiding("en", "one")));

    assertThat(diff.addedItems()).allMatch(Item::hides).hasSize(1);
    assertThat(diff.removedItems()).noneMatch(Item::hides).hasSize(1);
  }

  @Test
  void listsThemesWithAnotherTitleOrParent() {
    Theme a = Theme.of("a");
    Theme b = Theme.of("b");

    assertThat(PackDiff.between(pack(a, b), pack(a.title("en", "A"), b.parent("a")))
            .changedThemes())
        .containsExactly("a", "b");
  }

  @Test
  void listsSetsThatAreOtherwise() {
    ThemePack older = ThemePack.of(
        "test",
        1,
        Map.of("a", List.of("x"), "b", List.of("x"), "c", List.of("x")),
        List.of(NETWORK));
    ThemePack newer = ThemePack.of(
        "test",
        1,
        Map.of("a", List.of("x"), "b", List.of("y"), "d", List.of("x")),
        List.of(NETWORK));

    assertThat(PackDiff.between(older, newer).changedSets()).containsExactly("b", "c", "d");
  }

  @Test
  void theVersionIsNoDifference() {
    assertThat(PackDiff.between(pack(NETWORK), ThemePack.of("test", 2, NETWORK)).isEmpty())
        .isTrue();
  }
}
