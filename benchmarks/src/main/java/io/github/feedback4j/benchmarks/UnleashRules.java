package io.github.feedback4j.benchmarks;

import io.getunleash.DefaultUnleash;
import io.getunleash.Unleash;
import io.getunleash.UnleashContext;
import io.getunleash.repository.ToggleBootstrapFileProvider;
import io.getunleash.util.UnleashConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Unleash's client with a feature per survey out of a file: no polling, no metrics.
 *
 * <p>Compiled against version 9, and loaded a second time with version 12 by {@link Unleashes}, hence
 * public and without anything of this package but {@link Rules}.
 */
public final class UnleashRules implements Rules {

  private final Unleash unleash;
  private final Map<String, String> ticket;
  private final String[] features;

  /**
   * Creates a client that has read its features.
   *
   * @param json the features as Unleash's server tells them
   * @param ticket the properties of each context
   * @param features the names of the features, in order
   */
  public UnleashRules(String json, Map<String, String> ticket, String[] features) {
    try {
      Path folder = Files.createTempDirectory("unleash");
      Path file = Files.writeString(folder.resolve("features.json"), json);
      Path backup = folder.resolve("backup.json");
      backup.toFile().deleteOnExit();
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      unleash = new DefaultUnleash(UnleashConfig.builder()
          .appName("benchmarks")
          .instanceId("benchmarks")
          .unleashAPI("http://127.0.0.1:9/")
          .disablePolling()
          .disableMetrics()
          .backupFile(backup.toString())
          .toggleBootstrapProvider(new ToggleBootstrapFileProvider(file.toString()))
          .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.ticket = ticket;
    this.features = features.clone();
  }

  @Override
  public boolean wants(String key) {
    UnleashContext context = new UnleashContext(key, "", "", ticket);
    for (String feature : features) {
      if (unleash.isEnabled(feature, context)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    unleash.shutdown();
  }
}
