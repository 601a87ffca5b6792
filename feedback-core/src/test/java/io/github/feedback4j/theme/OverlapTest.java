package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OverlapTest {

  private static Arguments row(String name, String items, String text, String expected) {
    return argumentSet(name, items, text, expected);
  }

  static Stream<Arguments> overlaps() {
    return Stream.of(
        row(
            "a complaint one word later outweighs a neutral one",
            "t en   my red\nt en - red car",
            "my red car",
            "-[red car]"),
        row(
            "praise before outweighs a neutral one, too",
            "t en + my red\nt en   red car now",
            "my red car now",
            "+[my red]"),
        row(
            "a longer neutral one outside takes the polarity of the one inside",
            "t en   my red car\nt en - red",
            "my red car",
            "-[my red car]"),
        row(
            "of two inside the leftmost gives it",
            "t en   my red car\nt en - red\nt en + car",
            "my red car",
            "-[my red car]"),
        row(
            "a neutral one inside gives way",
            "t en - my red car\nt en   red",
            "my red car",
            "-[my red car]"),
        row(
            "a neutral one at the same place gives way",
            "t en   red car\nt en - red ca*",
            "my red car",
            "-[red car]"),
        row(
            "of two that judge the leftmost counts",
            "t en + my red\nt en - red car now",
            "my red car now",
            "+[my red]"),
        row(
            "of two that judge the longest of one start counts",
            "t en + red\nt en - red car",
            "my red car",
            "-[red car]"),
        row(
            "of two neutral ones the leftmost counts",
            "t en   my red\nt en   red car now",
            "my red car now",
            "0[my red]"),
        row(
            "what gave way leaves room for another neutral one",
            "t en   my red\nt en - red car\nt en   my",
            "my red car",
            "0[my] -[red car]"),
        row(
            "a neutral one that has one inside and cuts another gives way to both",
            "t en   my red car\nt en - red\nt en + car now",
            "my red car now",
            "-[red] +[car now]"),
        row(
            "themes do not outweigh each other",
            "t en   my red\nu en - red car",
            "my red car",
            "0[my red] -[red car]"));
  }

  @ParameterizedTest
  @MethodSource("overlaps")
  void itemsWithAPolarityOutweighNeutralOnesThatTheyOverlap(
      String items, String text, String expected) {
    String found = RulePacks.tagger(items).tags(text, Locale.ENGLISH).tags().stream()
        .map(each ->
            sign(each) + "[" + text.substring(each.place().start(), each.place().end()) + "]")
        .collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(expected);
  }

  private static String sign(Tag tag) {
    return tag.score() == 100 ? "+" : tag.score() == -100 ? "-" : "0";
  }
}
