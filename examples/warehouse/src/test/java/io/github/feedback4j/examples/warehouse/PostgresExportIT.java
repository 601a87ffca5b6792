package io.github.feedback4j.examples.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.jdbc.JdbcResponseStore;
import io.github.feedback4j.jdbc.JdbcSchema;
import io.github.feedback4j.jdbc.JdbcSurveyRegistry;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.testkit.SettableTime;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresExportIT {

  @TempDir
  private Path folder;

  @Test
  void exportsWhatACollectorKeepsInPostgres() throws IOException {
    Path file = folder.resolve("events.ndjson");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
      JdbcSchema.initialize(postgres.getPostgresDatabase());
      new JdbcSurveyRegistry(postgres.getPostgresDatabase())
          .register(Surveys.csat("csat"), "urn:desk:north");
      JdbcResponseStore store = new JdbcResponseStore(postgres.getPostgresDatabase());
      store.append(SampleAnswer.to("csat", "anna", 4).toResponse());
      store.append(SampleAnswer.to("csat", "ben", 2).toResponse());

      int status = new WarehouseMain(
              new PrintStream(out, true, UTF_8),
              System.err,
              SettableTime.at("2026-02-01T08:00:00Z"))
          .run(
              "export",
              "--url",
              "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort()),
              "--user",
              "postgres",
              "--out",
              file.toString());

      assertThat(status).isZero();
    }
    assertThat(out.toString(UTF_8)).startsWith("2 responses are in ");
    assertThat(Files.readAllLines(file)).hasSize(3);
  }
}
