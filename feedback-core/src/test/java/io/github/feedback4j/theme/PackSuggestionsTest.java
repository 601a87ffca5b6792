package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.theme.ItemSuggestion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PackSuggestionsTest {

  private static final ThemeTuner TUNER = ThemeTuner.of(TunedComments.PACK);

  private static final PackSuggestions SUGGESTIONS =
      TUNER.suggest(new TunedComments(1).comments(400));

  @Test
  void wordsThatGiveAThemeAwayAreSuggestedInBothLanguages() {
    assertThat(texts(Kind.ADD, "printing", "en")).contains("toner", "paper");
    assertThat(texts(Kind.ADD, "printing", "fr")).contains("toner", "papier");
  }

  @Test
  void anItemThatIsMostlyWrongIsToBeRemoved() {
    assertThat(texts(Kind.REMOVE, "speed", "en")).containsExactly("time");
    assertThat(SUGGESTIONS.removals()).hasSize(1);
  }

  @Test
  void whatIsExpectedHoldsOnOtherComments() {
    List<LabelledComment> others = new TunedComments(2).comments(400);
    ThemePack better = TUNER.accept(SUGGESTIONS.all());

    double before = TUNER.report(others).macroF1();
    double after = ThemeTuner.of(better).report(others).macroF1();

    assertThat(SUGGESTIONS.macroF1Now()).isBetween(before - 0.05, before + 0.05);
    assertThat(SUGGESTIONS.macroF1Expected()).isBetween(after - 0.05, after + 0.05);
    assertThat(after).isGreaterThan(before + 0.2);
  }

  @Test
  void theNumbersAreThoseOfTheTouchedComments() {
    List<LabelledComment> comments = new TunedComments(1).comments(400);
    ItemSuggestion first = SUGGESTIONS.additions().get(0);
    String theme = first.item().theme();
    ThemePack removed = TUNER.accept(SUGGESTIONS.removals());
    List<ItemSuggestion> accepted = new ArrayList<>(SUGGESTIONS.removals());
    accepted.add(first);

    ThemeFigures before = figures(removed, comments, theme);
    ThemeFigures after = figures(TUNER.accept(accepted), comments, theme);

    assertThat(after.correct() - before.correct()).isEqualTo(first.correct());
    assertThat(after.wrong() - before.wrong()).isEqualTo(first.wrong());
    assertThat(first.gain()).isPositive();
    assertThat(first.examples()).hasSizeBetween(1, 3);
    assertThat(first.toString()).doesNotContain(first.examples());
  }

  @Test
  void whatIsAcceptedIsThePackDiff() {
    ThemePack better = TUNER.accept(SUGGESTIONS.all());
    PackDiff diff = PackDiff.between(TunedComments.PACK, better);

    assertThat(better.version()).isEqualTo(2);
    assertThat(diff.addedItems())
        .containsExactlyInAnyOrderElementsOf(
            SUGGESTIONS.additions().stream().map(ItemSuggestion::item).toList());
    assertThat(diff.removedItems())
        .containsExactlyInAnyOrderElementsOf(
            SUGGESTIONS.removals().stream().map(ItemSuggestion::item).toList());
    assertThat(diff.changedItems()).isEmpty();
    assertThat(ThemePackReader.read("p.yaml", ThemePackWriter.yaml(better))).isEqualTo(better);
  }

  @Test
  void twoCommentsByChanceAreNoEvidence() {
    // Labels that have nothing to do with the words.
    List<LabelledComment> comments = new ArrayList<>();
    List<LabelledComment> made = new TunedComments(3).comments(300);
    for (int i = 0; i < made.size(); i++) {
      comments.add(made.get(i)
          .withLabels(i % 10 == 0 ? ThemeLabels.complete("staff") : ThemeLabels.complete()));
    }

    assertThat(TUNER.suggest(comments).additions()).isEmpty();
  }

  @Test
  void factorsThatWereTickedTeachAlthoughSomeWereLeftOut() {
    // Everybody leaves out each third theme.
    List<LabelledComment> comments = new ArrayList<>();
    int at = 0;
    for (LabelledComment each : new TunedComments(4).comments(600)) {
      List<String> ticked = new ArrayList<>();
      for (String theme : each.labels().present()) {
        if (at++ % 3 != 0) {
          ticked.add(theme);
        }
      }
      comments.add(each.withLabels(ThemeLabels.ticked(ticked)));
    }

    PackSuggestions suggestions = TUNER.suggest(comments);
    ThemePack better = TUNER.accept(suggestions.all());
    List<LabelledComment> others = new TunedComments(5).comments(400);

    assertThat(ThemeTuner.of(better).report(others).macroF1())
        .isGreaterThan(TUNER.report(others).macroF1() + 0.15);
  }

  @Test
  void anEmptyPackIsFilledFromLabels() {
    ThemePack empty = ThemePack.of(
        "empty",
        1,
        Theme.of("network"),
        Theme.of("printing"),
        Theme.of("speed"),
        Theme.of("staff"));
    ThemeTuner tuner = ThemeTuner.of(empty);

    ThemePack filled =
        tuner.accept(tuner.suggest(new TunedComments(6).comments(400)).all());

    assertThat(ThemeTuner.of(filled).report(new TunedComments(7).comments(400)).macroF1())
        .isGreaterThan(0.8);
  }

  @Test
  void nothingIsSuggestedInALanguageThatThePackDoesNotHave() {
    ThemePack english = ThemePack.of(
        "desk", 1, Theme.of("printing").title("en", "Printing").phrases("en", "printer"));

    PackSuggestions suggestions =
        ThemeTuner.of(english).suggest(new TunedComments(1).comments(400));

    assertThat(suggestions.unusedLanguages()).containsExactly("fr");
    assertThat(suggestions.additions())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.item().language()).isEqualTo("en"));
    assertThat(suggestions.unknownThemes()).containsExactly("network", "speed", "staff");
  }

  @Test
  void aThemeForEveryLanguageStaysOne() {
    ThemePack pack = ThemePack.of(
        "desk",
        1,
        Theme.of("printing")
            .title("en", "Printing")
            .title("fr", "Impression")
            .phrases("*", "print*"));
    ThemeTuner tuner = ThemeTuner.of(pack);

    ThemePack better =
        tuner.accept(tuner.suggest(new TunedComments(1).comments(400)).all());

    assertThat(better.themes().get(0).languages()).containsExactly("en", "fr");
    assertThat(better.themes().get(0).items())
        .hasSizeGreaterThan(1)
        .allSatisfy(each -> assertThat(each.language()).isEqualTo("*"));
  }

  @Test
  void aThemeThatThePackDoesNotHaveIsRefused() {
    ThemePack other = ThemePack.of("other", 1, Theme.of("food"));

    assertThatThrownBy(() -> ThemeTuner.of(other).accept(SUGGESTIONS.additions()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("suggestions must be for themes of other:1:")
        .hasMessageEndingWith("ask for suggestions anew");
  }

  @Test
  void withoutLabelsNothingIsSuggested() {
    PackSuggestions none =
        TUNER.suggest(List.of(LabelledComment.of("the vpn is down", Locale.ENGLISH)));

    assertThat(none.labelled()).isZero();
    assertThat(none.all()).isEmpty();
  }

  @Test
  void boundsAreNamed() {
    assertThatThrownBy(() -> TUNER.withItemsPerTheme(0))
        .hasMessage("itemsPerTheme must be between 1 and 1000, but was 0");
    assertThatThrownBy(() -> TUNER.withLeastPeople(1))
        .hasMessage("leastPeople must be at least 2, but was 1; one person makes no theme");
    assertThatThrownBy(() -> TUNER.labelNext(List.of(), 0))
        .hasMessage("most must be between 1 and 1000, but was 0");
  }

  private static List<String> texts(Kind kind, String theme, String language) {
    return SUGGESTIONS.all().stream()
        .filter(each -> each.kind() == kind)
        .map(ItemSuggestion::item)
        .filter(each -> each.theme().equals(theme) && each.language().equals(language))
        .map(Item::text)
        .toList();
  }

  private static ThemeFigures figures(
      ThemePack pack, List<LabelledComment> comments, String theme) {
    return ThemeTuner.of(pack).report(comments).themes().stream()
        .filter(each -> each.theme().equals(theme))
        .findFirst()
        .orElseThrow();
  }
}
