package io.github.feedback4j.client;

import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.survey.Survey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A sender without its thread: a test takes its steps, over real sockets, in its own time. */
final class SenderBench implements AutoCloseable, DeliveryListener {

  final VirtualTime time = new VirtualTime();
  final Spool spool;
  final InHand inHand;
  final DeliveryMeter meter;
  final Sender sender;
  final List<String> heard = new ArrayList<>();
  private final Arrivals arrivals = new Arrivals(500, 512 << 10);
  private final HttpTransport transport;
  private final Appending appending;

  SenderBench(ScriptedCollector collector, SpoolOptions options, @Nullable TokenSupplier token) {
    this(collector, options, token, 42);
  }

  SenderBench(
      ScriptedCollector collector, SpoolOptions options, @Nullable TokenSupplier token, long seed) {
    Warnings warnings = new Warnings(time);
    SplittableRandom random = new SplittableRandom(seed);
    this.spool = Spool.open(options, time, time);
    this.inHand = new InHand(spool);
    this.meter = new DeliveryMeter(List.of(this), warnings);
    HttpUrl url = Objects.requireNonNull(HttpUrl.get(collector.uri()));
    this.transport = new HttpTransport(null, url, Duration.ofSeconds(5), time);
    this.appending = new Appending(
        spool,
        new Events(Samples.SOURCE, new EventIds(time, random), time),
        arrivals,
        new Pause(),
        warnings,
        List.<Survey>of());
    this.sender = new Sender(
        inHand,
        arrivals,
        new BatchSize(500, 512 << 10),
        Duration.ofSeconds(1),
        new Backoff(random),
        new Sender.Tools(transport, new Tokens(token, warnings), meter, warnings, time, time));
  }

  /** Appends responses with these numbers, the last excluded. */
  void append(int from, int to) {
    for (int i = from; i < to; i++) {
      append(Samples.response(i));
    }
  }

  Appended.@Nullable Reason append(AcceptedResponse response) {
    return appending.put(response);
  }

  /** Lets the sender work for so long, and time pass while it waits. */
  void run(Duration duration) {
    long end = time.getAsLong() + duration.toNanos();
    while (time.getAsLong() < end) {
      long wait = sender.step();
      time.pass(Math.min(wait, end - time.getAsLong()));
    }
  }

  /** Lets the sender do what there is to do now. */
  void work() {
    long wait = sender.step();
    while (wait == 0) {
      wait = sender.step();
    }
  }

  @Override
  public void onRequest(int records, Duration took, String result) {
    heard.add(records + " " + result);
  }

  @Override
  public void close() {
    transport.close();
    spool.close();
  }
}
