package io.github.feedback4j.examples.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.testkit.SettableTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README, on files of a few lines. */
class WarehouseMainIT {

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    return new WarehouseMain(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            SettableTime.at("2026-02-01T08:00:00Z"))
        .run(words);
  }

  @Test
  void aLineThatIsNoEventEndsTheJobUnlessItIsToBeLeftOut() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(SampleAnswer.line(SampleAnswer.described(Surveys.csat("csat"), 0)));
    for (int i = 0; i < 6; i++) {
      lines.add(
          SampleAnswer.line(SampleAnswer.to("csat", "person " + i, 1 + i % 5).told()));
    }
    lines.add("{\"half\":");
    Path file = Files.write(folder.resolve("events.ndjson"), lines);
    String parquet = folder.resolve("events.parquet").toString();

    assertThat(run("scores", file.toString())).isEqualTo(1);
    assertThat(run("convert", "--out", parquet, file.toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains("scores: lines that are no events: 1; mend or remove them")
        .contains("convert: lines that are no events: 1; mend or remove them")
        .contains("events.ndjson, line 8: not-json");
    assertThat(out.size()).isZero();
    assertThat(Path.of(parquet)).doesNotExist();

    assertThat(run("convert", "--skip-unreadable", "--out", parquet, file.toString()))
        .isZero();
    assertThat(run("convert", "--skip-unreadable", "--out", parquet, file.toString()))
        .isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("convert: [PATH_ALREADY_EXISTS]");
    assertThat(run("scores", "--json", "--by", "team", parquet)).isZero();
    assertThat(out.toString(UTF_8).lines().toList().get(2))
        .contains("\"by\":\"team\",\"value\":\"network\"", "\"score\":33.3", "\"n\":6");
    assertThat(err.toString(UTF_8)).contains("6 responses stand; 0 erasures");
  }

  @Test
  void namesTheFileThatIsNotThere() {
    assertThat(run("scores", folder.resolve("nothing.ndjson").toString())).isEqualTo(1);

    assertThat(err.toString(UTF_8))
        .startsWith("scores: [PATH_NOT_FOUND]")
        .contains("nothing.ndjson");
  }
}
