package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SurveyRoundTripProperties {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void yamlReadsBackAsTheSurveyThatWasWritten(@ForAll("surveys") Survey survey) {
    Survey read = SurveyReader.read("a.yaml", throughUtf8(SurveyWriter.yaml(survey)));

    assertThat(read).isEqualTo(survey);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void jsonReadsBackAsTheSurveyThatWasWritten(@ForAll("surveys") Survey survey) {
    Survey read = SurveyReader.read("a.json", throughUtf8(SurveyWriter.json(survey)));

    assertThat(read).isEqualTo(survey);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theOrderOfLanguagesSurvives(@ForAll("surveys") Survey survey) {
    Survey read = SurveyReader.read("a.yaml", SurveyWriter.yaml(survey));

    assertThat(SurveyWriter.yaml(read)).isEqualTo(SurveyWriter.yaml(survey));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void jsonIsYamlToo(@ForAll("surveys") Survey survey) {
    String json = SurveyWriter.json(survey);

    assertThat(json).doesNotContain("\n");
    assertThat(SurveyReader.read("a.json", json))
        .isEqualTo(SurveyReader.read("a.yaml", SurveyWriter.yaml(survey)));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void durationsReadBackAsWritten(@ForAll("durations") Duration duration) {
    assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
    assertThat(Durations.parse(Durations.format(duration.negated()))).isEqualTo(duration.negated());
  }

  /** A file holds bytes, so a text that UTF-8 cannot carry would come back as another one. */
  private static String throughUtf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<Survey> surveys() {
    return SurveyArbitraries.surveys();
  }

  @Provide
  Arbitrary<Duration> durations() {
    return SurveyArbitraries.durations(Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE));
  }
}
