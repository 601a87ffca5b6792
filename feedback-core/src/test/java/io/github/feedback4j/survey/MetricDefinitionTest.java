package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.MetricDefinition.Direction.HIGHER_IS_BETTER;
import static io.github.feedback4j.survey.MetricDefinition.Direction.LOWER_IS_BETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import io.github.feedback4j.survey.MetricDefinition.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricDefinitionTest {

  private static final Scale FIVE = Scale.of(1, 5);
  private static final ScoreClass LOW = new ScoreClass("low", 1, 3, 0);
  private static final ScoreClass HIGH = new ScoreClass("high", 4, 5, 1);

  @ParameterizedTest(name = "{1} and up of {0}")
  @CsvSource({"2, 2", "3, 3", "4, 3", "5, 4", "7, 6", "10, 9"})
  void csatCountsTheSatisfied(int points, int satisfiedFrom) {
    MetricDefinition csat = MetricDefinition.csat(points);

    assertThat(csat.scale()).isEqualTo(Scale.of(1, points));
    assertThat(IntStream.rangeClosed(1, points).filter(point -> csat.scoreOf(point) == 1))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(satisfiedFrom, points).boxed().toList());
    assertThat(csat.classOf(satisfiedFrom).name()).isEqualTo("satisfied");
    assertThat(csat.classOf(satisfiedFrom - 1).name()).isEqualTo("unsatisfied");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 6, 8, 9, 11})
  void csatRefusesAScaleWithoutAgreedThreshold(int points) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricDefinition.csat(points))
        .withMessage(
            "csat has 2, 3, 4, 5, 7 or 10 points, but was %d; define a metric of your own for another scale",
            points);
  }

  @Test
  void csatHasFivePointsUnlessToldOtherwise() {
    assertThat(MetricDefinition.csat()).isEqualTo(MetricDefinition.csat(5));
  }

  @Test
  void npsScoresDetractorsPassivesAndPromoters() {
    MetricDefinition nps = MetricDefinition.nps();

    assertThat(IntStream.rangeClosed(0, 10).map(nps::scoreOf))
        .containsExactly(-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1);
    assertThat(nps.classes())
        .extracting(ScoreClass::name)
        .containsExactly("detractor", "passive", "promoter");
    assertThat(nps.lowest()).isEqualTo(-100);
    assertThat(nps.highest()).isEqualTo(100);
  }

  @Test
  void cesCountsAnswersFromFiveToSeven() {
    MetricDefinition ces = MetricDefinition.ces();

    assertThat(IntStream.rangeClosed(1, 7).map(ces::scoreOf)).containsExactly(0, 0, 0, 0, 1, 1, 1);
    assertThat(ces.direction()).isEqualTo(HIGHER_IS_BETTER);
  }

  @Test
  void theSiblingsOfNpsAreSeriesOfTheirOwn() {
    for (MetricDefinition each : List.of(MetricDefinition.enps(), MetricDefinition.tnps())) {
      assertThat(each.classes()).isEqualTo(MetricDefinition.nps().classes());
      assertThat(each.scale()).isEqualTo(MetricDefinition.nps().scale());
      assertThat(each).isNotEqualTo(MetricDefinition.nps());
    }
    assertThat(MetricDefinition.enps()).isNotEqualTo(MetricDefinition.tnps());
  }

  @Test
  void theMeanOfCesIsAnotherMetric() {
    MetricDefinition mean = MetricDefinition.cesMean();

    assertThat(mean.scale()).isEqualTo(MetricDefinition.ces().scale());
    assertThat(mean.unit()).isEqualTo(Unit.MEAN);
    assertThat(mean.id()).isEqualTo("ces-mean");
  }

  @Test
  void theFirstCesIsAnEffortOfWhichLessIsBetter() {
    MetricDefinition ces = MetricDefinition.ces1();

    assertThat(IntStream.rangeClosed(1, 5).map(ces::scoreOf)).containsExactly(1, 2, 3, 4, 5);
    assertThat(ces.direction()).isEqualTo(LOWER_IS_BETTER);
    assertThat(ces.unit()).isEqualTo(Unit.MEAN);
  }

  @Test
  void nsatScoresBothKindsOfDissatisfied() {
    MetricDefinition nsat = MetricDefinition.nsat();

    assertThat(IntStream.rangeClosed(1, 4).map(nsat::scoreOf)).containsExactly(-1, -1, 0, 1);
    assertThat(nsat.lowest()).isZero();
    assertThat(nsat.highest()).isEqualTo(200);
    assertThat(nsat.unit()).isEqualTo(Unit.POINTS);
  }

  @Test
  void starsHaveAThresholdAndAMean() {
    MetricDefinition stars = MetricDefinition.stars();

    assertThat(IntStream.rangeClosed(1, 5).map(stars::scoreOf)).containsExactly(0, 0, 0, 1, 1);
    assertThat(MetricDefinition.stars(5).scoreOf(4)).isZero();
    assertThat(MetricDefinition.stars(5)).isNotEqualTo(stars);
    assertThat(MetricDefinition.starsMean().lowest()).isEqualTo(1);
    assertThat(MetricDefinition.starsMean().highest()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 6})
  void starsRefuseAThresholdThatLeavesAClassEmpty(int goodFrom) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricDefinition.stars(goodFrom))
        .withMessage("goodFrom must be between 2 and 5 stars, but was %d", goodFrom);
  }

  @Test
  void thumbsCountThumbsUp() {
    MetricDefinition thumbs = MetricDefinition.thumbs();

    assertThat(thumbs.scale()).isEqualTo(Scale.of(0, 1));
    assertThat(thumbs.scoreOf(0)).isZero();
    assertThat(thumbs.scoreOf(1)).isEqualTo(1);
  }

  @Test
  void aPercentageReachesFromZeroToOneHundred() {
    assertThat(MetricDefinition.csat().lowest()).isZero();
    assertThat(MetricDefinition.csat().highest()).isEqualTo(100);
  }

  @Test
  void aMeanReachesFromOneEndOfTheScaleToTheOther() {
    MetricDefinition mean = MetricDefinition.csatMean(7);

    assertThat(IntStream.rangeClosed(1, 7).map(mean::scoreOf)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(mean.lowest()).isEqualTo(1);
    assertThat(mean.highest()).isEqualTo(7);
    assertThat(mean).isNotEqualTo(MetricDefinition.csat(7));
  }

  @Test
  void factorAndOffsetMoveTheReach() {
    MetricDefinition nsat = metric(50, 100, new ScoreClass("low", 1, 3, -2), HIGH);

    assertThat(nsat.lowest()).isZero();
    assertThat(nsat.highest()).isEqualTo(150);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void refusesAnAnswerOffTheScale(int point) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricDefinition.csat().scoreOf(point))
        .withMessage("answer to metric 'csat' must be on the scale 1–5, but was %d", point);
  }

  @Test
  void isEqualOnlyIfEveryPartIs() {
    MetricDefinition metric = metric(1, 0, LOW, HIGH);

    assertThat(metric).isEqualTo(metric(1, 0, LOW, HIGH));
    assertThat(metric).isNotEqualTo(metric(2, 0, LOW, HIGH));
    assertThat(metric).isNotEqualTo(metric(1, 1, LOW, HIGH));
    assertThat(metric).isNotEqualTo(metric(1, 0, LOW, new ScoreClass("high", 4, 5, 2)));
    assertThat(metric)
        .isNotEqualTo(
            new MetricDefinition("m", 2, FIVE, HIGHER_IS_BETTER, 1, 0, List.of(LOW, HIGH)));
    assertThat(metric)
        .isNotEqualTo(
            new MetricDefinition("m", 1, FIVE, LOWER_IS_BETTER, 1, 0, List.of(LOW, HIGH)));
  }

  @Test
  void doesNotSeeLaterChangesOfTheClasses() {
    List<ScoreClass> classes = new ArrayList<>(List.of(LOW, HIGH));
    MetricDefinition metric = new MetricDefinition("m", 1, FIVE, HIGHER_IS_BETTER, 1, 0, classes);

    classes.clear();

    assertThat(metric.classes()).containsExactly(LOW, HIGH);
  }

  @ParameterizedTest
  @MethodSource
  void refusesClassesThatDoNotFit(List<ScoreClass> classes, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> metric(1, 0, classes.toArray(ScoreClass[]::new)))
        .withMessage(message);
  }

  static Stream<Arguments> refusesClassesThatDoNotFit() {
    String cover =
        "classes of metric 'm' must cover 1–5 in ascending order without gaps: expected a class ";
    ScoreClass tail = new ScoreClass("tail", 5, 5, 1);
    return Stream.of(
        argumentSet("none", List.of(), "classes of metric 'm' must cover 1–5, but end at 0"),
        argumentSet("a gap", List.of(LOW, tail), cover + "from 4, but 'tail' starts at 5"),
        argumentSet(
            "an overlap",
            List.of(LOW, new ScoreClass("high", 3, 5, 1)),
            cover + "from 4, but 'high' starts at 3"),
        argumentSet(
            "the wrong order", List.of(HIGH, LOW), cover + "from 1, but 'high' starts at 4"),
        argumentSet(
            "a late start",
            List.of(new ScoreClass("low", 2, 3, 0), HIGH),
            cover + "from 1, but 'low' starts at 2"),
        argumentSet(
            "an early end",
            List.of(LOW, new ScoreClass("high", 4, 4, 1)),
            "classes of metric 'm' must cover 1–5, but end at 4"),
        argumentSet(
            "a late end",
            List.of(LOW, new ScoreClass("high", 4, 6, 1)),
            "classes of metric 'm' must cover 1–5, but end at 6"),
        argumentSet(
            "an end beyond all numbers",
            List.of(LOW, new ScoreClass("high", 4, Integer.MAX_VALUE, 1)),
            "classes of metric 'm' must cover 1–5, but end at 2147483647"),
        argumentSet(
            "two of one name",
            List.of(LOW, new ScoreClass("low", 4, 5, 1)),
            "metric 'm' has two classes named 'low'"),
        argumentSet(
            "one score for all",
            List.of(LOW, new ScoreClass("high", 4, 5, 0)),
            "classes of metric 'm' must have at least two different scores"));
  }

  @ParameterizedTest
  @MethodSource
  void refusesAPart(Runnable make, String message) {
    assertThatIllegalArgumentException().isThrownBy(make::run).withMessage(message);
  }

  static Stream<Arguments> refusesAPart() {
    return Stream.of(
        refusal(
            "a name with spaces",
            () -> mean("my metric"),
            "metric id must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}, but was 'my metric'"),
        refusal(
            "version zero",
            () -> new MetricDefinition("m", 0, FIVE, HIGHER_IS_BETTER, 1, 0, List.of(LOW, HIGH)),
            "metric version must be at least 1, but was 0"),
        refusal(
            "factor zero",
            () -> metric(0, 0, LOW, HIGH),
            "metric factor must be between 1 and 1000, but was 0"),
        refusal(
            "too large a factor",
            () -> metric(1001, 0, LOW, HIGH),
            "metric factor must be between 1 and 1000, but was 1001"),
        refusal(
            "too large an offset",
            () -> metric(1, 100_001, LOW, HIGH),
            "metric offset must be between -100000 and 100000, but was 100001"),
        refusal(
            "too small an offset",
            () -> metric(1, -100_001, LOW, HIGH),
            "metric offset must be between -100000 and 100000, but was -100001"),
        refusal(
            "a class without points",
            () -> new ScoreClass("low", 3, 2, 0),
            "class 'low' must not end (2) before it starts (3)"),
        refusal(
            "too large a score",
            () -> new ScoreClass("low", 1, 2, 1001),
            "score of class 'low' must be between -1000 and 1000, but was 1001"),
        refusal(
            "too small a score",
            () -> new ScoreClass("low", 1, 2, -1001),
            "score of class 'low' must be between -1000 and 1000, but was -1001"),
        refusal(
            "a percentage in which everything is good",
            () -> MetricDefinition.percentage("m", FIVE, 1, "bad", "good"),
            "class 'bad' must not end (0) before it starts (1)"),
        refusal(
            "a percentage in which nothing is good",
            () -> MetricDefinition.percentage("m", FIVE, 6, "bad", "good"),
            "class 'good' must not end (5) before it starts (6)"));
  }

  private static Arguments refusal(String name, Runnable make, String message) {
    return argumentSet(name, make, message);
  }

  private static MetricDefinition mean(String id) {
    return MetricDefinition.mean(id, FIVE, HIGHER_IS_BETTER);
  }

  private static MetricDefinition metric(int factor, int offset, ScoreClass... classes) {
    return new MetricDefinition("m", 1, FIVE, HIGHER_IS_BETTER, factor, offset, List.of(classes));
  }
}
