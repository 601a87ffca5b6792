package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NgramsTest {

  @Test
  void formsOfAWordAreOneAndRareRowsAreNone() {
    Ngrams ngrams = ngrams("en", 2, "The printers jam", "a printer jams again", "nothing else");

    assertThat(rows(ngrams, 0)).containsExactlyInAnyOrder("printer", "jam", "printer jam");
    assertThat(rows(ngrams, 1)).containsExactlyInAnyOrder("printer", "jam", "printer jam");
    assertThat(rows(ngrams, 2)).isEmpty();
  }

  @Test
  void rowsEndWithTheirSentence() {
    Ngrams ngrams = ngrams("en", 1, "Slow laptop. Battery dead");

    assertThat(rows(ngrams, 0))
        .containsExactlyInAnyOrder(
            "slow", "laptop", "slow laptop", "battery", "dead", "battery dead");
  }

  @Test
  void smallWordsSayNothingByThemselves() {
    Ngrams ngrams = ngrams("fr", 1, "c'est à l'heure de la pause");

    assertThat(rows(ngrams, 0)).contains("heur", "l heur de").doesNotContain("la", "de la", "l");
  }

  @Test
  void aRowIsCountedOncePerText() {
    Ngrams ngrams = ngrams("en", 1, "vpn vpn vpn", "vpn");

    int vpn = ngrams.of(1)[0];
    assertThat(ngrams.frequency(vpn)).isEqualTo(2);
  }

  @Test
  void aRowIsWrittenAsMostPeopleWriteIt() {
    String[] texts = {
      "Prise d\u2019écran floue",
      "prise d'écran",
      "PRISE D'ÉCRAN",
      "prises d'écrans",
      "wi-fi, negated"
    };
    Ngrams ngrams = ngrams("fr", 1, texts);
    BitSet all = new BitSet();
    all.set(0, ngrams.size());

    Map<Integer, String> written = new NgramTexts(ngrams, all, 80).read(List.of(texts));

    assertThat(written.values())
        .contains("prise d'écran", "écran", "wi-fi", "\"negated\"")
        .allSatisfy(each -> assertThat(Rule.parse(each).toText()).isEqualTo(each));
  }

  @Test
  void tenThousandDifferentWordsAreCountedInOneGo() {
    Ngrams ngrams = new Ngrams("en", 1);
    IntStream.range(0, 10_000).forEach(i -> ngrams.add(List.of(WordRow.of("w" + i + " x" + i))));
    ngrams.count();

    assertThat(ngrams.size()).isEqualTo(30_000);
    assertThat(ngrams.isWhole()).isTrue();
  }

  private static Ngrams ngrams(String language, int least, String... texts) {
    Ngrams ngrams = new Ngrams(language, least);
    for (String each : texts) {
      ngrams.add(List.of(WordRow.of(each)));
    }
    ngrams.count();
    return ngrams;
  }

  private static List<String> rows(Ngrams ngrams, int text) {
    List<String> rows = new ArrayList<>();
    for (int each : ngrams.of(text)) {
      rows.add(String.join(" ", ngrams.stems(each)));
    }
    return rows;
  }
}
