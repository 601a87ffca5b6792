package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That draws are even, and independent of each other, whatever ids and keys look like. */
class SamplingStatisticsTest {

  // Nothing here is random: the same ids give the same figures for ever.

  private static final int PEOPLE = 200_000;

  private static final List<String> KEYS =
      List.of("ticket-csat", "ticket-csat-2", "ticket-csat2", "a", "b");

  private static final List<List<String>> SIMILAR = List.of(
      List.of("ticket-csat-1", "ticket-csat-2"),
      List.of("ticket-csat", "ticket-csat2"),
      List.of("a", "b"),
      List.of("survey.2026", "survey.2027"),
      List.of("Portal", "portal"));

  private static final Map<String, long[]> SHAPES = Map.of(
      "numbers", hashes(Integer::toString),
      "padded numbers", hashes("u%07d"::formatted),
      "mail addresses", hashes(i -> "person." + i + "@example.org"),
      "hexadecimal", hashes(i -> Long.toHexString(i * 0x9E3779B97F4A7C15L)));

  private static long[] hashes(IntFunction<String> id) {
    return IntStream.range(0, PEOPLE)
        .mapToLong(i -> SamplingPosition.unitHash(id.apply(i)))
        .toArray();
  }

  static Stream<Arguments> shapesAndKeys() {
    return SHAPES.entrySet().stream()
        .flatMap(shape -> KEYS.stream()
            .map(key -> argumentSet(shape.getKey() + ", " + key, shape.getValue(), key)));
  }

  static Stream<Arguments> shapesAndPairs() {
    return SHAPES.entrySet().stream()
        .flatMap(shape -> SIMILAR.stream()
            .map(pair -> argumentSet(
                shape.getKey() + ", " + pair, shape.getValue(), pair.get(0), pair.get(1))));
  }

  static Stream<Arguments> shapesOnly() {
    return SHAPES.entrySet().stream()
        .map(shape -> argumentSet(shape.getKey(), (Object) shape.getValue()));
  }

  /** χ² with 99 degrees of freedom lies in 54…158 with a probability of more than 0.9997. */
  @ParameterizedTest
  @MethodSource("shapesAndKeys")
  void fillsAHundredBucketsEvenly(long[] units, String key) {
    long salt = SamplingPosition.saltHash(key);
    int[] buckets = new int[100];
    for (long unit : units) {
      buckets[(int) (SamplingPosition.position(salt, unit) * 100)]++;
    }

    assertThat(chiSquare(buckets)).isBetween(54.0, 158.0);
  }

  @ParameterizedTest
  @MethodSource("shapesAndKeys")
  void dealsAHundredPanelsEvenly(long[] units, String key) {
    long salt = SamplingPosition.panelHash(key);
    int[] panels = new int[100];
    for (long unit : units) {
      panels[SamplingPosition.panel(salt, unit, 100)]++;
    }

    assertThat(chiSquare(panels)).isBetween(54.0, 158.0);
  }

  @ParameterizedTest
  @MethodSource("shapesAndPairs")
  void tenPercentOfOneSurveyAndTenOfASimilarOneShareTenPercent(
      long[] units, String one, String other) {
    long first = SamplingPosition.saltHash(one);
    long second = SamplingPosition.saltHash(other);
    int inFirst = 0;
    int inBoth = 0;
    for (long unit : units) {
      if (SamplingPosition.position(first, unit) < 0.1) {
        inFirst++;
        inBoth += SamplingPosition.position(second, unit) < 0.1 ? 1 : 0;
      }
    }

    assertThat((double) inBoth / inFirst).isCloseTo(0.1, within(0.007));
  }

  @ParameterizedTest
  @MethodSource("shapesAndPairs")
  void similarSurveysAreNotCorrelated(long[] units, String one, String other) {
    assertThat(correlation(units, SamplingPosition.saltHash(one), SamplingPosition.saltHash(other)))
        .isBetween(-0.01, 0.01);
  }

  @ParameterizedTest
  @MethodSource("shapesOnly")
  void samplingPanelAndLayerOfOneSaltAreNotCorrelated(long[] units) {
    long sampling = SamplingPosition.saltHash("csat");
    long panel = SamplingPosition.panelHash("csat");
    long layer = SamplingPosition.layerHash("csat");

    assertThat(correlation(units, sampling, panel)).isBetween(-0.01, 0.01);
    assertThat(correlation(units, sampling, layer)).isBetween(-0.01, 0.01);
    assertThat(correlation(units, panel, layer)).isBetween(-0.01, 0.01);
  }

  private static double chiSquare(int[] buckets) {
    double expected = (double) PEOPLE / buckets.length;
    double sum = 0;
    for (int bucket : buckets) {
      sum += (bucket - expected) * (bucket - expected) / expected;
    }
    return sum;
  }

  /** Pearson's coefficient of two draws, whose mean is 1/2 and whose variance is 1/12. */
  private static double correlation(long[] units, long one, long other) {
    double sum = 0;
    for (long unit : units) {
      sum += (SamplingPosition.position(one, unit) - 0.5)
          * (SamplingPosition.position(other, unit) - 0.5);
    }
    return sum / units.length * 12;
  }
}
