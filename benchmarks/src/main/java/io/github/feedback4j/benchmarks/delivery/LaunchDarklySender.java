package io.github.feedback4j.benchmarks.delivery;

import com.launchdarkly.sdk.LDContext;
import com.launchdarkly.sdk.LDValue;
import com.launchdarkly.sdk.server.Components;
import com.launchdarkly.sdk.server.LDClient;
import com.launchdarkly.sdk.server.LDConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** LaunchDarkly's custom events, which is what its experiments count. */
final class LaunchDarklySender implements Sender {

  private final Records<String> records;
  private final LDClient client;
  private final LDContext context = LDContext.create("user-17");

  LaunchDarklySender(String url, Records<String> records) {
    this.records = records;
    client = new LDClient(
        "no key is needed",
        new LDConfig.Builder()
            .dataSource(Components.externalUpdatesOnly())
            .serviceEndpoints(Components.serviceEndpoints().relayProxy(url))
            .diagnosticOptOut(true)
            .events(Components.sendEvents()
                .capacity(records.count() + 1)
                .flushInterval(Duration.ofSeconds(1))
                .enableGzipCompression(true))
            .logging(Components.noLogging())
            .build());
  }

  @Override
  public void makeAnew(int number) {
    records.makeAnew(number);
  }

  @Override
  public boolean send(int number) {
    client.trackData("response", context, LDValue.of(records.get(number)));
    return true;
  }

  @Override
  public void flush() {
    client.flush();
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
