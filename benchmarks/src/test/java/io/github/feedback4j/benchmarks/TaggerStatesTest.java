package io.github.feedback4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.benchmarks.Comments.Comment;
import io.github.feedback4j.benchmarks.PackReport.Part;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemeTagger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That those who look for phrases and themes look for the same, in texts that are like real ones. */
class TaggerStatesTest {

  private final TaggerBenchmark benchmark = new TaggerBenchmark();
  private final TaggerBenchmark.Texts texts = new TaggerBenchmark.Texts();

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 10_000})
  void everyContenderFindsTheSamePhrases(int phrases) {
    TaggerBenchmark.Literals literals = new TaggerBenchmark.Literals();
    literals.phrases = phrases;
    literals.setUp(texts);

    int all = 0;
    for (int i = 0; i < 1_000; i++) {
      texts.next = i;
      int ours = benchmark.literal(texts, literals);
      texts.next = i;
      assertThat(benchmark.hankcs(texts, literals)).isEqualTo(ours);
      texts.next = i;
      assertThat(benchmark.hankcsPadded(texts, literals)).isEqualTo(ours);
      texts.next = i;
      assertThat(benchmark.hankcsFolding(texts, literals)).isEqualTo(ours);
      all += ours;
    }

    assertThat(all).isGreaterThan(phrases == 100 ? 100 : 1_000);
  }

  @Test
  void theWorkWithoutAResultIsThatOfTheTagger() {
    TaggerBenchmark.Packs packs = new TaggerBenchmark.Packs();
    packs.setUp(texts);

    for (int i = 0; i < 1_000; i++) {
      texts.next = i;
      int work = benchmark.fullWork(texts, packs);
      texts.next = i;
      assertThat(benchmark.full(texts, packs)).hasSize(work);
      texts.next = i;
      assertThat(benchmark.fullResult(texts, packs)).hasSize(work);
      texts.next = i;
      int shipped = benchmark.shippedWork(texts, packs);
      texts.next = i;
      assertThat(benchmark.shipped(texts, packs)).hasSize(shipped);
    }
  }

  @Test
  void aMadeUpPackHasItsItemsAndEveryKindOfThemFindsSomething() {
    ThemePack pack = Comments.pack(1_000, 6);
    ThemeTagger tagger = ThemeTagger.phrases(pack);
    HashSet<String> found = new HashSet<>();

    texts.comments.forEach(each ->
        tagger.tag(each.text(), each.locale()).forEach(mention -> found.add(mention.phrase())));

    assertThat(pack.items()).hasSize(1_000);
    assertThat(found).anyMatch(each -> each.contains("NEAR"));
    assertThat(found).anyMatch(each -> each.contains("negated"));
    assertThat(found).anyMatch(each -> each.contains("not "));
    assertThat(found).anyMatch(each -> each.endsWith("*"));
  }

  @Test
  void commentsAreTheSameEachTimeAndAsLongAsRealOnes() {
    List<Comment> comments = Comments.of(4_000, 3);
    int[] lengths =
        comments.stream().mapToInt(each -> each.text().length()).sorted().toArray();

    assertThat(comments).isEqualTo(Comments.of(4_000, 3));
    assertThat(lengths[2_000]).isBetween(80, 130);
    assertThat(lengths[3_600]).isBetween(230, 400);
  }

  @Test
  void foldedTextHasWordsWithSpacesAndSentenceEnds() {
    assertThat(Folded.of("Écran noir, l'OEil-de-bœuf! Ça  va 😡"))
        .isEqualTo(" ecran noir l oeil de boeuf . ca va ");
  }

  @Test
  void theAnalyzerMakesATokenOfEachWord() {
    try (Analysis analysis = new Analysis()) {
      assertThat(analysis.tokens("The printer's toner, again!", Locale.ENGLISH)).isEqualTo(4);
      assertThat(analysis.tokens("L'imprimante n'a plus d'encre", Locale.FRENCH))
          .isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPartOfThePackReportTellsNumbers(Part part) {
    Figures figures = new Figures();

    figures.putLines(PackReport.figures(part, true).toLines());

    String label = switch (part) {
      case FIRST_USE -> "first use";
      case COMPILE -> "heap of the tagger";
      case GROWTH -> "pack doubled, steps";
      case RETAG -> "re-tag, shipped pack";
    };
    assertThat(figures.get(label)).isPositive();
  }
}
