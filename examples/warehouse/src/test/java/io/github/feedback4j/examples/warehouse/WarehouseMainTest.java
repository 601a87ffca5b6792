package io.github.feedback4j.examples.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.testkit.SettableTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything begins. */
class WarehouseMainTest {

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String refusal(String... words) {
    WarehouseMain main = new WarehouseMain(
        new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
        new PrintStream(err, true, UTF_8),
        SettableTime.at(SampleAnswer.START));

    assertThat(main.run(words)).isEqualTo(1);

    return err.toString(UTF_8).strip();
  }

  @Test
  void withoutACommandItSaysWhichThereAre() {
    assertThat(refusal()).contains("export --url", "convert --out", "scores [--by");
  }

  @Test
  void namesTheOptionThatIsWrong() {
    assertThat(refusal("scores", "--teams", "x"))
        .isEqualTo("scores: there is no option --teams here");
  }

  @Test
  void namesTheOptionWithoutAValue() {
    assertThat(refusal("scores", "--by")).isEqualTo("scores: --by must have a value behind it");
  }

  @Test
  void namesTheDayThatIsNone() {
    assertThat(refusal("scores", "--from", "monday", "x.ndjson"))
        .isEqualTo("scores: --from must be a day such as 2026-03-31, but was monday");
  }

  @Test
  void namesTheDimensionsThereAre() {
    assertThat(refusal("scores", "--by", "mood", "x.ndjson"))
        .startsWith("scores: dimension must be one of agent, change, channel")
        .endsWith("but was 'mood'");
  }

  @Test
  void wantsToKnowWhereTheAnswersAre() {
    assertThat(refusal("export", "--out", "x.ndjson")).isEqualTo("export: --url must be given");
  }

  @Test
  void knowsTwoDatabases() {
    assertThat(refusal("export", "--url", "jdbc:mysql://localhost/x", "--out", "x.ndjson"))
        .isEqualTo(
            "export: url must begin with jdbc:h2: or jdbc:postgresql:, the databases of feedback-jdbc");
  }

  @Test
  void aMistypedFileIsNotMadeAnew() {
    Path file = folder.resolve("nothing");

    assertThat(refusal("export", "--url", "jdbc:h2:file:" + file, "--out", "x.ndjson"))
        .startsWith("export: ");
    assertThat(folder).isEmptyDirectory();
  }
}
