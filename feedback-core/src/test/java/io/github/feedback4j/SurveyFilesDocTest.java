package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.survey.Linter;
import io.github.feedback4j.survey.Pacing;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFormatException;
import io.github.feedback4j.survey.SurveyReader;
import io.github.feedback4j.survey.Surveys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
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
    assertThat(survey.contactRules().rules()).hasSize(3);
    assertThat(survey.quota()).isEqualTo(Quota.total(500));
    assertThat(survey.pacing())
        .isEqualTo(Pacing.perMonth(200)
            .withZone(ZoneId.of("Europe/Paris"))
            .between(LocalTime.of(8, 0), LocalTime.of(18, 0)));
  }

  @Test
  void theExampleOfQuestionsIsReadAsItStandsAndTheLinterHasNothingToSay() throws IOException {
    String block = blocks().get(1);

    assertThat(SurveyReader.read("doc.yaml", block).questions()).hasSize(6);
    assertThat(Linter.standard().lint("doc.yaml", block)).isEmpty();
  }

  @Test
  void theMetricOfYourOwnIsReadAsItStands() throws IOException {
    String survey = """
        survey: s
        questions:
          - id: q
            type: rating
            text: How sure are you?
        """ + blocks().get(2);

    assertThat(SurveyReader.read("doc.yaml", survey).firstRating())
        .satisfies(rating -> assertThat(rating.metric().id()).isEqualTo("certainty"));
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

  private static List<String> blocks() throws IOException {
    return YAML.matcher(Files.readString(Path.of("../docs/survey-files.md")))
        .results()
        .map(each -> each.group(1))
        .toList();
  }
}
