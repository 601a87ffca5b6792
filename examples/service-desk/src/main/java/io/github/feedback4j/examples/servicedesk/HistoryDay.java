package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.examples.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Tells the settings on which day the new laptops of the history arrive.
 *
 * <p>An application of yours writes that day into its settings. Here it moves with the history, which
 * ends shortly before the first start; so the day of the replay is remembered beside the answers.
 */
class HistoryDay implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** The name of the setting. */
  static final String NEW_LAPTOPS = "service-desk.new-laptops";

  @Override
  public void initialize(ConfigurableApplicationContext application) {
    Path file = file(application.getEnvironment());
    // Without the file the history is replayed in a moment, and ends today.
    Instant end = Files.exists(file)
        ? read(file).atStartOfDay(ZoneOffset.UTC).toInstant()
        : InstantSource.system().instant().truncatedTo(ChronoUnit.DAYS);
    String day = History.endingBefore(end).newLaptops().toString();
    application
        .getEnvironment()
        .getPropertySources()
        .addLast(new MapPropertySource("history", Map.of(NEW_LAPTOPS, day)));
  }

  /** Remembers before which day the history ends. */
  static void remember(Environment environment, Instant end) {
    Path file = file(environment);
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, LocalDate.ofInstant(end, ZoneOffset.UTC).toString());
    } catch (IOException e) {
      throw new UncheckedIOException("the day of the history cannot be kept in " + file, e);
    }
  }

  private static LocalDate read(Path file) {
    try {
      return LocalDate.parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read; delete its folder to begin anew", e);
    }
  }

  private static Path file(Environment environment) {
    return Path.of(environment.getRequiredProperty("feedback4j.jdbc.file") + ".history");
  }
}
