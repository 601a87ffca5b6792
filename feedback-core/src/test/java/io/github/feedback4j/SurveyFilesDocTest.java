package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.survey.ConditionOperator;
import io.github.feedback4j.survey.Pacing;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.PolicyReader;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFormatException;
import io.github.feedback4j.survey.SurveyReader;
import io.github.feedback4j.survey.Surveys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the reference of survey files shows is what the reader reads. */
class SurveyFilesDocTest {

  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void theExampleIsReadAsItStands() throws IOException {
    Survey survey = SurveyReader.read("doc.yaml", blocks().get(0));

    assertThat(survey.key()).isEqualTo("ticket-csat");
    assertThat(survey.questions()).hasSize(3);
    assertThat(survey.triggers()).hasSize(2);
    assertThat(survey.contactRules().rules()).hasSize(4);
    assertThat(survey.contactRules().limits()).hasSize(1);
    assertThat(survey.quota()).isEqualTo(Quota.total(500));
    assertThat(survey.pacing())
        .isEqualTo(Pacing.perMonth(200)
            .withZone(ZoneId.of("Europe/Paris"))
            .between(LocalTime.of(8, 0), LocalTime.of(18, 0)));
  }

  @Test
  void theMetricOfYourOwnIsReadAsItStands() throws IOException {
    String survey = """
        survey: s
        questions:
          - id: q
            type: rating
            text: How sure are you?
        """ + block("id: certainty");

    assertThat(SurveyReader.read("doc.yaml", survey).firstRating())
        .satisfies(rating -> assertThat(rating.metric().id()).isEqualTo("certainty"));
  }

  @Test
  void thePolicyIsReadAsItStands() throws IOException {
    Policy policy = PolicyReader.read("doc.yaml", block("doNotAsk:"));

    assertThat(policy.name()).isEqualTo("acme");
    assertThat(policy.contact().rules()).hasSize(2);
    assertThat(policy.contact().newcomerGrace()).isEqualTo(Duration.ofDays(14));
    assertThat(policy.doNotAsk()).containsExactlyInAnyOrder("ceo", "1017");
  }

  @Test
  void everyModeOfSamplingIsReadAsItStands() throws IOException {
    Pattern example = Pattern.compile("^sampling:.*(\\n .*)*", Pattern.MULTILINE);
    List<Sampling> modes = example
        .matcher(block("rotating:"))
        .results()
        .map(each -> "survey: s\nquestions: [{id: q, type: text, text: Why?}]\n" + each.group())
        .map(each -> SurveyReader.read("doc.yaml", each).sampling())
        .toList();

    assertThat(modes).extracting(Object::getClass).doesNotHaveDuplicates().hasSize(6);
  }

  @Test
  void everyComparisonIsInTheTable() throws IOException {
    assertThat(Files.readString(Path.of("../docs/survey-files.md")))
        .contains(Arrays.stream(ConditionOperator.values())
            .map(each -> "`" + each.word() + ": ")
            .toList())
        .contains("`between: ", "`in: ", "`notIn: ", "`present: ", "`absent: ");
  }

  @Test
  void everyDefaultIsAsTheTableSays() throws IOException {
    String table = Files.readString(Path.of("../docs/survey-files.md"));
    Survey survey = Surveys.csat("s");

    assertThat(survey.expiresAfter().toDays()).isEqualTo(14);
    assertThat(survey.editableFor().toHours()).isEqualTo(12);
    assertThat(table).contains("| `expiresAfter` | 14 days |", "| `editableFor` | 12 hours |");
  }

  @Test
  void mistakesLookAsShown() throws IOException {
    String survey = """
        survey: ticket-csat
        version: 1
        status: actve








        sampling: {people: 25}
        questions:
          - {id: c, type: text, text: Why?}
        """;

    assertThatThrownBy(() -> SurveyReader.read("ticket-csat.yaml", survey))
        .isInstanceOf(SurveyFormatException.class)
        .satisfies(e -> assertThat(Files.readString(Path.of("../docs/survey-files.md")))
            .contains(e.getMessage()));
  }

  private static String block(String content) throws IOException {
    return blocks().stream().filter(each -> each.contains(content)).findFirst().orElseThrow();
  }

  private static List<String> blocks() throws IOException {
    return YAML.matcher(Files.readString(Path.of("../docs/survey-files.md")))
        .results()
        .map(each -> each.group(1))
        .toList();
  }
}
