package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ThemePackRoundTripProperties {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void yamlIsReadBackAsAnEqualPack(@ForAll("packs") ThemePack pack) {
    ThemePack read = ThemePackReader.read("a.yaml", ThemePackWriter.yaml(pack));

    assertThat(read).isEqualTo(pack);
    assertThat(read.contentHash()).isEqualTo(pack.contentHash());
    assertThat(read.items()).isEqualTo(pack.items());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void jsonIsReadBackAsAnEqualPack(@ForAll("packs") ThemePack pack) {
    assertThat(ThemePackReader.read("a.json", ThemePackWriter.json(pack))).isEqualTo(pack);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenFitsTheSchema(@ForAll("packs") ThemePack pack) {
    assertThat(PackSchema.validate("a.yaml", ThemePackWriter.yaml(pack))).isEmpty();
    assertThat(PackSchema.validate("a.json", ThemePackWriter.json(pack))).isEmpty();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void itemsHaveALanguageAndNoNames(@ForAll("packs") ThemePack pack) {
    assertThat(pack.items()).allSatisfy(each -> {
      assertThat(each.language()).isNotEqualTo(Item.EVERY_LANGUAGE);
      assertThat(RuleShape.sets(each.rule())).isEmpty();
    });
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void nothingIsDifferentBetweenAPackAndItself(@ForAll("packs") ThemePack pack) {
    assertThat(PackDiff.between(pack, pack).isEmpty()).isTrue();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
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
        .extracting(PackDiff.Change::after, PackDiff.Change::before)
        .isEqualTo(there.changedItems().stream()
            .map(each -> tuple(each.before(), each.after()))
            .toList());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
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

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aMistakeInARuleIsFoundWhereItStands(@ForAll("words") String word) {
    String rule = new Rule.Word(word).toText() + " |";
    String head = "pack: a\nversion: 1\nthemes: {a: {en: [vpn, ";

    assertPointsToTheBar("a.yaml", head + "'" + rule.replace("'", "''") + "']}}");
    assertPointsToTheBar("a.yaml", head + escaped(rule) + "]}}");
    assertPointsToTheBar(
        "a.json",
        "{\"pack\": \"a\", \"version\": 1,\n\"themes\": {\"a\": {\"en\": [" + escaped(rule)
            + "]}}}");
  }

  private static void assertPointsToTheBar(String name, String file) {
    try {
      ThemePackReader.read(name, file);
      fail("there is a mistake in " + file);
    } catch (PackFormatException e) {
      PackMistake mistake = e.mistakes().get(0);
      String line = file.split("\n", -1)[mistake.line() - 1];
      int at = line.offsetByCodePoints(0, mistake.column() - 1);
      assertThat(mistake.message()).endsWith("nothing stands behind '|'");
      assertThat(line.substring(at)).matches("\\|['\"]]}}}?");
    }
  }

  /** Returns a text in double quotes, with escapes that YAML and JSON share. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean plain = each < 0x7F && each != '"' && each != '\\';
      escaped.append(plain ? String.valueOf(each) : "\\u%04x".formatted((int) each));
    }
    return escaped.append('"').toString();
  }

  @Provide
  Arbitrary<String> words() {
    // What YAML does not allow, or takes for a line end, is another mistake.
    return RuleArbitraries.words()
        .filter(each -> each.codePoints()
            .noneMatch(point -> point == 0xFFFE
                || point == 0xFFFF
                || Character.getType(point) == Character.FORMAT));
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
