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
  void cannotBeChangedThroughItsLists() {
    List<Survey> current = SurveyCatalog.of(List.of(CSAT_1)).current();

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> current.add(NPS));
  }
}
