package io.github.feedback4j.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.github.feedback4j.score.Query.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
  private static final Instant NEXT_MONDAY = Instant.parse("2026-11-23T00:00:00Z");

  private final Query query = Query.of("ticket-csat");

  @Test
  void asksForWhatPeopleOpenedThemselvesOnlyOnRequest() {
    Query apart = query.onDemand().where("team", "Network").level(0.9).last(Duration.ofDays(7));

    assertThat(query.isOnDemand()).isFalse();
    assertThat(apart.isOnDemand()).isTrue();
    assertThat(query.onDemand()).isNotEqualTo(query);
    assertThat(query.onDemand()).hasToString("Query[ticket-csat, on demand, level 0.95]");
  }

  @Test
  void asksForEverythingAtFirst() {
    assertThat(query.survey()).isEqualTo("ticket-csat");
    assertThat(query.question()).isNull();
    assertThat(query.filters()).isEmpty();
    assertThat(query.level()).isEqualTo(0.95);
    assertThat(query.window(NOW)).isEqualTo(new Window(null, null));
    assertThat(query.window(NOW).contains(Instant.MIN)).isTrue();
    assertThat(query.window(NOW).contains(Instant.MAX)).isTrue();
  }

  @Test
  void isNotChangedByItsVariants() {
    query.question("effort").last(Duration.ofDays(1)).where("team", "Network").level(0.9);

    assertThat(query).isEqualTo(Query.of("ticket-csat"));
  }

  @Test
  void asksForAQuestion() {
    assertThat(query.question("effort").question()).isEqualTo("effort");
    assertThat(query.question("effort").question(null)).isEqualTo(query);
  }

  @Test
  void looksBackFromNow() {
    Window window = query.last(Duration.ofDays(30)).window(NOW);

    assertThat(window.from()).isEqualTo("2026-10-25T10:00:00Z");
    assertThat(window.contains(window.from())).isTrue();
    assertThat(window.contains(window.from().minusNanos(1))).isFalse();
    assertThat(window.contains(NOW)).isTrue();
  }

  @Test
  void startsWithTheFirstInstantAndEndsBeforeTheLast() {
    Window window = query.between(MONDAY, NEXT_MONDAY).window(NOW);

    assertThat(window).isEqualTo(new Window(MONDAY, NEXT_MONDAY));
    assertThat(window.contains(MONDAY)).isTrue();
    assertThat(window.contains(MONDAY.minusNanos(1))).isFalse();
    assertThat(window.contains(NEXT_MONDAY.minusNanos(1))).isTrue();
    assertThat(window.contains(NEXT_MONDAY)).isFalse();
  }

  @Test
  void hasOneTimeOnly() {
    Query fixed = query.between(MONDAY, NEXT_MONDAY);
    Query moving = query.last(Duration.ofDays(7));

    assertThat(moving.between(MONDAY, NEXT_MONDAY)).isEqualTo(fixed);
    assertThat(fixed.last(Duration.ofDays(7))).isEqualTo(moving);
  }

  @Test
  void aSideThatIsNotGivenStaysOpen() {
    assertThat(query.from(MONDAY).window(NOW)).isEqualTo(new Window(MONDAY, null));
    assertThat(query.until(MONDAY).window(NOW)).isEqualTo(new Window(null, MONDAY));
    assertThat(query.from(MONDAY).until(NEXT_MONDAY)).isEqualTo(query.between(MONDAY, NEXT_MONDAY));
    assertThat(query.last(Duration.ofDays(7)).from(MONDAY)).isEqualTo(query.from(MONDAY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> query.from(NEXT_MONDAY).until(MONDAY));
  }

  @Test
  void filtersByAnyOfTheValuesInEachDimension() {
    Query filtered = query
        .where("team", "Network")
        .where("channel", "phone")
        .where("team", "Desktop")
        .where("team", "Network");

    assertThat(filtered.filters())
        .containsExactly(
            entry("channel", Set.of("phone")), entry("team", Set.of("Desktop", "Network")));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> filtered.filters().get("team").add("Mail"));
  }

  @Test
  void isTheSameInWhateverOrderItWasPutTogether() {
    Query one = query.where("team", "A").where("channel", "b").level(0.9).question("q");
    Query other = query.question("q").level(0.9).where("channel", "b").where("team", "A");

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(other.level(0.8)).isNotEqualTo(other.where("team", "B"));
  }

  @Test
  void filtersForAtMostSixteenValues() {
    Query full = query.where("channel", "phone");
    for (int i = 2; i <= 16; i++) {
      full = full.where("team", "team " + i);
    }
    Query last = full;

    assertThat(last.where("channel", "phone")).isEqualTo(last);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> last.where("service", "mail"))
        .withMessage("query must filter for at most 16 values, but has 17");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P36501D", "PT2562047788015215H30M7.999999999S"})
  void refusesTimesThatLookNowhere(Duration last) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> query.last(last))
        .withMessage(
            "last must be longer than zero and at most 36500 days, but was %s".formatted(last));
  }

  @Test
  void refusesToEndBeforeItStarts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> query.between(NEXT_MONDAY, MONDAY))
        .withMessage(
            "until must be after from (2026-11-23T00:00:00Z), but was 2026-11-16T00:00:00Z");
    assertThatIllegalArgumentException().isThrownBy(() -> query.between(MONDAY, MONDAY));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 95, -0.1, Double.NaN})
  void refusesLevelsThatAreNone(double level) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> query.level(level))
        .withMessage("level must be between 0 and 1, both excluded, but was " + level);
  }

  @Test
  void refusesBlankAndEndlessNames() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Query.of(" "))
        .withMessage("survey must have 1 to 64 characters that are not all blank, but has 1");
    assertThatIllegalArgumentException().isThrownBy(() -> query.question("q".repeat(65)));
    assertThatIllegalArgumentException().isThrownBy(() -> query.where("", "Network"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> query.where("team", "N".repeat(201)))
        .withMessage(
            "value of team must have 1 to 200 characters that are not all blank, but has 201");
  }

  @Test
  void keepsTheValuesOfFiltersOutOfItsText() {
    Query filtered = query.where("agent", "Erika Mustermann").where("team", "Network");

    assertThat(filtered.last(Duration.ofDays(7)).question("effort"))
        .hasToString("Query[ticket-csat.effort, last PT168H, where agent, team, level 0.95]");
    assertThat(query.between(MONDAY, NEXT_MONDAY))
        .hasToString("Query[ticket-csat, from 2026-11-16T00:00:00Z until 2026-11-23T00:00:00Z,"
            + " level 0.95]");
  }

  @Test
  void whatHasNoValueIsOneMoreValue() {
    assertThat(
            Query.of("ticket-csat").where("team", "Lyon").whereMissing("team").filters())
        .isEqualTo(Map.of("team", Set.of("", "Lyon")));
  }
}
