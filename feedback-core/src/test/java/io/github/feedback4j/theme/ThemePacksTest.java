package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemePacksTest {

  private static final ThemePack PACK = ThemePacks.itService();
  private static final ThemeTagger TAGGER = ThemeTagger.phrases(PACK);

  @Test
  void speaksEnglishAndFrenchAlike() {
    assertThat(PACK.themes()).hasSize(10).allSatisfy(theme -> {
      assertThat(theme.titles()).containsOnlyKeys("en", "fr");
      assertThat(theme.phrases()).containsOnlyKeys("en", "fr");
      assertThat(theme.phrases().get("en")).hasSizeBetween(8, 15);
      assertThat(theme.phrases().get("fr")).hasSizeBetween(8, 15);
      assertThat(theme.phrases().get("en")).containsValues(Polarity.POSITIVE, Polarity.NEGATIVE);
      assertThat(theme.phrases().get("fr")).containsValues(Polarity.POSITIVE, Polarity.NEGATIVE);
    });
  }

  @Test
  void listsEachPhraseOnce() {
    for (Theme theme : PACK.themes()) {
      theme
          .phrases()
          .forEach((language, phrases) -> assertThat(phrases.keySet())
              .map(each -> FoldedText.of(each).letters())
              .doesNotHaveDuplicates());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en | Everything was fast but the VPN kept dropping.        | network- speed+
      en | Quick and kind, thank you!                            | friendliness+ speed+
      en | Took forever, and it's still not working.             | resolution- speed-
      en | The agent was rude and clueless                       | expertise- friendliness-
      en | Locked out of my account for two days                 | access-
      en | My laptop screen flickers; great Wi-Fi though         | hardware- network+
      en | Problem solved right away, well explained             | communication+ resolution+ speed+
      en | No reply, never called back. Had to chase them        | follow-up-
      en | Excel keeps crashing since the installation           | software-
      en | They kept me informed and followed up the next day    | communication+ follow-up+
      en | Couldn't login, password reset page doesn’t work      | access- resolution-
      en | What kind of service is this? Slow command prompt       | speed-
      en | N/A                                                   |
      fr | Service rapide et efficace, merci                     | resolution+ speed+
      fr | Très sympa et à l’écoute, problème résolu             | friendliness+ resolution+
      fr | Trop long, aucune réponse depuis lundi                | follow-up- speed-
      fr | L'accès au VPN est impossible, coupures à répétition  | access- network-
      fr | Technicienne compétente, explications claires         | communication+ expertise+
      fr | MATERIEL OBSOLETE ET ORDINATEUR LENT                  | hardware- speed-
      fr | Mot de passe oublié, compte bloqué : toujours pas résolu | access- resolution-
      fr | Le logiciel plante après la mise-à-jour               | software-
      fr | Station d'accueil neuve, mais un agent désagréable        | friendliness- hardware
      fr | Bon suivi, on m’a rappelé le lendemain                | follow-up+
      fr | RAS                                                   |
      """)
  void findsTheThemesOfAComment(String language, String comment, String expected) {
    TreeSet<String> found = new TreeSet<>();
    for (Mention each : TAGGER.tag(comment, Locale.forLanguageTag(language))) {
      found.add(each.theme() + sign(each.polarity()));
    }

    assertThat(String.join(" ", found)).isEqualTo(expected == null ? "" : expected);
  }

  private static String sign(Polarity polarity) {
    return switch (polarity) {
      case POSITIVE -> "+";
      case NEGATIVE -> "-";
      case NEUTRAL -> "";
    };
  }
}
