package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any pack and any comments. */
class ThemeTunerProperties {

  private static final String[] WORDS = {
    "vpn", "drop", "dropping", "réseau", "a", "the", "not", "slow", "l'accès", "wi-fi", "😡",
        "gone",
    "lost", "n/a", "R&D", "near/3", "badge", "door", ".", "!", "(", "\ud83d", "e\u0301", "x"
  };

  private static final Set<String> THEMES = Set.of("t0", "t1", "t2", "stranger");

  @Property(tries = 20)
  void addingASuggestionLosesNoCorrectTag(
      @ForAll("packs") ThemePack pack, @ForAll("comments") List<LabelledComment> comments) {
    ThemeTuner tuner = ThemeTuner.of(pack);
    PackSuggestions suggestions = tuner.suggest(comments);
    ThemeTagger before = ThemeTagger.phrases(pack);
    ThemeTagger after = ThemeTagger.phrases(tuner.accept(suggestions.additions()));

    for (LabelledComment each : comments) {
      assertThat(themes(after, each)).containsAll(themes(before, each));
    }
  }

  @Property(tries = 20)
  void theNumbersOfAReportAddUp(
      @ForAll("packs") ThemePack pack, @ForAll("comments") List<LabelledComment> comments) {
    ItemReport report = ThemeTuner.of(pack).report(comments);

    assertThat(report.items())
        .hasSize(pack.themes().stream().mapToInt(each -> each.items().size()).sum())
        .allSatisfy(each -> {
          assertThat(each.hits()).isEqualTo(each.correct() + each.wrong() + each.unknown());
          assertThat(each.hits()).isBetween(each.alone(), comments.size());
          assertThat(each.overlaps())
              .allSatisfy(other -> assertThat(other.comments()).isBetween(1, each.hits()));
        });
    for (ThemeFigures each : report.themes()) {
      long present = comments.stream()
          .filter(comment -> comment.labels().present().contains(each.theme()))
          .count();
      assertThat((long) each.correct() + each.missed()).isEqualTo(present);
      assertThat(each.f1()).isBetween(0.0, 1.0);
    }
  }

  @Property(tries = 20)
  void aThemeIsFoundWhereTheTaggerFindsIt(
      @ForAll("packs") ThemePack pack, @ForAll("comments") List<LabelledComment> comments) {
    ThemeTagger tagger = ThemeTagger.phrases(pack);

    for (ThemeFigures each : ThemeTuner.of(pack).report(comments).themes()) {
      long found = comments.stream()
          .filter(comment -> themes(tagger, comment).contains(each.theme()))
          .count();
      assertThat((long) each.correct() + each.wrong() + each.unknown()).isEqualTo(found);
    }
  }

  @Property(tries = 20)
  void theOrderOfTheCommentsDoesNotMatter(
      @ForAll("packs") ThemePack pack,
      @ForAll("comments") List<LabelledComment> comments,
      @ForAll long seed) {
    ThemeTuner tuner = ThemeTuner.of(pack).withLeastPeople(2);
    List<LabelledComment> shuffled = new ArrayList<>(comments);
    Collections.shuffle(shuffled, new Random(seed));
    Instant since = Instant.EPOCH.plusSeconds(5);

    assertThat(tuner.report(shuffled)).isEqualTo(tuner.report(comments));
    assertThat(tuner.suggest(shuffled)).isEqualTo(tuner.suggest(comments));
    assertThat(tuner.discover(shuffled, since, 20)).isEqualTo(tuner.discover(comments, since, 20));
    assertThat(tuner.labelNext(shuffled, 20)).isEqualTo(tuner.labelNext(comments, 20));
  }

  @Property(tries = 20)
  void nothingIsThrownWhateverPeopleWrite(
      @ForAll("packs") ThemePack pack, @ForAll List<String> texts) {
    List<LabelledComment> comments = new ArrayList<>();
    for (String each : texts) {
      comments.add(LabelledComment.of(each, null).withLabels(ThemeLabels.complete("t1")));
      comments.add(LabelledComment.of(each + " " + each, Locale.FRENCH));
    }
    ThemeTuner tuner = ThemeTuner.of(pack).withLeastPeople(2);

    assertThat(tuner.report(comments).comments()).isEqualTo(comments.size());
    PackSuggestions suggestions = tuner.suggest(comments);
    assertThat(ThemePackReader.read("p.yaml", ThemePackWriter.yaml(tuner.accept(suggestions.all())))
            .themes())
        .hasSameSizeAs(pack.themes());
    assertThat(tuner.discover(comments, null, 20).themes()).hasSizeLessThanOrEqualTo(20);
    assertThat(tuner.labelNext(comments, 5)).hasSizeLessThanOrEqualTo(5);
  }

  private static Set<String> themes(ThemeTagger tagger, LabelledComment comment) {
    return tagger.tag(comment.text(), comment.locale()).stream()
        .map(Mention::theme)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Provide
  Arbitrary<List<LabelledComment>> comments() {
    Arbitrary<String> texts =
        Arbitraries.of(WORDS).list().ofMaxSize(8).map(words -> String.join(" ", words));
    Arbitrary<ThemeLabels> labels = Combinators.combine(
            Arbitraries.subsetOf(THEMES), Arbitraries.subsetOf(THEMES), Arbitraries.of(true, false))
        .as((present, absent, isComplete) -> {
          Set<String> others = new TreeSet<>(absent);
          others.removeAll(present);
          return new ThemeLabels(present, others, isComplete);
        });
    Arbitrary<Locale> locales =
        Arbitraries.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN).injectNull(0.3);
    return Combinators.combine(
            texts,
            locales,
            labels.injectNull(0.2),
            Arbitraries.longs().between(0, 10).injectNull(0.2),
            Arbitraries.of("anna", "ben", "carla").injectNull(0.3))
        .as((text, locale, label, at, person) -> new LabelledComment(
            "",
            text,
            locale,
            label == null ? ThemeLabels.none() : label,
            at == null ? null : Instant.EPOCH.plusSeconds(at),
            person))
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<ThemePack> packs() {
    Arbitrary<String> rules = Arbitraries.of(
        "vpn",
        "drop*",
        "réseau",
        "vpn NEAR/3 (slow | gone)",
        "slow & not badge",
        "badge",
        "=Door",
        "negated door",
        "wi-fi",
        "comment: lost & gone",
        "the vpn");
    Arbitrary<Theme> themes = Combinators.combine(
            rules.list().ofMaxSize(3),
            rules.list().ofMaxSize(2),
            rules.list().ofMaxSize(2),
            Arbitraries.of("vpn slow", "badge", "lost & door").list().ofMaxSize(1),
            Arbitraries.of("en", "fr", "*"))
        .as((english, french, negative, hiding, of) -> Theme.of("x")
            .title("en", "X")
            .title("fr", "X")
            .phrases("en", english.toArray(String[]::new))
            .phrases("fr", french.toArray(String[]::new))
            .negative(of, negative.toArray(String[]::new))
            .hiding(of, hiding.toArray(String[]::new)));
    return themes.list().ofMinSize(1).ofMaxSize(3).map(list -> {
      List<Theme> numbered = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        Theme theme = list.get(i);
        Theme copy = Theme.of("t" + i).title("en", "X").title("fr", "X");
        for (Item each : theme.items()) {
          copy = each.hides()
              ? copy.hiding(each.language(), each.text())
              : each.polarity() == Polarity.NEGATIVE
                  ? copy.negative(each.language(), each.text())
                  : copy.phrases(each.language(), each.text());
        }
        numbered.add(copy);
      }
      return ThemePack.of("desk", 1, numbered);
    });
  }
}
