package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.theme.ItemFigures.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ItemReportTest {

  private static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");

  private static final ThemePack PACK = ThemePack.of(
      "desk",
      1,
      Theme.of("it"),
      Theme.of("network")
          .parent("it")
          .phrases("en", "vpn", "network", "cable", "modem")
          .hiding("en", "professional network"),
      Theme.of("speed").phrases("en", "time", "vpn NEAR/3 slow"));

  @Test
  void hitsAreCorrectOrWrongOrUnknown() {
    ItemReport report = report(
        comment("the vpn is down", ThemeLabels.complete("network")),
        comment("vpn again", ThemeLabels.complete("network", "speed")),
        comment("a vpn question", ThemeLabels.complete()),
        comment("vpn", ThemeLabels.ticked("speed")),
        comment("vpn!", ThemeLabels.ticked("speed").without("network")),
        comment("the VPN", ThemeLabels.none()));

    ItemFigures vpn = item(report, "vpn");
    assertThat(vpn.hits()).isEqualTo(6);
    assertThat(vpn.correct()).isEqualTo(2);
    assertThat(vpn.wrong()).isEqualTo(2);
    assertThat(vpn.unknown()).isEqualTo(2);
    assertThat(vpn.precision()).isEqualTo(new Proportion(2, 4));
    assertThat(report.labelled()).isEqualTo(5);
  }

  @Test
  void theVerdictSaysWhetherTheIntervalCanTell() {
    List<LabelledComment> comments = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      comments.add(comment("no time " + i, ThemeLabels.complete()));
      comments.add(comment("vpn " + i, ThemeLabels.complete("network")));
    }
    comments.add(comment("network", ThemeLabels.complete()));
    comments.add(comment("cable", ThemeLabels.complete("network")));

    ItemReport report = ThemeTuner.of(PACK).report(comments);

    assertThat(item(report, "time").verdict()).isEqualTo(Verdict.WEAK);
    assertThat(item(report, "vpn").verdict()).isEqualTo(Verdict.GOOD);
    assertThat(item(report, "network").verdict()).isEqualTo(Verdict.PERHAPS_WEAK);
    assertThat(item(report, "cable").verdict()).isEqualTo(Verdict.PERHAPS_GOOD);
    assertThat(item(report, "modem").verdict()).isEqualTo(Verdict.NEVER_FOUND);
    assertThat(report.flagged())
        .extracting(each -> each.item().text())
        .containsExactly("network", "time");
    assertThat(report.neverFound())
        .extracting(each -> each.item().text())
        .containsExactly("modem", "professional network", "vpn NEAR/3 slow");
  }

  @Test
  void anItemThatALongerOneWinsOverIsFoundAllTheSame() {
    ItemReport report = report(comment("vpn is slow", ThemeLabels.complete("network", "speed")));

    assertThat(item(report, "vpn").hits()).isEqualTo(1);
    assertThat(item(report, "vpn NEAR/3 slow").hits()).isEqualTo(1);
    assertThat(item(report, "vpn").overlaps())
        .containsExactly(new ItemFigures.Overlap(item(report, "vpn NEAR/3 slow").item(), 1));
    assertThat(item(report, "vpn").alone()).isEqualTo(1);
  }

  @Test
  void hiddenWordsAreNotFound() {
    ItemReport report = report(comment("my professional network", ThemeLabels.complete()));

    assertThat(item(report, "network").hits()).isZero();
    assertThat(item(report, "professional network").hits()).isEqualTo(1);
    assertThat(item(report, "professional network").verdict()).isEqualTo(Verdict.HIDES);
  }

  @Test
  void aCommentOnAThemeIsOneOnTheThemeAbove() {
    ItemReport report = report(
        comment("vpn", ThemeLabels.complete("network")),
        comment("laptop", ThemeLabels.complete("it")));

    assertThat(report.themes())
        .containsExactly(
            new ThemeFigures("it", 1, 0, 1, 0),
            new ThemeFigures("network", 1, 0, 0, 0),
            new ThemeFigures("speed", 0, 0, 0, 0));
    assertThat(report.macroF1()).isEqualTo((2.0 / 3 + 1) / 2);
  }

  @Test
  void theLastHitIsTheNewestCommentWhateverTheOrder() {
    List<LabelledComment> comments = new ArrayList<>(List.of(
        comment("vpn", ThemeLabels.none()).withTime(MONDAY),
        comment("vpn", ThemeLabels.none()).withTime(MONDAY.plusSeconds(60)),
        comment("vpn", ThemeLabels.none())));

    ItemReport report = ThemeTuner.of(PACK).report(comments);
    Collections.reverse(comments);

    assertThat(item(report, "vpn").lastHit()).isEqualTo(MONDAY.plusSeconds(60));
    assertThat(ThemeTuner.of(PACK).report(comments)).isEqualTo(report);
  }

  @Test
  void themesThatThePackDoesNotHaveAreNamed() {
    ItemReport report =
        report(comment("vpn", ThemeLabels.ticked("weather").without("food", "speed")));

    assertThat(report.unknownThemes()).containsExactly("food", "weather");
  }

  @Test
  void anItemForEveryLanguageIsOneLine() {
    ThemePack pack = ThemePack.of(
        "desk", 1, Theme.of("net").title("en", "Net").title("fr", "Réseau").phrases("*", "vpn"));

    ItemReport report = ThemeTuner.of(pack)
        .report(List.of(
            LabelledComment.of("the vpn", Locale.ENGLISH),
            LabelledComment.of("le vpn", Locale.FRENCH),
            LabelledComment.of("vpn", null)));

    assertThat(report.items()).hasSize(1);
    assertThat(report.items().get(0).hits()).isEqualTo(3);
    assertThat(report.items().get(0).verdict()).isEqualTo(Verdict.UNLABELLED);
  }

  @Test
  void neitherACommentNorAPersonIsToldByToString() {
    assertThat(comment("secret words", ThemeLabels.ticked("it")).withPerson("anna"))
        .hasToString("comment of 12 characters, "
            + "ThemeLabels[present=[it], absent=[], isComplete=false]");
  }

  private static LabelledComment comment(String text, ThemeLabels labels) {
    return LabelledComment.of(text, Locale.ENGLISH).withLabels(labels);
  }

  private static ItemReport report(LabelledComment... comments) {
    return ThemeTuner.of(PACK).report(List.of(comments));
  }

  private static ItemFigures item(ItemReport report, String text) {
    return report.items().stream()
        .filter(each -> each.item().text().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
