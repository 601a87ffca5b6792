package io.github.feedback4j.examples.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CollectedTest {

  static List<MetricDefinition> metrics() {
    return List.of(
        MetricDefinition.csat(),
        MetricDefinition.nps(),
        MetricDefinition.ces(),
        MetricDefinition.ces1(),
        MetricDefinition.nsat());
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void travelsWithoutLosingAnything(MetricDefinition metric) throws Exception {
    Collected collected = new Collected();
    collected.add(metric, 3, 1, "anna");
    collected.add(metric, 4, 0.1, "ben");
    collected.add(metric, 4, 0.1, "carla");

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(collected);
    }
    Collected there;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      there = (Collected) in.readObject();
    }

    for (Collected each : List.of(there, Collected.fromBytes(collected.toBytes()))) {
      assertThat(each.tally()).isEqualTo(collected.tally());
      assertThat(each.persons())
          .isEqualTo(PersonSketch.of(List.of(
              new RespondentKey("anna"), new RespondentKey("ben"), new RespondentKey("carla"))));
    }
  }

  @Test
  void addsWhatWasCountedElsewhere() {
    MetricDefinition metric = MetricDefinition.csat();
    Collected here = new Collected();
    here.add(metric, 5, 1, "anna");
    Collected there = new Collected();
    there.add(metric, 1, 0.5, "ben");

    here.add(Collected.fromBytes(there.toBytes()));
    here.add(new Collected());
    here.add(metric, 5, 1, "anna");

    assertThat(here.tally()).isEqualTo(Tally.empty(metric).with(5, 1, 2).with(1, 0.5, 1));
    assertThat(here.persons().size()).isEqualTo(2);
  }

  @Test
  void answersToDifferentMetricsAreNeverAdded() {
    Collected one = new Collected();
    one.add(MetricDefinition.csat(), 5, 1, "anna");
    Collected other = new Collected();
    other.add(MetricDefinition.csatMean(5), 5, 1, "ben");

    one.add(other);

    assertThatThrownBy(one::tally)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tallies must be of the same series");
  }

  @Test
  void withoutAnswersThereIsNoTally() {
    Collected nothing = Collected.fromBytes(new Collected().toBytes());

    assertThatThrownBy(nothing::tally).isInstanceOf(IllegalStateException.class);
  }
}
