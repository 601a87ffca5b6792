package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ThemePackRoundTripProperties {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void yamlIsReadBackAsAnEqualPack(@ForAll("packs") ThemePack pack) {
    ThemePack read = ThemePackReader.read("a.yaml", ThemePackWriter.yaml(pack));

    assertThat(read).isEqualTo(pack);
    assertThat(read.contentHash()).isEqualTo(pack.contentHash());
    assertThat(read.items()).isEqualTo(pack.items());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void jsonIsReadBackAsAnEqualPack(@ForAll("packs") ThemePack pack) {
    assertThat(ThemePackReader.read("a.json", ThemePackWriter.json(pack))).isEqualTo(pack);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenFitsTheSchema(@ForAll("packs") ThemePack pack) {
    assertThat(PackSchema.validate("a.yaml", ThemePackWriter.yaml(pack))).isEmpty();
    assertThat(PackSchema.validate("a.json", ThemePackWriter.json(pack))).isEmpty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void itemsHaveALanguageAndNoNames(@ForAll("packs") ThemePack pack) {
    assertThat(pack.items()).allSatisfy(each -> {
      assertThat(each.language()).isNotEqualTo(Item.EVERY_LANGUAGE);
      assertThat(RuleShape.sets(each.rule())).isEmpty();
    });
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void nothingIsDifferentBetweenAPackAndItself(@ForAll("packs") ThemePack pack) {
    assertThat(PackDiff.between(pack, pack).isEmpty()).isTrue();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatIsAddedOneWayIsRemovedTheOtherWay(
      @ForAll("packs") ThemePack one, @ForAll("packs") ThemePack other) {
    PackDiff there = PackDiff.between(one, other);
    PackDiff back = PackDiff.between(other, one);

    assertThat(back.addedItems()).isEqualTo(there.removedItems());
    assertThat(back.removedItems()).isEqualTo(there.addedItems());
    assertThat(back.addedThemes()).isEqualTo(there.removedThemes());
    assertThat(back.changedThemes()).isEqualTo(there.changedThemes());
    assertThat(back.changedSets()).isEqualTo(there.changedSets());
    assertThat(back.changedItems())
        .map(each -> new PackDiff.Change(each.after(), each.before()))
        .isEqualTo(there.changedItems());
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void anyTextIsAPackOrAFormatException(@ForAll("nearlyPacks") String text) {
    for (String name : new String[] {"a.yaml", "a.json"}) {
      try {
        ThemePackReader.read(name, text);
      } catch (PackFormatException e) {
        assertThat(e.mistakes()).hasSizeBetween(1, 50).allSatisfy(each -> {
          assertThat(each.line()).isBetween(1, (int) text.lines().count() + 1);
          assertThat(each.column()).isBetween(1, text.length() + 1);
          assertThat(each.message()).isNotBlank();
        });
      }
    }
  }

  @Provide
  Arbitrary<ThemePack> packs() {
    return PackArbitraries.packs();
  }

  /** Files with a few characters changed. */
  @Provide
  Arbitrary<String> nearlyPacks() {
    Arbitrary<String> files = Arbitraries.oneOf(
        packs().map(ThemePackWriter::yaml),
        packs().map(ThemePackWriter::json),
        Arbitraries.of(ThemePackReaderTest.SPECIFIED));
    Arbitrary<String> pieces = Arbitraries.oneOf(
        Arbitraries.of(
            "\"", "'", "{", "}", "[", "]", ":", "\n", "  ", "*", "&", "@", "not", "\\", "#"),
        Arbitraries.strings().all().ofMaxLength(3));
    return Combinators.combine(
            files,
            pieces,
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(0, 9))
        .as((file, piece, place, gone) -> {
          int at = (int) (place * file.length());
          return file.substring(0, at) + piece + file.substring(Math.min(file.length(), at + gone));
        });
  }
}
