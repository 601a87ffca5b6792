package io.github.feedback4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {

  @Test
  void theFirstPromptGivesAScoreThatAdmitsHowLittleItKnows() throws Exception {
    assertThat(Output.of(FirstPromptMain::main))
        .isEqualToIgnoringNewLines("csat 100 % (95 % interval 21 to 100, n = 1, few answers)");
  }

  @Test
  void aSkipIsExplainedGateByGateAndEndsWhenItSays() throws Exception {
    String output = Output.of(ExplainSkipMain::main);

    assertThat(output)
        .contains("2 March, INC-1234: ask ticket-csat")
        .contains("4 March, INC-1301: skip, COOLING_DOWN by policy: {any: {invited: 30d}}")
        .contains("pass SAMPLING")
        .contains("STOP CONTACT_RULES: COOLING_DOWN")
        .contains("but the touchpoint has no attribute 'priority'")
        .contains("next eligible at 2026-04-01T09:00:00Z")
        .contains("then, INC-1301: ask ticket-csat");
  }

  @Test
  void aSurveyFileIsReadInBothLanguagesAndEveryMistakeIsReported() throws Exception {
    String output = Output.of(SurveyFromYamlMain::main);

    assertThat(output)
        .contains("ticket-csat v3, default language en")
        .contains("on ticket.closed, when {attribute: outcome, in: [solved, workaround]}")
        .contains("Qu'est-ce qui a compté le plus ?")
        .contains("What mattered most?");
    assertThat(output.lines().filter(line -> line.contains("ticket-csat-with-mistakes.yaml:")))
        .hasSize(6)
        .anyMatch(line -> line.contains(":4:1:") && line.endsWith("did you mean 'sampling'?"))
        .anyMatch(line -> line.contains(":6:18:") && line.contains("'two weeks'"));
  }

  @Test
  void scoresTellSmallFromLargeAndNothingFromZero() throws Exception {
    assertThat(Output.of(ScoreMain::main).lines())
        .contains("no answer yet:   csat: not enough data")
        .contains("ten answers:     csat 80 % (95 % interval 49 to 94, n = 10, few answers)")
        .contains("a thousand:      csat 80 % (95 % interval 77 to 82, n = 1000)")
        .contains("above 70 %?      cannot tell, yes")
        .anyMatch(line -> line.startsWith("2, 17 and 5:     nps -13 "));
  }

  @Test
  void writtenTicketsAreReplayedLikeGeneratedOnes(@TempDir Path folder) throws Exception {
    String file = folder.resolve("tickets.csv").toString();

    String written = Output.of(WriteTicketsMain::main, file);
    String fromFile = Output.of(ReplayMain::main, file);
    String fromMemory = Output.of(ReplayMain::main);

    assertThat(written).contains("tickets to " + file);
    assertThat(fromFile).contains("Tickets come from " + file);
    assertThat(afterIntroduction(fromFile)).isEqualTo(afterIntroduction(fromMemory));
  }

  private static String afterIntroduction(String output) {
    return output.substring(output.indexOf("WHO WAS ASKED"));
  }
}
