package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyAnswersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "-",
        "--",
        ".",
        "...",
        "?",
        "N/A",
        "n/a",
        "N.A.",
        "NA",
        "none",
        "None.",
        "Nothing!",
        "No comment",
        "nothing to add",
        "RAS",
        "R.A.S.",
        "r a s",
        "Néant",
        "NEANT",
        "ne\u0301ant",
        "rien à signaler",
        "Rien.",
        "Aucun",
        "aucun commentaire",
        "Pas de commentaire",
        "s/o",
        "sans objet",
        "x",
        "\ud83d",
        "\u200b"
      })
  void recognisesWhatSaysNothing(String text) {
    assertThat(ThemeTagger.isEmptyAnswer(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok",
        "Nothing works",
        "None of it works",
        "👍",
        ":-)",
        "RAS le bol",
        "rien ne marche",
        "vpn",
        "1",
        "Aucun suivi",
        "пусто"
      })
  void recognisesWhatSaysSomething(String text) {
    assertThat(ThemeTagger.isEmptyAnswer(text)).isFalse();
  }
}
