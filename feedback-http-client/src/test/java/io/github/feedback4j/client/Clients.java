package io.github.feedback4j.client;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Clients as the tests need them. */
final class Clients {

  static final String TOKEN = "t0p-s3cret";

  private Clients() {}

  static CollectorClient.Builder inMemory(ScriptedCollector collector) {
    return to(collector).spool(SpoolOptions.memory());
  }

  static CollectorClient.Builder inDirectory(ScriptedCollector collector, Path directory) {
    return to(collector).spool(SpoolOptions.defaults().withDirectory(directory));
  }

  /**
   * Closes a client within a bound, and waits until its directory is free for the next one: the disk may
   * need longer, and then a thread does the rest.
   */
  static FlushResult close(CollectorClient client, Duration bound, Path directory) {
    FlushResult result = client.close(bound);
    await().atMost(Duration.ofSeconds(30)).until(() -> isFree(directory));
    return result;
  }

  private static boolean isFree(Path directory) throws IOException {
    String path = directory.toRealPath().toString();
    return System.getProperties().stringPropertyNames().stream()
        .noneMatch(each -> each.startsWith("io.github.feedback4j") && each.endsWith(path));
  }

  private static CollectorClient.Builder to(ScriptedCollector collector) {
    return CollectorClient.builder(collector.uri(), Samples.SOURCE)
        .surveys(List.of(Samples.SURVEY))
        .token(() -> TOKEN);
  }
}
