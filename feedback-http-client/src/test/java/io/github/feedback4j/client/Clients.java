package io.github.feedback4j.client;

import java.nio.file.Path;
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

  private static CollectorClient.Builder to(ScriptedCollector collector) {
    return CollectorClient.builder(collector.uri(), Samples.SOURCE)
        .surveys(List.of(Samples.SURVEY))
        .token(() -> TOKEN);
  }
}
