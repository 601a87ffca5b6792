package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.insight.DriverShares.ThemeShare;
import io.github.feedback4j.insight.ExpectedValues.Row;
import io.github.feedback4j.insight.PenaltyReward.Kind;
import io.github.feedback4j.insight.PenaltyReward.Marks;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.Scale;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DriversTest {

  private static final Map<String, Set<String>> THEMES = Map.of(
      "equal", Set.of("a", "b", "c"),
      "weighted", Set.of("a", "b", "c", "d"),
      "extreme", Set.of("a", "b", "c"),
      "together", Set.of("a", "b", "c"));

  private static final double Z = StandardNormal.quantile(0.95);

  static Stream<Row> reference() {
    return ExpectedValues.of("drivers.csv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithTheSurveyPackage(Row row) {
    MetricDefinition metric =
        row.text("metric").equals("csat") ? MetricDefinition.csat() : MetricDefinition.csatMean(5);
    ThemePatterns patterns = ExpectedValues.patterns(
        "drivers-answers.csv",
        row.text("case"),
        metric,
        Objects.requireNonNull(THEMES.get(row.text("case"))));
    String theme = row.text("theme");
    double value = row.number("value");

    switch (row.text("quantity")) {
      case "impact" -> assertEstimate(impact(patterns, theme).impact(), row);
      case "p" ->
        assertThat(impact(patterns, theme).pValue()).isCloseTo(value, within(1e-9 * value));
      case "adjusted" ->
        assertThat(impact(patterns, theme).adjustedP()).isCloseTo(value, within(1e-9 * value));
      case "explained" ->
        assertThat(DriverShares.of(patterns).orElseThrow().explained().value())
            .isCloseTo(value, within(1e-9));
      case "share" -> assertThat(share(patterns, theme).value()).isCloseTo(value, within(1e-9));
      case "penalty" -> assertEstimate(contrast(patterns).penalty(), row);
      case "reward" -> assertEstimate(contrast(patterns).reward(), row);
      case "contrast" -> assertEstimate(contrast(patterns).contrast(), row);
      case "mean" -> {
        Score score = Score.of(patterns.all());
        assertThat(score.value().orElseThrow()).isCloseTo(value, within(1e-9));
        assertThat(score.standardError().orElseThrow())
            .isCloseTo(row.number("standard error"), within(1e-9));
      }
      case "poststratified", "stratified" -> {
        Tally with = patterns.mentioning(theme);
        Estimate adjusted = PostStratification.of(
                Map.of("with", with, "without", patterns.all().minus(with)),
                Map.of("with", 300L, "without", 700L))
            .adjusted()
            .orElseThrow();
        assertThat(adjusted.value()).isCloseTo(value, within(1e-9));
        assertThat(adjusted.standardError().orElseThrow())
            .isCloseTo(row.number("standard error"), within(1e-9));
      }
      default -> throw new IllegalStateException(row.toString());
    }
  }

  private static void assertEstimate(Estimate estimate, Row row) {
    double error = row.number("standard error");
    assertThat(estimate.value()).isCloseTo(row.number("value"), within(1e-9));
    assertThat(estimate.standardError().orElseThrow()).isCloseTo(error, within(1e-9));
    assertThat(estimate.interval().low()).isCloseTo(row.number("value") - Z * error, within(1e-8));
    assertThat(estimate.interval().high()).isCloseTo(row.number("value") + Z * error, within(1e-8));
  }

  private static ThemeImpact impact(ThemePatterns patterns, String theme) {
    return Drivers.of(patterns).impacts().stream()
        .filter(each -> each.theme().equals(theme))
        .findFirst()
        .orElseThrow();
  }

  private static Estimate share(ThemePatterns patterns, String theme) {
    return DriverShares.of(patterns).orElseThrow().themes().stream()
        .filter(each -> each.theme().equals(theme))
        .findFirst()
        .orElseThrow()
        .share();
  }

  private static PenaltyReward contrast(ThemePatterns patterns) {
    return PenaltyReward.of(patterns, Map.of("theme", new Marks("a", "c"))).get(0);
  }

  static Stream<Row> impacts() {
    return ExpectedValues.of("impacts.csv");
  }

  @ParameterizedTest
  @MethodSource("impacts")
  void agreesWithFiftyDigits(Row row) {
    Tally tagged = ExpectedValues.csat(row.count("tagged bad"), row.count("tagged good"));
    Tally untagged = ExpectedValues.csat(row.count("untagged bad"), row.count("untagged good"));

    ThemeImpact impact = Drivers.of(tagged.plus(untagged), Map.of("waiting", tagged), 0.95)
        .impacts()
        .get(0);

    assertThat(impact.impact().value()).isCloseTo(row.number("impact"), within(1e-9));
    assertThat(impact.impact().standardError().orElseThrow())
        .isCloseTo(row.number("standard error"), within(1e-9));
    assertThat(impact.pValue()).isCloseTo(row.number("p"), within(1e-9 * row.number("p")));
  }

  static Stream<Row> shares() {
    return ExpectedValues.of("shares.csv");
  }

  @Test
  void sharesAgreeWithTheFormulaOfShapley() {
    for (String chosen : List.of("three", "twelve")) {
      Map<String, Row> expected = shares()
          .filter(each -> each.text("case").equals(chosen))
          .collect(Collectors.toMap(each -> each.text("theme"), each -> each));
      ThemePatterns patterns = ExpectedValues.patterns(
          "shares-answers.csv", chosen, MetricDefinition.csatMean(5), expected.keySet());

      DriverShares shares = DriverShares.of(patterns).orElseThrow();

      double sum = 0;
      for (ThemeShare each : shares.themes()) {
        Row row = Objects.requireNonNull(expected.get(each.theme()));
        assertThat(each.share().value()).isCloseTo(row.number("share"), within(1e-9));
        if (row.has("standard error")) {
          // Its expected value is a numerical derivative.
          assertThat(each.share().standardError().orElseThrow())
              .isCloseTo(row.number("standard error"), within(1e-7));
        }
        sum += each.share().value();
      }
      assertThat(sum).isCloseTo(shares.explained().value(), within(1e-12));
    }
  }

  // The worked example of docs: 100 answers, 20 mention waiting; 4 of them are satisfied, and 64 of
  // the
  // other 80. Those score 80, all together 68: waiting costs 12 points, 0.2 × 60.
  @Test
  void aThemeCostsItsPrevalenceTimesItsEffect() {
    Drivers drivers = Drivers.of(
        ExpectedValues.csat(32, 68), Map.of("waiting", ExpectedValues.csat(16, 4)), 0.95);

    ThemeImpact waiting = drivers.impacts().get(0);
    assertThat(waiting.prevalence()).isEqualTo(0.2);
    assertThat(waiting.effect()).isCloseTo(60, within(1e-12));
    assertThat(waiting.impact().value()).isCloseTo(12, within(1e-12));
    assertThat(waiting.impact().interval().low()).isCloseTo(5.85, within(0.005));
    assertThat(waiting.impact().interval().high()).isCloseTo(18.15, within(0.005));
    assertThat(waiting.isDiscovery(0.05)).isTrue();
    assertThat(waiting.tagged()).isEqualTo(20);
    assertThat(waiting.untagged()).isEqualTo(80);
  }

  @Test
  void themesWithTooFewAnswersAreListedAndNotJudged() {
    Tally all = ExpectedValues.csat(10, 10);

    Drivers drivers = Drivers.of(
        all,
        Map.of(
            "rare", ExpectedValues.csat(4, 0),
            "never", ExpectedValues.csat(0, 0),
            "nearly always", ExpectedValues.csat(10, 6),
            "enough", ExpectedValues.csat(5, 0)),
        0.95);

    assertThat(drivers.tooFew()).containsExactly("nearly always", "never", "rare");
    assertThat(drivers.impacts()).extracting(ThemeImpact::theme).containsExactly("enough");
  }

  @Test
  void whereAllAnswersAreWorthTheSameThereIsNoTelling() {
    Tally all = ExpectedValues.csat(0, 20);

    Drivers drivers = Drivers.of(all, Map.of("kind", ExpectedValues.csat(0, 9)), 0.95);

    assertThat(drivers.impacts()).isEmpty();
    assertThat(drivers.tooFew()).containsExactly("kind");
    assertThat(Drivers.of(ExpectedValues.csat(0, 0), Map.of(), 0.95).impacts()).isEmpty();
  }

  @Test
  void refusesTaggedAnswersThatAreNotAmongAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Drivers.of(ExpectedValues.csat(1, 1), Map.of("x", ExpectedValues.csat(2, 0)), 0.95))
        .withMessageContaining("cannot take 2 answers of point 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Drivers.of(ExpectedValues.csat(1, 1), Map.of(), 1))
        .withMessage("level must be between 0 and 1, both excluded, but was 1.0");
  }

  @Test
  void twoThemesThatAlwaysComeTogetherShareEqually() {
    ThemePatterns patterns = ThemePatterns.empty(MetricDefinition.csat(), Set.of("a", "b", "c"))
        .with(Set.of("a", "b"), ExpectedValues.csat(9, 1))
        .with(Set.of(), ExpectedValues.csat(2, 8));

    DriverShares shares = DriverShares.of(patterns).orElseThrow();

    assertThat(share(patterns, "a").value())
        .isCloseTo(share(patterns, "b").value(), within(1e-12))
        .isCloseTo(shares.explained().value() / 2, within(1e-12));
    assertThat(share(patterns, "c").value()).isCloseTo(0, within(1e-15)); // nobody mentions it
    // R² of two yes-or-no variables is φ².
    double phi = SlaGap.of(2, 10, 9, 10, 0.95).phi().orElseThrow();
    assertThat(shares.explained().value()).isCloseTo(phi * phi, within(1e-12));
  }

  @Test
  void aFewAnswersExplainNothing() {
    ThemePatterns patterns = ThemePatterns.empty(MetricDefinition.csat(), Set.of("a", "b"));

    assertThat(DriverShares.of(patterns)).isEmpty();
    assertThat(DriverShares.of(patterns.with(Set.of("a"), ExpectedValues.csat(1, 2))))
        .isEmpty();
    assertThat(DriverShares.of(patterns.with(Set.of("a"), ExpectedValues.csat(0, 9))))
        .isEmpty();
  }

  @Test
  void takesTwelveThemesAtMost() {
    Set<String> thirteen = IntStream.range(0, 13)
        .mapToObj(each -> "t" + each)
        .collect(Collectors.toCollection(TreeSet::new));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemePatterns.empty(MetricDefinition.csat(), thirteen))
        .withMessage("themes must be 1 to 12, but were 13; take those with the most mentions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemePatterns.empty(MetricDefinition.csat(), Set.of()));
  }

  @Test
  void tellsBasicThemesFromExcitingOnes() {
    Map<String, Marks> themes = Map.of(
        "basic", new Marks("basic-", "basic+"),
        "wow", new Marks("wow-", "wow+"),
        "linear", new Marks("linear-", "linear+"),
        "dull", new Marks("dull-", "dull+"));
    Set<String> marks = new TreeSet<>();
    themes.values().forEach(each -> marks.addAll(Set.of(each.negative(), each.positive())));
    ThemePatterns patterns = ThemePatterns.empty(MetricDefinition.csat(), marks)
        .with(Set.of(), ExpectedValues.csat(50, 50))
        .with(Set.of("basic-"), ExpectedValues.csat(38, 2))
        .with(Set.of("basic+"), ExpectedValues.csat(20, 20))
        .with(Set.of("wow-"), ExpectedValues.csat(20, 20))
        .with(Set.of("wow+"), ExpectedValues.csat(2, 38))
        .with(Set.of("linear-"), ExpectedValues.csat(36, 4))
        .with(Set.of("linear+"), ExpectedValues.csat(4, 36))
        .with(Set.of("dull-"), ExpectedValues.csat(20, 20))
        .with(Set.of("dull+"), ExpectedValues.csat(20, 20));

    Map<String, Kind> kinds = new TreeMap<>();
    PenaltyReward.of(patterns, themes).forEach(each -> kinds.put(each.theme(), each.kind()));

    assertThat(kinds)
        .containsEntry("basic", Kind.BASIC)
        .containsEntry("wow", Kind.EXCITEMENT)
        .containsEntry("linear", Kind.PERFORMANCE)
        .containsEntry("dull", Kind.CANNOT_TELL);
  }

  @Test
  void aLowerEffortIsAReward() {
    MetricDefinition effort =
        MetricDefinition.mean("effort", Scale.of(1, 5), Direction.LOWER_IS_BETTER);
    ThemePatterns patterns = ThemePatterns.empty(effort, Set.of("-", "+"))
        .with(Set.of(), Tally.of(effort, Map.of(2, 20L, 4, 20L)))
        .with(Set.of("-"), Tally.of(effort, Map.of(3, 20L, 4, 20L)))
        .with(Set.of("+"), Tally.of(effort, Map.of(1, 39L, 2, 1L)));

    PenaltyReward tool =
        PenaltyReward.of(patterns, Map.of("tool", new Marks("-", "+"))).get(0);

    assertThat(tool.reward().value()).isNegative();
    assertThat(tool.kind()).isEqualTo(Kind.EXCITEMENT);
  }

  @Test
  void leavesOutThemesWithoutAnswersForBothMarks() {
    ThemePatterns patterns = ThemePatterns.empty(MetricDefinition.csat(), Set.of("-", "+"))
        .with(Set.of(), ExpectedValues.csat(5, 5))
        .with(Set.of("-"), ExpectedValues.csat(5, 5));

    assertThat(PenaltyReward.of(patterns, Map.of("tool", new Marks("-", "+")))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PenaltyReward.of(patterns, Map.of("tool", new Marks("-", "good"))))
        .withMessage("theme must be one of [+, -], but was 'good'");
  }
}
