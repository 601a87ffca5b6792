package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThemePackReaderMistakesTest {

  private static final String HEAD = "pack: a\nversion: 1\n";

  private static Arguments mistake(String name, String file, String expected) {
    return argumentSet(name, "a.yaml", file, expected);
  }

  /** A mistake in a file whose third line is given. */
  private static Arguments third(String name, String line, String expected) {
    return mistake(name, HEAD + line, "a.yaml:3:" + expected);
  }

  /** A mistake in the only theme, in line 5. */
  private static Arguments theme(String name, String line, String expected) {
    return mistake(name, HEAD + "themes:\n  network:\n    " + line + "\n", "a.yaml:5:" + expected);
  }

  private static Arguments json(String name, String file, String expected) {
    return argumentSet(name, "a.json", file, expected);
  }

  static Stream<Arguments> files() {
    return Stream.of(
        mistake(
            "an empty file",
            "",
            "a.yaml:1:1: the file is empty; start with 'pack:' and the name of the pack"),
        mistake(
            "a list",
            "- a",
            "a.yaml:1:1: a pack must be a mapping, but is a list; write it as 'name: value' lines"),
        mistake("an empty pack", "{}", """
            a.yaml:1:1: a pack lacks the property 'pack'; add 'pack: it-service'
            a.yaml:1:1: a pack lacks the property 'version'; add 'version: 1'
            a.yaml:1:1: a pack lacks the property 'themes'; add 'themes:' with at least one theme"""),
        mistake(
            "a name with a space",
            "pack: IT service\nversion: 1\nthemes: {a: {}}",
            "a.yaml:1:7: 'pack' must match [a-z0-9-]{1,64}, but was 'IT service'; write its name in lower-case letters, digits and dashes"),
        mistake(
            "a name of digits",
            "pack: 2\nversion: 1\nthemes: {a: {}}",
            "a.yaml:1:7: 'pack' must be a text, but is a number; put it in quotes: \"2\""),
        mistake(
            "a version of zero",
            "pack: a\nversion: 0\nthemes: {a: {}}",
            "a.yaml:2:10: 'version' must be a whole number of 1 to 2147483647, but is '0'; count it up when the pack changes"),
        mistake(
            "a version too far",
            "pack: a\nversion: 2147483648\nthemes: {a: {}}",
            "a.yaml:2:10: 'version' must be a whole number of 1 to 2147483647, but is '2147483648'; count it up when the pack changes"),
        mistake(
            "a version in words",
            "pack: a\nversion: [1]\nthemes: {a: {}}",
            "a.yaml:2:10: 'version' must be a whole number of 1 to 2147483647, but is a list; count it up when the pack changes"),
        mistake(
            "a second document",
            HEAD + "themes: {a: {}}\n---\npack: b",
            "a.yaml:5:1: a second document starts here; write one pack per file"),
        mistake(
            "no YAML",
            HEAD + "themes: [",
            "a.yaml:3:10: not YAML: while parsing a flow node, expected the node content, but found '<stream end>'; check indentation (spaces, no tabs), quotes and brackets, and put rules that begin with a sign such as @ in quotes; nothing after this place was read"),
        third("no themes", "themes: {}", "9: 'themes' must have 1 to 500 themes, but has 0"),
        third(
            "themes in a list",
            "themes: [a]",
            "9: 'themes' must be a mapping, but is a list; write it as 'name: value' lines"),
        third(
            "an unknown property",
            "theme: {a: {}}\nthemes: {a: {}}",
            "1: unknown property 'theme' of a pack; did you mean 'themes'?"),
        third(
            "a property of another kind",
            "colour: red\nthemes: {a: {}}",
            "1: unknown property 'colour' of a pack; use one of pack, version, sets, themes"),
        third(
            "a property twice",
            "version: 2\nthemes: {a: {}}",
            "1: 'version' stands twice; the first one is in line 2; make one of them"),
        third(
            "an id in capitals",
            "themes: {Network: {}}",
            "10: theme must match [a-z0-9-]{1,64}, but was 'Network'; write its id in lower-case letters, digits and dashes, and its name as its title"),
        third(
            "a theme of nothing",
            "themes: {a: }",
            "12: theme 'a' must be a mapping, but is nothing; write it as 'name: value' lines"),
        third(
            "a theme twice",
            "themes: {a: {}, a: {}}",
            "17: 'a' stands twice; the first one is in line 3; make one of them"),
        json(
            "no JSON",
            "{\"pack\": \"a\",\n  }",
            "a.json:2:3: not JSON: Unexpected character ('}' (code 125)): was expecting double-quote to start property name; nothing after this place was read"));
  }

  static Stream<Arguments> themes() {
    return Stream.of(
        theme(
            "an unknown property",
            "negatives: [a]",
            "5: unknown property 'negatives' of theme 'network'; did you mean 'negative'?"),
        theme(
            "a language in capitals",
            "EN: [a]",
            "5: unknown property 'EN' of theme 'network'; did you mean 'en'?"),
        theme(
            "a language with a region",
            "fr-CA: [a]",
            "5: unknown property 'fr-CA' of theme 'network'; use one of title, parent, negative, positive, not, en, fr"),
        theme(
            "a title in no language",
            "title: Network",
            "12: 'title' must be a mapping, but is a text; say in which language it is: title: { en: \"Network\" }"),
        theme(
            "a title in an unknown language",
            "title: {english: Network}",
            "13: 'english' is no language; write a code such as en or fr, without a region"),
        theme(
            "a title for every language",
            "title: {'*': Network}",
            "13: '*' is no language; write a code such as en or fr, without a region"),
        theme(
            "a title of digits",
            "title: {en: 365}",
            "17: 'title' must be a text, but is a number; put it in quotes: \"365\""),
        theme(
            "a blank title",
            "title: {en: ' '}",
            "17: theme 'network': title (en) must not be blank"),
        theme(
            "a parent in capitals",
            "parent: IT",
            "13: theme 'network': parent must match [a-z0-9-]{1,64}, but was 'IT'"),
        theme(
            "an unknown parent",
            "parent: networ",
            "13: theme 'network': unknown parent 'networ'; there is none yet"),
        theme(
            "itself as its parent",
            "parent: network",
            "13: theme 'network': it is its own parent: network > network"),
        theme(
            "one rule in place of a list",
            "en: vpn",
            "9: 'en' must be a list, but is a text; start each line with '- ', or write [one, another]"),
        theme(
            "nothing in place of a list",
            "en: ",
            "5: 'en' has no value; give one or delete the line"),
        theme(
            "negatives in an unknown language",
            "negative: {gb-en: [a]}",
            "16: 'gb-en' is no language; write a code such as en or fr, without a region"),
        theme(
            "negatives by language, but no list",
            "negative: {en: a}",
            "20: 'en' of 'negative' must be a list, but is a text; start each line with '- ', or write [one, another]"),
        theme(
            "a rule with a colon and no quotes",
            "en: [clause: a & b]",
            "10: a rule must be a text, but is a mapping; put it in quotes if it has a colon, brackets or braces inside"),
        theme(
            "a rule of nothing",
            "en: [a, ~]",
            "13: a rule must be a text, but is nothing; write a word, or delete it"),
        theme(
            "a star without quotes",
            "en: [*word]",
            "10: '*word' is an alias of YAML, which packs do not have; put it in quotes if it is a rule, or write the value out"),
        mistake(
            "items for every language, but of none",
            HEAD + "themes:\n  network:\n    negative: [a]",
            "a.yaml:4:3: theme 'network': items for every language need to know which; add items of"
                + " one, such as 'en:', or titles"),
        mistake(
            "two polarities",
            HEAD + "themes:\n  network:\n    negative: [wi-fi]\n    positive: {en: [WiFi]}",
            "a.yaml:6:21: theme 'network' (en): rule 'WiFi' must have one polarity, but is POSITIVE"
                + " and, as 'wi-fi', NEGATIVE"),
        mistake(
            "four levels",
            HEAD + "themes:\n  a: {parent: b}\n  b: {parent: c}\n  c: {parent: d}\n  d: {}",
            "a.yaml:4:15: theme 'a': parent 'b' is on the lowest of 3 levels; put it below another"
                + " theme"),
        mistake(
            "an unknown parent with a likely one",
            HEAD + "themes:\n  network: {parent: connectivty}\n  connectivity: {}",
            "a.yaml:4:21: theme 'network': unknown parent 'connectivty'; did you mean"
                + " 'connectivity'?"),
        mistake("parents in a circle", HEAD + "themes:\n  a: {parent: b}\n  b: {parent: a}", """
            a.yaml:4:15: theme 'a': it is its own parent: a > b > a
            a.yaml:5:15: theme 'b': it is its own parent: b > a > b"""));
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        theme(
            "a plain rule",
            "en: [vpn, a NEAR b]",
            "17: rule 'a NEAR b', column 3: 'NEAR' needs a distance; write NEAR/1 to NEAR/50, or \"NEAR\" in quotes for the word"),
        theme(
            "a rule in single quotes",
            "en: ['it''s (a']",
            "17: rule 'it's (a', column 6: '(' has no ')'; close it, or leave it out"),
        theme(
            "a rule in double quotes",
            "en: [\"\\\"\\u00e9\\\" (a\"]",
            "22: rule '\"é\" (a', column 5: '(' has no ')'; close it, or leave it out"),
        theme(
            "a rule behind an emoji",
            "en: ['😡', '😡 | | a']",
            "18: rule '😡 | | a', column 3: nothing stands behind '|'; put a word there, or leave the '|' out"),
        theme(
            "a rule with space before it",
            "en: ['  a |']",
            "15: rule 'a |', column 3: nothing stands behind '|'; put a word there, or leave the '|' out"),
        theme(
            "an escaped emoji",
            "en: [\"\\U0001F621 |\"]",
            "22: rule '😡 |', column 3: nothing stands behind '|'; put a word there, or leave the '|' out"),
        theme(
            "a rule over two lines",
            "en: ['a\n        |']",
            "10: rule 'a |', column 3: nothing stands behind '|'; put a word there, or leave the '|' out"),
        theme(
            "an unknown set",
            "en: ['very @slow']",
            "16: rule 'very @slow': unknown set '@slow'; the pack has no sets yet, add it to them"),
        json(
            "a rule in JSON",
            "{\"pack\": \"a\", \"version\": 1, \"themes\": {\"b\": {\n\"en\": [\"\\\"é\\\" \\u0041 (a\"]}}}",
            "a.json:2:22: rule '\"é\" A (a', column 7: '(' has no ')'; close it, or leave it out"));
  }

  static Stream<Arguments> sets() {
    return Stream.of(
        third(
            "a set in capitals",
            "sets: {Slow: [a]}\nthemes: {a: {}}",
            "8: set must match [a-z0-9-]{1,64}, but was 'Slow'; write its name in lower-case letters, digits and dashes"),
        third(
            "a set without entries",
            "sets: {slow: []}\nthemes: {a: {}}",
            "8: set 'slow' has no entries; add one, or delete it"),
        third(
            "a set of one text",
            "sets: {slow: a}\nthemes: {a: {}}",
            "14: set 'slow' must be a list, but is a text; start each line with '- ', or write [one, another]"),
        third(
            "a condition as an entry",
            "sets: {slow: [a & b]}\nthemes: {a: {}}",
            "15: rule 'a & b', column 1: an entry of a set is a word, a phrase or alternatives of them; move the rest into the items that name the set"),
        third(
            "an unknown set in a set",
            "sets: {slow: ['@slw']}\nthemes: {a: {}}",
            "8: set 'slow': unknown set '@slw'; did you mean 'slow'?"),
        third("a set in itself", "sets: {a: ['@b'], b: ['@a']}\nthemes: {a: {}}", """
            8: set 'a': it contains itself: @a > @b > @a
            a.yaml:3:19: set 'b': it contains itself: @b > @a > @b"""),
        mistake(
            "too many phrases in a phrase",
            HEAD + "sets: {a: [" + numbered(40) + "]}\nthemes: {b: {en: ['@a @a']}}",
            "a.yaml:4:20: rule '@a @a': with the entries of its sets, a phrase must stand for at"
                + " most 1000 phrases"),
        mistake(
            "too many entries",
            HEAD + "sets: {a: [" + numbered(1_001) + "]}\nthemes: {b: {}}",
            "a.yaml:3:8: set 'a' must have at most 1000 entries, but has 1001; make several sets of"
                + " it, and one that names them"));
  }

  private static String numbered(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> "phrase " + i)
        .collect(Collectors.joining(", "));
  }

  /** What the engine would refuse, where nobody could say any more which line it is. */
  static Stream<Arguments> compiled() {
    String choice = "(ab-cd | ef-gh | ij-kl | mn-op)";
    String four = String.join(" ", choice, choice, choice, choice);
    return Stream.of(
        theme(
            "a rule of too many spellings",
            "en: [vpn, '" + four + "']",
            "15: theme 'network': item '" + four
                + "' (en) must have at most 256 spellings; split it into several items"),
        theme(
            "such a rule within others",
            "fr: ['clause: vpn & not (a | " + four + ")']",
            "10: theme 'network': item 'clause: vpn & not (a | " + four
                + ")' (fr) must have at most 256 spellings; split it into several items"),
        theme(
            "such a rule for every language",
            "{title: {de: N}, not: ['" + four + "']}",
            "28: theme 'network': item '" + four
                + "' (de) must have at most 256 spellings; split it into several items"),
        mistake(
            "such rules by their sets, one of two",
            HEAD + "sets: {a: [ab-cd, ef-gh, ij-kl, mn-op]}\n"
                + "themes:\n  b:\n    en: ['@a @a', '@a @a @a @a']",
            "a.yaml:6:19: theme 'b': item '@a @a @a @a' (en) must have at most 256 spellings; split"
                + " it into several items"),
        mistake(
            "items of 61 languages",
            HEAD + "themes:\n  a: {en: [b]}\n" + languages(60),
            "a.yaml:64:15: up to here the items are of more than 60 languages; make two packs of"
                + " them"),
        mistake(
            "items for every language in 61 of them",
            HEAD + "themes:\n  a: {title: {" + titles(61) + "}, not: [b, c]}",
            "a.yaml:4:"
                + ("  a: {title: {" + titles(61) + "}, not: [b").length()
                + ": up to here the items are of more than 60 languages; make two packs of them"));
  }

  /** Themes with an item in a language of their own each. */
  private static String languages(int count) {
    return codes(count)
        .map(each -> "  " + each + ": {" + each + ": [b]}\n")
        .collect(Collectors.joining());
  }

  private static String titles(int count) {
    return codes(count).map(each -> each + ": T").collect(Collectors.joining(", "));
  }

  private static Stream<String> codes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "x" + (char) ('a' + i / 26) + (char) ('a' + i % 26));
  }

  @ParameterizedTest
  @MethodSource({"files", "themes", "rules", "sets", "compiled"})
  void namesFilePlaceMistakeAndWayOut(String name, String file, String expected) {
    assertThat(report(name, file)).isEqualTo(expected);
  }

  private static String report(String name, String file) {
    PackFormatException e =
        catchThrowableOfType(PackFormatException.class, () -> ThemePackReader.read(name, file));
    return e == null
        ? ""
        : e.mistakes().stream().map(PackMistake::toString).collect(Collectors.joining("\n"));
  }

  @Test
  void whatIsReadCanBeCompiled() {
    String most = HEAD + "themes:\n  a:\n    en:\n    - '" + "(ab-cd | ef-gh) ".repeat(3) + "'\n"
        + languages(59);

    ThemePack pack = ThemePackReader.read("a.yaml", most);

    assertThat(ThemeTagger.phrases(pack)).isNotNull();
    assertThat(pack.themes()).hasSize(60);
  }

  @Test
  void reportsEveryMistakeInOrder() {
    assertThat(report("a.yaml", """
        pack: IT
        themes:
          network:
            parent: connectivity
            en: [a |, vpn, b &]
            colour: red
        version: x
        """)).isEqualTo("""
        a.yaml:1:7: 'pack' must match [a-z0-9-]{1,64}, but was 'IT'; write its name in lower-case letters, digits and dashes
        a.yaml:4:13: theme 'network': unknown parent 'connectivity'; there is none yet
        a.yaml:5:12: rule 'a |', column 3: nothing stands behind '|'; put a word there, or leave the '|' out
        a.yaml:5:22: rule 'b &', column 3: nothing stands behind '&'; put a word there, or leave the '&' out
        a.yaml:6:5: unknown property 'colour' of theme 'network'; use one of title, parent, negative, positive, not, en, fr
        a.yaml:7:10: 'version' must be a whole number of 1 to 2147483647, but is 'x'; count it up when the pack changes""");
  }

  @Test
  void reportsFiftyMistakesAndNoMore() {
    PackFormatException e = catchThrowableOfType(
        PackFormatException.class,
        () -> ThemePackReader.read(
            "a.yaml", HEAD + "themes:\n  a:\n    en:\n" + "    - a |\n".repeat(60)));

    assertThat(e.mistakes()).hasSize(50);
    assertThat(e)
        .hasMessageStartingWith("50 mistakes in the theme pack:\n  a.yaml:6:9: rule 'a |'");
  }
}
