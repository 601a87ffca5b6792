package io.github.feedback4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.benchmarks.Labelled.Aspect;
import io.github.feedback4j.benchmarks.LabelledSet.Split;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Stance;
import io.github.feedback4j.theme.ThemePackReader;
import io.github.feedback4j.theme.ThemeTagger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the report on quality counts what it says. */
class ThemesReportTest {

  @TempDir
  Path folder = Path.of("");

  @BeforeEach
  void writeComments() throws IOException {
    List<String> lines = new ArrayList<>(List.of("text\taspects"));
    for (int i = 0; i < 60; i++) {
      lines.add("The soup number %d was great.\tFood#Taste=positive=soup".formatted(i));
      lines.add(
          "Our waiter %d was rude, but the soup was good.\tstaff service=negative=waiter|Food#Taste=positive=soup"
              .formatted(i));
      lines.add("We came by train %d.\t".formatted(i));
    }
    Files.write(folder.resolve("diner.en.train.tsv"), lines);
    Files.write(
        folder.resolve("diner.en.dev.tsv"),
        List.of(
            "text\taspects",
            "The soup number 1 was great.\tFood#Taste=positive=soup",
            "A waiter who smiles, and a soup that is cold.\tstaff general=positive=NULL|Food#Taste=negative=soup",
            "The food was great\tFood#Taste=positive=food"));
  }

  @Test
  void labelsAreReadWithThemePolarityAndTerm() throws IOException {
    LabelledSet set = LabelledSet.readAll(folder).get(0);

    assertThat(set.name()).isEqualTo("diner");
    assertThat(set.locale()).isEqualTo(Locale.ENGLISH);
    assertThat(set.train().get(1).aspects())
        .containsExactly(
            new Aspect("staff", Polarity.NEGATIVE, "waiter"),
            new Aspect("food", Polarity.POSITIVE, "soup"));
    assertThat(set.train().get(1).isMixed()).isTrue();
    assertThat(set.train().get(0).isMixed()).isFalse();
    assertThat(set.train().get(2).themes()).isEmpty();
    assertThat(set.test().get(0).aspects().get(0).term()).isEmpty();
    assertThat(set.themes()).containsExactly("food", "staff");
  }

  @Test
  void noCommentIsTunedWithAndTestedWith() throws IOException {
    LabelledSet set = LabelledSet.readAll(folder).get(0);

    assertThat(set.test()).hasSize(2);
    for (Split each : Split.values()) {
      assertThat(set.split(each).train())
          .doesNotContainAnyElementsOf(set.split(each).test());
    }
    LabelledSet ordered = set.split(Split.ORDER);
    assertThat(ordered.train()).isEqualTo(set.train().subList(0, 135));
    assertThat(ordered.test()).isEqualTo(set.train().subList(135, 180));
    assertThat(set.split(Split.LENGTH).test()).allMatch(each -> each.text().contains("waiter"));
    assertThat(set.some(100, 1)).hasSize(100).isEqualTo(set.some(100, 1));
    assertThat(set.some(100, 1)).isNotEqualTo(set.some(100, 2));
  }

  @Test
  void aFolderWithoutCommentsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelledSet.readAll(Files.createDirectory(folder.resolve("empty"))))
        .withMessageContaining("has no file such as phone.en.train.tsv");
  }

  @Test
  void scoresAreThoseOfAWorkedExample() {
    ThemeScores scores = new ThemeScores(Set.of("food", "staff"));
    Aspect good = new Aspect("food", Polarity.POSITIVE, "");
    Aspect bad = new Aspect("staff", Polarity.NEGATIVE, "");

    scores.add(new Labelled("a", List.of(good, bad)), Map.of("food", Stance.POSITIVE));
    scores.add(
        new Labelled("b", List.of(good)), Map.of("food", Stance.NEGATIVE, "staff", Stance.NEUTRAL));
    scores.add(
        new Labelled("c", List.of(bad)), Map.of("staff", Stance.NEGATIVE, "other", Stance.NEUTRAL));
    scores.add(new Labelled("d", List.of()), Map.of());

    // Food: 2 right. Staff: 1 right, 1 wrong, 1 missed.
    assertThat(scores.f1("food")).isEqualTo(1);
    assertThat(scores.f1("staff")).isEqualTo(0.5);
    assertThat(scores.macro()).isEqualTo(0.75);
    assertThat(scores.micro()).isEqualTo(0.75);
    assertThat(scores.precision()).isEqualTo(0.75);
    assertThat(scores.recall()).isEqualTo(0.75);
    assertThat(scores.coverage()).isEqualTo(0.75);
    assertThat(scores.labelledShare()).isEqualTo(0.75);
    assertThat(scores.polarity()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(scores.polarityInMixed()).isEqualTo(1);
  }

  @Test
  void theLearnerLearnsWhatWordsTell() throws IOException {
    LabelledSet set = LabelledSet.readAll(folder).get(0);

    Learner learner = Learner.of(set.train(), set.themes());

    assertThat(learner.themes("A rude waiter")).containsKey("staff");
    assertThat(learner.themes("Great soup")).containsOnlyKeys("food");
    assertThat(learner.themes("By train")).isEmpty();
  }

  @Test
  void theReportHasARowForEachWayAndIsTheSameEachTime() throws IOException {
    Figures figures = new Figures();

    String page = ThemesReport.page(figures, true, folder, null);

    assertThat(page).isEqualTo(ThemesReport.page(new Figures(), true, folder, null));
    assertThat(page).doesNotContain("soup");
    assertThat(figures.get("diner en order, cold, macro-F1")).isBetween(0.0, 1.0);
    assertThat(figures.get("diner en order, learner 100, macro-F1")).isGreaterThan(0.9);
    assertThat(figures.get("diner en, judged where it is said, mixed")).isGreaterThan(0.9);
  }

  @Test
  void aPackOfTheSecondFolderIsStartedWith() throws IOException {
    Path packs = Files.createDirectory(folder.resolve("packs"));
    Files.writeString(packs.resolve("diner.yaml"), """
        pack: mine
        version: 1
        themes:
          food: { title: { en: Food }, en: [soup, food] }
          staff: { title: { en: Staff }, en: [waiter] }
        """);
    Figures figures = new Figures();

    String page = ThemesReport.page(figures, true, folder, packs);

    assertThat(page).contains("pack mine");
    assertThat(figures.get("diner en given, cold, macro-F1")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone", "coursera"})
  void thePacksToStartWithSpeakBothLanguages(String name) throws IOException {
    String file = name + ".yaml";
    try (InputStream in = Objects.requireNonNull(ThemesReport.class.getResourceAsStream(file))) {
      ThemeTagger tagger = ThemeTagger.phrases(ThemePackReader.read(file, in));

      assertThat(tagger.themes())
          .allSatisfy(each -> assertThat(each.phrases()).containsOnlyKeys("en", "fr"));
    }
  }
}
