package io.github.feedback4j.empty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A file of the embedded database that cannot be had: the start stops, and says what to do. */
class OneFileTest {

  @TempDir
  private Path folder;

  @Test
  void aSecondProcessOnTheFileOfARunningOneStopsAndNamesTheFileAndTheWayOut() throws Exception {
    Path file = folder.resolve("answers");
    ConfigurableApplicationContext first = SpringApplication.run(EmptyApplication.class, at(file));

    GuestProcess second = GuestProcess.run(
        folder, GuestProcess.sameClassPath(), EmptyApplication.class, List.of(at(file)));
    first.close();

    assertThat(second.exit()).isNotZero();
    assertThat(String.join("\n", second.out()))
        .contains("APPLICATION FAILED TO START")
        .contains("Another process keeps its answers in " + file + ".mv.db.")
        .contains("Stop it, set feedback4j.jdbc.file to another file, or give both applications one "
            + "PostgreSQL as their DataSource.")
        .doesNotContain("\tat ");
  }

  @Test
  void aPlaceThatCannotBeWrittenStopsTheStartAndIsNamed() throws Exception {
    // Below a regular file nobody can create anything, not even root, who may write anywhere else.
    Path file = Files.createFile(folder.resolve("a-file")).resolve("answers");

    String printed = printed(
        () -> assertThatThrownBy(() -> SpringApplication.run(EmptyApplication.class, at(file))));

    assertThat(printed)
        .contains("APPLICATION FAILED TO START")
        .contains("The embedded database of feedback4j cannot be opened in " + file + ".mv.db")
        .contains("Make the folder writable, set feedback4j.jdbc.file to another place, or give the "
            + "application a DataSource.")
        .doesNotContain("\tat ");
  }

  private static String printed(Runnable act) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      act.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String[] at(Path file) {
    // Without a web server, so that it takes less time to fail.
    return new String[] {
      "--spring.main.web-application-type=none", "--feedback4j.jdbc.file=" + file
    };
  }
}
