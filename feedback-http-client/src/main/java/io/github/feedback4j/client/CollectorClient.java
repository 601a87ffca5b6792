package io.github.feedback4j.client;

import io.github.feedback4j.client.Appended.Reason;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.ResponseSink;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.wire.WireEvent;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes responses, and what became of invitations, to a remote collector: once in effect, through
 * outages, restarts and redeploys.
 *
 * <p>{@link #append} returns after the response is in the spool, which is a directory unless said
 * otherwise; one thread sends what is in there in batches, the oldest first, for as long as it takes. An
 * application that ends without {@link #close} loses nothing that was appended to a directory.
 *
 * <p>Safe for use by several threads. Nothing here waits for the network but {@link #flush} and {@link
 * #close(Duration)}.
 *
 * @since 0.1
 */
public final class CollectorClient implements ResponseSink, AutoCloseable {

  /** How long {@link #close()} takes at most: 5 seconds. */
  public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(CollectorClient.class);
  private static final Set<EventKind> RESPONSES = Set.of(EventKind.RESPONSE);
  private static final Set<EventKind> CONTACTS = Set.of(EventKind.CONTACT);
  private static final Duration MOST_TO_END = Duration.ofMillis(500);

  private final SpoolOptions options;
  private final HttpUrl url;
  private final Spool spool;
  private final InHand inHand;
  private final Events events;
  private final Appending appending;
  private final SenderLoop loop;
  private final Flushing flushing;
  private final HttpTransport transport;
  private final DeliveryMeter meter;
  private final LongSupplier nanoTime;
  private final SteadyClock clock;
  private final AtomicBoolean closing = new AtomicBoolean();

  private CollectorClient(Builder parts, HttpUrl url) {
    this.options = parts.spool;
    this.url = url;
    this.nanoTime = parts.nanoTime;
    this.clock = new SteadyClock(parts.time, nanoTime);
    this.spool = Spool.open(options, parts.time, nanoTime);
    Pause work = new Pause();
    Pause progress = new Pause();
    Warnings warnings = new Warnings(nanoTime);
    Arrivals arrivals = new Arrivals(parts.batchRecords, parts.batchBytes);
    this.inHand = new InHand(spool);
    this.events = new Events(parts.source, new EventIds(parts.time, parts.random), parts.time);
    this.appending = new Appending(spool, events, arrivals, work, warnings, parts.surveys);
    this.transport = new HttpTransport(parts.http, url, parts.callTimeout, parts.time);
    this.meter = new DeliveryMeter(parts.listeners, warnings);
    Sender sender = new Sender(
        inHand,
        arrivals,
        new BatchSize(parts.batchRecords, parts.batchBytes),
        parts.linger,
        new Backoff(parts.random),
        new Sender.Tools(
            transport, new Tokens(parts.token, warnings), meter, warnings, parts.time, nanoTime));
    this.loop = new SenderLoop(sender, work, progress, parts.executor, warnings, nanoTime);
    this.flushing = new Flushing(spool, sender, meter, work, progress, nanoTime);
  }

  /**
   * Returns a builder of a client.
   *
   * @param collector the address of the collector, such as {@code https://feedback.example.com}
   * @param source which application the events are of, for the collector: an absolute URI, such as
   *     {@code https://desk.example.com} or {@code urn:example:desk}
   */
  public static Builder builder(URI collector, URI source) {
    return new Builder(collector, source);
  }

  /** Starts to send what an earlier run left in the spool; the first append does so too. */
  public void start() {
    loop.start();
  }

  /**
   * Puts a response into the spool, and the definition of its survey before the first of them; blocks for
   * as long as {@link SpoolOptions#appendTimeout} at most.
   *
   * @return {@code STORED}, or {@code FULL} if there is no room
   * @throws DeliveryException if it could not be kept for another reason
   */
  @Override
  public Kept append(AcceptedResponse response) {
    checkOpen();
    loop.start();
    Reason reason = appending.put(response);
    if (reason == null) {
      return Kept.STORED;
    }
    if (reason == Reason.FULL) {
      return Kept.FULL;
    }
    throw new DeliveryException(reason);
  }

  /**
   * Puts into the spool what became of an invitation.
   *
   * @throws DeliveryException if it could not be kept
   */
  @Override
  public void record(ContactEvent event) {
    put(events.of(event));
  }

  /**
   * Removes every response and contact of a person from the spool, the dead letters and the batch in
   * hand, and tells the collector to do the same. What is on its way to the collector just now is removed
   * there.
   *
   * @return how many responses were removed here
   * @throws DeliveryException if the collector cannot be told; call again then
   * @throws java.io.UncheckedIOException if the disk does not let the spool forget; call again then
   */
  @Override
  public int erase(RespondentKey respondent) {
    checkOpen();
    int responses = inHand.erase(respondent.value(), RESPONSES);
    inHand.erase(respondent.value(), CONTACTS);
    put(events.erasureOf(respondent));
    return responses;
  }

  private void put(Events.Event event) {
    checkOpen();
    loop.start();
    Reason reason = appending.put(event);
    if (reason != null) {
      throw new DeliveryException(reason);
    }
  }

  private void checkOpen() {
    if (closing.get()) {
      throw new DeliveryException(Reason.CLOSED);
    }
  }

  /**
   * Sends what is in the spool without waiting for more, and waits until it has left.
   *
   * @param timeout how long to wait at most; a collector that is left alone for a while is not tried
   *     earlier because of it
   * @return what became of it, also if time was up or the thread was interrupted
   */
  public FlushResult flush(Duration timeout) {
    loop.start();
    return flushing.run(nanoTime.getAsLong() + timeout.toNanos(), closing::get);
  }

  /** Returns how delivery stands; waits for no network, and reads a little of a file. */
  public DeliveryReport report() {
    SpoolStats stats = spool.stats();
    Duration oldestAge = stats.oldestAppended() == null
        ? Duration.ZERO
        : Duration.ofMillis(Math.max(0, clock.millis() - stats.oldestAppended().toEpochMilli()));
    return meter.report(stats, oldestAge);
  }

  /** Closes within {@link #CLOSE_TIMEOUT}. */
  @Override
  public void close() {
    close(CLOSE_TIMEOUT);
  }

  /**
   * Sends what can be sent in time, ends every thread of ours and closes the spool; what is left stays on
   * disk for the next start. Every later append throws; a later close does nothing.
   *
   * <p>While the collector cannot be reached or refuses, nothing is waited for. A request without an
   * answer is cancelled.
   *
   * @param bound how long this takes at most
   * @return what became of what was in the spool
   */
  public FlushResult close(Duration bound) {
    long begin = nanoTime.getAsLong();
    long deadline = begin + bound.toNanos();
    if (!closing.compareAndSet(false, true)) {
      return new FlushResult(0, 0, spool.stats().pendingRecords());
    }
    long toEnd = Math.min(bound.toNanos() / 10, MOST_TO_END.toNanos());
    FlushResult result = flushing.run(deadline - toEnd, this::isSendingOfNoUse);
    loop.stop(transport::cancel, deadline - toEnd / 2);
    spool.close(Duration.ofNanos(Math.max(0, deadline - nanoTime.getAsLong())));
    transport.close();
    meter.become(DeliveryState.CLOSED);
    if (!result.isComplete()) {
      log.warn(
          "closed with {} records that were not sent; {}",
          result.pending(),
          options.isMemory()
              ? "they were in memory and are lost"
              : "they are kept in " + options.directory() + " and are sent after the next start");
    }
    return result;
  }

  private boolean isSendingOfNoUse() {
    DeliveryState state = meter.state();
    return !loop.isRunning() || state == DeliveryState.CIRCUIT_OPEN || state.isStopped();
  }

  /** Returns address and state, never a token. */
  @Override
  public String toString() {
    return "CollectorClient[" + url + ", " + meter.state() + "]";
  }

  /** Puts a {@link CollectorClient} together; used once, by one thread. */
  public static final class Builder {

    private static final String BASE_PATH = "/feedback4j";
    private static final int MOST_RECORDS = 10_000;
    private static final int MOST_BYTES = 16 << 20;

    private final URI collector;
    private final URI source;
    private String basePath = BASE_PATH;
    private @Nullable TokenSupplier token;
    private @Nullable OkHttpClient http;
    private @Nullable Executor executor;
    private SpoolOptions spool = SpoolOptions.defaults();
    private final List<Survey> surveys = new ArrayList<>();
    private final List<DeliveryListener> listeners = new ArrayList<>();
    private int batchRecords = 500;
    private int batchBytes = 512 << 10;
    private Duration linger = Duration.ofSeconds(1);
    private Duration callTimeout = Duration.ofSeconds(30);
    private InstantSource time = InstantSource.system();
    private LongSupplier nanoTime = System::nanoTime;
    private RandomGenerator random = new SecureRandom();
    private boolean used;

    private Builder(URI collector, URI source) {
      this.collector = collector;
      this.source = source;
    }

    /** Sets where the collector's API is below its address; {@code /feedback4j} unless said otherwise. */
    public Builder basePath(String basePath) {
      this.basePath = basePath;
      return this;
    }

    /** Sets what gives the token; without it no header {@code Authorization} is sent. */
    public Builder token(TokenSupplier token) {
      this.token = token;
      return this;
    }

    /** Adds surveys whose definition the collector is sent before the first response to them. */
    public Builder surveys(Collection<Survey> surveys) {
      this.surveys.addAll(surveys);
      return this;
    }

    /** Sets where the spool is and how much it holds; {@link SpoolOptions#defaults} unless said otherwise. */
    public Builder spool(SpoolOptions spool) {
      this.spool = spool;
      return this;
    }

    /**
     * Sets a client of the application, for its proxy, certificates and interceptors. It is left as it
     * is: redirects are off for our requests, the call timeout is ours if it has none, and its pool and
     * threads stay open after a close.
     */
    public Builder http(OkHttpClient http) {
      this.http = http;
      return this;
    }

    /**
     * Sets whose thread sends, in the place of a daemon thread of ours: one of it is in use until the
     * client is closed. A virtual thread is fine; the thread of the caller is not.
     */
    public Builder executor(Executor executor) {
      this.executor = executor;
      return this;
    }

    /** Adds a listener. */
    public Builder listener(DeliveryListener listener) {
      listeners.add(listener);
      return this;
    }

    /**
     * Sets the greatest batch: 500 records and 512 KB of JSON unless said otherwise. A collector that
     * takes less is given less.
     *
     * @param records 1 to 10,000
     * @param bytes 1 to 16,777,216, before compression; a single record may be larger
     */
    public Builder batch(int records, int bytes) {
      this.batchRecords = records;
      this.batchBytes = bytes;
      return this;
    }

    /** Sets how long a batch that is not full waits for more: 1 second unless said otherwise. */
    public Builder linger(Duration linger) {
      this.linger = linger;
      return this;
    }

    /**
     * Sets how long a request may take until its answer was read: 30 seconds unless said otherwise. A
     * call timeout of the application's own client goes before it.
     */
    public Builder callTimeout(Duration callTimeout) {
      this.callTimeout = callTimeout;
      return this;
    }

    /** Sets the clock; the system's unless said otherwise. */
    public Builder time(InstantSource time) {
      this.time = time;
      return this;
    }

    /** Sets the monotonic clock, in nanoseconds; the system's unless said otherwise. */
    public Builder nanoTime(LongSupplier nanoTime) {
      this.nanoTime = nanoTime;
      return this;
    }

    /** Sets the source of randomness, safe for use by several threads; the system's strong one unless said otherwise. */
    public Builder random(RandomGenerator random) {
      this.random = random;
      return this;
    }

    /**
     * Returns a client that has opened its spool, and neither started a thread to send nor a connection.
     *
     * @throws IllegalArgumentException that names everything that is wrong
     * @throws IllegalStateException if this builder was used before
     * @throws SpoolException if the spool cannot be opened, as when another process has it
     */
    public CollectorClient build() {
      if (used) {
        throw new IllegalStateException("a builder builds one client; make another builder");
      }
      List<String> problems = new ArrayList<>();
      HttpUrl url = Address.of(collector, basePath, problems);
      String from = source.toString();
      if (!source.isAbsolute()
          || from.length() > WireEvent.MAX_SOURCE
          || !from.equals(source.toASCIIString())) {
        problems.add("source must be an absolute URI of at most %d ASCII characters, but was %s"
            .formatted(WireEvent.MAX_SOURCE, from));
      }
      check(problems, "batch records", 1, batchRecords, MOST_RECORDS);
      check(problems, "batch bytes", 1, batchBytes, MOST_BYTES);
      check(problems, "linger in milliseconds", 0, linger.toMillis(), 3_600_000);
      check(problems, "callTimeout in milliseconds", 1, callTimeout.toMillis(), 3_600_000);
      if (url == null || !problems.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", problems));
      }
      used = true;
      return new CollectorClient(this, url);
    }

    private static void check(
        List<String> problems, String name, long least, long value, long most) {
      if (value < least || value > most) {
        problems.add(
            "%s must be between %d and %d, but was %d".formatted(name, least, most, value));
      }
    }
  }
}
