package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SurveySchemaProperties {

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 200)
  void everythingThatIsWrittenAsYamlFitsTheSchema(@ForAll("surveys") Survey survey) {
    assertThat(SurveySchema.validate("a.yaml", SurveyWriter.yaml(survey))).isEmpty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 200)
  void everythingThatIsWrittenAsJsonFitsTheSchema(@ForAll("surveys") Survey survey) {
    assertThat(SurveySchema.validate("a.json", SurveyWriter.json(survey))).isEmpty();
  }

  @Provide
  Arbitrary<Survey> surveys() {
    return SurveyArbitraries.surveys();
  }
}
