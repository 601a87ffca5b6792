package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PackSchemaTest {

  private static final Pattern KNOWN =
      Pattern.compile("unknown property 'completely-unheard-of' of .*; use one of (.*)");

  @Test
  void isOfTheDraftThatEditorsKnow() {
    assertThat(PackSchema.json().get("$schema").stringValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
  }

  static Stream<Arguments> good() {
    return Stream.of(
        argumentSet("the specified pack", ThemePackReaderTest.SPECIFIED),
        argumentSet("every property", ThemePackReaderTest.EVERYTHING),
        argumentSet("the pack for service desks", ThemePackWriter.yaml(ThemePacks.itService())),
        argumentSet("a theme of nothing", "pack: a\nversion: 1\nthemes: {a: {}}"),
        argumentSet(
            "numbers and truths as rules", "pack: a\nversion: 1\nthemes: {a: {en: [365, true]}}"),
        argumentSet("no rules", "pack: a\nversion: 1\nthemes: {a: {en: [], not: []}}"),
        argumentSet("no sets", "pack: a\nversion: 1\nsets: {}\nthemes: {a: {}}"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void schemaAndReaderAcceptAlike(String file) {
    assertThat(PackSchema.validate("a.yaml", file)).isEmpty();
    assertThat(ThemePackReader.read("a.yaml", file).themes()).isNotEmpty();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        argumentSet("a list", "[a]"),
        argumentSet("no name", "version: 1\nthemes: {a: {}}"),
        argumentSet("no version", "pack: a\nthemes: {a: {}}"),
        argumentSet("no themes", "pack: a\nversion: 1"),
        argumentSet("a name with a space", "pack: a b\nversion: 1\nthemes: {a: {}}"),
        argumentSet("a name of digits", "pack: 1\nversion: 1\nthemes: {a: {}}"),
        argumentSet("a version of zero", "pack: a\nversion: 0\nthemes: {a: {}}"),
        argumentSet("half a version", "pack: a\nversion: 1.5\nthemes: {a: {}}"),
        argumentSet("a version too far", "pack: a\nversion: 2147483648\nthemes: {a: {}}"),
        argumentSet("a version in words", "pack: a\nversion: one\nthemes: {a: {}}"),
        file("an unknown property", "colour: red\nthemes: {a: {}}"),
        file("not a theme", "themes: {}"),
        file("themes in a list", "themes: [a]"),
        file("an id in capitals", "themes: {A: {}}"),
        file("a theme of nothing", "themes: {a: }"),
        file("a set in capitals", "sets: {A: [a]}\nthemes: {a: {}}"),
        file("a set without entries", "sets: {a: []}\nthemes: {a: {}}"),
        file("a set of one text", "sets: {a: a}\nthemes: {a: {}}"),
        theme("an unknown property", "colours: red"),
        theme("a language in capitals", "EN: [a]"),
        theme("a language with a region", "fr-CA: [a]"),
        theme("a title in no language", "title: A"),
        theme("a title in an unknown language", "title: {english: A}"),
        theme("a title for every language", "title: {'*': A}"),
        theme("a title of what is hidden", "title: {not: A}"),
        theme("a title of digits", "title: {en: 1}"),
        theme("a blank title", "title: {en: ' '}"),
        theme("a title that is too long", "title: {en: " + "x".repeat(101) + "}"),
        theme("a parent in capitals", "parent: A"),
        theme("one rule in place of a list", "en: a"),
        theme("nothing in place of a list", "en: "),
        theme("negatives in an unknown language", "negative: {english: [a]}"),
        theme("negatives in no language", "negative: {not: [a]}"),
        theme("negatives of one text", "negative: a"),
        theme("what is hidden in one text", "not: {en: a}"),
        theme("a rule of nothing", "en: [~]"),
        theme("a blank rule", "en: ['']"),
        theme("a rule that is too long", "en: [" + "x".repeat(1_001) + "]"),
        theme("a rule with a colon and no quotes", "en: [clause: a]"));
  }

  private static Arguments file(String name, String rest) {
    return argumentSet(name, "pack: a\nversion: 1\n" + rest);
  }

  private static Arguments theme(String name, String property) {
    return file(name + " in a theme", "themes:\n  a:\n    " + property);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void schemaAndReaderRefuseAlike(String file) {
    assertThat(PackSchema.validate("a.yaml", file)).as("the schema").isNotEmpty();
    assertThatExceptionOfType(PackFormatException.class)
        .as("the reader")
        .isThrownBy(() -> ThemePackReader.read("a.yaml", file));
  }

  @Test
  void everyPropertyThatTheReaderKnowsIsInTheSchemaAndNoOther() {
    JsonNode schema = PackSchema.json();

    assertThat(known("completely-unheard-of: 1\npack: a\nversion: 1\nthemes: {a: {}}"))
        .isEqualTo(properties(schema));
    // The languages, of which the advice names two, are a pattern in the schema.
    Set<String> ofTheme = properties(schema.at("/$defs/theme"));
    ofTheme.addAll(Set.of("en", "fr"));
    assertThat(known("pack: a\nversion: 1\nthemes: {a: {completely-unheard-of: 1}}"))
        .isEqualTo(ofTheme);
  }

  private static Set<String> known(String file) {
    try {
      ThemePackReader.read("a.yaml", file);
      return Set.of();
    } catch (PackFormatException e) {
      PackMistake mistake = e.mistakes().get(0);
      Matcher matcher = KNOWN.matcher(mistake.message() + "; " + mistake.advice());
      return matcher.matches() ? new TreeSet<>(Set.of(matcher.group(1).split(", ", -1))) : Set.of();
    }
  }

  private static Set<String> properties(JsonNode schema) {
    return new TreeSet<>(schema.get("properties").propertyNames());
  }
}
