package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyCatalogTest {

  private static final Survey CSAT_1 = Surveys.csat("ticket-csat");
  private static final Survey CSAT_2 = CSAT_1.withVersion(2);
  private static final Survey CSAT_10 = CSAT_1.withVersion(10);
  private static final Survey NPS = Surveys.nps("advisory");

  @Test
  void theHighestVersionIsTheCurrentOne() {
    SurveyCatalog catalog = SurveyCatalog.of(List.of(CSAT_2, CSAT_10, CSAT_1));

    assertThat(catalog.find("ticket-csat")).isSameAs(CSAT_10);
    assertThat(catalog.current()).containsExactly(CSAT_10);
  }

  @Test
  void findsOlderVersions() {
    SurveyCatalog catalog = SurveyCatalog.of(List.of(CSAT_1, CSAT_2));

    assertThat(catalog.find("ticket-csat", 1)).isSameAs(CSAT_1);
    assertThat(catalog.find("ticket-csat", 2)).isSameAs(CSAT_2);
  }

  @Test
  void findsNothingUnderAnUnknownKeyOrVersion() {
    SurveyCatalog catalog = SurveyCatalog.of(List.of(CSAT_1));

    assertThat(catalog.find("unknown")).isNull();
    assertThat(catalog.find("unknown", 1)).isNull();
    assertThat(catalog.find("ticket-csat", 2)).isNull();
  }

  @Test
  void listsSurveysByKey() {
    SurveyCatalog catalog = SurveyCatalog.of(List.of(CSAT_1, CSAT_2, NPS));

    assertThat(catalog.keys()).containsExactly("advisory", "ticket-csat");
    assertThat(catalog.current()).containsExactly(NPS, CSAT_2);
    assertThat(catalog).hasToString("[advisory v1, ticket-csat v2]");
  }

  @Test
  void mayBeEmpty() {
    SurveyCatalog catalog = SurveyCatalog.of(List.of());

    assertThat(catalog.current()).isEmpty();
    assertThat(catalog.keys()).isEmpty();
  }

  @Test
  void namesEveryVersionThatStandsTwice() {
    List<Survey> surveys = List.of(CSAT_1, CSAT_2, NPS, CSAT_2.withPriority(5), NPS, CSAT_10);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyCatalog.of(surveys))
        .withMessage(
            "each survey version must stand once; these stand twice: ticket-csat v2, advisory v1");
  }

  @Test
  void namesEveryPairOfSurveysThatOverlapsInALayer() {
    Survey first = Surveys.csat("a").withSampling(Sampling.layer("q4", 0, 0.2));
    Survey second = Surveys.csat("b").withSampling(Sampling.layer("q4", 0.1, 0.2));
    Survey third = Surveys.csat("c").withSampling(Sampling.layer("q4", 0.25, 0.75));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyCatalog.of(List.of(first, second, third, NPS, NPS)))
        .withMessage("each survey version must stand once; these stand twice: advisory v1; "
            + "'a' (0.0 to 0.2) and 'b' (0.1 to 0.3) must not overlap in layer 'q4'; move one; "
            + "'b' (0.1 to 0.3) and 'c' (0.25 to 1.0) must not overlap in layer 'q4'; move one");
  }

  @Test
  void slotsSideBySideAndSlotsOfOtherLayersAreFine() {
    Survey first = Surveys.csat("a").withSampling(Sampling.layer("q4", 0.1, 0.2));
    Survey second = Surveys.csat("b").withSampling(Sampling.layer("q4", 0.3, 0.2));
    Survey elsewhere = Surveys.csat("c").withSampling(Sampling.layer("q3", 0.1, 0.4));

    assertThat(SurveyCatalog.of(List.of(first, second, elsewhere)).current()).hasSize(3);
  }

  @Test
  void theSlotOfAClosedSurveyOrAnOlderVersionIsFree() {
    Survey slot = Surveys.csat("a").withSampling(Sampling.layer("q4", 0, 0.2));
    Survey moved = slot.withVersion(2).withSampling(Sampling.layer("q4", 0.2, 0.2));
    Survey closed = Surveys.csat("b")
        .withSampling(Sampling.layer("q4", 0.2, 0.2))
        .withStatus(SurveyStatus.CLOSED);
    Survey next = Surveys.csat("c").withSampling(Sampling.layer("q4", 0, 0.2));

    assertThat(SurveyCatalog.of(List.of(slot, moved, closed, next)).current()).hasSize(3);
  }

  @Test
  void surveysOfOthersStandBesideItsOwnAndTheHighestOfThemIsCurrent() {
    SurveyCatalog catalog = SurveyCatalog.of(List.of(NPS)).beside(List.of(CSAT_10, CSAT_2));

    assertThat(catalog.current()).containsExactly(NPS, CSAT_10);
    assertThat(catalog.keys()).containsExactly("advisory", "ticket-csat");
    assertThat(catalog.find("ticket-csat")).isSameAs(CSAT_10);
    assertThat(catalog.find("ticket-csat", 2)).isSameAs(CSAT_2);
    assertThat(catalog.versions("ticket-csat")).containsExactly(CSAT_2, CSAT_10);
  }

  @Test
  void itsOwnSurveysWinAgainstThoseOfOthers() {
    Survey changed = CSAT_2.withPriority(7);
    SurveyCatalog own = SurveyCatalog.of(List.of(CSAT_1, CSAT_2));

    SurveyCatalog catalog = own.beside(List.of(changed, CSAT_10));

    assertThat(catalog.find("ticket-csat")).isSameAs(CSAT_2);
    assertThat(catalog.current()).containsExactly(CSAT_2);
    assertThat(catalog.find("ticket-csat", 2)).isSameAs(CSAT_2);
    assertThat(catalog.find("ticket-csat", 10)).isSameAs(CSAT_10);
    assertThat(own.find("ticket-csat", 10)).isNull();
  }

  @Test
  void surveysOfOthersAreTakenWithTheirMistakesAndSlots() {
    Survey slot = Surveys.csat("a").withSampling(Sampling.layer("q4", 0, 0.2));
    Survey same = Surveys.csat("b").withSampling(Sampling.layer("q4", 0, 0.2));
    Survey broken = Survey.of(
        "broken", Question.text("comment", LocalizedText.of("en", "?")).next(Jump.to("nowhere")));

    assertThat(Linter.errors(broken)).isNotEmpty();
    assertThat(SurveyCatalog.of(List.of(slot)).beside(List.of(same, broken)).current())
        .containsExactly(slot, same, broken);
  }

  @Test
  void cannotBeChangedThroughItsLists() {
    List<Survey> current = SurveyCatalog.of(List.of(CSAT_1)).current();

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> current.add(NPS));
  }
}
