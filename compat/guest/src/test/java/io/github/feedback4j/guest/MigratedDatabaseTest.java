package io.github.feedback4j.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.jdbc.JdbcSchema;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An application whose Flyway owns every table, ours among them, as docs/jdbc.md says. */
class MigratedDatabaseTest {

  @TempDir
  private Path migrations;

  @BeforeEach
  void writeTheMigrationOfTheApplication() throws Exception {
    Files.writeString(migrations.resolve("V1__ticket.sql"), "CREATE TABLE ticket (id VARCHAR PRIMARY KEY);");
  }

  @Test
  void ourScriptIsAMigrationAndAnswersAreStoredInItsTables() throws Exception {
    try (InputStream script = JdbcSchema.class.getResourceAsStream("schema-h2.sql")) {
      Files.copy(script, migrations.resolve("V2__feedback4j.sql"));
    }
    ConfigurableApplicationContext application =
        start("--feedback4j.jdbc.table-prefix=fb_", "--spring.flyway.placeholders.prefix=fb_");
    try {
      Feedback feedback = application.getBean(Feedback.class);
      Decision decision = feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));
      feedback
          .submit(Response.to(((Decision.Ask) decision).invitation()).rate("satisfaction", 4))
          .orElseThrow();

      assertThat(feedback.score(Query.of("ticket-csat")).n()).isEqualTo(1);
      assertThat(rows(application, "fb_response")).isEqualTo(1);
      assertThat(rows(application, "\"flyway_schema_history\" WHERE \"version\" IS NOT NULL")).isEqualTo(2);
    } finally {
      application.close();
    }
  }

  @Test
  void withoutOurScriptTheStartStops() {
    assertThatThrownBy(() -> start().close())
        .hasStackTraceContaining("table 'feedback4j_setting' is missing: run schema-h2.sql");
  }

  private ConfigurableApplicationContext start(String... more) {
    String[] arguments = {
      "--server.port=0",
      "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
      "--spring.flyway.locations=filesystem:" + migrations,
      "--feedback4j.jdbc.initialize-schema=never"
    };
    SpringApplication application = new SpringApplication(GuestApplication.class);
    return application.run(
        Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private static long rows(ConfigurableApplicationContext application, String table)
      throws Exception {
    try (Connection connection = application.getBean(DataSource.class).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      result.next();
      return result.getLong(1);
    }
  }
}
