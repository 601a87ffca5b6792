package io.github.feedback4j.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EditDistanceTest {

  @ParameterizedTest
  @MethodSource
  void findsTheNearestWord(String word, @Nullable String nearest) {
    assertThat(EditDistance.nearest(word, List.of("active", "paused", "on"))).isEqualTo(nearest);
  }

  static Stream<Arguments> findsTheNearestWord() {
    return Stream.of(
        argumentSet("a letter is missing", "activ", "active"),
        argumentSet("a letter is too many", "actiive", "active"),
        argumentSet("a letter is wrong", "actixe", "active"),
        argumentSet("two letters changed places", "atcive", "active"),
        argumentSet("two mistakes in five letters", "aktif", null),
        argumentSet("two mistakes in six letters", "aktife", "active"),
        argumentSet("capitals", "PAUSED", "paused"),
        argumentSet("one letter of two", "of", "on"),
        argumentSet("nothing near", "archived", null),
        argumentSet("nothing at all", "", null),
        argumentSet("far too long", "active".repeat(100), null));
  }

  @Test
  void findsNothingWhereNothingIsKnownOrAllIsTooLong() {
    String word = "a".repeat(64);

    assertThat(EditDistance.nearest("on", List.of())).isNull();
    assertThat(EditDistance.nearest(word, List.of(word))).isEqualTo(word);
    assertThat(EditDistance.nearest(word, List.of(word + "a"))).isNull();
  }
}
