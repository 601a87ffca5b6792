package io.github.feedback4j.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import io.github.feedback4j.survey.MetricDefinition;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyCubeTest {

  private static final MetricDefinition CSAT = MetricDefinition.csat();
  private static final MetricDefinition NPS = MetricDefinition.nps();
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);

  private static TallyCube sample() {
    TallyCube cube = TallyCube.by("team", "service", "channel");
    cube.add(CSAT, MONDAY, 5, 1, "network", "vpn", "mail");
    cube.add(CSAT, MONDAY, 5, 1, "network", "vpn", "mail");
    cube.add(CSAT, MONDAY, 2, 1, "network", "vpn", "phone");
    cube.add(CSAT, TUESDAY, 4, 0.5, "network", "wifi", "phone");
    cube.add(CSAT, TUESDAY, 1, 1, "desk", "laptop", "");
    cube.add(NPS, TUESDAY, 0, 1, "desk", "laptop", "mail");
    return cube;
  }

  @Test
  void sumsAnyPartOfItself() {
    TallyCube cube = sample();

    assertThat(cube.sum(CSAT)).isEqualTo(Tally.ofAnswers(CSAT, 5, 5, 2, 1).with(4, 0.5, 1));
    assertThat(cube.sum(NPS)).isEqualTo(Tally.ofAnswers(NPS, 0));
    assertThat(cube.sum(MetricDefinition.ces()).n()).isZero();
    assertThat(cube.where("team", "network").where("channel", "phone", "chat").sum(CSAT))
        .isEqualTo(Tally.ofAnswers(CSAT, 2).with(4, 0.5, 1));
    assertThat(cube.where("team", "nobody").sum(CSAT).n()).isZero();
    assertThat(cube.where("channel", "").sum(CSAT)).isEqualTo(Tally.ofAnswers(CSAT, 1));
    assertThat(cube.between(TUESDAY, null).sum(CSAT).n()).isEqualTo(2);
    assertThat(cube.between(null, TUESDAY).sum(CSAT).n()).isEqualTo(3);
    assertThat(cube.between(MONDAY, TUESDAY.plusDays(1))).isEqualTo(cube);
  }

  @Test
  void sumsByValueAndByDay() {
    TallyCube cube = sample();

    assertThat(cube.sumBy("team", CSAT))
        .containsExactly(
            entry("desk", Tally.ofAnswers(CSAT, 1)),
            entry("network", Tally.ofAnswers(CSAT, 5, 5, 2).with(4, 0.5, 1)));
    assertThat(cube.sumByDay(CSAT))
        .containsExactly(
            entry(MONDAY, Tally.ofAnswers(CSAT, 5, 5, 2)),
            entry(TUESDAY, Tally.ofAnswers(CSAT, 1).with(4, 0.5, 1)));
    assertThat(cube.sumBy("team", MetricDefinition.ces())).isEmpty();
  }

  @Test
  void saysWhatIsInIt() {
    TallyCube cube = sample();

    assertThat(cube.dimensions()).containsExactly("team", "service", "channel");
    assertThat(cube.metrics()).containsExactly(CSAT, NPS);
    assertThat(cube.size()).isEqualTo(5);
    assertThat(cube.cells())
        .hasSize(5)
        .contains(new TallyCube.Cell(
            MONDAY, List.of("network", "vpn", "mail"), Tally.ofAnswers(CSAT, 5, 5)));
    assertThat(cube).hasToString("[team, service, channel]: 5 cells");
    assertThat(TallyCube.by("team").cells()).isEmpty();
  }

  @Test
  void takesOutWhatWasPutIn() {
    TallyCube cube = sample();
    TallyCube monday = cube.between(null, TUESDAY);

    TallyCube rest = cube.minus(monday);

    assertThat(rest).isEqualTo(cube.between(TUESDAY, null)).isNotEqualTo(cube);
    assertThat(rest.size()).isEqualTo(3);
    assertThat(cube.minus(cube).size()).isZero();
    assertThat(cube.minus(cube).metrics()).isEmpty();
    assertThat(cube).isEqualTo(sample());
  }

  @Test
  void refusesToTakeOutWhatIsNotThere() {
    TallyCube cube = sample();
    TallyCube other = TallyCube.by("team", "service", "channel");
    other.add(CSAT, MONDAY, 5, 1, "network", "vpn", "mail");
    other.add(CSAT, MONDAY, 4, 1, "network", "vpn", "mail");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> cube.minus(other))
        .withMessage(
            "cannot take the answers of [network, vpn, mail] to 'csat' on 2026-11-23 out of the cube: it has not as many of them");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cube.between(TUESDAY, null).minus(cube))
        .withMessageStartingWith("cannot take the answers of ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TallyCube.by("team", "service", "channel").minus(cube));
    assertThat(cube).isEqualTo(sample());
  }

  @Test
  void hasOneToSixDimensions() {
    TallyCube one = TallyCube.by("team");
    one.add(NPS, MONDAY, 9, 1, List.of("desk"));
    TallyCube six = TallyCube.by("a", "b", "c", "d", "e", "f");
    six.add(NPS, MONDAY, 9, 1, List.of("1", "2", "3", "4", "5", "6"));
    six.add(NPS, MONDAY, 9, 1, List.of("1", "2", "3", "4", "5", "7"));

    assertThat(one.sumBy("team", NPS)).containsOnlyKeys("desk");
    assertThat(six.sumBy("f", NPS)).containsOnlyKeys("6", "7");
    assertThat(six.sumBy("a", NPS)).containsOnlyKeys("1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TallyCube.by())
        .withMessage("a cube must have 1 to 6 dimensions, but was given 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TallyCube.by("team", "team"))
        .withMessage("dimensions must have different names, but were [team, team]");
  }

  @Test
  void hasRoomForAThousandValuesInEachOfSixDimensions() {
    TallyCube six = TallyCube.by("a", "b", "c", "d", "e", "f");
    for (int i = 0; i < 1024; i++) {
      String value = Integer.toString(i);
      six.add(NPS, MONDAY, 9, 1, List.of(value, value, value, value, value, value));
    }

    assertThat(six.sumBy("f", NPS)).hasSize(1024);
    assertThat(six.where("f", "1023").sumBy("a", NPS)).containsOnlyKeys("1023");
    assertThatIllegalStateException()
        .isThrownBy(() -> six.add(NPS, MONDAY, 9, 1, List.of("x", "x", "x", "x", "x", "x")))
        .withMessage(
            "dimension 'a' has more than 1024 different values: leave it out, or use fewer dimensions");
  }

  @Test
  void daysBeforeTheEpochAreDaysToo() {
    TallyCube cube = TallyCube.by("team");
    LocalDate early = LocalDate.of(1969, 12, 31);
    cube.add(NPS, early, 9, 0.25, List.of("desk"));
    cube.add(NPS, early.plusDays(1), 9, 0.25, List.of("desk"));

    assertThat(cube.sumByDay(NPS)).containsOnlyKeys(early, early.plusDays(1));
    assertThat(cube.between(null, early.plusDays(1)).sum(NPS).n()).isEqualTo(1);
  }

  @Test
  void refusesWhatDoesNotFit() {
    TallyCube cube = sample();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> cube.add(CSAT, MONDAY, 6, 1, "network", "vpn", "mail"))
        .withMessage("answer to metric 'csat' must be on the scale 1–5, but was 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cube.add(MetricDefinition.ces(), MONDAY, 0, 1, "network", "vpn", "mail"))
        .withMessage("answer to metric 'ces' must be on the scale 1–7, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cube.add(CSAT, MONDAY, 5, Double.NaN, "network", "vpn", "mail"))
        .withMessage("inclusion probability must be above 0 and at most 1, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cube.add(CSAT, MONDAY, 5, 1, "x".repeat(201), "vpn", "mail"))
        .withMessage("value of dimension 'team' must have at most 200 characters, but has 201");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cube.add(CSAT, MONDAY, 5, 1, List.of("network")))
        .withMessage(
            "the cube has the dimensions [team, service, channel], but was given 1 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TallyCube.by("team").add(CSAT, MONDAY, 5, 1, "a", "b", "c"))
        .withMessage("the cube has the dimensions [team], but was given 3 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cube.add(CSAT, LocalDate.MAX, 5, 1, "network", "vpn", "mail"))
        .withMessage("day must be within five million years, but was +999999999-12-31");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cube.where("region", "north"))
        .withMessage("dimension must be one of [team, service, channel], but was 'region'");
    assertThatIllegalArgumentException().isThrownBy(() -> cube.sumBy("region", CSAT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cube.between(TUESDAY, TUESDAY))
        .withMessage("until must be after from (2026-11-24), but was 2026-11-24");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cube.plus(TallyCube.by("team")))
        .withMessage(
            "cubes must have the same dimensions, but have [team, service, channel] and [team]");
    assertThat(cube).isEqualTo(sample());
  }

  @Test
  void isFullAtTwoMillionCells() {
    TallyCube cube = TallyCube.by("a", "b", "c");
    String[] names = new String[2000];
    for (int i = 0; i < names.length; i++) {
      names[i] = Integer.toString(i);
    }
    for (int i = 0; i < TallyCube.MAX_CELLS; i++) {
      cube.add(CSAT, MONDAY, 5, 1, names[i % 2000], names[i / 2000], "");
    }

    assertThat(cube.size()).isEqualTo(TallyCube.MAX_CELLS);
    assertThatIllegalStateException()
        .isThrownBy(() -> cube.add(CSAT, MONDAY, 5, 1, "one", "more", ""))
        .withMessage(
            "the cube is full with 2000000 cells: leave out a dimension, or make a cube for each year");
    cube.add(CSAT, MONDAY, 5, 1, "1999", "999", "");
    assertThat(cube.sum(CSAT).n()).isEqualTo(TallyCube.MAX_CELLS + 1);
  }

  @Test
  void doesNotMixMetricsThatShareAName() {
    TallyCube cube = TallyCube.by("team");
    cube.add(MetricDefinition.stars(4), MONDAY, 4, 1, List.of("desk"));
    cube.add(MetricDefinition.stars(5), MONDAY, 4, 1, List.of("desk"));

    assertThat(cube.sum(MetricDefinition.stars(4)).count("many")).isEqualTo(1);
    assertThat(cube.sum(MetricDefinition.stars(5)).count("many")).isZero();
  }
}
