package io.github.feedback4j.benchmarks.delivery;

import com.posthog.java.HttpSender;
import com.posthog.java.PostHog;
import com.posthog.java.QueueManager;
import java.time.Duration;
import java.util.Map;

/** PostHog's events, with its queue and its retries. */
final class PostHogSender implements Sender {

  private final Records<String> records;
  private final PostHog client;

  PostHogSender(String url, Records<String> records) {
    this.records = records;
    HttpSender sender = new HttpSender.Builder("no key is needed").host(url).build();
    QueueManager queue = new QueueManager.Builder(sender)
        .maxQueueSize(500)
        .maxTimeInQueue(Duration.ofSeconds(1))
        .build();
    client = new PostHog.BuilderWithCustomQueueManager(queue, sender).build();
  }

  @Override
  public void makeAnew(int number) {
    records.makeAnew(number);
  }

  @Override
  public boolean send(int number) {
    client.capture("user-17", "response", Map.of("record", records.get(number)));
    return true;
  }

  @Override
  public void flush() {
    // It has no such thing; a batch waits for a second at most.
  }

  @Override
  public void close() {
    client.shutdown();
  }
}
