package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StemmerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "disconnect disconnects disconnected disconnecting",
        "password passwords",
        "query queries",
        "reply replies replied replying",
        "resolve resolves resolved resolving",
        "drop drops dropped dropping",
        "call calls called calling",
        "fix fixes fixed fixing",
        "type types typed typing",
        "crash crashes crashed crashing",
        "install installs installed installing",
        "cancel cancels cancelled canceled cancelling",
        "issue issues",
        "process processes processed processing",
        "box boxes",
        "freeze freezes freezing",
        "meeting meetings",
        "training trainings",
        "setting settings"
      })
  void theFormsOfAnEnglishWordHaveOneStem(String forms) {
    assertThat(stems(Stemmer.ENGLISH, forms)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rapide rapides rapidement",
        "lent lente lents lentes lentement",
        "reparer repare reparee repares reparees reparation reparations",
        "deconnecter deconnecte deconnectes deconnectee",
        "installer installe installation installations",
        "imprimante imprimantes",
        "reseau reseaux",
        "journal journaux",
        "professionnel professionnelle professionnels professionnelles",
        "gentil gentille gentils gentilles",
        "reactif reactive reactifs reactives",
        "serieux serieuse serieuses",
        "mauvais mauvaise mauvaises",
        "resolu resolue resolus resolues",
        "efficace efficaces efficacement",
        "recent recente recemment",
        "coupure coupures",
        "coupe coupes coupee coupees",
        "equipement equipements",
        "motive motives motivee motivees"
      })
  void theFormsOfAFrenchWordHaveOneStem(String forms) {
    assertThat(stems(Stemmer.FRENCH, forms)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meeting meet",
        "evening even",
        "speed spe",
        "friendly friend",
        "prompt promptly",
        "need ne",
        "bus bu",
        "note not",
        "string str",
        "access accessory",
        "train training",
        "right rights",
        "date dated",
        "please pleased",
        "interest interesting",
        "care caring",
        "sort sorted",
        "kind kinds",
        "age ages",
        "account accounting",
        "patient patients",
        "prompt prompts",
        "clear cleared",
        "limit limited",
        "set setting",
        "window windows",
        "quit quite",
        "past paste"
      })
  void differentEnglishWordsHaveDifferentStems(String words) {
    assertThat(stems(Stemmer.ENGLISH, words)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "excellent excel",
        "lent lenteur",
        "compte comptoir",
        "plus pluie",
        "pres presse",
        "equipe equipement",
        "depart departement",
        "moi mois",
        "pris prix",
        "attente attentes",
        "donne donnees",
        "motif motive",
        "coup coupe",
        "regle reglement",
        "forme formation",
        "patient patienter",
        "nulle nullement",
        "complet completement",
        "pratique pratiquement",
        "vois voix",
        "porte port"
      })
  void differentFrenchWordsHaveDifferentStems(String words) {
    assertThat(stems(Stemmer.FRENCH, words)).hasSize(2);
  }

  @Property
  void aStemKeepsAsManyLettersAsItSays(@ForAll("words") String word) {
    for (Stemmer each : Stemmer.values()) {
      String stem = each.stem(word);
      int kept = each.kept(word.toCharArray(), 0, word.length());

      assertThat(stem).isNotEmpty().startsWith(word.substring(0, Math.max(0, kept)));
      if (kept == word.length()) {
        assertThat(stem).isEqualTo(word);
      }
    }
  }

  @Provide
  Arbitrary<String> words() {
    Arbitrary<String> endings = Arbitraries.of(
        "s",
        "es",
        "ies",
        "ing",
        "ed",
        "ied",
        "eed",
        "e",
        "ee",
        "ees",
        "er",
        "ement",
        "issement",
        "issements",
        "ation",
        "ations",
        "amment",
        "emment",
        "aux",
        "x",
        "ive",
        "elle",
        "nne",
        "ss",
        "ings",
        "eds",
        "us",
        "ll",
        "vement");
    return Arbitraries.strings()
        .withChars("abceilnorstuvx")
        .ofMaxLength(6)
        .flatMap(start -> endings.list().ofMaxSize(2).map(each -> start + String.join("", each)))
        .filter(each -> !each.isEmpty());
  }

  private static List<String> stems(Stemmer stemmer, String words) {
    return Stream.of(words.split(" ")).map(stemmer::stem).distinct().toList();
  }
}
