package io.github.feedback4j.benchmarks;

import com.launchdarkly.sdk.LDContext;
import com.launchdarkly.sdk.server.Components;
import com.launchdarkly.sdk.server.LDClient;
import com.launchdarkly.sdk.server.LDConfig;
import com.launchdarkly.sdk.server.integrations.FileData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * LaunchDarkly's server SDK with a flag per survey out of a file: no network, no events, no log.
 *
 * <p>The attributes of the ticket stand in a context that is made once, like feedback4j's touchpoint; per
 * call it is copied with the person's key, and shares the attributes. A context of several kinds, made
 * anew from both, allocates more.
 */
final class LaunchDarklyRules implements Rules {

  private final LDClient client;
  private final LDContext ticket;
  private final String[] flags;

  LaunchDarklyRules(int surveys) {
    client = new LDClient(
        "no key is needed",
        new LDConfig.Builder()
            .dataSource(FileData.dataSource().filePaths(file(surveys)))
            .events(Components.noEvents())
            .logging(Components.noLogging())
            .build());
    if (!client.isInitialized()) {
      throw new IllegalStateException("LaunchDarkly did not read its flags");
    }
    ticket = LDContext.builder("somebody")
        .set("channel", Workload.CHANNEL)
        .set("priority", Workload.PRIORITY)
        .set("vip", Workload.VIP)
        .set("service", Workload.service(Workload.matching(surveys)))
        .build();
    flags = IntStream.range(0, surveys).mapToObj(Workload::surveyKey).toArray(String[]::new);
  }

  @Override
  public boolean wants(String key) {
    LDContext context = LDContext.builderFromContext(ticket).key(key).build();
    for (String flag : flags) {
      if (client.boolVariation(flag, context, false)) {
        return true;
      }
    }
    return false;
  }

  private static Path file(int surveys) {
    String flags = IntStream.range(0, surveys)
        .mapToObj(LaunchDarklyRules::flag)
        .collect(Collectors.joining(",\n"));
    try {
      Path file = Files.createTempFile("flags", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, "{\"flags\": {\n" + flags + "\n}}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String flag(int number) {
    int weight = (int) (Workload.RATE * 100_000);
    return """
        "%1$s": {
          "key": "%1$s", "version": 1, "on": true, "salt": "%1$s",
          "variations": [true, false], "offVariation": 1, "fallthrough": {"variation": 1},
          "rules": [{
            "id": "audience",
            "clauses": [
              {"contextKind": "user", "attribute": "channel", "op": "in", "values": [%2$s]},
              {"contextKind": "user", "attribute": "priority", "op": "greaterThan", "values": [%3$d]},
              {"contextKind": "user", "attribute": "vip", "op": "in", "values": [%4$s]},
              {"contextKind": "user", "attribute": "service", "op": "in", "values": ["%5$s"]}
            ],
            "rollout": {
              "contextKind": "user",
              "variations": [{"variation": 0, "weight": %6$d}, {"variation": 1, "weight": %7$d}]
            }
          }]
        }""".formatted(
            Workload.surveyKey(number),
            Workload.CHANNELS.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
            Workload.PRIORITY_ABOVE,
            Workload.VIP,
            Workload.service(number),
            weight,
            100_000 - weight);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
